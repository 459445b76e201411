"""Which pages a site has: one that it may do without stands in pages.yml when there are words to fill it."""

from __future__ import annotations

from collections.abc import Iterator

from yhdessa.model.content import Content
from yhdessa.model.page import NEEDS
from yhdessa.model.problem import Problem


def check_pages(content: Content) -> Iterator[Problem]:
    """Every page without words to fill it, and all words that no page shows."""
    for language, words in content.words.items():
        document = content.document(language, "pages.yml")
        for page, needs in NEEDS.items():
            named, filled = getattr(words.pages, page) is not None, bool(getattr(words, needs, None))
            if named and not filled:
                message = f"is a page of content/{language}/{needs}.yml, and there is no such file"
                yield Problem(
                    document.file, document.line((page,)), page, message, "write it, or take this out"
                )
            elif filled and not named:
                message, remedy = "is missing", f"content/{language}/{needs}.yml has the words of such a page"
                yield Problem(document.file, 1, page, message, remedy)
