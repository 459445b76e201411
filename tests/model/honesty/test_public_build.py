"""Builds: a fresh clone for ever, for the public only what is honest, and nothing said twice."""

from __future__ import annotations

import re
from pathlib import Path

from tests.edits import change
from tests.model.honesty.conftest import make_honest
from tests.output import mkdocs

PUBLIC = {"SITE_URL": "https://yhdessa.fi/", "TODAY": "2026-11-21"}
#: All that keeps the small tree from the public, as a build says it.
IN_THE_WAY = (Path(__file__).parent / "in_the_way.txt").read_text(encoding="utf-8")


def test_a_fresh_clone_is_built_for_nobody_on_any_day(whole: Path) -> None:
    done = mkdocs("build", "--strict", project=whole, TODAY="2036-01-01")
    assert done.returncode == 0, done.stderr
    assert "warning:" not in done.stderr


def test_a_public_build_names_everything_in_its_way_and_passes_once_that_is_mended(whole: Path) -> None:
    done = mkdocs("build", "--strict", project=whole, **PUBLIC)
    assert done.returncode == 1
    assert done.stderr.partition("ERROR   -  ")[2] == IN_THE_WAY
    assert not (whole / "site").exists()

    make_honest(whole)
    done = mkdocs("build", "--strict", project=whole, **PUBLIC)
    assert done.returncode == 0, done.stderr
    assert (whole / "site/sv/donera/index.html").is_file()


def test_a_public_build_warns_of_helplines_that_grow_old_and_then_stops(whole: Path) -> None:
    make_honest(whole)
    soon = mkdocs("build", "--strict", project=whole, **{**PUBLIC, "TODAY": "2027-05-20"})
    assert soon.returncode == 0, soon.stderr
    assert (
        "warning: content/facts/helplines.yml:4: emergency.checked: is 180 days ago: after 180 a public site "
        "is not built; read the source again, and write the day you did, as `checked: 2027-05-20`"
    ) in soon.stderr
    late = mkdocs("build", "--strict", project=whole, **{**PUBLIC, "TODAY": "2027-05-21"})
    assert late.returncode == 1
    assert "emergency.checked: is 181 days ago: somebody may look for help in vain" in late.stderr
    assert "3 problems in the content." in late.stderr


def test_a_day_that_is_none_stops_a_build(whole: Path) -> None:
    done = mkdocs("build", "--strict", project=whole, TODAY="tomorrow")
    assert done.returncode == 1
    assert "TODAY: `tomorrow` is no day of the calendar; write it as `TODAY=2027-05-20`" in done.stderr
    assert "Traceback" not in done.stderr


def test_links_to_places_in_pages_of_docs_are_mkdocs_to_check(whole: Path) -> None:
    links = "\n[a](#ingen) [b](news/2026-11-five-local-goals.md#ingen) [c](finns-inte.md)\n"
    change(whole, {"file": "docs/sv/about.md", "append": links})
    done = mkdocs("build", "--strict", project=whole)
    assert done.returncode == 1
    assert len(re.findall(r"WARNING.*sv/about\.md", done.stderr)) == 3


def test_a_logo_is_published_with_the_site(whole: Path) -> None:
    change(whole, {"file": "content/facts/partners/haus-esimerkki.yml", "append": "logo: haus.svg\n"})
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
    change(whole, {"file": "docs/assets/partners/haus.svg", "write": drawing})
    done = mkdocs("build", "--strict", project=whole)
    assert done.returncode == 0, done.stderr
    assert (whole / "site/assets/partners/haus.svg").read_text(encoding="utf-8") == drawing


def test_a_logo_that_could_act_stops_the_build_though_nobody_names_it(whole: Path) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script></svg>'
    change(whole, {"file": "docs/assets/partners/left-behind.svg", "write": drawing})
    done = mkdocs("build", project=whole)
    assert done.returncode == 1
    assert "docs/assets/partners/left-behind.svg:1: has `script`, which no logo may have" in done.stderr
    assert not (whole / "site/assets/partners/left-behind.svg").exists()
