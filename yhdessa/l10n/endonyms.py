"""Endonyms: what each language calls itself, with the capitals that it gives the names of languages."""

from __future__ import annotations

from yhdessa.l10n.tags import UnknownLanguage, babel_locale, base_language


class _Endonyms(dict[str, str]):
    """The names we know by heart; CLDR is asked for the others when they are looked up."""

    def __missing__(self, language: str) -> str:
        name = babel_locale(base_language(language)).get_language_name()
        if not name:
            raise UnknownLanguage(language)
        return name


#: Small initials in Finnish and Swedish, a capital in English (CLDR, locale display names).
ENDONYMS: dict[str, str] = _Endonyms(fi="suomi", sv="svenska", en="English")


def endonym(language: str) -> str:
    """The language's own name: `suomi`, `English`; of `sv-FI` it is `svenska`. Raises UnknownLanguage."""
    return ENDONYMS[base_language(language)]
