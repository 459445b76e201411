"""The same requests through every door get the same answers."""

from __future__ import annotations

import hashlib
import hmac
import html
import re
import time
from pathlib import Path
from typing import Any

import pytest
import requests
import yaml

from tests.functions.conftest import ENTRIES, SITE
from tests.serving import ClientAt
from yhdessa.catalogue import Catalogue
from yhdessa.giving.settings import BadSettings
from yhdessa.sandbox import Sandbox

ROWS = yaml.safe_load(Path(__file__).with_name("door_requests.yml").read_text("utf-8"))
FORM = "application/x-www-form-urlencoded"
EVENT = '{"id": "evt_1", "type": "checkout.session.completed", "livemode": false, "data": "Åsa 💶"}'.encode()


def sent(row: dict[str, Any]) -> tuple[str, dict[str, str], bytes]:
    """Method, headers and body of a row."""
    if "event" in row:
        return "POST", {"Content-Type": "application/json", **signature(row["event"])}, EVENT
    for name, kind in (("form", FORM), ("json", "application/json")):
        if name in row:
            body = row[name]
            return "POST", {"Content-Type": kind}, b"x" * body if isinstance(body, int) else body.encode()
    return "GET", {}, b""


def signature(kind: str) -> dict[str, str]:
    now = int(time.time())
    digest = hmac.new(b"whsec_sandbox", f"{now}.".encode() + EVENT, hashlib.sha256).hexdigest()
    headers = {"right": f"t={now},v1={digest}", "wrong": f"t={now},v1={digest[::-1]}", "ä": f"t={now},v1=ä"}
    return {"Stripe-Signature": headers[kind]} if kind in headers else {}


@pytest.mark.parametrize("row", [pytest.param(row, id=row["name"]) for row in ROWS])
def test_every_door_gives_the_same_answer(
    row: dict[str, Any], door: Any, catalogue: Catalogue, sandbox: Sandbox
) -> None:
    method, headers, body = sent(row)
    answer = door(method, row["path"], row.get("query", ""), headers, body)
    assert answer.status == row["status"]
    assert answer.headers["cache-control"] == "no-store"
    if "goes_to" in row:
        assert answer.headers["location"].startswith(f"{sandbox.settings.public_url}/checkout/cs_test_")
    if "text" in row:
        told = re.sub('"[0-9a-f]{16}"', '"VERSION"', answer.text)
        assert (told, answer.headers["content-type"]) == (row["text"], row.get("type", "text/plain"))
    if "language" in row:
        spoken = catalogue.languages[row["language"]]
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        assert f'<html lang="{spoken.donate.tag}">' in answer.text
        assert row.get("kept", "") in answer.text
        if "says" in row:
            assert said(spoken, row["says"]) in html.unescape(answer.text)


def said(spoken: Any, name: str) -> str:
    """A message of the form, or the text of a thank-you page."""
    return str(
        getattr(spoken.words, name) if hasattr(spoken.words, name) else getattr(spoken, name).page.text
    )


def test_a_gift_is_paid_through_every_door(door: Any, catalogue: Catalogue, sandbox: Sandbox) -> None:
    begun = door("POST", "/api/donate", "", {"Content-Type": FORM}, b"language=fi&other_amount=12%2C50")
    checkout = begun.headers["location"]
    pay(checkout)
    answer = door("GET", "/api/thanks", f"language=fi&session={checkout.rpartition('/')[2]}", {}, b"")
    paid = catalogue.languages["fi"].paid.page.text.format(amount="12,50\xa0€")
    assert answer.status == 200
    assert paid in html.unescape(answer.text)


def pay(checkout: str) -> None:
    fields = {"outcome": "paid", "email": "giver@example.org"}
    assert requests.post(checkout, fields, allow_redirects=False, timeout=8).status_code == 303


@pytest.mark.parametrize("path", ["/api/€", "/api/💶", "/api/%E2%82%AC"])
def test_an_address_that_api_gateway_has_decoded_is_an_answer_and_no_crash(path: str, door: Any) -> None:
    """HTTP APIs hand on decoded paths, in which WSGI's Latin-1 has no place for most letters."""
    assert door("GET", path, "", {}, b"").status in (400, 404)


@pytest.mark.parametrize("name", ENTRIES)
def test_a_door_without_settings_does_not_open_and_says_all_that_is_missing(name: str, entry: Any) -> None:
    missing = dict.fromkeys(("SITE_URL", "STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET"))
    with pytest.raises(BadSettings) as refused:
        entry(name, **missing)
    assert re.findall(r"^[A-Z_]+ is not set", str(refused.value), re.MULTILINE) == [
        "SITE_URL is not set",
        "STRIPE_SECRET_KEY is not set",
        "STRIPE_WEBHOOK_SECRET is not set",
    ]


@pytest.mark.parametrize("name", ENTRIES)
def test_a_public_site_with_a_test_key_and_a_stand_in_does_not_open(name: str, entry: Any) -> None:
    with pytest.raises(BadSettings) as refused:
        entry(
            name,
            SITE_URL="https://yhdessa.fi/",
            REBUILD_HOOK_URL="https://example.org/hook",
            SITE_SECRET="a" * 32,
            SMTP_URL="smtps://mail.example.org",
        )
    assert str(refused.value).splitlines() == [
        "STRIPE_SECRET_KEY is a test key on a public site: gifts would not arrive",
        "STRIPE_API is set on a public site: gifts would go to a stand-in",
    ]


def test_a_door_without_a_catalogue_does_not_open(entry: Any, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        entry("functions.app", CATALOGUE=str(tmp_path / "none.json"))


def test_no_door_believes_an_address_that_a_visitor_makes_up(door: Any) -> None:
    """Limits count who the host itself was asked by."""

    def send(number: int) -> int:
        headers = {"Content-Type": FORM, "X-Forwarded-For": f"198.51.100.{number}, 192.0.2.1"}
        return int(door("POST", "/api/donate", "", headers, b"language=sv").status)

    assert [send(number) for number in range(33)] == [422] * 30 + [429] * 3


@pytest.mark.parametrize("name", ["functions.aws_lambda", "functions.aws_lambda_companies"])
def test_a_door_for_lambda_is_the_same_application(name: str, entry: Any) -> None:
    behind = entry(name)
    assert behind.app.catalogue.languages.keys() == {"fi", "sv", "en"}
    assert callable(behind.handler)


def test_givers_and_companies_share_nothing_but_their_health(entry: Any) -> None:
    givers, companies = entry("functions.app").app.routes, entry("functions.companies").app.routes
    assert givers.keys() & companies.keys() == {"/api/health"}


def test_a_server_that_stays_answers_everybody(entry: Any) -> None:
    givers, companies = entry("functions.app").app.routes, entry("functions.companies").app.routes
    assert entry("functions.server").app.routes == {**givers, **companies}


@pytest.mark.parametrize(
    ("name", "path"), [("functions.app", "/api/payroll"), ("functions.companies", "/api/donate")]
)
def test_what_another_process_answers_is_not_found(name: str, path: str, entry: Any) -> None:
    answer = ClientAt(entry(name).app, SITE).post(path, data={"language": "sv"})
    assert answer.status_code == 404
