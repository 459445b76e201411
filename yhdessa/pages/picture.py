"""A picture with words in it: a template laid out by measured widths, and made into a small PNG.

Pillow and resvg are imported when a picture is really made: a build that has them all does without.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from yhdessa.l10n.hyphens import soften
from yhdessa.pages.wrapping import shortened, wrap
from yhdessa.view.drawings import style_of
from yhdessa.view.environment import Renderer

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1200, 630
LEFT = 72
#: The heading's sizes in pixels, of which the largest that fits is taken; lines are so much apart.
SIZES = (104, 96, 88, 80, 72, 64, 56, 50, 44)
LEADING = 1.06
#: The lines round the heading: the base line and the size of each.
NOTE, NAME, NAME_ALONE, SLOGAN = (32, 21), (112, 40), (124, 40), (144, 24)
NAME_LEFT = LEFT + 90
LINE_ROOM = WIDTH - NAME_LEFT - LEFT
OVER_SIZE, OVER_ROOM = 30, 54
COLOURS = 256
#: From so many pictures on, a second process is worth its start.
MANY = 6
WORKERS = 2


@dataclass(frozen=True)
class Subject:
    """What a picture shows: the site's name and slogan, the heading and a word over it, what is to be known
    first, and the drawing. `tag` is the language of the heading (BCP 47)."""

    tag: str
    name: str
    slogan: str
    over: str
    heading: str
    note: str
    drawing: str | int


@dataclass(frozen=True)
class Box:
    """A place in the picture, in pixels."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class Line:
    """A line of words: `role` names its colour, `x` and `y` are the start of its base line in pixels."""

    role: str
    text: str
    x: int
    y: int
    size: int
    family: str


@dataclass(frozen=True)
class Fonts:
    """The two files of the typeface: for headings, and for the rest."""

    strong: Path
    plain: Path


#: The heading's room beside a tall drawing, and above a low one.
BESIDE, ABOVE = Box(LEFT, 180, 600, 390), Box(LEFT, 178, 1056, 172)
#: Where each drawing stands, and where the heading does; a window (a goal's number) hangs, all else stands.
PLACES: dict[str, tuple[Box, Box]] = {
    "house": (Box(690, 76, 470, 554), BESIDE),
    "door": (Box(716, 120, 430, 510), BESIDE),
    "table": (Box(120, 352, 960, 278), ABOVE),
    "facade": (Box(664, 330, 464, 300), ABOVE),
}
WINDOW = (Box(744, 82, 384, 500), BESIDE)
SKYLINE = Box(-200, 470, 1600, 160)
FEW = (Box(628, 350, 500, 280), ABOVE)


def make_pictures(svgs: Sequence[str], fonts: Fonts) -> Iterator[bytes]:
    """Each of `svgs` as a PNG, in order; resvg keeps Python's lock, so that many take two processes."""
    if len(svgs) < MANY:
        yield from (rasterise(svg, fonts) for svg in svgs)
        return
    # Not forked: while serving, other threads may hold a lock that a copy of this process would wait for.
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as workers:
        yield from workers.map(rasterise, svgs, [fonts] * len(svgs), chunksize=2)


def rasterise(svg: str, fonts: Fonts) -> bytes:
    """The picture as a PNG of few colours: flat drawings lose nothing that is seen, and half of the bytes.

    Pillow's quicker ways cost a tenth more bytes than its best, and a fifth of the time.
    """
    import resvg_py
    from PIL import Image

    files = [str(fonts.strong), str(fonts.plain)]
    drawn = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=files)
    picture = Image.open(io.BytesIO(drawn)).convert("RGB")
    few = picture.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    written = io.BytesIO()
    few.save(written, "PNG", compress_level=6)
    return written.getvalue()


