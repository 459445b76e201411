"""The functions as one WSGI application: what is asked is checked, answered, and logged in a line.

Languages, sums, goals and addresses come from the catalogue and the settings, never from the browser.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from yhdessa.catalogue import Catalogue, parse_catalogue
from yhdessa.giving.addresses import network_of
from yhdessa.giving.asked import Asked, read_asked, read_form, read_parts
from yhdessa.giving.desk import Desk
from yhdessa.giving.evenly import Evenly
from yhdessa.giving.gate import Gate
from yhdessa.giving.languages import language_of
from yhdessa.giving.limits import Limits
from yhdessa.giving.links import Links
from yhdessa.giving.pages import Pages
from yhdessa.giving.refused import Refused
from yhdessa.giving.route import READ, Route, Routes
from yhdessa.giving.settings import Settings
from yhdessa.giving.webhook import said
from yhdessa.headers import PRIVATE, document_headers
from yhdessa.logs import Line, note, note_error
from yhdessa.mail.mailer import create_mailer
from yhdessa.payments.donors import Donors
from yhdessa.payments.gifts import Payments

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


class GivingApp:
    """The WSGI application over one catalogue, one Stripe account, one clock and one count of requests; what
    is at none of `routes` is not found.
    """

    def __init__(
        self,
        settings: Settings,
        catalogue: Catalogue,
        payments: Payments,
        routes: Routes,
        clock: Callable[[], float] = time.time,
        limits: Limits | None = None,
        version: str = "",
        donors: Donors | None = None,
        evenly: Evenly | None = None,
    ) -> None:
        self.routes = routes
        self.settings, self.catalogue, self.clock = settings, catalogue, clock
        self.limits = Limits(settings.limits_url) if limits is None else limits
        self.gate = Gate(settings.site_url, settings.allowed_hosts)
        pages = Pages(settings.templates, catalogue.icons)
        mailer = create_mailer(settings.smtp_url, settings.outbox, clock)
        links = Links(settings.site_secrets, clock)
        self.desk = Desk(
            settings=settings,
            catalogue=catalogue,
            version=version,
            payments=payments,
            donors=donors or Donors(settings.stripe_secret_key, settings.stripe_api),
            pages=pages,
            mailer=mailer,
            links=links,
            limits=self.limits,
            evenly=evenly or Evenly(),
            clock=clock,
        )
        self.headers = [
            *document_headers(settings.site_url, settings.stripe_api).items(),
            ("Cache-Control", PRIVATE),
        ]

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        with Line(environ.get("HTTP_X_REQUEST_ID", ""), self.clock()) as line:
            response = self.answer(environ)
            line.status = response.status_code

        def begin(status: str, headers: list[tuple[str, str]], *more: Any) -> Callable[[bytes], object]:
            own = [each for each in self.headers if each[0] not in response.headers]
            return start_response(status, [*headers, *own, ("X-Request-Id", line.id)], *more)

        return response(environ, begin)

    def answer(self, environ: WSGIEnvironment) -> Response:
        """The answer to a request: a route's, or why there is none; never a stack trace."""
        route, asked = self.routes.get(environ.get("PATH_INFO", "")), None
        note(route=route.path if route else "none")
        try:
            asked = read_asked(environ)
            return self.routed(route, asked)
        except Refused as refused:
            note(outcome=refused.outcome)
            response = self.refusal(route, asked, refused.status, refused.outcome)
            response.headers.update(refused.headers)
            return response
        except HTTPException as error:
            note(outcome="unreadable")
            note_error(error)
            return self.refusal(route, asked, error.code or 400, "unreadable")
        except Exception as error:
            note(outcome="failed")
            note_error(error)
            return self.refusal(route, asked, 500, "failed")

    def routed(self, route: Route | None, asked: Asked) -> Response:
        """The answer of the route. Raises Refused for what does not come so far."""
        if route is None:
            raise Refused(404, "not_found")
        if asked.method not in route.methods:
            raise Refused(405, "wrong_method", {"Allow": ", ".join(route.methods)})
        sent = route.form and asked.method not in READ
        if sent:
            # First, since it names the language in which all that follows is told.
            (read_parts if route.parts else read_form)(asked)
        if route.for_people:
            self.gate.check_host(asked.environ)
        if sent:
            self.gate.check_origin(asked.environ)
        if route.limited:
            self.check_limit(route, asked)
        return route.answer(self.desk, asked)

    def check_limit(self, route: Route, asked: Asked) -> None:
        """Raises Refused (429) when too much comes from one network."""
        wait = self.limits.wait(route.path, network_of(asked.environ, self.settings.trusted_hops))
        if wait:
            raise Refused(429, "limited", {"Retry-After": str(wait)})

    def refusal(self, route: Route | None, asked: Asked | None, status: int, outcome: str) -> Response:
        """A page for people, in their language; a line for machines."""
        if route is not None and not route.for_people:
            return said(outcome.replace("_", " "), status)
        try:
            spoken = language_of(asked, self.catalogue, self.settings.site_url) if asked else None
            return self.desk.pages.refusal(spoken or self.catalogue.nearest(""), status)
        except Exception as error:
            note_error(error)
            return said("failed", 500)


def create_app(settings: Settings, routes: Routes, evenly: Evenly | None = None) -> GivingApp:
    """The application of `settings` for `routes`; `evenly` says when answers leave that must not tell by
    their time.

    Raises OSError when there is no catalogue: build the site first.
    """
    written = settings.catalogue.read_bytes()
    version = hashlib.blake2b(written, digest_size=8).hexdigest()
    payments = Payments(settings.stripe_secret_key, settings.stripe_api)
    catalogue = parse_catalogue(written)
    return GivingApp(settings, catalogue, payments, routes, version=version, evenly=evenly)
