"""A build: content in, a folder of pages out, swapped for the last good one only when it is whole."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Iterator
from functools import cached_property
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

from yhdessa.catalogue import write_catalogue
from yhdessa.model import Problem, load_content
from yhdessa.model.honesty.clock import clock_of, read_today
from yhdessa.pages.counted import Counted, load_counted
from yhdessa.pages.files import SiteFile, write_files
from yhdessa.pages.search_index import SearchIndexes, indexed_files
from yhdessa.pages.share_image import ShareImages
from yhdessa.pages.site import Site
from yhdessa.pages.sitemap import robots, sitemap
from yhdessa.site_url import is_public
from yhdessa.totals import REMEDY, TotalsUnreadable
from yhdessa.view.environment import Renderer
from yhdessa.view.fonts import Fonts
from yhdessa.view.icons import data_address, load_icons
from yhdessa.view.lasting import lasting_address
from yhdessa.view.scripts import Scripts
from yhdessa.view.styles import join_styles

#: How many components of pages are kept to be shown again, those of all languages together.
KEPT = 512


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
    true today. `TODAY` in the environment says another day, as 2027-05-20; `TOTALS` where the ledger's totals
    stand, if not in var/totals.json.
    """

    def __init__(self, project: Path, site_url: str, site_dir: Path, warnings: WarningCount) -> None:
        self.project = project
        self.warnings = warnings
        self.site_dir = site_dir
        self.staging = site_dir.with_name(f"{site_dir.name}.next")
        self.search_indexes = SearchIndexes(self.staging)
        self.templates = project / "overrides"
        self.public = is_public(site_url)
        self.content = load_content(project, read_today(os.environ), self.public)
        self.clock = clock_of(self.content.organisation, read_today(os.environ), self.public)
        self.languages = self.content.languages
        self.fonts = Fonts(self.templates / "assets" / "fonts")
        self.stylesheet_text = self.fonts.named_in(self._stylesheet())
        self.stylesheet = lasting_address("site.css", self.stylesheet_text.encode())
        counted = self._counted()
        self.scripts = Scripts(self.templates / "assets" / "scripts")
        scripts = self.scripts.addresses
        fonts = self.fonts.first
        icon = data_address(self.icon)
        self.site = Site(self.content, site_url, self.stylesheet, counted, fonts, scripts, self.clock, icon)

    @cached_property
    def icons(self) -> dict[str, str]:
        """The icons, from Material, that the templates set into pages."""
        found = find_spec("material")
        if found is None or found.origin is None:
            raise RuntimeError("mkdocs-material is not installed")
        return load_icons(Path(found.origin).parent / "templates" / ".icons")

    @cached_property
    def icon(self) -> str:
        """The icon of browser tabs: a picture of its own, which no style sheet reaches."""
        brand = self.content.organisation.brand
        drawing = (self.templates / "assets" / "icon.svg").read_text(encoding="utf-8")
        return drawing.replace("BRAND_PRIMARY", brand.primary).replace("BRAND_ACCENT", brand.accent)

    @cached_property
    def renderer(self) -> Renderer:
        """The renderer of every page of this build."""
        return Renderer(self.templates, self.icons, KEPT)

    def to_know(self) -> list[Problem]:
        """The warnings to print of a site that the public will see: it is published all the same."""
        warnings = [said for said in self.content.remarks if self.public and said.severity == "warning"]
        return [*self.uncounted, *warnings]

    def source_text(self, name: str) -> str:
        """The Markdown of a page of docs/ in the first language, for one that waits for its translation."""
        return self.content.documents[f"docs/{self.languages[0]}/{name}.md"].body

    def write_assets(self) -> None:
        """Write what stands beside the pages: style sheet, typefaces, scripts, icon, sitemap, pictures."""
        assets = self.staging / "assets"
        assets.mkdir(parents=True, exist_ok=True)
        (assets / "icon.svg").write_text(self.icon, encoding="utf-8")
        (self.staging / "sitemap.xml").write_text(sitemap(self.site.addresses), encoding="utf-8")
        (self.staging / "robots.txt").write_text(robots(self.site.addresses), encoding="utf-8")
        files = [SiteFile(address, file.read_bytes) for address, file in self.fonts.published.items()]
        files += [SiteFile(address, text.encode) for address, text in self.scripts.published.items()]
        files.append(SiteFile(self.stylesheet, lambda: self.stylesheet_text))
        write_files(chain(files, self.site.files(), self.share_images()), self.staging)

    def start_search_index(self, language: str) -> None:
        """Let the pages of `language`, which are written, be read for its search; `search_indexes` ends it.

        `SEARCH_INDEX=no` in the environment leaves it out: the bench measures what it costs.
        """
        if os.environ.get("SEARCH_INDEX") != "no":
            self.search_indexes.start(language, indexed_files(self.site.addresses, language))

    def share_images(self) -> Iterator[SiteFile]:
        """The pictures that others show of our pages; what is made once is kept below `var/cache`.

        `SHARE_CACHE` in the environment names another place.
        """
        cache = Path(os.environ.get("SHARE_CACHE") or self.project / "var" / "cache" / "share")
        return ShareImages(self.renderer, self.templates, self.stylesheet_text, cache).files(self.content)

    def publish(self) -> None:
        """Put the finished folder in the place of the last one, and the functions' catalogue with it."""
        swap(self.staging, self.site_dir)
        default = self.project / "var" / "catalogue.json"
        write_catalogue(self.site.catalogue(self.icons), Path(os.environ.get("CATALOGUE") or default))

    def discard(self) -> None:
        """Remove the unfinished folder."""
        self.search_indexes.discard()
        shutil.rmtree(self.staging, ignore_errors=True)

    def _counted(self) -> Counted | None:
        """What the ledger has counted; without it, or when it cannot be read, pages say that nothing is."""
        written = Path(os.environ.get("TOTALS") or self.project / "var" / "totals.json")
        self.uncounted: list[Problem] = []
        try:
            return load_counted(written, self.content.organisation, self.clock.today, self.public)
        except TotalsUnreadable as error:
            file = written.relative_to(self.project) if written.is_relative_to(self.project) else written
            self.uncounted.append(Problem(str(file), 0, "", error.reason, REMEDY, "warning"))
            return None

    def _stylesheet(self) -> str:
        brand = self.content.organisation.brand
        tokens = f":root{{--brand-primary:{brand.primary};--brand-accent:{brand.accent}}}\n"
        return tokens + join_styles(self.templates / "assets" / "styles")


def swap(fresh: Path, live: Path) -> None:
    """Rename `fresh` to `live`; what was there is removed after that, so that no half-new folder is seen."""
    old = live.with_name(f"{live.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if live.exists():
        live.rename(old)
    fresh.rename(live)
    shutil.rmtree(old, ignore_errors=True)
