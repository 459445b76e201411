"""The numbers and words of these rules, for the script that reads files in the browser by the same ones."""

from __future__ import annotations

from yhdessa.l10n.currencies import MINOR_DIGITS, minor_digits
from yhdessa.payroll.cells import MOST_GIFT, MOST_GIFT_ELSEWHERE, units_of
from yhdessa.payroll.headings import PAYS, PERMILLES, SUMS
from yhdessa.payroll.problems import MOST_PROBLEMS
from yhdessa.payroll.remittance import MOST_TOTAL
from yhdessa.payroll.sheet import MOST_BYTES, MOST_LETTERS, MOST_LINES

#: The largest salary of a month is so many times the largest gift: what is larger is a mistake.
PAY_TO_GIFT = 100


def browser_rules(currency: str) -> dict[str, object]:
    """What `remittance.js` needs to know of files in `currency`, as JSON has it. Raises ValueError.

    `units` may stand beside a sum; `elsewhere` are other currencies' units. Limits of sums are minor units.
    """
    most_gift = MOST_GIFT.get(currency, MOST_GIFT_ELSEWHERE)
    return {
        "digits": minor_digits(currency),
        "units": list(units_of(currency)),
        "elsewhere": [
            {"units": list(units_of(other)), "digits": digits}
            for other, digits in MINOR_DIGITS.items()
            if other != currency
        ],
        "sums": sorted(SUMS),
        "pays": sorted(PAYS),
        "permilles": sorted(PERMILLES),
        "mostBytes": MOST_BYTES,
        "mostLines": MOST_LINES,
        "mostLetters": MOST_LETTERS,
        "mostProblems": MOST_PROBLEMS,
        "mostGift": most_gift,
        "mostPay": most_gift * PAY_TO_GIFT,
        "mostTotal": MOST_TOTAL,
    }
