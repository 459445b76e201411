"""Monthly gifts and dedications: what an organisation may do without, and what has to agree."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.edits import change
from tests.model.shapes.trees import problems_of
from yhdessa.forms.rhythm import MonthlyOffer
from yhdessa.model import load_content
from yhdessa.pages.site import Site

BROKEN: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("broken_monthly.yml").read_text("utf-8")
)


@pytest.mark.parametrize("name", BROKEN)
def test_what_does_not_agree_is_named_with_file_and_line(name: str, tree: Path) -> None:
    assert problems_of(tree) == [], "the tree is sound before it is changed"
    for step in BROKEN[name]["change"]:
        change(tree, step)
    assert problems_of(tree) == BROKEN[name]["problems"]


def test_the_catalogue_offers_what_the_facts_say(tree: Path) -> None:
    catalogue = Site(load_content(tree), "https://example.org/", "assets/site.css").catalogue({})
    assert catalogue.offer.monthly == MonthlyOffer(500, 100_000)
    swedish = catalogue.languages["sv"]
    assert swedish.monthly is not None
    assert swedish.monthly.paid.shell.heading == "Tack, nu är du månadsgivare"
    assert swedish.words.dedication is not None
    assert list(swedish.words.dedication.kinds) == ["honour", "memory"]
    assert "80" in swedish.words.dedication.name_hint


def test_an_organisation_does_without_both(tree: Path) -> None:
    for name in ("monthly", "dedication", "letters"):
        for file in (tree / "content").glob(f"*/{name}.yml"):
            file.unlink()
    for file in (tree / "content").glob("*/pages.yml"):
        file.write_text(file.read_text("utf-8").partition("monthly_donor:")[0], "utf-8")
    assert problems_of(tree) == []
    catalogue = Site(load_content(tree), "https://example.org/", "assets/site.css").catalogue({})
    spoken = catalogue.languages["fi"]
    assert (catalogue.offer.monthly, spoken.monthly, spoken.words.monthly) == (None, None, None)
    assert (spoken.words.dedication, spoken.monthly_donor, spoken.donate_page.manage) == (None, None, None)
