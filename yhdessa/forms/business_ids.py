"""Business ids: an employer is known by the one that its country's register gave it.

They are kept as the register writes them without signs in between, so that one employer has one id however
it is typed, with the letters of its VAT number too. A Swedish personal number has the same shape and the same
check digit; its third digit is below 2, and it is refused.
https://arthurdejong.org/python-stdnum/doc/2.2/stdnum.fi.ytunnus
https://www.skatteverket.se (organisationsnummer)
"""

from __future__ import annotations

import re

#: As much as is looked at.
LONGEST = 40
#: The third digit of an organisation's number at the least: below it are the months of somebody's birth.
LEAST_THIRD_DIGIT = "2"


class NotABusinessId(ValueError):
    """What was written is no business id of the country."""


class PersonalNumber(NotABusinessId):
    """It is a person's: no such number is taken, nor repeated."""


def read_business_id(country: str, written: str) -> str:
    """`90000011` of ` 9000001-1` in FI, `1234567897` of `123456-7897` in SE. Raises NotABusinessId,
    PersonalNumber.
    """
    if len(written) > LONGEST or country not in _READERS:
        raise NotABusinessId
    bare = re.sub(r"[\s\u2010-\u2015\u2212.-]", "", written).upper()
    return _READERS[country](bare, written.strip())


def format_business_id(country: str, normalised: str) -> str:
    """As it is written in its country: `9000001-1`, `123456-7897`."""
    split = 7 if country == "FI" else 6
    return f"{normalised[:split]}-{normalised[split:]}"


def _finnish(bare: str, written: str) -> str:
    from stdnum.exceptions import ValidationError
    from stdnum.fi import hetu, ytunnus

    if hetu.is_valid(written):
        raise PersonalNumber
    digits = bare.removeprefix("FI")
    try:
        return str(ytunnus.validate(digits.zfill(8) if len(digits) == 7 else digits))
    except ValidationError as error:
        raise NotABusinessId from error


def _swedish(bare: str, written: str) -> str:
    from stdnum.exceptions import ValidationError
    from stdnum.se import orgnr, personnummer

    digits = re.fullmatch(r"SE([0-9]{10})01|(?:16)?([0-9]{10})", bare)
    if digits is None:
        if personnummer.is_valid(written):
            raise PersonalNumber
        raise NotABusinessId
    number = digits[1] or digits[2]
    try:
        valid = str(orgnr.validate(number))
    except ValidationError as error:
        raise NotABusinessId from error
    if valid[2] < LEAST_THIRD_DIGIT:
        raise PersonalNumber
    return valid


_READERS = {"FI": _finnish, "SE": _swedish}
