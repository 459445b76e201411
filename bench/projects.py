"""The three projects of a measurement, made from the checkout's content: ours, vanilla, Hugo.

Run as a process of its own (`python -m bench.projects`), because a process's peak memory as the kernel counts
it begins with that of the process that started it: the one that measures must stay small.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from bench.expected import Expected
from bench.goals import write_goals
from bench.pages import markdown_pages
from bench.peers import copy_style, write_hugo, write_vanilla
from bench.words import SENTENCE_END
from yhdessa.model import Content, load_content

CHECKOUT = Path(__file__).resolve().parent.parent
COPIED = ("content", "docs", "overrides", "hooks")
UNWANTED = shutil.ignore_patterns("__pycache__", ".*")


def make_projects(folder: Path, goals: int, checkout: Path = CHECKOUT) -> Expected:
    """Make `folder` with the projects `ours`, `vanilla` and `hugo`, of `goals` goals beside the site's own.

    Raises ContentProblems when the content, ours or made up, is not sound.
    """
    shutil.rmtree(folder, ignore_errors=True)
    ours = folder / "ours"
    copy_checkout(checkout, ours)
    write_goals(load_content(ours), ours, goals)
    content = load_content(ours)
    pages = list(markdown_pages(content))
    write_vanilla(pages, folder / "vanilla")
    write_hugo(content, pages, folder / "hugo")
    copy_style(ours, folder / "hugo")
    expected = expect(content, len(pages))
    expected.write(folder)
    return expected


def expect(content: Content, pages: int) -> Expected:
    """What every builder of `content` must write: `pages` pages, and each goal with what it believes in."""
    sentences = {
        language: {goal.name: SENTENCE_END.split(goal.belief)[0] for goal in words.goals.values()}
        for language, words in content.words.items()
    }
    return Expected(pages, sentences)


def copy_checkout(checkout: Path, project: Path) -> None:
    """Copy what makes a site, and nothing of what makes the program."""
    for name in COPIED:
        shutil.copytree(checkout / name, project / name, ignore=UNWANTED)
    shutil.copy(checkout / "mkdocs.yml", project)


def main() -> None:
    """`python -m bench.projects FOLDER GOALS`"""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("goals", type=int)
    options = parser.parse_args()
    make_projects(options.folder, options.goals)


if __name__ == "__main__":
    main()
