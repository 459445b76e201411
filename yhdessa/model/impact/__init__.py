"""The impact report: services, programmes and what was measured in them, as typed figures.

`report` is the whole; `figures` are its kinds of measures, `amounts` the numbers of each; `words` what they
are called; `index` finds a figure by its id; `charted` says what is shown together; `references` and
`messages` hold ids and headlines to the figures. Whether it adds up is the room `arithmetic`'s to say.
"""
