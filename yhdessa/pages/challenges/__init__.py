"""Workplace challenges: the list of them, the page of each, the page and the kit of each team.

What a team has collected comes from the totals alone; which day it is comes from the maker's clock.
"""
