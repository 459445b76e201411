"""Every row of cases.yml: what a rule says, and what the room gives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from yhdessa.l10n import dates, endonyms, money, numbers, ordinals, percent, plural, quotes, tags
from yhdessa.l10n.money import Money

TABLE = yaml.safe_load(Path(__file__).with_name("cases.yml").read_text(encoding="utf-8"))
ROOMS = (dates, endonyms, money, numbers, ordinals, percent, plural, quotes, tags)
#: The error of each function that has one of its own; a ValueError of the others says what is wrong.
REFUSALS = defaultdict(
    lambda: ValueError,
    parse_money=money.NotMoney,
    parse_fact=money.NotMoney,
    parse_number=numbers.NotNumber,
    plural=plural.NotPlural,
    endonym=tags.UnknownLanguage,
)
VISIBLE = str.maketrans({"␣": "\u00a0", "⍽": "\u202f", "‗": "\u2009"})


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def test_the_table_has_enough_cases_and_every_one_cites_a_rule() -> None:
    cited = {row["rule"] for row in TABLE["cases"]}
    assert len(TABLE["cases"]) >= 150
    assert cited == set(TABLE["rules"])


def test_no_figure_in_the_table_is_a_float() -> None:
    assert not [row for row in TABLE["cases"] if any(isinstance(v, float) for v in _listed(row.get("input")))]


def test_no_expectation_hides_a_space() -> None:
    text = Path(__file__).with_name("cases.yml").read_text(encoding="utf-8")
    assert not set(text) & {"\u00a0", "\u202f", "\u2009", "\u00ad", "\u200b"}


def _cases() -> Iterator[Any]:
    for row in TABLE["cases"]:
        for locale in _listed(row["locale"]) if "locale" in row else [None]:
            given = row.get("money", row.get("input"))
            name = f"{row['call']}({given}, {locale}, {row.get('options', '')})"
            yield pytest.param(row, locale, id=name.encode("ascii", "backslashreplace").decode())


@pytest.mark.parametrize(("row", "locale"), list(_cases()))
def test_the_rule_is_kept(row: dict[str, Any], locale: str | None) -> None:
    call = _function(row["call"])
    arguments = [*_arguments(row), *([locale] if locale else [])]
    options = row.get("options", {})
    if row["expected"] == "refused":
        with pytest.raises(REFUSALS[row["call"]]):
            call(*arguments, **options)
        return
    expected = row["expected"].translate(VISIBLE)
    assert _as_told(call(*arguments, **options), expected) == expected, TABLE["rules"][row["rule"]]


def _function(name: str) -> Callable[..., Any]:
    found: Callable[..., Any] = next(vars(room)[name] for room in ROOMS if name in vars(room))
    return found


def _arguments(row: dict[str, Any]) -> list[Any]:
    if "money" in row:
        return [_money(text) for text in _listed(row["money"])]
    return [v.translate(VISIBLE) if isinstance(v, str) else v for v in _listed(row["input"])]


def _money(text: str) -> Money:
    """`12.50 EUR`, with all its decimals: the point goes, and the minor units stay."""
    amount, currency = text.split()
    return Money(int(amount.replace(".", "")), currency)


def _as_told(given: Any, expected: str) -> str:
    if isinstance(given, Money):
        return expected if given == _money(expected) else repr(given)
    assert isinstance(given, str | Decimal)
    return str(given)
