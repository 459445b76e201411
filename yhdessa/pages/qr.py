"""The QR code of a bank transfer: banks' applications read it and fill the transfer in.

EPC069-12, Quick Response Code: Guidelines to Enable Data Capture for the Initiation of a SEPA Credit Transfer
(European Payments Council): lines of UTF-8, error correction M, at most version 13. segno's own helper asks
for an amount, which a giver decides.
"""

from __future__ import annotations

from itertools import groupby

import segno

#: Light modules around the code, which readers need (ISO/IEC 18004).
QUIET = 4
LARGEST_VERSION = 13


def transfer_text(receiver: str, iban: str, bic: str | None, reference: str | None) -> str:
    """What the code of a transfer in euros says, without an amount; a Finnish reference is a structured one.

    Nothing stands after the last line that is filled in. Numbers are in their compact form.
    """
    name = " ".join(receiver.split())
    amount = purpose = ""
    return "\n".join(
        ("BCD", "002", "1", "SCT", bic or "", name, iban, amount, purpose, reference or "")
    ).rstrip("\n")


def draw_code(text: str) -> tuple[str, int]:
    """The strokes of the code's dark modules, row by row, and the side of its square, quiet zone and all.

    Raises segno.DataOverflowError for a text that no code of the guidelines' size can hold.
    """
    code = segno.make_qr(text, error="m", encoding="utf-8", boost_error=False)
    if int(code.version) > LARGEST_VERSION:
        raise segno.DataOverflowError(f"needs version {code.version}")
    path = "".join(_row(row, place + QUIET) for place, row in enumerate(code.matrix))
    return path, len(code.matrix) + 2 * QUIET


def _row(row: bytearray, line: int) -> str:
    """The dark runs of one row, as strokes along the middle of its modules."""
    strokes, place = "", QUIET
    for dark, run in groupby(row):
        length = len(list(run))
        if dark:
            strokes += f"M{place} {line}.5h{length}"
        place += length
    return strokes
