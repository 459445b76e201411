"""The search index of each language of a whole build, of the pages' own words."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.output import Output, mkdocs
from tests.site.test_output import LANGUAGES, UNLISTED, language_of
from yhdessa.l10n.hyphens import SOFT_HYPHEN
from yhdessa.pages.search_index import NoIndex, SearchIndexes

#: What stands before the JSON of a fragment.
MAGIC = b"pagefind_dcd"
LISTS = {"haku/", "sv/sok/", "en/search/"}


def read_fragments(folder: Path) -> dict[str, Any]:
    """What one language's index says of each page, by its address."""
    read = [gzip.decompress(file.read_bytes()) for file in sorted(folder.glob("fragment/*.pf_fragment"))]
    found = [json.loads(fragment.removeprefix(MAGIC)) for fragment in read]
    return {fragment["url"].lstrip("/"): fragment for fragment in found}


def read_bytes(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`, by its path there."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


@pytest.fixture(scope="module")
def index(built: Output) -> Path:
    """The folder with an index a language."""
    return built.folder / "pagefind"


@pytest.fixture(scope="module")
def fragments(index: Path) -> dict[str, Any]:
    """What the indexes say of each page, by its address."""
    return {address: page for folder in index.iterdir() for address, page in read_fragments(folder).items()}


def test_every_language_has_an_index_of_its_own_with_its_stemmer(
    index: Path, fragments: dict[str, Any]
) -> None:
    count = Counter(language_of(address) for address in fragments)
    assert {folder.name for folder in index.iterdir()} == set(LANGUAGES)
    for language, tag in LANGUAGES.items():
        told = json.loads((index / language / "pagefind-entry.json").read_text("utf-8"))
        ((known, about),) = told["languages"].items()
        assert known == about["wasm"] == tag.lower(), "Pagefind would have no stemmer for it"
        assert about["page_count"] == count[language]
        assert [file.name for file in (index / language).glob("wasm.*")] == [f"wasm.{tag.lower()}.pagefind"]


def test_every_listed_page_is_in_the_index_but_the_list_of_all_pages(
    built: Output, fragments: dict[str, Any]
) -> None:
    assert set(fragments) == set(built.pages) - UNLISTED - LISTS


def test_no_soft_hyphen_is_in_the_index(index: Path, fragments: dict[str, Any], built: Output) -> None:
    assert SOFT_HYPHEN in (built.folder / "index.html").read_text("utf-8"), "pages have them"
    files = [file for file in index.rglob("*") if file.suffix in (".pf_fragment", ".pf_index", ".pf_meta")]
    assert len(files) > len(fragments)
    for file in files:
        assert SOFT_HYPHEN.encode() not in gzip.decompress(file.read_bytes()), file


@pytest.mark.parametrize(
    "boilerplate",
    [
        *("Hyppää sisältöön", "Hoppa till innehållet", "Skip to content"),
        *("Esittelysivusto", "Kerro muillekin", "WhatsApp", "suomi svenska"),
        *("Luvut taulukkona", "Lataa luvut", "0 % 100 %", "Seuraava tavoite"),
    ],
)
def test_what_is_the_same_on_every_page_is_not_searched(
    boilerplate: str, built: Output, fragments: dict[str, Any]
) -> None:
    found = [address for address, page in fragments.items() if boilerplate in page["content"]]
    assert found == []


def test_a_page_is_known_by_its_main_heading(fragments: dict[str, Any]) -> None:
    assert fragments["sv/mal/ingen-blir-ensam/"]["meta"]["title"] == "Ingen blir ensam"
    assert all(page["meta"]["title"] for page in fragments.values())


def test_nothing_of_pagefinds_is_published_that_the_script_does_not_ask_for(index: Path) -> None:
    assert {file.name for file in index.rglob("*.js")} == {"pagefind.js"}
    assert not [file for file in index.rglob("*") if file.suffix in (".css", ".html")]


def test_the_same_pages_make_the_same_index(built: Output, tmp_path: Path) -> None:
    pages = [address for address in sorted(built.pages) if not address.endswith(".html")]
    files = [f"{address}index.html" for address in pages if language_of(address) == "sv"]
    for copy in ("one", "two"):
        for file in files:
            page = tmp_path / copy / file
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_bytes((built.folder / file).read_bytes())
        indexes = SearchIndexes(tmp_path / copy)
        indexes.start("sv", files)
        indexes.finish()
    one, two = (read_bytes(tmp_path / copy / "pagefind") for copy in ("one", "two"))
    assert one == two
    assert len(one) > len(files)


def test_where_pagefind_cannot_be_run_a_strict_build_fails_and_says_so(house: Path) -> None:
    assert mkdocs("build", "--strict", project=house).returncode == 0
    before = (house / "site/index.html").stat().st_mtime_ns
    broken = house.with_name("broken") / "pagefind_bin"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text(
        "def get_executable():\n    raise FileNotFoundError('no program for this machine')\n", "utf-8"
    )
    done = mkdocs("build", "--strict", project=house, PYTHONPATH=str(broken.parent))
    assert done.returncode == 1
    told = "Pagefind cannot be run, so nothing can be searched for: no program for this machine"
    assert told in done.stderr
    assert (house / "site/index.html").stat().st_mtime_ns == before, "the last good site stays"
    lenient = mkdocs("build", project=house, PYTHONPATH=str(broken.parent))
    assert lenient.returncode == 0
    assert told in lenient.stderr
    assert (house / "site/index.html").stat().st_mtime_ns != before
    assert not (house / "site/pagefind").exists()


def test_an_index_of_no_pages_is_none(tmp_path: Path) -> None:
    indexes = SearchIndexes(tmp_path)
    indexes.start("sv", [])
    with pytest.raises(NoIndex, match="Pagefind made no index"):
        indexes.finish()


def test_a_build_that_is_given_up_leaves_no_indexer_behind(
    built: Output, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, temporary = tmp_path / "site", tmp_path / "temporary"
    site.mkdir()
    temporary.mkdir()
    (site / "index.html").write_bytes((built.folder / "index.html").read_bytes())
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    indexes = SearchIndexes(site)
    indexes.start("fi", ["index.html"])
    assert list(temporary.iterdir())
    indexes.discard()
    assert not list(temporary.iterdir())


def test_a_build_without_an_index_is_asked_for(house: Path) -> None:
    done = mkdocs("build", "--strict", project=house, SEARCH_INDEX="no")
    assert done.returncode == 0, done.stderr
    assert not (house / "site/pagefind").exists()
