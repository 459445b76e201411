"""The sign-up of partners in the content: what its files must hold together with the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.edits import replace
from yhdessa.model import load_content
from yhdessa.model.problem import ContentProblems

FACTS = "content/facts/partner.yml"
#: What is changed in the facts, and what is said of it.
BROKEN = {
    "a country that stands twice": (
        r"countries: .*",
        "countries: [FI, SE, FI]",
        ":2: countries.2: stands twice",
    ),
    "a country whose ids nobody can check": (r"countries: .*", "countries: [FI, SE, DK]", ":2: countries.2"),
    "a tier that is none": (r"whole: .*", "whole: [main, gold]", "whole.1: unknown partner tier `gold`"),
    "a tier that stands twice": (r"whole: .*", "whole: [main, main]", "whole.1: stands twice"),
    "a country without VAT": (r"  SE:\n    percent: .*\n    note: .*", "", "vat.SE: is missing"),
    "VAT of a country that is none": (
        r"countries: .*",
        "countries: [FI]",
        "vat.SE: is no country whose companies sign up",
    ),
    "per cent that are none": (r"percent: 25.5", "percent: much", "vat.FI.percent"),
    "no days to pay": (r"days_until_due: .*", "days_until_due: 0", "days_until_due: should be at least 1"),
}


def problems(root: Path) -> list[str]:
    """What is said of the files for partners."""
    with pytest.raises(ContentProblems) as raised:
        load_content(root)
    return [line for line in map(str, raised.value.problems) if "/partner.yml" in line]


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_is_named_with_its_place(name: str, copy: Path) -> None:
    pattern, new, said = BROKEN[name]
    replace(copy, FACTS, pattern, new)
    assert any(line.startswith(FACTS) and said in line for line in problems(copy))


def test_a_note_without_words_is_named(copy: Path) -> None:
    replace(copy, FACTS, "note: reverse-charge", "note: exempt")
    assert any("vat_notes.exempt: has no words here" in line for line in problems(copy))


def test_a_country_without_a_name_is_named(copy: Path) -> None:
    for language in ("fi", "sv", "en"):
        replace(copy, f"content/{language}/partner.yml", r"\n    SE: .*", "")
    assert any("sign_up.countries.SE: has no words here" in line for line in problems(copy))


def test_a_place_that_the_form_cannot_fill_is_named(copy: Path) -> None:
    replace(copy, "content/en/partner.yml", r"\{tiers\}", "{tears}")
    assert any("sign_up.tier_elsewhere: unknown figure {tears}" in line for line in problems(copy))


def test_a_site_without_these_files_has_no_form(copy: Path) -> None:
    for file in (FACTS, *(f"content/{language}/partner.yml" for language in ("fi", "sv", "en"))):
        (copy / file).unlink()
    assert load_content(copy).partner is None
