"""Trees with what an organisation may do without: the small tree, and the files of a Finn's or a Swede's.

The words are the same in every language: what is tested here is not their sense.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from tests.edits import change
from yhdessa.model import ContentProblems, load_content
from yhdessa.model.page import NEEDS

SHAPES = Path(__file__).resolve().parent
LANGUAGES = ("fi", "sv", "en")
#: What makes the small tree's organisation a Swedish one.
TO_SWEDEN = (
    ("organisation.yml", "country: FI", "country: SE"),
    ("organisation.yml", "currency: EUR", "currency: SEK"),
    ("giving.yml", " EUR", " SEK"),
    ("monthly.yml", " EUR", " SEK"),
    ("tiers.yml", " EUR", " SEK"),
)


def cases(name: str) -> dict[str, dict[str, Any]]:
    """The cases of `broken_<name>.yml`."""
    loaded: dict[str, dict[str, Any]] = yaml.safe_load((SHAPES / f"broken_{name}.yml").read_text("utf-8"))
    return loaded


def add_optional_files(tree: Path, country: str, *names: str) -> None:
    """Give the small tree the files `names` of a Finnish or a Swedish organisation, and their pages."""
    if country == "swedish":
        for file, before, after in TO_SWEDEN:
            path = tree / "content/facts" / file
            path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")
    for name in names:
        shutil.copy(SHAPES / country / "facts" / f"{name}.yml", tree / "content/facts")
        for language in LANGUAGES:
            shutil.copy(SHAPES / country / "words" / f"{name}.yml", tree / "content" / language)
            add_pages(tree / "content" / language / "pages.yml", name)
        if name == "services":
            add_programmes(tree, SHAPES / country)


def add_programmes(tree: Path, country: Path) -> None:
    """Give the tree the programmes of the services, a file each."""
    shutil.copytree(country / "facts/programmes", tree / "content/facts/programmes")
    for language in LANGUAGES:
        shutil.copytree(country / "words/programmes", tree / "content" / language / "programmes")


def add_pages(file: Path, name: str) -> None:
    """Name the pages that are made of the words `name` in a language's pages.yml."""
    with file.open("a", encoding="utf-8") as words:
        for page in (page for page, needs in NEEDS.items() if needs == name):
            slug = page.replace("_", "-")
            words.write(f"{page}: {{slug: {slug}, title: {page}, label: {page}, description: {page}}}\n")


def problems_of(tree: Path) -> list[str]:
    """Every error of a tree, as an editor reads it."""
    try:
        load_content(tree)
    except ContentProblems as problems:
        return [str(problem) for problem in problems.problems if problem.severity == "error"]
    return []


def problems_of_case(case: dict[str, Any], tree: Path, name: str) -> list[str]:
    """What is said of the optional file `name` after the case's changes."""
    add_optional_files(tree, case.get("country", "finnish"), name)
    assert problems_of(tree) == [], "the tree is sound before it is changed"
    for step in case["change"]:
        change(tree, step)
    return problems_of(tree)
