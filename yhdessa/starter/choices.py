"""Choices: the country, currency, languages and name of a new organisation, as they are asked for."""

from __future__ import annotations

import difflib
import typing
from dataclasses import dataclass

from yhdessa.l10n.endonyms import endonym
from yhdessa.l10n.tags import babel_locale
from yhdessa.model.explain import nearest
from yhdessa.model.organisation import Organisation

#: What goes without saying in a country: its currency, and the languages of its site.
CURRENCIES = {"FI": "EUR", "SE": "SEK"}
LANGUAGES = {"FI": "fi,sv,en", "SE": "sv,en"}
LONGEST_NAME = 100


class Refused(Exception):
    """Raised with what is wrong with the arguments, or with the folder, in words."""


@dataclass(frozen=True)
class Choices:
    """A new organisation: `name` is None while it has none of its own."""

    languages: tuple[str, ...]
    country: str
    currency: str
    name: str | None = None


def read_choices(
    languages: str | None, name: str | None, currency: str | None, country: str | None
) -> Choices:
    """The choices as they were typed, with what goes without saying. Raises Refused."""
    chosen = _one_of("country", "country", (country or "FI").upper())
    return Choices(
        languages=_languages(LANGUAGES[chosen] if languages is None else languages),
        country=chosen,
        currency=_one_of("currency", "currency", (currency or CURRENCIES[chosen]).upper()),
        name=_name(name),
    )


def _one_of(field: str, kind: str, word: str) -> str:
    known = list(typing.get_args(Organisation.model_fields[field].annotation))
    if word not in known:
        raise Refused(f"`{word}` is no {kind} that a site can have yet; {nearest(word, known)}")
    return word


def _name(name: str | None) -> str | None:
    if name is None:
        return None
    tidy = name.strip()
    if not 0 < len(tidy) <= LONGEST_NAME or not tidy.isprintable() or "{" in tidy:
        raise Refused(f"a name is a line of at most {LONGEST_NAME} characters, without braces")
    return tidy


def _languages(text: str) -> tuple[str, ...]:
    codes = [code.strip().lower() for code in text.split(",")]
    for code in codes:
        if code not in known_languages():
            raise Refused(f"`{code}` is no language's two letters; {_meant(code)}")
        if babel_locale(code).text_direction == "rtl":
            raise Refused(f"{endonym(code)} is written from right to left, which the templates cannot do yet")
        if codes.count(code) > 1:
            raise Refused(f"`{code}` stands twice among the languages; write it once")
    return tuple(codes)


def known_languages() -> frozenset[str]:
    """The languages that a site can have: those of CLDR with a code of two letters.

    mkdocs-static-i18n takes no others.
    """
    from babel.localedata import locale_identifiers

    return frozenset(code for code in locale_identifiers() if len(code) == 2)


def _meant(word: str) -> str:
    """The language that `word` may mean: by its name in English or in itself, or by its code."""
    word = word.partition("-")[0]
    if word in known_languages():
        return f"did you mean `{word}`?"
    english = babel_locale("en").languages
    names: dict[str, str] = {}
    for code in sorted(known_languages()):
        names[str(english.get(code, code)).lower()] = code
        names[endonym(code).lower()] = code
    begun = [name for name in names if len(word) > 2 and name.startswith(word)]
    near = begun or difflib.get_close_matches(word, names, n=1, cutoff=0.7)
    codes = [names[name] for name in near] or difflib.get_close_matches(word, known_languages(), n=1)
    return f"did you mean `{codes[0]}`?" if codes else "for example fi, sv, en or de"
