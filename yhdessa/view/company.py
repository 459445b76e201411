"""What the page says on which a company signs up, as an employer or as a partner."""

from __future__ import annotations

from typing import ClassVar

from yhdessa.forms.view import FormView
from yhdessa.view.page import Page
from yhdessa.view.parts import NextSteps


class SignUpPage(Page, frozen=True):
    """The form by which a company signs up, and what comes next."""

    kind: ClassVar[str] = "sign_up"
    lead: str
    form: FormView
    next: NextSteps
