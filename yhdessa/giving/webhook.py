"""/api/stripe-webhook: Stripe tells that something happened. That is verified, a rebuild is asked for where
sums have changed, and nothing is kept: the ledger pulls what it needs.
"""

from __future__ import annotations

from werkzeug.wrappers import Response

from yhdessa.giving.asked import Asked, read_body
from yhdessa.giving.desk import Desk
from yhdessa.giving.events import BadSignature, Event, read_event
from yhdessa.giving.rebuild import RebuildNotAsked, ask_for_rebuild
from yhdessa.giving.refused import Refused
from yhdessa.logs import note, note_error


def webhook(desk: Desk, asked: Asked) -> Response:
    """200 once the event is taken; 503, so that Stripe tells it again, when no rebuild could be asked for.

    The same event may come twice or late: a rebuild too many costs a minute of a machine and changes no sum.
    Raises Refused (400) for what is not Stripe's, or of the other mode.
    """
    event = _verified(desk, asked)
    note(outcome="event", event=event.id, type=event.type)
    if event.changes_totals and desk.settings.rebuild_hook_url is not None:
        try:
            ask_for_rebuild(desk.settings.rebuild_hook_url)
        except RebuildNotAsked as error:
            note(outcome="rebuild_not_asked")
            note_error(error)
            return said("not rebuilt", 503)
        note(outcome="rebuild_asked")
    return said("ok", 200)


def said(text: str, status: int) -> Response:
    """A line for machines."""
    return Response(f"{text}\n", status, content_type="text/plain")


def _verified(desk: Desk, asked: Asked) -> Event:
    signature = asked.headers.get("Stripe-Signature", "")
    try:
        event = read_event(read_body(asked), signature, desk.settings.webhook_secrets, desk.clock())
    except BadSignature as error:
        note(reason=str(error))
        raise Refused(400, "bad_signature") from error
    if event.livemode != ("_live_" in desk.settings.stripe_secret_key):
        raise Refused(400, "wrong_mode")
    return event
