"""The page of payroll giving: the choices, what they come to, and what tax law says of them."""

from __future__ import annotations

from yhdessa.l10n.dates import format_date_range
from yhdessa.l10n.money import Money
from yhdessa.l10n.percent import format_permille
from yhdessa.model.payroll import (
    Payroll,
    PayrollWords,
    TaxCredit,
    TaxWords,
    gift_of_pay,
    in_a_year,
    standing,
    told_sums,
)
from yhdessa.pages.maker import Maker
from yhdessa.view.parts import Passage, Run
from yhdessa.view.payroll import PayGift, PayrollPage, PayRow, PayTable, TaxNote
from yhdessa.view.shell import Link


def payroll_page(maker: Maker) -> PayrollPage:
    """Payroll giving. Raises LookupError for a language without the words, whose page there is not."""
    facts, words = maker.content.payroll, maker.words.payroll
    if facts is None or words is None:
        raise LookupError("payroll")
    fill, mail = maker.texts.fill, maker.content.organisation.partnerships_email
    return PayrollPage(
        lead=maker.lead("payroll"),
        employee=Passage(words.employee_title, lines=maker.fill_all(words.employee)),
        employer=Passage(words.employer_title, lines=maker.fill_all(words.employer)),
        choices_title=words.choices_title,
        choices=_choices(maker, facts, words),
        table=_table(maker, facts, words),
        revocable=Passage(words.revocable_title, fill(words.revocable)),
        privacy=Passage(words.privacy_title, fill(words.privacy)),
        tax=tuple(_tax(maker, facts, name) for name in facts.tax),
        contact_title=words.contact_title,
        contact=fill(words.contact),
        mail=Link(mail, f"mailto:{mail}"),
    )


def _choices(maker: Maker, facts: Payroll, words: PayrollWords) -> tuple[str, ...]:
    sums = [words.monthly.format(amount=maker.money(money)) for money in facts.monthly]
    shares = [words.permille.format(share=share) for share in _shares(maker, facts)]
    return (*sums, *shares)


def _shares(maker: Maker, facts: Payroll) -> tuple[str, ...]:
    return tuple(format_permille(permille, maker.language) for permille in facts.permille)


def _table(maker: Maker, facts: Payroll, words: PayrollWords) -> PayTable:
    told, fill = words.table, maker.texts.fill
    rows = tuple(_row(maker, facts, words, salary) for salary in facts.salaries)
    return PayTable(told.title, fill(told.text), told.salary, _shares(maker, facts), rows, fill(told.note))


def _row(maker: Maker, facts: Payroll, words: PayrollWords, salary: Money) -> PayRow:
    gifts = []
    for permille, share in zip(facts.permille, _shares(maker, facts), strict=True):
        monthly = gift_of_pay(salary, permille)
        month = words.monthly.format(amount=maker.money(monthly))
        year = maker.words.interface.a_year.format(amount=maker.money(in_a_year(monthly)))
        gifts.append(PayGift(share, month, year))
    return PayRow(maker.money(salary), tuple(gifts))


def _tax(maker: Maker, facts: Payroll, name: str) -> TaxNote:
    """A tax rule; whether a sum is enough is reckoned from its limits."""
    words = maker.words.payroll
    if words is None:
        raise LookupError("payroll")
    credit, told, fill = facts.tax[name], words.tax[name], maker.texts.fill
    limits = {
        "minimum_gift": maker.money(credit.minimum_gift) if credit.minimum_gift else "",
        "minimum_year": maker.money(credit.minimum_year) if credit.minimum_year else "",
    }
    return TaxNote(
        title=told.name,
        text=fill(told.text.format(**limits)),
        lines=tuple(_judged(maker, credit, told, money) for money in told_sums(facts, credit)),
        dates=_dates(maker, credit, words),
        source=_source(maker, credit),
        read=words.read.format(date=maker.texts.day(credit.source.read)) if credit.source.read else "",
    )


def _judged(maker: Maker, credit: TaxCredit, told: TaxWords, money: Money) -> str:
    sentences = {"never": told.never, "too_little": told.too_little, "enough": told.enough}
    return sentences[standing(credit, money)].format(amount=maker.money(money))


def _dates(maker: Maker, credit: TaxCredit, words: PayrollWords) -> str:
    if credit.valid_to is None:
        return words.since.format(date=maker.texts.day(credit.valid_from))
    return words.between.format(dates=format_date_range(credit.valid_from, credit.valid_to, maker.language))


def _source(maker: Maker, credit: TaxCredit) -> tuple[Run, ...]:
    named = maker.texts.source(credit.source)
    return (Run(f"{maker.words.interface.source}: "), Run(named, credit.source.url or ""))
