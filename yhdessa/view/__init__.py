"""What a page is made of, and the one renderer, for pages and for functions.

`shell` and `page` say what templates may know (plain data that survives JSON); `environment` turns it into
HTML with the templates of `overrides/`. Imports `forms` and `l10n`; knows neither content nor MkDocs.
"""
