"""The pages of the impact report: every figure where it belongs, with its words, its table and its source."""

from __future__ import annotations

import csv
import io
import re
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.model.shapes.trees import add_optional_files
from tests.view.examples import renderer
from tests.view.parsed import Element, parse
from yhdessa.l10n.marks import NBSP
from yhdessa.l10n.numbers import format_number
from yhdessa.l10n.percent import format_percent
from yhdessa.model import load_content
from yhdessa.model.fields import REPORT_FIGURE
from yhdessa.model.impact.amounts import amounts
from yhdessa.model.impact.charted import charted
from yhdessa.model.impact.figures import Count
from yhdessa.model.impact.index import Place, blocks, places
from yhdessa.model.impact.report import ImpactReport
from yhdessa.pages.csv_file import separator
from yhdessa.pages.impact.files import impact_files
from yhdessa.pages.impact.index import impact_page
from yhdessa.pages.impact.messages import composed
from yhdessa.pages.impact.sections import section_plans
from yhdessa.pages.impact.telling import Telling
from yhdessa.pages.maker import PagePlan
from yhdessa.pages.site import Site

EXPECTED: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("impact_expected.yml").read_text(encoding="utf-8")
)
LANGUAGES = ("fi", "sv", "en")
SECTIONS = ("volunteers", "seniors", "families", "youth", "adults")
NAMES = ("impact/index", *(f"impact/{name}" for name in SECTIONS))
every_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def site(project: Path) -> Site:
    return Site(load_content(project), "https://example.org/yhdessa/", "assets/site.css")


@pytest.fixture(scope="module")
def pages(site: Site) -> dict[tuple[str, str], Element]:
    """Every page of the report, as HTML, by its language and name."""
    return {
        (language, plan.name): parse(renderer().render(plan.shell, plan.page))
        for language in LANGUAGES
        for plan in plans(site, language)
    }


@pytest.fixture(scope="module")
def files(site: Site) -> dict[str, str]:
    """Every CSV file by its path."""
    made = (file for maker in site.makers.values() for file in impact_files(maker))
    return {file.path: file.content().decode("utf-8-sig") for file in made}


def plans(site: Site, language: str) -> list[PagePlan]:
    return [plan for plan in site.plans(language) if plan.name.startswith("impact/")]


def report_of(site: Site) -> ImpactReport:
    assert site.content.impact is not None
    return site.content.impact


def page_of(path: tuple[str | int, ...]) -> str:
    """The page that shows what stands at a path of the facts."""
    return f"impact/{path[1]}" if path[:1] == ("sections",) else "impact/index"


def charts(page: Element) -> dict[str, Element]:
    return {figure["id"]: figure for figure in page.with_class("chart")}


def cells(chart: Element) -> list[list[str]]:
    """The rows of a chart's table, as text."""
    table = chart.one("table")
    return [[cell.text for cell in row.all("th", "td")] for row in table.all("tr")]


def plain(text: str) -> str:
    """Without what only typography asks for."""
    return text.replace(NBSP, " ")


@every_language
def test_every_figure_stands_on_the_page_of_its_section_and_on_no_other(
    language: str, site: Site, pages: dict[tuple[str, str], Element]
) -> None:
    report = report_of(site)
    found = list(places(report))
    told = [place for place in found if is_told(place, language, report, pages)]
    assert len(told) == len(found) == 217
    for name in NAMES:
        page = pages[language, name]
        assert set(charts(page)) == {chart.id for chart in charted(report) if page_of(chart.path) == name}
        counts = [
            figure for path, block in blocks(report) if page_of(path) == name for figure in alone(block)
        ]
        values = Counter(plain(value.text) for value in page.with_class("tally-value"))
        over = site.content.words[language].impact
        assert over is not None
        written = (
            over.over.format(figure=number) if count.over else number
            for count in counts
            for number in [plain(format_number(count.value, language))]
        )
        assert values == Counter(written)


