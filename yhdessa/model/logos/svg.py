"""SVG: a drawing of plain shapes, and nothing that acts, moves or fetches.

A logo stands in pages as an `<img>`, where browsers run nothing; but its file has an address of its own, and
opened there it is a document that may do what a page may. So what may stand in it is listed, and all else is
refused. It is read by expat itself: whatever needs a document type (entities, other files) is refused at its
first letter, before anything is expanded.
"""

from __future__ import annotations

import math
import re
from xml.parsers import expat

from yhdessa.model.logos.fault import Faulty, Size, check_shape, no_picture

SVG = "http://www.w3.org/2000/svg"
HREF = "http://www.w3.org/1999/xlink href"
XML = "http://www.w3.org/XML/1998/namespace "
_ELEMENTS = (
    "svg g path rect circle ellipse line polyline polygon text tspan title desc defs linearGradient "
    "radialGradient stop clipPath mask use style"
)
_ATTRIBUTES = (
    # Where and how large.
    "x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy d points width height viewBox preserveAspectRatio "
    "transform pathLength offset gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits "
    "maskContentUnits "
    # How it looks.
    "style fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin "
    "stroke-miterlimit stroke-dasharray stroke-dashoffset color opacity stop-color stop-opacity clip-path "
    "clip-rule mask mask-type display visibility overflow paint-order shape-rendering text-rendering "
    "color-interpolation color-rendering image-rendering vector-effect isolation mix-blend-mode "
    "enable-background "
    "font-family font-size font-weight font-style font-variant font-stretch letter-spacing word-spacing "
    "text-anchor dominant-baseline alignment-baseline baseline-shift text-decoration writing-mode textLength "
    "lengthAdjust xml:space "
    # What it is called.
    "id class type version baseProfile lang role focusable aria-label aria-labelledby aria-hidden "
    "aria-describedby"
)
ELEMENTS, ATTRIBUTES = frozenset(_ELEMENTS.split()), frozenset(_ATTRIBUTES.split())
#: Names that programs give to layers.
OF_A_PROGRAM = re.compile(r"data-[a-z][a-z0-9-]*")
#: What may be called in a value; `url` leads to a part of the same drawing.
_FUNCTIONS = "rgb rgba hsl hsla matrix translate scale rotate skewx skewy url"
FUNCTIONS = frozenset(_FUNCTIONS.split())
CALL = re.compile(r"([\w-]*)\s*\(", re.ASCII)
URL = re.compile(r"url\s*\(", re.IGNORECASE)
OWN_URL = re.compile(r"""url\(\s*(["']?)#[\w.-]+\1\s*\)""", re.IGNORECASE | re.ASCII)
OWN_PART = re.compile(r"#[\w.-]+", re.ASCII)
REFERRING = ("use", "linearGradient", "radialGradient")
NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
LENGTH = re.compile(rf"\s*({NUMBER})\s*(?:px)?\s*", re.ASCII)
#: Drawings beyond this are no logos, and may be made to keep a browser busy.
MOST_ELEMENTS, DEEPEST, MOST_USES, LARGEST_SIDE = 2000, 30, 30, 100_000
NOT_UTF_8 = ("is not UTF-8 text", "save the file with the encoding UTF-8")
PLAIN = "export it as plain shapes, without scripts, links, pictures, fonts or movement"


def read_svg(raw: bytes) -> Size:
    """The size of a drawing, in its own units. Raises Faulty, with the line."""
    # Neither its own word on its encoding is taken nor expat's guess, which sees two bytes a letter by the
    # noughts between them: a browser must read the letters that were read here.
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Faulty(*NOT_UTF_8) from error
    if "\0" in text:
        raise Faulty(*NOT_UTF_8)
    reader = _Reader()
    try:
        reader.parser.Parse(text, True)
    except expat.ExpatError as error:
        if not reader.begun:
            raise no_picture("SVG") from error
        why = expat.ErrorString(error.code)
        raise Faulty(f"is no whole drawing: {why}", "export it anew", error.lineno) from error
    return check_shape(_size(reader.root))


