"""Every rule of rules.yml over HTTP: its examples are refused with its error, the rest is accepted."""

import copy
import re
from typing import Any

import pytest
import requests
import stripe

from yhdessa.sandbox import Sandbox, contract, rules, serve_sandbox
from yhdessa.sandbox.rules import Example, Refused, Rule

BOOK = rules.rule_book()
REFUSED = [
    pytest.param(rule, each, id=f"{rule.id}-{n}")
    for rule in BOOK.rules
    for n, each in enumerate(rule.refused)
]
ACCEPTED = [
    pytest.param(rule, each, id=f"{rule.id}-{n}")
    for rule in BOOK.rules
    for n, each in enumerate(rule.accepted)
]
RAISED_ELSEWHERE = {
    "idempotency-key-length": "a header, checked before the parameters",
    "session-expire-only-open": "a state, known to the resource",
    "metadata-key-without-brackets": "the form cannot be decoded",
    "session-client-reference-length": "the contract",
    "session-custom-text-length": "the contract",
    "session-locale-known": "the contract",
    "product-name-not-empty": "an empty text is refused while it is decoded",
    "descriptor-suffix-length": "the contract",
}


@pytest.fixture(scope="module")
def moment() -> int:
    return 1_790_000_000


@pytest.fixture(scope="module")
def shared(moment: int) -> Any:
    with serve_sandbox(clock=lambda: moment) as sandbox:
        yield sandbox


def grown(value: Any, moment: int) -> Any:
    """What the short forms {times, of}, {keys} and {from_now} of rules.yml stand for."""
    match value:
        case {"times": int(times), "of": of}:
            return of * times
        case {"keys": int(keys)}:
            return {f"key{n}": "x" for n in range(keys)}
        case {"from_now": int(seconds)}:
            return moment + seconds
        case dict():
            return {name: grown(child, moment) for name, child in value.items()}
    return value


def changed(base: dict[str, Any], changes: dict[str, Any], moment: int) -> dict[str, Any]:
    params = copy.deepcopy(base)
    for path, value in changes.items():
        *parents, last = [int(p) if p.isdecimal() else p for p in re.findall(r"[^\[\]]+", path)]
        place: Any = params
        for parent in parents:
            place = place[parent] if isinstance(parent, int) else place.setdefault(parent, {})
        if value is None:
            del place[last]
        else:
            place[last] = grown(value, moment)
    return params


def ask(client: stripe.StripeClient, sandbox: Sandbox, rule: Rule, example: Example, moment: int) -> Any:
    """Do what the rule's operation does, in the way of the example."""
    sessions = client.v1.checkout.sessions
    if rule.operation == "PostCheckoutSessions":
        params = changed(BOOK.base[rule.operation], example.set, moment)
        options = (
            {"idempotency_key": grown(example.idempotency_key, moment)} if example.idempotency_key else {}
        )
        return sessions.create(params=params, options=options)
    assert rule.operation == "PostCheckoutSessionsSessionExpire"
    session = sessions.create(params=BOOK.base["PostCheckoutSessions"])
    if example.session == "complete":
        answer = requests.post(session.url, {"email": "a@example.org"}, allow_redirects=False, timeout=8)
        assert answer.status_code == 303
    if example.session == "expired":
        sessions.expire(session.id)
    return sessions.expire(session.id)


@pytest.mark.parametrize(("rule", "example"), REFUSED)
def test_a_request_that_breaks_a_rule_is_refused_with_its_error(
    rule: Rule, example: Refused, shared: Sandbox, connect: Any, moment: int
) -> None:
    with pytest.raises(stripe.InvalidRequestError) as refused:
        ask(connect(shared.settings.public_url), shared, rule, example, moment)
    error = refused.value.json_body["error"]
    told = rule.error
    assert refused.value.http_status == 400
    assert {name: error.get(name) for name in ("type", "code", "param", "message")} == {
        "type": told.type,
        "code": told.code,
        "param": told.param.format(**example.values) if told.param else None,
        "message": told.message.format(**example.values),
    }


@pytest.mark.parametrize(("rule", "example"), ACCEPTED)
def test_a_request_that_just_keeps_a_rule_is_accepted(
    rule: Rule, example: Example, shared: Sandbox, connect: Any, moment: int
) -> None:
    assert (
        ask(connect(shared.settings.public_url), shared, rule, example, moment).object == "checkout.session"
    )


def test_every_rule_has_a_condition_or_a_known_place_where_it_is_raised() -> None:
    written = {rule.id for rule in BOOK.rules}
    assert written == set(rules.CONDITIONS) | set(RAISED_ELSEWHERE)
    assert not set(rules.CONDITIONS) & set(RAISED_ELSEWHERE)


def test_every_rule_has_its_own_id_an_operation_of_the_contract_and_a_source_at_stripe() -> None:
    ids = [rule.id for rule in BOOK.rules]
    assert len(ids) == len(set(ids))
    operations = {operation.id for operation in contract.operations()}
    for rule in BOOK.rules:
        assert rule.operation in operations, rule.id
        assert rule.source.url.startswith("https://docs.stripe.com/"), rule.id
        assert rule.source.title, rule.id
        assert rule.refused, rule.id