def alone(block: Any) -> list[Count]:
    """The counts of a block that are not said to be in another."""
    return [figure for figure in block.figures.values() if figure.within is None]


def is_told(place: Place, language: str, report: ImpactReport, pages: dict[tuple[str, str], Element]) -> bool:
    """Whether a figure's page says each of its numbers: a count large, or in another; the rest in a table."""
    page = pages[language, page_of(place.path)]
    if isinstance(place.figure, Count):
        number = plain(format_number(place.figure.value, language))
        inside = place.figure.within is not None
        told = page.with_class("tally-unit" if inside else "tally-value")
        return any(number in re.findall(r"\d[\d ,]*\d|\d", plain(element.text)) for element in told)
    (chart,) = (chart for chart in charted(report) if any(row.path == place.path for row in chart.rows))
    row = cells(charts(page)[chart.id])[1 + [row.id for row in chart.rows].index(place.id)]
    return all(
        any(plain(written(amount.digits, amount.kind, language)) in plain(cell) for cell in row[1:])
        for amount in amounts(place.figure).values()
    )


def written(digits: str, kind: str, language: str) -> str:
    """A number as the language writes it."""
    if kind == "percent":
        return format_percent(digits, language)
    return format_number(digits, language, signed=kind == "score")


@every_language
def test_every_chart_has_a_table_and_a_file_that_say_the_same(
    language: str, site: Site, pages: dict[tuple[str, str], Element], files: dict[str, str]
) -> None:
    compared = 0
    for name in NAMES:
        for chart in charts(pages[language, name]).values():
            (link,) = chart.with_class("chart-csv")
            path = link["href"].removeprefix(site.addresses.base)
            read = csv.reader(io.StringIO(files[path], newline=""), delimiter=separator(language))
            assert [[bare(cell, language) for cell in row] for row in read] == [
                [bare(cell, language) for cell in row] for row in cells(chart)
            ]
            assert path == site.addresses.path(language, name) + f"{chart['id']}.csv"
            compared += 1
    assert compared == len(list(charted(report_of(site)))) == 47
    assert len(files) == 47 * len(LANGUAGES)


def bare(cell: str, language: str) -> str:
    """A cell without what a spreadsheet would not take for a part of a number."""
    text = plain(cell).replace("−", "-").lstrip("+")
    group = "," if language == "en" else " "
    return text.replace(group, "") if re.fullmatch(r"[-\d., %]+", text) else text


@every_language
def test_every_value_that_is_drawn_is_in_the_table_as_well(
    language: str, pages: dict[tuple[str, str], Element]
) -> None:
    for name in NAMES:
        for chart in charts(pages[language, name]).values():
            in_table = plain(chart.one("table").text)
            drawn = [text.text for drawing in chart.with_class("drawing-row") for text in drawing.all("text")]
            assert drawn
            assert all(plain(value) in in_table for value in drawn)


@every_language
def test_a_known_discrepancy_is_a_footnote_that_its_figure_leads_to(
    language: str, pages: dict[tuple[str, str], Element]
) -> None:
    said: dict[str, list[str]] = {}
    for name in NAMES:
        page = pages[language, name]
        notes = [note for notes in page.with_class("chart-notes") for note in notes.all("li")]
        if notes:
            said[name] = sorted(plain(note.text) for note in notes)
        led = Counter(link["href"] for mark in page.all("sup") for link in mark.all("a"))
        assert led == Counter(f"#{note['id']}" for note in notes)
    expected = EXPECTED["footnotes"][language]
    assert said == {name: sorted(texts) for name, texts in expected.items()}


