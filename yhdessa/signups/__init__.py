"""The command `yhdessa signups`: companies that would be partners, and what staff decide of them.

It decides by the same code as the link in staff's letter (`giving/partner_approval.py`), with terms and words
compiled from the content as it is. Imports `forms`, `giving`, `ledger` (whose settings say whom to ask),
`mail`, `model`, `pages`, `payments` and `catalogue`; `cli` alone imports it.
"""
