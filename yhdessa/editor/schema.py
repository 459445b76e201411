"""The JSON Schema of a kind of file, as the YAML language server reads it: draft 07.

It says what an editor writes in one file. What holds between fields or between files (a known tier, the same
figures in each language) only `yhdessa check` can tell. https://json-schema.org/draft-07
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from yhdessa.editor.kinds import FileKind
from yhdessa.editor.written import BESIDES, INSTEAD, PATTERNS, only_places
from yhdessa.model.document import parse_document

DIALECT = "http://json-schema.org/draft-07/schema#"
NOT_BLANK = {"pattern": r"\S", "patternErrorMessage": "Write something here."}
Node = dict[str, Any]


def schema_of(kind: FileKind) -> Node:
    """The schema of one kind of file."""
    made = TypeAdapter(kind.shape).json_schema(
        ref_template="#/definitions/{model}", schema_generator=EditorsJsonSchema
    )
    for node in _nodes(made):
        _tidy(node)
    definitions = {"definitions": made.pop("$defs")} if "$defs" in made else {}
    made.pop("title", None)
    if made.get("description") == kind.place:
        del made["description"]
    return {
        "$schema": DIALECT,
        "$comment": "Made from yhdessa/model by `yhdessa schemas`.",
        "title": kind.place,
        **made,
        **definitions,
    }


class EditorsJsonSchema(GenerateJsonSchema):
    """pydantic's generator, with each field type as an editor writes it."""

    schema_dialect = DIALECT

    def generate(self, schema: CoreSchema, mode: JsonSchemaMode = "validation") -> JsonSchemaValue:
        made = super().generate(schema, mode)
        made.pop("$schema", None)
        return made

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic passes it
        return False

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        rules = INSTEAD.get(schema["function"]["function"])
        return dict(rules) if rules else super().function_before_schema(schema)

    def function_after_schema(self, schema: core_schema.AfterValidatorFunctionSchema) -> JsonSchemaValue:
        inner = super().function_after_schema(schema)
        return _with(inner, BESIDES.get(schema["function"]["function"], {}))

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        made = super().str_schema(schema)
        made.update(PATTERNS.get(made.get("pattern", ""), {}))
        if schema.get("strip_whitespace") and made.get("minLength") == 1:
            # The model strips before it counts: a blank text is an empty one.
            del made["minLength"]
            return _with(made, NOT_BLANK)
        return made

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        made: JsonSchemaValue = {"type": "object"}
        if "values_schema" in schema:
            made["additionalProperties"] = self.generate_inner(schema["values_schema"])
        if "keys_schema" in schema:
            made["propertyNames"] = self.generate_inner(schema["keys_schema"])
        if "min_length" in schema:
            made["minProperties"] = schema["min_length"]
        return made

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        """`website:` with nothing after it is the same as no `website`: one rule, not a choice of two."""
        inner = self.generate_inner(schema["schema"])
        if "$ref" in inner or not isinstance(inner.get("type"), str):
            return super().nullable_schema(schema)
        made = {**inner, "type": [inner["type"], "null"]}
        if "enum" in inner:
            made["enum"] = [*inner["enum"], None]
        return made

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        made = super().default_schema(schema)
        if made.get("default") in (None, [], {}):
            made.pop("default", None)
        return made


def _with(rules: Node, more: Node) -> Node:
    """Both sets of rules: a second pattern stands beside the first, it does not take its place."""
    if "pattern" not in rules or "pattern" not in more:
        return {**rules, **more}
    beside = {key: rules[key] for key in ("pattern", "patternErrorMessage") if key in rules}
    return {**rules, **more, "allOf": [*rules.get("allOf", []), beside]}


def _nodes(node: Node) -> Iterator[Node]:
    """Each schema inside a schema, the innermost first; names of fields are not mistaken for keywords."""
    for key in ("properties", "$defs"):
        for child in node.get(key, {}).values():
            yield from _nodes(child)
    for key in ("items", "additionalProperties", "propertyNames"):
        if isinstance(node.get(key), dict):
            yield from _nodes(node[key])
    for child in node.get("anyOf", []):
        yield from _nodes(child)
    yield node


def _tidy(node: Node) -> None:
    if node.get("type") == "object":
        # The names of classes mean nothing to an editor.
        node.pop("title", None)
    places = node.pop("placeholders", None)
    if places is not None:
        for text in _texts(node):
            text.update(_with(text, only_places(places)))
    if "examples" in node:
        node["examples"] = [_example(node, value) for value in node["examples"]]


def _texts(node: Node) -> Iterator[Node]:
    if "string" in node.get("type", ""):
        yield node
    for key in ("items", "additionalProperties"):
        if isinstance(node.get(key), dict):
            yield from _texts(node[key])


def _example(node: Node, value: Any) -> Any:
    """The model writes an example as it stands in the file: `true` and `{before: 53}` become values."""
    if isinstance(value, str) and "string" not in node.get("type", "string"):
        return parse_document(f"example: {value}", "example.yml")[0].data["example"]
    return value