@every_language
def test_a_quotation_is_in_its_own_language_first_and_a_translation_says_that_it_is_one(
    language: str, site: Site, pages: dict[tuple[str, str], Element]
) -> None:
    report, words = report_of(site), site.content.words[language].impact
    assert words is not None
    quotes = [quote for _, block in blocks(report) for quote in block.quotes.values()]
    shown = {
        quote.one("blockquote").text: quote
        for name in NAMES
        for quote in pages[language, name].with_class("quote")
    }
    assert set(shown) == {quote.text for quote in quotes}
    for quote in quotes:
        element = shown[quote.text]
        assert element.one("blockquote")["lang"].partition("-")[0] == quote.language
        assert [mark.text for mark in element.with_class("example")] == [
            site.content.words[language].interface.example
        ]
        translated = [translation.text for translation in element.with_class("quote-translation")]
        own = quote.language == language
        assert translated == ([] if own else [f"{words.translated}: {quote.translations[language]}"])


@every_language
def test_no_figure_is_shown_without_saying_whose_it_is(
    language: str, site: Site, pages: dict[tuple[str, str], Element]
) -> None:
    words, source = site.content.words[language], site.content.sources[report_of(site).source]
    assert words.impact is not None
    for name in NAMES:
        main = pages[language, name].one("main")
        assert [notice.text for notice in main.with_class("report-notice")] == [plain(words.impact.notice)]
        (sources,) = main.with_class("sources")
        assert f"{source.publisher}: {source.title} ({words.interface.undated})" in sources.text


@every_language
def test_every_chart_has_a_message_in_every_language_and_its_numbers_are_figures_of_that_chart(
    language: str, site: Site, pages: dict[tuple[str, str], Element]
) -> None:
    report, words = report_of(site), site.content.words[language].impact
    assert words is not None
    shown = {name: chart for page in NAMES for name, chart in charts(pages[language, page]).items()}
    for chart in charted(report):
        message = words.messages[chart.id]
        assert not re.search(r"\d", REPORT_FIGURE.sub("", message)), f"a number is typed in {message!r}"
        assert {match[1] for match in REPORT_FIGURE.finditer(message)} <= {row.id for row in chart.rows}
        (head,) = shown[chart.id].with_class("chart-message")
        assert head.text
        assert "{" not in head.text
    messages = [words.messages[chart.id] for chart in charted(report)]
    told = [plain(shown[chart.id].with_class("chart-message")[0].text) for chart in charted(report)]
    assert len(messages) == len(told) == 47


def test_a_message_takes_finnish_cases(pages: dict[tuple[str, str], Element]) -> None:
    shown = charts(pages["fi", "impact/volunteers"])
    (head,) = shown["volunteer-feedback"].with_class("chart-message")
    assert plain(head.text) == "Vapaaehtoistoiminta on tuonut iloa 97 %:lle vastaajista"
    shown = charts(pages["fi", "impact/seniors"])
    (head,) = shown["seniors-results-points"].with_class("chart-message")
    assert plain(head.text) == "Positiivinen mielenterveys vahvistui 42 pisteestä 47 pisteeseen"


@pytest.mark.parametrize(
    ("language", "chart"),
    [(language, chart) for language in LANGUAGES for chart in EXPECTED["shown"][language]],
)
def test_each_shape_of_the_report_is_shown_as_it_was_meant(
    language: str, chart: str, pages: dict[tuple[str, str], Element]
) -> None:
    shown = {name: figure for page in NAMES for name, figure in charts(pages[language, page]).items()}
    text = plain(shown[chart].text)
    assert [said for said in EXPECTED["shown"][language][chart] if said not in text] == []


def test_a_count_that_is_in_another_is_told_in_its_line(pages: dict[tuple[str, str], Element]) -> None:
    def lines(language: str) -> list[str]:
        tallies = pages[language, "impact/volunteers"].with_class("tally")
        return [plain(tally.text) for tally in tallies]

    assert "97 haastattelua, joissa 200 vapaaehtoista" in lines("fi")
    assert "97 intervjuer med 200 frivilliga" in lines("sv")
    assert "97 interviews with 200 volunteers" in lines("en")


def test_a_lower_bound_stays_one(pages: dict[tuple[str, str], Element]) -> None:
    index = plain(pages["fi", "impact/index"].one("main").text)
    assert "yli 100 oppilaitosta" in index
    assert "School to Belong -ohjelmassa on mukana yli 100 oppilaitosta." in index


