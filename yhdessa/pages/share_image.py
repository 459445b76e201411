"""The picture that others show of a page: one a page type and language, made at build, kept by its content.

A picture is known by the fingerprint of all that it is made of: words, drawing, colours, template, typeface,
libraries and this code. What has been made once is read from `var/cache/share/`; nothing is made twice.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from functools import partial
from importlib.metadata import version
from pathlib import Path

from yhdessa.l10n.tags import language_tag
from yhdessa.model.content import Content, Words
from yhdessa.model.page import PAGES
from yhdessa.pages import picture, wrapping
from yhdessa.pages.files import SiteFile
from yhdessa.pages.picture import Fonts, Subject, draw_picture, make_pictures
from yhdessa.view.drawings import drawing_style
from yhdessa.view.environment import Renderer

IMAGE_WIDTH, IMAGE_HEIGHT = picture.WIDTH, picture.HEIGHT
FOLDER = "assets/share"
#: The drawing of a page type, as on the page itself where it has one; any other has the common one.
DRAWINGS: dict[str, str | int] = {
    "index": "house",
    "mission": "table",
    "strategy": "door",
    "donate": "door",
    "help": "door",
    "contact": "door",
    "volunteering": "company",
    "act": "company",
    "challenges/index": "table",
    "partners": "company",
}
COMMON = "facade"
#: The goals that have a drawing of their own have a picture of their own; however many there are, no more.
DRAWN_GOALS = 5
#: Pages that have an address for one moment only: they show the front page's picture.
PASSING = ("404", "thanks", "cancelled")
#: A picture that no build has asked for in so many days is thrown away.
KEPT_DAYS = 30
DAY = 24 * 60 * 60


def pictured(content: Content, language: str) -> list[str]:
    """The names of the pages that have a picture of their own in `language`."""
    named = [name for name in content.words[language].pages.named() if name not in PASSING]
    goals = [f"goals/{name}" for name, goal in content.goals.items() if goal.number <= DRAWN_GOALS]
    return [*named, *sorted(goals)]


def pictured_as(content: Content, name: str) -> str:
    """The page whose picture stands for the page `name`: itself, the index above it, or the front page."""
    own = name in PAGES and name not in PASSING
    goal = content.goals.get(name.removeprefix("goals/")) if name.startswith("goals/") else None
    if own or (goal is not None and goal.number <= DRAWN_GOALS):
        return name
    above = f"{name.partition('/')[0]}/index" if "/" in name else "index"
    return above if above in PAGES else "index"


def image_path(language: str, name: str) -> str:
    """The address of a page's picture below the site's root."""
    return f"{FOLDER}/{language}/{name.removesuffix('/index')}.png"


def heading_of(words: Words, name: str) -> str:
    """What a page's picture says in large letters; on the front page's it is the slogan, said once."""
    if name == "index":
        return words.organisation.slogan
    if name in PAGES:
        title: str = getattr(words.pages, PAGES[name]).title
        return title
    return words.goals[name.removeprefix("goals/")].name


def subject(content: Content, words: Words, name: str) -> Subject:
    """What the picture of a page shows."""
    organisation = words.organisation
    over, heading, drawing = "", heading_of(words, name), DRAWINGS.get(name, COMMON)
    if name not in PAGES:
        drawing = content.goals[name.removeprefix("goals/")].number
        over = words.interface.goal_number.format(number=drawing)
    own = language_tag(words.language, content.organisation.country)
    return Subject(
        tag=getattr(heading, "tag", own),
        name=str(organisation.name),
        over=over,
        heading=str(heading),
        slogan="" if name == "index" else str(organisation.slogan),
        note=str(organisation.demonstration or "") if content.organisation.demonstration else "",
        drawing=drawing,
    )


class ShareImages:
    """The pictures of a site: `templates` is the project's `overrides`, `cache` a folder of finished ones."""

    def __init__(self, renderer: Renderer, templates: Path, stylesheet: str, cache: Path) -> None:
        folder = templates / "share"
        self.renderer = renderer
        self.cache = cache
        self.fonts = Fonts(folder / "strong.ttf", folder / "plain.ttf")
        # Of the style sheet only what draws: no other edit of it makes a picture anew.
        self.style = drawing_style(stylesheet + (folder / "image.css").read_text(encoding="utf-8"))
        self.base = self._base(templates)

    def files(self, content: Content) -> Iterator[SiteFile]:
        """The picture of every page type in every language; those that the cache lacks are made first."""
        wanted = {
            image_path(language, name): subject(content, words, name)
            for language, words in content.words.items()
            for name in pictured(content, language)
        }
        places = {path: self.place(shown) for path, shown in wanted.items()}
        self._make({places[path]: shown for path, shown in wanted.items() if not places[path].exists()})
        self._forget(set(places.values()))
        return (SiteFile(path, partial(Path.read_bytes, place)) for path, place in places.items())

    def place(self, shown: Subject) -> Path:
        """Where the picture is kept, made or not."""
        return self.cache / f"{hashlib.sha256(f'{self.base}{shown}'.encode()).hexdigest()[:32]}.png"

    def _make(self, missing: dict[Path, Subject]) -> None:
        if not missing:
            return
        self.cache.mkdir(parents=True, exist_ok=True)
        svgs = [draw_picture(self.renderer, self.style, self.fonts, shown) for shown in missing.values()]
        for place, made in zip(missing, make_pictures(svgs, self.fonts), strict=True):
            # In one step, so that a build beside this one reads no half of it.
            fresh = place.with_suffix(".fresh")
            fresh.write_bytes(made)
            fresh.replace(place)

    def _forget(self, wanted: set[Path]) -> None:
        """Throw away what is old and not asked for."""
        limit = time.time() - KEPT_DAYS * DAY
        for file in self.cache.glob("*.png"):
            if file not in wanted and file.stat().st_mtime < limit:
                file.unlink(missing_ok=True)

    def _base(self, templates: Path) -> str:
        """The fingerprint of what all pictures are made of."""
        files = (
            self.fonts.strong,
            self.fonts.plain,
            templates / "share" / "image.svg",
            templates / "components" / "illustration.html",
            Path(picture.__file__),
            Path(wrapping.__file__),
        )
        made = hashlib.sha256(self.style.encode())
        for file in files:
            made.update(file.read_bytes())
        made.update(f"{version('resvg-py')} {version('pillow')}".encode())
        return made.hexdigest()
