"""The pages of the impact report: its index, a page a section, and a CSV file a chart.

`telling` is the report in one language; `values`, `people`, `notes` and `messages` put its figures into
words; `drawings` and `tables` show a set of rows in two ways, and `charts` joins them; `parts` makes a block
of the report; `index`, `sections` and `files` are what the site asks for. What does not add up is the model's
to say.
"""
