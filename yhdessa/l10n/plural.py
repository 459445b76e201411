"""Plurals: the form that a count asks for, in texts that editors write as `{n} volunteer|{n} volunteers`.

The forms stand in CLDR's order (zero, one, two, few, many, other), those that the language has: one|other in
Finnish, Swedish and English, one|few|many|other in Polish. TR35 part 3, Language Plural Rules.
"""

from __future__ import annotations

from decimal import Decimal

from yhdessa.l10n.decimals import Figure, to_decimal
from yhdessa.l10n.marks import is_ours
from yhdessa.l10n.numbers import format_number
from yhdessa.l10n.tags import babel_locale

ORDER = ("zero", "one", "two", "few", "many", "other")


class NotPlural(ValueError):
    """The text has not one form for each plural category of its language."""


def plural(text: str, count: Figure, language: str, *, decimals: int | None = None) -> str:
    """The form of `text` for `count`, with `{n}` written as the language writes numbers; other places stay.

    `plural("{n} vapaaehtoinen|{n} vapaaehtoista", 1200, "fi")` is `1 200 vapaaehtoista`. The space after
    `{n}` is the editor's. Raises NotPlural for a wrong number of forms; TypeError and ValueError as
    format_number does.
    """
    number = to_decimal(count, decimals)
    return plural_form(text, number, language).replace("{n}", format_number(number, language))


def plural_form(text: str, number: Decimal, language: str) -> str:
    """The form of `text` for `number`, its `{n}` not yet filled. Raises NotPlural."""
    return check_plural(text, language)[plural_category(number, language)]


def check_plural(text: str, language: str) -> dict[str, str]:
    """The forms in `text` by category: a build checks a text before it has a count. Raises NotPlural.

    French, Spanish and Italian have `many` for whole millions only: it may be left out, and is then as
    `other`.
    """
    categories, forms = plural_categories(language), text.split("|")
    if len(forms) == len(categories):
        return dict(zip(categories, forms, strict=True))
    if categories == ("one", "many", "other") and len(forms) == 2:
        return {"one": forms[0], "many": forms[1], "other": forms[1]}
    raise NotPlural(f"{language} needs the forms {'|'.join(categories)}, and there are {len(forms)}: {text}")


def plural_categories(language: str) -> tuple[str, ...]:
    """The plural categories of a language, in CLDR's order. Raises UnknownLanguage."""
    if is_ours(language):
        return ("one", "other")
    known = {*babel_locale(language).plural_form.tags, "other"}
    return tuple(category for category in ORDER if category in known)


def plural_category(number: Decimal, language: str) -> str:
    """The category of `number`; in Finnish, Swedish and English `one` is 1 or -1 without decimals.

    1.0 and 1.5 are `other`: the decimals that are shown count.
    """
    if is_ours(language):
        return "one" if f"{number.copy_abs():f}" == "1" else "other"
    return str(babel_locale(language).plural_form(number))
