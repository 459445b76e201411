"""The pictures that others show of pages: which there are, that words have room, that none is made twice."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageFont

from tests.edits import change
from tests.view.examples import TEMPLATES, renderer
from yhdessa.model import load_content
from yhdessa.model.content import Content
from yhdessa.pages import share_image
from yhdessa.pages.picture import (
    ABOVE,
    BESIDE,
    HEIGHT,
    MANY,
    WIDTH,
    Fonts,
    Measured,
    Subject,
    draw_picture,
    fit_heading,
    lay_out,
    make_pictures,
    rasterise,
)
from yhdessa.pages.share_image import ShareImages, image_path, pictured, pictured_as
from yhdessa.pages.site import Site
from yhdessa.pages.wrapping import shortened, wrap
from yhdessa.view.drawings import UnknownColour, drawing_style, mixed, style_of
from yhdessa.view.styles import join_styles

FONTS = Fonts(TEMPLATES / "share/strong.ttf", TEMPLATES / "share/plain.ttf")
BRAND = ":root{--brand-primary:#5a2150;--brand-accent:#b3411c}\n"
SHARE = (TEMPLATES / "share/image.css").read_text(encoding="utf-8")
SMALL = 60_000
#: What our languages, their neighbours and the Sámi need (but Ŧ, which neither typeface has).
LETTERS = "ÅÄÖåäöÉéÈèÜüÆæØøŠšŽžÁáČčĐđŊŋÂâÕõ" + "–—’”“…·€§«»"
LONGEST = (
    "Saavutettavuusseloste",
    "Tillgänglighetsutlåtande",
    "Lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilas",
    "Kenenkään ei tarvitse jäädä yksin silloin kun elämä on vaikeaa eikä ketään ole lähellä",
    "A",
    "a " * 150,
)


@cache
def stylesheet() -> str:
    return BRAND + join_styles(TEMPLATES / "assets/styles")


def subject(**changed: str | int) -> Subject:
    told: dict[str, str | int] = {
        "tag": "fi",
        "name": "Yhdessä",
        "slogan": "Jotta jokaisella olisi joku",
        "over": "Paikallinen tavoite 3",
        "heading": "Kukaan ei jää yksin",
        "note": "Esittelysivusto",
        "drawing": 3,
    }
    return Subject(**{**told, **changed})


def strong() -> Measured:
    font = ImageFont.truetype(str(FONTS.strong), 100, layout_engine=ImageFont.Layout.BASIC)
    return Measured("", font)


def images(cache_folder: Path, style: str | None = None) -> ShareImages:
    return ShareImages(renderer(), TEMPLATES, style or stylesheet(), cache_folder)


@pytest.fixture
def rasterised(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The SVGs that were asked to be made into pictures; what comes of them is a stand-in."""
    asked: list[str] = []

    def make(svgs: list[str], fonts: Fonts) -> list[bytes]:
        asked.extend(svgs)
        return [b"PNG" for _ in svgs]

    monkeypatch.setattr(share_image, "make_pictures", make)
    return asked


def test_every_page_that_is_announced_to_others_has_a_picture_in_its_language(
    tree: Path, tmp_path: Path, rasterised: list[str]
) -> None:
    content = load_content(tree)
    site = Site(content, "https://example.org/", "assets/site.css")
    made = {file.path for file in images(tmp_path / "cache").files(content)}
    for language in content.languages:
        prose = [site.prose_plan(language, name, "") for name in content.words[language].prose]
        for plan in [*site.plans(language), *prose]:
            assert plan.shell.card is not None
            assert plan.shell.card.image.removeprefix("https://example.org/") in made, plan.name
            assert f"/share/{language}/" in plan.shell.card.image


@pytest.mark.parametrize(
    ("name", "picture"),
    [
        ("index", "index"),
        ("goals/index", "goals"),
        ("goals/no-loneliness", "goals/no-loneliness"),
        ("news/2026-11-five-local-goals", "news"),
        ("about", "index"),
        ("thanks", "index"),
        ("404", "index"),
    ],
)
def test_a_page_has_the_picture_of_its_type(tree: Path, name: str, picture: str) -> None:
    assert image_path("sv", pictured_as(load_content(tree), name)) == f"assets/share/sv/{picture}.png"


def test_a_goal_without_a_drawing_of_its_own_has_the_goals_picture(tree: Path) -> None:
    file = "content/facts/goals/no-loneliness.yml"
    number = (tree / file).read_text(encoding="utf-8").partition("number: ")[2].partition("\n")[0]
    change(tree, {"file": file, "replace": f"number: {number}", "with": "number: 6"})
    content = load_content(tree)
    assert pictured_as(content, "goals/no-loneliness") == "goals/index"
    assert "goals/no-loneliness" not in pictured(content, "sv")


