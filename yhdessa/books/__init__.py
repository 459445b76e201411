"""The books: what the ledger tells people. Reports, the collection's account, gifts for bookkeeping, notices.

    spans, sums -> names -> report, account, gift_file, events -> terminal, picture, account_file, letters

`notices` remembers what was told, `telling` is what a sync calls, `commands` read and write.
Two currencies are never added together, and nothing here names a giver. Imports `ledger`, `mail`, `model`,
`pages`, `view` and `l10n`.
"""
