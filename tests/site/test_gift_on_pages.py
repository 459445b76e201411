"""One gift, all the way: the form of a served site, the payment page, a sync, a build, the goal's pages."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from tests.output import mkdocs
from tests.serving import serve_project
from yhdessa.l10n.hyphens import harden

SLUGS = {"fi": "kukaan-ei-jaa-yksin", "sv": "ingen-blir-ensam", "en": "nobody-is-lonely"}
TOLD = {
    "fi": ("Kerätty", "20\xa0€", "1 lahjoitus", "Päivitetty"),
    "sv": ("Insamlat", "20\xa0€", "1 gåva", "Uppdaterat"),
    "en": ("Raised", "€20", "1 gift", "Updated"),
}


@pytest.fixture
def counted(house: Path, tmp_path: Path) -> Path:
    """The small project after a gift was made, synced and built; the folder of its pages."""
    with serve_project(house, tmp_path) as address:
        asked = {"language": "sv", "amount": "2000", "goal": "no-loneliness"}
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        begun = requests.post(f"{address}api/donate", asked, headers=form, allow_redirects=False, timeout=30)
        assert begun.status_code == 303, begun.text
        sent = {"outcome": "paid", "email": "giver@example.org"}
        assert requests.post(begun.headers["Location"], sent, allow_redirects=False, timeout=30).ok
        done = subprocess.run(
            [sys.executable, "-m", "yhdessa.cli", "sync", "--project", str(house)],
            env={**os.environ, "STRIPE_API": f"{address}sandbox"},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    assert "Gifts counted: 1." in done.stdout
    built = mkdocs("build", "--strict", "--site-dir", str(tmp_path / "pages"), project=house)
    assert built.returncode == 0, built.stderr
    return tmp_path / "pages"


def test_a_gift_is_on_the_page_of_its_goal_in_each_language_after_a_sync_and_a_build(counted: Path) -> None:
    for language, slug in SLUGS.items():
        [page] = counted.rglob(f"{slug}/index.html")
        text = harden(html.unescape(re.sub("<[^>]*>", " ", page.read_text(encoding="utf-8"))))
        for wanted in TOLD[language]:
            assert wanted in text, f"{language}: {wanted}"
