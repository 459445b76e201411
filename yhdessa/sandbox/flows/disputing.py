"""A dispute is opened, and lost or won; the money leaves at once and comes back only when it is won.

Source: "How disputes work", https://docs.stripe.com/disputes/how-disputes-work. Stripe gives no fee back
either way.
"""

from typing import Literal

from yhdessa.sandbox.account import Account
from yhdessa.sandbox.objects.balance_transaction import DISPUTE_FEE, new_transaction
from yhdessa.sandbox.objects.dispute import new_dispute
from yhdessa.sandbox.settings import Json

Verdict = Literal["won", "lost"]
OPEN = ("needs_response", "under_review")


def open_dispute(account: Account, charge: Json, amount: int, reason: str) -> Json:
    """The payer's bank takes ``amount`` minor units of a charge back."""
    dispute = account.store.add(new_dispute(charge, amount, reason, account.now()))
    charge["disputed"] = True
    account.record("charge.dispute.created", dispute)
    _move(account, dispute, -amount, DISPUTE_FEE)
    account.record("charge.dispute.funds_withdrawn", dispute)
    return dispute


def close_dispute(account: Account, dispute: Json, verdict: Verdict) -> None:
    """The bank has decided; a dispute that is won brings the money back."""
    dispute["status"] = verdict
    if verdict == "won":
        _move(account, dispute, dispute["amount"], 0)
        account.record("charge.dispute.funds_reinstated", dispute)
    account.record("charge.dispute.closed", dispute)


def submit(account: Account, dispute: Json) -> None:
    """Send the evidence to the bank. In Stripe's test mode its text decides at once:

    ``winning_evidence`` and ``losing_evidence``, see https://docs.stripe.com/testing#disputes.
    """
    details = dispute["evidence_details"]
    dispute["evidence_details"] = {**details, "submission_count": details["submission_count"] + 1}
    dispute["status"] = "under_review"
    account.record("charge.dispute.updated", dispute)
    text = dispute["evidence"]["uncategorized_text"]
    if text in ("winning_evidence", "losing_evidence"):
        close_dispute(account, dispute, "won" if text == "winning_evidence" else "lost")


def _move(account: Account, dispute: Json, amount: int, fee: int) -> None:
    moved = account.store.add(new_transaction("adjustment", dispute, amount, fee, account.now()))
    dispute["balance_transactions"] = [*dispute["balance_transactions"], moved]
