"""PNG and WebP: whole, of a sensible size, still, and with nothing behind their end.

Their pixels are not unpacked: browsers do that, and these limits bound what it costs them.
PNG: https://www.w3.org/TR/png-3/ WebP: https://developers.google.com/speed/webp/docs/riff_container
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from yhdessa.model.logos.fault import Faulty, Size, check_shape, no_picture

#: Pixels of a side: a logo is shown 176 wide, on the sharpest screens at four times that.
SMALLEST, LONGEST = 24, 2000
PNG = b"\x89PNG\r\n\x1a\n"
ANEW = "export it anew"
#: What a PNG is made of besides its pixels; a moving one has `acTL`.
MOVES = ("is a moving picture", "export one that stands still")
VP8_START, VP8L_START = b"\x9d\x01\x2a", b"\x2f"
ANIMATED = 0x02


def read_png(raw: bytes) -> Size:
    """The size of a PNG, in pixels. Raises Faulty."""
    if not raw.startswith(PNG):
        raise no_picture("PNG")
    names: list[bytes] = []
    size = None
    for name, data in _png_chunks(raw):
        if not names and name != b"IHDR":
            raise Faulty("does not begin as a PNG does", ANEW)
        if name == b"IHDR":
            size = _png_size(data)
        elif name == b"acTL":
            raise Faulty(*MOVES)
        names.append(name)
    if size is None or b"IDAT" not in names:
        raise Faulty("has no pixels", ANEW)
    return _check(size)


def read_webp(raw: bytes) -> Size:
    """The size of a WebP, in pixels. Raises Faulty."""
    if raw[:4] != b"RIFF" or raw[8:12] != b"WEBP":
        raise no_picture("WebP")
    said = struct.unpack("<I", raw[4:8])[0] + 8
    if said > len(raw):
        raise Faulty("is cut short", ANEW)
    if said < len(raw):
        raise Faulty("has something behind its end", ANEW)
    size = None
    for name, data in _webp_chunks(raw):
        if name in (b"ANIM", b"ANMF") or (name == b"VP8X" and data[:1] and data[0] & ANIMATED):
            raise Faulty(*MOVES)
        if name in (b"VP8 ", b"VP8L"):
            size = _webp_size(name, data)
    if size is None:
        raise Faulty("has no pixels", ANEW)
    return _check(size)


def _png_chunks(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Its chunks up to the last one. Raises Faulty where they do not hold together."""
    place = len(PNG)
    while place + 12 <= len(raw):
        (length,) = struct.unpack(">I", raw[place : place + 4])
        name, end = raw[place + 4 : place + 8], place + 12 + length
        if end > len(raw):
            break
        data = raw[place + 8 : end - 4]
        if zlib.crc32(name + data) != struct.unpack(">I", raw[end - 4 : end])[0]:
            raise Faulty("is damaged: a checksum does not agree", ANEW)
        yield name, data
        place = end
        if name == b"IEND":
            if place != len(raw):
                raise Faulty("has something behind its end", ANEW)
            return
    raise Faulty("is cut short", ANEW)


def _png_size(data: bytes) -> Size:
    if len(data) != 13:
        raise Faulty("does not begin as a PNG does", ANEW)
    return Size(*struct.unpack(">II", data[:8]))


def _webp_chunks(raw: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = 12
    while place < len(raw):
        if place + 8 > len(raw):
            raise Faulty("is cut short", ANEW)
        (length,) = struct.unpack("<I", raw[place + 4 : place + 8])
        end = place + 8 + length
        if end > len(raw):
            raise Faulty("is cut short", ANEW)
        yield raw[place : place + 4], raw[place + 8 : end]
        # Chunks begin at even places.
        place = end + (length & 1)


def _webp_size(name: bytes, data: bytes) -> Size:
    if name == b"VP8 " and data[3:6] == VP8_START and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
        return Size(width & 0x3FFF, height & 0x3FFF)
    if name == b"VP8L" and data[:1] == VP8L_START and len(data) >= 5:
        (bits,) = struct.unpack("<I", data[1:5])
        return Size((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    raise Faulty("does not begin as a WebP does", ANEW)


def _check(size: Size) -> Size:
    if max(size) > LONGEST or min(size) < SMALLEST:
        message = f"is {size.width} × {size.height} pixels large"
        raise Faulty(message, f"export it with {SMALLEST} to {LONGEST} pixels a side")
    return check_shape(size)
