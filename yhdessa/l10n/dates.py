"""Dates: days in words, moments, months, spans of days and of years."""

from __future__ import annotations

from datetime import date, datetime

from yhdessa.l10n.marks import EN_DASH, NBSP, is_ours
from yhdessa.l10n.tags import babel_locale, base_language

#: Names of the months: in Finnish the nominative, which takes `ta` in a date (Kielitoimisto: Päiväys).
MONTHS = {
    "fi": (
        *("tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu", "kesäkuu"),
        *("heinäkuu", "elokuu", "syyskuu", "lokakuu", "marraskuu", "joulukuu"),
    ),
    "sv": (
        *("januari", "februari", "mars", "april", "maj", "juni"),
        *("juli", "augusti", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}


def format_date(day: date, language: str) -> str:
    """The date in words: `21. marraskuuta 2026`, `21 november 2026`, `21 November 2026`.

    The day and the month keep together (no-break space). Kielitoimisto: Päiväys; Språkbruk: Ordningstal
    utan punkt; GOV.UK style guide: Dates; other languages by CLDR's long format. Raises UnknownLanguage.
    """
    if not is_ours(language):
        from babel.dates import format_date as write

        return write(day, "long", locale=babel_locale(language))
    return f"{_day_and_month(day, language)} {day.year}"


def format_moment(moment: datetime, language: str) -> str:
    """Day and clock: `21. marraskuuta 2026 klo 9.05`, `… kl. 9.05` in Swedish, `… at 09:05` in English.

    The clock is that of `moment`'s own zone. Kielikello 3/1998: Ajan ilmaiseminen (a point, no nought before
    the hour); Svenska skrivregler: Klockslag; English has the colon and the 24 hours of CLDR's en-GB; other
    languages by CLDR. Raises UnknownLanguage.
    """
    day = format_date(moment, language)
    if not is_ours(language):
        from babel.dates import format_time, get_datetime_format

        locale = babel_locale(language)
        clock = format_time(moment, "short", tzinfo=moment.tzinfo, locale=locale)
        joined = str(get_datetime_format("long", locale)).replace("'", "")
        return joined.replace("{1}", day).replace("{0}", clock)
    if base_language(language) == "en":
        return f"{day} at{NBSP}{moment:%H:%M}"
    return f"{day} {'klo' if base_language(language) == 'fi' else 'kl.'}{NBSP}{moment.hour}.{moment:%M}"


def format_month(day: date, language: str) -> str:
    """The month of `day`: `marraskuu 2026`, `november 2026`, `November 2026` (CLDR, stand-alone month)."""
    if not is_ours(language):
        from babel.dates import format_skeleton

        return format_skeleton("yMMMM", day, locale=babel_locale(language))
    return f"{MONTHS[base_language(language)][day.month - 1]} {day.year}"


def format_date_range(first: date, last: date, language: str) -> str:
    """`21.–23. marraskuuta 2026`, `21. marraskuuta – 3. joulukuuta 2026`. Equal ends are one date.

    Spaces stand round the dash in Finnish and English when an end has several words (Kielitoimisto:
    Ajatusviiva; EU web guide 07), and never in Swedish (EU publications sv 10.4.10: `1 januari–30 juni
    1995`). Other languages get both dates in full. Raises ValueError when `last` is before `first`.
    """
    if last < first:
        raise ValueError(f"a range goes forwards, not from {first} to {last}")
    if first == last:
        return format_date(first, language)
    dash = EN_DASH if base_language(language) == "sv" else f"{NBSP}{EN_DASH} "
    if not is_ours(language) or first.year != last.year:
        return f"{format_date(first, language)}{dash}{format_date(last, language)}"
    if first.month != last.month:
        return f"{_day_and_month(first, language)}{dash}{format_date(last, language)}"
    return f"{_day(first, language)}{EN_DASH}{format_date(last, language)}"


def format_years(first: int, last: int) -> str:
    """A span of years with an en dash and no spaces, as all three languages write it: `2026–2030`."""
    return str(first) if first == last else f"{first}{EN_DASH}{last}"


def _day(day: date, language: str) -> str:
    return f"{day.day}." if base_language(language) == "fi" else str(day.day)


def _day_and_month(day: date, language: str) -> str:
    month = MONTHS[base_language(language)][day.month - 1]
    return f"{_day(day, language)}{NBSP}{month}{'ta' if base_language(language) == 'fi' else ''}"
