"""How each language writes numbers, money, percentages, dates, plurals, quotations: the lowest room.

    tags, marks, case   ->   decimals, typed, currencies   ->   numbers, money, dates   ->   percent, plural

(percent asks plural for its words.) Imports nothing of ours. No float enters: figures are int, decimal
text, Decimal or Fraction; money is whole minor units and a currency. Finnish, Swedish and English are
written by rules named in each docstring, every other language by CLDR. Babel is imported inside the
functions that need it, and never for those three: `money` is imported at every cold start of a serverless
function.
"""
