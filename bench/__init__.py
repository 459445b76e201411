"""The measurements of the README's table: our build beside plain Material's and Hugo's, of the same texts.

Nothing else imports this. It reads `yhdessa.model` and two modules of `yhdessa.pages` for what a site holds,
and never measures from the inside: each builder is a process of its own. See bench/README.md.
"""
