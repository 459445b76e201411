"""Employers in the content: what their files must hold together with the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.edits import replace
from yhdessa.model import load_content
from yhdessa.model.problem import ContentProblems

FACTS = "content/facts/employer.yml"


def problems(root: Path) -> list[str]:
    """What is said of the files for employers."""
    with pytest.raises(ContentProblems) as raised:
        load_content(root)
    said = [str(problem) for problem in raised.value.problems]
    return [line for line in said if "employer" in line]


def test_a_country_that_stands_twice_is_named(copy: Path) -> None:
    replace(copy, FACTS, r"countries: .*", "countries: [FI, SE, FI]")
    [said] = problems(copy)
    assert said.startswith(f"{FACTS}:2: countries.2: stands twice")


def test_a_country_whose_ids_nobody_can_check_is_refused(copy: Path) -> None:
    replace(copy, FACTS, r"countries: .*", "countries: [FI, NO]")
    assert any(said.startswith(f"{FACTS}:2: countries.1") for said in problems(copy))


def test_a_country_without_a_name_in_a_language_is_named(copy: Path) -> None:
    for language in ("fi", "sv", "en"):
        replace(copy, f"content/{language}/employer.yml", r"\n    SE: .*", "")
    assert any("sign_up.countries.SE: has no words here" in said for said in problems(copy))


def test_a_counting_text_with_too_few_forms_is_named(copy: Path) -> None:
    replace(copy, "content/sv/employer.yml", r"\n  refused: .*", '\n  refused: "{n}"')
    [said] = problems(copy)
    assert "remit.refused: should have 2 forms, with a | between" in said


def test_a_letter_without_its_link_is_named(copy: Path) -> None:
    replace(copy, "content/fi/letters.yml", r"\{link\}", "")
    assert any("employer.text: should have {link} in it" in said for said in problems(copy))


def test_a_site_without_these_files_has_no_sign_up(copy: Path) -> None:
    (copy / FACTS).unlink()
    for language in ("fi", "sv", "en"):
        (copy / f"content/{language}/employer.yml").unlink()
        pages = copy / f"content/{language}/pages.yml"
        before, _, after = pages.read_text("utf-8").partition("\nemployer:\n")
        rest = after.split("\n")
        kept = next((n for n, line in enumerate(rest) if line and not line.startswith(" ")), len(rest))
        pages.write_text("\n".join([before, *rest[kept:]]) + "\n", "utf-8")
    assert load_content(copy).employer is None
