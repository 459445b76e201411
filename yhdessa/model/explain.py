"""Says what pydantic found wrong in an editor's words: the place, the problem, and how it looks right."""

from __future__ import annotations

import difflib
import types
import typing
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from yhdessa.model.document import Document, Path_, dotted
from yhdessa.model.problem import Problem

ID_RULE = "write an id with small letters a-z, digits and hyphens"
#: What to say for pydantic's error types; `{}` takes the error's own context.
MESSAGES = {
    "missing": "is missing",
    "string_type": "should be text",
    "int_type": "should be a whole number",
    "int_from_float": "should be a whole number",
    "bool_type": "should be true or false",
    "list_type": "should be a list",
    "dict_type": "should be a set of fields",
    "model_type": "should be a set of fields",
    "model_attributes_type": "should be a set of fields",
    "date_type": "should be a date",
    "string_too_short": "should not be empty",
    "string_too_long": "should be at most {max_length} characters",
    "too_short": "should have at least {min_length} item",
    "greater_than_equal": "should be at least {ge}",
    "less_than_equal": "should be at most {le}",
    "literal_error": "should be one of {expected}",
    "string_pattern_mismatch": "is not written as it should be",
}


def explain(error: ValidationError, document: Document, shape: Any) -> list[Problem]:
    """Every problem in `error`, which came of validating `document` against `shape`.

    A field that is missing because its name is misspelt is told once. The misspelt names are kept in
    `document.misnamed`, each with the name that was meant, or None.
    """
    details = error.errors(include_url=False)
    for detail in details:
        if detail["type"] == "extra_forbidden":
            place = _place(detail)
            known = [
                name
                for name in _known_fields(shape, place[:-1])
                if document.line_of((*place[:-1], name)) is None
            ]
            near = difflib.get_close_matches(str(place[-1]), known, n=1, cutoff=0.6)
            document.misnamed[place] = (*place[:-1], near[0]) if near else None
        elif detail["loc"][-1:] == ("[key]",):
            document.misnamed[_place(detail)] = None
    meant = set(document.misnamed.values())
    return [_problem(detail, document, shape) for detail in details if _place(detail) not in meant]


def _place(detail: ErrorDetails) -> Path_:
    return tuple(part for part in detail["loc"] if part != "[key]")


def _problem(detail: ErrorDetails, document: Document, shape: Any) -> Problem:
    place = _place(detail)
    if detail["type"] == "extra_forbidden":
        message, meant = "is not a known field", document.misnamed[place]
        known = ", ".join(_known_fields(shape, place[:-1]))
        remedy = f"did you mean `{meant[-1]}`?" if meant else f"known here: {known}"
    elif detail["loc"][-1:] == ("[key]",):
        message, remedy = "is not a name that can stand here", ID_RULE
    else:
        message, remedy = _message(detail), _right(shape, place)
    return Problem(document.file, document.line(place), dotted(place), message, remedy)


def _message(detail: ErrorDetails) -> str:
    if detail["type"] == "value_error":
        return str(detail["ctx"]["error"])
    said = MESSAGES.get(detail["type"])
    return said.format(**detail.get("ctx", {})) if said else detail["msg"]


def nearest(word: str, known: list[str]) -> str:
    """The remedy for a word that is none of `known`: the nearest, or all of them."""
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f"did you mean `{near[0]}`?" if near else f"known: {', '.join(known) or 'none'}"


def _right(shape: Any, place: tuple[Any, ...]) -> str:
    info = _field(shape, place)
    if info is None:
        return ""
    if info.examples:
        return f"for example `{place[-1]}: {_written(info.examples[0])}`"
    return info.description or ""


def _written(example: Any) -> str:
    if isinstance(example, list):
        return "[" + ", ".join(_written(item) for item in example) + "]"
    # What begins with # would be a comment, and digits alone a number.
    text = str(example)
    return f'"{text}"' if isinstance(example, str) and (text.startswith("#") or text.isdigit()) else text


def _known_fields(shape: Any, place: tuple[Any, ...]) -> list[str]:
    inner = _shape_at(shape, place)
    return list(inner.model_fields) if isinstance(inner, type) and issubclass(inner, BaseModel) else []


def _field(shape: Any, place: tuple[Any, ...]) -> FieldInfo | None:
    if not place:
        return None
    outer = _shape_at(shape, place[:-1])
    if isinstance(outer, type) and issubclass(outer, BaseModel):
        return outer.model_fields.get(str(place[-1]))
    return None


def _shape_at(shape: Any, place: tuple[Any, ...]) -> Any:
    for part in place:
        shape = _record_in(shape)
        if isinstance(shape, type) and issubclass(shape, BaseModel):
            info = shape.model_fields.get(str(part))
            shape = info.annotation if info else None
        else:
            inner = [item for item in typing.get_args(shape) if item is not type(None)]
            shape = inner[-1] if inner else None
    return _record_in(shape)


def _record_in(shape: Any) -> Any:
    """`shape` without `| None` and `Annotated` around it."""
    while typing.get_origin(shape) in (typing.Annotated, typing.Union, types.UnionType):
        shape = next(item for item in typing.get_args(shape) if item is not type(None))
    return shape
