"""Logos: what others may send, what is refused and why, and that nothing else brings a check down."""

from __future__ import annotations

import io
import struct
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.edits import change
from tests.proof import sized
from yhdessa.model import ContentProblems, load_content
from yhdessa.model.logos import LARGEST, Faulty, Size, read_logo
from yhdessa.model.logos.raster import read_png, read_webp
from yhdessa.model.logos.svg import read_svg

TABLE: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("logos.yml").read_text("utf-8"))
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'


def drawn(told: dict[str, Any], kind: str) -> bytes:
    """A picture as a case tells it, made by Pillow and then spoilt."""
    picture = Image.new(told.get("mode", "RGB"), (told["width"], told["height"]))
    file, more = io.BytesIO(), {}
    if told.get("frames"):
        others = [Image.new("RGB", picture.size, (0, 0, 80 * shade)) for shade in range(told["frames"])]
        more = {"save_all": True, "append_images": others}
    picture.save(file, kind, lossless=told.get("lossless", False), **more)
    return file.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def without(raw: bytes, name: bytes) -> bytes:
    place = raw.index(name) - 4
    return raw[:place] + raw[place + 12 + struct.unpack(">I", raw[place : place + 4])[0] :]


def spoilt(raw: bytes, told: dict[str, Any]) -> bytes:
    if "says" in told:
        head = raw[16:29]
        raw = raw[:8] + chunk(b"IHDR", struct.pack(">II", *told["says"]) + head[8:]) + raw[33:]
    if "chunk" in told:
        name, data = told["chunk"]
        raw = raw[:33] + chunk(name.encode(), data.encode()) + raw[33:]
    if "without" in told:
        raw = without(raw, told["without"].encode())
    if "damage" in told:
        place = told["damage"]
        raw = raw[:place] + bytes([raw[place] ^ 255]) + raw[place + 1 :]
    return raw[: told.get("cut")] + told.get("append", "").encode()


def written(case: dict[str, Any], folder: Path) -> Path:
    """The file of a case."""
    if "repeat" in case:
        begin, again, times = case["repeat"]
        kind, raw = "svg", (begin + again * times).encode()
    elif "svg" in case:
        kind, raw = "svg", case["svg"].encode(case.get("encoding", "utf-8"))
    elif "raw" in case:
        kind, raw = case["as"], case["raw"].encode("latin-1")
    else:
        made = next(name for name in ("png", "webp") if name in case)
        kind, raw = case.get("as", made), spoilt(drawn(case[made], made), case[made])
    path = folder / f"logo.{kind}"
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize("name", TABLE["sound"])
def test_a_sound_logo_says_how_large_it_is(name: str, tmp_path: Path) -> None:
    case = TABLE["sound"][name]
    assert list(read_logo(written(case, tmp_path))) == case["size"]


@pytest.mark.parametrize("name", TABLE["faulty"])
def test_no_other_is_published(name: str, tmp_path: Path) -> None:
    case = TABLE["faulty"][name]
    with pytest.raises(Faulty) as caught:
        read_logo(written(case, tmp_path))
    fault = caught.value
    said = f"{fault.line}: {fault.message}; {fault.remedy}"
    assert case["message"] in said
    assert fault.remedy


def test_the_table_is_long_enough() -> None:
    assert len(TABLE["sound"]) >= 10
    assert len(TABLE["faulty"]) >= 60


def errors(found: ContentProblems) -> list[str]:
    """The files that keep the content from being published."""
    return [problem.file for problem in found.problems if problem.severity == "error"]


