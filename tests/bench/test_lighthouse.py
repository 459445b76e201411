"""What is around Lighthouse: which pages it sees, how they are served, what becomes of its figures."""

from __future__ import annotations

import gzip
import urllib.request
from pathlib import Path

import pytest

from bench.lighthouse.__main__ import (
    BEHIND_A_LINK,
    Report,
    excused_audits,
    kinds_of_page,
    middle,
    one_of_each,
    table,
)
from bench.lighthouse.serving import serve_site
from tests.serving import free_port
from yhdessa.headers import REVALIDATE
from yhdessa.pages import site as _all_pages  # noqa: F401 - so that every kind of page is known
from yhdessa.view.page import Page

PAGE = (
    '<!doctype html><html lang="{language}"><head>{head}</head><body class="page-{kind}">{text}</body></html>'
)
SCORES = {"performance": 100, "accessibility": 100, "best-practices": 100, "seo": 100}


def write(site: Path, address: str, kind: str, language: str = "fi", head: str = "", text: str = "") -> None:
    file = site / address / "index.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(PAGE.format(language=language, head=head, kind=kind, text=text), encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of a few pages."""
    write(tmp_path, "", "home")
    write(tmp_path, "short", "goal")
    write(tmp_path, "long", "goal", text="more of it")
    write(tmp_path, "sv/mal", "goal", language="sv-FI")
    write(tmp_path, "kiitos", "thanks", head='<meta name="robots" content="noindex">')
    write(tmp_path, "uutiset/yksi", "prose", head='<meta property="og:type" content="article">')
    (tmp_path / "404.html").write_text(
        PAGE.format(language="fi", head="", kind="not_found", text=""), "utf-8"
    )
    return tmp_path


def test_the_longest_page_of_each_kind_in_each_language_is_measured(site: Path) -> None:
    assert dict(one_of_each(site, [])) == {
        "goal": ["long/", "sv/mal/"],
        "home": [""],
        "news item": ["uutiset/yksi/"],
        "not_found": ["404.html"],
        "thanks": ["kiitos/"],
    }
    assert dict(one_of_each(site, ["home"])) == {"home": [""]}


def test_a_page_is_excused_from_the_audit_that_holds_against_it_what_it_does_on_purpose(site: Path) -> None:
    write(site, "tyokalu", "payroll_tool", head="<meta content=\"connect-src 'none'; form-action 'none'\">")
    assert excused_audits(site) == {"kiitos/": ["is-crawlable"], "tyokalu/": ["robots-txt"]}


def test_every_kind_of_page_that_the_site_makes_is_to_be_measured() -> None:
    made = {page.kind for page in Page.__subclasses__()} - BEHIND_A_LINK
    assert made <= kinds_of_page()


def test_pages_are_served_compressed_with_the_headers_of_the_site(site: Path) -> None:
    (site / "a.woff2").write_bytes(b"font")
    with serve_site(site, free_port()) as address:
        asked = urllib.request.Request(f"{address}long/", headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(asked, timeout=10) as answer:
            assert gzip.decompress(answer.read()).decode() == (site / "long/index.html").read_text()
            assert answer.headers["Content-Encoding"] == "gzip"
            assert answer.headers["Cache-Control"] == REVALIDATE
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        with urllib.request.urlopen(f"{address}a.woff2", timeout=10) as answer:
            assert (answer.read(), answer.headers["Content-Encoding"]) == (b"font", None)
        for missing in ("nothing/", "../secret"):
            with pytest.raises(urllib.error.HTTPError, match="404") as refused:
                urllib.request.urlopen(address + missing, timeout=10)
            refused.value.close()


def test_of_three_measurements_the_middle_one_counts_figure_by_figure() -> None:
    reports = [
        Report("/", {**SCORES, "performance": score}, lcp, (fault,))
        for score, lcp, fault in ((90, 900.0, "a"), (100, 1500.0, "b"), (99, 800.0, "a"))
    ]
    median = middle(reports)
    assert (median.scores["performance"], median.lcp, median.faults) == (99, 900.0, ("a", "b"))
    assert not median.good


@pytest.mark.parametrize(
    ("scores", "lcp", "good"), [(100, 1000.0, True), (100, 1001.0, False), (99, 700.0, False)]
)
def test_a_page_is_good_with_full_marks_and_its_largest_paint_within_a_second(
    scores: int, lcp: float, good: bool
) -> None:
    assert Report("/", dict.fromkeys(SCORES, scores), lcp, ()).good is good


def test_the_table_shows_the_worst_of_each_kind() -> None:
    reports = [Report("/", SCORES, 800.0, ()), Report("/sv/", {**SCORES, "seo": 92}, 912.0, ())]
    assert table({"home": reports}).splitlines()[-1] == "| home | 100 | 100 | 100 | 92 | 0.91 |"
