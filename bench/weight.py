"""`python -m bench.weight [site]`: what a page of each kind weighs over the wire, in kilobytes of gzip.

Text is what gzip makes of it, as hosts send it; typefaces are compressed already. Pictures are left apart:
none is needed to read a page, and drawings stand in its HTML. A kilobyte is 1000 bytes.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

#: The letters that a typeface keeps in a file of its own: a page asks for that when it has one of them.
RARER = re.compile("[\u0100-\u017f]")


@dataclass(frozen=True)
class Weight:
    """What a page weighs, in bytes over the wire, and how many requests it makes, pictures apart."""

    address: str
    kind: str
    html: int
    css: int
    js: int
    fonts: int
    requests: int

    @property
    def text(self) -> int:
        """HTML, styles and scripts together."""
        return self.html + self.css + self.js

    @property
    def all(self) -> int:
        """With the typefaces."""
        return self.text + self.fonts


class Asked(HTMLParser):
    """What a page asks for, and of which kind it is."""

    def __init__(self) -> None:
        super().__init__()
        self.kind = ""
        self.styles: list[str] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a style sheet, a script, and the class of the body."""
        named = {name: value or "" for name, value in attrs}
        if tag == "link" and named.get("rel") == "stylesheet":
            self.styles.append(named["href"])
        elif tag == "script" and "data-script" in named:
            self.scripts.append(named["data-script"])
        elif tag == "body":
            self.kind = named.get("class", "").removeprefix("page-")


def weigh(site: Path, address: str) -> Weight:
    """The page at `address`, as `sv/donera/`, of the site built in `site`, which stands at a host's root."""
    html = (site / address / "index.html").read_text(encoding="utf-8")
    asked = Asked()
    asked.feed(html)
    fonts = [font for sheet in asked.styles for font in fonts_of(site, sheet, bool(RARER.search(html)))]
    return Weight(
        address=f"/{address}",
        kind=asked.kind,
        html=zipped(html.encode()),
        css=sum(zipped((site / sheet.lstrip("/")).read_bytes()) for sheet in asked.styles),
        js=sum(zipped((site / script.lstrip("/")).read_bytes()) for script in asked.scripts),
        fonts=sum(font.stat().st_size for font in fonts),
        requests=1 + len(asked.styles) + len(asked.scripts) + len(fonts),
    )


def fonts_of(site: Path, sheet: str, rarer: bool) -> list[Path]:
    """The typefaces that the style sheet at `sheet` names; those of rarer letters when a page has some."""
    text = (site / sheet.lstrip("/")).read_text(encoding="utf-8")
    urls = dict.fromkeys(re.findall(r"url\(['\"]?([^'\")]+\.woff2)", text))
    files = [site / urljoin(f"/{sheet.lstrip('/')}", url).lstrip("/") for url in urls]
    return [file for file in files if rarer or "-more" not in file.name]


def zipped(data: bytes) -> int:
    """How many bytes are left of `data` at the level that hosts use when they answer."""
    return len(gzip.compress(data, compresslevel=6))


def heaviest(site: Path) -> list[Weight]:
    """The heaviest page of each kind, by kind."""
    found: dict[str, Weight] = {}
    for file in sorted(site.rglob("index.html")):
        weight = weigh(site, file.parent.relative_to(site).as_posix().removeprefix("."))
        if weight.kind not in found or weight.all > found[weight.kind].all:
            found[weight.kind] = weight
    return [found[kind] for kind in sorted(found)]


def table(weights: Iterable[Weight]) -> str:
    """A row of Markdown for each page."""
    head = "| kind | HTML | CSS | JS | together | with typefaces | requests |\n|---|---|---|---|---|---|---|"
    rows = [
        f"| {weight.kind} | {kb(weight.html)} | {kb(weight.css)} | {kb(weight.js)} | {kb(weight.text)}"
        f" | {kb(weight.all)} | {weight.requests} |"
        for weight in weights
    ]
    return "\n".join([head, *rows])


def kb(size: int) -> str:
    """Bytes as kilobytes."""
    return f"{size / 1000:.1f}"


def main(arguments: Sequence[str]) -> int:
    """Print the heaviest page of each kind of a built site, `site/` unless another is named."""
    print(table(heaviest(Path(arguments[0] if arguments else "site"))))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
