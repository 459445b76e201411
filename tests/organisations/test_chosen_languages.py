"""Languages are a list in the facts: another first one, one less, or one alone."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.edits import change
from tests.output import mkdocs, read_pages

ALL = ("fi", "sv", "en")


@pytest.mark.parametrize("languages", [["sv", "fi"], ["en", "sv", "fi"], ["en"]])
def test_the_first_language_is_at_the_root_and_those_left_out_are_nowhere(
    languages: list[str], project: Path, tree: Path
) -> None:
    for folder in ("overrides", "hooks"):
        shutil.copytree(project / folder, tree / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(project / "mkdocs.yml", tree)
    for language in set(ALL) - set(languages):
        shutil.rmtree(tree / "content" / language)
        shutil.rmtree(tree / "docs" / language)
    facts, chosen = "content/facts/organisation.yml", f"languages: [{', '.join(languages)}]"
    change(tree, {"file": facts, "replace": "languages: [fi, sv, en]", "with": chosen})

    done = mkdocs("build", "--strict", project=tree)
    assert done.returncode == 0, done.stderr
    pages = read_pages(tree / "site")
    folders = {address.partition("/")[0] for address in pages if address.partition("/")[0] in ALL}
    assert folders == set(languages[1:])
    assert {page.one("html").attributes["lang"].partition("-")[0] for page in pages.values()} == set(
        languages
    )
    assert pages[""].one("html").attributes["lang"].startswith(languages[0])
    alternates = [link.attributes for link in pages[""].all("link", rel="alternate")]
    announced = [link["hreflang"] for link in alternates if "hreflang" in link]
    assert announced == ([*languages, "x-default"] if len(languages) > 1 else [])
    switch = [link.attributes["hreflang"] for link in pages[""].all("a") if "hreflang" in link.attributes]
    assert switch == languages
    catalogue = json.loads((tree / "var/catalogue.json").read_text(encoding="utf-8"))
    assert list(catalogue["languages"]) == languages
