"""The statements: how accessible the site is, and what becomes of personal data."""

from __future__ import annotations

from collections.abc import Mapping

from yhdessa.l10n.numbers import format_number
from yhdessa.model.fields import FIGURE
from yhdessa.model.statement import Authority, Privacy, Statements
from yhdessa.model.statement_words import AuthorityWords, PrivacyWords, StatementsWords
from yhdessa.pages.maker import Maker
from yhdessa.view.parts import Detail, Run
from yhdessa.view.shell import Link
from yhdessa.view.statements import AccessibilityPage, LinkedPassage, PrivacyPage, Processor, Purpose


def accessibility_page(maker: Maker) -> AccessibilityPage:
    """The accessibility statement. Raises LookupError where there is none."""
    statements, told = _both(maker)
    facts, words, fill = statements.accessibility, told.accessibility, maker.texts.fill
    claim = words.conformance[facts.conformance].format(standard=facts.standard, level=facts.level)
    return AccessibilityPage(
        lead=maker.lead("accessibility"),
        conformance_title=words.conformance_title,
        conformance=fill(claim),
        evaluated=words.evaluated.format(date=maker.texts.day(facts.evaluated)),
        methods_title=words.methods_title,
        methods=maker.fill_all([words.methods[name] for name in facts.methods]),
        shortcomings_title=words.shortcomings_title,
        shortcomings=maker.fill_all([words.shortcomings[name] for name in facts.shortcomings]),
        feedback=_with_mail(maker, words.feedback_title, words.feedback, facts.feedback_email),
        authority=_authority(maker, facts.authority, words.authority),
    )


def privacy_page(maker: Maker) -> PrivacyPage:
    """The privacy statement. Raises LookupError where there is none."""
    statements, told = _both(maker)
    facts, words, fill = statements.privacy, told.privacy, maker.texts.fill
    return PrivacyPage(
        lead=maker.lead("privacy"),
        controller=_with_mail(maker, words.controller_title, words.controller, facts.email),
        cookies_title=words.cookies_title,
        cookies=fill(words.cookies),
        purposes_title=words.purposes_title,
        purposes=tuple(_purpose(maker, facts, words, name) for name in facts.purposes),
        processors_title=words.processors_title,
        processors=tuple(
            Processor(Link(processor.name, processor.website), fill(words.processors[name]))
            for name, processor in facts.processors.items()
        ),
        rights=_with_mail(maker, words.rights_title, words.rights, facts.email),
        authority=_authority(maker, facts.authority, words.authority),
    )


def linked(maker: Maker, text: str, links: Mapping[str, Link]) -> tuple[Run, ...]:
    """`text` in pieces, with a link in each of its places: `{email}` becomes the link of that name."""
    runs, end = [], 0
    for match in FIGURE.finditer(text):
        runs.append(Run(maker.texts.fill(text[end : match.start()])))
        runs.append(Run(links[match[1]].text, links[match[1]].href))
        end = match.end()
    runs.append(Run(maker.texts.fill(text[end:])))
    return tuple(run for run in runs if run.text)


def _both(maker: Maker) -> tuple[Statements, StatementsWords]:
    if maker.content.statements is None or maker.words.statements is None:
        raise LookupError("statements")
    return maker.content.statements, maker.words.statements


def _with_mail(maker: Maker, title: str, text: str, mail: str) -> LinkedPassage:
    return LinkedPassage(title, linked(maker, text, {"email": Link(mail, f"mailto:{mail}")}))


def _authority(maker: Maker, facts: Authority, words: AuthorityWords) -> LinkedPassage:
    link = Link(words.name, facts.website)
    return LinkedPassage(words.title, linked(maker, words.text, {"authority": link}))


def _purpose(maker: Maker, facts: Privacy, words: PrivacyWords, name: str) -> Purpose:
    """A purpose: which data, on what grounds, by whom, and how long it is kept."""
    purpose, told = facts.purposes[name], words.purposes[name]
    years = format_number(str(purpose.kept_years), maker.language) if purpose.kept_years else ""
    details = [
        _detail(words.basis_title, [words.bases[basis] for basis in purpose.bases]),
        _detail(words.processor_title, [facts.processors[handler].name for handler in purpose.processors]),
        _detail(words.kept_title, [told.kept.format(years=years)]),
    ]
    return Purpose(told.name, maker.texts.fill(told.text), tuple(detail for detail in details if detail))


def _detail(label: str, values: list[str]) -> Detail | None:
    return Detail(label, values[0], tuple(values[1:])) if values else None
