"""A published report whose sums do not hold: all that fails is found, and nothing else is said."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from yhdessa.model.arithmetic.report import check_report, footnotes, reckon
from yhdessa.model.document import Document, dotted, load_document
from yhdessa.model.files import adapter
from yhdessa.model.impact.figures import BeforeAfter, Count, PartShare
from yhdessa.model.impact.index import blocks, index, places, words_needed
from yhdessa.model.impact.report import ImpactReport
from yhdessa.model.impact.words import ImpactWords

HERE = Path(__file__).parent
CONTENT = HERE.parents[2] / "content"
LANGUAGES = ["fi", "sv", "en"]
EXPECTED: dict[str, Any] = yaml.safe_load((HERE / "expected.yml").read_text(encoding="utf-8"))
CASES: dict[str, dict[str, Any]] = yaml.safe_load((HERE / "cases.yml").read_text(encoding="utf-8"))
#: What makes every sum and change of the report hold, so that any other change breaks one.
MENDED = {
    "figures.participants.value": 39992,
    "sections.seniors.programmes.seniors-digital.figures.digital-participants.value": 0,
    "sections.seniors.programmes.seniors-counselling.measures.seniors-positive-mental-health"
    ".before_after.seniors-hope.change": 19,
    "sections.youth.programmes.youth-volunteers.measures.supported-results"
    ".before_after.supported-loneliness.after": 14,
}


def said(report: ImpactReport, document: Document) -> list[str]:
    return [str(finding) for finding in check_report(report, document)]


@pytest.mark.parametrize("severity", ["error", "warning", "info"])
def test_the_published_report_fails_where_it_was_found_to_fail_by_hand_and_nowhere_else(
    severity: str, bare: ImpactReport, document: Document
) -> None:
    found = [
        (finding.source_line or 0, finding.kind, finding.problem.field, finding.problem.message)
        for finding in check_report(bare, document)
        if finding.severity == severity
    ]
    expected = [(row.get("line", 0), row["kind"], row["figure"], row["says"]) for row in EXPECTED[severity]]
    assert sorted(found) == sorted(expected)


def test_known_discrepancies_are_published_in_footnotes_instead(
    report: ImpactReport, document: Document
) -> None:
    left = [finding for finding in check_report(report, document) if finding.severity != "info"]
    assert {finding.kind for finding in left} == {"missing-n"}
    assert {(note.id, note.printed, note.computed) for note in footnotes(report)} == {
        ("encounters", Decimal(53560), Decimal(53563)),
        ("participants", Decimal(39995), Decimal(39992)),
        ("seniors-participants", Decimal(7814), Decimal(8740)),
        ("seniors-hope", Decimal(20), Decimal(19)),
        ("supported-loneliness", Decimal(-33), Decimal(-43)),
        ("seniors-nps", Decimal(89), Decimal(79)),
        ("youth-nps", Decimal(69), Decimal(79)),
        ("nps", Decimal(81), Decimal(83)),
        ("wellbeing-up", Decimal(64), Decimal(66)),
    }


def test_every_count_stands_in_a_sum_or_is_left_out_with_a_reason(report: ImpactReport) -> None:
    summed = {name for relation in report.sums for name in (relation.total, *relation.parts)}
    counts = [name for name, place in index(report).items() if isinstance(place.figure, Count)]
    assert {name for name in counts if name not in summed} == set(EXPECTED["left_out"])


def test_every_change_and_every_share_of_a_whole_is_reckoned(report: ImpactReport) -> None:
    reckoned = {found.id for found in reckon(report)}
    changes = {place.id for place in places(report) if isinstance(place.figure, BeforeAfter)}
    shares = {place.id for place in places(report) if isinstance(place.figure, PartShare)}
    assert len(changes) == 28
    assert changes <= reckoned
    assert {name for name in shares if not name.startswith("task-")} <= reckoned


def test_figures_are_told_where_the_source_has_them(report: ImpactReport) -> None:
    lines = [place.figure.line for place in places(report)]
    assert len(lines) == 217
    assert all(line and 14 <= line <= 549 for line in lines)


@pytest.mark.parametrize("name", CASES)
def test_what_an_editor_mistypes_is_named(
    name: str, report: ImpactReport, document: Document, build: Any
) -> None:
    case = CASES[name]
    before = said(report, document)
    after = [line for line in said(build(case["change"]), document) if line not in before]
    assert after == [placed(line, document) for line in case["says"]]


def placed(line: str, document: Document) -> str:
    """`{sums.0}` is where that stands in the facts."""
    match = re.search(r"\{([a-z0-9._-]+)\}", line)
    assert match is not None
    path = tuple(int(part) if part.isdigit() else part for part in match[1].split("."))
    return line.replace(match[0], f"content/facts/impact.yml:{document.line(path)}")


def test_an_id_that_stands_twice_is_named_with_the_other(document: Document, build: Any) -> None:
    twice = build({"sections.adults.figures.clients": {"value": 1, "unit": "clients"}})
    first = document.line(("figures", "clients"))
    assert said(twice, document) == [
        f"error: content/facts/impact.yml:{document.line(('sections', 'adults', 'figures'))}: "
        f"sections.adults.figures.clients: `clients` is the id of another figure too; line {first} has it"
    ]


def test_a_measure_that_has_the_id_of_a_programme_is_named_with_it(document: Document, build: Any) -> None:
    measure = {"n": 50, "shares": {"listened": {"percent": 50}}}
    twice = build({"sections.adults.measures": {"friday-line": measure}})
    first = document.line(("sections", "adults", "programmes", "friday-line"))
    place = f"content/facts/impact.yml:{document.line(('sections', 'adults'))}"
    assert said(twice, document) == [
        f"error: {place}: sections.adults.measures.friday-line: `friday-line` is the id of something else"
        f" too; line {first} has it"
    ]


def unanswered(document: Document) -> dict[str, Any]:
    """Takes every `discrepancy` away."""
    return {dotted(path): None for path in document.lines if path[-1:] == ("discrepancy",)}


def related(report: ImpactReport) -> list[tuple[str, str]]:
    """Every number that stands in a sum, a change or a share, with its dotted path."""
    summed = {name for relation in report.sums for name in (relation.total, *relation.parts)}
    found: list[tuple[str, str]] = []
    for place in places(report):
        at = dotted(place.path)
        if isinstance(place.figure, Count) and place.id in summed:
            found.append((f"{at}.value", str(place.figure.value)))
        elif isinstance(place.figure, PartShare):
            found.append((f"{at}.percent", place.figure.percent))
        elif isinstance(place.figure, BeforeAfter):
            found += [(f"{at}.{name}", getattr(place.figure, name)) for name in ("before", "after", "change")]
    return found


@settings(deadline=None)
@given(data=st.data())
def test_any_related_figure_that_is_wrong_by_two_or_more_is_an_error(
    data: st.DataObject, build: Any, document: Document
) -> None:
    sound = {**MENDED, **unanswered(document)}
    path, value = data.draw(st.sampled_from(related(build(sound))))
    lowest, highest = 0, 100 if path.endswith("percent") else 10**6
    near = Decimal(value)
    wrong = data.draw(st.integers(lowest, highest).filter(lambda number: abs(number - near) >= 2))
    changed = build({**sound, path: wrong})
    assert any(finding.severity == "error" for finding in check_report(changed, document))


def test_the_mended_report_has_no_errors(build: Any, document: Document) -> None:
    mended = build({**MENDED, **unanswered(document)})
    assert [line for line in said(mended, document) if line.startswith("error")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_id_of_the_facts_has_words_and_no_words_lack_facts(language: str, report: ImpactReport) -> None:
    words = read_words(language)
    for field, needed in words_needed(report).items():
        assert sorted(getattr(words, field)) == sorted(needed), field


def test_quotes_are_examples_and_can_be_read_in_every_language(report: ImpactReport) -> None:
    quotes = [quote for _, block in blocks(report) for quote in block.quotes.values()]
    assert all(quote.example for quote in quotes)
    assert [{quote.language, *quote.translations} for quote in quotes] == [set(LANGUAGES)] * 21
    spoken = [quote.language for quote in quotes]
    assert (spoken.count("fi"), spoken.count("sv"), spoken.count("en")) == (16, 4, 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notice_says_whose_figures_they_are(language: str) -> None:
    assert "HelsinkiMissio" in read_words(language).notice.replace("HelsinkiMission", "HelsinkiMissio")


def read_words(language: str) -> ImpactWords:
    document, problems = load_document(CONTENT / f"{language}/impact.yml", f"content/{language}/impact.yml")
    assert problems == []
    words = adapter(ImpactWords).validate_python(document.data)
    assert isinstance(words, ImpactWords)
    return words


DIGITAL = "sections.seniors.programmes.seniors-digital"


@pytest.mark.parametrize(
    ("figure", "value", "named"),
    [
        (f"{DIGITAL}.figures.digital-participants.value", 926000, "participants"),
        ("figures.participants.value", 40002, "participants"),
        ("sections.seniors.measures.seniors-recommendation.scores.seniors-nps.score", 10, "seniors-nps"),
        ("sections.seniors.measures.seniors-recommendation.scores.seniors-nps.n", 9999, "seniors-nps"),
    ],
)
def test_a_discrepancy_answers_for_its_own_two_figures_and_hides_no_later_mistake(
    figure: str, value: int, named: str, document: Document, build: Any
) -> None:
    known = {str(found) for found in check_report(build({}), document)}
    found = [str(found) for found in check_report(build({figure: value}), document)]
    assert [said for said in found if said not in known and named in said and not said.startswith("info")]
