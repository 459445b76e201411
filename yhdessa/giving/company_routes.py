"""The routes of companies: they come seldom, and what they need is much. So they have a process of their own
where each request may begin one, and givers do not wait for what only companies need.
"""

from __future__ import annotations

from yhdessa.giving.employer import employer
from yhdessa.giving.employer_pledge import pledge
from yhdessa.giving.health import health
from yhdessa.giving.partner import partner
from yhdessa.giving.partner_desk import decision
from yhdessa.giving.payroll import payroll
from yhdessa.giving.remittance import preview
from yhdessa.giving.remittance_sent import confirm
from yhdessa.giving.route import READ, SEND, Route, routes_of

COMPANIES = routes_of(
    Route("/api/payroll", SEND, payroll, for_people=True, form=True, limited=True),
    Route("/api/employer", (*READ, *SEND), employer, for_people=True, form=True, limited=True),
    Route("/api/pledge", READ, pledge, for_people=True),
    Route("/api/partner", SEND, partner, for_people=True, form=True, limited=True),
    Route("/api/partner/decision", (*READ, *SEND), decision, for_people=True, form=True, limited=True),
    Route("/api/remittance", SEND, preview, for_people=True, form=True, limited=True, parts=True),
    Route("/api/remittance/confirm", SEND, confirm, for_people=True, form=True, limited=True),
    Route("/api/health", READ, health),
)
