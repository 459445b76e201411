"""The form as the small tree offers it: 20, 50, 100 euros or another sum from 5 to 10 000, for two goals."""

from __future__ import annotations

from pathlib import Path

import pytest

from yhdessa.forms.offer import DonationOffer, DonationWords
from yhdessa.model import load_content
from yhdessa.pages.site import Site


@pytest.fixture(scope="session")
def site(project: Path) -> Site:
    """The small tree's site: its words stay while those of the project's own content are edited."""
    return Site(load_content(project / "tests/trees/small"), "https://example.org/", "assets/site.css")


@pytest.fixture(scope="session")
def offer(site: Site) -> DonationOffer:
    return site.catalogue({}).offer


@pytest.fixture(scope="session")
def words(site: Site) -> dict[str, DonationWords]:
    """How the form asks, by language."""
    return {language: each.words for language, each in site.catalogue({}).languages.items()}
