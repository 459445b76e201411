"""What the scripts of payroll giving are told: rules, words, and how the language writes money. JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping

from yhdessa.l10n.currencies import minor_digits
from yhdessa.l10n.money import Money, format_money
from yhdessa.l10n.numbers import format_number
from yhdessa.model.payroll_words import PayrollWords
from yhdessa.pages.maker import Maker
from yhdessa.payroll.remittance import MOST_TOTAL
from yhdessa.payroll.rules import browser_rules
from yhdessa.payroll.sheet import MOST_BYTES, MOST_LINES

READER, WORKBOOK, CALCULATOR, TOOL = "remittance", "workbook", "pay", "payroll"
#: A sum whose digits show where each mark stands; and what of them comes before a mark.
SAMPLE, DIGITS = 123_456, ("1", "234", "56")


def script_rules(maker: Maker, **more: object) -> str:
    """The rules of reading in the organisation's currency, with the pattern of its sums, and `more`."""
    currency = maker.content.organisation.currency
    rules = browser_rules(currency) | {"pattern": money_pattern(currency, maker.language)} | more
    return as_json(rules)


def as_json(told: Mapping[str, object]) -> str:
    """`told` as the attribute of an element holds it."""
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def money_pattern(currency: str, language: str) -> dict[str, str]:
    """What stands before, between, in and after a sum: `1 234,56 €` has a space, a comma, and ` €` after it.

    Raises ValueError for a currency we do not take.
    """
    scale = 10 ** (2 - minor_digits(currency))
    rest = format_money(Money(SAMPLE // scale, currency), language)
    marks = []
    for digits in DIGITS:
        mark, found, after = rest.partition(digits)
        marks.append(mark if found else "")
        rest = after if found else rest
    return dict(zip(("before", "group", "mark", "after"), (*marks, rest), strict=True))


def problem_words(maker: Maker, words: PayrollWords) -> dict[str, str]:
    """What is said of each problem, by its code; `{read}` and `{other}` are left for who read the file."""
    largest = maker.money(Money(MOST_TOTAL, maker.content.organisation.currency))
    limits = {
        "too_big": megabytes(maker),
        "too_many_lines": format_number(MOST_LINES, maker.language),
        "too_much": largest,
    }
    said = words.problems.model_dump()
    return {code: text.replace("{limit}", limits.get(code, "")) for code, text in said.items()}


def megabytes(maker: Maker) -> str:
    """How many megabytes a file may have, as the language writes it."""
    return format_number(MOST_BYTES // 1024**2, maker.language)


def as_typed(money: Money) -> str:
    """A sum as somebody types it into a table, without its unit: `2500`, `2555.50`."""
    digits = minor_digits(money.currency)
    whole, rest = divmod(money.minor, 10**digits)
    return f"{whole}.{rest:0{digits}}" if rest else str(whole)
