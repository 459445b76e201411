"""The webhook believes a message only when it is Stripe's, as it was signed, and from now."""

from __future__ import annotations

import hashlib
import hmac
import http.client
import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from werkzeug.test import Client

from yhdessa.giving.events import BadSignature, Event, read_event

NOW = 1_790_000_000
SECRETS = ("whsec_first", "whsec_second")
BODY = b'{"id": "evt_1", "type": "checkout.session.completed", "livemode": false}'
MOMENTS = {
    "now": NOW,
    "old": NOW - 300,
    "young": NOW + 300,
    "past": NOW - 301,
    "future": NOW + 301,
}


def table(name: str) -> list[Any]:
    rows = yaml.safe_load(Path(__file__).with_name(name).read_text("utf-8"))
    return [pytest.param(row, id=row["name"]) for row in rows]


def sign(body: bytes, secret: str = SECRETS[0], at: int = NOW) -> str:
    """What https://docs.stripe.com/webhooks#verify-manually prescribes, written independently of the code."""
    return hmac.new(secret.encode(), str(at).encode() + b"." + body, hashlib.sha256).hexdigest()


def header(row: dict[str, Any]) -> str | None:
    at = MOMENTS[row.get("at", "now")]
    v1 = sign(BODY, "whsec_nobodys" if row.get("signed") == "foreign" else SECRETS[0], at)
    made = {
        **MOMENTS,
        "v1": v1,
        "V1": v1.upper(),
        "half": v1[:32],
        "other": sign(BODY, SECRETS[1]),
        "foreign": sign(BODY, "whsec_nobodys"),
        "altered": sign(BODY + b" "),
        "v0": hashlib.sha256(BODY).hexdigest(),
        "many": f",v1={'0' * 64}" * 100,
    }
    return None if row["header"] is None else str(row["header"].format(**made))


@pytest.fixture
def door(house: Any) -> Client:
    """The functions with two secrets and a clock that stands still."""
    return Client(house.app(clock=lambda: float(NOW), webhook_secrets=SECRETS))


def send(door: Client, body: bytes, signature: str | None) -> Any:
    headers = {} if signature is None else {"Stripe-Signature": signature}
    return door.post("/api/stripe-webhook", data=body, content_type="application/json", headers=headers)


@pytest.mark.parametrize("row", table("signatures.yml"))
def test_a_signature_is_right_or_its_message_has_no_effect(
    row: dict[str, Any], door: Client, logged: Any
) -> None:
    answer = send(door, BODY, header(row))
    [line] = logged()
    if "refused" in row:
        assert (answer.status_code, answer.text) == (400, "bad signature\n")
        assert (line["outcome"], line["reason"]) == ("bad_signature", row["refused"])
    else:
        assert (answer.status_code, answer.text) == (200, "ok\n")
        assert (line["outcome"], line["type"], line["event"]) == (
            "event",
            "checkout.session.completed",
            "evt_1",
        )


@pytest.mark.parametrize("row", table("events.yml"))
def test_a_message_that_is_rightly_signed_is_an_event_of_this_mode_or_is_refused(
    row: dict[str, Any], door: Client, logged: Any
) -> None:
    body = row["body"].encode()
    assert send(door, body, f"t={NOW},v1={sign(body)}").status_code == row["status"]
    [line] = logged()
    assert {key: line.get(key) for key in row["log"]} == row["log"]


@pytest.mark.parametrize(
    "body",
    [
        b"\xff\xfe\x00",
        b"\x80 no UTF-8",
        b"[" * 60_000,
        b'{"a":' * 10_000,
        b'{"id": ' + b"1" * 5_000 + b', "type": "a.b", "livemode": false}',
    ],
    ids=[
        "a mark of another encoding",
        "no UTF-8",
        "lists in lists",
        "objects in objects",
        "a very long number",
    ],
)
def test_a_message_that_python_cannot_read_is_refused_even_when_it_is_signed(
    body: bytes, door: Client
) -> None:
    assert send(door, body, f"t={NOW},v1={sign(body)}").status_code == 400


@pytest.mark.parametrize(
    "altered",
    [
        BODY.replace(b"evt_1", b"evt_2"),
        BODY + b"\n",
        b" " + BODY,
        json.dumps(json.loads(BODY), separators=(",", ":")).encode(),
        json.dumps(json.loads(BODY), sort_keys=True, indent=2).encode(),
        BODY.decode().encode("utf-16"),
        b"",
    ],
    ids=["altered", "a line end", "a space", "closer", "sorted", "another encoding", "nothing"],
)
def test_a_body_that_is_not_byte_for_byte_as_it_was_signed_is_refused(altered: bytes, door: Client) -> None:
    assert altered != BODY
    assert send(door, BODY, f"t={NOW},v1={sign(BODY)}").status_code == 200
    assert send(door, altered, f"t={NOW},v1={sign(BODY)}").status_code == 400


@pytest.mark.parametrize(
    ("key", "livemode", "status"),
    [
        ("sk_test_x", "false", 200),
        ("sk_test_x", "true", 400),
        ("rk_test_x", "false", 200),
        ("rk_live_x", "true", 200),
        ("sk_live_x", "true", 200),
        ("rk_live_x", "false", 400),
        ("rk_live_x", '"true"', 400),
        ("rk_live_x", "1", 400),
        ("rk_live_x", "null", 400),
    ],
)
def test_an_event_of_the_other_mode_is_refused(key: str, livemode: str, status: int, house: Any) -> None:
    app = house.app(clock=lambda: float(NOW), webhook_secrets=SECRETS, stripe_secret_key=key)
    body = b'{"id": "evt_1", "type": "a.b", "livemode": %s}' % livemode.encode()
    answer = send(Client(app), body, f"t={NOW},v1={sign(body)}")
    assert (answer.status_code, answer.text) == (status, "ok\n" if status == 200 else "wrong mode\n")


def test_the_same_event_is_accepted_again(door: Client) -> None:
    """Stripe delivers at least once; the ledger, not the webhook, counts."""
    signature = f"t={NOW},v1={sign(BODY)}"
    assert [send(door, BODY, signature).status_code for _ in range(2)] == [200, 200]


@pytest.mark.parametrize("clock", [NOW + 0.999, NOW - 0.5])
def test_the_clock_may_stand_between_two_seconds(clock: float) -> None:
    event = read_event(BODY, f"t={NOW},v1={sign(BODY)}", SECRETS, clock)
    assert event == Event("evt_1", "checkout.session.completed", livemode=False, changes_totals=True)


def test_without_secrets_nothing_is_believed() -> None:
    with pytest.raises(BadSignature, match=r"^no signature is right$"):
        read_event(BODY, f"t={NOW},v1={sign(BODY, '')}", (), NOW)


@pytest.mark.parametrize("value", [b"t=1,v1=\xc3\xa4\xff", b"t=\xb2,v1=" + b"0" * 64, b"\x01", b"a" * 8000])
def test_bytes_of_any_kind_in_the_header_are_refused_over_a_real_socket(value: bytes, house: Any) -> None:
    connection = http.client.HTTPConnection(urlsplit(house.url).netloc, timeout=8)
    try:
        connection.request("POST", "/api/stripe-webhook", BODY, {"Stripe-Signature": value})
        answer = connection.getresponse()
        assert (answer.status, answer.read()) == (400, b"bad signature\n")
    finally:
        connection.close()
