"""Yhdessä: YAML and Markdown in, a trilingual website and its small Stripe functions out.

Plain importable code. Arrows run downward only, in this order:

    cli, dev_server  ->  pages, giving  ->  view, forms  ->  model, catalogue  ->  l10n

`pages` and `giving` do not know each other; `model` and `l10n` know neither MkDocs nor Stripe;
`sandbox` imports nothing of ours, and only `dev_server` and the tests start it. Nothing in here
imports `hooks` or `functions`.
"""
