"""Tags of languages (BCP 47): their parts, and the way to what CLDR knows of a language.

Finnish, Swedish and English are written by rules of our own; every other language by CLDR, through Babel,
which is imported when it is first needed and never before: the functions start cold without it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

#: Countries in which a language needs no region in its tag.
HOME = {"fi": "FI", "sv": "SE"}


class UnknownLanguage(ValueError):
    """Neither we nor CLDR know the language."""


def base_language(tag: str) -> str:
    """The language of a tag, without its region: `sv` for `sv-FI`."""
    return tag.partition("-")[0].lower()


def language_tag(language: str, country: str) -> str:
    """The BCP 47 tag of `language` as written in `country`: `sv` in Finland is `sv-FI`.

    RFC 5646, 4.1: no subtag that tells nothing; Finnish in Finland and Swedish in Sweden need none.
    """
    return language if HOME.get(language) == country else f"{language}-{country}"


@cache
def babel_locale(tag: str) -> Locale:
    """What Babel knows of `tag`. Raises UnknownLanguage."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError, TypeError) as error:
        raise UnknownLanguage(tag) from error
