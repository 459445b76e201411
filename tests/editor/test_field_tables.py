"""content/README.md: the tables are those of the model, and its examples are right."""

from __future__ import annotations

import re
from pathlib import Path

import jsonschema_rs
import pytest

from yhdessa.editor.field_table import FieldRow, field_rows, field_table
from yhdessa.editor.kinds import file_kinds
from yhdessa.editor.readme import BEGIN, END, README, NoMarks, load_readme, with_tables, write_readme
from yhdessa.editor.schema import schema_of
from yhdessa.l10n.case import CASES
from yhdessa.l10n.percent import format_percent
from yhdessa.model.document import parse_document

KINDS = {kind.name: kind for kind in file_kinds()}


def rows(kind: str) -> dict[str, FieldRow]:
    return {row.field: row for row in field_rows(KINDS[kind])}


def test_the_tables_are_current(project: Path) -> None:
    text = load_readme(project)
    assert with_tables(text) == text, "run `.venv/bin/yhdessa fields`"


@pytest.mark.parametrize(
    ("kind", "field", "looks"),
    [
        ("facts-giving", "minimum", "a sum with its currency, for example `5 EUR`"),
        (
            "facts-giving",
            "presets",
            "a list; each is a sum with its currency, for example `[20 EUR, 50 EUR]`",
        ),
        ("facts-giving", "permit › valid_from", "a day, year first, for example `2026-01-01`"),
        ("facts-organisation", "country", "one of `FI`, `SE`, for example `FI`"),
        ("facts-organisation", "founded", "a whole number from 1800 to 2200, for example `2019`"),
        ("facts-organisation", "demonstration", "`true` or `false`, for example `true`"),
        ("facts-statistics", "<id> › value", "a number, for example `14`"),
        ("words-goals", "belief", "a text that may hold figures, at most 3000 characters"),
        ("words-pages", "mission", "fields as in `home`"),
        ("words-mission", "values", "by id; each is a set of fields"),
        ("words-sdgs", "<id>", "a text, at most 300 characters"),
    ],
)
def test_a_row_says_how_its_field_looks(kind: str, field: str, looks: str) -> None:
    assert rows(kind)[field].looks == looks


def test_a_row_says_what_is_required() -> None:
    partner = rows("facts-partners")
    assert [field for field in ("name", "tier", "website") if partner[field].required] == ["name", "tier"]


def test_fields_inside_a_list_are_told_once() -> None:
    told = rows("words-goals")
    assert "activities › title" in told
    assert told["wishes"].looks == "a list; each is fields as in `activities`"
    assert "wishes › title" not in told


def test_fields_that_hold_themselves_end(project: Path) -> None:
    assert len(field_rows(KINDS["facts-impact"])) < 150


def test_every_line_of_a_table_has_four_cells() -> None:
    for kind in KINDS.values():
        for line in field_table(kind).splitlines():
            assert len(re.findall(r"(?<!\\)\|", line)) == 5, line


def test_what_stands_around_the_marks_stays(tree: Path) -> None:
    (tree / README).write_text(f"Before.\n{BEGIN}\nold\n{END}\nAfter.\n", encoding="utf-8")
    assert write_readme(tree)
    text = load_readme(tree)
    assert text.startswith(f"Before.\n{BEGIN}\n\n### content/facts/organisation.yml\n")
    assert text.endswith(f"{END}\nAfter.\n")
    assert not write_readme(tree)


@pytest.mark.parametrize("text", ["", BEGIN, END, f"{END} {BEGIN}"])
def test_a_text_without_marks_is_left_alone(text: str, tree: Path) -> None:
    (tree / README).write_text(text, encoding="utf-8")
    with pytest.raises(NoMarks):
        write_readme(tree)
    assert load_readme(tree) == text


def test_the_examples_above_the_tables_are_right(project: Path) -> None:
    examples = re.findall(r"```yaml\n# (\S+)\n(.*?)```", load_readme(project), re.DOTALL)
    assert len(examples) == 2
    places = {kind.place: kind for kind in KINDS.values()}
    for file, text in examples:
        kind = places[re.sub(r"/(fi|sv|en)/", "/<language>/", file)]
        values = parse_document(text, file)[0].data
        assert jsonschema_rs.Draft7Validator(schema_of(kind)).is_valid(values), file


def test_the_cases_that_are_told_are_those_there_are(project: Path) -> None:
    text = load_readme(project).partition(BEGIN)[0]
    told = dict(re.findall(r"`(\w+)` \((10 %:\w+)\)", text.replace("\n", " ")))
    assert told == {
        case: format_percent("10", "fi", case).replace("\u00a0", " ") for case in CASES if case != "nom"
    }
