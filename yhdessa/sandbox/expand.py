"""``expand[]``: a whole object where the answer has an id. See https://docs.stripe.com/api/expanding_objects."""

from collections.abc import Callable, Mapping
from typing import Any

from yhdessa.sandbox import contract
from yhdessa.sandbox.rules import refusal
from yhdessa.sandbox.settings import Json
from yhdessa.sandbox.store import Store

_DEEPEST = 4

Included = Mapping[tuple[str, str], Callable[[Store, Json], Json]]
"""By kind and field: what an object has only when it is asked for, such as the payments of an invoice."""


def expanded(body: Json, paths: list[str], store: Store, included: Included) -> Json:
    """A copy of the answer with the asked paths expanded; raises ``StripeError`` for what cannot be."""
    for path in paths:
        steps = path.split(".")
        if len(steps) > _DEEPEST:
            raise refusal("expand-at-most-4-levels", path=path)
        body = _Expansion(path, store, included).open(body, steps)
    return body


class _Expansion:
    """One path, followed into an answer."""

    def __init__(self, path: str, store: Store, included: Included) -> None:
        self._path, self._store, self._included = path, store, included

    def open(self, value: Any, steps: list[str]) -> Any:
        """A copy of a value with the rest of the path expanded in it."""
        if not steps or value is None:
            return value
        if isinstance(value, list):
            return [self.open(each, steps) for each in value]
        step, *rest = steps
        return {**value, step: self.open(self._whole(value, step), rest)}

    def _whole(self, parent: Json, step: str) -> Any:
        kind = str(parent.get("object", ""))
        if kind in ("list", "search_result") and step == "data":
            return parent["data"]
        if (kind, step) in self._included and step not in parent:
            return self._included[kind, step](self._store, parent)
        value = parent.get(step)
        if isinstance(value, dict) or (value is None and contract.holds_an_object(kind, step)):
            return value
        if kind and not contract.expandable(kind, step):
            raise refusal("expand-known", path=self._path)
        if isinstance(value, list):
            return [self._found(each) for each in value]
        return self._found(value)

    def _found(self, value: Any) -> Any:
        """The object with an id; what is behind an id that is none stays as it is."""
        found = self._store.find_any(value) if isinstance(value, str) else None
        if found is not None:
            contract.check_object(found)
        return found or value
