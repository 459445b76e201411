"""Payroll giving as arithmetic: shares of a pay, an employer's matching, and the reading of a remittance.

    cells, headings, problems   ->   sheet   ->   remittance        shares

Pure: no disk, no network, no words. What is wrong in a file is told as data (a line, a code, what stood
there); the words for each code are content. The functions import this room at every cold start, so that it
imports `l10n.money` and little else. `overrides/assets/scripts/remittance.js` reads files by the same rules
in the browser; tests/payroll/remittances.yml is the table of cases for both.
"""
