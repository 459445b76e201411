"""Metadata given to an object and changed on it. See https://docs.stripe.com/metadata."""

from yhdessa.sandbox.settings import Json

Given = dict[str, str] | str | None


def merged(old: Json, given: Given) -> Json:
    """New keys replace old ones; an empty value takes its key away, an empty text takes all away."""
    if given is None:
        return old
    if isinstance(given, str):
        return {}
    return {key: value for key, value in {**old, **given}.items() if value != ""}