def test_a_demonstration_says_so_in_its_pictures_and_another_organisation_does_not(tree: Path) -> None:
    def notes(content: Content) -> set[str]:
        return {
            share_image.subject(content, content.words["sv"], name).note for name in pictured(content, "sv")
        }

    content = load_content(tree)
    assert notes(content) == {content.words["sv"].organisation.demonstration}
    facts = "content/facts/organisation.yml"
    change(tree, {"file": facts, "replace": "demonstration: true\n", "with": "demonstration: false\n"})
    change(tree, {"file": facts, "replace": "demonstration_date: 2026-11-21\n", "with": ""})
    assert notes(load_content(tree)) == {""}


def test_what_has_been_made_is_not_made_again(tree: Path, tmp_path: Path, rasterised: list[str]) -> None:
    content = load_content(tree)
    first = {file.path: file.content() for file in images(tmp_path).files(content)}
    assert len(rasterised) == len(first) > 10
    rasterised.clear()
    assert {file.path: file.content() for file in images(tmp_path).files(content)} == first
    assert rasterised == []


def test_a_changed_heading_makes_its_own_picture_anew_and_no_other(
    tree: Path, tmp_path: Path, rasterised: list[str]
) -> None:
    list(images(tmp_path).files(load_content(tree)))
    rasterised.clear()
    change(
        tree, {"file": "content/sv/pages.yml", "replace": "title: Strategi", "with": "title: Vår strategi"}
    )
    list(images(tmp_path).files(load_content(tree)))
    (svg,) = rasterised
    assert ">Vår strategi</text>" in svg or ">Vår</text>" in svg


def test_other_colours_make_every_picture_anew(tree: Path, tmp_path: Path, rasterised: list[str]) -> None:
    content = load_content(tree)
    count = len(list(images(tmp_path).files(content)))
    rasterised.clear()
    list(images(tmp_path, stylesheet().replace("#5a2150", "#12455c")).files(content))
    assert len(rasterised) == count


def test_an_edit_of_the_style_sheet_that_draws_nothing_makes_no_picture(
    tree: Path, tmp_path: Path, rasterised: list[str]
) -> None:
    content = load_content(tree)
    list(images(tmp_path).files(content))
    rasterised.clear()
    list(images(tmp_path, stylesheet() + ".lead { margin: 0; }").files(content))
    assert rasterised == []


def test_old_pictures_that_nobody_asks_for_are_thrown_away(
    tree: Path, tmp_path: Path, rasterised: list[str]
) -> None:
    import os

    old, young = tmp_path / "old.png", tmp_path / "young.png"
    for file in (old, young):
        file.write_bytes(b"PNG")
    os.utime(old, (0, 0))
    list(images(tmp_path).files(load_content(tree)))
    assert not old.exists()
    assert young.exists()


@pytest.mark.parametrize("drawing", [*share_image.DRAWINGS.values(), share_image.COMMON, 1, 4711])
def test_a_picture_has_the_size_that_others_ask_for_and_is_small(drawing: str | int) -> None:
    svg = draw_picture(renderer(), drawing_style(stylesheet()), FONTS, subject(drawing=drawing))
    made = rasterise(svg, FONTS)
    with Image.open(io.BytesIO(made)) as picture:
        assert (picture.size, picture.format) == ((WIDTH, HEIGHT), "PNG")
    assert len(made) < SMALL


@pytest.mark.parametrize("drawing", ["house", "facade", "table", "company", 2])
def test_every_class_of_a_picture_has_its_colour(drawing: str | int) -> None:
    """What has no colour is black, on a night that is nearly black."""
    svg = draw_picture(renderer(), drawing_style(stylesheet() + SHARE), FONTS, subject(drawing=drawing))
    style, _, drawn = svg.partition("</style>")
    roles = {name for name in re.findall(r'class="([^"]*)"', drawn) if name.startswith("share-")}
    assert {"share-name", "share-heading", "share-slogan", "share-over", "share-note"} <= roles
    coloured = set(re.findall(r"\.([\w-]+)", style))
    plain = {"art", "near", "night", f"art-{drawing}", "art-mark", "art-window", "art-few", "art-house"}
    names = {name for classes in re.findall(r'class="([^"]*)"', drawn) for name in classes.split()}
    assert names - coloured - plain == set()


def test_a_picture_brings_only_the_style_that_it_needs() -> None:
    style = ".lit{fill: #fff;}\n.far, .dim{fill: #000;}\n.bar{fill: #000;}\n.share-name{fill: #fff;}"
    assert style_of(style, '<path class="dim"/>') == ".far, .dim{fill: #000;}\n.share-name{fill: #fff;}"


