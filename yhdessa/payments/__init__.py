"""Stripe, through its SDK: what is asked of one account, and its answers in our own words.

The one room that imports stripe; `client` sets its version, retries and times. The functions ask on behalf of
visitors, the ledger reads. Imports `forms`, `l10n` and `logs`; nothing of Stripe's leaves it but ids.
"""
