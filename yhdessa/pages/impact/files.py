"""The report's files: the figures of each chart as CSV, beside the page that shows it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from yhdessa.model.impact.index import blocks
from yhdessa.pages.csv_file import csv_text
from yhdessa.pages.files import SiteFile
from yhdessa.pages.impact.charts import file_of, tables_of
from yhdessa.pages.impact.index import INDEX
from yhdessa.pages.impact.telling import Telling
from yhdessa.pages.maker import Maker


def impact_files(maker: Maker) -> Iterator[SiteFile]:
    """A CSV file for each chart; none for a site without a report."""
    if maker.content.impact is None:
        return
    telling = Telling.of(maker)
    for path, block in blocks(telling.report):
        page = f"impact/{path[1]}" if path else INDEX
        folder = maker.addresses.path(maker.language, page)
        for chart, table in tables_of(telling, path, block):
            yield SiteFile(folder + file_of(chart), partial(csv_text, table, maker.language))
