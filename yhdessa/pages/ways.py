"""The other ways to give: numbers as people read them, and a code for banks' applications."""

from __future__ import annotations

from yhdessa.model.ways import BankAccount, BankWords, CodeWords, NinetyAccount, NinetyWords, WayWords
from yhdessa.pages.maker import Maker
from yhdessa.pages.qr import draw_code, transfer_text
from yhdessa.view.parts import Detail
from yhdessa.view.ways import OtherWays, QrCode, Way


def other_ways(maker: Maker) -> OtherWays | None:
    """Every way that there is besides the form, in order; None where there is none."""
    facts, words = maker.content.ways, maker.words.ways
    if facts is None or words is None:
        return None
    ways: list[Way] = []
    if words.bank_accounts is not None:
        ways += (_transfer(maker, account, words.bank_accounts) for account in facts.bank_accounts)
    if facts.mobilepay is not None and words.mobilepay is not None:
        ways.append(_number(maker, words.mobilepay, facts.mobilepay.number, facts.mobilepay.example))
    if facts.swish is not None and words.swish is not None:
        number = grouped(facts.swish.number, 3, 3, 2, 2)
        ways.append(_number(maker, words.swish, number, facts.swish.example))
    if facts.ninety_account is not None and words.ninety_account is not None:
        ways.append(_ninety(maker, facts.ninety_account, words.ninety_account))
    notice = maker.texts.fill(words.example) if any(way.example for way in ways) else ""
    return OtherWays(words.title, maker.texts.fill(words.lead), notice, tuple(ways))


def grouped(number: str, *lengths: int) -> str:
    """`number` in groups of these lengths, the last of which goes on to its end: `123 000 00 00`."""
    groups: list[str] = []
    rest = number
    while rest:
        length = lengths[len(groups)] if len(groups) < len(lengths) else lengths[-1]
        groups.append(rest[:length])
        rest = rest[length:]
    return " ".join(groups)


def written_iban(iban: str) -> str:
    """In fours, as ISO 13616 prints it: `FI21 1234 5600 0007 85`."""
    return grouped(iban, 4)


def written_reference(reference: str, country: str) -> str:
    """A reference as its bank prints it.

    ISO 11649's in fours: `RF18 5390 0754 7034`; a Finnish one in fives from its end: `12 34561` (Finance
    Finland); another country's in one piece.
    """
    if reference.startswith("RF"):
        return grouped(reference, 4)
    if country != "FI":
        return reference
    return grouped(reference, len(reference) % 5 or 5, 5)


def _transfer(maker: Maker, account: BankAccount, words: BankWords) -> Way:
    reference = account.reference and written_reference(account.reference, account.iban[:2])
    told = (
        (words.receiver, account.receiver),
        (words.iban, written_iban(account.iban)),
        (words.bic, account.bic),
        (words.reference, reference),
    )
    return Way(
        name=words.name,
        text=maker.texts.fill(words.text),
        example=account.example,
        details=tuple(Detail(label, value) for label, value in told if value),
        code=_code(maker, account, words.code) if words.code else None,
    )


def _code(maker: Maker, account: BankAccount, words: CodeWords) -> QrCode | None:
    """The account's QR code; a code of the European Payments Council is for euros alone."""
    if maker.content.organisation.currency != "EUR":
        return None
    text = transfer_text(account.receiver, account.iban, account.bic, account.reference)
    path, size = draw_code(text)
    return QrCode(words.name, maker.texts.fill(words.text), size, path, account.example)


def _number(maker: Maker, words: WayWords, number: str, example: bool) -> Way:
    return Way(words.name, maker.texts.fill(words.text), example, number=number)


def _ninety(maker: Maker, account: NinetyAccount, words: NinetyWords) -> Way:
    """The 90 account: `90 00 00-1` is how plusgiro writes its numbers, `900-0001` how bankgiro does."""
    details = []
    if account.plusgiro:
        number, check = account.plusgiro[:-1], account.plusgiro[-1]
        details.append(Detail(words.plusgiro, f"{grouped(number, 2)}-{check}"))
    if account.bankgiro:
        details.append(Detail(words.bankgiro, f"{account.bankgiro[:3]}-{account.bankgiro[3:]}"))
    return Way(words.name, maker.texts.fill(words.text), account.example, details=tuple(details))