@pytest.mark.parametrize("name", TABLE["faulty"])
def test_a_check_names_the_file_whether_a_partner_names_it_or_nobody(name: str, tree: Path) -> None:
    """What nobody names would be published all the same."""
    case = TABLE["faulty"][name]
    folder = tree / "docs/assets/partners"
    folder.mkdir(parents=True)
    path = written(case, folder)
    told = [f"docs/assets/partners/{path.name}"]
    if path.suffix != ".gif":
        change(tree, {"file": "content/facts/partners/haus-esimerkki.yml", "append": f"logo: {path.name}\n"})
        told.insert(0, "content/facts/partners/haus-esimerkki.yml:")
    with pytest.raises(ContentProblems) as caught:
        load_content(tree)
    assert errors(caught.value) == [told[0].rstrip(":")]
    assert all(text in str(caught.value) for text in told)
    if len(told) == 2:
        change(
            tree,
            {
                "file": "content/facts/partners/haus-esimerkki.yml",
                "replace": f"logo: {path.name}\n",
                "with": "",
            },
        )
        with pytest.raises(ContentProblems) as caught:
            load_content(tree)
        assert errors(caught.value) == [told[1]]


def test_a_file_of_the_same_name_in_a_folder_below_is_looked_at_too(tree: Path) -> None:
    folder = tree / "docs/assets/partners"
    change(tree, {"file": "content/facts/partners/haus-esimerkki.yml", "append": "logo: a.svg\n"})
    change(tree, {"file": "docs/assets/partners/a.svg", "write": SVG.format("")})
    assert load_content(tree).logos == {"haus-esimerkki": Size(9, 9)}
    change(tree, {"file": "docs/assets/partners/old/a.svg", "write": SVG.format("<script/>")})
    with pytest.raises(ContentProblems, match=r"docs/assets/partners/old/a\.svg:1: has `script`"):
        load_content(tree)
    assert folder.is_dir()


def test_a_logo_has_at_most_60_kilobytes(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_text(SVG.format(" " * (LARGEST - len(SVG) + 2)), "utf-8")
    assert path.stat().st_size == LARGEST
    assert read_logo(path) == Size(9, 9)
    path.write_text(SVG.format(" " * (LARGEST - len(SVG) + 3)), "utf-8")
    with pytest.raises(Faulty, match="is 61 kB large"):
        read_logo(path)


def test_the_logos_of_the_site_are_sound_and_some_partners_have_one(project: Path) -> None:
    content = load_content(project)
    assert content.logos
    assert set(content.logos) < set(content.partners)


@given(st.binary(max_size=300), st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"RIFF\x40\0\0\0WEBP", b"<svg "]))
@settings(max_examples=sized(300, 20_000))
def test_no_bytes_whatever_bring_a_check_down(rest: bytes, beginning: bytes) -> None:
    for read in (read_svg, read_png, read_webp):
        with suppress(Faulty):
            assert read(beginning + rest).width > 0


#: What an evil drawing is made of, put together in any order.
PARTS = [
    *(
        "<script>",
        "</script>",
        "<g onload='x'>",
        "<use href='//e'/>",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<style>",
    ),
    *(
        "</style>",
        "@import '//e';",
        "url(",
        "//e)",
        "u\\72l(",
        "<path style='",
        "'/>",
        "&lt;",
        "&#x6f;n",
        "<g>",
    ),
    *(
        "</g>",
        "<image href='//e'/>",
        "<?x y?>",
        "expression(",
        ")",
        "\u0000",
        "<a href='javascript:x'>",
        "</a>",
    ),
]


@given(st.lists(st.sampled_from(PARTS), max_size=12))
@settings(max_examples=sized(300, 20_000))
def test_whatever_is_taken_has_nothing_in_it_that_acts_or_fetches(parts: list[str]) -> None:
    text = SVG.format("".join(parts))
    try:
        read_svg(text.encode())
    except Faulty:
        return
    kept = without_comments(text).lower()
    assert not [sign for sign in ("<script", "onload=", "<image", "<a ", "href='//", "<?x") if sign in kept]


def without_comments(text: str) -> str:
    """The drawing without what a reader of XML takes for no element."""
    for begin, end in (("<!--", "-->"), ("<![CDATA[", "]]>")):
        while begin in text:
            first, _, rest = text.partition(begin)
            text = first + rest.partition(end)[2]
    return text
