"""Stripe goes down while a month's invoice is made: at every step, before and after it has done it.

Nothing is lost and nothing is doubled: whoever presses the button again gets the one invoice, whole and sent.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import stripe
import yaml

from tests.giving.workplaces import Office
from tests.proof import sized

#: More than any way to an invoice has steps.
MOST_STEPS = 30
FAULTS = yaml.safe_load(Path(__file__).with_name("employer_faults.yml").read_text("utf-8"))
PATH = "/api/remittance/confirm"


@dataclass
class Line:
    """The line to Stripe, which goes dead at a step: before the request arrives, or with its answer."""

    sandbox: Any
    dead_from: int = 0
    arrives: bool = False
    count: int = 0

    def __call__(self, environ: Any, start_response: Any) -> Any:
        self.count += 1
        dead = self.dead_from and self.count >= self.dead_from
        if not dead:
            return self.sandbox(environ, start_response)
        if self.arrives and self.count == self.dead_from:
            list(self.sandbox(environ, lambda *_: None))
        start_response("503 DOWN", [("Content-Type", "application/json"), ("Stripe-Should-Retry", "false")])
        return [b'{"error": {"message": "down"}}']


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stripe.HTTPClient, "INITIAL_DELAY", 0.02)


def events(office: Office, kind: str) -> int:
    return [each.type for each in office.house.stripe.v1.events.list({"limit": 100}).data].count(kind)


def corrected(office: Office) -> Any:
    office.send(b"1001;40\n")
    return office.remit()


FLOWS: dict[str, tuple[Callable[[Office], Any], list[str]]] = {
    "a first invoice": (lambda office: office.remit(), ["open"]),
    "a correction": (corrected, ["void", "open"]),
}


@pytest.mark.parametrize("arrives", [False, True], ids=["before it arrives", "after it was done"])
@pytest.mark.parametrize("flow", FLOWS)
def test_wherever_stripe_goes_down_pressing_again_makes_one_whole_invoice(
    flow: str, arrives: bool, office: Office, serve: Any
) -> None:
    prepare, states = FLOWS[flow]
    line = Line(office.house.sandbox)
    with serve(line) as url:
        app = office.house.app(stripe_api=url)
        client = office.house.client(app)
        steps = 0
        for step in range(1 + sized(int(arrives), 0), MOST_STEPS, sized(2, 1)):
            office.house.sandbox.reset()
            office.house.running.limits.forget()
            app.limits.forget()
            office.sign_up(matching="50")
            office.enter()
            shown = prepare(office)
            fields = {
                "language": "sv",
                "visit": office.visit,
                "read": office.hidden(shown, "read"),
            }
            line.count, line.dead_from, line.arrives = 0, step, arrives
            first = client.post(PATH, data=fields)
            reached = line.count >= step
            line.dead_from = 0
            spoken = office.house.catalogue.languages["sv"].employer.words
            if reached:
                assert (first.status_code, office.see(first.text).said("h1")) == (
                    503,
                    [spoken.door.unavailable_title],
                ), step
            for _ in range(2):
                again = client.post(PATH, data=fields)
                assert (again.status_code, office.said(again)) == (200, spoken.desk.done["sent"]), step
            made = office.invoices()
            assert [each.status for each in made] == states, step
            assert (made[-1].total, len(made[-1].lines.data)) == (3375, 2), step
            assert made[-1].metadata["revision"] == str(len(states))
            # A mail whose answer was lost is sent under the same key, and so once.
            assert events(office, "invoice.sent") == len(states), step
            if not reached:
                steps = step - 1
                break
        assert steps >= 9


@pytest.mark.parametrize("row", [pytest.param(row, id=row["name"]) for row in FAULTS])
def test_a_short_fault_of_stripes_is_waited_out(row: dict[str, Any], office: Office) -> None:
    office.sign_up(matching="50")
    office.enter()
    shown = office.remit()
    office.house.go_wrong(**row["fault"])
    answer = office.confirm(shown)
    office.house.sandbox.account.faults.clear()
    assert answer.status_code == 200
    [invoice] = office.invoices()
    assert (invoice.status, invoice.total, len(invoice.lines.data)) == ("open", 3375, 2)


def test_a_remittance_that_was_begun_and_given_up_is_replaced_by_another(office: Office, serve: Any) -> None:
    """As when Stripe was down, and the list was wrong as well."""
    office.sign_up()
    office.enter()
    shown = office.remit()
    line = Line(office.house.sandbox)
    with serve(line) as url:
        client = office.house.client(office.house.app(stripe_api=url))
        # The visitor's employer, the month's invoices, and the draft: then it is dead.
        line.dead_from, line.arrives = 3, True
        fields = {"language": "fi", "visit": office.visit, "read": office.hidden(shown, "read")}
        assert client.post(PATH, data=fields).status_code == 503
    assert [each.status for each in office.invoices()] == ["draft"]
    page = office.see(office.act("open").text)
    assert office.words.desk.invoice_states["draft"] in page.said("span")
    other = office.remit(b"1;40\n")
    assert any(
        text.startswith(office.words.preview.begun.partition("{")[0])
        for text in office.see(other.text).said("p")
    )
    assert office.confirm(other).status_code == 200
    assert [(each.status, each.total, each.metadata["revision"]) for each in office.invoices()] == [
        ("open", 4000, "1")
    ]
