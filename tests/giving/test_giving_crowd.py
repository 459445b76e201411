"""A crowd: many givers at once, and a storm of anything while Stripe fails now and then."""

from __future__ import annotations

import random
import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.giving.innards import innards
from tests.proof import sized
from yhdessa.giving.app import GivingApp
from yhdessa.giving.limits import Limits
from yhdessa.giving.routes import GIVERS
from yhdessa.payments.gifts import Payments

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
CROWD = 200
STORM = sized(150, 3000)
#: What Stripe says of itself, to programs alone.
OF_STRIPE = re.compile("req_|StripeError", re.IGNORECASE)


def test_two_hundred_givers_at_the_same_time_from_addresses_of_their_own_get_a_session_each(
    house: Any, serve: Any, visit: Any
) -> None:
    """Each gives a sum of their own, so that a gift which is lost, doubled or another's would be seen."""
    with serve(house.app(trusted_hops=1)) as url:
        visitor = visit(url)
        host = house.url.removeprefix("http://")

        def give(number: int) -> Any:
            fields = {"language": ("fi", "sv", "en")[number % 3], "other_amount": f"{100 + number}"}
            headers = {**FORM, "Host": host, "X-Forwarded-For": f"198.51.100.{number}"}
            return visitor.post("/api/donate", fields, headers=headers)

        with ThreadPoolExecutor(CROWD) as crowd:
            answers = list(crowd.map(give, range(CROWD)))
    assert Counter(answer.status_code for answer in answers) == {303: CROWD}
    sessions = {
        session.url: session for session in house.stripe.v1.checkout.sessions.list().auto_paging_iter()
    }
    assert len(sessions) == CROWD
    given = [sessions[answer.headers["Location"]] for answer in answers]
    assert [session.amount_total for session in given] == [(100 + number) * 100 for number in range(CROWD)]
    assert [session.locale for session in given] == [
        ("fi", "sv", "en")[number % 3] for number in range(CROWD)
    ]
    assert len(set(house.witness.keys())) == len(house.witness.keys()) == CROWD


@pytest.fixture
def hurried(house: Any, serve: Any, visit: Any) -> Any:
    """A visitor of an app without limits, which waits little for Stripe."""
    payments = Payments(house.settings.stripe_secret_key, house.settings.stripe_api, (1.0, 1.0), 3.0)
    app = GivingApp(house.settings, house.catalogue, payments, GIVERS, limits=Limits(rates=()))
    with serve(app) as url:
        visitor = visit(url)
        visitor.session.headers["Host"] = house.url.removeprefix("http://")
        yield visitor


def test_in_a_storm_of_requests_only_what_was_made_to_fail_fails(
    house: Any, hurried: Any, logged: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over real sockets, with the sandbox behind them; the same seed makes the same storm."""
    monkeypatch.setattr("stripe.HTTPClient.INITIAL_DELAY", 0.01)
    dice = random.Random(20_261_122)
    asked_for = 0
    for _ in range(STORM):
        failing = dice.random() < 0.05
        if failing:
            house.go_wrong(kind="status", status=dice.choice([500, 429, 409]), times=3)
        before = len(house.witness.asked)
        answer, sound = one_of_the_storm(dice, hurried, house)
        asked = len(house.witness.asked) - before
        asked_for += asked
        house.sandbox.account.faults.clear()
        assert answer.status_code < 500 or (answer.status_code == 503 and failing and asked)
        assert asked == 0 or sound, "Stripe was asked for what should have been refused"
        assert not innards(answer.text)
        assert not OF_STRIPE.search(answer.text)
    assert asked_for > STORM / 10
    assert {line["status"] for line in logged() if line["status"] >= 500} <= {503}


def one_of_the_storm(dice: random.Random, visitor: Any, house: Any) -> tuple[Any, bool]:
    """A request, and whether Stripe may be asked for it."""
    language = dice.choice(["fi", "sv", "en", "xx", "", "../"])
    amount = dice.choice(["2000", "5000", "1", "other", "", "-5", "2000 usd", "NaN"])
    written = dice.choice(["", "", "", "20", "12,50", "1e3", "٢٠", "4", "99999999", "<script>", "20\r\nX: y"])
    goal = dice.choice([*house.catalogue.offer.goals, "anywhere", "", "x", "../../x"])
    match dice.randrange(6):
        case 0 | 1 | 2:
            fields = {"language": language, "amount": amount, "other_amount": written, "goal": goal}
            if dice.random() < 0.1:
                fields["homepage"] = "x"
            known = goal in ("anywhere", "", *house.catalogue.offer.goals)
            sums = amount in ("2000", "5000") or written in ("20", "12,50")
            return visitor.donate(**fields), known and sums and "homepage" not in fields
        case 3:
            session = dice.choice(
                ["", "cs_test_a1b2c3d4e5f6", "cs_test_", "../../x", "{CHECKOUT_SESSION_ID}"]
            )
            answer = visitor.get("/api/thanks", params={"language": language, "session": session})
            return answer, session == "cs_test_a1b2c3d4e5f6"
        case 4:
            body = dice.randbytes(dice.randrange(200))
            headers = dice.choice(
                [{}, FORM, {"Content-Type": "application/json"}, {"Stripe-Signature": "t=1,v1=0"}]
            )
            path = dice.choice(["/api/stripe-webhook", "/api/health", "/api/x", "/api/donate"])
            return visitor.post(path, body, headers=headers), False
        case _:
            headers = {"Origin": dice.choice(["null", "https://evil.example", "x" * 3000])}
            return visitor.post("/api/donate", {"amount": "2000"}, headers={**FORM, **headers}), False
