"""Stripe goes down while staff approve: at every step, before and after it has done it.

Whoever presses the button again, or runs the command, gets one subscription and one letter.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import stripe
import yaml

from tests.giving.applicants import Applicant
from tests.giving.deciders import PATH, Decider, decider
from tests.giving.test_employer_faults import Line
from tests.giving.workplaces import FORM
from tests.proof import sized
from yhdessa.payments.partners import PartnerState
from yhdessa.payments.yearly import Step, Yearly
from yhdessa.signups.commands import STEPS as STEPS_TOLD

__all__ = ["decider"]
#: More than any way to a decision has steps.
MOST_STEPS = 30
FAULTS = yaml.safe_load(Path(__file__).with_name("partner_approval_faults.yml").read_text("utf-8"))


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stripe.HTTPClient, "INITIAL_DELAY", 0.02)


@pytest.mark.parametrize("arrives", [False, True], ids=["before it arrives", "after it was done"])
@pytest.mark.parametrize("by", ["link", "command"])
def test_wherever_stripe_goes_down_trying_again_makes_one_partner_with_one_letter(
    by: str,
    arrives: bool,
    applicant: Applicant,
    decider: Decider,
    serve: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line, steps = Line(decider.house.sandbox), MOST_STEPS
    with serve(line) as url:
        client = decider.house.client(decider.house.app(stripe_api=url))
        for step in range(1, MOST_STEPS) if sized(0, 1) or by == "link" else (1, 5, 9):
            decider.house.sandbox.reset()
            decider.house.running.limits.forget()
            for letter in decider.house.settings.outbox.glob("*.eml"):
                letter.unlink()
            applicant.sign_up()
            fields, partner = decider.fields("approve"), decider.partner()
            line.count, line.dead_from, line.arrives = 0, step, arrives
            if by == "link":
                answer = client.post(PATH, data=fields)
                assert answer.status_code in (200, 503), step
            else:
                monkeypatch.setenv("STRIPE_API", url)
                status, _, said = decider.run("approve", partner.id)
                assert (status, len(said.splitlines())) in ((0, 0), (1, 1)), said
                monkeypatch.setenv("STRIPE_API", decider.house.settings.stripe_api)
            reached, line.dead_from = line.count >= step, 0
            if by == "link":
                assert decider.visitor.post(PATH, fields, headers=FORM).status_code == 200
            else:
                assert decider.run("approve", partner.id)[0] == 0
            found = decider.partner()
            assert (found.state, found.told, found.subscription != "") == (PartnerState.APPROVED, True, True)
            assert [each.status for each in decider.subscriptions()] == ["active"], step
            assert len(decider.house.stripe.v1.tax_rates.list().data) == 1, step
            assert len({each["Message-ID"] for each in decider.about("partner_approved", "fi")}) == 1, step
            if not reached:
                steps = step - 1
                break
    assert steps >= 9


@pytest.mark.parametrize("row", [pytest.param(row, id=row["name"]) for row in FAULTS])
def test_a_short_fault_of_stripes_is_waited_out(
    row: dict[str, Any], applicant: Applicant, decider: Decider
) -> None:
    applicant.sign_up()
    fields = decider.fields("approve")
    decider.house.go_wrong(**row["fault"])
    answer = decider.visitor.post(PATH, fields, headers=FORM)
    decider.house.sandbox.account.faults.clear()
    assert (answer.status_code, decider.said(answer)) == (200, decider.words.approved)
    assert len(decider.subscriptions()) == len(decider.about("partner_approved", "fi")) == 1


STEPS = {
    "customer": "/v1/customers/",
    "tax": "/v1/tax_rates",
    "product": "/v1/products",
    "subscription": "/v1/subscriptions",
}


@pytest.mark.parametrize("step", STEPS)
def test_the_step_that_failed_is_named_by_page_and_command(
    step: str, applicant: Applicant, decider: Decider, serve: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    applicant.sign_up()
    fields, partner = decider.fields("approve"), decider.partner()

    def refusing(environ: Any, start_response: Any) -> Any:
        if environ["REQUEST_METHOD"] == "GET" or not environ["PATH_INFO"].startswith(STEPS[step]):
            return decider.house.sandbox(environ, start_response)
        start_response("503 DOWN", [("Content-Type", "application/json"), ("Stripe-Should-Retry", "false")])
        return [b'{"error": {"message": "down"}}']

    with serve(refusing) as url:
        answer = decider.house.client(decider.house.app(stripe_api=url)).post(PATH, data=fields)
        assert answer.status_code == 503
        assert decider.words.steps[step] in decider.said(answer)
        monkeypatch.setenv("STRIPE_API", url)
        status, told, said = decider.run("approve", partner.id)
    assert (status, told, len(said.splitlines())) == (1, "", 1)
    assert STEPS_TOLD[Step(step)] in said
    assert "run it again" in said
    monkeypatch.setenv("STRIPE_API", decider.house.settings.stripe_api)
    assert decider.run("approve", partner.id)[0] == 0
    assert decider.partner().state is PartnerState.APPROVED


def test_a_subscription_that_came_to_be_twice_all_the_same_is_one_again(
    applicant: Applicant, decider: Decider
) -> None:
    """As when two approve at once around the moment at which derived keys change."""
    applicant.sign_up()
    decider.approve()
    first = decider.subscription()
    wanted = {
        "customer": first.customer,
        "items": [{"price_data": _price(first)}],
        "collection_method": "send_invoice",
        "days_until_due": 14,
        "metadata": first.metadata.to_dict(),
    }
    yearly = Yearly(decider.house.running.desk.payments.client)
    yearly.subscribe(wanted, "another")  # type: ignore[arg-type]
    younger, older = decider.subscriptions()
    assert (older.id, older.status, younger.status) == (first.id, "active", "canceled")
    assert younger.latest_invoice.auto_advance is False
    assert decider.partner().subscription == first.id


def _price(subscription: Any) -> dict[str, Any]:
    price = subscription["items"].data[0].price
    told = {"currency": price.currency, "unit_amount": price.unit_amount, "product": price.product}
    return {**told, "recurring": {"interval": "year"}}
