"""The project: the new tree beside a copy of the house, in a folder that was empty, and what to do next."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from shlex import quote

from yhdessa.l10n.endonyms import endonym
from yhdessa.model import ContentProblems, load_content
from yhdessa.starter.choices import Choices, Refused, read_choices
from yhdessa.starter.tree import Files, borrowed, new_tree, quoted, waits, with_line

SKELETON = Path(__file__).parent / "skeleton"
#: Where this program was cloned to: the house that a project is built with stands beside the package.
HOUSE = Path(__file__).resolve().parents[2]
ROOMS = ("overrides", "hooks")
SETTINGS = "mkdocs.yml"
ADDRESS = '!ENV [SITE_URL, "https://our-site.example/"]'
IGNORED = "/site/\n/site.*/\n/var/\n__pycache__/\n"


def run_new(
    directory: Path,
    *,
    languages: str | None = None,
    name: str | None = None,
    currency: str | None = None,
    country: str | None = None,
    house: Path = HOUSE,
) -> int:
    """Write a new project into `directory` and say what comes next; 1, with nothing written, when refused.

    `languages` is written as `sv,en`, the first at the root of the site; without it, and without `currency`,
    the country decides (FI: fi, sv, en and EUR; SE: sv, en and SEK).
    """
    try:
        choices = read_choices(languages, name, currency, country)
        _check_house(house)
        _check_empty(directory, house)
        files = new_tree(load_skeleton(), choices) | _own_files(directory, house, choices)
        write_project(directory, files, house)
        load_content(directory)
    except (Refused, OSError) as refused:
        print(refused, file=sys.stderr)
        return 1
    except ContentProblems as problems:
        print(f"What was written is not sound, which is our fault:\n{problems}", file=sys.stderr)
        return 1
    print(summary(directory, choices))
    return 0


def load_skeleton() -> Files:
    """The skeleton's files, by their path."""
    return {
        file.relative_to(SKELETON).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(SKELETON.rglob("*"))
        if file.suffix in (".yml", ".md")
    }


def write_project(directory: Path, files: Files, house: Path) -> None:
    """Write `files`, and copies of the house's rooms."""
    for name, text in files.items():
        (directory / name).parent.mkdir(parents=True, exist_ok=True)
        (directory / name).write_text(text, encoding="utf-8")
    for room in ROOMS:
        shutil.copytree(house / room, directory / room, ignore=shutil.ignore_patterns("__pycache__"))


def summary(directory: Path, choices: Choices) -> str:
    """What was made, what of it is not true yet, and the next steps."""
    named = ", ".join(f"{endonym(language)} ({language})" for language in choices.languages)
    lines = [f"{directory} is a site in {named}, for {choices.country} and {choices.currency}."]
    lines += [_untranslated(language, choices) for language in borrowed(choices)]
    lines += ["The permit, the helpline and all texts are placeholders, and every page says so."]
    return "\n".join([*lines, "", *steps(directory)])


def steps(directory: Path) -> list[str]:
    """How to go on: the commands of the environment that runs this, and the files to begin with."""
    mkdocs, yhdessa = (quote(str(Path(sys.executable).parent / tool)) for tool in ("mkdocs", "yhdessa"))
    return [
        "Next:",
        f"  cd {quote(str(directory))}",
        f"  {mkdocs} serve  # the site at http://127.0.0.1:8000; a saved edit shows at once",
        f"  {yhdessa} check  # every problem of the content, with its file and line",
        f"  {mkdocs} build --strict  # the finished site, in site/",
        "",
        "Begin with content/facts/organisation.yml, then content/<language>/organisation.yml and home.yml,",
        "content/facts/giving.yml and helplines.yml. Before you publish, give mkdocs.yml the site's address.",
    ]


def _untranslated(language: str, choices: Choices) -> str:
    name = endonym(language)
    files = f"{name}: the words are English until you translate content/{language}, addresses (`slug`) too"
    if waits(language, choices):
        return f"{files}; its pages of docs/ are shown in {endonym(choices.languages[0])} and say so."
    return f"{files}, and docs/{language}."


def _own_files(directory: Path, house: Path, choices: Choices) -> Files:
    name = choices.name or directory.resolve().name
    settings = (house / SETTINGS).read_text(encoding="utf-8")
    settings = with_line(with_line(settings, "site_name", quoted(name)), "site_url", ADDRESS)
    return {SETTINGS: settings, ".gitignore": IGNORED}


def _check_house(house: Path) -> None:
    missing = [name for name in (*ROOMS, SETTINGS) if not (house / name).exists()]
    if missing:
        raise Refused(f"{house} has no {', '.join(missing)}: run this from a clone of Yhdessä's repository")


def _check_empty(directory: Path, house: Path) -> None:
    if any(directory.resolve().is_relative_to(house / room) for room in ROOMS):
        raise Refused(f"{directory} is inside what a project is made of; choose another folder")
    if directory.is_symlink() and not directory.exists():
        raise Refused(f"{directory} is a link that leads nowhere; choose another folder")
    if directory.exists() and not directory.is_dir():
        raise Refused(f"{directory} is a file; choose a new folder")
    if directory.is_dir() and os.listdir(directory):  # noqa: PTH208 - only whether there is any
        raise Refused(f"{directory} is not empty; choose a new folder, nothing was written")
