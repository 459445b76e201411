"""``expand[]``: a whole object where the answer has an id. See https://docs.stripe.com/api/expanding_objects."""

from typing import Any

from yhdessa.sandbox import contract
from yhdessa.sandbox.errors import StripeError
from yhdessa.sandbox.settings import Json
from yhdessa.sandbox.store import Store

_DEEPEST = 4


def expanded(body: Json, paths: list[str], store: Store) -> Json:
    """A copy of the answer with the asked paths expanded; raises ``StripeError`` for what cannot be."""
    for path in paths:
        steps = path.split(".")
        if len(steps) > _DEEPEST:
            raise StripeError(f"You cannot expand more than {_DEEPEST} levels of a property ({path}).")
        body = _open(body, steps, path, store)
    return body


def _open(value: Any, steps: list[str], path: str, store: Store) -> Any:
    if not steps or value is None:
        return value
    if isinstance(value, list):
        return [_open(each, steps, path, store) for each in value]
    step, *rest = steps
    return {**value, step: _open(_whole(value, step, path, store), rest, path, store)}


def _whole(parent: Json, step: str, path: str, store: Store) -> Any:
    kind = str(parent.get("object", ""))
    if kind == "list" and step == "data":
        return parent["data"]
    included = store.behind(parent["id"]).get("included", {}) if "id" in parent else {}
    if step in included:
        return parent.get(step, included[step])
    value = parent.get(step)
    if isinstance(value, dict):
        return value
    if not contract.expandable(kind, step):
        raise StripeError(f"This property cannot be expanded ({path}).")
    return store.find_any(value) or value if isinstance(value, str) else value
