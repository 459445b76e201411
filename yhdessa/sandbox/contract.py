"""Stripe's published description (``contract/``) as operations and validators.

The description is OpenAPI 3.0: ``nullable`` becomes a JSON Schema type, nested objects are closed (in the
description only the top level is), and the names of API version endive are laid over it from ``endive.yml``.
"""

import copy
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import yaml

from yhdessa.sandbox.errors import ContractBroken, StripeError
from yhdessa.sandbox.settings import Json
from yhdessa.sandbox.validation import as_stripe_error

_FOLDER = Path(__file__).parent / "contract"
_FORM = "application/x-www-form-urlencoded"
ENDIVE = "2026-10-28.endive"


@dataclass(frozen=True)
class Operation:
    """One method on one address, for example ``PostCheckoutSessions``."""

    id: str
    method: str
    path: str
    pattern: re.Pattern[str]

    def arguments(self, path: str) -> dict[str, str] | None:
        """The values in the address (``session``, ``id`` ...), or None if the address is another one."""
        match = self.pattern.fullmatch(path)
        return match.groupdict() if match else None


@cache
def description() -> Json:
    """Stripe's description as it was carried in, with the operations on tax rates, which it leaves out."""
    carried = json.loads((_FOLDER / "stripe-schema.json").read_text("utf-8"))
    written = yaml.safe_load((_FOLDER / "tax-rates.yml").read_text("utf-8"))
    return {**carried, "paths": {**carried["paths"], **written}}


@cache
def endive() -> Json:
    """What the pinned SDK names differently; a test compares this file with the SDK's own request types."""
    return dict(yaml.safe_load((_FOLDER / "endive.yml").read_text("utf-8")))


@cache
def versions() -> tuple[str, ...]:
    """The values of ``Stripe-Version`` that the sandbox takes."""
    return (description()["info"]["version"], ENDIVE)


@cache
def operations() -> tuple[Operation, ...]:
    """All operations of the contract; addresses without variables come first, as ``search`` is no id."""
    found = [
        Operation(told["operationId"], method.upper(), path, _pattern(path))
        for path, methods in description()["paths"].items()
        for method, told in methods.items()
    ]
    return tuple(sorted(found, key=lambda operation: operation.path.count("{")))


def find_operation(method: str, path: str) -> tuple[Operation, dict[str, str]] | None:
    """The operation that a request means, with the values in its address."""
    for operation in operations():
        arguments = operation.arguments(path)
        if operation.method == method and arguments is not None:
            return operation, arguments
    return None


@cache
def request_schema(operation: Operation, version: str) -> Json:
    """The parameters of an operation, closed at every level, in the names of the version."""
    told = description()["paths"][operation.path][operation.method.lower()]
    if operation.method != "GET":
        schema = copy.deepcopy(told["requestBody"]["content"][_FORM]["schema"])
    else:
        queries = [each for each in told.get("parameters", ()) if each["in"] == "query"]
        schema = {
            "type": "object",
            "properties": {each["name"]: each["schema"] for each in queries},
            "required": [each["name"] for each in queries if each.get("required")],
        }
    if version == ENDIVE:
        for change in endive()["requests"].get(operation.id, ()):
            _overlay(schema, change)
    return dict(_converted(schema))


def check_request(operation: Operation, version: str, params: Json) -> None:
    """Raise the ``StripeError`` that Stripe would answer if the parameters break the contract."""
    problem = as_stripe_error(_request_validator(operation, version).iter_errors(params))
    if problem is not None:
        raise problem


def check_response(operation: Operation, body: Json) -> None:
    """Raise ``ContractBroken`` if an answer is not what Stripe describes."""
    _must_be_valid(_response_validator(operation), body, operation.id)


def check_object(stripe_object: Json) -> None:
    """Raise ``ContractBroken`` if an object, such as the one in an event, is not what Stripe describes."""
    kind = stripe_object["object"]
    _must_be_valid(_object_validator(kind), stripe_object, kind)


def expandable(kind: str, field: str) -> bool:
    """Whether Stripe can put an object where this field has an id (in the contract: a text in ``anyOf``)."""
    told = _field(kind, field)
    told = told["items"] if told.get("type") == "array" else told
    return any(branch.get("type") == "string" for branch in told.get("anyOf", ()))


def holds_an_object(kind: str, field: str) -> bool:
    """Whether a field has an object of its own, in which further fields may be expanded."""
    told = _field(kind, field)
    return any("$ref" in branch for branch in (told, *told.get("anyOf", ())))


def _field(kind: str, field: str) -> Json:
    schemas: Json = description()["components"]["schemas"]
    return dict(schemas.get(kind, {}).get("properties", {}).get(field, {}))


def not_a_form() -> StripeError:
    """The answer to a body in another encoding than the one of the contract."""
    return StripeError(f"Invalid request (the content type of a POST must be {_FORM})")


def _pattern(path: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", path))


def _overlay(schema: Json, change: Json) -> None:
    for step in change["at"]:
        schema = _structured(schema["items"] if step == "[]" else schema["properties"][step])
    for name in change.get("remove", ()):
        del schema["properties"][name]
    schema["properties"].update(change.get("add", {}))


def _structured(schema: Json) -> Json:
    """The object or list among the alternatives of a parameter that may also be emptied."""
    shapes = [each for each in schema.get("anyOf", ()) if each.get("type") in ("object", "array")]
    return shapes[0] if shapes else schema


def _converted(schema: Any) -> Any:
    """OpenAPI 3.0 -> JSON Schema: ``nullable`` said in JSON Schema's words, objects closed."""
    if isinstance(schema, list):
        return [_converted(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    result = {key: value if key == "enum" else _converted(value) for key, value in schema.items()}
    if isinstance(result.get("properties"), dict) and result.get("type") == "object":
        result.setdefault("additionalProperties", False)
    if result.pop("nullable", False) is True:
        return {"anyOf": [result, {"type": "null"}]}
    return result


@cache
def _components() -> Json:
    schemas = copy.deepcopy(description()["components"]["schemas"])
    for kind, fields in endive()["objects"].items():
        schemas[kind]["properties"].update(fields)
    return {"schemas": _converted(schemas)}


def _validator(schema: Json) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator({**schema, "components": _components()})


@cache
def _request_validator(operation: Operation, version: str) -> jsonschema_rs.Draft202012Validator:
    return _validator(request_schema(operation, version))


@cache
def _response_validator(operation: Operation) -> jsonschema_rs.Draft202012Validator:
    told = description()["paths"][operation.path][operation.method.lower()]
    return _validator(_converted(told["responses"]["200"]["content"]["application/json"]["schema"]))


@cache
def _object_validator(kind: str) -> jsonschema_rs.Draft202012Validator:
    return _validator({"$ref": f"#/components/schemas/{kind}"})


def _must_be_valid(validator: jsonschema_rs.Draft202012Validator, body: Json, what: str) -> None:
    problems = [f"{list(each.instance_path)}: {each.message}" for each in validator.iter_errors(body)]
    if problems:
        raise ContractBroken(f"{what} is not what Stripe describes: " + "; ".join(problems))
