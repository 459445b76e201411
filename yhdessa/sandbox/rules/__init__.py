"""Stripe's rules that its schema cannot say: words and sources in ``rules.yml``, conditions in Python.

A condition has the id of its rule in ``rules.yml``; it looks at the parameters and yields, for each offence,
the values that the rule's message and ``param`` name. The first offence in the order of the file is answered.
"""

from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import msgspec

from yhdessa.sandbox.errors import StripeError
from yhdessa.sandbox.rules import (  # noqa: F401 - they fill CONDITIONS
    checkout_sessions,
    customers,
    invoices,
    line_items,
    lists,
    metadata,
    payments,
    prices,
    subscriptions,
)
from yhdessa.sandbox.rules.condition import CONDITIONS, Asked
from yhdessa.sandbox.settings import Json

LONGEST_IDEMPOTENCY_KEY = 255


class Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The error of a rule; ``message`` and ``param`` may have places such as ``{index}``."""

    message: str
    type: str = "invalid_request_error"
    code: str | None = None
    param: str | None = None


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The page of Stripe's documentation that says so; ``remark``: where the sandbox is stricter."""

    title: str
    url: str
    remark: str = ""


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A change to the base request: ``set`` maps parameters, as Stripe writes them, to values or null.

    ``given`` names the state of the account in which it is made, if that is not the operation's usual one;
    ``operation`` is another one than the rule's first.
    """

    set: Json = {}
    given: str | None = None
    operation: str | None = None
    idempotency_key: str | Json | None = None


class Refused(Example, frozen=True, forbid_unknown_fields=True):
    """An example that breaks the rule, with what its message and ``param`` name."""

    values: Json = {}


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule of ``rules.yml``; ``also`` are patterns of further operations that it holds for."""

    id: str
    operation: str
    when: str
    error: Told
    source: Source
    refused: list[Refused]
    also: list[str] = []
    accepted: list[Example] = msgspec.field(default_factory=lambda: [Example()])


class RuleBook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of ``rules.yml``: each operation's base request and usual state, and the rules in the order of
    trying.
    """

    base: dict[str, Json]
    given: dict[str, str]
    rules: list[Rule]


@cache
def rule_book() -> RuleBook:
    """``rules.yml``, read once."""
    return msgspec.yaml.decode((Path(__file__).parent.parent / "rules.yml").read_bytes(), type=RuleBook)


def refusal(rule_id: str, **values: object) -> StripeError:
    """The error of a rule, its places filled in."""
    told = _by_id()[rule_id].error
    param = told.param.format(**values) if told.param else None
    return StripeError(told.message.format(**values), told.type, told.code, param)


def check(operation_id: str, params: Json, now: int) -> None:
    """Raise the error of the first rule that the parameters break; ``now`` in seconds since 1970."""
    for rule in _rules_of(operation_id):
        for values in CONDITIONS[rule.id](Asked(params, now)):
            raise refusal(rule.id, **values)


def check_idempotency_key(key: str) -> None:
    """Raise the error for a key that is too long."""
    if len(key) > LONGEST_IDEMPOTENCY_KEY:
        raise refusal("idempotency-key-length", length=len(key))


@cache
def _rules_of(operation_id: str) -> list[Rule]:
    """The rules with a condition that hold for an operation, in the order of the file."""

    def holds(rule: Rule) -> bool:
        return any(fnmatchcase(operation_id, each) for each in (rule.operation, *rule.also))

    return [rule for rule in rule_book().rules if rule.id in CONDITIONS and holds(rule)]


@cache
def _by_id() -> dict[str, Rule]:
    return {rule.id: rule for rule in rule_book().rules}
