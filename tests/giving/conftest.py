"""The functions and the sandbox, each on a free port of the loopback address, and a visitor."""

from __future__ import annotations

import json
import logging
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from html.parser import HTMLParser
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec
import pytest
import requests
import stripe

from tests.giving.applicants import Applicant
from tests.giving.workplaces import Office
from tests.serving import ClientAt, served
from yhdessa.catalogue import Catalogue, write_catalogue
from yhdessa.giving.app import GivingApp, create_app
from yhdessa.giving.evenly import Evenly
from yhdessa.giving.every_route import EVERY
from yhdessa.giving.settings import Settings, read_settings
from yhdessa.l10n.hyphens import harden
from yhdessa.model import load_content
from yhdessa.pages.site import Site
from yhdessa.payments.gifts import Payments
from yhdessa.sandbox import Sandbox, SandboxSettings, create_sandbox
from yhdessa.view.icons import load_icons

HOST = "127.0.0.1"
KEY = "sk_test_sandbox"
SECRET = "whsec_sandbox"
#: Answers that leave evenly, and sooner than a visitor's.
SOON = Evenly(moments=(0.05,))
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Outline(HTMLParser):
    """What the tests ask of a page; its texts without soft hyphens."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self._open = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open = tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self._open, harden(data.strip())))

    def all(self, tag: str, **wanted: str) -> list[dict[str, str | None]]:
        """The elements of one kind with these attributes, in order."""
        return [
            attributes
            for name, attributes in self.elements
            if name == tag and all(attributes.get(key) == value for key, value in wanted.items())
        ]

    def said(self, tag: str) -> list[str]:
        """What stands directly in the elements of one kind."""
        return [text for name, text in self.texts if name == tag]

    @property
    def lang(self) -> str | None:
        return self.all("html")[0]["lang"]

    @property
    def title(self) -> str:
        return self.said("title")[0]

    @property
    def ids(self) -> list[str]:
        return [str(attributes["id"]) for _, attributes in self.elements if "id" in attributes]

    @property
    def errors(self) -> list[tuple[str, str]]:
        """The error summary's lines: the id that each links to, and what it says."""
        _, _, after = self.html.partition('<div class="error-summary"')
        summary = Outline(after.partition("</ul>")[0])
        targets = [str(link["href"]).removeprefix("#") for link in summary.all("a")]
        return list(zip(targets, summary.said("a"), strict=True))

    def checked(self, name: str) -> list[str | None]:
        return [box["value"] for box in self.all("input", name=name) if "checked" in box]


@dataclass
class Witness:
    """Stands before the sandbox and notes which requests of the API came, with their Idempotency-Key."""

    sandbox: Sandbox
    asked: list[tuple[str, str, str]] = field(default_factory=list)

    def __call__(self, environ: Any, start_response: Any) -> Any:
        path = environ["PATH_INFO"]
        if path.startswith("/v1/"):
            self.asked.append((environ["REQUEST_METHOD"], path, environ.get("HTTP_IDEMPOTENCY_KEY", "")))
        return self.sandbox(environ, start_response)

    def keys(self) -> list[str]:
        """The keys of the requests that make a session, one a try."""
        return [
            key for method, path, key in self.asked if (method, path) == ("POST", "/v1/checkout/sessions")
        ]


class Visitor:
    """A browser without a script: follows no redirect by itself."""

    def __init__(self, session: requests.Session, site: str) -> None:
        self.session, self.site = session, site

    def get(self, path: str, **more: Any) -> requests.Response:
        return self.session.get(self.site + path, allow_redirects=False, timeout=30, **more)

    def post(self, path: str, data: Any = None, **more: Any) -> requests.Response:
        return self.session.post(self.site + path, data, allow_redirects=False, timeout=30, **more)

    def donate(self, **fields: str) -> requests.Response:
        return self.post("/api/donate", fields, headers=FORM)

    def pay(self, checkout: str, outcome: str = "paid") -> str:
        """Press a button of the payment page; the path on the site that it leads back to."""
        sent = {"outcome": outcome, "email": "giver@example.org"}
        answer = self.session.post(checkout, sent, allow_redirects=False, timeout=30)
        assert answer.status_code == 303, answer.text
        assert answer.headers["Location"].startswith(self.site)
        return answer.headers["Location"].removeprefix(self.site)


@dataclass
class House:
    """All that runs during the tests."""

    url: str
    sandbox: Sandbox
    witness: Witness
    catalogue: Catalogue
    settings: Settings
    stripe: stripe.StripeClient
    running: GivingApp

    def sessions(self) -> list[stripe.checkout.Session]:
        return list(self.stripe.v1.checkout.sessions.list().data)

    def letters(self) -> list[EmailMessage]:
        """The letters that were sent, in their order."""
        files = sorted(self.settings.outbox.glob("*.eml"))
        return [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]

    def go_wrong(self, **fault: Any) -> None:
        """Ask the sandbox for a fault."""
        asked = requests.post(f"{self.sandbox.settings.public_url}/_control/faults", json=fault, timeout=8)
        assert asked.status_code == 204, asked.text

    def app(self, clock: Callable[[], float] = time.time, **settings: Any) -> GivingApp:
        """An application of its own over the same sandbox, with other settings."""
        changed = msgspec.structs.replace(self.settings, **settings)
        payments = Payments(changed.stripe_secret_key, changed.stripe_api)
        return GivingApp(changed, self.catalogue, payments, EVERY, clock, evenly=SOON)

    def client(self, app: GivingApp) -> ClientAt:
        """A client of an application of its own, without a socket."""
        return ClientAt(app, self.url)


