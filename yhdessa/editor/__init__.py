"""For editors: JSON Schemas, field tables and reports of problems, all made from the model.

What a field is, how it is written and whether it may be left out is said once, in `model`; here it is told
again where editors look: in their text editor, in content/README.md, beside a line of a pull request.
Imports only `model` and `l10n`.
"""
