"""The webhook asks for a build of the site where sums have changed, and Stripe tells again what failed."""

from __future__ import annotations

import hashlib
import hmac
import json
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from werkzeug.wrappers import Request, Response

from yhdessa.giving import rebuild, webhook

ROWS = yaml.safe_load(Path(__file__).with_name("rebuilds.yml").read_text("utf-8"))
PAID = {"payment_status": "paid", "mode": "payment"}


@dataclass
class Host:
    """Where the site is published: notes who asks for a build, and answers with `status`."""

    status: int = 201
    seconds: float = 0.0
    asked: list[tuple[str, str, bytes]] = field(default_factory=list)

    def __call__(self, environ: Any, start_response: Any) -> Any:
        request = Request(environ)
        self.asked.append((request.method, request.full_path, request.get_data()))
        time.sleep(self.seconds)
        headers = {"Location": "/elsewhere"} if self.status in (302, 307) else {}
        return Response("", self.status, headers)(environ, start_response)


@pytest.fixture
def host(serve: Any) -> Iterator[tuple[Host, str]]:
    site = Host()
    with serve(site) as url:
        yield site, f"{url}/hook?token=secret_x"


def tell(house: Any, hook: str | None, kind: str, data: Any, name: str = "evt_1") -> Any:
    """What Stripe is answered to a rightly signed event."""
    event = {"id": name, "type": kind, "livemode": False, "data": {"object": data}}
    body, now = json.dumps(event).encode(), int(time.time())
    digest = hmac.new(b"whsec_sandbox", f"{now}.".encode() + body, hashlib.sha256).hexdigest()
    client = house.client(house.app(rebuild_hook_url=hook))
    return client.post("/api/stripe-webhook", data=body, headers={"Stripe-Signature": f"t={now},v1={digest}"})


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['type']} {row['data']}")
def test_a_build_is_asked_for_once_where_sums_change_and_never_else(
    row: dict[str, Any], house: Any, host: Any, logged: Any
) -> None:
    site, hook = host
    answer = tell(house, hook, row["type"], row["data"])
    assert (answer.status_code, answer.text) == (200, "ok\n")
    assert site.asked == ([("POST", "/hook?token=secret_x", b"{}")] if row["asked"] else [])
    assert logged()[0]["outcome"] == ("rebuild_asked" if row["asked"] else "event")


@pytest.mark.parametrize("data", [None, [], "paid", 17, {"payment_status": ["paid"], "mode": "payment"}])
def test_an_event_that_tells_no_more_is_an_event_all_the_same(data: Any, house: Any, host: Any) -> None:
    assert tell(house, host[1], "checkout.session.completed", data).status_code == 200


@pytest.mark.parametrize("status", [302, 307, 400, 401, 404, 429, 500, 503])
def test_when_the_host_takes_no_request_stripe_is_to_tell_again(
    status: int, house: Any, host: Any, logged: Any
) -> None:
    site, hook = host
    site.status = status
    answer = tell(house, hook, "charge.refunded", {})
    assert (answer.status_code, answer.text) == (503, "not rebuilt\n")
    assert len(site.asked) == 1
    [line] = logged()
    assert (line["outcome"], line["event"]) == ("rebuild_not_asked", "evt_1")
    assert "secret_x" not in str(line)
    site.status = 200
    assert tell(house, hook, "charge.refunded", {}).status_code == 200


def test_when_the_host_is_not_there_stripe_is_to_tell_again(house: Any) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        hook = f"http://127.0.0.1:{nobody.getsockname()[1]}/hook"
        assert tell(house, hook, "charge.refunded", {}).status_code == 503


def test_a_host_that_does_not_answer_is_not_waited_for(
    house: Any, host: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, hook = host
    site.seconds = 2.0

    def hastily(url: str) -> None:
        rebuild.ask_for_rebuild(url, patience=0.3)

    monkeypatch.setattr(webhook, "ask_for_rebuild", hastily)
    begun = time.monotonic()
    assert tell(house, hook, "charge.refunded", {}).status_code == 503
    assert time.monotonic() - begun < 1.5


def test_the_same_event_twice_asks_twice_which_does_no_harm(house: Any, host: Any) -> None:
    """Nothing is remembered, so that nothing can be remembered wrongly: a build too many changes no sum."""
    site, hook = host
    assert [tell(house, hook, "invoice.paid", {}).status_code for _ in range(2)] == [200, 200]
    assert len(site.asked) == 2


def test_without_a_hook_nobody_is_asked(house: Any, logged: Any) -> None:
    assert tell(house, None, "checkout.session.completed", PAID).status_code == 200
    assert logged()[0]["outcome"] == "event"


def test_what_is_not_stripes_asks_for_nothing(house: Any, host: Any) -> None:
    site, hook = host
    client = house.client(house.app(rebuild_hook_url=hook))
    body = json.dumps({"id": "evt_1", "type": "charge.refunded", "livemode": False})
    assert client.post("/api/stripe-webhook", data=body).status_code == 400
    assert site.asked == []


def test_a_gift_that_is_paid_in_the_sandbox_asks_for_one_build(
    house: Any, host: Any, visit: Any, serve: Any
) -> None:
    """Two events come of it, of which one changes sums."""
    site, hook = host
    app = house.app(rebuild_hook_url=hook)
    began = house.running.desk
    house.running.desk = app.desk
    try:
        visitor = visit(house.url)
        visitor.pay(visitor.donate(language="fi", amount="2000").headers["Location"])
        assert house.sandbox.wait_until_idle()
    finally:
        house.running.desk = began
    assert [each.status for each in house.sandbox.deliveries] == [200, 200]
    assert len(site.asked) == 1
