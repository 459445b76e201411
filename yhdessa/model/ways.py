"""Other ways to give: a bank account, a MobilePay or Swish number, a Swedish 90 account.

Gifts given so never pass through the site: what is wrong here sends somebody's money astray, so each number
is held against its check digits, and what is invented can be nobody's account.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from yhdessa.model.account_numbers import (
    BankgiroNumber,
    Bic,
    Iban,
    MobilePayNumber,
    PlusgiroNumber,
    Receiver,
    Reference,
    SwishNumber,
)
from yhdessa.model.check_digits import (
    compact,
    has_its_countrys_length,
    passes_7_3_1,
    passes_mod_10,
    passes_mod_97,
)
from yhdessa.model.document import Document, Path_, dotted
from yhdessa.model.fields import Line, Record, Text
from yhdessa.model.organisation import Organisation
from yhdessa.model.problem import Problem

#: The IBAN registry's own examples, which are nobody's accounts.
EXAMPLE_IBANS = {"FI": "FI21 1234 5600 0007 85", "SE": "SE45 5000 0000 0583 9825 7466"}
#: Which money each way carries.
CURRENCIES = {"mobilepay": "EUR", "swish": "SEK", "ninety_account": "SEK"}
#: Every way, in the order of the page.
WAYS = ("bank_accounts", "mobilepay", "swish", "ninety_account")
WRONG_DIGIT = "has a check digit that does not fit"
COPY_AGAIN = "a digit is wrong, missing or in another's place: copy it again"


class BankAccount(Record):
    """An account that gifts can be transferred to."""

    receiver: Receiver = Field(
        description="Whose account it is, as the bank has it.", examples=["Yhdessä ry"]
    )
    iban: Iban = Field(description="The account number.", examples=["FI21 1234 5600 0007 85"])
    bic: Bic | None = Field(
        default=None, description="The bank's code, for gifts from abroad.", examples=["ESIMFIH0"]
    )
    reference: Reference | None = Field(
        default=None,
        description="The reference that marks a gift: Finnish, RF or OCR.",
        examples=["12 34561"],
    )
    example: bool = Field(default=False, description="true when the account is invented.", examples=["true"])


class MobilePay(Record):
    """A MobilePay number."""

    number: MobilePayNumber = Field(description="The number, between quotation marks.", examples=["12345"])
    example: bool = Field(default=False, description="true when the number is invented.", examples=["true"])


class Swish(Record):
    """A Swish number."""

    number: SwishNumber = Field(description="The number.", examples=["123 900 00 00"])
    example: bool = Field(default=False, description="true when the number is invented.", examples=["true"])


class NinetyAccount(Record):
    """A 90 account: Svensk Insamlingskontroll watches what is given to it."""

    plusgiro: PlusgiroNumber | None = Field(
        default=None, description="Its plusgiro number.", examples=["90 00 00-1"]
    )
    bankgiro: BankgiroNumber | None = Field(
        default=None, description="Its bankgiro number.", examples=["900-0001"]
    )
    example: bool = Field(default=False, description="true when the account is invented.", examples=["true"])


class Ways(Record):
    """content/facts/ways.yml"""

    bank_accounts: list[BankAccount] = Field(
        default_factory=list, description="The accounts for transfers, in order."
    )
    mobilepay: MobilePay | None = Field(default=None, description="MobilePay, for gifts in euros.")
    swish: Swish | None = Field(default=None, description="Swish, for gifts in kronor.")
    ninety_account: NinetyAccount | None = Field(
        default=None, description="The 90 account, which stands for a collection permit in Sweden."
    )

    def offered(self) -> list[str]:
        """The ways that there are, in the order of the page."""
        return [name for name in WAYS if getattr(self, name)]


class WayWords(Record):
    """One way: its name, and how to use it."""

    name: Line = Field(description="Its name.", examples=["MobilePay"])
    text: Text = Field(description="How to give so, in a sentence or two.")


class CodeWords(Record):
    """The QR code that a bank's application reads."""

    name: Line = Field(
        description="What it is, for those who cannot see it.", examples=["QR-kod för kontoöverföringen"]
    )
    text: Text = Field(description="How to use it, in a sentence or two.")


class BankWords(WayWords):
    """The transfer, and the names of what a giver copies."""

    receiver: Line = Field(description="What the receiver is called.", examples=["Mottagare"])
    iban: Line = Field(description="What the account number is called.", examples=["Kontonummer (IBAN)"])
    bic: Line = Field(description="What the bank's code is called.", examples=["BIC"])
    reference: Line = Field(description="What the reference is called.", examples=["Referensnummer"])
    code: CodeWords | None = Field(
        default=None, description="The QR code for banks' applications, where gifts are in euros."
    )


class NinetyWords(WayWords):
    """The 90 account, and the names of its two numbers."""

    plusgiro: Line = Field(description="What the plusgiro number is called.", examples=["Plusgiro"])
    bankgiro: Line = Field(description="What the bankgiro number is called.", examples=["Bankgiro"])


