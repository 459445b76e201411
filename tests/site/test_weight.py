"""What pages weigh over the wire: little enough for an old phone on a slow line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.weight import heaviest, kb, table, weigh
from tests.output import Output

#: Bytes of HTML, CSS and JavaScript after gzip; and with typefaces. Promised of a goal, kept by every page.
TEXT, WITH_FONTS = 30_000, 60_000
#: The page, its style sheet, a script where there is one, and four typefaces where a name has rare letters.
REQUESTS = 7


def test_no_page_is_heavier_than_what_is_promised_of_a_goal(built: Output) -> None:
    weights = heaviest(built.folder)
    print(table(weights))
    assert "goal" in {weight.kind for weight in weights}
    for weight in weights:
        assert weight.text <= TEXT, f"{weight.address} weighs {kb(weight.text)} kB"
        assert weight.all <= WITH_FONTS, f"{weight.address} weighs {kb(weight.all)} kB with typefaces"
        assert weight.requests <= REQUESTS, weight.address


def test_only_pages_that_have_a_use_for_one_ask_for_a_script(built: Output) -> None:
    with_script = {weight.kind for weight in heaviest(built.folder) if weight.js}
    assert with_script <= {"search", "donate", "goal", "team", "payroll", "payroll_tool"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of one page, whose letters are plain."""
    (tmp_path / "a").mkdir()
    (tmp_path / "s/fonts").mkdir(parents=True)
    (tmp_path / "s/fonts/plain.woff2").write_bytes(b"x" * 1000)
    (tmp_path / "s/fonts/plain-more.woff2").write_bytes(b"x" * 200)
    (tmp_path / "s/site.css").write_text("a{src:url(fonts/plain.woff2)} b{src:url(fonts/plain-more.woff2)}")
    (tmp_path / "s/site.js").write_text("1;")
    head = '<link rel="stylesheet" href="/s/site.css"><script data-script="/s/site.js"></script>'
    (tmp_path / "a/index.html").write_text(f'{head}<body class="page-goal">Hej')
    return tmp_path


def test_a_page_is_weighed_with_all_that_it_asks_for(site: Path) -> None:
    weight = weigh(site, "a/")
    assert (weight.kind, weight.fonts, weight.requests) == ("goal", 1000, 4)
    assert min(weight.html, weight.css, weight.js) > 0
    assert weight.all == weight.html + weight.css + weight.js + 1000


def test_a_page_with_rarer_letters_asks_for_their_typefaces_too(site: Path) -> None:
    page = site / "a/index.html"
    page.write_text(page.read_text() + " Čáhci", encoding="utf-8")
    assert weigh(site, "a/").fonts == 1200
