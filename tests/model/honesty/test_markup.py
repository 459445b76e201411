"""Markup that no page may carry is named with its line; what only looks like it is let be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.edits import change
from yhdessa.model import ContentProblems, load_content

TAKE_OUT = "take it out, and link to what it shows"
SAVE = "save the picture in docs/assets/ and show it from there"
KEEP = "save it in docs/assets/ and show it from there"
LINK = "link to a page, or to an address that begins with https://"
HEADING = "begin with ##: the title of the page is its main heading"


@pytest.mark.parametrize("file", ["docs/sv/about.md", "content/sv/goals/no-loneliness.md"])
@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("<script src='/x.js'></script>", f"has markup that a page may not carry: <script>; {TAKE_OUT}"),
        ("<IFRAME>", f"has markup that a page may not carry: <IFRAME>; {TAKE_OUT}"),
        (
            "![Kaffe](https://elsewhere.example/a.png)",
            f"shows a picture from elsewhere: https://elsewhere.example/a.png; {SAVE}",
        ),
        (
            "![Kaffe](//elsewhere.example/a.png)",
            f"shows a picture from elsewhere: //elsewhere.example/a.png; {SAVE}",
        ),
        (
            '<img alt="x" src="https://elsewhere.example/a.png">',
            f"fetches something from elsewhere: https://elsewhere.example/a.png; {KEEP}",
        ),
        ("[x](javascript:alert)", f"has a link that is no address: javascript:alert; {LINK}"),
        ("# Rubrik", f"has a main heading of its own: # Rubrik; {HEADING}"),
    ],
)
def test_markup_that_a_page_may_not_carry_is_named(written: str, said: str, file: str, tree: Path) -> None:
    change(tree, {"file": file, "append": f"\n{written}\n"})
    line = (tree / file).read_text(encoding="utf-8").splitlines().index(written) + 1
    with pytest.raises(ContentProblems) as found:
        load_content(tree)
    assert f"{file}:{line}: {said}" in [str(problem) for problem in found.value.problems]


def test_headings_links_and_code_are_let_be(tree: Path) -> None:
    text = "\n## Rubrik\n\n[x](https://example.org/) `<script>`\n\n```\n# a comment\n```\n"
    change(tree, {"file": "docs/sv/about.md", "append": text})
    assert load_content(tree).goals
