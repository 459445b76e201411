"""The schemas: what is sound validates, what is wrong is refused, as the loader does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.edits import change
from yhdessa.editor.kinds import FileKind, file_kinds, languages_of
from yhdessa.editor.schema import schema_of
from yhdessa.editor.workspace import (
    SCHEMAS,
    SETTINGS,
    UnreadableSettings,
    load_workspace,
    settings_text,
    write_workspace,
)
from yhdessa.model import ContentProblems, load_content
from yhdessa.model.document import load_document
from yhdessa.model.files import adapter

KINDS = {kind.name: kind for kind in file_kinds()}
PROJECT = Path(__file__).resolve().parents[2]
SMALL = PROJECT / "tests/trees/small"
WRONG: dict[str, dict[str, str]] = yaml.safe_load(
    (Path(__file__).parent / "wrong_values.yml").read_text(encoding="utf-8")
)


def validator(kind: FileKind) -> jsonschema_rs.Draft7Validator:
    return jsonschema_rs.Draft7Validator(schema_of(kind), validate_formats=True)


def files_of(kind: FileKind, project: Path) -> list[Path]:
    return [file for glob in kind.globs(languages_of(project)) for file in sorted(project.glob(glob))]


def values_in(file: Path) -> dict[str, Any]:
    document, problems = load_document(file, file.name)
    assert problems == []
    return document.data


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_every_file_of_a_sound_tree_is_sound_to_its_schema(kind: FileKind, project: Path) -> None:
    schema = validator(kind)
    files = [*files_of(kind, project), *files_of(kind, SMALL)]
    assert files or kind.may_lack
    for file in files:
        assert [error.message for error in schema.iter_errors(values_in(file))] == [], file


def test_every_file_of_a_tree_has_exactly_one_schema(project: Path) -> None:
    for tree in (project, SMALL):
        known = [file for kind in KINDS.values() for file in files_of(kind, tree)]
        there = [
            *(file for file in (tree / "content").glob("*/**/*.*") if not file.name.startswith(".")),
            *(tree / "docs").rglob("*.md"),
        ]
        assert sorted(known) == sorted(file for file in there if ".schemas" not in file.parts)


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_value_is_refused_by_the_schema_and_by_the_loader(name: str, tree: Path) -> None:
    case = WRONG[name]
    schema = validator(KINDS[case["kind"]])
    assert schema.is_valid(values_in(tree / case["file"]))
    change(tree, case)
    assert not schema.is_valid(values_in(tree / case["file"]))
    with pytest.raises(ContentProblems) as raised:
        load_content(tree)
    assert case["file"] in {problem.file for problem in raised.value.problems}


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every value inside `value`."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in items:
        yield (*path, key)
        yield from places(child, (*path, key))


#: What a helpline needs depends on what else it says: that, schemas leave to the loader.
SAMPLES = [
    (kind, values)
    for kind in KINDS.values()
    if kind.name != "facts-helplines"
    for file in files_of(kind, SMALL)
    if list(places(values := values_in(file)))
]
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 20),
    st.integers(1700, 2300),
    st.floats(0.1, 0.9),
    st.sampled_from(
        ["", " ", "x", "X", "a-b", "a b", "no-loneliness", "{", "}", "{}", "{A}", "{a b}", "ä", "1", "17"]
    ),
    st.sampled_from(
        ["5 EUR", "5 eur", "EUR 5", "5.5 EUR", "5.555 EUR", "10 000 EUR", "1 0000 EUR", "05 EUR", "5 JPY"]
    ),
    st.sampled_from(
        ["-5 EUR", "5.5 JPY", "999999999999 EUR", "9999999999999 EUR", "5\u00a0000 EUR", "5,000 EUR"]
    ),
    st.sampled_from(
        ["2026-11-21", "2026-1-1", "2026-02-30", "2024-02-29", "0000-01-01", "2026-11-21\n", "20261121"]
    ),
    st.sampled_from(
        ["https://a.b", "https://a", "https://a/.b", "https:// a.b", "a@b.c", "a@b", "#00ff00", "#0f0"]
    ),
    st.sampled_from(
        ["percent", "FI", "EUR", "x" * 60, "x" * 61, "x" * 300, "x" * 301, "x" * 3001, [], {}, ["x"]]
    ),
    st.just({"x": "y"}),
)


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_schema_and_model_agree_on_any_value_in_any_place(data: st.DataObject) -> None:
    kind, values = data.draw(st.sampled_from(SAMPLES))
    changed = deepcopy(values)
    *above, last = data.draw(st.sampled_from(list(places(values))))
    around: Any = changed
    for key in above:
        around = around[key]
    if data.draw(st.booleans()):
        around[last] = data.draw(VALUES)
    else:
        del around[last]
    try:
        adapter(kind.shape).validate_python(changed)
        refused = ""
    except ValidationError as error:
        refused = str(error)
    said = [error.message for error in validator(kind).iter_errors(changed)]
    assert bool(refused) == bool(said), f"the model: {refused or 'sound'}; the schema: {said or 'sound'}"


def described(node: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for inside in (node, *node.get("definitions", {}).values()):
        yield from inside.get("properties", {}).items()


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_every_field_has_a_description_and_its_examples_are_right(kind: FileKind) -> None:
    schema = schema_of(kind)
    for name, field in described(schema):
        assert field["description"], name
        alone = {**field, "definitions": schema.get("definitions", {})}
        for example in field.get("examples", []):
            assert jsonschema_rs.Draft7Validator(alone).is_valid(example), (name, example)


def test_no_name_of_the_code_shows_in_an_editor() -> None:
    for kind in KINDS.values():
        schema = schema_of(kind)
        titles = [field["title"] for _, field in described(schema) if "title" in field]
        assert schema["title"] == kind.place
        assert all(title[0].islower() for title in titles)


def test_the_schemas_and_the_settings_are_current(project: Path) -> None:
    stale = [
        path
        for path, text in load_workspace(project).items()
        if not (project / path).is_file() or (project / path).read_text(encoding="utf-8") != text
    ]
    there = {file.relative_to(project).as_posix() for file in (project / SCHEMAS).iterdir()}
    stale += sorted(there - set(load_workspace(project)))
    assert stale == [], "run `.venv/bin/yhdessa schemas`"


def test_a_schema_is_for_facts_or_for_words_and_never_for_both(project: Path) -> None:
    mapping = json.loads((project / SETTINGS).read_text(encoding="utf-8"))["yaml.schemas"]
    files = [file for globs in mapping.values() for glob in globs for file in project.glob(glob)]
    assert len(files) == len(set(files))
    assert set((project / "content").glob("*/**/*.yml")) == set(files)


def test_schemas_are_written_once_and_a_new_language_is_mapped(tree: Path) -> None:
    assert f"{SCHEMAS}/words-home.json" in write_workspace(tree)
    (tree / SCHEMAS / "words-gone.json").write_text("{}", encoding="utf-8")
    assert write_workspace(tree) == [f"{SCHEMAS}/words-gone.json"]
    assert write_workspace(tree) == []
    (tree / "content/de").mkdir()
    assert write_workspace(tree) == [SETTINGS]
    settings_now = json.loads((tree / SETTINGS).read_text(encoding="utf-8"))["yaml.schemas"]
    assert "content/de/home.yml" in settings_now[f"{SCHEMAS}/words-home.json"]


def test_other_settings_stay_as_they_were() -> None:
    assert json.loads(settings_text(["fi"], '{"editor.tabSize": 2}'))["editor.tabSize"] == 2


@pytest.mark.parametrize("text", ["// a comment\n{}", "[]", ""])
def test_settings_that_are_no_plain_json_are_left_alone(text: str) -> None:
    with pytest.raises(UnreadableSettings, match=r"\.vscode/settings\.json is no"):
        settings_text(["fi"], text)


def test_the_loader_leaves_schemas_and_the_readme_alone(tree: Path) -> None:
    before = load_content(tree).documents
    write_workspace(tree)
    (tree / "content/README.md").write_text("No front matter: this is for people.\n", encoding="utf-8")
    assert load_content(tree).documents == before
