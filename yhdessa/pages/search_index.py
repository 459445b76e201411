"""The search indexes: Pagefind reads the finished pages of each language and knows its stems.

It is given copies of the pages one by one, so that no page enters by being there, and of each only what the
page itself says. Soft hyphens are taken out: a word with one in it would not be found whole. Which forms of a
word are found is its stemmers' to decide: https://pagefind.app/docs/multilingual/
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from yhdessa.l10n.hyphens import harden
from yhdessa.pages.addresses import Addresses
from yhdessa.pages.search import INDEX, SEARCH
from yhdessa.pages.shell import UNLISTED

#: What of `<main>` is no text of the page's own: the way to other pages, links that pass it on, the ends of a
#: chart's scale, its figures once more as a table, messages of a team in every language. Forms, navigation
#: and drawings Pagefind leaves out.
EXCLUDED = (".pager", ".share", ".drawing-axis", ".chart-more", ".kit")
#: What of Pagefind's own files our script asks for; the rest are interfaces that we do not use.
KEPT = ("pagefind.js", "pagefind-entry.json", "*.pf_meta", "*/*.pf_index", "*/*.pf_fragment")
#: Seconds: a thousand pages take about two.
PATIENCE = 120


class NoIndex(RuntimeError):
    """Pagefind could not be run, or said that it failed. Raised by `finish`."""


def indexed_files(addresses: Addresses, language: str) -> Iterator[str]:
    """The files below the site's root of every page to be found in `language`.

    Left out are pages that are for one moment only, the list of all pages, and a page that waits for its
    translation: it is in another language than those around it.
    """
    for name in addresses.paths[language]:
        if name not in (*UNLISTED, SEARCH) and addresses.announced(language, name):
            yield addresses.file(language, name)


class SearchIndexes:
    """The indexes of a site in the making, one a language, in `pagefind/<language>/` below the folder `site`.

    Pagefind keeps one processor busy: it reads a language while the build goes on with the next one.
    """

    def __init__(self, site: Path) -> None:
        self.site = site
        self._work = ExitStack()
        self._running: list[tuple[subprocess.Popen[str], Path]] = []
        self._failures: list[NoIndex] = []

    def start(self, language: str, files: Iterable[str]) -> None:
        """Begin with a language whose pages, the `files` below the site, are written.

        How it went, `finish` tells.
        """
        copies = Path(self._work.enter_context(TemporaryDirectory(prefix="yhdessa-search-")))
        for file in files:
            copy_text(self.site / file, copies / file)
        bundle = self.site / INDEX / language
        try:
            process = self._work.enter_context(_start(copies, bundle))
        except NoIndex as failure:
            self._failures.append(failure)
        else:
            self._work.callback(process.kill)  # One that is done is let be.
            self._running.append((process, bundle))

    def finish(self) -> None:
        """Wait until every language is done. Raises NoIndex for the first that is not."""
        with self._work:
            for process, bundle in self._running:
                _finish(process, bundle)
        for failure in self._failures:
            raise failure

    def discard(self) -> None:
        """Stop what still runs: the site in the making is given up."""
        self._work.close()


def copy_text(page: Path, copy: Path) -> None:
    """Write what `page` itself says, and in which language, to `copy`."""
    html = page.read_text(encoding="utf-8")
    root = html[html.index("<html") : html.index("<head")]
    main = html[html.index("<main") : html.index("</main>")]
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_text(harden(f"{root}{main}</main></html>"), encoding="utf-8")


def _start(pages: Path, bundle: Path) -> subprocess.Popen[str]:
    """Let Pagefind read `pages` and write into `bundle`."""
    try:
        # The package holds a program for this machine, if there is one.
        from pagefind_bin import get_executable

        command = [str(get_executable()), "--silent", "--site", ".", "--output-path", str(bundle.resolve())]
        command += ["--exclude-selectors", ", ".join(EXCLUDED)]
        # Where it starts it looks for a configuration: there is none among the pages.
        return subprocess.Popen(  # noqa: S603 - a program of a package of ours, and our own options
            command, cwd=pages, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
    except (ImportError, OSError) as error:
        raise NoIndex(f"Pagefind cannot be run, so nothing can be searched for: {error}") from error


def _finish(process: subprocess.Popen[str], bundle: Path) -> None:
    """Wait until Pagefind is done, remove what nobody asks for, and put by order what it put by chance."""
    try:
        said, _ = process.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired as error:
        raise NoIndex(f"Pagefind took too long, so nothing can be searched for: {error}") from error
    entry = bundle / "pagefind-entry.json"
    if process.returncode or not entry.is_file():
        raise NoIndex(f"Pagefind made no index, so nothing can be searched for: {said.strip()}")
    told = json.loads(entry.read_bytes())
    entry.write_text(json.dumps(told, sort_keys=True), encoding="utf-8")
    # A language whose stems it does not know has the program for unknown ones.
    programs = [f"wasm.{about['wasm'] or 'unknown'}.pagefind" for about in told["languages"].values()]
    kept = {file for pattern in (*KEPT, *programs) for file in bundle.glob(pattern)}
    for file in [file for file in bundle.rglob("*") if file.is_file() and file not in kept]:
        file.unlink()
