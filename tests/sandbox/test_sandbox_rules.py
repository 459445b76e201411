"""Every rule of rules.yml over HTTP: its examples are refused with its error, the rest is accepted."""

import copy
import re
from typing import Any

import pytest
import stripe

from tests.sandbox.states import Ids, Maker, state
from yhdessa.sandbox import Sandbox, contract, rules, serve_sandbox
from yhdessa.sandbox.rules import Example, Refused, Rule
from yhdessa.sandbox.rules.line_items import smallest_charges

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
    if rule.accepted != [Example()] or "Checkout" in rule.operation
]
RAISED_ELSEWHERE = {
    "metadata-key-without-brackets": "the form cannot be decoded",
    "session-client-reference-length": "the contract",
    "session-custom-text-length": "the contract",
    "session-locale-known": "the contract",
    "product-name-not-empty": "an empty text is refused while it is decoded",
    "descriptor-suffix-length": "the contract",
}
OPERATIONS = {operation.id: operation for operation in contract.operations()}


@pytest.fixture(scope="module")
def moment() -> int:
    return 1_790_000_000


@pytest.fixture(scope="module")
def shared(moment: int) -> Any:
    with serve_sandbox(clock=lambda: moment) as sandbox:
        yield sandbox


def grown(value: Any, moment: int, ids: Ids) -> Any:
    """What the short forms {times, of}, {keys}, {from_now} and $name of rules.yml stand for."""
    match value:
        case {"times": int(times), "of": of}:
            return grown(of, moment, ids) * times
        case {"keys": int(keys)}:
            return {f"key{n}": "x" for n in range(keys)}
        case {"from_now": int(seconds)}:
            return moment + seconds
        case dict():
            return {name: grown(child, moment, ids) for name, child in value.items()}
        case list():
            return [grown(child, moment, ids) for child in value]
        case str() if value.startswith("$"):
            return ids[value[1:]]
    return value


def changed(base: dict[str, Any], changes: dict[str, Any], moment: int, ids: Ids) -> dict[str, Any]:
    """The base request with the changes of an example; null takes a parameter out."""
    params = copy.deepcopy(base)
    for path, value in changes.items():
        *parents, last = [int(p) if p.isdecimal() else p for p in re.findall(r"[^\[\]]+", path)]
        place: Any = params
        for parent in parents:
            if isinstance(place, list) and parent == len(place):
                place.append({})
            place = place[parent] if isinstance(parent, int) else place.setdefault(parent, {})
        if value is None:
            del place[last]
        else:
            place[last] = value
    grown_up: dict[str, Any] = grown(params, moment, ids)
    return grown_up


def snapshot(sandbox: Sandbox, ids: Ids) -> Any:
    """How many objects there are of each kind, and what the objects of a state are like."""
    store = sandbox.account.store
    counts = {kind: sum(1 for _ in store.newest_first(kind)) for kind in store.kinds()}
    return counts, copy.deepcopy([store.find_any(each) for each in ids.values()])


def ask(client: stripe.StripeClient, sandbox: Sandbox, rule: Rule, example: Example, moment: int) -> Any:
    """Do what the operation does, in the state and the way of the example; the answer and the ids."""
    operation = OPERATIONS[example.operation or rule.operation]
    maker = Maker(client.v1, sandbox.settings.public_url, moment)
    ids = state(maker, example.given or BOOK.given.get(operation.id, "nothing"))
    arguments = {**dict.fromkeys(re.findall(r"{(\w+)}", operation.path), "x_1"), **ids}
    params = changed(BOOK.base.get(operation.id, {}), example.set, moment, ids)
    options = {}
    if example.idempotency_key is not None:
        options["idempotency_key"] = grown(example.idempotency_key, moment, ids)
    before = snapshot(sandbox, ids)
    try:
        answer = client.raw_request(
            operation.method.lower(), operation.path.format(**arguments), **params, **options
        )
    except stripe.StripeError as error:
        assert snapshot(sandbox, ids) == before, "a refused request has left something behind"
        return error, ids
    return answer, ids


@pytest.mark.parametrize(("rule", "example"), REFUSED)
def test_a_request_that_breaks_a_rule_is_refused_with_its_error(
    rule: Rule, example: Refused, shared: Sandbox, connect: Any, moment: int
) -> None:
    refused, ids = ask(connect(shared.settings.public_url), shared, rule, example, moment)
    assert isinstance(refused, stripe.InvalidRequestError), refused
    error = refused.json_body["error"]
    told, values = rule.error, grown(example.values, moment, ids)
    assert refused.http_status == 400
    assert {name: error.get(name) for name in ("type", "code", "param", "message")} == {
        "type": told.type,
        "code": told.code,
        "param": told.param.format(**values) if told.param else None,
        "message": told.message.format(**values),
    }


@pytest.mark.parametrize(("rule", "example"), ACCEPTED)
def test_a_request_that_just_keeps_a_rule_is_accepted(
    rule: Rule, example: Example, shared: Sandbox, connect: Any, moment: int
) -> None:
    answer, _ = ask(connect(shared.settings.public_url), shared, rule, example, moment)
    assert not isinstance(answer, stripe.StripeError), answer
    assert answer.data


def test_every_rule_has_a_condition_or_a_known_place_where_it_is_raised(project: Any) -> None:
    written = {rule.id for rule in BOOK.rules}
    code = "\n".join(
        file.read_text("utf-8") for file in sorted((project / "yhdessa" / "sandbox").rglob("*.py"))
    )
    by_state = set(re.findall(r'refusal\(\s*"([a-z0-9-]+)"', code))
    assert by_state <= written
    assert written == set(rules.CONDITIONS) | set(RAISED_ELSEWHERE) | by_state
    assert not set(RAISED_ELSEWHERE) & (set(rules.CONDITIONS) | by_state)


def test_every_rule_has_its_own_id_operations_of_the_contract_and_a_source_at_stripe() -> None:
    ids = [rule.id for rule in BOOK.rules]
    assert len(ids) == len(set(ids)) >= 75
    for rule in BOOK.rules:
        assert rule.operation in OPERATIONS, rule.id
        assert {each.operation for each in rule.refused if each.operation} <= set(OPERATIONS), rule.id
        assert rule.source.url.startswith("https://docs.stripe.com/"), rule.id
        assert rule.source.title, rule.id
        assert rule.refused, rule.id


@pytest.mark.parametrize("currency", smallest_charges())
def test_the_smallest_charge_of_a_currency_is_accepted_and_one_less_is_not(
    currency: str, shared: Sandbox, connect: Any, moment: int
) -> None:
    maker = Maker(connect(shared.settings.public_url).v1, shared.settings.public_url, moment)
    smallest = smallest_charges()[currency]

    def line(amount: int) -> dict[str, Any]:
        priced = {"currency": currency, "unit_amount": amount, "product_data": {"name": "A gift"}}
        return {"quantity": 1, "price_data": priced}

    assert maker.open_session(line_items=[line(smallest)])["session"]
    with pytest.raises(stripe.InvalidRequestError, match=f"at least {smallest} "):
        maker.open_session(line_items=[line(smallest - 1)])
