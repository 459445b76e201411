"""The field for an e-mail address: asked for a receipt, never needed, and never kept by us."""

from __future__ import annotations

import re

from yhdessa.forms.view import FieldView

EMAIL = "email"
#: The longest that a mail server takes. https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.3
LONGEST_EMAIL = 254
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
#: What browsers take in such a field, with a dot in the domain and none astray before the @: Stripe refuses
#: the rest. https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
_ADDRESS = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})+")


class NotAnAddress(ValueError):
    """What was written is no e-mail address."""


def read_email(written: str) -> str:
    """The address in `written`, or an empty text when nothing was written. Raises NotAnAddress."""
    address = written.strip(" \t\r\n")
    if address and (len(address) > LONGEST_EMAIL or not _ADDRESS.fullmatch(address)):
        raise NotAnAddress
    return address


def email_field(label: str, hint: str, value: str, error: str) -> FieldView:
    """The field, with what was written before, cut where no address goes on."""
    return FieldView(EMAIL, "email", label, hint=hint, value=value[:LONGEST_EMAIL], error=error)
