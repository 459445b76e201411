"""The page of payroll giving: the choices, what they come to, and what tax law says of them."""

from __future__ import annotations

from yhdessa.forms.view import Choice
from yhdessa.l10n.currencies import written_unit
from yhdessa.l10n.dates import format_date_range
from yhdessa.l10n.money import Money
from yhdessa.l10n.percent import format_percent, format_permille
from yhdessa.model.payroll import Payroll, TaxCredit, standing, told_sums
from yhdessa.model.payroll_words import PayrollWords, TaxWords
from yhdessa.pages.employer import begin_link
from yhdessa.pages.maker import Maker, there
from yhdessa.pages.payroll_script import CALCULATOR, READER, as_json, as_typed, script_rules
from yhdessa.payroll.shares import gift_of_pay, in_a_year, matching
from yhdessa.view.parts import Passage, Run
from yhdessa.view.payroll import PayCalculator, PayGift, PayrollPage, PayRow, PayTable, TaxNote
from yhdessa.view.shell import Link


def payroll_page(maker: Maker) -> PayrollPage:
    """Payroll giving. Raises ValueError for a language without the words, whose page there is not."""
    facts, words = there(maker.content.payroll), there(maker.words.payroll)
    fill, mail = maker.texts.fill, maker.content.organisation.partnerships_email
    return PayrollPage(
        lead=maker.lead("payroll"),
        employee=Passage(words.employee_title, lines=maker.fill_all(words.employee)),
        employer=Passage(words.employer_title, lines=maker.fill_all(words.employer)),
        choices_title=words.choices_title,
        choices=_choices(maker, facts, words),
        choices_note=fill(words.choices_note),
        calculator=_calculator(maker, facts, words),
        table=_table(maker, facts, words),
        tool=Passage(
            words.tool_title, fill(words.tool_text), link=maker.link("payroll_tool", words.tool_link)
        ),
        revocable=Passage(words.revocable_title, fill(words.revocable)),
        privacy=Passage(words.privacy_title, fill(words.privacy)),
        tax=tuple(_tax(maker, facts, name) for name in facts.tax),
        contact_title=words.contact_title,
        contact=fill(words.contact),
        mail=Link(mail, f"mailto:{mail}"),
        begin=begin_link(maker) if maker.words.employer else None,
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
    shares, matched = _shares(maker, facts), told.matching.replace("{share}", _matching(maker, facts))
    return PayTable(told.title, fill(told.text), told.salary, shares, rows, fill(told.note), fill(matched))


def _matching(maker: Maker, facts: Payroll) -> str:
    return format_percent(facts.matching, maker.language)


def _row(maker: Maker, facts: Payroll, words: PayrollWords, salary: Money) -> PayRow:
    gifts = []
    for permille, share in zip(facts.permille, _shares(maker, facts), strict=True):
        monthly = gift_of_pay(salary, permille)
        month = words.monthly.format(amount=maker.money(monthly))
        yearly = in_a_year(monthly)
        year = maker.words.interface.a_year.format(amount=maker.money(yearly))
        both = in_a_year(monthly + matching(monthly, facts.matching))
        gifts.append(PayGift(share, month, year, words.table.matched.format(amount=maker.money(both))))
    return PayRow(maker.money(salary), tuple(gifts))


def _calculator(maker: Maker, facts: Payroll, words: PayrollWords) -> PayCalculator:
    told = words.calculator
    return PayCalculator(
        title=told.title,
        text=maker.texts.fill(told.text),
        salary=told.salary,
        unit=written_unit(maker.content.organisation.currency, maker.language),
        gift=told.gift,
        choices=_offered(maker, facts, words),
        matching=told.matching.replace("{share}", _matching(maker, facts)),
        error_label=maker.words.interface.error_label,
        rules=script_rules(maker, matching=facts.matching),
        words=as_json(
            {
                "result": told.result,
                "matched": told.matched,
                "unread": told.unread.replace("{example}", as_typed(facts.salaries[-1])),
            }
        ),
        reader=maker.script(READER),
        script=maker.script(CALCULATOR),
    )


def _offered(maker: Maker, facts: Payroll, words: PayrollWords) -> tuple[Choice, ...]:
    """The shares and then the sums, as the calculator knows them: the first is chosen."""
    shares = [f"permille:{permille}" for permille in facts.permille]
    sums = [f"sum:{money.minor}" for money in facts.monthly]
    told = _choices(maker, facts, words)
    count = len(sums)
    return tuple(Choice(*pair) for pair in zip((*shares, *sums), (*told[count:], *told[:count]), strict=True))


def _tax(maker: Maker, facts: Payroll, name: str) -> TaxNote:
    """A tax rule; whether a sum is enough is reckoned from its limits."""
    words = there(maker.words.payroll)
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
