"""The functions behind the forms: donate, thanks, webhook, health.

Imports `view`, `forms`, `l10n` and the catalogue that a build compiled; neither YAML, pydantic nor MkDocs,
and nothing of `pages` or the sandbox. `payments` is the one module that imports stripe. Stripe is the
database: nothing is kept here.
"""
