"""Drawings of charts: marks where their values are, labels that stay within and apart, at every width."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.pages.drawings import CASES, WIDTHS, draw, number, overlapping, span
from tests.pages.drawn_examples import FILE, examples
from yhdessa.pages.charts.bars import bars
from yhdessa.pages.charts.labels import NARROWEST, text_width
from yhdessa.pages.charts.means import means
from yhdessa.pages.charts.pairs import pairs
from yhdessa.pages.charts.progress import progress
from yhdessa.pages.charts.rows import PairRow, Row
from yhdessa.pages.charts.scale import percent, place, round_up
from yhdessa.pages.charts.scores import scores
from yhdessa.view.chart import Drawing, DrawnRow

KNOWN = yaml.safe_load((Path(__file__).parent / "chart_places.yml").read_text("utf-8"))
WHOLE = Decimal(100)

values = st.decimals(min_value=-300, max_value=300, places=2)
texts = st.one_of(
    st.from_regex(r"[+−]?[0-9]{1,3}(,[0-9]{1,2})? ?%?", fullmatch=True),
    st.text("1 l%mwÄaé€W", min_size=1, max_size=30),
)
rows = st.builds(Row, label=st.text(max_size=5), value=values, text=texts)
drawn = st.one_of(
    st.builds(bars, st.lists(rows, max_size=4), st.one_of(st.none(), st.just(WHOLE))),
    st.builds(scores, st.lists(rows, max_size=4), st.just(("−100", "0", "+100"))),
    st.builds(means, st.lists(rows, max_size=4), st.just(1), st.integers(2, 30), st.just(("1", "5"))),
    st.builds(
        pairs,
        st.lists(st.builds(PairRow, st.just("a"), values, values, texts, texts), max_size=4),
        st.just(Decimal(0)),
        st.just(WHOLE),
        st.just(("Ennen", "Jälkeen")),
    ),
    st.builds(progress, rows, st.builds(Row, st.just("Tavoite"), st.decimals("0.01", 300, places=2), texts)),
)


def places_of(row: DrawnRow) -> list[str]:
    """Everything in per cent that a row says, ends of bars included."""
    ends = [f"{number(bar.x) + number(bar.width)}%" for bar in row.bars]
    lines = [x for line in row.lines for x in (line.x1, line.x2)]
    single = [mark.x for marks in (row.bars, row.dots, row.arrows, row.labels) for mark in marks]
    return [*ends, *lines, *single]


def said(row: DrawnRow, kind: str) -> list[list[str]]:
    """The marks of a row as chart_places.yml writes them."""
    fields = {
        "bars": ("x", "width", "name"),
        "lines": ("x1", "x2", "name"),
        "dots": ("x", "r", "name"),
        "arrows": ("x", "name"),
        "labels": ("text", "x", "dx", "anchor", "name"),
    }[kind]
    return [[getattr(mark, field) for field in fields] for mark in getattr(row, kind)]


@pytest.mark.parametrize(("value", "low", "high", "expected"), KNOWN["places"])
def test_a_value_stands_at_its_place_on_the_scale(value: str, low: str, high: str, expected: str):
    assert percent(place(Decimal(value), Decimal(low), Decimal(high))) == expected


@pytest.mark.parametrize(("value", "end"), KNOWN["round_ups"])
def test_a_scale_without_ends_gets_a_round_one(value: str, end: str):
    assert round_up(Decimal(value)) == Decimal(end)


@pytest.mark.parametrize("known", KNOWN["marks"], ids=lambda known: f"{known['drawing']}: {known['row']}")
def test_a_row_has_the_marks_that_were_reckoned_by_hand(known: dict[str, Any]):
    (row,) = [row for row in draw(known["drawing"]).rows if row.label == known["row"]]
    marks = {kind: expected for kind, expected in known.items() if kind not in ("drawing", "row")}
    assert {kind: said(row, kind) for kind in marks} == marks


@pytest.mark.parametrize("name", CASES)
def test_an_example_keeps_every_mark_within_and_every_label_apart(name: str):
    check(draw(name))


@given(drawn)
def test_any_drawing_keeps_every_mark_within_and_every_label_apart(drawing: Drawing):
    check(drawing)


def check(drawing: Drawing) -> None:
    """That nothing leaves the drawing and no label lies on another, at any width."""
    for row in drawing.rows:
        for written in places_of(row):
            assert 0 <= number(written) <= WHOLE
            assert -number(written).as_tuple().exponent <= 2
        for width in WIDTHS:
            spans = [span(label, width) for label in row.labels]
            assert all(start >= 0 and end <= width for start, end in spans), (row, width)
            assert not overlapping(row, width)
        assert all(label.y != row.height and number(label.y) < number(row.height) for label in row.labels)


@given(st.lists(rows, max_size=4))
def test_a_label_on_a_bar_is_on_the_bar_and_one_beside_it_beside(made: list[Row]):
    for row in bars(made, WHOLE).rows:
        end = number(row.bars[-1].width) * NARROWEST / 100 if len(row.bars) > 1 else Decimal(0)
        for label in row.labels:
            start, stop = span(label, NARROWEST)
            assert (start >= 0 and stop < end) if label.name == "on-bar" else start > end


@given(drawn)
def test_every_value_is_read_somewhere(drawing: Drawing):
    """At its mark or, when it is too long, by the row's name; and always by a screen reader."""
    for row in drawing.rows:
        shown = [label.text for label in row.labels]
        assert shown or row.value
        assert all(text in row.told for text in shown)
        assert all(part in row.told for part in row.value.split(", ") if row.value)


@pytest.mark.parametrize(
    ("text", "width"), [("100\u00a0%", "3.27"), ("+89", "1.89"), ("", "0"), ("mW", "1.96"), ("é", "0.8")]
)
def test_the_width_of_a_text_is_taken_at_its_most(text: str, width: str):
    assert text_width(text) == Decimal(width)


def test_the_two_times_are_named_in_the_key_and_in_words():
    drawing = draw("before and after")
    assert [(key.name, key.text) for key in drawing.key] == [
        ("before", "Alkumittaus"),
        ("after", "Loppumittaus"),
    ]
    assert drawing.rows[0].told == "Alkumittaus 28\u00a0%, Loppumittaus 51\u00a0%"


def test_a_scale_of_few_answers_has_a_tick_at_each_and_a_long_one_at_its_ends():
    ticks = [line.x1 for line in draw("means").rows[0].lines if line.name == "tick"]
    assert ticks == ["0%", "25%", "50%", "75%", "100%"]
    ticks = [line.x1 for line in draw("means of every size").rows[0].lines if line.name == "tick"]
    assert ticks == ["0%", "100%"]


@pytest.mark.parametrize("target", ["0", "-1"])
def test_a_target_is_above_nought(target: str):
    with pytest.raises(ValueError, match="a target is above nought, not "):
        progress(Row("Kerätty", Decimal(1), "1 €"), Row("Tavoite", Decimal(target), "0 €"))


def test_a_scale_goes_upwards():
    with pytest.raises(ValueError, match="a scale goes upwards, not from 5 to 5"):
        means([Row("a", Decimal(5), "5")], 5, 5, ("5", "5"))


def test_the_examples_of_the_component_are_what_is_drawn_now():
    """Otherwise: .venv/bin/python -m tests.pages.drawn_examples."""
    assert FILE.read_text("utf-8") == examples()
