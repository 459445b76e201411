"""Disputes: retrieve, list, answer with evidence. They are opened at ``/_control/disputes`` or by a test
card.
"""

from yhdessa.sandbox import metadata
from yhdessa.sandbox.account import Account
from yhdessa.sandbox.errors import missing
from yhdessa.sandbox.flows import disputing
from yhdessa.sandbox.listing import matches, stored
from yhdessa.sandbox.resources.call import Call
from yhdessa.sandbox.rules import refusal
from yhdessa.sandbox.settings import Json


def retrieve(account: Account, call: Call) -> Json:
    """One dispute; raises ``StripeError`` (404) for an unknown id."""
    dispute = account.store.find("dispute", call.arguments["dispute"])
    if dispute is None:
        raise missing("dispute", call.arguments["dispute"], "dispute")
    return dispute


def list_(account: Account, call: Call) -> Json:
    """Disputes, newest first."""
    params = call.params
    return stored(
        account.store,
        "dispute",
        params,
        "/v1/disputes",
        lambda each: matches(each, params, "charge", "payment_intent"),
    )


def update(account: Account, call: Call) -> Json:
    """Keep evidence, and send it to the bank if ``submit`` says so, which it does by itself."""
    dispute, params = retrieve(account, call), call.params
    if dispute["status"] not in disputing.OPEN and "evidence" in params:
        raise refusal("dispute-closed-fixed", status=dispute["status"])
    dispute["metadata"] = metadata.merged(dispute["metadata"], params.get("metadata"))
    evidence = params.get("evidence")
    if evidence:
        dispute["evidence"] = {**dispute["evidence"], **evidence}
        dispute["evidence_details"] = {**dispute["evidence_details"], "has_evidence": True}
    if evidence and params.get("submit", True):
        disputing.submit(account, dispute)
    else:
        account.record("charge.dispute.updated", dispute)
    return dispute
