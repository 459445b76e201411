"""Test clocks: a customer's own time, which an advance lets pass. Source: "Test clocks",
https://docs.stripe.com/billing/testing/test-clocks/api-advanced-usage."""

from yhdessa.sandbox.account import Account
from yhdessa.sandbox.errors import missing
from yhdessa.sandbox.flows import standing
from yhdessa.sandbox.ids import new_id
from yhdessa.sandbox.listing import stored
from yhdessa.sandbox.objects.subscription import period_end
from yhdessa.sandbox.resources.call import Call
from yhdessa.sandbox.rules import refusal
from yhdessa.sandbox.settings import Json

_LIFETIME = 30 * 24 * 3600
_TWO_YEARS = 2 * 366 * 24 * 3600


def create(account: Account, call: Call) -> Json:
    """A clock that stands at ``frozen_time`` until it is advanced."""
    frozen = call.params["frozen_time"]
    clock = {
        "id": new_id("clock"),
        "object": "test_helpers.test_clock",
        "created": account.now(),
        "deletes_after": account.now() + _LIFETIME,
        "frozen_time": frozen,
        "livemode": False,
        "name": call.params.get("name"),
        "status": "ready",
        "status_details": {},
    }
    account.timeline.freeze(clock["id"], frozen)
    return account.store.add(clock)


def retrieve(account: Account, call: Call) -> Json:
    """One clock; raises ``StripeError`` (404) for an unknown id."""
    clock = account.store.find("test_helpers.test_clock", call.arguments["test_clock"])
    if clock is None:
        raise missing("billing clock", call.arguments["test_clock"], "test_clock")
    return clock


def list_(account: Account, call: Call) -> Json:
    """Clocks, newest first."""
    url = "/v1/test_helpers/test_clocks"
    return stored(account.store, "test_helpers.test_clock", call.params, url, lambda _: True)


def advance(account: Account, call: Call) -> Json:
    """Let time pass for all on the clock. The answer says ``advancing``, as Stripe's does: ask again."""
    clock = retrieve(account, call)
    moment = call.params["frozen_time"]
    if moment <= clock["frozen_time"]:
        raise refusal("test-clock-forward")
    if moment > _farthest(account, clock):
        raise refusal("test-clock-two-intervals")
    account.timeline.freeze(clock["id"], moment)
    clock["frozen_time"] = moment
    account.record("test_helpers.test_clock.ready", clock)
    return {**clock, "status": "advancing", "status_details": {"advancing": {"target_frozen_time": moment}}}


def _farthest(account: Account, clock: Json) -> int:
    """Two intervals of the shortest subscription on the clock, or two years."""
    ends = [int(clock["frozen_time"]) + _TWO_YEARS]
    for each in account.store.newest_first("subscription"):
        if each["test_clock"] == clock["id"] and each["status"] not in standing.ENDED:
            item = each["items"]["data"][0]
            rhythm = {**item["price"]["recurring"]}
            rhythm["interval_count"] *= 2
            ends.append(period_end(each["billing_cycle_anchor"], clock["frozen_time"], rhythm))
    return min(ends)


def delete(account: Account, call: Call) -> Json:
    """Delete a clock; what lives by it goes no further."""
    clock = retrieve(account, call)
    account.store.remove(clock)
    account.timeline.forget(clock["id"])
    return {"id": clock["id"], "object": "test_helpers.test_clock", "deleted": True}


def named(account: Account, clock_id: str | None) -> str | None:
    """The id of a clock that a parameter names; raises ``StripeError`` for an unknown one."""
    if clock_id is not None and account.store.find("test_helpers.test_clock", clock_id) is None:
        raise missing("billing clock", clock_id, "test_clock", status=400)
    return clock_id
