"""The functions as one WSGI application: a route, a function of the request, an answer.

Languages, sums, goals and addresses come from the catalogue and the settings, never from the browser.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urljoin

import msgspec
from werkzeug.exceptions import (
    BadRequest,
    HTTPException,
    InternalServerError,
    RequestEntityTooLarge,
    UnsupportedMediaType,
)
from werkzeug.routing import Map, Rule
from werkzeug.utils import redirect
from werkzeug.wrappers import Request, Response

from yhdessa.catalogue import Catalogue, LanguageCatalogue, Thanks, load_catalogue
from yhdessa.forms.donation import Donation, DonationErrors, read_donation, show_donation
from yhdessa.giving.payments import Gift, GiftOrder, GiftState, Payments, PaymentsUnavailable
from yhdessa.giving.settings import Settings
from yhdessa.giving.webhook import BadSignature, read_event
from yhdessa.l10n.money import format_money

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

    from yhdessa.view.environment import Renderer
    from yhdessa.view.page import Page
    from yhdessa.view.shell import Shell

log = logging.getLogger(__name__)

LARGEST_BODY = 64 * 1024
FORM = "application/x-www-form-urlencoded"

# Slashes are not merged: the redirect would go to whatever host the browser's Host header names.
ROUTES = Map(
    [
        Rule("/api/donate", endpoint="donate", methods=["POST"]),
        Rule("/api/thanks", endpoint="thanks", methods=["GET"]),
        Rule("/api/stripe-webhook", endpoint="webhook", methods=["POST"]),
        Rule("/api/health", endpoint="health", methods=["GET"]),
    ],
    merge_slashes=False,
)


class GivingApp:
    """The WSGI application over one catalogue, one Stripe account and one clock."""

    def __init__(
        self,
        settings: Settings,
        catalogue: Catalogue,
        payments: Payments,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.settings = settings
        self.catalogue = catalogue
        self.payments = payments
        self.clock = clock
        self._renderer: Renderer | None = None
        self.routes: dict[str, Callable[[Request], Response]] = {
            "donate": self.donate,
            "thanks": self.thanks,
            "webhook": self.webhook,
            "health": self.health,
        }

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        return self.answer(environ)(environ, start_response)

    def answer(self, environ: WSGIEnvironment) -> Response:
        """The answer to a request: a route's, or what is wrong with the request; never a stack trace."""
        try:
            request = read_request(environ)
            endpoint, _ = ROUTES.bind_to_environ(environ).match()
            response = self.routes[endpoint](request)
        except HTTPException as refused:
            response = refused.get_response(environ)
        except Exception:
            log.exception("a request could not be answered")
            response = InternalServerError().get_response(environ)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    def donate(self, request: Request) -> Response:
        """The donation form was sent: on to the payment page, or the form again with what is wrong."""
        form = read_form(request)
        spoken = self.catalogue.nearest(form.get("language", ""))
        donation = read_donation(self.catalogue.offer, spoken.words, form)
        if isinstance(donation, DonationErrors):
            return self.donate_again(spoken, form, donation)
        try:
            return redirect(
                self.payments.create_checkout(self.order(spoken, donation)), code=303, Response=Response
            )
        except PaymentsUnavailable as error:
            log.error("a payment could not begin", exc_info=error)
            return self.said(spoken.unavailable, 503)

    def donate_again(
        self, spoken: LanguageCatalogue, form: dict[str, str], errors: DonationErrors
    ) -> Response:
        """The form as it was sent, with its errors first."""
        action = spoken.donate_page.form.action
        shown = show_donation(self.catalogue.offer, spoken.words, action, answer=form, errors=errors)
        shell = msgspec.structs.replace(
            spoken.donate,
            title=f"{spoken.error_prefix} {spoken.donate.title}",
            canonical="",
            x_default="",
            announced=(),
            indexed=False,
        )
        return self.page(shell, msgspec.structs.replace(spoken.donate_page, form=shown), 422)

    def order(self, spoken: LanguageCatalogue, donation: Donation) -> GiftOrder:
        """What Stripe is asked to take; addresses are the site's own."""
        words = spoken.words
        name = words.goals[donation.goal] if donation.goal else ""
        thanks = urljoin(self.settings.site_url, "api/thanks?" + urlencode({"language": words.language}))
        return GiftOrder(
            amount=donation.amount,
            product=spoken.product_for_goal.format(goal=name) if name else spoken.product,
            goal=donation.goal,
            language=words.language,
            success_url=f"{thanks}&session={{CHECKOUT_SESSION_ID}}",
            cancel_url=urljoin(self.settings.site_url, spoken.donate_href),
        )

    def thanks(self, request: Request) -> Response:
        """What is true of the gift that the payment page sends back: paid, delayed, unpaid or unknown."""
        spoken = self.catalogue.nearest(request.args.get("language", ""))
        try:
            gift = self.payments.find_gift(request.args.get("session", ""))
        except PaymentsUnavailable as error:
            log.error("a payment could not be looked up", exc_info=error)
            return self.said(spoken.unknown, 200)
        return self.said(thanks_for(spoken, gift), 200)

    def webhook(self, request: Request) -> Response:
        """Stripe tells that something happened. It is verified and noted; the ledger pulls what it needs."""
        body = read_body(request)
        try:
            signature = request.headers.get("Stripe-Signature", "")
            event = read_event(body, signature, self.settings.webhook_secrets, self.clock())
        except BadSignature as refused:
            log.warning("a webhook was refused: %s", refused)
            return Response("bad signature\n", 400, content_type="text/plain")
        if event.livemode != ("_live_" in self.settings.stripe_secret_key):
            log.warning("a webhook of the other mode was refused: %s", event.id)
            return Response("wrong mode\n", 400, content_type="text/plain")
        log.info("webhook %s %s", event.type, event.id)
        return Response("ok\n", 200, content_type="text/plain")

    def health(self, _: Request) -> Response:
        """Whether the functions run; asks nobody else."""
        return Response("ok\n", content_type="text/plain")

    def said(self, thanks: Thanks, status: int) -> Response:
        """One of the things that the thank-you page can say."""
        return self.page(thanks.shell, thanks.page, status)

    def page(self, shell: Shell, page: Page, status: int) -> Response:
        """A page, rendered as the build renders it."""
        return Response(self.renderer.render(shell, page), status, content_type="text/html; charset=utf-8")

    @property
    def renderer(self) -> Renderer:
        """The renderer, made when the first page is shown: most requests are answered by a redirect."""
        if self._renderer is None:
            from yhdessa.view.environment import Renderer

            self._renderer = Renderer(self.settings.templates, self.catalogue.icons)
        return self._renderer


