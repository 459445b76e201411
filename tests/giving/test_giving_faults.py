"""Stripe fails: a few tries with one key, then a page in the visitor's language, in good time."""

from __future__ import annotations

import io
import logging
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import stripe
import yaml

from yhdessa.giving.app import GivingApp
from yhdessa.giving.routes import GIVERS
from yhdessa.payments.client import API_VERSION, BUDGET, TIMEOUT, Patient, PaymentsUnavailable
from yhdessa.payments.gifts import Payments

FAULTS = [
    pytest.param(row, id=row["name"])
    for row in yaml.safe_load(Path(__file__).with_name("faults.yml").read_text("utf-8"))
]
#: What would be Stripe's, or ours to know: none of it is for visitors.
NOT_FOR_VISITORS = (
    "unknown error",
    "Too many",
    "cannot be accessed",
    "Traceback",
    "req_",
    "sk_",
    "StripeError",
    "api_",
)


#: The SDK's own pause before the second try, in seconds.
SDKS_PAUSE = stripe.HTTPClient.INITIAL_DELAY


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tries are real, the pauses between them shorter than the SDK's."""
    monkeypatch.setattr(stripe.HTTPClient, "INITIAL_DELAY", 0.05)


@pytest.fixture
def hasty(house: Any, serve: Any, visit: Any) -> Iterator[Any]:
    """A visitor of an app that waits one second for Stripe's answer, so that the tests do too.

    It stands at another port than the site's: the visitor asks for it by the site's name all the same.
    """
    payments = Payments(house.settings.stripe_secret_key, house.settings.stripe_api, timeout=(1.0, 1.0))
    with serve(GivingApp(house.settings, house.catalogue, payments, GIVERS)) as url:
        hurried = visit(url)
        hurried.session.headers["Host"] = urlsplit(house.url).netloc
        yield hurried


@pytest.mark.parametrize("row", FAULTS)
def test_a_fault_of_stripes_is_tried_again_with_the_same_key_and_then_told_in_the_visitors_language(
    row: dict[str, Any], house: Any, hasty: Any, see: Any, logged: Any, caplog: pytest.LogCaptureFixture
) -> None:
    house.go_wrong(**row["fault"])
    begun = time.monotonic()
    answer = hasty.donate(language="sv", amount="2000")
    took = time.monotonic() - begun
    house.sandbox.account.faults.clear()
    assert answer.status_code == row["status"]
    assert len(house.witness.keys()) == row["tries"]
    assert len(set(house.witness.keys())) == 1
    assert len(house.sessions()) == row["sessions"]
    assert took < 8
    if row["status"] == 303:
        assert answer.headers["Location"] == house.sessions()[0].url
        return
    page, unavailable = see(answer.text), house.catalogue.languages["sv"].unavailable
    assert (page.said("h1"), page.lang) == ([unavailable.shell.heading], unavailable.shell.tag)
    assert unavailable.page.text in page.said("p")
    assert [text for text in NOT_FOR_VISITORS if text in answer.text] == []
    [line] = logged()
    assert (line["route"], line["status"], line["outcome"]) == ("/api/donate", 503, "stripe_unavailable")
    assert line["error"].startswith("PaymentsUnavailable < ")
    assert [record.levelno for record in caplog.records if record.name == "yhdessa.giving"] == [logging.ERROR]
    assert house.settings.stripe_secret_key not in caplog.text


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_when_stripe_cannot_be_reached_the_page_is_in_the_visitors_language(
    language: str, house: Any, see: Any
) -> None:
    answer = nowhere(house).post("/api/donate", data={"language": language, "amount": "2000"})
    page, unavailable = see(answer.text), house.catalogue.languages[language].unavailable
    assert (answer.status_code, page.lang) == (503, unavailable.shell.tag)
    assert page.said("h1") == [unavailable.shell.heading]
    assert unavailable.page.text in page.said("p")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_thanks_say_what_is_true_for_anyone_when_stripe_cannot_be_asked(
    language: str, house: Any, see: Any
) -> None:
    answer = nowhere(house).get(f"/api/thanks?language={language}&session=cs_test_a1b2c3d4e5f6")
    page, unknown = see(answer.text), house.catalogue.languages[language].unknown
    assert (answer.status_code, page.said("h1")) == (200, [unknown.shell.heading])
    assert unknown.page.text in page.said("p")


def test_a_look_up_is_tried_again(house: Any, visitor: Any, see: Any) -> None:
    back = visitor.pay(visitor.donate(language="fi", amount="2000").headers["Location"])
    house.go_wrong(kind="status", status=429)
    assert see(visitor.get(back).text).said("h1") == [house.catalogue.languages["fi"].paid.shell.heading]


def test_a_key_that_stripe_does_not_know_is_our_trouble_and_not_the_visitors(
    house: Any, caplog: pytest.LogCaptureFixture
) -> None:
    client = house.client(house.app(stripe_secret_key="sk_test_no_longer_valid"))
    answer = client.post("/api/donate", data={"language": "en", "amount": "2000"})
    assert answer.status_code == 503
    assert "sk_test" not in answer.text
    assert "no_longer" not in answer.text + caplog.text
    assert client.get("/api/thanks?session=cs_test_a1b2c3d4e5f6").status_code == 200


