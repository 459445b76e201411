"""Stripe's search query language. Source: "Search", https://docs.stripe.com/search.

``metadata['goal']:'roof' AND -status:'void'``: clauses of a field, an operator and a value, joined by AND or
by OR but never by both, ten at most. ``:`` is equality (without regard to case for text), ``~`` a part of
three or more letters, ``< > <= >=`` are for numbers, ``-`` says not, and ``null`` in place of a value asks
whether there is none.
"""

import base64
import binascii
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from yhdessa.sandbox.account import Account
from yhdessa.sandbox.rules import refusal
from yhdessa.sandbox.settings import Json

MOST_CLAUSES = 10


def _fields(texts: str, numbers: str) -> dict[str, str]:
    return {
        **dict.fromkeys(texts.split(), "text"),
        **dict.fromkeys(numbers.split(), "number"),
        "metadata": "metadata",
    }


FIELDS: dict[str, dict[str, str]] = {
    "customer": _fields("email name phone", "created"),
    "invoice": _fields("currency customer number receipt_number status subscription", "created total"),
    "payment_intent": _fields("currency customer status", "amount created"),
    "price": _fields("active currency lookup_key product type", ""),
    "product": _fields("active description name shippable url", ""),
    "subscription": _fields("status", "canceled_at created"),
}
"""What can be asked of each kind; the tables of query fields on the page named above."""

_CLAUSE = re.compile(
    r"""\s*(?P<minus>-?)(?P<field>[a-z_]+)(\[(?P<quote>["'])(?P<key>.*?)(?P=quote)\])?\s*"""
    r"""(?P<operator>:|~|>=|<=|>|<)\s*(?P<value>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|null\b|[\w.-]+)\s*"""
)
_JOINT = re.compile(r"(AND|OR)\b|(?=\S)", re.IGNORECASE)


@dataclass(frozen=True)
class Clause:
    """One condition; ``value`` None asks whether there is nothing."""

    field: str
    key: str | None
    operator: str
    value: str | None
    negated: bool


def searched(
    account: Account, kind: str, params: Json, exists: Callable[[Json], bool] = lambda _: True
) -> Json:
    """One page of the objects of a kind that a query finds, newest first, as Stripe's ``search_result``.

    With the fault ``search_lag`` what is younger than its ``seconds`` is not found yet, as it may be at
    Stripe.
    """
    joint, clauses = parse_query(params["query"], FIELDS[kind])
    limit, start = params.get("limit", 10), _start_of(params)
    lag = account.faults.take("search_lag")
    youngest = account.now() - lag.seconds if lag else None
    found = [
        each
        for each in account.store.newest_first(kind)
        if exists(each)
        and (youngest is None or each["created"] <= youngest)
        and joint(_holds(clause, each) for clause in clauses)
    ]
    more = len(found) > start + limit
    return {
        "object": "search_result",
        "data": found[start : start + limit],
        "has_more": more,
        "next_page": _page_at(start + limit) if more else None,
        "url": f"/v1/{kind}s/search",
    }


def parse_query(query: str, fields: dict[str, str]) -> tuple[Callable[[Any], bool], list[Clause]]:
    """A query -> ``all`` or ``any``, and its clauses; raises the ``StripeError`` for what cannot be asked."""
    clauses: list[Clause] = []
    joints: set[str] = set()
    place = 0
    while place < len(query) or not clauses:
        match = _CLAUSE.match(query, place)
        if match is None:
            raise refusal("search-query-syntax", place=place)
        clauses.append(_clause(match, fields))
        place = match.end()
        joint = _JOINT.match(query, place)
        if joint is not None:
            joints.add((joint[1] or "AND").upper())
            place = joint.end()
            if joint[1] and place >= len(query):
                raise refusal("search-query-syntax", place=place)
    if len(joints) > 1:
        raise refusal("search-and-or-or")
    if len(clauses) > MOST_CLAUSES:
        raise refusal("search-ten-clauses", count=len(clauses))
    return (any if joints == {"OR"} else all), clauses


def _clause(match: re.Match[str], fields: dict[str, str]) -> Clause:
    field, key, operator = match["field"], match["key"], match["operator"]
    kind = fields.get(field)
    if kind is None or (kind == "metadata") != (key is not None):
        raise refusal("search-field-known", field=field)
    if operator in ("<", ">", "<=", ">=") and kind != "number":
        raise refusal("search-numbers-compared", operator=operator, field=field)
    raw = match["value"]
    value = None if raw == "null" else re.sub(r"\\(.)", r"\1", raw[1:-1]) if raw[0] in "\"'" else raw
    if kind == "number" and (value is None or not re.fullmatch(r"-?[0-9]{1,18}", value)):
        raise refusal("search-query-syntax", place=match.start("value"))
    if operator == "~" and (kind == "number" or value is None or len(value) < 3):
        raise refusal("search-part-of-three", field=field)
    return Clause(field, key, operator, value, bool(match["minus"]))


def _holds(clause: Clause, stripe_object: Json) -> bool:
    return _compared(clause, _value(clause, stripe_object)) != clause.negated


def _value(clause: Clause, stripe_object: Json) -> Any:
    if clause.key is not None:
        return stripe_object["metadata"].get(clause.key)
    if clause.field == "subscription":
        return ((stripe_object["parent"] or {}).get("subscription_details") or {}).get("subscription")
    return stripe_object.get(clause.field)


def _compared(clause: Clause, seen: Any) -> bool:
    if clause.value is None or seen is None:
        return seen is None and clause.value is None
    if clause.operator in ("<", ">", "<=", ">="):
        wanted = int(clause.value)
        return bool(
            {"<": seen < wanted, ">": seen > wanted, "<=": seen <= wanted, ">=": seen >= wanted}[
                clause.operator
            ]
        )
    text, wanted_text = str(seen).casefold(), clause.value.casefold()
    return wanted_text in text if clause.operator == "~" else text == wanted_text


def _page_at(start: int) -> str:
    return base64.urlsafe_b64encode(f"from {start}".encode()).decode()


def _start_of(params: Json) -> int:
    try:
        told = base64.urlsafe_b64decode(params["page"]).decode() if "page" in params else "from 0"
        return int(told.removeprefix("from "))
    except (ValueError, binascii.Error):
        raise refusal("search-page-known") from None