class WaysWords(Record):
    """content/<language>/ways.yml"""

    title: Line = Field(description="The heading over them.", examples=["Andra sätt att ge"])
    lead: Text = Field(description="A sentence or two over them.")
    example: Text = Field(description="What is said where a number is an example.")
    bank_accounts: BankWords | None = Field(default=None, description="The transfer.")
    mobilepay: WayWords | None = Field(default=None, description="MobilePay.")
    swish: WayWords | None = Field(default=None, description="Swish.")
    ninety_account: NinetyWords | None = Field(default=None, description="The 90 account.")

    def told(self) -> list[str]:
        """The ways that have words."""
        return [name for name in WAYS if getattr(self, name)]


def check_ways(document: Document, ways: Ways, organisation: Organisation) -> Iterator[Problem]:
    """What holds between the ways and the organisation, and between an account and its reference."""
    for index, account in enumerate(ways.bank_accounts):
        path: Path_ = ("bank_accounts", index)
        yield from _account(document, path, account)
        first = [earlier.iban for earlier in ways.bank_accounts].index(account.iban)
        if first < index:
            message = "is the number of another account too"
            remedy = f"{document.file}:{document.line(('bank_accounts', first, 'iban'))} has it"
            yield _problem(document, (*path, "iban"), message, remedy)
    for name, currency in CURRENCIES.items():
        if getattr(ways, name) and organisation.currency != currency:
            message = f"carries {currency}, and the organisation takes {organisation.currency}"
            yield _problem(document, (name,), message)
    for path, example in _numbers(ways):
        if organisation.demonstration and not example:
            message = "is not marked as an example, and the organisation is invented"
            yield _problem(document, path, message, "add `example: true`")
    if ways.ninety_account is not None:
        yield from _ninety(document, ways.ninety_account)
    yield from _examples(document, ways)


def _ninety(document: Document, account: NinetyAccount) -> Iterator[Problem]:
    numbers = {"plusgiro": account.plusgiro, "bankgiro": account.bankgiro}
    for name, number in numbers.items():
        if number is not None and not passes_mod_10(number):
            yield _problem(document, ("ninety_account", name), WRONG_DIGIT, COPY_AGAIN)
    if not any(numbers.values()):
        remedy = "for example `plusgiro: 90 00 00-1`"
        yield _problem(document, ("ninety_account",), "has neither `plusgiro` nor `bankgiro`", remedy)


def _account(document: Document, path: Path_, account: BankAccount) -> Iterator[Problem]:
    place, country, iban = (*path, "iban"), account.iban[:2], account.iban
    if not has_its_countrys_length(iban):
        yield _problem(document, place, f"is not as long as an account number of {country}", COPY_AGAIN)
    elif not passes_mod_97(iban):
        yield _problem(document, place, WRONG_DIGIT, COPY_AGAIN)
    elif account.example and iban not in map(compact, EXAMPLE_IBANS.values()):
        remedy = f"write `iban: {EXAMPLE_IBANS.get(country, EXAMPLE_IBANS['FI'])}`, which is nobody's"
        yield _problem(document, place, "is an example, and may be somebody's account", remedy)
    elif not account.example and iban in map(compact, EXAMPLE_IBANS.values()):
        yield _problem(document, place, "is printed as an example and is nobody's account")
    if account.reference is not None and not _fits(account.reference, country):
        yield _problem(document, (*path, "reference"), WRONG_DIGIT, COPY_AGAIN)
    if account.bic is not None and account.bic[4:6] != country:
        message = f"is a bank's of {account.bic[4:6]}, and the account is of {country}"
        place = (*path, "bic")
        yield Problem(document.file, document.line(place), dotted(place), message, severity="warning")


def _fits(reference: str, country: str) -> bool:
    if reference.startswith("RF"):
        return passes_mod_97(reference)
    # Of other countries' own references we know no rule.
    checks = {"FI": passes_7_3_1, "SE": passes_mod_10}
    return country not in checks or checks[country](reference)


def _numbers(ways: Ways) -> Iterator[tuple[Path_, bool]]:
    for index, account in enumerate(ways.bank_accounts):
        yield ("bank_accounts", index), account.example
    for name in CURRENCIES:
        way = getattr(ways, name)
        if way is not None:
            yield (name,), way.example


def _examples(document: Document, ways: Ways) -> Iterator[Problem]:
    """An invented number is all zeros after what such numbers begin with: nobody can be paid by mistake."""
    written: list[tuple[Path_, bool, str | None, str, str]] = []
    if ways.mobilepay is not None:
        way = ways.mobilepay
        written.append((("mobilepay", "number"), way.example, way.number, "", '"00000"'))
    if ways.swish is not None:
        written.append((("swish", "number"), ways.swish.example, ways.swish.number, "123", "123 000 00 00"))
    if ways.ninety_account is not None:
        ninety = ways.ninety_account
        # The last digit is the check digit.
        for name, number, right in (
            ("plusgiro", ninety.plusgiro, "90 00 00-1"),
            ("bankgiro", ninety.bankgiro, "900-0001"),
        ):
            written.append((("ninety_account", name), ninety.example, number and number[:-1], "90", right))
    for path, example, digits, prefix, right in written:
        if example and digits and set(digits.removeprefix(prefix)) != {"0"}:
            message = "is an example, and may be somebody's number"
            yield _problem(document, path, message, f"write `{path[-1]}: {right}`")


def _problem(document: Document, path: Path_, message: str, remedy: str = "") -> Problem:
    return Problem(document.file, document.line(path), dotted(path), message, remedy)
