"""The gallery: every component with its examples, the design tokens, icons and interface words; in English.

A developer's tool of `make serve`, at `/_gallery/`, never part of a build. It renders the project's own
templates with the project's own style sheet, read anew for every page: a reload shows an edit. Imports `view`
alone, and reads the few files of content that it needs as they stand: it works while the content is broken.
"""
