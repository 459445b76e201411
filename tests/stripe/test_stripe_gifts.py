"""Gifts through the SDK: once, refunded, disputed. Written once, run against the sandbox or Stripe."""

from __future__ import annotations

from typing import Any

import pytest
import stripe

from tests.stripe.conftest import World

BACK = "https://example.org/thanks?session={CHECKOUT_SESSION_ID}"


def gift(**more: Any) -> dict[str, Any]:
    """The parameters of a gift of 20.00 EUR."""
    product = {"name": "Ett öppet hus"}
    price = {"currency": "eur", "unit_amount": 2000, "product_data": product}
    lines = [{"quantity": 1, "price_data": price}]
    return {"mode": "payment", "line_items": lines, "success_url": BACK, **more}


def charged(world: World, method: str = "pm_card_visa", **more: Any) -> Any:
    """A PaymentIntent that was confirmed at once."""
    return world.api.payment_intents.create(
        params={
            "amount": 2000,
            "currency": "eur",
            "payment_method": method,
            "confirm": True,
            "automatic_payment_methods": {"enabled": True, "allow_redirects": "never"},
            **more,
        }
    )


def test_a_gift_is_paid_on_the_hosted_page_and_its_marks_are_on_the_payment(
    world: World, unique: str
) -> None:
    marks = {"goal": "no-loneliness", "run": unique}
    session = world.api.checkout.sessions.create(
        params=gift(
            metadata=marks, payment_intent_data={"metadata": marks}, submit_type="donate", locale="fi"
        )
    )
    assert (session.status, session.payment_status, session.amount_total) == ("open", "unpaid", 2000)
    world.pay(session.url, "giver@example.org")
    paid = world.api.checkout.sessions.retrieve(
        session.id, params={"expand": ["payment_intent.latest_charge"]}
    )
    assert (paid.status, paid.payment_status) == ("complete", "paid")
    assert paid.payment_intent.metadata.to_dict() == marks
    assert paid.payment_intent.latest_charge.paid
    assert paid.customer_details.email == "giver@example.org"


def test_a_session_can_be_expired_once(world: World) -> None:
    session = world.api.checkout.sessions.create(params=gift())
    assert world.api.checkout.sessions.expire(session.id).status == "expired"
    with pytest.raises(stripe.InvalidRequestError):
        world.api.checkout.sessions.expire(session.id)


def test_a_key_used_again_answers_with_the_same_session_and_refuses_other_parameters(
    world: World, unique: str
) -> None:
    create = world.api.checkout.sessions.create
    first, again = (create(params=gift(), options={"idempotency_key": unique}) for _ in range(2))
    assert first.id == again.id
    with pytest.raises(stripe.IdempotencyError):
        create(params=gift(locale="sv"), options={"idempotency_key": unique})


@pytest.mark.parametrize(
    ("changes", "param"),
    [
        ({"payment_method_types": ["card"]}, "payment_method_types"),
        ({"mode": None}, "mode"),
        ({"success_url": "nowhere"}, "success_url"),
        ({"locale": "xx"}, "locale"),
        ({"customer": "cus_nobody"}, "customer"),
        ({"metadata": {"key": "x" * 501}}, None),
        ({"customer_email": "nobody"}, "customer_email"),
    ],
)
def test_a_wrong_parameter_is_refused_by_name(changes: Any, param: str | None, world: World) -> None:
    params = {name: value for name, value in gift(**changes).items() if value is not None}
    with pytest.raises(stripe.InvalidRequestError) as refused:
        world.api.checkout.sessions.create(params=params)
    assert refused.value.http_status == 400
    if param is not None:
        assert refused.value.param == param


def test_a_charge_is_in_the_balance_less_a_fee(world: World) -> None:
    intent = charged(world)
    charge = world.eventually(
        lambda: world.api.charges.retrieve(intent.latest_charge, params={"expand": ["balance_transaction"]}),
        lambda found: found.balance_transaction is not None,
    )
    moved = charge.balance_transaction
    assert moved.net == moved.amount - moved.fee
    assert 0 < moved.fee < moved.amount
    assert moved.source == charge.id


def test_a_gift_is_given_back_in_parts_and_never_more_than_it_was(world: World) -> None:
    intent = charged(world)
    refund = world.api.refunds.create(params={"charge": intent.latest_charge, "amount": 500})
    assert (refund.amount, refund.status) == (500, "succeeded")
    with pytest.raises(stripe.InvalidRequestError):
        world.api.refunds.create(params={"charge": intent.latest_charge, "amount": 1501})
    world.api.refunds.create(params={"payment_intent": intent.id})
    charge = world.api.charges.retrieve(intent.latest_charge)
    assert (charge.amount_refunded, charge.refunded) == (2000, True)
    with pytest.raises(stripe.InvalidRequestError) as refused:
        world.api.refunds.create(params={"charge": intent.latest_charge})
    assert refused.value.code == "charge_already_refunded"
    assert len(world.api.refunds.list(params={"charge": charge.id}).data) == 2


def test_a_declined_card_is_an_error_with_its_code(world: World) -> None:
    customer = world.api.customers.create(params={"payment_method": "pm_card_chargeCustomerFail"})
    [method] = world.api.customers.payment_methods.list(customer.id).data
    with pytest.raises(stripe.CardError) as refused:
        charged(world, method.id, customer=customer.id)
    assert (refused.value.http_status, refused.value.code) == (402, "card_declined")


def test_a_disputed_gift_is_lost_when_the_evidence_does_not_hold(world: World) -> None:
    intent = charged(world, "pm_card_createDispute")
    found = world.eventually(
        lambda: world.api.disputes.list(params={"payment_intent": intent.id}).data, lambda data: bool(data)
    )
    assert (found[0].amount, found[0].status) == (2000, "needs_response")
    world.api.disputes.update(
        found[0].id, params={"evidence": {"uncategorized_text": "losing_evidence"}, "submit": True}
    )
    lost = world.eventually(
        lambda: world.api.disputes.retrieve(found[0].id), lambda dispute: dispute.status == "lost"
    )
    assert lost.status == "lost"


def test_what_has_happened_can_be_read_from_a_moment_on(world: World) -> None:
    intent = charged(world)
    events = world.eventually(
        lambda: list(
            world.api.events.list(
                params={"type": "payment_intent.succeeded", "created": {"gte": intent.created}, "limit": 100}
            ).data
        ),
        lambda found: intent.id in [event.data.object.id for event in found],
    )
    assert intent.id in [event.data.object.id for event in events]
    assert [event.created for event in events] == sorted((each.created for each in events), reverse=True)


def test_a_list_goes_on_from_a_cursor_in_both_directions(world: World) -> None:
    made = [charged(world).id for _ in range(3)]
    first = world.api.payment_intents.list(params={"limit": 2})
    assert [each.id for each in first.data] == [made[2], made[1]]
    after = world.api.payment_intents.list(params={"limit": 1, "starting_after": made[1]})
    assert [each.id for each in after.data] == [made[0]]
    before = world.api.payment_intents.list(params={"limit": 1, "ending_before": made[1]})
    assert [each.id for each in before.data] == [made[2]]
