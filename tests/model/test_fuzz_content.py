"""Whatever stands in a content tree, the loader answers with problems that name files, and quickly."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from yhdessa.model import ContentProblems, load_content

PROJECT = Path(__file__).resolve().parents[2]
#: One of each kind: single facts, facts by id, a folder's file, words, front matter, a page of docs/.
FILES = [
    "content/facts/organisation.yml",
    "content/facts/giving.yml",
    "content/facts/statistics.yml",
    "content/facts/goals/no-loneliness.yml",
    "content/sv/home.yml",
    "content/sv/goals/no-loneliness.md",
    "docs/sv/about.md",
]
QUICKLY = 8.0
any_example = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
file_names = st.sampled_from(FILES)


def said(tree: Path) -> list[str]:
    """What the loader says: nothing of a sound tree. Each problem names a file and can be printed."""
    began = time.monotonic()
    try:
        load_content(tree)
        problems = []
    except ContentProblems as raised:
        problems = raised.problems
        assert problems
    assert time.monotonic() - began < QUICKLY
    for problem in problems:
        assert problem.file.startswith(("content", "docs"))
        assert problem.line >= 0
    return [str(problem).encode().decode() for problem in problems]


@contextmanager
def written(tree: Path, file: str, content: bytes) -> Iterator[Path]:
    """The tree with other bytes in one of its files."""
    path = tree / file
    before = path.read_bytes()
    path.write_bytes(content)
    try:
        yield tree
    finally:
        path.write_bytes(before)


#: Pieces of YAML, wrong and right, from which random files are put together.
PIECES = st.sampled_from(
    [
        *(
            "a: b\n",
            "- x\n",
            "  ",
            "\t",
            "\n",
            ": ",
            "- ",
            "? ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "#",
            '"',
            "'",
            "\\",
            "|\n",
        ),
        *(
            ">-\n",
            "&a ",
            "*a",
            "<<: ",
            "!!int ",
            "!!bool ",
            "!!python/name:os.system ",
            "! ",
            "%YAML 1.1\n",
            "...\n",
        ),
        *(
            "---\n",
            "title: x\n",
            "slug: y\n",
            "languages: [fi]\n",
            "minimum: ",
            "5 EUR",
            "2026-02-30",
            "1e999",
            ".inf",
        ),
        *(
            "null",
            "true",
            "0x1f",
            "1_000",
            "\u2028",
            "\x85",
            "\ufeff",
            "ä",
            "🙂",
            "{isolated-75:ade}",
            "{x y}",
            "=",
            "~",
        ),
    ]
)


@any_example
@given(file=file_names, content=st.binary(max_size=400))
def test_random_bytes_are_answered_with_problems(file: str, content: bytes, tree: Path) -> None:
    with written(tree, file, content):
        assert said(tree)


@any_example
@given(file=file_names, content=st.lists(PIECES, max_size=60).map("".join))
def test_random_yaml_is_answered_with_problems(file: str, content: str, tree: Path) -> None:
    with written(tree, file, content.encode()):
        said(tree)


@any_example
@given(
    file=file_names, at=st.floats(0, 1), piece=st.one_of(PIECES, st.text(max_size=5)), cut=st.integers(0, 40)
)
def test_a_sound_file_with_a_slip_in_it_is_read_or_answered(
    file: str, at: float, piece: str, cut: int, tree: Path
) -> None:
    before = (tree / file).read_bytes()
    place = int(at * len(before))
    with written(tree, file, before[:place] + piece.encode() + before[place + cut :]):
        said(tree)


HOSTILE = {
    "open brackets": "a: " + "[" * 400_000,
    "closed brackets": "a: " + "[" * 100_000 + "]" * 100_000,
    "open braces": "{a: " * 200_000,
    "lists in lists": "- " * 400_000 + "x",
    "fields in field names": "? " * 400_000 + "x",
    "lists in lists over many lines": "".join(f"{' ' * depth}-\n" for depth in range(1300)),
    "aliases of aliases": "a: &a [x, x]\n"
    + "".join(f"a{n}: &a{n} [*a{n - 1 or ''}, *a{n - 1 or ''}]\n" for n in range(1, 40)),
    "an alias of itself": "a: &a [*a]",
    "a number of 100 000 digits": "number: " + "9" * 100_000,
    "a number of 4 000 digits": "number: " + "9" * 4_000,
    "a number without an end": "value: 1.0e999",
    "thirty thousand fields": "".join(f"k{number}: x\n" for number in range(30_000)),
    "the same field again and again": "a: b\n" * 50_000,
    "a list of a hundred thousand": "display_title: [" + "a," * 100_000 + "]",
    "a web address that takes the square of its length": "website: https://" + "a." * 200_000 + '" "',
    "a text of a megabyte": "lead: " + "x" * 900_000,
    "more than a megabyte": "x" * 3_000_000,
    "unfinished front matter": "---\n" + "a: b\n" * 150_000,
    "a tag that makes an object": "a: !!python/object/apply:os.system [ls]",
    "a tag that does not fit": "a: !!bool maybe\nb: !!int ''\nc: !!timestamp x",
    "nothing": "",
    "a word": "x",
    "two documents": "a: b\n---\na: b\n",
    "NUL": "a: b\0\n",
    "a tab": "a:\n\tb: c\n",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize(
    "file", ["content/facts/goals/no-loneliness.yml", "content/sv/home.yml", "docs/sv/about.md"]
)
def test_what_could_hurt_a_reader_is_answered(file: str, name: str, tree: Path) -> None:
    text = HOSTILE[name]
    if file.endswith(".md") and not text.startswith("---"):
        text = f"---\n{text}\n---\n"
    with written(tree, file, text.encode()):
        assert file in {problem.split(":")[0] for problem in said(tree)}


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "cp037", "latin-1"])
def test_another_encoding_is_named(file: str, encoding: str, tree: Path) -> None:
    text = (tree / file).read_text(encoding="utf-8").encode("latin-1", "ignore").decode("latin-1")
    with written(tree, file, (text + "\n# äö\n").encode(encoding)):
        (problem,) = [line for line in said(tree) if line.startswith(file)]
    assert "UTF-8" in problem


@pytest.mark.parametrize("file", FILES)
def test_what_windows_adds_changes_nothing(file: str, tree: Path) -> None:
    before = (tree / file).read_bytes()
    with written(tree, file, b"\xef\xbb\xbf" + before.replace(b"\n", b"\r\n")):
        assert said(tree) == []


@pytest.mark.parametrize("file", FILES)
def test_a_folder_where_a_file_should_be_is_named(file: str, tree: Path) -> None:
    (tree / file).unlink()
    (tree / file).mkdir()
    assert file in {problem.split(":")[0] for problem in said(tree)}


@pytest.mark.parametrize(
    "folder", ["content", "content/facts", "content/sv", "content/facts/goals", "content/sv/goals"]
)
def test_a_file_where_a_folder_should_be_is_named(folder: str, tree: Path) -> None:
    shutil.rmtree(tree / folder)
    (tree / folder).write_text("x", encoding="utf-8")
    assert said(tree)


@pytest.mark.parametrize("place", [*FILES, "content", "content/facts", "content/sv", "content/sv/goals"])
def test_a_link_to_itself_is_named(place: str, tree: Path) -> None:
    path = tree / place
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    path.symlink_to(path.name)
    assert any(problem.startswith(place) for problem in said(tree))


def test_a_link_to_the_folder_around_it_does_not_go_round(tree: Path) -> None:
    (tree / "docs/sv/news/again").symlink_to("..")
    (tree / "content/sv/goals/again").symlink_to("..")
    assert said(tree) == [
        "content/sv/goals/again: is not a file that is read here; its name should end in .md"
    ]


@pytest.mark.parametrize("target", ["/dev/zero", "pipe"])
@pytest.mark.parametrize("file", FILES)
def test_what_never_ends_is_not_read(target: str, file: str, tree: Path) -> None:
    os.mkfifo(tree / "pipe")
    (tree / file).unlink()
    (tree / file).symlink_to(target if target.startswith("/") else tree / target)
    assert file in {problem.split(":")[0] for problem in said(tree)}


@pytest.fixture
def guarded() -> Iterator[Path]:
    """A tree that another user may look at, as far as its own modes allow."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(shutil.copytree(PROJECT / "tests/trees/small", Path(folder) / "project"))


