"""The functions behind the forms: donate, thanks, portal, webhook, health.

Imports `view`, `forms`, `l10n`, `payments`, `mail`, `logs` and the catalogue that a build compiled; neither
YAML, pydantic nor MkDocs, and nothing of `pages` or the sandbox. Stripe is asked through `payments`, and is
the database: nothing is kept here.
"""
