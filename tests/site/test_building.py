"""Building: what is broken is named, and the last good site stays whole."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import yaml

from tests.edits import change
from tests.output import SITE_URL, mkdocs, read_pages
from yhdessa.l10n.hyphens import harden

CASES = yaml.safe_load((Path(__file__).parent / "broken_builds.yml").read_text(encoding="utf-8"))


def fingerprint(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_a_build_makes_the_site_and_the_functions_catalogue(house: Path) -> None:
    done = mkdocs("build", "--strict", project=house)
    assert done.returncode == 0, done.stderr
    assert (house / "site/sv/donera/index.html").is_file()
    assert (house / "var/catalogue.json").is_file()
    assert not (house / "site.next").exists()
    assert not (house / "site.old").exists()


def test_a_second_build_takes_away_what_the_content_no_longer_has(house: Path) -> None:
    assert mkdocs("build", "--strict", project=house).returncode == 0
    stale = house / "site/tavoitteet/kenenkaan-ei-tarvitse-pelata/index.html"
    assert stale.is_file()
    for file in (house / "content").rglob("everyone-safe.*"):
        file.unlink()
    for file in (house / "content").rglob("no-loneliness.md"):
        file.write_text(
            file.read_text(encoding="utf-8").replace("everyone-safe.md", "no-loneliness.md"), encoding="utf-8"
        )
    done = mkdocs("build", "--strict", project=house)
    assert done.returncode == 0, done.stderr
    assert not stale.exists()


def test_a_page_that_waits_for_its_translation_says_so_and_keeps_its_own_language(house: Path) -> None:
    (house / "docs/sv/about.md").unlink()
    change(house, {"file": "content/sv/pending.yml", "write": "pages: [about]\n"})
    done = mkdocs("build", "--strict", project=house)
    assert done.returncode == 0, done.stderr
    page = read_pages(house / "site")["sv/tietoa-sivustosta/"]
    assert page.one("html").attributes["lang"] == "sv-FI"
    text = harden((house / "site/sv/tietoa-sivustosta/index.html").read_text(encoding="utf-8"))
    assert "Den här sidan finns inte på svenska ännu. Texten är på finska." in text
    assert '<div class="prose" lang="fi">' in text
    assert '<h1><span lang="fi">Tietoa sivustosta</span></h1>' in text
    assert not page.all("link", hreflang="sv")
    assert page.one("link", rel="canonical").attributes["href"] == f"{SITE_URL}tietoa-sivustosta/"
    finnish = read_pages(house / "site")["tietoa-sivustosta/"]
    assert not finnish.all("link", hreflang="sv")


@pytest.mark.parametrize("name", CASES)
def test_a_failed_build_says_why_and_leaves_the_last_good_site_whole(name: str, house: Path) -> None:
    assert mkdocs("build", "--strict", project=house).returncode == 0
    before = fingerprint(house / "site"), fingerprint(house / "var")
    change(house, CASES[name]["change"])
    done = mkdocs("build", "--strict", project=house)
    assert done.returncode == 1
    assert CASES[name]["says"] in done.stderr
    assert "Traceback" not in done.stderr
    assert (fingerprint(house / "site"), fingerprint(house / "var")) == before
    assert not (house / "site.next").exists()
