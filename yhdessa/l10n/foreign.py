"""Text that stands on a page in another language than the page's, and knows it."""

from __future__ import annotations


class ForeignText(str):
    """A text, the tag of the language it is in, and what to say of it in the reader's (or nothing)."""

    __slots__ = ("note", "tag")
    tag: str
    note: str

    def __new__(cls, text: str, tag: str, note: str = "") -> ForeignText:
        self = super().__new__(cls, text)
        self.tag = tag
        self.note = note
        return self
