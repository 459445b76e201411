"""Numbers of accounts and payments as facts hold them; what their check digits say is in check_digits.py."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from yhdessa.model.check_digits import compact

#: As people write them, kept compact. Editors' schemas know these patterns.
Iban = Annotated[
    str, StringConstraints(pattern=r"^[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]){11,30}$"), AfterValidator(compact)
]
Bic = Annotated[str, StringConstraints(pattern=r"^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$")]
Reference = Annotated[
    str,
    StringConstraints(pattern=r"^(?:[0-9](?: ?[0-9]){1,24}|RF[0-9]{2}(?: ?[A-Z0-9]){1,21})$"),
    AfterValidator(compact),
]
#: A SEPA transfer has room for 70 characters (EPC069-12).
Receiver = Annotated[str, StringConstraints(min_length=1, max_length=70, strip_whitespace=True)]
MobilePayNumber = Annotated[str, StringConstraints(pattern=r"^[0-9]{4,6}$")]
SwishNumber = Annotated[
    str, StringConstraints(pattern=r"^123 ?[0-9]{3} ?[0-9]{2} ?[0-9]{2}$"), AfterValidator(compact)
]
PlusgiroNumber = Annotated[
    str, StringConstraints(pattern=r"^90 ?[0-9]{2} ?[0-9]{2} ?-[0-9]$"), AfterValidator(compact)
]
BankgiroNumber = Annotated[str, StringConstraints(pattern=r"^90[0-9]-?[0-9]{4}$"), AfterValidator(compact)]
