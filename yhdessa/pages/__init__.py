"""Page plans: for each language, every page that content makes, with its address and all it says.

Imports `model`, `forms`, `view`, `l10n` and the catalogue's shape; never `giving`, MkDocs or Stripe. The
plans are data; `view` lays them out, and `hooks` puts them where MkDocs expects them.
"""
