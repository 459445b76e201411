"""The form of those who give monthly: an address, to which a link to their gifts is sent."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from yhdessa.forms.donation import TRAP
from yhdessa.forms.email import EMAIL, NotAnAddress, email_field, read_email
from yhdessa.forms.view import FormView, Trap


class MonthlyDonorWords(Struct, frozen=True):
    """How the address is asked for in one language, and what is said of one that is none."""

    language: str
    email: str
    email_hint: str
    email_missing: str
    email_wrong: str
    button: str
    after_button: str
    error_title: str
    error_label: str
    leave_empty: str


class AddressWrong(Struct, frozen=True):
    """Why there is no address in an answer, in its language."""

    message: str


def read_monthly_donor(words: MonthlyDonorWords, answer: Mapping[str, str]) -> str | AddressWrong:
    """The address in `answer`, or what is wrong with it."""
    try:
        return read_email(answer.get(EMAIL, "")) or AddressWrong(words.email_missing)
    except NotAnAddress:
        return AddressWrong(words.email_wrong)


def show_monthly_donor(
    words: MonthlyDonorWords, action: str, *, written: str = "", wrong: AddressWrong | None = None
) -> FormView:
    """The form, empty or with what was `written` and is `wrong`."""
    error = wrong.message if wrong else ""
    return FormView(
        action=action,
        button=words.button,
        after_button=words.after_button,
        fields=(email_field(words.email, words.email_hint, written, error),),
        hidden={"language": words.language},
        error_title=words.error_title,
        error_label=words.error_label,
        trap=Trap(TRAP, words.leave_empty),
    )
