"""A whole project over the small tree of content, the processes that serve it, and pages of the functions."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests
from werkzeug.test import Client

from tests.output import SITE_URL, Output
from tests.serving import ClientAt
from yhdessa.catalogue import load_catalogue
from yhdessa.giving.app import create_app
from yhdessa.giving.every_route import EVERY
from yhdessa.giving.settings import read_settings
from yhdessa.sandbox import serve_sandbox


@pytest.fixture
def house(tree: Path, project: Path) -> Path:
    """A whole project over the small tree of content, to be built, served and broken."""
    for folder in ("overrides", "hooks"):
        shutil.copytree(project / folder, tree / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(project / "mkdocs.yml", tree)
    return tree


@pytest.fixture
def processes() -> Iterator[list[subprocess.Popen[Any]]]:
    """Processes that a test starts; each is stopped by its own id."""
    started: list[subprocess.Popen[Any]] = []
    yield started
    for process in started:
        process.terminate()
        process.wait(timeout=10)
        if process.stdout:
            process.stdout.close()


@pytest.fixture(scope="session")
def answers(built: Output, project: Path) -> dict[str, str]:
    """Pages that the functions make, by a name of each: forms with errors, and thanks, in each language."""
    catalogue = built.folder.with_name("catalogue.json")
    with serve_sandbox() as sandbox:
        settings = {
            "SITE_URL": SITE_URL,
            "STRIPE_SECRET_KEY": "sk_test_sandbox",
            "STRIPE_WEBHOOK_SECRET": "whsec_sandbox",
            "STRIPE_API": sandbox.settings.public_url,
            "CATALOGUE": str(catalogue),
            "TEMPLATES": str(project / "overrides"),
        }
        client = ClientAt(create_app(read_settings(settings), EVERY), SITE_URL)
        spoken = load_catalogue(catalogue).languages
        return {name: page for language in spoken for name, page in _answered(client, language).items()}


def _answered(client: Client, language: str) -> dict[str, str]:
    asked = {"language": language}
    return {
        f"api/donate {language} nothing chosen": client.post("/api/donate", data=asked).text,
        f"api/donate {language} no sum": client.post(
            "/api/donate", data={**asked, "amount": "other", "other_amount": "<b>"}
        ).text,
        f"api/donate {language} nothing to read": client.get("/api/donate", query_string=asked).text,
        f"api/thanks {language} unknown": client.get("/api/thanks", query_string=asked).text,
        f"api/thanks {language} paid": _thanks(client, language, "paid"),
        f"api/thanks {language} later": _thanks(client, language, "later_paid"),
    }


def _thanks(client: Client, language: str, outcome: str) -> str:
    checkout = client.post("/api/donate", data={"language": language, "amount": "2000"}).location
    assert checkout
    paid = requests.post(
        checkout, {"outcome": outcome, "email": "giver@example.org"}, allow_redirects=False, timeout=30
    )
    return client.get(paid.headers["Location"].removeprefix(SITE_URL.rstrip("/"))).text
