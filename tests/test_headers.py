"""The one source of headers, and whoever sends them."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from yhdessa.headers import PAYMENT_PAGES, STARTER, cache_control, document_headers

CASES = yaml.safe_load(Path(__file__).with_name("headers.yml").read_text("utf-8"))


def policy(site_url: str, stand_in: str | None = None) -> dict[str, list[str]]:
    """The Content-Security-Policy, directive by directive."""
    written = document_headers(site_url, stand_in)["Content-Security-Policy"]
    parts = (directive.split() for directive in written.split(";"))
    return {name: values for name, *values in parts}


@pytest.mark.parametrize(("path", "expected"), CASES["kept"].items())
def test_how_long_a_file_is_kept(path: str, expected: str) -> None:
    assert cache_control(path) == expected


@pytest.mark.parametrize("site_url", ["https://yhdessa.fi/", "http://127.0.0.1:8000/"])
def test_one_text_inside_of_pages_runs_and_nothing_comes_from_elsewhere(site_url: str) -> None:
    directives = policy(site_url)
    assert directives.pop("form-action") == ["'self'", *PAYMENT_PAGES]
    assert directives["default-src"] == ["'none'"]
    # A picture in the page itself: the icon of the browser's tab.
    assert directives.pop("img-src") == ["'self'", "data:"]
    digest = b64encode(sha256(STARTER.encode()).digest()).decode()
    assert directives.pop("script-src") == ["'self'", f"'sha256-{digest}'", "'wasm-unsafe-eval'"]
    assert {value for values in directives.values() for value in values} <= {"'self'", "'none'"}


def test_a_form_may_lead_to_the_sandbox_only_where_there_is_one() -> None:
    assert policy("http://127.0.0.1:8000/", "http://127.0.0.1:12111/v1?x")["form-action"][-1] == (
        "http://127.0.0.1:12111"
    )
    assert not [target for target in policy("https://yhdessa.fi/")["form-action"] if "127" in target]


@pytest.mark.parametrize("name", CASES["everywhere"])
def test_every_answer_has_the_usual_headers(name: str) -> None:
    assert document_headers("https://yhdessa.fi/")[name] == CASES["everywhere"][name]


def test_only_a_site_with_a_certificate_asks_browsers_to_insist_on_one() -> None:
    secure, plain = document_headers("https://yhdessa.fi/"), document_headers("http://127.0.0.1:8000/")
    assert "Strict-Transport-Security" in secure
    assert "Strict-Transport-Security" not in plain
    assert "upgrade-insecure-requests" in secure["Content-Security-Policy"]
    assert "upgrade-insecure-requests" not in plain["Content-Security-Policy"]
