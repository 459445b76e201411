"""Check digits: whether an account number or a payment reference can have been copied right.

Each function takes the compact form: no spaces, no hyphens, capital letters. A number that passes need not
exist; one that fails cannot.
"""

from __future__ import annotations

import re

#: The whole length of an IBAN, by country. https://www.swift.com/standards/data-standards/iban
IBAN_LENGTHS = {"DE": 22, "DK": 18, "EE": 20, "FI": 18, "LT": 20, "LV": 21, "NO": 15, "SE": 24}


def compact(number: str) -> str:
    """A number without what people put in to read it: spaces and hyphens."""
    return re.sub(r"[\s\u2010-\u2013-]", "", number).upper()


def has_its_countrys_length(iban: str) -> bool:
    """Whether an IBAN is as long as its country's are; true of a country whose length we do not know."""
    return len(iban) == IBAN_LENGTHS.get(iban[:2], len(iban))


def passes_mod_97(number: str) -> bool:
    """ISO 7064's MOD 97-10, of IBAN (ISO 13616) and of the RF reference (ISO 11649)."""
    moved = number[4:] + number[:4]
    return int("".join(str(int(letter, 36)) for letter in moved)) % 97 == 1


def passes_7_3_1(reference: str) -> bool:
    """The Finnish reference number: 4 to 20 digits, weights 7, 3, 1 from the right, the last one checks.

    https://www.finanssiala.fi/wp-content/uploads/2021/03/kotimaisen_viitteen_rakenneohje.pdf
    """
    if not re.fullmatch(r"[0-9]{4,20}", reference):
        return False
    *digits, check = map(int, reference)
    weighed = sum(digit * (7, 3, 1)[place % 3] for place, digit in enumerate(reversed(digits)))
    return -weighed % 10 == check


def passes_mod_10(number: str) -> bool:
    """MOD 10 (Luhn), of Swedish OCR references, bankgiro and plusgiro numbers."""
    if not re.fullmatch(r"[0-9]{2,25}", number):
        return False
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(number)))
    return sum(digit // 10 + digit % 10 for digit in doubled) % 10 == 0