def test_the_words_are_really_drawn_in_both_fonts() -> None:
    """A font that resvg does not find draws nothing, and says nothing."""
    style = drawing_style(stylesheet())

    def made(**changed: str) -> bytes:
        return rasterise(draw_picture(renderer(), style, FONTS, subject(**changed)), FONTS)

    words = made()
    assert made(heading="Kukaan ei jää yksix") != words
    assert made(slogan="Jotta jokaisella olisi jokx") != words


def test_many_pictures_are_the_same_as_one_after_another() -> None:
    style = drawing_style(stylesheet() + SHARE)
    svgs = [draw_picture(renderer(), style, FONTS, subject(drawing=number)) for number in range(1, MANY + 1)]
    assert list(make_pictures(svgs, FONTS)) == [rasterise(svg, FONTS) for svg in svgs]


def test_the_fonts_have_every_letter_of_our_languages() -> None:
    for file in (FONTS.strong, FONTS.plain):
        font = ImageFont.truetype(str(file), 40)
        missing = bytes(font.getmask("\U0010fffd"))
        assert [letter for letter in LETTERS if bytes(font.getmask(letter)) == missing] == []


@pytest.mark.parametrize("text", LONGEST)
@pytest.mark.parametrize("room", [BESIDE, ABOVE])
def test_no_line_of_a_heading_is_wider_than_its_room(text: str, room: share_image.picture.Box) -> None:
    font = strong()
    size, lines = fit_heading(text, font, room)
    assert all(font.width(line, size) <= room.width for line in lines)
    assert len(lines) * size <= room.height


@pytest.mark.parametrize("drawing", ["house", "facade", "table", "company", 2])
@pytest.mark.parametrize("text", LONGEST)
def test_every_line_stands_within_the_picture_and_under_the_one_before(drawing: str | int, text: str) -> None:
    lines = list(lay_out(subject(drawing=drawing, heading=text, slogan=text, note=text), FONTS))
    font = strong()
    assert all(line.x + font.width(line.text, line.size) <= WIDTH for line in lines)
    heading = [line.y for line in lines if line.role == "heading"]
    assert heading == sorted(set(heading))
    assert max(heading) < HEIGHT
    (over,) = (line for line in lines if line.role == "over")
    assert over.y < heading[0]
    assert over.y - over.size > max(line.y for line in lines if line.role == "slogan")


def test_a_long_word_is_divided_where_it_may_be() -> None:
    assert wrap("saavutettavuus\u00adseloste", len, 16) == ["saavutettavuus-", "seloste"]
    assert wrap("saavutettavuusseloste", len, 16) is None


@given(
    st.lists(st.text(st.characters(codec="ascii", categories=["L"]), min_size=1, max_size=30)),
    st.integers(2, 40),
)
def test_wrapping_loses_no_letter_and_keeps_its_room(words: list[str], room: int) -> None:
    text = " ".join(words)
    lines = wrap(text, lambda part: float(len(part)), room, anywhere=True)
    assert lines is not None
    assert all(len(line) <= room for line in lines)
    assert "".join(lines).replace("-", "").replace(" ", "") == "".join(words)


def test_lines_beyond_the_room_end_in_three_dots() -> None:
    assert shortened(["one", "two,", "three"], 2, len, 9) == ["one", "two…"]
    assert shortened(["one", "two,", "three"], 2, len, 3) == ["one", "tw…"]
    assert shortened(["one", "two"], 2, len, 3) == ["one", "two"]


@pytest.mark.parametrize(
    ("colour", "is_"),
    [
        # As Chromium paints them.
        ("#fff", "#ffffff"),
        ("var(--brand-accent)", "#b3411c"),
        ("color-mix(in oklab, #000 50%, #fff)", "#636363"),
        ("color-mix(in oklab, #5a2150 45%, #120a10)", "#31152b"),
        ("color-mix(in oklab, #b3411c 84%, #ffb08a)", "#c05430"),
        ("oklch(from #5a2150 min(l, .42) c h)", "#5a2150"),
        ("oklch(from #f0a030 min(l, .53) c h)", "#a15700"),
    ],
)
def test_colours_are_mixed_as_browsers_mix_them(colour: str, is_: str) -> None:
    assert mixed(colour, {"brand-accent": "#b3411c"}) == is_


def test_a_colour_that_cannot_be_read_is_named() -> None:
    with pytest.raises(UnknownColour, match="lab"):
        mixed("lab(50% 40 59)", {})


def test_the_drawings_style_holds_nothing_but_drawings_in_plain_colours() -> None:
    style = drawing_style(stylesheet())
    assert ".lit{" in style
    assert "var(" not in style
    assert "display" not in style
    assert "color-mix" not in style
