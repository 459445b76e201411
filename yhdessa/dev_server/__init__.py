"""The development server: site, functions, gallery and sandbox on one port, with live reload.

A broken edit keeps the last good pages, with what is wrong on top of them (`preview`). Imports `pages`,
`giving`, `gallery`, `sandbox` and MkDocs' own server; nothing imports it but the hook.
"""