def address(listener: socket.socket) -> str:
    return f"http://{HOST}:{listener.getsockname()[1]}"


@pytest.fixture
def serve() -> Callable[[Any], Any]:
    """Serve any WSGI application on a free port."""

    @contextmanager
    def on_a_free_port(app: Any) -> Iterator[str]:
        with socket.create_server((HOST, 0)) as listener, served(app, listener) as url:
            yield url

    return on_a_free_port


def compile_catalogue(project: Path, site_url: str) -> Catalogue:
    """The project's own catalogue; its sums are fixed, since editors may change those of the content."""
    material = find_spec("material")
    assert material is not None
    assert material.origin is not None
    icons = load_icons(Path(material.origin).parent / "templates" / ".icons")
    catalogue = Site(load_content(project), site_url, "assets/site.css").catalogue(icons)
    sums = {"presets": (2000, 5000, 10000), "preselected": None, "minimum": 500, "maximum": 1_000_000}
    offer = msgspec.structs.replace(catalogue.offer, currency="EUR", **sums)
    return msgspec.structs.replace(catalogue, offer=offer)


@pytest.fixture(scope="session")
def running_house(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with socket.create_server((HOST, 0)) as front, socket.create_server((HOST, 0)) as back:
        file = tmp_path_factory.mktemp("giving") / "catalogue.json"
        write_catalogue(compile_catalogue(project, f"{address(front)}/"), file)
        environment = {
            "SITE_URL": f"{address(front)}/",
            "STRIPE_SECRET_KEY": KEY,
            "STRIPE_WEBHOOK_SECRET": SECRET,
            "STRIPE_API": address(back),
            "CATALOGUE": str(file),
            "TEMPLATES": str(project / "overrides"),
            "OUTBOX": str(tmp_path_factory.mktemp("outbox")),
        }
        settings = read_settings(environment)
        app = create_app(settings, EVERY, SOON)
        sandbox = create_sandbox(
            SandboxSettings(
                public_url=address(back),
                secret_keys=(KEY,),
                webhook_url=f"{address(front)}/api/stripe-webhook",
                webhook_secret=SECRET,
                webhook_retry_delays=(0.05,),
                settlement_delay=1.5,
            )
        )
        witness = Witness(sandbox)
        client = stripe.RequestsClient(timeout=8)
        asking = stripe.StripeClient(KEY, base_addresses={"api": address(back)}, http_client=client)
        with served(witness, back), served(app, front) as url:
            yield House(url, sandbox, witness, app.catalogue, settings, asking, app)
            sandbox.close()
        client.close()


@pytest.fixture
def house(running_house: House) -> House:
    """The running house, its Stripe account and outbox empty, nothing counted, nothing about to go wrong."""
    assert running_house.sandbox.wait_until_idle()
    running_house.running.limits.forget()
    running_house.sandbox.reset()
    running_house.witness.asked.clear()
    for letter in running_house.settings.outbox.glob("*.eml"):
        letter.unlink()
    return running_house


@pytest.fixture
def visit() -> Iterator[Callable[[str], Visitor]]:
    """A visitor of any site."""
    with requests.Session() as session:
        session.headers["Connection"] = "close"
        yield lambda site: Visitor(session, site)


@pytest.fixture
def visitor(house: House, visit: Callable[[str], Visitor]) -> Visitor:
    return visit(house.url)


@pytest.fixture
def office(house: House, visitor: Visitor, see: Callable[[str], Outline]) -> Office:
    """Somebody at a workplace, before it has signed up; no letter has been sent yet."""
    for file in house.settings.outbox.glob("*.eml"):
        file.unlink()
    return Office(house, visitor, see)


@pytest.fixture
def applicant(house: House, visitor: Visitor, see: Callable[[str], Outline]) -> Applicant:
    """Somebody at a company that wants to become a partner."""
    return Applicant(house, visitor, see)


#: What no line of any test's log may hold: keys, secrets, signatures, and the givers of these tests.
NEVER_LOGGED = ("sk_test", "rk_live", "whsec", "v1=", "giver@example.org", "payer@example.org", "alert(1)")


@pytest.fixture(autouse=True)
def discreet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """After every test of the functions: its log tells on nobody."""
    caplog.set_level(logging.INFO, "yhdessa.giving")
    yield
    records = [each for each in caplog.get_records("call") if each.name.startswith("yhdessa.giving")]
    told = "\n".join(each.getMessage() for each in records)
    assert [text for text in NEVER_LOGGED if text in told] == []


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> Callable[[], list[dict[str, Any]]]:
    """The lines that the functions have logged in this test."""
    caplog.set_level(logging.INFO, "yhdessa.giving")
    return lambda: [json.loads(each.getMessage()) for each in caplog.records if each.name == "yhdessa.giving"]


@pytest.fixture
def see() -> Callable[[str], Outline]:
    return Outline
