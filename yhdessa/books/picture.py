"""A report as a picture: a bar a row, drawn by the site's charts, in an SVG file that stands alone.

The drawing's places are in per cent and em, as in pages: each row is a drawing of its own in the file, as
wide as the file, with its label over it. Values below nought have no bar; their sums are written.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from decimal import Decimal
from xml.etree import ElementTree

from yhdessa.books.names import Names
from yhdessa.books.report import Report, Section
from yhdessa.pages.charts.bars import bars
from yhdessa.pages.charts.rows import Row
from yhdessa.pages.charts.scale import NOUGHT, percent
from yhdessa.view.chart import DrawnRow

SVG = "http://www.w3.org/2000/svg"
#: Sizes in pixels: the picture, its margin, a letter, a line of text, a bar, and the room after a row.
WIDTH, MARGIN, LETTER, LINE, BAR, AFTER = 720, 32, 16, 22, 31, 14
#: A bar up to so many per cent of the width has room for any sum beside it, and a longer one within it.
ROOMY = Decimal(50)
#: So many letters of a label stand in a line.
LETTERS = 72
STYLE = """
svg{{font-family:Figtree,system-ui,sans-serif;font-size:16px}}
.paper{{fill:#fffdfa}} text{{fill:#2a1526}} .soft{{fill:#5f4d5b;font-size:15px}}
.title{{font-weight:700;font-size:26px}} .currency{{font-weight:700;font-size:19px}} .label{{font-weight:600}}
.bar-value{{fill:#ffcf70;stroke:{primary};stroke-width:2}} .value-plain,.value-on-bar{{font-weight:700}}
"""


def report_picture(report: Report, names: Names) -> str:
    """The text of an SVG file: title, period, and for each currency a bar for each row."""
    rows = list(_lines(report, names))
    height = MARGIN * 2 + sum(room for _, room in rows)
    root = ElementTree.Element(
        "svg",
        {
            "xmlns": SVG,
            "viewBox": f"0 0 {WIDTH} {height}",
            "width": str(WIDTH),
            "height": str(height),
            "lang": names.tag,
        },
    )
    ElementTree.SubElement(root, "title").text = f"{report.title}: {report.period}"
    style = ElementTree.SubElement(root, "style")
    style.text = STYLE.format(primary=names.content.organisation.brand.primary)
    ElementTree.SubElement(root, "rect", {"class": "paper", "width": "100%", "height": "100%"})
    top = MARGIN
    for element, room in rows:
        element.set("y", str(top + (LINE - 7 if element.tag == "text" else 0)))
        root.append(element)
        top += room
    return ElementTree.tostring(root, encoding="unicode") + "\n"


def _lines(report: Report, names: Names) -> Iterator[tuple[ElementTree.Element, int]]:
    """What stands in the picture from top to bottom, each with the room that it takes."""
    yield _text(report.title, "title"), LINE + 12
    yield _text(f"{report.drawn.head}. {report.period}", "soft"), LINE + AFTER
    for section in report.sections:
        yield _text(section.currency, "currency"), LINE + AFTER // 2
        for row in bars(_rows(report, section, names)).rows:
            for line in textwrap.wrap(row.label, LETTERS):
                yield _text(line, "label"), LINE
            yield _bar(row), BAR + AFTER
        yield _text("", "soft"), AFTER
    for note in report.notes:
        for line in textwrap.wrap(note, LETTERS + 6):
            yield _text(line, "soft"), LINE


def _rows(report: Report, section: Section, names: Names) -> list[Row]:
    drawn = [(label, report.drawn.of(figures) or 0) for label, figures in section.rows]
    return [Row(label, Decimal(minor), names.money(minor, section.currency)) for label, minor in drawn]


def _text(text: str, style: str) -> ElementTree.Element:
    element = ElementTree.Element("text", {"class": style, "x": str(MARGIN)})
    element.text = text
    return element


def _bar(row: DrawnRow) -> ElementTree.Element:
    """One row of the chart, a drawing within the picture."""
    inner = ElementTree.Element(
        "svg",
        {
            "x": str(MARGIN),
            "width": str(WIDTH - 2 * MARGIN),
            "height": str(BAR),
            "overflow": "visible",
        },
    )
    for bar in row.bars:
        place = {"x": bar.x, "y": bar.y, "width": bar.width, "height": bar.height, "rx": bar.corner}
        ElementTree.SubElement(inner, "rect", {"class": f"bar-{bar.name}", **place})
    for label in row.labels:
        place = {"x": label.x, "y": label.y, "dx": label.dx, "text-anchor": label.anchor}
        text = ElementTree.SubElement(inner, "text", {"class": f"value-{label.name}", **place})
        text.text = label.text
    if row.value:
        text = ElementTree.SubElement(inner, "text", {"class": "value-plain", "y": "1.3em", **_at_end(row)})
        text.text = row.value
    return inner


def _at_end(row: DrawnRow) -> dict[str, str]:
    """Where a value stands that had no room at its mark in the narrowest drawing; this one is wide."""
    end = Decimal(row.bars[-1].width.removesuffix("%")) if row.bars else NOUGHT
    if end <= ROOMY:
        return {"x": percent(end), "dx": "0.6em", "text-anchor": "start"}
    return {"x": percent(end), "dx": "-0.6em", "text-anchor": "end"}
