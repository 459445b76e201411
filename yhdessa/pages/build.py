"""A build: content in, a folder of pages out, swapped for the last good one only when it is whole."""

from __future__ import annotations

import hashlib
import logging
import os
import shutil
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path

from yhdessa.catalogue import write_catalogue
from yhdessa.model import Problem, load_content
from yhdessa.model.honesty.clock import read_today
from yhdessa.pages.site import Site
from yhdessa.pages.sitemap import robots, sitemap
from yhdessa.site_url import is_public
from yhdessa.view.environment import Renderer
from yhdessa.view.icons import load_icons


class WarningCount(logging.Handler):
    """Keeps the warnings of a build: a strict one with warnings is not published."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    @classmethod
    def watch(cls, name: str) -> WarningCount:
        """A new count of the logger `name`'s warnings, in the place of an earlier one."""
        logger, count = logging.getLogger(name), cls()
        for earlier in [handler for handler in logger.handlers if isinstance(handler, cls)]:
            logger.removeHandler(earlier)
        logger.addHandler(count)
        return count

    @classmethod
    def of(cls, name: str) -> list[str]:
        """The warnings of the logger `name` in its last build."""
        handlers = logging.getLogger(name).handlers
        return [message for handler in handlers if isinstance(handler, cls) for message in handler.messages]

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message; those of the server's requests are no part of a build."""
        if record.name != "mkdocs.livereload":
            self.messages.append(record.getMessage())


class Build:
    """One build of the project into `site_dir`, made aside in `staging`.

    Raises ContentProblems when the content cannot be published: what others can reach at `site_url` must be
    true today. `TODAY` in the environment says another day, as 2027-05-20.
    """

    def __init__(self, project: Path, site_url: str, site_dir: Path, warnings: WarningCount) -> None:
        self.project = project
        self.warnings = warnings
        self.site_dir = site_dir
        self.staging = site_dir.with_name(f"{site_dir.name}.next")
        self.templates = project / "overrides"
        self.public = is_public(site_url)
        self.content = load_content(project, read_today(os.environ), self.public)
        self.languages = self.content.languages
        self.stylesheet_text = self._stylesheet()
        digest = hashlib.sha256(self.stylesheet_text.encode()).hexdigest()[:10]
        self.stylesheet = f"assets/site.{digest}.css"
        self.site = Site(self.content, site_url, self.stylesheet)

    @cached_property
    def icons(self) -> dict[str, str]:
        """The icons, from Material, that the templates set into pages."""
        found = find_spec("material")
        if found is None or found.origin is None:
            raise RuntimeError("mkdocs-material is not installed")
        return load_icons(Path(found.origin).parent / "templates" / ".icons")

    @cached_property
    def renderer(self) -> Renderer:
        """The renderer of every page of this build."""
        return Renderer(self.templates, self.icons)

    def to_know(self) -> list[Problem]:
        """The warnings to print of a site that the public will see: it is published all the same."""
        return [said for said in self.content.remarks if self.public and said.severity == "warning"]

    def source_text(self, name: str) -> str:
        """The Markdown of a page of docs/ in the first language, for one that waits for its translation."""
        return self.content.documents[f"docs/{self.languages[0]}/{name}.md"].body

    def write_assets(self) -> None:
        """Write what belongs to the site as a whole: style sheet, icon, sitemap, robots.txt."""
        assets = self.staging / "assets"
        assets.mkdir(parents=True, exist_ok=True)
        (self.staging / self.stylesheet).write_text(self.stylesheet_text, encoding="utf-8")
        (assets / "icon.svg").write_text(self._icon(), encoding="utf-8")
        (self.staging / "sitemap.xml").write_text(sitemap(self.site.addresses), encoding="utf-8")
        (self.staging / "robots.txt").write_text(robots(self.site.addresses), encoding="utf-8")

    def publish(self) -> None:
        """Put the finished folder in the place of the last one, and the functions' catalogue with it."""
        swap(self.staging, self.site_dir)
        default = self.project / "var" / "catalogue.json"
        write_catalogue(self.site.catalogue(self.icons), Path(os.environ.get("CATALOGUE") or default))

    def discard(self) -> None:
        """Remove the unfinished folder."""
        shutil.rmtree(self.staging, ignore_errors=True)

    def _icon(self) -> str:
        """The icon of browser tabs: a picture of its own, which no style sheet reaches."""
        brand = self.content.organisation.brand
        drawing = (self.templates / "assets" / "icon.svg").read_text(encoding="utf-8")
        return drawing.replace("BRAND_PRIMARY", brand.primary).replace("BRAND_ACCENT", brand.accent)

    def _stylesheet(self) -> str:
        brand = self.content.organisation.brand
        tokens = f":root{{--brand-primary:{brand.primary};--brand-accent:{brand.accent}}}\n"
        return tokens + (self.templates / "assets" / "site.css").read_text(encoding="utf-8")


def swap(fresh: Path, live: Path) -> None:
    """Rename `fresh` to `live`; what was there is removed after that, so that no half-new folder is seen."""
    old = live.with_name(f"{live.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if live.exists():
        live.rename(old)
    fresh.rename(live)
    shutil.rmtree(old, ignore_errors=True)
