"""Languages: their own names, their tags in a country, and how each writes numbers and dates."""

from __future__ import annotations

from datetime import date

from yhdessa.l10n.money import MINUS, NBSP

#: What each language calls itself, written as that language writes it (CLDR, with our capitals for English).
ENDONYMS = {
    "fi": "suomi",
    "sv": "svenska",
    "en": "English",
    "de": "Deutsch",
    "nb": "norsk",
    "da": "dansk",
    "et": "eesti",
}

MONTHS = {
    "fi": [
        "tammikuuta",
        "helmikuuta",
        "maaliskuuta",
        "huhtikuuta",
        "toukokuuta",
        "kesäkuuta",
        "heinäkuuta",
        "elokuuta",
        "syyskuuta",
        "lokakuuta",
        "marraskuuta",
        "joulukuuta",
    ],
    "sv": [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}

#: The ending that a Finnish numeral with % takes: `68 %:lla` (Kielitoimisto, "prosenttimerkki").
PERCENT_ENDINGS = {
    "nom": "",
    "gen": "n",
    "part": "a",
    "ine": "ssa",
    "ela": "sta",
    "ill": "iin",
    "ade": "lla",
    "abl": "lta",
    "all": "lle",
    "ess": "na",
}


def language_tag(language: str, country: str) -> str:
    """The BCP 47 tag of `language` as written in `country`: `sv` in Finland is `sv-FI`."""
    return language if (language, country) in {("fi", "FI"), ("sv", "SE")} else f"{language}-{country}"


def format_number(value: int | str, language: str) -> str:
    """`53 560` in Finnish and Swedish (no-break space), `53,560` in English; `value` may be decimal text.

    Takes an int, or text such as `81.5`: a figure is never a float.
    """
    text = str(value)
    sign = MINUS if text.startswith("-") else ""
    whole, _, decimals = text.lstrip("-").partition(".")
    english = language == "en"
    grouped = f"{int(whole):,}".replace(",", "," if english else NBSP)
    if decimals:
        grouped += ("." if english else ",") + decimals
    return sign + grouped


def format_percent(value: int | str, language: str, case: str = "nom") -> str:
    """`14 %` in Finnish and Swedish, `14%` in English; in Finnish with a case ending: `68 %:lla`."""
    number = format_number(value, language)
    if language == "en":
        return f"{number}%"
    ending = PERCENT_ENDINGS[case] if language == "fi" else ""
    return f"{number}{NBSP}%{':' + ending if ending else ''}"


def format_date(day: date, language: str) -> str:
    """The date in words: `21. marraskuuta 2026`, `21 november 2026`, `21 November 2026`."""
    month = MONTHS.get(language, MONTHS["en"])[day.month - 1]
    number = f"{day.day}." if language == "fi" else str(day.day)
    return f"{number}{NBSP}{month} {day.year}"


def format_years(first: int, last: int) -> str:
    """A span of years with an en dash and no spaces, as all three languages write it: `2026–2030`."""
    return str(first) if first == last else f"{first}\u2013{last}"
