"""The bench: its made-up goals are sound, each builder builds all of them, the table says what it should."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bench import builders
from bench.__main__ import chosen, compare, main, read_options, report
from bench.builders import Builder
from bench.checking import check_times
from bench.expected import Expected
from bench.figures import Figures, table
from bench.goals import GoalWriter, outlines, slugify
from bench.process import BuildFailed, Run, measure
from bench.projects import make_projects
from yhdessa import cli
from yhdessa.model import Content, load_content

GOALS = 3
KINDS = ("ours", "unsearched", "vanilla", "hugo")


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The three projects, unbuilt."""
    folder = tmp_path_factory.mktemp("bench") / "projects"
    make_projects(folder, GOALS)
    return folder


@pytest.fixture(scope="module")
def content(projects: Path) -> Content:
    """The content of our project."""
    return load_content(projects / "ours")


@pytest.fixture(scope="module")
def built(projects: Path) -> dict[str, Builder]:
    """Each builder, after it has built its site."""
    made = {kind: getattr(builders, kind)(projects) for kind in KINDS}
    for builder in made.values():
        builder.build()
    return made


def test_the_made_up_goals_are_sound(projects: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--project", str(projects / "ours")]) == 0
    assert "in fi, sv, en" in capsys.readouterr().out


def test_goals_are_made_in_every_language_beside_the_sites_own(project: Path, content: Content) -> None:
    own = load_content(project)
    assert len(content.goals) == len(own.goals) + GOALS
    for words in content.words.values():
        assert set(words.goals) == set(content.goals)
        assert len({goal.slug for goal in words.goals.values()}) == len(content.goals)


def test_the_same_goal_is_made_again_with_the_same_words(project: Path) -> None:
    own = load_content(project)
    first, second = ([GoalWriter(own, "fi").document(goal) for goal in outlines(own, 2)] for _ in range(2))
    assert first == second
    assert first[0] != first[1]


def test_made_up_goals_are_as_long_as_real_ones_and_have_figures_and_links(project: Path) -> None:
    own = load_content(project)
    made = [GoalWriter(own, "sv").document(goal) for goal in outlines(own, 40)]
    real = [path.read_text(encoding="utf-8") for path in (project / "content/sv/goals").glob("*.md")]
    mean, real_mean = (sum(map(len, texts)) / len(texts) for texts in (made, real))
    assert 0.85 < mean / real_mean < 1.15
    assert all(".md)" in text for text in made)
    assert any("](made-up-" in text for text in made)
    assert any("{" in text for text in made)


@pytest.mark.parametrize("kind", KINDS)
def test_each_builder_writes_every_page_and_every_goal(
    kind: str, built: dict[str, Builder], projects: Path
) -> None:
    expected = Expected.read(projects)
    assert {language: len(goals) for language, goals in expected.sentences.items()} == dict.fromkeys(
        ("fi", "sv", "en"), len(load_content(projects / "ours").goals)
    )
    built[kind].verify(expected)
    assert built[kind].figures([Run(1, 1, 1)]).pages == expected.pages


@pytest.mark.parametrize("kind", KINDS)
def test_links_between_pages_lead_to_pages(kind: str, built: dict[str, Builder]) -> None:
    assert built[kind].pages()
    assert not [page for page in built[kind].pages() if '.md"' in page.read_text(encoding="utf-8")]


def test_hugos_pages_name_their_translations_as_ours_do(built: dict[str, Builder]) -> None:
    for kind in ("ours", "hugo"):
        page = (built[kind].site / "index.html").read_text(encoding="utf-8")
        assert all(f'hreflang="{tag}"' in page for tag in ("fi", "sv", "en", "x-default"))
        assert (built[kind].site / "sitemap.xml").is_file()


def test_one_of_our_two_builds_makes_a_search_index(built: dict[str, Builder]) -> None:
    assert (built["ours"].site / "pagefind/sv/pagefind-entry.json").is_file()
    assert not (built["unsearched"].site / "pagefind").exists()


def test_a_builder_that_left_something_out_is_found_out(built: dict[str, Builder], projects: Path) -> None:
    expected, hugo = Expected.read(projects), built["hugo"]
    with pytest.raises(BuildFailed, match=r"^Hugo wrote \d+ pages instead of 1$"):
        hugo.verify(Expected(1, {}))
    with pytest.raises(BuildFailed, match=r"^Hugo lacks the goal 'Not there' \(fi\), or its sentence$"):
        hugo.verify(Expected(expected.pages, {"fi": {"Not there": "No such sentence."}}))


def test_our_build_is_strict(projects: Path, tmp_path: Path) -> None:
    """The bench measures the build that a site is published with: a dead link stops it."""
    shutil.copytree(projects / "ours", tmp_path / "ours", ignore=shutil.ignore_patterns("site", "site-*"))
    page = tmp_path / "ours/docs/fi/about.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\n[x](nowhere.md)\n", encoding="utf-8")
    with pytest.raises(BuildFailed, match=r"nowhere\.md"):
        builders.ours(tmp_path).build()