def test_a_stripe_that_never_answers_keeps_a_visitor_for_eight_seconds_at_most(
    house: Any, visitor: Any, see: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the times that are the house's own: hosts stop a function after ten seconds, some later."""
    monkeypatch.setattr(stripe.HTTPClient, "INITIAL_DELAY", SDKS_PAUSE)
    house.go_wrong(kind="sleep", seconds=20, times=9)
    begun = time.monotonic()
    answer = visitor.donate(language="fi", amount="2000")
    took = time.monotonic() - begun
    house.sandbox.account.faults.clear()
    assert (answer.status_code, see(answer.text).lang) == (503, "fi")
    assert BUDGET / 2 < took < BUDGET + 1
    assert len(house.witness.keys()) >= 2
    assert len(set(house.witness.keys())) == 1


@pytest.mark.parametrize(
    ("spent", "connect", "read"), [(0.0, 2.0, 4.0), (4.5, 1.75, 1.75), (7.0, 0.5, 0.5), (9.0, 0.005, 0.005)]
)
def test_what_a_try_may_take_shrinks_with_what_is_left(
    spent: float, connect: float, read: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    patient = Patient(TIMEOUT, BUDGET)
    patient._of_this_thread.until = 1000.0
    monkeypatch.setattr("time.monotonic", lambda: 1000.0 - BUDGET + spent)
    assert patient._timeout == pytest.approx((connect, read))
    monkeypatch.undo()
    patient.close()


@pytest.mark.parametrize(("advice", "tries"), [(None, 3), ("true", 3), ("false", 1)])
def test_stripes_advice_whether_to_try_again_is_followed(advice: str | None, tries: int, serve: Any) -> None:
    asked = []

    def busy(environ: Any, start_response: Any) -> Any:
        asked.append(environ["HTTP_STRIPE_VERSION"])
        headers = [("Content-Type", "application/json")] + (
            [("Stripe-Should-Retry", advice)] if advice else []
        )
        start_response("429 TOO MANY REQUESTS", headers)
        return [b'{"error": {"type": "invalid_request_error", "message": "slow down"}}']

    with serve(busy) as url, pytest.raises(PaymentsUnavailable):
        Payments("sk_test_x", url).find_gift("cs_test_a1b2c3d4e5f6")
    assert asked == [API_VERSION] * tries


def test_the_version_of_the_api_is_the_one_that_the_sdk_was_made_for() -> None:
    """Its types tell what is asked; a new SDK comes with a new version, to be read and tried before."""
    assert stripe._api_version._ApiVersion.CURRENT == API_VERSION


@pytest.mark.parametrize(
    ("status", "body"),
    [
        ("200 OK", b""),
        ("200 OK", b"<html>maintenance</html>"),
        ("200 OK", b'{"object": "checkout.session", "id": "cs_test_a1b2c3d4", "url": null}'),
        ("400 BAD REQUEST", b'{"error": {"type": "invalid_request_error", "message": "Amount too small"}}'),
        ("402 PAYMENT REQUIRED", b'{"error": {"type": "card_error", "message": "declined"}}'),
        ("403 FORBIDDEN", b'{"error": {"message": "rk_test_*** lacks a permission"}}'),
        ("404 NOT FOUND", b"{}"),
    ],
)
def test_an_answer_that_is_no_session_is_the_unavailable_page(
    status: str, body: bytes, house: Any, serve: Any
) -> None:
    def odd(environ: Any, start_response: Any) -> Any:
        environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
        start_response(status, [("Content-Type", "application/json"), ("Stripe-Should-Retry", "false")])
        return [body]

    with serve(odd) as url:
        client = house.client(house.app(stripe_api=url))
        answer = client.post("/api/donate", data={"language": "en", "amount": "2000"})
    unavailable = house.catalogue.languages["en"].unavailable
    assert answer.status_code == 503
    assert unavailable.page.text in answer.text
    for text in ("maintenance", "Amount too small", "declined", "rk_test"):
        assert text not in answer.text


def test_a_defect_of_ours_is_told_to_the_log_by_its_kind_and_place_and_to_the_visitor_in_their_language(
    house: Any, see: Any, logged: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """The message of an error may repeat what somebody sent: it is told to nobody."""

    class Broken:
        """Payments with a defect."""

        def find_gift(self, session_id: str) -> None:
            raise RuntimeError("sk_test_secret of giver@example.org")

    errors = io.StringIO()
    app = GivingApp(house.settings, house.catalogue, Broken(), GIVERS)  # type: ignore[arg-type]
    answer = house.client(app).get(
        "/api/thanks?session=cs_test_a1b2c3d4e5f6&language=sv", errors_stream=errors
    )
    page, told = see(answer.text), house.catalogue.languages["sv"].refusals["failed"]
    assert (answer.status_code, page.said("h1"), page.title) == (500, [told.heading], told.title)
    [line] = logged()
    assert (line["outcome"], line["error"]) == ("failed", "RuntimeError")
    assert line["at"][-1].startswith("tests.giving.test_giving_faults:") or "find_gift" not in answer.text
    for text in (answer.text, caplog.text, errors.getvalue()):
        assert "sk_test" not in text
        assert "giver@" not in text


def test_when_even_the_page_cannot_be_made_the_answer_is_a_line(
    house: Any, tmp_path: Any, logged: Any
) -> None:
    answer = house.client(house.app(templates=tmp_path)).post("/api/donate", data={"language": "fi"})
    assert (answer.status_code, answer.text) == (500, "failed\n")
    assert logged()[0]["error"].startswith("TemplateNotFound")


def nowhere(house: Any) -> Any:
    """The app with an address for Stripe at which nobody listens."""
    return house.client(house.app(stripe_api="http://127.0.0.1:9"))
