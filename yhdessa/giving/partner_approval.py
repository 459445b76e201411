"""What staff decide of a company that would be a partner, by link or by command; and the letter about it."""

from __future__ import annotations

import msgspec

from yhdessa.catalogue import Catalogue
from yhdessa.giving.letters import write_letter
from yhdessa.giving.partner_details import order_of
from yhdessa.giving.partner_links import told_to_partners
from yhdessa.giving.partner_terms import yearly_terms
from yhdessa.logs import note_error
from yhdessa.mail.letter import Letter, one_line
from yhdessa.mail.mailer import Mailer
from yhdessa.payments.client import PaymentsUnavailable
from yhdessa.payments.partner_marks import LONGEST_VALUE
from yhdessa.payments.partners import HasEnded, Partner, Partners, PartnerState

#: A reason stands in Stripe's metadata.
LONGEST_REASON = LONGEST_VALUE


def read_reason(written: str) -> str:
    """A reason as it was typed, without what no letter needs; empty when nothing is left."""
    lines = (one_line(line) for line in written.strip().splitlines())
    return "\n".join(lines)


class Approval:
    """Decides with the `catalogue`'s terms and words. Whatever stops half-way goes on when it is asked again,
    and what is done already is not done twice.
    """

    def __init__(self, catalogue: Catalogue, partners: Partners, mailer: Mailer) -> None:
        self.catalogue, self.partners, self.mailer = catalogue, partners, mailer

    def approve(self, partner: Partner) -> Partner:
        """A partner, invoiced from now on, with a letter that says so.

        Raises StepFailed, HasEnded, NotOffered; and MailUnavailable when the approval stands but the letter
        did not leave.
        """
        if partner.state in (PartnerState.PENDING, PartnerState.DECLINED):
            partner = self.partners.approve(partner, yearly_terms(self.catalogue, partner.asked))
        elif partner.state is PartnerState.CANCELLED:
            raise HasEnded
        return self._tell(partner, "partner_approved")

    def decline(self, partner: Partner, reason: str) -> Partner:
        """No partner, with a letter that says why, in `reason`'s words.

        Raises AlreadyApproved, PaymentsUnavailable; and MailUnavailable when the letter did not leave.
        """
        return self._tell(self.partners.decline(partner, reason), "partner_declined")

    def _tell(self, partner: Partner, letter_id: str) -> Partner:
        """The company's letter, unless it has it. Raises MailUnavailable."""
        if partner.told:
            return partner
        self.mailer.send(self._letter(partner, letter_id))
        try:
            return self.partners.mark_told(partner)
        except PaymentsUnavailable as error:
            # Decided and told: the worst that follows is the same letter again, when somebody asks again.
            note_error(error)
            return msgspec.structs.replace(partner, told=True)

    def _letter(self, partner: Partner, letter_id: str) -> Letter:
        asked = partner.asked
        spoken = self.catalogue.nearest(asked.language)
        _, terms = told_to_partners(self.catalogue, spoken)
        parts = {
            "company": asked.company,
            "details": order_of(self.catalogue, partner, spoken.words.language),
            "billing": asked.billing_email,
            "days": str(terms.days_until_due),
            "reason": partner.reason,
        }
        letter = write_letter(spoken, letter_id, asked.contact.email, parts)
        return msgspec.structs.replace(letter, id=f"{partner.id}.{partner.link}.{letter_id}")
