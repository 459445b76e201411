"""Tax rates, and what they make of a line. Source: "Tax rates", https://docs.stripe.com/billing/taxes/tax-rates."""

from decimal import ROUND_HALF_UP, Decimal

from yhdessa.sandbox.errors import missing
from yhdessa.sandbox.ids import new_id
from yhdessa.sandbox.settings import Json
from yhdessa.sandbox.store import Store

_UNTAXED = {"exempt": "customer_exempt", "reverse": "reverse_charge"}


def new_tax_rate(params: Json, now: int) -> Json:
    """A rate; ``percentage`` of the amount, on top of it or within it (``inclusive``)."""
    told = ("country", "description", "jurisdiction", "state", "tax_type")
    return {
        "id": new_id("txr"),
        "object": "tax_rate",
        "active": params.get("active", True),
        "created": now,
        "display_name": params["display_name"],
        "effective_percentage": None,
        "flat_amount": None,
        "inclusive": params["inclusive"],
        "jurisdiction_level": None,
        "livemode": False,
        "metadata": params.get("metadata") or {},
        "percentage": params["percentage"],
        "rate_type": "percentage",
        **{name: params.get(name) for name in told},
    }


def rates(store: Store, ids: list[str], param: str) -> list[Json]:
    """The rates that a parameter names; raises ``StripeError`` for one that does not exist."""
    found = []
    for index, each in enumerate(ids):
        rate = store.find("tax_rate", each)
        if rate is None:
            raise missing("tax rate", each, f"{param}[{index}]", status=400)
        found.append(rate)
    return found


def taxes_of(amount: int, applied: list[Json], tax_exempt: str | None) -> list[Json]:
    """The taxes of a line of ``amount`` minor units, each rounded half up to a whole one."""
    return [_tax(amount, rate, _UNTAXED.get(tax_exempt or "none")) for rate in applied]


def total_taxes(lines: list[Json]) -> list[Json]:
    """The taxes of an invoice: those of its lines, one sum a rate."""
    sums: dict[str, Json] = {}
    for tax in (tax for line in lines for tax in line["taxes"]):
        rate = tax["tax_rate_details"]["tax_rate"]
        before = sums.get(rate, {**tax, "amount": 0, "taxable_amount": 0})
        summed = {name: before[name] + tax[name] for name in ("amount", "taxable_amount")}
        sums[rate] = {**before, **summed}
    return list(sums.values())


def on_top(taxes: list[Json]) -> int:
    """What the taxes add to the amounts that they are of, in minor units."""
    return sum(int(tax["amount"]) for tax in taxes if tax["tax_behavior"] == "exclusive")


def within(taxes: list[Json]) -> int:
    """What the taxes take of the amounts that they are part of, in minor units."""
    return sum(int(tax["amount"]) for tax in taxes if tax["tax_behavior"] == "inclusive")


def _tax(amount: int, rate: Json, untaxed: str | None) -> Json:
    percentage = Decimal(str(rate["percentage"]))
    share = percentage / (100 + percentage) if rate["inclusive"] else percentage / 100
    tax = 0 if untaxed else int((amount * share).quantize(Decimal(1), ROUND_HALF_UP))
    return {
        "amount": tax,
        "tax_behavior": "inclusive" if rate["inclusive"] else "exclusive",
        "tax_rate_details": {"tax_rate": rate["id"]},
        "taxability_reason": untaxed or "not_available",
        "taxable_amount": amount - tax if rate["inclusive"] else amount,
        "type": "tax_rate_details",
    }