def draw_picture(renderer: Renderer, style: str, fonts: Fonts, subject: Subject) -> str:
    """The SVG of `subject`, its drawings in `style`."""
    box, room = _places(subject.drawing)
    # A low drawing leaves a wide sky: the town of the site's foot stands under it. A table stands indoors.
    outdoors = room is ABOVE and subject.drawing != "table"
    town = _placed(renderer, "skyline", SKYLINE) if outdoors else ""
    drawing = town + _placed(renderer, subject.drawing, box)
    mark = _placed(renderer, "mark", Box(LEFT, 78, 70, 70))
    picture = {
        "width": WIDTH,
        "height": HEIGHT,
        "note": bool(subject.note),
        "style_html": style_of(style, drawing + mark),
        "drawing_html": drawing,
        "mark_html": mark,
        "lines": list(lay_out(subject, fonts)),
    }
    return renderer.environment.get_template("share/image.svg").render(picture=picture)


def lay_out(subject: Subject, fonts: Fonts) -> Iterator[Line]:
    """Every line of words of a picture, in its place."""
    strong, plain = _font(fonts.strong), _font(fonts.plain)
    room = _places(subject.drawing)[1]
    if subject.note:
        yield plain.line("note", cut(subject.note, plain, NOTE[1], LINE_ROOM, 1)[0], LEFT, NOTE)
    name = cut(subject.name, strong, NAME[1], LINE_ROOM, 1)[0]
    yield strong.line("name", name, NAME_LEFT, NAME if subject.slogan else NAME_ALONE)
    if subject.slogan:
        yield plain.line("slogan", cut(subject.slogan, plain, SLOGAN[1], LINE_ROOM, 1)[0], NAME_LEFT, SLOGAN)
    over = OVER_ROOM if subject.over else 0
    size, lines = fit_heading(
        soften(subject.heading, subject.tag), strong, Box(room.x, room.y, room.width, room.height - over)
    )
    step = round(size * LEADING)
    top = room.y + (room.height - over - step * len(lines)) // 2 + over
    if subject.over:
        yield strong.line("over", subject.over, room.x, (top - OVER_ROOM + OVER_SIZE, OVER_SIZE))
    for place, text in enumerate(lines):
        yield strong.line("heading", text, room.x, (top + round(size * 0.86) + place * step, size))


def fit_heading(text: str, font: Measured, room: Box) -> tuple[int, list[str]]:
    """The largest size in which `text` has room, and its lines; of what never fits the end is left out."""
    for size in SIZES:
        lines = wrap(text, partial(font.width, size=size), room.width)
        if lines and len(lines) * size * LEADING <= room.height:
            return size, lines
    return size, cut(text, font, size, room.width, int(room.height / (size * LEADING)))


def cut(text: str, font: Measured, size: int, room: int, most: int) -> list[str]:
    """At most so many lines of `text`, whatever it takes."""
    width = partial(font.width, size=size)
    return shortened(wrap(text, width, room, anywhere=True) or [], most, width, room)


def _places(drawing: str | int) -> tuple[Box, Box]:
    return WINDOW if isinstance(drawing, int) else PLACES.get(drawing, FEW)


def _placed(renderer: Renderer, drawing: str | int, box: Box) -> str:
    """A drawing, its feet at the foot of the box; what reaches beyond the box, as the ground, is shown."""
    markup = str(renderer.environment.globals["illustration"](drawing))  # type: ignore[operator]
    place = f'<svg x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}"'
    bare = re.sub(r' preserveAspectRatio="[^"]*"', "", markup)
    return bare.replace("<svg", f'{place} overflow="visible" preserveAspectRatio="xMidYMax meet"', 1)


@dataclass(frozen=True)
class Measured:
    """A font: the name by which it is found, and how wide a text is in it."""

    family: str
    font: FreeTypeFont

    def width(self, text: str, size: int) -> float:
        """The width of `text` in pixels, at `size` pixels."""
        return float(self.font.getlength(text)) * size / 100

    def line(self, role: str, text: str, x: int, place: tuple[int, int]) -> Line:
        """A line of this font; `place` is its base line and its size."""
        return Line(role, text, x, place[0], place[1], self.family)


@cache
def _font(file: Path) -> Measured:
    from PIL import ImageFont

    font = ImageFont.truetype(str(file), 100, layout_engine=ImageFont.Layout.BASIC)
    return Measured(str(font.getname()[0]), font)
