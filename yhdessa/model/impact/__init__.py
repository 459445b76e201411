"""The impact report: services, programmes and what was measured in them, as typed figures.

`report` is the whole; `figures` are its kinds of measures; `words` what they are called; `index` finds a
figure by its id; `references` holds the ids together. Whether it adds up is the room `arithmetic`'s to say.
"""
