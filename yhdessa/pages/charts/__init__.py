"""Charts from typed figures: where each mark and each label stands. Pure functions, a kind of drawing each.

`rows` is what they take, `scale` places a value, `labels` a text; `bars`, `pairs`, `scores`, `means` and
`progress` draw. Figures are Decimal, and come with their texts already written by `l10n`; no float enters.
Imports `view` alone.
"""
