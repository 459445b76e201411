"""The ledger: what was given, paid back and disputed, pulled from Stripe by `yhdessa sync`; never pushed.

`records` are what it tells, `tables` what it keeps, `book` opens it and answers. `pulling` reads Stripe's
lists (through `payments`), `meaning` says what an object is to us, `counting` adds up what a build may know
of money, `syncing` is the whole of a sync. No name, address or e-mail of a giver comes in; companies that are
partners or employers stand in it by name, without their people.
Imports `payments`, `totals` and `l10n`; functions and pages never import it.
"""
