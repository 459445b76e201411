"""Form bodies and query strings -> nested values with the types that the contract asks for.

Stripe takes ``a[b][0][c]=1`` (and ``a[]=1``); everything arrives as text, and only the schema says whether
``1`` is a number. Names that the schema does not have stay: the contract's validator refuses them afterwards.
"""

import re
from collections.abc import Iterable
from typing import Any

from yhdessa.sandbox.errors import StripeError
from yhdessa.sandbox.settings import Json

_KEY = re.compile(r"([^\[\]]+)((?:\[[^\[\]]*\])*)")
_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")
_NUMBER = re.compile(r"[+-]?[0-9]{1,18}(\.[0-9]{1,18})?")


def decode(pairs: Iterable[tuple[str, str]], schema: Json) -> Json:
    """Pairs of a form or a query string -> the parameters; raises ``StripeError`` if that cannot be."""
    return dict(_typed(_tree(pairs), schema, ""))


def _tree(pairs: Iterable[tuple[str, str]]) -> Json:
    root: Json = {}
    for key, text in pairs:
        branch, parts = root, _parts(key)
        for part in parts[:-1]:
            branch = branch.setdefault(_index(part, branch), {})
            if not isinstance(branch, dict):
                raise StripeError(
                    f"Invalid object: {key} is given both as a value and as an object", param=key
                )
        branch[_index(parts[-1], branch)] = text
    return root


def _parts(key: str) -> list[str]:
    match = _KEY.fullmatch(key)
    if match is None:
        raise StripeError(f"Invalid parameter name: {key}", param=key)
    return [match[1], *re.findall(r"\[([^\[\]]*)\]", match[2])]


def _index(part: str, branch: Json) -> str:
    return part if part else str(len(branch))


def _typed(value: Any, schema: Json, param: str) -> Any:
    schema = _alternative(value, schema)
    if isinstance(value, str):
        return _scalar(value, schema, param)
    if schema.get("type") == "array":
        return _array(value, schema, param)
    if schema.get("type") not in (None, "object"):
        raise StripeError(f"Invalid {schema['type']}: an object was given for {param}", param=param)
    return {name: _member(name, child, schema, param) for name, child in value.items()}


def _alternative(value: Any, schema: Json) -> Json:
    """The branch of an ``anyOf`` that a value means: by its shape; an empty text has its own."""
    branches: list[Json] = schema.get("anyOf", [schema])
    structured = [branch for branch in branches if branch.get("type") in ("object", "array")]
    plain = [branch for branch in branches if branch not in structured]
    if not isinstance(value, str):
        return (structured or branches)[0]
    emptying = [branch for branch in plain if branch.get("enum") == [""]]
    if value == "" and emptying:
        return emptying[0]
    return ([branch for branch in plain if branch not in emptying] or structured or branches)[0]


def _array(value: Json, schema: Json, param: str) -> list[Any]:
    if not all(index.isdecimal() for index in value):
        raise StripeError("Invalid array", param=param)
    ordered = sorted(value, key=int)
    return [_typed(value[i], schema["items"], f"{param}[{i}]") for i in ordered]


def _member(name: str, child: Any, schema: Json, param: str) -> Any:
    path = f"{param}[{name}]" if param else name
    member = schema.get("properties", {}).get(name)
    if member is not None:
        return _typed(child, member, path)
    free = schema.get("additionalProperties")
    if isinstance(free, dict) and isinstance(child, str):
        return child
    return _typed(child, free if isinstance(free, dict) else {}, path)


def _scalar(text: str, schema: Json, param: str) -> Any:
    if text == "" and schema and "" not in schema.get("enum", ()):
        raise _empty(param)
    match schema.get("type"):
        case "integer" if not _INTEGER.fullmatch(text):
            raise StripeError(f"Invalid integer: {text}", code="parameter_invalid_integer", param=param)
        case "integer":
            return int(text)
        case "number" if not _NUMBER.fullmatch(text):
            raise StripeError(f"Invalid decimal: {text}", param=param)
        case "number":
            return float(text)
        case "boolean" if text not in ("true", "false"):
            raise StripeError(f"Invalid boolean: {text}", param=param)
        case "boolean":
            return text == "true"
        case "array" | "object" as shape:
            raise StripeError(f"Invalid {shape}", param=param)
    return text


def _empty(param: str) -> StripeError:
    message = (
        f"You passed an empty string for '{param}', which cannot be unset. Leave it out or give it a value."
    )
    return StripeError(message, code="parameter_invalid_empty", param=param)
