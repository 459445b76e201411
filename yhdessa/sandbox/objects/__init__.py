"""Stripe's objects as they are made: one module a kind, each with all the fields that the contract asks for.

They know the account's store and time, and nothing of requests (``resources``) or of what follows
(``flows``). Nested values are replaced and never changed in place, since events and constants share them.
"""
