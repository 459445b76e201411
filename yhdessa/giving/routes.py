"""The routes: where which request is answered by whom, and what is checked before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from werkzeug.wrappers import Response

from yhdessa.giving.asked import Asked
from yhdessa.giving.desk import Desk
from yhdessa.giving.donate import donate
from yhdessa.giving.health import health
from yhdessa.giving.portal import portal
from yhdessa.giving.thanks import thanks
from yhdessa.giving.webhook import webhook

Answer = Callable[[Desk, Asked], Response]
READ = ("GET", "HEAD")
SEND = ("POST",)


@dataclass(frozen=True)
class Route:
    """One address. `for_people`: answered by pages, at the site's own host alone. `form`: what is sent to it
    is a form of ours, with files in it where it comes in `parts`. `limited`: counted by the network it comes
    from, since Stripe is asked for it.
    """

    path: str
    methods: tuple[str, ...]
    answer: Answer
    for_people: bool = False
    form: bool = False
    limited: bool = False
    parts: bool = False


def late(module: str, name: str) -> Answer:
    """The function `name` of a module that is imported when it is first asked: employers come once a month,
    and givers should not wait for what only employers need.
    """

    def answer(desk: Desk, asked: Asked) -> Response:
        found: Answer = getattr(import_module(f"yhdessa.giving.{module}"), name)
        return found(desk, asked)

    return answer


#: Stripe is known by its signature, whoever watches over a machine by nothing: neither has to name our host.
ROUTES = {
    route.path: route
    for route in (
        Route("/api/donate", SEND, donate, for_people=True, form=True, limited=True),
        Route("/api/thanks", READ, thanks, for_people=True, limited=True),
        Route("/api/portal", (*READ, *SEND), portal, for_people=True, form=True, limited=True),
        Route("/api/payroll", SEND, late("payroll", "payroll"), for_people=True, form=True, limited=True),
        Route(
            "/api/employer",
            (*READ, *SEND),
            late("employer", "employer"),
            for_people=True,
            form=True,
            limited=True,
        ),
        Route("/api/pledge", READ, late("employer_pledge", "pledge"), for_people=True),
        Route(
            "/api/remittance",
            SEND,
            late("remittance", "preview"),
            for_people=True,
            form=True,
            limited=True,
            parts=True,
        ),
        Route(
            "/api/remittance/confirm",
            SEND,
            late("remittance_sent", "confirm"),
            for_people=True,
            form=True,
            limited=True,
        ),
        Route("/api/stripe-webhook", SEND, webhook),
        Route("/api/health", READ, health),
    )
}
