"""Honesty: what a site must not say, though every file of it is well written.

Helplines that nobody has checked for half a year, permits that have run out, partners and sums that are
invented, figures without a year, people's own addresses, colours that cannot be read, pictures that say
nothing, links to places that are not there. `checks` asks each of the other modules, which know one kind of
thing each; `clock` says which day it is. Imports the models and `site_url`; what MkDocs finds by itself is
left to it.
"""
