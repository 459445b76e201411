"""The books: what the ledger tells people. Reports, the collection's account, gifts for bookkeeping, notices,
and the files of new partners.

    spans, sums -> names -> report -> companies, teams -> terminal, picture
                         -> account, gift_file, events -> account_file, letters
                         -> partner_files -> lapsed -> partners

`notices` remembers what was told, `telling` is what a sync calls, `commands` read and write.
Two currencies are never added together, and nothing here names a giver. Imports `ledger`, `mail`, `model`,
`pages`, `view` and `l10n`.
"""
