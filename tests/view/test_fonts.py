"""The typefaces: what they hold, what they weigh, under which names they are published."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.view.examples import TEMPLATES, render_page
from tests.view.parsed import parse
from yhdessa.view.fonts import Fonts

FOLDER = TEMPLATES / "assets" / "fonts"
FONTS = Fonts(FOLDER)
#: What all of them may weigh together: they are compressed already.
LIGHT = 30_000
#: What a server sends before it waits for an answer, ten segments (RFC 6928), and our headers' part of it.
ROUND_TRIP, HEADERS = 14_600, 850


def test_the_typefaces_are_light():
    assert sum(file.stat().st_size for file in FOLDER.glob("*.woff2")) < LIGHT


def test_each_typeface_is_published_with_its_licence():
    names = {file.name.split("-")[0].split(".")[0] for file in FOLDER.glob("*.woff2")}
    assert names
    for name in names:
        assert "SIL Open Font License" in (FOLDER / f"{name}-OFL.txt").read_text("utf-8")
        assert f"lasting/{name}-OFL.txt" in FONTS.published


def test_a_published_name_changes_with_what_the_file_holds(tmp_path: Path):
    (tmp_path / "one.woff2").write_bytes(b"first")
    before = list(Fonts(tmp_path).published)
    (tmp_path / "one.woff2").write_bytes(b"second")
    after = list(Fonts(tmp_path).published)
    assert before != after
    assert all(re.fullmatch(r"lasting/one\.[0-9a-f]{10}\.woff2", *names) for names in (before, after))


def test_a_style_sheet_asks_for_the_published_names():
    source = "".join(f"url(fonts/{file.name})" for file in sorted(FOLDER.glob("*.woff2")))
    asked = re.findall(r"url\((.*?)\)", FONTS.named_in(source))
    assert {f"lasting/{name}" for name in asked} == {
        name for name in FONTS.published if name.endswith("woff2")
    }


def test_only_the_face_of_what_is_read_is_asked_for_before_the_style_sheet():
    assert [Path(address).name.split(".")[0] for address in FONTS.first] == ["figtree"]


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.woff2")), ids=lambda file: file.stem)
def test_a_typeface_and_its_headers_are_sent_in_one_round_trip(file: Path):
    assert file.stat().st_size + HEADERS <= ROUND_TRIP


@pytest.mark.parametrize("fonts", [(), ("/assets/fonts/a.woff2", "/assets/fonts/b.woff2")])
def test_a_page_asks_for_its_typefaces_before_its_style_sheet(fonts: tuple[str, ...]):
    links = parse(render_page("goal", fonts=fonts)).all("link")
    early = [link for link in links if link["rel"] == "preload"]
    assert [link["href"] for link in early] == list(fonts)
    assert all((link["as"], link["type"]) == ("font", "font/woff2") for link in early)
    # Without it a browser fetches the file twice.
    assert all("crossorigin" in link.attributes for link in early)
