"""Serving: one command, live pages, and the last good ones with the problem on top when an edit breaks."""

from __future__ import annotations

import os
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from tests.edits import change
from tests.serving import PATIENCE, fetch, free_port, wait_for


@pytest.fixture
def served(house: Path, processes: list[subprocess.Popen[Any]]) -> str:
    """The address at which the small project is served, with the files that edits go to in `house`."""
    port = free_port()
    environment = {key: value for key, value in os.environ.items() if not key.startswith("STRIPE_")}
    processes.append(
        subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=house,
            # MkDocs leaves its folder behind when it is terminated: let it be the test's.
            env={**environment, "NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(house.parent)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    )
    address = f"http://127.0.0.1:{port}/"
    wait_for(address, lambda page: "</html>" in page)
    return address


def test_a_broken_edit_keeps_the_last_good_pages_and_shows_the_problem_on_top(
    served: str, house: Path
) -> None:
    good = fetch(f"{served}sv/")
    change(
        house, {"file": "content/sv/home.yml", "replace": "give: Ge en gåva", "with": "give: [Ge, en, gåva]"}
    )
    broken = wait_for(f"{served}sv/", lambda page: "To mend:" in page)
    assert "content/sv/home.yml:7: give: should be text" in broken
    assert 'role="alert"' in broken
    assert "Ge en gåva" in broken
    assert broken.index("To mend:") < broken.index("</header>")
    assert "To mend:" in fetch(served), "the other languages are told as well"

    change(
        house, {"file": "content/sv/home.yml", "replace": "give: [Ge, en, gåva]", "with": "give: Ge en slant"}
    )
    mended = wait_for(f"{served}sv/", lambda page: "Ge en slant" in page)
    assert "To mend:" not in mended
    assert "Ge en slant" not in good


def test_what_a_strict_build_would_refuse_is_shown_on_top_too(served: str, house: Path) -> None:
    change(house, {"file": "docs/sv/about.md", "append": "\nSe [sidan](finns-inte.md).\n"})
    page = wait_for(f"{served}sv/om-webbplatsen/", lambda page: "To mend:" in page)
    assert "finns-inte.md" in page.partition("<header")[0]


def test_site_functions_and_sandbox_answer_on_one_port(served: str) -> None:
    assert fetch(f"{served}api/health").startswith('{"ok":true,')
    assert "Kukaan ei jää yksin" in fetch(served)
    request = urllib.request.Request(f"{served}api/donate", data=b"language=en&amount=2000")
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        assert answer.url.startswith(f"{served}sandbox/checkout/cs_test_")


def test_the_gallery_of_components_is_served_beside_the_site(served: str) -> None:
    assert 'href="/_gallery/card/?language=fi"' in fetch(f"{served}_gallery/")
    assert "gallery-error" not in fetch(f"{served}_gallery/card/frame?language=sv")


def test_an_unknown_address_gets_a_page_that_helps(served: str) -> None:
    assert 'href="/apua/"' in fetch(f"{served}no/such/page/")
