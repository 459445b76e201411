"""A page: what one kind of page says, ready to be laid out. No facts are looked up after this.

Each kind stands in the module of its subject and is shown by `overrides/pages/<kind>.html`.
"""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct


class Page(Struct, frozen=True):
    """What every kind of page is; `kind` names its template."""

    kind: ClassVar[str]