@contextmanager
def unprivileged() -> Iterator[None]:
    """Root may read everything: be nobody for a while."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.parametrize(
    "place", [*FILES, "content", "content/facts", "content/sv", "content/sv/goals", "docs/sv/news"]
)
def test_what_may_not_be_read_is_named(place: str, guarded: Path) -> None:
    load_content(guarded)
    path = guarded / place
    mode = path.stat().st_mode
    path.chmod(0)
    try:
        with unprivileged():
            problems = said(guarded)
    finally:
        path.chmod(mode)
    if place != "docs/sv/news":
        # A folder of docs/ that cannot be listed is passed over, as pathlib does.
        assert any(problem.startswith(place) for problem in problems), problems


@pytest.mark.parametrize(
    ("name", "said_of_it"),
    [
        (b"My goal.yml", "has a name that is no id"),
        (b"m\xc3\xa5l.yml", "has a name that is no id"),
        (b"\xff.yml", "has a name that is no id"),
        (b"a\nb.yml", "has a name that is no id"),
        (b"3.yml", "has a name that is no id"),
        (b"goal.yaml", "is not a file that is read here"),
        (b"\xff", "is not a file that is read here"),
    ],
)
def test_a_name_that_is_no_id_is_named(name: bytes, said_of_it: str, tree: Path) -> None:
    with Path(os.fsdecode(bytes(tree / "content/facts/goals") + b"/" + name)).open("wb") as file:
        file.write(b"number: 7\nsdgs: [3]\ntiers: [main]\n")
    assert [problem.partition(": ")[2].partition(";")[0] for problem in said(tree)] == [said_of_it]


def test_a_page_whose_name_cannot_be_printed_is_named(tree: Path) -> None:
    shutil.copy(tree / "docs/sv/about.md", os.fsdecode(bytes(tree / "docs/sv") + b"/\xff.md"))
    assert said(tree)[0].startswith("docs/sv/?.md: has a name that cannot be printed")


@pytest.mark.parametrize("name", [".DS_Store", ".no-loneliness.yml.swp", ".schemas"])
def test_what_programs_leave_behind_is_passed_over(name: str, tree: Path) -> None:
    for folder in ("content", "content/sv", "content/facts/goals", "content/sv/goals"):
        (tree / folder / name).write_bytes(b"\x00\xff")
    assert said(tree) == []
