"""Logos: pictures that others send and that we publish. Each is read before it is shown.

A picture is known by what is in it, never by its name: `svg` reads drawings, `raster` PNG and WebP. Both give
the size of a sound picture and raise Faulty for any other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from yhdessa.model.logos.fault import Faulty, Size
from yhdessa.model.logos.raster import read_png, read_webp
from yhdessa.model.logos.svg import read_svg

__all__ = ["FOLDER", "LARGEST", "Faulty", "Size", "read_logo"]

#: Where logos are, in docs/ and at the site's address.
FOLDER = "assets/partners"
#: Bytes: a page may show dozens.
LARGEST = 60_000
KINDS: Mapping[str, Callable[[bytes], Size]] = {".svg": read_svg, ".png": read_png, ".webp": read_webp}


def read_logo(path: Path) -> Size:
    """The size of the logo in the file at `path`. Raises Faulty, and OSError for a file that is not there."""
    read = KINDS.get(path.suffix)
    if read is None:
        raise Faulty("is none of svg, png and webp", "export the logo as one of them, or take the file away")
    size = path.stat().st_size
    if size > LARGEST:
        kilobytes = -(-size // 1000)
        raise Faulty(f"is {kilobytes} kB large", f"export it smaller: at most {LARGEST // 1000} kB")
    return read(path.read_bytes())
