"""/api/thanks: what is true of the gift that the payment page sends back."""

from __future__ import annotations

import msgspec
from werkzeug.wrappers import Response

from yhdessa.catalogue import LanguageCatalogue, Thanks
from yhdessa.giving.asked import Asked
from yhdessa.giving.desk import Desk
from yhdessa.l10n.money import format_money
from yhdessa.logs import note, note_error
from yhdessa.payments.client import PaymentsUnavailable
from yhdessa.payments.gifts import Gift, GiftState


def thanks(desk: Desk, asked: Asked) -> Response:
    """Paid, delayed, unpaid or unknown; unknown as well when Stripe cannot be asked."""
    spoken = desk.catalogue.nearest(asked.args.get("language", ""))
    try:
        gift = desk.payments.find_gift(asked.args.get("session", ""))
    except PaymentsUnavailable as error:
        note(outcome="stripe_unavailable")
        note_error(error)
        return desk.pages.said(spoken.unknown)
    note(outcome=gift.state.value if gift else "unknown")
    return desk.pages.said(thanks_for(spoken, gift))


def thanks_for(spoken: LanguageCatalogue, gift: Gift | None) -> Thanks:
    """What to say of a gift; of none, or of another's, only what is true for anyone."""
    if gift is None:
        return spoken.unknown
    true = spoken.monthly if gift.monthly and spoken.monthly else spoken
    said = {GiftState.PAID: true.paid, GiftState.DELAYED: true.delayed, GiftState.UNPAID: spoken.unpaid}[
        gift.state
    ]
    text = said.page.text.format(amount=format_money(gift.amount, spoken.words.language))
    return msgspec.structs.replace(said, page=msgspec.structs.replace(said.page, text=text))
