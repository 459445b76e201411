"""Scripts: published without what only their writers read, under names that change with what they hold."""

from __future__ import annotations

from pathlib import Path

from yhdessa.view.scripts import Scripts, lighten_script

WRITTEN = """/*
A comment of
several lines.
*/
const address = "https://example.org/*"; // stays
  // A line that goes.
  if (a / b) {

    /* So does this. */
    go(/\\/\\*/);
  }
"""


def test_comments_with_lines_of_their_own_and_indents_are_left_out():
    assert lighten_script(WRITTEN) == (
        'const address = "https://example.org/*"; // stays\nif (a / b) {\ngo(/\\/\\*/);\n}\n'
    )


def test_a_scripts_address_changes_with_what_it_says_and_not_with_its_comments(tmp_path: Path):
    addresses = []
    for text in ("/* One. */\ngo();\n", "/* Two. */\ngo();\n", "stop();\n"):
        (tmp_path / "move.js").write_text(text, encoding="utf-8")
        [(address, published)] = Scripts(tmp_path).published.items()
        assert published in text
        addresses.append(address)
    assert addresses[0] == addresses[1] != addresses[2]
