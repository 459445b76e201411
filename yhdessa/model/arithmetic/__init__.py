"""Arithmetic: whether a report's totals, changes, shares and roll-ups can be true.

`report` checks a whole report; `sums`, `rollups` and `answers` each know one kind of relation; `reckoning`
is the pure arithmetic, in whole and decimal numbers. Imports `impact`; knows of files only their lines.
"""
