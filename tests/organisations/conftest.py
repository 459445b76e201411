"""The second organisation: its site, built once, and its functions on a real socket over that build."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests
import stripe

from tests.output import Output, mkdocs, read_pages
from tests.serving import served
from yhdessa.giving.app import create_app
from yhdessa.giving.every_route import EVERY
from yhdessa.giving.settings import read_settings
from yhdessa.sandbox import SandboxSettings, create_sandbox

HOST, KEY, SECRET = "127.0.0.1", "sk_test_sandbox", "whsec_sandbox"
SITE_URL = "https://kvarterslyktan.example/"
HEAD = {"site_name": "Kvarterslyktan", "site_url": SITE_URL}


def make_house(project: Path, tree: Path, folder: Path) -> Path:
    """A whole project over a copy of `tree`: the house as it stands, with the head of mkdocs.yml changed."""
    house = Path(shutil.copytree(tree, folder))
    for room in ("overrides", "hooks"):
        shutil.copytree(project / room, house / room, ignore=shutil.ignore_patterns("__pycache__"))
    lines = (project / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    changed = [f"{key}: {HEAD[key]}" if (key := line.partition(":")[0]) in HEAD else line for line in lines]
    assert len(set(changed) - set(lines)) == len(HEAD)
    (house / "mkdocs.yml").write_text("\n".join(changed) + "\n", encoding="utf-8")
    return house


@pytest.fixture(scope="session")
def second_house(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second organisation's project, built strictly."""
    house = make_house(project, project / "tests/trees/second", tmp_path_factory.mktemp("second") / "house")
    done = mkdocs("build", "--strict", project=house)
    assert done.returncode == 0, done.stderr
    return house


@pytest.fixture(scope="session")
def second(second_house: Path) -> Output:
    """The second organisation's site."""
    return Output(second_house / "site", read_pages(second_house / "site"))


@dataclass
class Giver:
    """Gives on the second organisation's site, and can ask the stand-in for Stripe what it was told."""

    session: requests.Session
    site: str
    stripe: stripe.StripeClient

    def donate(self, **fields: str) -> requests.Response:
        return self.session.post(f"{self.site}/api/donate", fields, allow_redirects=False, timeout=30)

    def pay(self, checkout: str) -> requests.Response:
        return self.session.post(checkout, {"outcome": "paid", "email": "giver@example.org"}, timeout=30)

    def last_session(self) -> stripe.checkout.Session:
        return self.stripe.v1.checkout.sessions.list().data[0]


@pytest.fixture(scope="session")
def giver(second_house: Path) -> Iterator[Giver]:
    with socket.create_server((HOST, 0)) as front, socket.create_server((HOST, 0)) as back:
        site, api = (f"http://{HOST}:{listener.getsockname()[1]}" for listener in (front, back))
        environment = {
            "SITE_URL": f"{site}/",
            "STRIPE_SECRET_KEY": KEY,
            "STRIPE_WEBHOOK_SECRET": SECRET,
            "STRIPE_API": api,
            "CATALOGUE": str(second_house / "var/catalogue.json"),
            "TEMPLATES": str(second_house / "overrides"),
        }
        webhook = f"{site}/api/stripe-webhook"
        sandbox = create_sandbox(SandboxSettings(api, (KEY,), webhook_url=webhook, webhook_secret=SECRET))
        client = stripe.RequestsClient(timeout=8)
        asking = stripe.StripeClient(KEY, base_addresses={"api": api}, http_client=client)
        with served(sandbox, back), served(create_app(read_settings(environment), EVERY), front):
            with requests.Session() as session:
                session.headers["Connection"] = "close"
                yield Giver(session, site, asking)
            sandbox.close()
        client.close()
