"""Soft hyphens in a built site: in its headings, and in nothing that machines read; and no gallery in it."""

from __future__ import annotations

import gzip
import re

from tests.output import Output
from yhdessa.l10n.hyphens import SOFT_HYPHEN

#: Beside the pages: what programs and other sites read.
TEXTS = {".css", ".csv", ".js", ".json", ".svg", ".txt", ".xml"}
#: What is read by machines in a page: every tag with its attributes, the title, and data in scripts.
UNSEEN = re.compile(r"<[^>]+>|<title>.*?</title>|<script.*?</script>", re.S)


def test_long_words_in_headings_can_be_broken_in_every_language(built: Output) -> None:
    for start in ("", "sv/", "en/"):
        html = (built.folder / start / "index.html").read_text(encoding="utf-8")
        assert SOFT_HYPHEN in html, start


def test_no_tag_title_or_data_of_a_page_holds_a_soft_hyphen(built: Output) -> None:
    for page in built.folder.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        assert not [part for part in UNSEEN.findall(html) if SOFT_HYPHEN in part], page


def test_no_other_text_holds_a_soft_hyphen(built: Output) -> None:
    texts = [
        file
        for file in built.folder.rglob("*")
        if file.is_file() and (file.suffix in TEXTS or file.name[:1] == "_")
    ]
    assert len(texts) > 3
    assert not [file for file in texts if SOFT_HYPHEN in file.read_text(encoding="utf-8")]


def test_what_the_search_has_read_holds_no_soft_hyphen(built: Output) -> None:
    found = list(built.folder.rglob("*.pf_fragment"))
    assert found
    assert not [file for file in found if SOFT_HYPHEN in gzip.decompress(file.read_bytes()).decode("utf-8")]


def test_nothing_of_the_gallery_is_in_the_site(built: Output) -> None:
    assert not [file for file in built.folder.rglob("*") if "gallery" in file.name]
    assert not [
        page for page in built.folder.rglob("*.html") if "gallery" in page.read_text(encoding="utf-8")
    ]
