"""All routes, for one process that answers everybody."""

from __future__ import annotations

from yhdessa.giving.company_routes import COMPANIES
from yhdessa.giving.routes import GIVERS

EVERY = {**GIVERS, **COMPANIES}
