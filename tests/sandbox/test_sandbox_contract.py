"""The contract that was carried in, and the pinned SDK: where they differ, endive.yml says so."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import stripe
import yaml
from stripe._api_version import _ApiVersion

from yhdessa.sandbox import contract, resources, spoken
from yhdessa.sandbox.errors import ContractBroken, StripeError

SDK = Path(stripe.__file__).parent
TYPES = yaml.safe_load((Path(__file__).parent / "sdk_types.yml").read_text("utf-8"))
REQUEST_TYPES = {operation: (f"params/{path}", cls) for operation, (path, cls) in TYPES["requests"].items()}
OBJECT_TYPES = TYPES["objects"]
NO_FIELDS_OF_AN_ANSWER = {"OBJECT_NAME", "deleted"}
"""A constant of the SDK's class, and what only a deleted object has."""


def fields(path: str) -> dict[str, dict[str, str]]:
    """The classes of one module of the SDK with the annotations of their fields, as text."""
    tree = ast.parse((SDK / path).read_text("utf-8"))
    return {
        each.name: {
            line.target.id: ast.unparse(line.annotation)
            for line in each.body
            if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name)
        }
        for each in tree.body
        if isinstance(each, ast.ClassDef)
    }


def structured(schema: dict[str, Any]) -> dict[str, Any]:
    """The object or array among the alternatives of a schema."""
    for branch in schema.get("anyOf", ()):
        if branch.get("type") in ("object", "array"):
            return structured(branch)
    return schema


def differences(
    schema: dict[str, Any], cls: str, classes: dict[str, dict[str, str]], at: str
) -> Iterator[str]:
    """Parameters that only the schema or only the SDK's type has, at every depth."""
    schema = structured(schema)
    while schema.get("type") == "array":
        schema, at = structured(schema["items"]), f"{at}[]"
    if "properties" not in schema:
        return
    ours, theirs = schema["properties"], classes[cls]
    yield from (f"{at}.{name}" for name in sorted(set(ours) ^ set(theirs)))
    for name in sorted(set(ours) & set(theirs)):
        nested = re.findall(r"[A-Z]\w+Params\w+", theirs[name])
        if nested:
            yield from differences(ours[name], nested[0], classes, f"{at}.{name}")


@pytest.mark.parametrize("operation_id", resources.HANDLERS)
def test_the_parameters_of_a_spoken_operation_are_those_of_the_pinned_sdk(operation_id: str) -> None:
    [operation] = [each for each in contract.operations() if each.id == operation_id]
    path, cls = REQUEST_TYPES[operation_id]
    schema = contract.request_schema(operation, contract.ENDIVE)
    assert list(differences(schema, cls, fields(path), operation_id)) == []


@pytest.mark.parametrize("operation_id", contract.endive()["requests"])
def test_the_older_version_differs_from_the_pinned_sdk_in_the_places_of_endive_yml_only(
    operation_id: str,
) -> None:
    [operation] = [each for each in contract.operations() if each.id == operation_id]
    path, cls = REQUEST_TYPES[operation_id]
    schema = contract.request_schema(operation, contract.versions()[0])
    found = set(differences(schema, cls, fields(path), ""))
    written = {
        "".join(step if step == "[]" else f".{step}" for step in change["at"]) + f".{name}"
        for change in contract.endive()["requests"][operation_id]
        for name in (*change.get("add", ()), *change.get("remove", ()))
    }
    assert found == written


def test_the_methods_a_session_may_allow_are_those_that_the_pinned_sdk_names() -> None:
    annotation = fields(REQUEST_TYPES["PostCheckoutSessions"][0])["SessionCreateParams"]
    named = re.findall(r"'(\w+)'", annotation["allowed_payment_method_types"])
    change = contract.endive()["requests"]["PostCheckoutSessions"][0]
    assert change["add"]["allowed_payment_method_types"]["items"]["enum"] == named


@pytest.mark.parametrize("kind", OBJECT_TYPES)
def test_the_fields_of_an_object_are_those_of_the_pinned_sdk(kind: str) -> None:
    path, cls = OBJECT_TYPES[kind]
    ours = set(contract.description()["components"]["schemas"][kind]["properties"])
    ours |= set(contract.endive()["objects"].get(kind, ()))
    assert set(fields(path)[cls]) - NO_FIELDS_OF_AN_ANSWER == ours


def test_the_version_called_endive_is_the_one_that_the_pinned_sdk_sends() -> None:
    assert _ApiVersion.CURRENT == contract.ENDIVE


def test_the_contract_has_80_operations_of_version_dahlia_and_4_on_tax_rates() -> None:
    assert len(contract.operations()) == 84
    assert contract.versions()[0] == "2026-08-26.dahlia"


def test_every_operation_of_the_contract_compiles_to_a_closed_schema() -> None:
    for operation in contract.operations():
        assert contract.request_schema(operation, contract.ENDIVE)["additionalProperties"] is False


def test_every_operation_has_its_spoken_parameters_and_they_are_in_the_contract() -> None:
    operations = {operation.id: operation for operation in contract.operations()}
    assert spoken.spoken().keys() == resources.HANDLERS.keys()
    for name, table in spoken.spoken().items():
        schema = contract.request_schema(operations[name], contract.ENDIVE)
        assert list(unknown(table, schema, name)) == []


def unknown(table: dict[str, Any] | None, schema: dict[str, Any], at: str) -> Iterator[str]:
    """Names of a table of spoken parameters that the schema does not have."""
    schema = structured(schema)
    while schema.get("type") == "array":
        schema = structured(schema["items"])
    for name, below in (table or {}).items():
        if name not in schema["properties"]:
            yield f"{at}.{name}"
        else:
            yield from unknown(below, schema["properties"][name], f"{at}.{name}")


def test_search_is_an_operation_of_its_own_and_not_an_id() -> None:
    found = contract.find_operation("GET", "/v1/customers/search")
    assert found is not None
    assert found[0].id == "GetCustomersSearch"


def test_an_object_with_a_field_that_stripe_does_not_have_breaks_the_contract() -> None:
    event = {
        "id": "evt_1",
        "object": "event",
        "created": 1,
        "livemode": False,
        "pending_webhooks": 0,
        "type": "ping",
        "data": {"object": {}},
    }
    contract.check_object(event)
    with pytest.raises(ContractBroken, match="'colour' was unexpected"):
        contract.check_object({**event, "colour": "red"})
    with pytest.raises(ContractBroken, match='"created" is a required property'):
        contract.check_object({name: value for name, value in event.items() if name != "created"})


def test_all_unknown_parameters_of_one_place_are_named() -> None:
    [operation] = [each for each in contract.operations() if each.id == "GetEvents"]
    with pytest.raises(StripeError) as refused:
        contract.check_request(operation, contract.ENDIVE, {"kind": "a", "colour": "b"})
    assert refused.value.message == "Received unknown parameters: kind, colour"
    assert refused.value.param == "kind"
