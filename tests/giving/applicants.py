"""Somebody at a company that wants to become a partner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import requests

from tests.giving.workplaces import FORM

PARTNER = {
    "tier": "main",
    "goal": "anywhere",
    "company": "Esimerkkikumppani Oy",
    "country": "FI",
    "business_id": "9000001-1",
    "contact_name": "Esimerkki Henkilö",
    "contact_email": "partner@example.org",
    "billing_email": "invoices@example.org",
    "address_line": "Esimerkkikatu 1",
    "postal_code": "00100",
    "city": "Esimerkkilä",
}


@dataclass
class Applicant:
    """A person at a company, with a browser without a script."""

    house: Any
    visitor: Any
    see: Any
    language: str = "fi"

    def fields(self, **changed: str) -> dict[str, str]:
        """The form as it is filled in."""
        return {"language": self.language, "invoice_language": self.language, **PARTNER, **changed}

    def sign_up(self, **changed: str) -> requests.Response:
        answer: requests.Response = self.visitor.post("/api/partner", self.fields(**changed), headers=FORM)
        return answer

    def heading(self, answer: Any) -> str:
        [heading] = self.see(answer.text).said("h1")
        return str(heading)

    @property
    def told(self) -> Any:
        """What is said to partners in the language."""
        return self.house.catalogue.languages[self.language].partner

    def customers(self) -> list[Any]:
        return list(self.house.stripe.v1.customers.list({"limit": 100}).data)

    def customer(self) -> Any:
        [customer] = self.customers()
        return customer
