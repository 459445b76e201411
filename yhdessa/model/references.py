"""References: every id that one file names stands in the file it belongs to, and nothing stands twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yhdessa.l10n.endonyms import endonym
from yhdessa.l10n.money import Money, format_money
from yhdessa.l10n.tags import UnknownLanguage
from yhdessa.model.challenge import check_challenges
from yhdessa.model.challenge_words import check_challenge_words
from yhdessa.model.collection import PARTS, check_collection
from yhdessa.model.contact import check_contact
from yhdessa.model.content import Content, Words
from yhdessa.model.document import Document, Path_, dotted
from yhdessa.model.employer import check_employer
from yhdessa.model.employer_words import check_employer_words
from yhdessa.model.explain import nearest
from yhdessa.model.impact.index import words_needed
from yhdessa.model.impact.messages import check_messages, check_section_slugs
from yhdessa.model.joining import check_joining, joining_words
from yhdessa.model.letters import check_letters
from yhdessa.model.mission import check_mission_words
from yhdessa.model.monthly import check_monthly
from yhdessa.model.notices import check_notices, check_notices_words
from yhdessa.model.organisation import Organisation
from yhdessa.model.page import PAGES, linkable_pages
from yhdessa.model.partner import check_customers, check_partner
from yhdessa.model.partner_desk_words import STATES, STEPS
from yhdessa.model.partner_sign_up import check_partner_sign_up
from yhdessa.model.payroll import check_payroll
from yhdessa.model.places import check_places
from yhdessa.model.plurals import check_plurals
from yhdessa.model.problem import Problem
from yhdessa.model.site_pages import check_pages
from yhdessa.model.statement import check_statements, statement_words_needed
from yhdessa.model.strategy import check_strategy, check_strategy_words
from yhdessa.model.ways import check_ways
from yhdessa.model.word_folders import check_word_folders

#: A file of words, the place in it, the ids that the facts have and those that have words.
_Pair = tuple[str, Path_, Iterable[str], Iterable[str]]


def check_references(content: Content) -> list[Problem]:
    """Every id that leads nowhere, every id without words, every number or address that stands twice."""
    problems = [*_facts(content), *_currencies(content), *_goal_numbers(content), *_optional_facts(content)]
    problems += check_pages(content)
    for words in content.words.values():
        problems += [
            *_words_of_facts(content, words),
            *check_mission_words(content.document(words.language, "mission.yml"), words.mission),
            *check_strategy_words(content.document(words.language, "strategy.yml"), words.strategy),
            *check_word_folders(content, words),
            *_slugs(content, words),
            *check_plurals(
                content.document(words.language, "interface.yml"), words.interface, words.language
            ),
            *_impact_words(content, words),
            *_notices_words(content, words),
            *_employer_words(content, words),
            *_challenge_words(content, words),
            *_letters(content, words),
            *check_places(content, words),
        ]
    return problems


def check_languages(organisation: Organisation, document: Document) -> list[Problem]:
    """Every language of the site that nobody knows, or that stands twice."""
    problems: list[Problem] = []
    for index, language in enumerate(organisation.languages):
        line = document.line(("languages", index))
        if language in organisation.languages[:index]:
            problems.append(Problem(document.file, line, "languages", f"`{language}` stands twice"))
        try:
            endonym(language)
        except UnknownLanguage:
            message, remedy = (
                f"`{language}` is no language that is known",
                "write its code, as fi, sv, en, de",
            )
            problems.append(Problem(document.file, line, "languages", message, remedy))
    return problems


def _facts(content: Content) -> Iterator[Problem]:
    statistics, tiers, goals = list(content.statistics), list(content.tiers), list(content.goals)
    figures = content.document("facts", "statistics.yml")
    for name, statistic in content.statistics.items():
        yield from _known([statistic.source], list(content.sources), figures, (name, "source"), "source")
    helplines = content.document("facts", "helplines.yml")
    for name, helpline in content.helplines.items():
        if helpline.source is not None:
            yield from _known([helpline.source], list(content.sources), helplines, (name, "source"), "source")
    if content.impact is not None:
        report = content.document("facts", "impact.yml")
        yield from _known([content.impact.source], list(content.sources), report, ("source",), "source")
    mission = content.document("facts", "mission.yml")
    yield from _known(content.mission.statistics, statistics, mission, ("statistics",), "figure")
    for name, goal in content.goals.items():
        document = content.document("facts", "goals", f"{name}.yml")
        yield from _known(goal.statistics, statistics, document, ("statistics",), "figure")
        yield from _known(goal.tiers, tiers, document, ("tiers",), "partner tier")
    yield from check_customers(content.partners, content.documents)
    for name, partner in content.partners.items():
        document = content.document("facts", "partners", f"{name}.yml")
        yield from check_partner(document, partner)
        yield from _known([partner.tier], tiers, document, ("tier",), "partner tier")
        yield from _known(partner.goals, goals, document, ("goals",), "goal")
        for index, goal_id in enumerate(partner.goals):
            if (
                goal_id in content.goals
                and set(content.goals[goal_id].tiers) <= set(tiers)
                and partner.tier in tiers
                and partner.tier not in content.goals[goal_id].tiers
            ):
                message = f"the goal `{goal_id}` does not offer the tier `{partner.tier}`"
                remedy = f"add it to `tiers` in content/facts/goals/{goal_id}.yml"
                yield Problem(document.file, document.line(("goals", index)), "goals", message, remedy)


def _known(
    names: Iterable[str], known: list[str], document: Document, path: Path_, kind: str
) -> Iterator[Problem]:
    for index, name in enumerate(names):
        if name not in known:
            line = document.line((*path, index))
            yield Problem(
                document.file,
                line,
                dotted(path),
                f"unknown {kind} `{name}`",
                nearest(name, known),
            )


def _currencies(content: Content) -> Iterator[Problem]:
    giving = content.document("facts", "giving.yml")
    sums: list[tuple[Document, Path_, Money]] = [
        (giving, ("minimum",), content.giving.minimum),
        (giving, ("maximum",), content.giving.maximum),
        *((giving, ("presets", index), money) for index, money in enumerate(content.giving.presets)),
    ]
    tiers = content.document("facts", "tiers.yml")
    sums += [(tiers, (name, "yearly"), tier.yearly) for name, tier in content.tiers.items()]
    sums += [
        (content.document("facts", "goals", f"{name}.yml"), ("target",), goal.target)
        for name, goal in content.goals.items()
        if goal.target is not None
    ]
    currency = content.organisation.currency
    for document, path, money in sums:
        if money.currency != currency:
            message = f"is in {money.currency}, and the organisation takes {currency}"
            yield Problem(document.file, document.line(path), dotted(path), message)
    if any(money.currency != currency for _, _, money in sums):
        return
    giving_facts = content.giving
    for index, money in enumerate(giving_facts.presets):
        if not content.giving.minimum <= money <= content.giving.maximum:
            limits = " to ".join(
                format_money(limit, "en") for limit in (giving_facts.minimum, giving_facts.maximum)
            )
            line = giving.line(("presets", index))
            yield Problem(giving.file, line, f"presets.{index}", f"is outside the limits {limits}")


def _goal_numbers(content: Content) -> Iterator[Problem]:
    first: dict[int, str] = {}
    for name, goal in content.goals.items():
        if goal.number in first:
            document = content.document("facts", "goals", f"{name}.yml")
            message = f"{goal.number} is the number of another goal"
            remedy = f"content/facts/goals/{first[goal.number]}.yml has it"
            yield Problem(document.file, document.line(("number",)), "number", message, remedy)
        first.setdefault(goal.number, name)


def _optional_facts(content: Content) -> Iterator[Problem]:
    """What holds inside a file whose parts, or the whole of it, an organisation may do without."""
    organisation = content.organisation
    yield from check_strategy(content.document("facts", "strategy.yml"), content.strategy)
    if content.ways is not None:
        yield from check_ways(content.document("facts", "ways.yml"), content.ways, organisation)
    if content.payroll is not None:
        document = content.document("facts", "payroll.yml")
        yield from check_payroll(document, content.payroll, organisation.currency)
    if content.employer is not None:
        document = content.document("facts", "employer.yml")
        yield from check_employer(document, content.employer, payroll=content.payroll is not None)
    if content.partner is not None:
        document = content.document("facts", "partner.yml")
        yield from check_partner_sign_up(document, content.partner, list(content.tiers))
    if content.monthly is not None:
        document = content.document("facts", "monthly.yml")
        yield from check_monthly(document, content.monthly, content.giving, organisation.currency)
    if content.challenges is not None:
        document = content.document("facts", "challenges.yml")
        yield from check_challenges(document, content.challenges, content.goals, organisation.currency)
    if content.statements is not None:
        yield from check_statements(content.document("facts", "statements.yml"), content.statements)
    if content.contact is not None:
        pages = linkable_pages(content.words[content.languages[0]].pages)
        document = content.document("facts", "contact.yml")
        yield from check_contact(document, content.contact, content.statements, pages)
    if content.collection is not None:
        yield from check_collection(
            content.document("facts", "collection.yml"), content.collection, organisation
        )
    if content.notices is not None:
        document = content.document("facts", "notices.yml")
        yield from check_notices(document, content.notices, organisation.currency)
    yield from check_joining(content)


def _words_of_facts(content: Content, words: Words) -> Iterator[Problem]:
    """Each id of the facts has words in this language, and each set of words a fact."""
    pairs: list[_Pair] = [
        ("statistics.yml", (), content.statistics, words.statistics),
        ("tiers.yml", (), content.tiers, words.tiers),
        ("helplines.yml", (), content.helplines, words.helplines),
        ("sdgs.yml", (), [str(number) for number in range(1, 18)], words.sdgs),
        ("mission.yml", ("values",), content.mission.values, words.mission.values),
        ("strategy.yml", ("goals",), content.strategy.goals, words.strategy.goals),
        ("strategy.yml", ("focus_areas",), content.strategy.focus_areas, words.strategy.focus_areas),
        ("strategy.yml", ("milestones",), content.strategy.milestones, words.strategy.milestones),
    ]
    if content.impact is not None and words.impact is not None:
        needed = words_needed(content.impact)
        pairs += [("impact.yml", (name,), ids, getattr(words.impact, name)) for name, ids in needed.items()]
    pairs += _optional_words(content, words)
    for file, path, facts, told in pairs:
        document = content.document(words.language, file)
        missing, surplus = set(facts) - set(told), set(told) - set(facts)
        for name in sorted(missing):
            yield Problem(
                document.file,
                document.line(path),
                dotted((*path, name)),
                "has no words here",
                "its facts are in content/facts",
            )
        for name in sorted(surplus):
            yield Problem(
                document.file,
                document.line((*path, name)),
                dotted((*path, name)),
                "has words, but no facts",
                nearest(name, sorted(facts)),
            )


def _impact_words(content: Content, words: Words) -> Iterator[Problem]:
    """What holds inside the words of the impact report."""
    if content.impact is not None and words.impact is not None:
        document = content.document(words.language, "impact.yml")
        yield from check_section_slugs(document, words.impact)
        yield from check_messages(document, content.impact, words.impact)


def _notices_words(content: Content, words: Words) -> Iterator[Problem]:
    """What holds inside the words of the notices to staff."""
    if words.notices is not None:
        document = content.document(words.language, "notices.yml")
        yield from check_notices_words(document, words.notices, words.language)


def _letters(content: Content, words: Words) -> Iterator[Problem]:
    """What holds inside the letters that the functions send; that there are some, where they are needed."""
    monthly, partners = content.monthly is not None, content.partner is not None
    if words.letters is not None:
        document = content.document(words.language, "letters.yml")
        yield from check_letters(document, words.letters, monthly=monthly, partners=partners)
    elif monthly or partners:
        file = f"content/{words.language}/letters.yml"
        remedy = "those who give monthly, and partners, are sent letters"
        yield Problem(file, 0, "", "is missing: there is no such file", remedy)


def _employer_words(content: Content, words: Words) -> Iterator[Problem]:
    """What holds inside the words to employers."""
    if words.employer is not None:
        document = content.document(words.language, "employer.yml")
        yield from check_employer_words(document, words.employer, words.language)


def _challenge_words(content: Content, words: Words) -> Iterator[Problem]:
    """What holds inside the words of workplace challenges."""
    if words.challenges is not None:
        document = content.document(words.language, "challenges.yml")
        yield from check_challenge_words(document, words.challenges, words.language)


def _optional_words(content: Content, words: Words) -> Iterator[_Pair]:
    """The same for the files that an organisation may do without."""
    if content.ways is not None and words.ways is not None:
        yield "ways.yml", (), content.ways.offered(), words.ways.told()
    if content.payroll is not None and words.payroll is not None:
        yield "payroll.yml", ("tax",), content.payroll.tax, words.payroll.tax
    if content.employer is not None and words.employer is not None:
        countries = content.employer.countries
        yield "employer.yml", ("sign_up", "countries"), countries, words.employer.sign_up.countries
    if content.partner is not None and words.partner is not None:
        countries, notes = content.partner.countries, content.partner.notes()
        yield "partner.yml", ("sign_up", "countries"), countries, words.partner.sign_up.countries
        yield "partner.yml", ("vat_notes",), notes, words.partner.vat_notes
        yield "partner.yml", ("desk", "leads"), STATES, words.partner.desk.leads
        yield "partner.yml", ("desk", "steps"), STEPS, words.partner.desk.steps
    if content.dedication is not None and words.dedication is not None:
        yield "dedication.yml", ("kinds",), content.dedication.kinds, words.dedication.kinds
    if content.challenges is not None and words.challenges is not None:
        yield "challenges.yml", ("challenges",), content.challenges, words.challenges.challenges
    if content.statements is not None and words.statements is not None:
        needed = statement_words_needed(content.statements)
        for path, facts in needed.items():
            part = getattr(words.statements, str(path[0]))
            yield "statements.yml", path, facts, getattr(part, str(path[1]))
    if content.contact is not None and words.contact is not None:
        yield "contact.yml", ("topics",), content.contact.topics, words.contact.topics
    if content.collection is not None and words.collection is not None:
        for part in PARTS:
            ids = content.collection.ids(part)
            yield "collection.yml", (part,), ids, getattr(words.collection, part)
    yield from joining_words(content, words)


def _slugs(content: Content, words: Words) -> Iterator[Problem]:
    """No two pages of a language share an address, and only the front page and the 404 page lack one."""
    pages = content.document(words.language, "pages.yml")
    first: dict[str, str] = {}
    for page, words_of_page in words.pages.named().items():
        name, slug = PAGES[page], words_of_page.slug
        if name in ("home", "not_found"):
            continue
        if slug is None:
            yield Problem(
                pages.file, pages.line((name,)), f"{name}.slug", "is missing", f"for example `slug: {name}`"
            )
        elif slug in first:
            yield Problem(
                pages.file,
                pages.line((name, "slug")),
                f"{name}.slug",
                f"`{slug}` is the address of `{first[slug]}` too",
            )
        first.setdefault(slug or "", name)
