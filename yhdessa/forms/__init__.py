"""Forms: each defined once; pages show it, giving validates it and shows it again with its errors.

What a template needs of a form is a `FormView`. Imports `l10n` and nothing above it; neither YAML,
pydantic nor Stripe, since the functions load this at every cold start.
"""
