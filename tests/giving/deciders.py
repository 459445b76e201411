"""Somebody of staff who reads the letter about a company, opens its link, and decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.giving.workplaces import FORM, Letter, letters
from yhdessa import cli
from yhdessa.giving.links import Links
from yhdessa.giving.partner_links import PURPOSE, partners_of
from yhdessa.payments.partners import Partner

PATH = "/api/partner/decision"


@dataclass
class Decider:
    """A person of staff, with a browser without a script and with a terminal."""

    house: Any
    visitor: Any
    see: Any
    run: Callable[..., tuple[int, str, str]]
    language: str = "fi"

    @property
    def words(self) -> Any:
        """What staff read in the language."""
        return self.house.catalogue.languages[self.language].partner.words.desk

    def letters(self) -> list[Letter]:
        """Those that staff got."""
        return [each for each in letters(self.house) if each.to == self.house.catalogue.partners.staff]

    def about(self, subject: str, language: str) -> list[EmailMessage]:
        """The letters to companies with the subject of one of content's letters."""
        wanted = self.house.catalogue.languages[language].letters[subject].subject
        return [each for each in self.house.letters() if each["Subject"] == wanted]

    def link(self) -> str:
        """The path of the newest link that was sent."""
        [link] = self.letters()[-1].links
        return str(link.removeprefix(self.house.url))

    def token(self, purpose: str = PURPOSE, age: float = 0, secret: str = "", **facts: str) -> str:
        """A token as the functions sign them, `age` seconds old."""
        secrets = (secret,) if secret else self.house.settings.site_secrets
        links = Links(secrets, lambda: self.house.running.clock() - age)
        return links.token(purpose, {"customer": self.partner().id, "link": "1", **facts})

    def open(self, token: str = "") -> requests.Response:
        query = f"{PATH}?language={self.language}&token={token or self.token()}"
        answer: requests.Response = self.visitor.get(query)
        return answer

    def fields(self, act: str, **more: str) -> dict[str, str]:
        """What a form of the page sends."""
        return {"language": self.language, "token": self.token(), "act": act, **more}

    def approve(self, **more: str) -> requests.Response:
        answer: requests.Response = self.visitor.post(PATH, self.fields("approve", **more), headers=FORM)
        return answer

    def decline(self, reason: str = "Olemme täynnä.") -> requests.Response:
        sent = self.fields("decline", reason=reason)
        answer: requests.Response = self.visitor.post(PATH, sent, headers=FORM)
        return answer

    def said(self, answer: Any) -> str:
        """What has just happened, as the page says it."""
        page = self.see(answer.text)
        [number] = [place for place, (_, each) in enumerate(page.elements) if each.get("role") == "status"]
        assert page.elements[number][0] == "p"
        return str(page.html.partition('role="status"')[2].partition(">")[2].partition("</p>")[0])

    def partners(self) -> list[Partner]:
        return partners_of(self.house.running.desk).all()

    def partner(self) -> Partner:
        [partner] = self.partners()
        return partner

    def subscriptions(self) -> list[Any]:
        asked = {"status": "all", "expand": ["data.latest_invoice"], "limit": 100}
        return list(self.house.stripe.v1.subscriptions.list(asked).data)

    def subscription(self) -> Any:
        [subscription] = self.subscriptions()
        return subscription


@pytest.fixture
def decider(
    house: Any,
    visitor: Any,
    see: Any,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Decider:
    """Somebody of staff, whose terminal asks the house's sandbox and writes into its outbox."""
    monkeypatch.setenv("STRIPE_SECRET_KEY", house.settings.stripe_secret_key)
    monkeypatch.setenv("STRIPE_API", house.settings.stripe_api)
    monkeypatch.setenv("OUTBOX", str(house.settings.outbox))
    monkeypatch.delenv("SMTP_URL", raising=False)

    def run(*arguments: str) -> tuple[int, str, str]:
        status = cli.main(["signups", "--project", str(project), *arguments])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return Decider(house, visitor, see, run)
