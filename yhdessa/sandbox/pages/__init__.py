"""The hosted pages, plainly marked as a sandbox's: Checkout, an invoice, the Billing Portal.

Each answers in fi, sv or en, without a script, and shows what Stripe's page shows of the same objects; its
buttons lead to ``flows``. Words stand in ``words.yml``, layout in ``templates/``.
"""

from yhdessa.sandbox.pages.checkout import CheckoutPage
from yhdessa.sandbox.pages.frame import LANGUAGES, style, words
from yhdessa.sandbox.pages.invoice import InvoicePage
from yhdessa.sandbox.pages.portal import PortalPage

__all__ = ["LANGUAGES", "CheckoutPage", "InvoicePage", "PortalPage", "style", "words"]