def test_vanilla_is_configured_as_a_newcomer_would(projects: Path) -> None:
    """Nothing of Material or static-i18n is switched off or on but what a trilingual site has to say."""
    settings = yaml.safe_load((projects / "vanilla/mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["theme"] == {"name": "material"}
    assert settings["plugins"][0] == "search"
    assert set(settings["plugins"][1]["i18n"]) == {"docs_structure", "languages"}
    assert set(settings) == {"site_name", "site_url", "theme", "plugins"}


def test_a_process_is_measured_from_outside(tmp_path: Path) -> None:
    run = measure([sys.executable, "-c", "x = bytearray(b'x') * 150_000_000"], tmp_path, {})
    assert 0 < run.cpu_seconds <= run.seconds * 4
    assert run.peak_bytes > 150_000_000


def test_a_process_that_fails_says_what_it_printed(tmp_path: Path) -> None:
    with pytest.raises(BuildFailed, match=r"(?s)ended with 3 in .*:\nno such page"):
        measure(["/bin/sh", "-c", "echo no such page; exit 3"], tmp_path, {})


def figures(name: str, *seconds: float) -> Figures:
    return Figures(name, tuple(Run(each, each * 2, 50_000_000) for each in seconds), 948, 21_000_000)


def test_the_table_shows_medians_and_ratios() -> None:
    ours, vanilla, hugo = figures("Yhdessä", 2.5, 2.0, 9.0), figures("Vanilla", 20.0), figures("Hugo", 1.0)
    assert table([ours, vanilla, hugo], vanilla, hugo) == "\n".join(
        (
            "         median s  min–max s  cpu s  peak MB  pages  site MB  vs vanilla  of Hugo's",
            "Yhdessä      2.50  2.00–9.00   5.00       50    948     21.0        8.0x       2.50",
            "Vanilla     20.00    one run  40.00       50    948     21.0        1.0x      20.00",
            "Hugo         1.00    one run   2.00       50    948     21.0       20.0x       1.00",
        )
    )


def test_the_table_leaves_out_the_ratios_to_what_was_left_out() -> None:
    assert (
        table([figures("Yhdessä", 2.0)], None, None).splitlines()[1].endswith("21.0           –          –")
    )


@pytest.mark.parametrize(("seconds", "status", "said"), [(2.0, 0, "at least 6"), (2.1, 1, "NOT 6")])
def test_the_promise_is_kept_or_the_status_is_1(
    seconds: float, status: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [figures(builders.OURS, seconds), figures(builders.VANILLA, 12.0), figures(builders.HUGO, 1.0)]
    assert report(rows) == status
    assert f"Yhdessä is {said} times as fast as Material + static-i18n." in capsys.readouterr().out


def test_without_vanilla_there_is_no_promise(capsys: pytest.CaptureFixture[str]) -> None:
    assert report([figures(builders.OURS, 99.0), figures(builders.HUGO, 1.0)]) == 0
    assert "times as fast" not in capsys.readouterr().out


class Recorded(Builder):
    """A builder that only writes down that it was called."""

    called: list[str]

    def build(self) -> Run:
        self.called.append(self.name)
        return Run(1.0, 1.0, 1)

    def verify(self, expected: Expected) -> None:
        self.called.append(f"{self.name} verified")


def test_builders_take_turns_in_changing_order_after_a_warm_up(tmp_path: Path) -> None:
    called: list[str] = []
    many, once = (Recorded(name, tmp_path, (), "site") for name in ("many", "once"))
    Recorded.called = called
    rows = compare({many: 2, once: 1}, Expected(0, {}))
    assert called == ["many", "many", "once", "many", "many verified", "once verified"]
    assert [len(row.runs) for row in rows] == [2, 1]


def test_options_choose_the_builders(tmp_path: Path) -> None:
    options = read_options(["--skip-vanilla", "--runs", "5"])
    assert {builder.name: count for builder, count in chosen(tmp_path, options).items()} == {
        builders.OURS: 5,
        builders.UNSEARCHED: 5,
        builders.HUGO: 5,
    }
    assert [*chosen(tmp_path, read_options([])).values()] == [3, 3, 1, 3]


def test_nothing_is_measured_of_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--goals", "0"])
    assert "1 or more" in capsys.readouterr().err


def test_the_projects_are_made_by_a_process_of_their_own(project: Path) -> None:
    """Peak memory counts from the parent's: the one that measures loads neither content nor YAML."""
    code = "import sys, bench.__main__; print({'yaml', 'pydantic', 'yhdessa'} & set(sys.modules))"
    told = subprocess.run(
        [sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "set()"


@pytest.mark.parametrize(
    ("name", "slug"), [("Ovi on auki 7", "ovi-on-auki-7"), ("Älä jää, yksin 12", "ala-jaa-yksin-12")]
)
def test_a_name_becomes_an_address(name: str, slug: str) -> None:
    assert slugify(name) == slug


def test_the_time_of_a_check_is_told_beside_what_was_promised(project: Path) -> None:
    told = check_times({"the site's own content": project})
    assert re.fullmatch(
        r"`yhdessa check` of the site's own content: \d+\.\d\d s \(cpu \d+\.\d\d s; promised 1 s\)", told
    )