@every_language
def test_pages_are_sound_and_their_links_within_lead_somewhere(
    language: str, pages: dict[tuple[str, str], Element]
) -> None:
    for name in NAMES:
        page = pages[language, name]
        levels = [int(heading.tag[1]) for heading in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels.count(1) == 1
        assert all(lower <= upper + 1 for upper, lower in pairwise(levels)), (name, levels)
        within = {link["href"][1:] for link in page.all("a") if link["href"].startswith("#")}
        assert within <= set(page.by_id())
        named = [
            part.get("aria-label") or page.by_id()[part["aria-labelledby"]].text
            for part in page.all("nav", "section")
        ]
        assert len(named) == len(set(named))


@every_language
def test_a_section_lists_its_programmes_first_and_leads_to_its_neighbours(
    language: str, site: Site, pages: dict[tuple[str, str], Element]
) -> None:
    report = report_of(site)
    steps = [
        [link["rel"] for link in pages[language, name].with_class("pager")[0].all("a")] for name in NAMES[1:]
    ]
    assert steps == [["next"], *[["prev", "next"]] * 3, ["prev"]]
    assert not pages[language, "impact/volunteers"].with_class("report-contents"), "one needs no list"
    for name in SECTIONS[1:]:
        page = pages[language, f"impact/{name}"]
        (contents,) = page.with_class("report-contents")
        assert [link["href"] for link in contents.all("a")] == [
            f"#{key}" for key in report.sections[name].programmes
        ]


def test_a_section_has_an_address_in_the_words_of_each_language_and_stands_below_the_report(
    site: Site,
) -> None:
    addresses = site.addresses
    assert addresses.href("fi", "impact/youth") == "/yhdessa/vaikuttavuus/nuoret/"
    assert addresses.href("sv", "impact/youth") == "/yhdessa/sv/resultat/unga/"
    shell = next(plan.shell for plan in plans(site, "en") if plan.name == "impact/youth")
    assert [link.href for link in shell.breadcrumbs] == [
        "/yhdessa/en/",
        "/yhdessa/en/impact/",
        "/yhdessa/en/impact/young-people/",
    ]
    assert [link.language for link in shell.announced] == list(LANGUAGES)
    assert shell.heading == "Young people"
    assert shell.description


def test_the_index_leads_to_every_section_and_claims_no_disputed_figure_there(
    site: Site, pages: dict[tuple[str, str], Element]
) -> None:
    cards = pages["fi", "impact/index"].with_class("card")
    assert [card.one("a")["href"] for card in cards] == [
        site.addresses.href("fi", f"impact/{name}") for name in SECTIONS
    ]
    assert plain(cards[1].with_class("over")[0].text) == "14 777 kohtaamista"


def test_a_chart_without_a_message_gets_one_of_its_labels(tree: Path) -> None:
    add_optional_files(tree, "finnish", "impact")
    small = Site(load_content(tree), "https://example.org/", "assets/site.css")
    telling = Telling.of(small.makers["en"])
    made = {chart.id: plain(composed(telling, chart)) for chart in charted(report_of(small))}
    assert made == EXPECTED["composed"]


def test_a_site_without_a_report_has_neither_pages_nor_files_of_it(tree: Path) -> None:
    small = Site(load_content(tree), "https://example.org/", "assets/site.css")
    maker = small.makers["sv"]
    assert section_plans(maker) == []
    assert list(impact_files(maker)) == []
    with pytest.raises(LookupError):
        impact_page(maker)


def test_the_whole_report_is_made_quickly(site: Site) -> None:
    """Eighteen pages and their files in well under a second of one processor; it takes a quarter."""
    began = time.process_time()
    for maker in site.makers.values():
        made = [maker.plan("impact/index", impact_page(maker)), *section_plans(maker)]
        assert all(renderer().render(plan.shell, plan.page) for plan in made)
        assert all(file.content() for file in impact_files(maker))
    assert time.process_time() - began < 1
