"""A language that has no rule of ours is written by CLDR, and a language of nobody's is named."""

from __future__ import annotations

from datetime import date

import pytest

from yhdessa.l10n.dates import format_date, format_date_range, format_month
from yhdessa.l10n.endonyms import ENDONYMS, endonym
from yhdessa.l10n.money import Money, format_money, format_money_range
from yhdessa.l10n.numbers import format_number
from yhdessa.l10n.ordinals import format_ordinal
from yhdessa.l10n.percent import format_percent, format_percent_range, format_permille, format_points
from yhdessa.l10n.plural import NotPlural, check_plural, plural_categories
from yhdessa.l10n.quotes import quote
from yhdessa.l10n.tags import UnknownLanguage

DAY, LATER = date(2026, 11, 21), date(2026, 12, 3)


NORTHERN = ["de", "nb", "nn", "da", "et", "is", "lv", "lt", "pl", "se", "uk", "ru"]
DISTANT = ["fr", "es", "it", "nl", "pt-PT", "so", "ar", "fa", "ckb", "ti", "vi", "th", "zh", "ja", "tr"]


@pytest.mark.parametrize("tag", NORTHERN + DISTANT)
def test_another_language_is_one_more_folder(tag: str) -> None:
    euros = Money(123450, "EUR")
    written = [
        endonym(tag),
        ENDONYMS[tag],
        format_number("1234.5", tag),
        format_percent(14, tag),
        format_percent_range(10, 15, tag),
        format_permille(5, tag),
        format_points(5, tag),
        format_money(euros, tag),
        format_money_range(Money(0, "EUR"), euros, tag),
        format_date(DAY, tag),
        format_month(DAY, tag),
        format_date_range(DAY, LATER, tag),
        format_ordinal(3, tag),
        quote("a", tag),
        plural_categories(tag)[-1],
    ]
    assert all(written)


@pytest.mark.parametrize("tag", ["xx", "../", "", "fi_FI_", "a" * 200, "é"])
def test_a_language_that_nobody_knows_is_named(tag: str) -> None:
    with pytest.raises(UnknownLanguage) as refused:
        format_number(1234, tag)
    assert refused.value.args == (tag,)


def test_a_text_with_too_few_forms_says_which_it_needs() -> None:
    with pytest.raises(NotPlural) as refused:
        check_plural("{n} wolontariusz|{n} wolontariusze", "pl")
    assert str(refused.value) == (
        "pl needs the forms one|few|many|other, and there are 2: {n} wolontariusz|{n} wolontariusze"
    )
