"""Somebody at a workplace's payroll office, who signs up, opens the link in the mail, and remits."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email import policy
from email.parser import BytesParser
from typing import Any

import requests

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
SIGN_UP = {
    "company": "Esimerkkityö Oy",
    "country": "FI",
    "business_id": "9000001-1",
    "contact_name": "Esimerkki Henkilö",
    "contact_email": "contact@example.org",
    "billing_email": "invoices@example.org",
    "goal": "anywhere",
}
#: Two gifts, together 22.50, in a way that every language's spreadsheet writes.
GIFTS = b"viite;summa\n1001;10,00\n1002;12,50\n"


@dataclass
class Letter:
    """A letter in the outbox."""

    to: str
    subject: str
    language: str
    text: str

    @property
    def links(self) -> list[str]:
        return re.findall(r"https?://\S+", self.text)


def letters(house: Any) -> list[Letter]:
    """What has been sent, in order."""
    read = []
    for file in sorted(house.settings.outbox.glob("*.eml")):
        message = BytesParser(policy=policy.default).parsebytes(file.read_bytes())
        text = message.get_content()
        read.append(Letter(message["To"], message["Subject"], message["Content-Language"], text))
    return read


@dataclass
class Office:
    """A person at a workplace, with a browser without a script."""

    house: Any
    visitor: Any
    see: Any
    language: str = "fi"
    visit: str = ""
    fields: dict[str, str] = field(default_factory=lambda: dict(SIGN_UP))

    def sign_up(self, **changed: str) -> requests.Response:
        sent = {"language": self.language, "invoice_language": self.language, **self.fields, **changed}
        return self.post("/api/payroll", **sent)

    def post(self, path: str, **fields: str) -> requests.Response:
        answer: requests.Response = self.visitor.post(
            path, {"language": self.language, **fields}, headers=FORM
        )
        return answer

    def link(self) -> str:
        """The path of the newest link that was sent."""
        link: str = letters(self.house)[-1].links[0]
        assert link.startswith(f"{self.house.url}/api/employer?language={self.language}&token=")
        return link.removeprefix(self.house.url)

    def enter(self) -> requests.Response:
        """Open the newest link, and press its button."""
        answer = self.post("/api/employer", token=self.hidden(self.visitor.get(self.link()), "token"))
        self.visit = self.hidden(answer, "visit")
        return answer

    def act(self, name: str, **fields: str) -> requests.Response:
        return self.post("/api/employer", visit=self.visit, act=name, **fields)

    def remit(self, gifts: bytes = GIFTS, month: str = "", **fields: str) -> requests.Response:
        """Send a file of gifts."""
        month = month or months(self.house)[0]
        answer: requests.Response = self.visitor.post(
            "/api/remittance",
            {"language": self.language, "visit": self.visit, "month": month, **fields},
            files={"file": ("gifts.csv", gifts, "text/csv")},
        )
        return answer

    def confirm(self, previewed: requests.Response) -> requests.Response:
        return self.post("/api/remittance/confirm", visit=self.visit, read=self.hidden(previewed, "read"))

    def send(self, gifts: bytes = GIFTS, month: str = "") -> requests.Response:
        """Remit and confirm."""
        return self.confirm(self.remit(gifts, month))

    def hidden(self, answer: requests.Response, name: str) -> str:
        [*_, found] = self.see(answer.text).all("input", type="hidden", name=name)
        return str(found["value"])

    @property
    def words(self) -> Any:
        return self.house.catalogue.languages[self.language].employer.words

    def customer(self) -> Any:
        [customer] = self.house.stripe.v1.customers.list().data
        return customer

    def invoices(self) -> list[Any]:
        """The account's invoices, the oldest first."""
        return list(self.house.stripe.v1.invoices.list({"limit": 100}).data)[::-1]

    def said(self, answer: requests.Response) -> str:
        """What the page says of what was just done, or could not be."""
        [_, after] = answer.text.split(' role="status"', 1)
        return str(self.see("<p" + after.partition("</p>")[0] + "</p>").said("p")[0])


def months(house: Any) -> tuple[str, ...]:
    """The months that a remittance may be for, this one first."""
    from yhdessa.giving.remittance_form import months_offered

    terms = house.catalogue.employers
    return months_offered(house.running.clock(), terms.time_zone, terms.months_back)