class _Reader:
    """Reads one drawing, element by element."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate("UTF-8", " ")
        self.parser.buffer_text = True
        self.parser.XmlDeclHandler = self.declared
        self.parser.StartDoctypeDeclHandler = self.document_type
        self.parser.ProcessingInstructionHandler = self.instruction
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.root: dict[str, str] = {}
        #: The elements around the place that is read: names, and whether `use` may copy each.
        self.around: list[tuple[str, bool]] = []
        self.elements = self.uses = 0

    @property
    def begun(self) -> bool:
        """Whether it is a drawing at all."""
        return self.elements > 0

    def refuse(self, what: str, remedy: str = PLAIN) -> Faulty:
        return Faulty(what, remedy, self.parser.CurrentLineNumber)

    def declared(self, _: str, encoding: str | None, __: int) -> None:
        if encoding is not None and encoding.lower() != "utf-8":
            raise self.refuse(*NOT_UTF_8)

    def document_type(self, name: str, *_: object) -> None:
        if name.lower() != "svg":
            raise no_picture("SVG")
        raise self.refuse("has a document type (DOCTYPE)", "take it away: no drawing needs one")

    def instruction(self, target: str, _: str) -> None:
        raise self.refuse(f"has an instruction (<?{target[:40]}?>)", "take it away: it may fetch other files")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, element = name.rpartition(" ")
        if not self.begun and (space, element) != (SVG, "svg"):
            raise no_picture("SVG")
        if space != SVG or element not in ELEMENTS:
            raise self.refuse(f"has `{element[:40]}`, which no logo may have")
        for attribute, value in attributes.items():
            self.attribute(element, attribute, value)
        if not self.begun:
            self.root = attributes
        self.elements += 1
        if self.elements > MOST_ELEMENTS or len(self.around) >= DEEPEST:
            message = f"has more than {MOST_ELEMENTS} shapes, or groups more than {DEEPEST} deep"
            raise self.refuse(message, "export it simpler")
        if element == "use":
            self.use()
        # A clip or a mask is applied, and never copied.
        self.around.append((element, "id" in attributes and element not in ("clipPath", "mask")))

    def end(self, _: str) -> None:
        self.around.pop()

    def text(self, text: str) -> None:
        if self.around and self.around[-1][0] == "style":
            self.value("style", text)

    def attribute(self, element: str, name: str, value: str) -> None:
        if name.startswith(XML):
            name = f"xml:{name.removeprefix(XML)}".replace("xml:lang", "lang")
        if name.lower().startswith("on"):
            raise self.refuse(f"has `{name[:40]}`, which would run a script")
        if name in ("href", HREF):
            if element not in REFERRING or not OWN_PART.fullmatch(value):
                raise self.refuse("has `href` to something outside of itself")
        elif name not in ATTRIBUTES and not OF_A_PROGRAM.fullmatch(name):
            shown = name.rpartition(" ")[2]
            raise self.refuse(f"has `{shown[:40]}` on `{element}`, which no logo may have")
        elif not name.startswith(("aria-", "data-")):
            self.value(name, value)
        if name in ("clip-path", "mask") and self.inside("clipPath", "mask"):
            raise self.refuse(f"has `{name}` within a clip or a mask", "export it simpler")

    def value(self, name: str, value: str) -> None:
        """What styles and attributes say: no escapes that hide it, no rules, no calls but of FUNCTIONS."""
        calls = [call.lower() for call in CALL.findall(value)]
        foreign = next((call for call in calls if call not in FUNCTIONS), None)
        if len(URL.findall(value)) != len(OWN_URL.findall(value)):
            raise self.refuse(f"has `url` in `{name}` that leads out of the drawing")
        if foreign is not None or "\\" in value or "@" in value or "script:" in value.lower():
            told = f"`{foreign[:40]}()`" if foreign else "something"
            raise self.refuse(f"has {told} in `{name}`, which no logo may have")

    def use(self) -> None:
        """Copies of copies grow without end: what is copied may not hold another copy."""
        self.uses += 1
        copied = any(may_be for _, may_be in self.around[1:])
        if self.uses > MOST_USES or copied:
            raise self.refuse("copies shapes that hold copies, or too often (`use`)", "export it simpler")

    def inside(self, *elements: str) -> bool:
        return any(element in elements for element, _ in self.around)


def _size(root: dict[str, str]) -> Size:
    """What the drawing measures, by its sides or by its view; raises Faulty where it says neither."""
    sides = [LENGTH.fullmatch(root.get(name, "")) for name in ("width", "height")]
    view = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    numbers = [side[1] for side in sides if side]
    if len(numbers) < 2:
        numbers = view[2:] if len(view) == 4 else []
    numbers = [number for number in numbers if re.fullmatch(NUMBER, number, re.ASCII)]
    size = Size(*map(float, numbers)) if len(numbers) == 2 else Size(0, 0)
    if not all(math.isfinite(side) and 0 < side <= LARGEST_SIDE for side in size):
        raise Faulty("does not say how large it is", "export it with a `viewBox`", 1)
    return size
