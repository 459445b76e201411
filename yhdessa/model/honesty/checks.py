"""Every check of honesty and freshness, one after another."""

from __future__ import annotations

import datetime
from pathlib import Path

from yhdessa.model.content import Content
from yhdessa.model.honesty.accounts import check_accounts
from yhdessa.model.honesty.anchors import check_anchors
from yhdessa.model.honesty.clock import clock_of
from yhdessa.model.honesty.colours import check_colours
from yhdessa.model.honesty.demonstration import check_demonstration
from yhdessa.model.honesty.figures import check_figures
from yhdessa.model.honesty.helplines import check_helplines
from yhdessa.model.honesty.images import check_images
from yhdessa.model.honesty.logos import check_logos
from yhdessa.model.honesty.mailboxes import check_mailboxes
from yhdessa.model.honesty.markup import check_markup
from yhdessa.model.honesty.permit import check_permit
from yhdessa.model.honesty.placeholders import check_placeholders
from yhdessa.model.honesty.tax import check_tax
from yhdessa.model.honesty.written import texts_of
from yhdessa.model.problem import Problem


def check_honesty(content: Content, docs: Path, today: datetime.date | None, public: bool) -> list[Problem]:
    """What is not true, not fresh or not there; `docs` is the folder of pictures, for the logos.

    `today` of None is the demonstration's own day, or the real one for a public site. References must hold.
    """
    clock = clock_of(content.organisation, today, public)
    texts = texts_of(content.documents.values())
    return [
        *check_demonstration(content, clock),
        *check_helplines(content, clock),
        *check_permit(content, clock),
        *check_accounts(content, clock),
        *check_tax(content, clock),
        *check_placeholders(texts),
        *check_mailboxes(texts, clock),
        *check_colours(content),
        *check_figures(content),
        *check_images(content),
        *check_markup(content),
        *check_anchors(content),
        *check_logos(content, docs),
    ]
