"""The fields of a kind of file as a table: what each is, whether it is required, how it looks.

Read from the schema, so that the table and the editor's red lines cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from yhdessa.editor.kinds import FileKind
from yhdessa.editor.schema import Node, schema_of

EACH_ID, STEP = "<id>", " › "
HEAD = "| Field | What it is | Required | How it looks |\n|---|---|---|---|\n"


@dataclass(frozen=True)
class FieldRow:
    """One field, with the fields around it in its name: `permit › valid_from`."""

    field: str
    what: str
    required: bool
    looks: str


def field_rows(kind: FileKind) -> list[FieldRow]:
    """The fields of a kind of file, in the order of the model."""
    return list(_Telling(schema_of(kind)).rows())


def field_table(kind: FileKind) -> str:
    """The same as a Markdown table."""
    return HEAD + "".join(_line(row) for row in field_rows(kind))


def what_it_holds(kind: FileKind) -> str:
    """What the model says of the whole file, in a sentence; empty when it says no more than its place."""
    schema = schema_of(kind)
    entry = schema.get("additionalProperties") or {}
    inner = schema["definitions"][_definition(entry)] if "$ref" in entry else {}
    said = str(schema.get("description") or inner.get("description", ""))
    said = said.removeprefix(kind.place).lstrip(" ,;:").rstrip(".")
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def _line(row: FieldRow) -> str:
    cells = (f"`{row.field}`", row.what, "yes" if row.required else "", row.looks)
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |\n"


def _definition(node: Node) -> str:
    return str(node["$ref"]).rpartition("/")[2]


class _Telling:
    """Walks one schema; a set of fields that comes again is told where it first stood."""

    def __init__(self, schema: Node) -> None:
        self.schema = schema
        self.definitions: dict[str, Node] = schema.get("definitions", {})
        self.told: dict[str, str] = {}

    def rows(self) -> Iterator[FieldRow]:
        if "properties" in self.schema:
            yield from self.fields(self.schema, "")
            return
        entry = self.schema["additionalProperties"]
        if "$ref" in entry:
            yield from self.inside(entry, EACH_ID)
        else:
            yield FieldRow(EACH_ID, "", True, self.looks(entry))

    def fields(self, node: Node, above: str) -> Iterator[FieldRow]:
        for name, field in node["properties"].items():
            path = f"{above}{STEP}{name}" if above else name
            required = name in node.get("required", [])
            yield FieldRow(path, field.get("description", ""), required, self.looks(field))
            yield from self.inside(field, path)

    def inside(self, node: Node, path: str) -> Iterator[FieldRow]:
        """The fields inside a field: a set of fields, a list of such sets, or one such set an id."""
        if "$ref" in node and _definition(node) not in self.told:
            self.told[_definition(node)] = path
            yield from self.fields(self.definitions[_definition(node)], path)
        for choice in node.get("anyOf", []):
            yield from self.inside(choice, path)
        if "items" in node:
            yield from self.inside(node["items"], path)
        if isinstance(node.get("additionalProperties"), dict):
            yield from self.inside(node["additionalProperties"], f"{path}{STEP}{EACH_ID}")

    def looks(self, node: Node) -> str:
        examples = node.get("examples", [])
        example = f", for example `{_written(examples[0])}`" if examples else ""
        return self.kind_of_value(node) + example

    def kind_of_value(self, node: Node) -> str:
        if "$ref" in node:
            told = self.told.get(_definition(node))
            return f"fields as in `{told}`" if told else "a set of fields"
        if "anyOf" in node:
            choices = [choice for choice in node["anyOf"] if choice.get("type") != "null"]
            return " or ".join(self.kind_of_value(choice) for choice in choices)
        if "enum" in node:
            return "one of " + ", ".join(f"`{value}`" for value in node["enum"] if value is not None)
        kind = node["type"] if isinstance(node["type"], str) else node["type"][0]
        if kind == "array":
            return f"a list; each is {self.kind_of_value(node['items'])}"
        if kind == "object":
            return f"by id; each is {self.kind_of_value(node['additionalProperties'])}"
        return _plain(node, kind)


def _plain(node: Node, kind: str) -> str:
    if kind == "boolean":
        return "`true` or `false`"
    if kind == "integer":
        return "a whole number" + _limits(node)
    title = str(node.get("title", "a text"))
    # An id or an address has a length too, but nobody reaches it.
    length = node.get("maxLength") if title.startswith("a text") else None
    return title + (f", at most {length} characters" if length else "")


def _limits(node: Node) -> str:
    low, high = node.get("minimum"), node.get("maximum")
    if low is not None and high is not None:
        return f" from {low} to {high}"
    return f", at least {low}" if low is not None else ""


def _written(example: Any) -> str:
    """An example as it stands in YAML."""
    if isinstance(example, bool):
        return "true" if example else "false"
    if isinstance(example, list):
        return "[" + ", ".join(_written(item) for item in example) + "]"
    if isinstance(example, dict):
        return "{" + ", ".join(f"{key}: {_written(value)}" for key, value in example.items()) + "}"
    return str(example)
