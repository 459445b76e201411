"""The contract that was carried in, and the pinned SDK: where they differ, endive.yml says so."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import stripe
from stripe._api_version import _ApiVersion

from yhdessa.sandbox import contract, resources
from yhdessa.sandbox.errors import ContractBroken, StripeError

SDK = Path(stripe.__file__).parent
REQUEST_TYPES = {
    "PostCheckoutSessions": ("params/checkout/_session_create_params.py", "SessionCreateParams"),
    "GetCheckoutSessions": ("params/checkout/_session_list_params.py", "SessionListParams"),
    "GetCheckoutSessionsSession": ("params/checkout/_session_retrieve_params.py", "SessionRetrieveParams"),
    "PostCheckoutSessionsSessionExpire": ("params/checkout/_session_expire_params.py", "SessionExpireParams"),
    "GetCheckoutSessionsSessionLineItems": (
        "params/checkout/_session_line_item_list_params.py",
        "SessionLineItemListParams",
    ),
    "GetPaymentIntents": ("params/_payment_intent_list_params.py", "PaymentIntentListParams"),
    "GetPaymentIntentsIntent": ("params/_payment_intent_retrieve_params.py", "PaymentIntentRetrieveParams"),
    "GetEvents": ("params/_event_list_params.py", "EventListParams"),
    "GetEventsId": ("params/_event_retrieve_params.py", "EventRetrieveParams"),
}
OBJECT_TYPES = {
    "checkout.session": ("checkout/_session.py", "Session"),
    "payment_intent": ("_payment_intent.py", "PaymentIntent"),
    "event": ("_event.py", "Event"),
    "item": ("_line_item.py", "LineItem"),
    "price": ("_price.py", "Price"),
    "product": ("_product.py", "Product"),
}
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


def test_the_older_version_differs_from_the_pinned_sdk_in_the_places_of_endive_yml_only() -> None:
    [operation] = [each for each in contract.operations() if each.id == "PostCheckoutSessions"]
    path, cls = REQUEST_TYPES["PostCheckoutSessions"]
    schema = contract.request_schema(operation, contract.versions()[0])
    found = set(differences(schema, cls, fields(path), ""))
    changes = contract.endive()["requests"]["PostCheckoutSessions"]
    written = {
        "".join(step if step == "[]" else f".{step}" for step in change["at"]) + f".{name}"
        for change in changes
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


def test_the_contract_has_80_operations_of_version_dahlia() -> None:
    assert len(contract.operations()) == 80
    assert contract.versions()[0] == "2026-08-26.dahlia"


def test_every_operation_of_the_contract_compiles_to_a_closed_schema() -> None:
    for operation in contract.operations():
        if operation.method != "DELETE":
            assert contract.request_schema(operation, contract.ENDIVE)["additionalProperties"] is False


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
