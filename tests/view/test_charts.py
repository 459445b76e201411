"""Charts as they are shown: what is read, what is drawn, and the same figures as a table."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree

import pytest

from tests.view.examples import EXAMPLES, render_component
from tests.view.parsed import Element, parse

DRAWN = [name for name, example in EXAMPLES["drawing"].items() if example.argument.rows]
MESSAGE = "Toivo vahvistui: 29 prosentista 48 prosenttiin"
PLACE = re.compile(r"-?\d+(\.\d{1,2})?(%|em)|0")


def shown(name: str, example: str) -> Element:
    return parse(render_component(name, example))


@pytest.mark.parametrize("example", DRAWN)
def test_a_drawing_is_well_formed_and_stretches_without_scaling(example: str):
    ElementTree.fromstring(render_component("drawing", example))
    pictures = [svg for svg in shown("drawing", example).all("svg") if svg.get("role") == "img"]
    assert len(pictures) == len(EXAMPLES["drawing"][example].argument.rows)
    assert all(svg["width"] == "100%" and "viewbox" not in svg.attributes for svg in pictures)


@pytest.mark.parametrize("example", DRAWN)
def test_a_drawing_writes_places_with_two_decimals_at_most(example: str):
    written = [
        value
        for element in shown("drawing", example).all("rect", "line", "circle", "text")
        for name, value in element.attributes.items()
        if name in ("x", "y", "dx", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "width", "height")
    ]
    assert written
    assert [value for value in written if not PLACE.fullmatch(value)] == []


@pytest.mark.parametrize("example", DRAWN)
def test_every_row_says_its_name_in_text_and_its_values_to_a_screen_reader(example: str):
    rows = shown("drawing", example).with_class("drawing-row")
    for row, told in zip(rows, EXAMPLES["drawing"][example].argument.rows, strict=True):
        assert row.one("p").text.startswith(" ".join(told.label.split()))
        assert row.all("svg")[0]["aria-label"] == told.told != ""


def test_before_is_hollow_and_after_filled_in_the_key_as_in_the_rows():
    drawing = shown("drawing", "before and after")
    key = drawing.with_class("drawing-key")[0]
    assert [(item.one("circle")["class"], item.text) for item in key.all("li")] == [
        ("dot-before", "Alkumittaus"),
        ("dot-after", "Loppumittaus"),
    ]
    row = drawing.with_class("drawing-row")[0]
    assert [dot["class"] for dot in row.all("circle")] == ["dot-before", "dot-after"]
    assert len(row.with_class("arrow")) == 1


def test_a_drawing_of_nothing_is_nothing():
    assert render_component("drawing", "no rows").strip() == ""


def test_a_chart_is_named_by_its_message():
    figure = shown("chart", "a note and a file").one("figure")
    heading = figure.by_id()[figure["aria-labelledby"]]
    assert (heading.tag, heading.text) == ("h3", MESSAGE)
    assert figure.one("figcaption").text == f"{MESSAGE} Positiivinen mielenterveys, n = 134"


def test_a_chart_has_the_same_figures_as_a_table_and_as_a_file():
    chart = shown("chart", "a note and a file")
    values = {label.text for label in chart.all("text")}
    assert values == {"28 %", "51 %", "29 %", "48 %"}
    assert values <= {cell.text for cell in chart.one("table").all("td")}
    assert chart.one("summary").text == f"[figures_as_table]: {MESSAGE}"
    (link,) = chart.with_class("chart-csv")
    assert (link["href"], link.text) == ("/vaikuttavuus/seniorit/hope.csv", f"Lataa luvut (CSV): {MESSAGE}")


def test_a_footnote_is_led_to_from_its_figure():
    chart = shown("chart", "a note and a file")
    (link,) = chart.one("sup").all("a")
    assert chart.by_id()[link["href"].removeprefix("#")].text == "Painettu 20 %-yks., laskettu 19 %-yks."


def test_a_chart_shows_no_table_link_or_note_that_is_not_there():
    assert not shown("chart", "no rows").all("table", "details", "svg")
    assert not shown("chart", "neither note nor file").all("a", "ol")


def test_a_table_names_its_rows_and_columns():
    table = shown("table", "before and after").one("table")
    assert table.one("caption").text == "Positiivinen mielenterveys, n = 134"
    assert [(cell.tag, cell.text) for cell in table.one("thead").all("th", "td")] == [
        ("td", ""),
        ("th", "Alkumittaus"),
        ("th", "Loppumittaus"),
        ("th", "Muutos"),
    ]
    assert [cell.text for cell in table.one("tbody").all("th")] == ["Hyväntuulisuus", "Toiveikkuus"]
    assert {cell["scope"] for cell in table.all("th")} == {"row", "col"}


def test_a_table_that_is_wider_than_its_place_can_be_moved_by_keyboard():
    around = shown("table", "long names").with_class("table")[0]
    assert (around["role"], around["tabindex"]) == ("group", "0")
    assert around["aria-label"].startswith("Esimerkkikiinteistönhuolto")
