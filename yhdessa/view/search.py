"""What the page of search says: a form, and a list of every page of the language."""

from __future__ import annotations

from typing import ClassVar

from yhdessa.view.page import Page
from yhdessa.view.shell import LinkGroup


class SearchPage(Page, frozen=True):
    """Search. `action` is the page's own address, `index` that of the folder of the language's index,
    `script` that of our script, empty where there is none.

    `words` is JSON: what the script says (`found` has a form for each plural category), and how it cuts
    words.
    """

    kind: ClassVar[str] = "search"
    lead: str
    action: str
    index: str
    script: str
    words: str
    groups: tuple[LinkGroup, ...]
