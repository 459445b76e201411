"""Numbers, money, dates and names of languages, per language: the lowest room.

Imports nothing of ours. Money is integer minor units and a currency, parsed from text, never a float.
"""
