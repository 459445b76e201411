"""Cells: a pseudonymous reference, and a sum of money in whole minor units, in whatever language.

A payroll program writes as its country does, or as its maker's does: both marks are read wherever only one
meaning is possible. Where two are (`1,000`, `1.000`), nothing is guessed.
"""

from __future__ import annotations

import re
from functools import lru_cache

from yhdessa.l10n.currencies import MINOR_DIGITS, minor_digits, typed_units
from yhdessa.l10n.marks import MINUS
from yhdessa.l10n.typed import SPACES
from yhdessa.payroll.personal import is_personal
from yhdessa.payroll.problems import WrongCell

MOST_LETTERS_OF_REFERENCE = 40
MOST_LETTERS_OF_AMOUNT = 40
#: The largest gift of one line, in minor units: what is larger is another column, or another unit.
MOST_GIFT = {"EUR": 1_000_000}
MOST_GIFT_ELSEWHERE = 10_000_000

#: With these a spreadsheet begins a formula: https://owasp.org/www-community/attacks/CSV_Injection
FORMULA = ("=", "+", "-", "@", MINUS)
REFERENCE = re.compile(r"(?=[^0-9]*[0-9])[A-Za-zÅÄÖÆØåäöæø0-9][A-Za-zÅÄÖÆØåäöæø0-9_./-]*")
#: A whole word of letters, as a name or `Total` is.
WORD = re.compile(r"(?:^|\s)[A-Za-zÀ-ɏ'’-]{2,}(?:[\s,]|$)")
WHOLE = rf"[1-9][0-9]{{0,2}}(?P<space>[{SPACES}])[0-9]{{3}}(?:(?P=space)[0-9]{{3}})*|[1-9][0-9]*|0"
TWO_MEANINGS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+")


def read_reference(cell: str) -> str:
    """The reference of an employee: letters and digits, `-`, `.`, `/` and `_`, at least one digit among them.

    It must not say who somebody is: a word alone is taken for a name. Raises WrongCell: no_reference,
    formula, personal, email, name, reference.
    """
    if REFERENCE.fullmatch(cell) and len(cell) <= MOST_LETTERS_OF_REFERENCE and not is_personal(cell):
        return cell
    raise WrongCell(_wrong_reference(cell))


def _wrong_reference(cell: str) -> str:
    if not cell:
        return "no_reference"
    if is_personal(cell):
        return "personal"
    if cell.startswith(FORMULA):
        return "formula"
    if re.fullmatch(r"[^@]+@[^@]+", cell):
        return "email"
    return "name" if WORD.search(cell) else "reference"


def read_amount(cell: str, currency: str) -> int:
    """The sum in `cell`, in minor units of `currency`, above nought.

    Its own unit may stand before or after. Raises WrongCell: no_amount, formula, negative, zero, too_large,
    ambiguous, currency, amount.
    """
    found = _grammar(currency).fullmatch(cell) if len(cell) <= MOST_LETTERS_OF_AMOUNT else None
    if found is None:
        raise WrongCell(_wrong_amount(cell, currency))
    whole, decimals = found["whole"], found["decimals"] or ""
    if not whole.isdecimal():
        whole = re.sub(r"[^0-9]", "", whole)
    minor = int(whole + decimals.ljust(minor_digits(currency), "0"))
    if not 0 < minor <= MOST_GIFT.get(currency, MOST_GIFT_ELSEWHERE):
        raise WrongCell("too_large" if minor else "zero")
    return minor


def _wrong_amount(cell: str, currency: str) -> str:
    if not cell:
        return "no_amount"
    if len(cell) > MOST_LETTERS_OF_AMOUNT:
        return "amount"
    bare = re.sub(rf"^[-{MINUS}]\s?|-$", "", cell)
    if bare != cell and _grammar(currency).fullmatch(bare):
        return "negative"
    if cell.startswith(FORMULA):
        return "formula"
    if TWO_MEANINGS.fullmatch(_without_unit(cell, currency)):
        return "ambiguous"
    elsewhere = any(_grammar(other).fullmatch(cell) for other in MINOR_DIGITS if other != currency)
    return "currency" if elsewhere else "amount"


def _without_unit(cell: str, currency: str) -> str:
    units = "|".join(re.escape(unit) for unit in units_of(currency))
    return re.sub(rf"^(?:{units})\s?|\s?(?:{units})$", "", cell, flags=re.IGNORECASE)


@lru_cache(maxsize=8)
def units_of(currency: str) -> tuple[str, ...]:
    """What may stand beside a sum of `currency`, the longest first, in small letters. Raises ValueError."""
    return typed_units(currency, "en")


@lru_cache(maxsize=8)
def _grammar(currency: str) -> re.Pattern[str]:
    """`1 000,50`, `1000.50`, `1.000,50`, `1,000.50`, each with its unit before or after."""
    digits = minor_digits(currency)
    unit = "|".join(re.escape(unit) for unit in units_of(currency))
    few = rf"[0-9]{{1,{digits}}}" if digits else "(?!)"
    return re.compile(
        rf"(?:(?:{unit})[{SPACES}]?)?"
        rf"(?:(?P<whole>{WHOLE}|[1-9][0-9]{{0,2}}(?:\.[0-9]{{3}})+(?=,)|[1-9][0-9]{{0,2}}(?:,[0-9]{{3}})+(?=\.))"
        rf"(?:[.,](?P<decimals>{few}))?)"
        rf"(?:[{SPACES}]?(?:{unit}))?",
        re.IGNORECASE,
    )
