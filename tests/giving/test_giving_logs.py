"""Logs: a line of JSON for each request, by which a fault can be found and nobody can be."""

from __future__ import annotations

import json
import logging
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from yhdessa import logs
from yhdessa.giving.limits import Limits
from yhdessa.logs import Line, note, note_error

HERE = Path(__file__).parent
#: What a visitor, a proxy or Stripe sends, or we keep to ourselves: none of it may stand in a log.
PRIVATE = (
    *(
        "Aino",
        "giver@example.org",
        "040 123 4567",
        "198.51.100.77",
        "2001:db8:aa",
        "evil.example",
        "secret_x",
    ),
    *("sk_test", "whsec", "v1=", "Mozilla", "session=", "cookie_x", "12345,67"),
)
KNOWN = {"time", "id", "status", "ms", "route", "outcome"}
FACTS = {
    *("wrong", "stripe", "stripe_status", "stripe_code", "error", "at", "reason", "event", "type"),
    "limits_store",
}


def test_a_line_says_what_became_of_a_request(house: Any, visitor: Any, logged: Any) -> None:
    answer = visitor.donate(language="fi", amount="2000")
    [line] = logged()
    assert (line["route"], line["status"], line["outcome"]) == ("/api/donate", 303, "to_payment")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", line["time"])
    assert line["ms"] > 0
    assert line["stripe"].startswith("req_")
    assert line["id"] == answer.headers["X-Request-Id"]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a1b2c3d4-e5f6", True),
        ("Root=1-67891233-abcdef", False),
        ("short", False),
        ("x" * 65, False),
        ("giver@example.org", False),
        ('abcdefgh"}{', False),
        ("", False),
    ],
)
def test_the_id_that_a_proxy_gave_is_kept_when_it_looks_like_one(
    given: str, kept: bool, visitor: Any, logged: Any
) -> None:
    answer = visitor.get("/api/health", headers={"X-Request-Id": given})
    [line] = logged()
    assert answer.headers["X-Request-Id"] == line["id"]
    assert (line["id"] == given) is kept
    assert kept or re.fullmatch("[0-9a-f]{32}", line["id"])


def test_every_request_of_the_tables_leaves_one_line_and_nothing_of_whoever_sent_it(
    house: Any,
    visitor: Any,
    logged: Any,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Forms, tampered forms, faults and forged events, sent by somebody with much to hide."""
    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(house.running, "limits", Limits(rates=()))
    headers = {
        "User-Agent": "Mozilla/5.0 Aino",
        "X-Forwarded-For": "198.51.100.77, 2001:db8:aa::1",
        "Cookie": "cookie_x=1",
        "Referer": f"{house.url}/sv/?name=Aino&email=giver@example.org",
    }
    sent = 0
    for fields, more in requests_of_the_tables():
        fields = {"email": "giver@example.org", "name": "Aino 040 123 4567", **fields}
        answer = visitor.post("/api/donate?email=giver@example.org", fields, headers={**headers, **more})
        assert answer.status_code < 500
        sent += 1
    for fault in ({"kind": "status"}, {"kind": "drop"}, {"kind": "status", "status": 429}):
        house.go_wrong(times=9, **fault)
        fields = {"language": "fi", "other_amount": "12345,67" if sent % 2 else "20", "homepage": ""}
        visitor.post("/api/donate", {**fields, "email": "giver@example.org"}, headers=headers)
        house.sandbox.account.faults.clear()
        sent += 1
    for path in (
        "/api/thanks?session=cs_test_a1b2c3d4e5f6&email=giver@example.org",
        "/api/Aino",
        "/api/health",
    ):
        visitor.get(path, headers=headers)
        sent += 1
    for signature in ("t=1,v1=" + "0" * 64, "whsec_x", "t=1"):
        visitor.post(
            "/api/stripe-webhook", b'{"email": "giver@example.org"}', headers={"Stripe-Signature": signature}
        )
        sent += 1
    lines = logged()
    assert len(lines) == sent
    assert {"form_again", "to_payment", "stripe_unavailable", "bad_signature"} <= {
        line["outcome"] for line in lines
    }
    assert all(KNOWN <= set(line) <= KNOWN | FACTS for line in lines)
    told = "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    assert [text for text in PRIVATE if text in told] == []
    ours = "\n".join(each.getMessage() for each in caplog.records if each.name.startswith("yhdessa.giving"))
    assert [text for text in PRIVATE if text in ours] == []


def requests_of_the_tables() -> list[tuple[dict[str, Any], dict[str, str]]]:
    """Forms and headers of the other tests, those that are whole forms by themselves."""
    rows = []
    for name in ("refused_forms.yml", "tampered_forms.yml"):
        for row in yaml.safe_load((HERE / name).read_text("utf-8")):
            fields = {"amount": "2000"} if name.startswith("tampered") else {}
            rows.append(({**fields, **row.get("fields", {})}, row.get("headers", {})))
    forbidden = {"Host": "evil.example", "Origin": "https://evil.example"}
    return [*rows, *(({}, {name: value}) for name, value in forbidden.items())]


def test_what_is_noted_outside_of_a_request_is_lost_and_no_error() -> None:
    note(outcome="nobody asked")
    note_error(ValueError("nothing"))


def test_an_error_is_told_by_types_and_places(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "yhdessa.giving")
    with Line("", 0.0) as line:
        line.status = 500
        try:
            try:
                raise KeyError("giver@example.org")
            except KeyError as cause:
                raise RuntimeError("Aino") from cause
        except RuntimeError as error:
            note_error(error)
    told = json.loads(caplog.records[-1].getMessage())
    assert (told["time"], told["error"]) == ("1970-01-01T00:00:00.000Z", "RuntimeError < KeyError")
    assert re.fullmatch(r"tests\.giving\.test_giving_logs:\d+", told["at"][-1])
    assert caplog.records[-1].levelno == logging.ERROR


def test_two_requests_at_the_same_time_have_a_line_each(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "yhdessa.giving")
    with Line("request-one", 0.0) as outer:
        note(outcome="one")
        with Line("request-two", 0.0):
            note(outcome="two")
        note(more="of one")
    assert outer.facts == {"outcome": "one", "more": "of one"}
    assert [json.loads(each.getMessage())["outcome"] for each in caplog.records] == ["two", "one"]


def test_a_host_gets_the_lines_on_the_standard_output() -> None:
    code = "\n".join(
        (
            "from yhdessa.logs import Line, note, write_to_output",
            "write_to_output()",
            "with Line('request-1', 1.5) as line:",
            "    note(outcome='tried')",
        )
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    [line] = [json.loads(each) for each in done.stdout.splitlines()]
    assert (line["id"], line["time"], line["outcome"]) == ("request-1", "1970-01-01T00:00:01.500Z", "tried")
    assert done.stderr == ""


def test_a_line_costs_little(caplog: pytest.LogCaptureFixture) -> None:
    """Less than a tenth of a millisecond where nobody listens: a gift has better things to wait for."""
    caplog.set_level(logging.CRITICAL, logs.log.name)
    begun = time.process_time()
    for _ in range(500):
        with Line("", 0.0):
            note(outcome="tried")
    assert (time.process_time() - begun) / 500 < 0.0005
