"""Many paid gifts at once: what a ledger or a page of totals is tried with, the same for the same seed.

Each gift is a complete Checkout Session with its PaymentIntent, charge and balance transaction, and for a
given part of them a refund. Events are recorded, as Stripe lists them, for the last 30 days only; none is
delivered. One object of each kind in a hundred is held against the contract.
"""

import random
import string
from collections.abc import Iterator
from typing import Any

import msgspec

from yhdessa.sandbox import contract
from yhdessa.sandbox.account import Account
from yhdessa.sandbox.objects.balance_transaction import charge_fee, new_transaction
from yhdessa.sandbox.objects.charge import new_charge
from yhdessa.sandbox.objects.checkout_session import new_session
from yhdessa.sandbox.objects.payment_intent import new_intent
from yhdessa.sandbox.objects.payment_method import billing_details, card_details
from yhdessa.sandbox.objects.refund import new_refund
from yhdessa.sandbox.resources.events import LISTED_FOR
from yhdessa.sandbox.settings import Json

MOST = 1_000_000
_ALPHABET = string.ascii_letters + string.digits
_CHECKED_ONE_IN = 100


class Order(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What gifts to make.

    ``count``       how many
    ``seed``        the same seed makes the same gifts, ids included, around the same moment
    ``days``        over how many days before now they are spread
    ``currencies``  currency -> weight
    ``amounts``     minor units, each as likely as the others
    ``metadata``    key -> value -> weight; an empty value leaves the key out
    ``refunded``    which part of the gifts is given back, half of these in part only
    ``events``      whether events are recorded
    """

    count: int
    seed: int = 1
    days: int = 365
    currencies: dict[str, float] = msgspec.field(default_factory=lambda: {"eur": 1.0})
    amounts: list[int] = msgspec.field(default_factory=lambda: [1000, 2000, 5000, 10000])
    metadata: dict[str, dict[str, float]] = {}
    refunded: float = 0.0
    events: bool = True


def parse_order(body: bytes) -> Order:
    """The order of a control request; raises ``msgspec.ValidationError`` naming what is wrong."""
    order = msgspec.json.decode(body, type=Order)
    if not 1 <= order.count <= MOST:
        raise msgspec.ValidationError(f"count must be between 1 and {MOST}")
    if not (order.currencies and order.amounts and all(order.metadata.values())):
        raise msgspec.ValidationError(
            "currencies, amounts and each key of metadata need something to choose from"
        )
    if order.days < 0 or not 0 <= order.refunded <= 1 or min(order.amounts) < 1:
        raise msgspec.ValidationError("days, refunded or an amount is out of range")
    return order


def make(account: Account, order: Order) -> Json:
    """Make the gifts; what came of them by currency, in minor units."""
    with account.store.lock:
        batch = _Batch(account, order)
        account.store.add_all(batch.objects())
        return {"count": order.count, "totals": batch.totals}


class _Batch:
    """One order being made: chance, and templates of the objects, which differ in few fields only."""

    def __init__(self, account: Account, order: Order) -> None:
        self._order, self._now = order, account.timeline.everyday()
        self._chance = random.Random(order.seed)  # noqa: S311 - repeatable on purpose
        self._event = account.event
        self.totals: dict[str, dict[str, int]] = {}
        base = account.settings.base
        self._templates = {currency: _templates(currency, base) for currency in order.currencies}
        self._number = 0

    def objects(self) -> Iterator[Json]:
        """All objects of the order, oldest gift first."""
        span = self._order.days * 24 * 3600
        times = sorted(self._now - int(self._chance.random() * span) for _ in range(self._order.count))
        currencies = self._chosen(self._order.currencies)
        amounts = self._chance.choices(self._order.amounts, k=self._order.count)
        told = {key: self._chosen(values) for key, values in self._order.metadata.items()}
        for number, moment in enumerate(times):
            metadata = {key: values[number] for key, values in told.items() if values[number]}
            yield from self._gift(number, moment, currencies[number], amounts[number], metadata)

    def _chosen(self, weights: dict[str, float]) -> list[str]:
        return self._chance.choices(list(weights), list(weights.values()), k=self._order.count)

    def _gift(self, number: int, moment: int, currency: str, amount: int, metadata: Json) -> Iterator[Json]:
        made = self._paid(moment, currency, amount, metadata)
        session, _, charge, _ = made
        sums = self.totals.setdefault(currency, {"gifts": 0, "amount": 0, "refunded": 0})
        sums["gifts"] += 1
        sums["amount"] += amount
        events = [("charge.succeeded", charge), ("checkout.session.completed", session)]
        if self._chance.random() < self._order.refunded:
            given_back = amount if self._chance.random() < 0.5 else (amount + 1) // 2
            sums["refunded"] += given_back
            made += self._refund(charge, given_back, moment)
            events.append(("charge.refunded", charge))
        if number % _CHECKED_ONE_IN == 0:
            for each in made:
                contract.check_object(each)
        yield from made
        if self._order.events and moment > self._now - LISTED_FOR:
            yield from (self._event_of(kind, each, moment) for kind, each in events)

    def _paid(self, moment: int, currency: str, amount: int, metadata: Json) -> list[Json]:
        session, intent, charge, transaction = self._templates[currency]
        cs, pi, ch, txn = (self._id(prefix) for prefix in ("cs_test_b1", "pi_3S", "ch_3S", "txn_3S"))
        fee = charge_fee({**charge, "amount": amount})
        return [
            {
                **session,
                "id": cs,
                "amount_subtotal": amount,
                "amount_total": amount,
                "created": moment,
                "expires_at": moment + 86400,
                "metadata": metadata,
                "payment_intent": pi,
            },
            {
                **intent,
                "id": pi,
                "amount": amount,
                "amount_received": amount,
                "client_secret": f"{pi}_secret_bulk",
                "created": moment,
                "latest_charge": ch,
                "metadata": metadata,
            },
            {
                **charge,
                "id": ch,
                "amount": amount,
                "amount_captured": amount,
                "balance_transaction": txn,
                "created": moment,
                "metadata": metadata,
                "payment_intent": pi,
            },
            {
                **transaction,
                "id": txn,
                "amount": amount,
                "available_on": moment + 2 * 86400,
                "created": moment,
                "fee": fee,
                "fee_details": [{**transaction["fee_details"][0], "amount": fee}],
                "net": amount - fee,
                "source": ch,
            },
        ]

    def _refund(self, charge: Json, amount: int, moment: int) -> list[Json]:
        later = min(moment + self._chance.randrange(1, 14 * 86400), self._now)
        refund = {**new_refund(charge, amount, {}, later), "id": self._id("re_3S")}
        moved = {**new_transaction("refund", refund, -amount, 0, later), "id": self._id("txn_3S")}
        refund["balance_transaction"] = moved["id"]
        charge.update(amount_refunded=amount, refunded=amount == charge["amount"])
        return [refund, moved]

    def _event_of(self, kind: str, stripe_object: Json, moment: int) -> Json:
        event = self._event(kind, stripe_object, None)
        return {**event, "id": self._id("evt_1S"), "created": moment, "pending_webhooks": 0}

    def _id(self, prefix: str) -> str:
        """Twenty letters and digits of chance: enough that no two of a million meet."""
        bits = self._chance.getrandbits(120)
        return prefix + "".join([_ALPHABET[(bits >> shift) % 62] for shift in range(0, 120, 6)])


def _templates(currency: str, base: str) -> tuple[Json, Json, Json, Json]:
    """A paid session, its intent, charge and balance transaction, whose sums and ids are to be replaced."""
    line = {"amount_total": 0, "currency": currency}
    params: dict[str, Any] = {"mode": "payment", "success_url": f"{base}/"}
    session = new_session(params, [line], base, 0)
    details = dict.fromkeys(("address", "business_name", "individual_name", "name", "phone"))
    details |= {"email": "giver@example.org", "tax_exempt": "none", "tax_ids": []}
    session |= {"status": "complete", "payment_status": "paid", "url": None, "customer_details": details}
    intent = new_intent(0, currency, session["payment_method_types"], {}, 0)
    method = {
        "id": "pm_bulk",
        "type": "card",
        "card": card_details("4242"),
        "billing_details": billing_details(details),
    }
    intent |= {"status": "succeeded", "payment_method": method["id"]}
    charge = new_charge(intent, method, 0, "succeeded")
    transaction = {**new_transaction("charge", charge, 1, 1, 0), "status": "available"}
    return session, intent, charge, transaction