def create_app(settings: Settings) -> GivingApp:
    """The application of `settings`. Raises OSError when there is no catalogue: build the site first."""
    payments = Payments(settings.stripe_secret_key, settings.stripe_api)
    return GivingApp(settings, load_catalogue(settings.catalogue), payments)


def read_request(environ: WSGIEnvironment) -> Request:
    """The request, its body bounded. Raises 400 for text that no byte stands for.

    API Gateway hands on decoded paths, in which WSGI's Latin-1 has no place for most letters.
    """
    try:
        request = Request(environ)
    except UnicodeEncodeError as error:
        raise BadRequest from error
    request.max_content_length = LARGEST_BODY + 1
    return request


def read_body(request: Request) -> bytes:
    """The body. Raises 413 for a large one: of one without a length werkzeug cuts what is too much off."""
    body = request.get_data()
    if len(body) > LARGEST_BODY:
        raise RequestEntityTooLarge
    return body


def read_form(request: Request) -> dict[str, str]:
    """The fields of a posted form, each once. Raises 415 for another kind of body and 413 for a large one."""
    if request.mimetype != FORM:
        raise UnsupportedMediaType
    read_body(request)
    return request.form.to_dict()


def thanks_for(spoken: LanguageCatalogue, gift: Gift | None) -> Thanks:
    """What to say of a gift; of none, or of another's, only what is true for anyone."""
    if gift is None:
        return spoken.unknown
    said = {GiftState.PAID: spoken.paid, GiftState.DELAYED: spoken.delayed, GiftState.UNPAID: spoken.unpaid}[
        gift.state
    ]
    text = said.page.text.format(amount=format_money(gift.amount, spoken.words.language))
    return msgspec.structs.replace(said, page=msgspec.structs.replace(said.page, text=text))
