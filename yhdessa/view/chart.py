"""Charts: a message, the drawing that shows it, and the same figures as a table.

Places in a drawing are texts of SVG: across in per cent of its width (`12.5%`), down in `em`, so that it
grows with the text and never shrinks it. `yhdessa.pages.charts` makes them; nothing is reckoned after this.
"""

from __future__ import annotations

from msgspec import Struct

from yhdessa.view.shell import Link


class Table(Struct, frozen=True):
    """A table of texts: its first column names the rows, and its head the columns."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Bar(Struct, frozen=True):
    """A bar lying down, from `x`. `name` is its style: `track` is what there could be, `value`, `below`."""

    x: str
    y: str
    width: str
    height: str
    corner: str
    name: str


class Line(Struct, frozen=True):
    """A straight line. `name` is its style: `scale`, `tick`, `zero`, `change`, `goal`."""

    x1: str
    x2: str
    y1: str
    y2: str
    name: str


class Dot(Struct, frozen=True):
    """A round dot. `name` is its style: `before` is hollow, `after` and `mean` filled, `same` small."""

    x: str
    y: str
    r: str
    name: str


class Arrow(Struct, frozen=True):
    """The head of an arrow. `name` says where it points: `right`, `left`."""

    x: str
    y: str
    name: str


class Label(Struct, frozen=True):
    """A value at its mark. `anchor` is SVG's text-anchor; `name` its style: `plain`, `on-bar`, `first`."""

    text: str
    x: str
    y: str
    dx: str
    anchor: str
    name: str = "plain"


class DrawnRow(Struct, frozen=True):
    """One line of a drawing: its name over it, `note` under the name, marks in the order they are painted.

    `told` is what the marks say, in words, for those who do not see them. `value` is a value too long to
    stand at its mark. `footnote` leads to a note of the chart.
    """

    label: str
    told: str
    height: str
    note: str = ""
    value: str = ""
    footnote: Link | None = None
    bars: tuple[Bar, ...] = ()
    lines: tuple[Line, ...] = ()
    dots: tuple[Dot, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    labels: tuple[Label, ...] = ()


class Key(Struct, frozen=True):
    """What a kind of mark means; `name` is the style of the mark."""

    name: str
    text: str


class Drawing(Struct, frozen=True):
    """Rows on one scale. `kind`: `bars`, `pairs`, `scores`, `means`, `progress`.

    `axis` names the places of the scale from left to right: its ends, or ends and middle; or nothing.
    """

    kind: str
    rows: tuple[DrawnRow, ...]
    axis: tuple[str, ...] = ()
    key: tuple[Key, ...] = ()


class Chart(Struct, frozen=True):
    """A chart: `message` says what the figures say, `caption` what was asked, of how many, in which unit.

    `id` is the chart's in its page. `notes` are footnotes; the first has the id `<id>-note-1`.
    """

    id: str
    message: str
    caption: str
    drawing: Drawing
    table: Table
    csv: Link | None = None
    notes: tuple[str, ...] = ()
