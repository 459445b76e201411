"""Rows: what a drawing is made of. Values place the marks; texts, written by `l10n`, are what is read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from yhdessa.view.shell import Link


@dataclass(frozen=True)
class Row:
    """One value: `text` is the value as it is read, `note` a line under the label (such as its own n).

    `footnote` leads to a note of the chart, as Link("1", "#<chart id>-note-1").
    """

    label: str
    value: Decimal
    text: str
    note: str = ""
    footnote: Link | None = None


@dataclass(frozen=True)
class PairRow:
    """Two values of the same thing, first and last; `note` tells the change in words, with its direction."""

    label: str
    before: Decimal
    after: Decimal
    before_text: str
    after_text: str
    note: str = ""
    footnote: Link | None = None
