"""Requests of the wrong kind or size are refused before anybody looks at what they say."""

from __future__ import annotations

import http.client
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

ROWS = yaml.safe_load(Path(__file__).with_name("requests.yml").read_text("utf-8"))


def ask(
    house: Any, method: str, path: str, body: bytes | None, headers: dict[str, str]
) -> tuple[int, str, Any]:
    """A request exactly as it is written here; `requests` would mend it."""
    connection = http.client.HTTPConnection(urlsplit(house.url).netloc, timeout=8)
    try:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode(), answer.headers
    finally:
        connection.close()


@pytest.mark.parametrize("row", [pytest.param(row, id=row["name"]) for row in ROWS])
def test_a_request_of_the_wrong_kind_or_size_is_refused(row: dict[str, Any], house: Any) -> None:
    body = row.get("body")
    sent = None if body is None else b"x" * body if isinstance(body, int) else body.encode()
    headers = {"Content-Type": row["type"]} if "type" in row else {}
    status, text, answered = ask(house, row["method"], row["path"], sent, headers)
    assert status == row["status"]
    assert answered["Cache-Control"] == "no-store"
    assert "Traceback" not in text
    assert "werkzeug" not in text.lower()
    assert house.witness.asked == []


def test_a_body_without_a_length_is_bounded_as_well(house: Any) -> None:
    connection = http.client.HTTPConnection(urlsplit(house.url).netloc, timeout=8)
    try:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        chunks = (b"x" * 1024 for _ in range(65))
        connection.request("POST", "/api/donate", chunks, headers, encode_chunked=True)
        assert connection.getresponse().status == 413
    finally:
        connection.close()


def test_a_method_that_is_not_allowed_is_told_which_are(house: Any) -> None:
    status, _, headers = ask(house, "GET", "/api/donate", None, {})
    assert (status, headers["Allow"]) == (405, "POST")


def test_head_is_get_without_a_body(house: Any) -> None:
    assert ask(house, "HEAD", "/api/thanks", None, {})[:2] == (200, "")
