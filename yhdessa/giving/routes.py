"""The routes: where which request is answered by whom, and what is checked before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from werkzeug.wrappers import Response

from yhdessa.giving.asked import Asked
from yhdessa.giving.desk import Desk
from yhdessa.giving.donate import donate
from yhdessa.giving.health import health
from yhdessa.giving.thanks import thanks
from yhdessa.giving.webhook import webhook

READ = ("GET", "HEAD")
SEND = ("POST",)


@dataclass(frozen=True)
class Route:
    """One address. `for_people`: answered by pages, at the site's own host alone. `form`: its body is a form
    of ours. `limited`: counted by the network it comes from, since Stripe is asked for it.
    """

    path: str
    methods: tuple[str, ...]
    answer: Callable[[Desk, Asked], Response]
    for_people: bool = False
    form: bool = False
    limited: bool = False


#: Stripe is known by its signature, whoever watches over a machine by nothing: neither has to name our host.
ROUTES = {
    route.path: route
    for route in (
        Route("/api/donate", SEND, donate, for_people=True, form=True, limited=True),
        Route("/api/thanks", READ, thanks, for_people=True, limited=True),
        Route("/api/stripe-webhook", SEND, webhook),
        Route("/api/health", READ, health),
    )
}
