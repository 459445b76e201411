"""The routes of those who give, and of the machines beside them."""

from __future__ import annotations

from yhdessa.giving.donate import donate
from yhdessa.giving.health import health
from yhdessa.giving.portal import portal
from yhdessa.giving.route import READ, SEND, Route, routes_of
from yhdessa.giving.thanks import thanks
from yhdessa.giving.webhook import webhook

#: Stripe is known by its signature, whoever watches over a machine by nothing: neither has to name our host.
GIVERS = routes_of(
    Route("/api/donate", SEND, donate, for_people=True, form=True, limited=True),
    Route("/api/thanks", READ, thanks, for_people=True, limited=True),
    Route("/api/portal", (*READ, *SEND), portal, for_people=True, form=True, limited=True),
    Route("/api/stripe-webhook", SEND, webhook),
    Route("/api/health", READ, health),
)
