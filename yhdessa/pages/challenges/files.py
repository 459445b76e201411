"""The files of challenges: the figures of the teams as CSV, beside the page that shows them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from yhdessa.pages.challenges.names import challenge_page, challenges_of
from yhdessa.pages.challenges.results import FILE, found_standings, table
from yhdessa.pages.csv_file import csv_text
from yhdessa.pages.files import SiteFile
from yhdessa.pages.maker import Maker


def challenge_files(maker: Maker) -> Iterator[SiteFile]:
    """A CSV file for each challenge between teams; none while nothing is counted."""
    if maker.words.challenges is None:
        return
    for name, facts in challenges_of(maker.content).items():
        found = found_standings(maker, name, facts)
        if found and not facts.alone:
            path = maker.addresses.path(maker.language, challenge_page(name)) + FILE
            rows = table(maker, maker.words.challenges.standings, found)
            yield SiteFile(path, partial(csv_text, rows, maker.language))
