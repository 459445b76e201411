"""The functions for companies, where they have a process of their own: `functions.companies:app`."""

from functions.start import start
from yhdessa.giving.company_routes import COMPANIES

app = start(COMPANIES)
