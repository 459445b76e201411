"""Forms that come back, and forms that a browser has tampered with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from yhdessa.l10n.money import Money, format_money

LANGUAGES = ("fi", "sv", "en")


def table(name: str) -> list[Any]:
    rows: list[Any] = yaml.safe_load(Path(__file__).with_name(name).read_text("utf-8"))
    return rows


def named(rows: list[Any]) -> list[Any]:
    return [pytest.param(row, id=row["name"]) for row in rows]


def message(words: Any, name: str) -> str:
    """A message of the catalogue as the tests' offer fills it."""
    sums = {"example": 2000, "minimum": 500, "maximum": 1_000_000, "chosen": 2000, "written": 5000}
    filled = {key: format_money(Money(minor, "EUR"), words.language) for key, minor in sums.items()}
    return str(getattr(words, name).format(**filled))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("row", named(table("refused_forms.yml")))
def test_a_form_with_errors_comes_back_in_its_language_with_what_was_written(
    row: dict[str, Any], language: str, house: Any, visitor: Any, see: Any
) -> None:
    answer = visitor.donate(language=language, **row["fields"])
    spoken = house.catalogue.languages[language]
    page = see(answer.text)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (422, "no-store")
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "Set-Cookie" not in answer.headers
    assert page.lang == spoken.donate.tag
    assert page.title == f"{spoken.error_prefix} {spoken.donate.title}"
    assert page.errors == [(field, message(spoken.words, name)) for field, name in row["errors"].items()]
    assert page.checked("amount") == ([row["chosen"]] if "chosen" in row else [])
    [other] = page.all("input", name="other_amount")
    assert other["value"] == row.get("written", "")
    assert page.all("input", name="language")[0]["value"] == language
    assert house.witness.asked == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_error_summary_stands_first_takes_the_focus_and_leads_to_the_fields(
    language: str, visitor: Any, see: Any
) -> None:
    page = see(visitor.donate(language=language, amount="other", other_amount="x", goal="x").text)
    assert [field for field, _ in page.errors] == ["other_amount", "goal-0"]
    assert page.html.index("error-summary") < page.html.index("<form")
    [summary] = page.all("div", role="alert")
    assert "autofocus" in summary
    assert summary["tabindex"] == "-1"
    for field, said in page.errors:
        assert page.ids.count(field) == 1
        assert said in page.said("span") + page.said("p"), "the message stands beside the field as well"
    assert len(page.ids) == len(set(page.ids))
    [wrong] = page.all("input", id="other_amount")
    assert "other_amount-error" in str(wrong["aria-describedby"]).split()
    assert wrong["aria-invalid"] == "true"


def test_a_form_that_comes_back_is_announced_to_no_search_engine(visitor: Any, see: Any) -> None:
    page = see(visitor.donate(language="sv").text)
    assert page.all("meta", name="robots", content="noindex")
    assert page.all("link", rel="canonical") == []
    assert [link for link in page.all("link", rel="alternate") if "hreflang" in link] == []


def test_markup_in_an_answer_is_text(visitor: Any, see: Any) -> None:
    evil = '"><script>alert(1)</script>'
    answer = visitor.donate(language=evil, amount=evil, other_amount=evil, goal=evil)
    assert "<script>alert" not in answer.text
    assert see(answer.text).all("input", name="other_amount")[0]["value"] == evil


def test_a_long_answer_is_cut_when_it_is_shown_again_and_never_before_it_is_read(
    house: Any, visitor: Any, see: Any
) -> None:
    page = see(visitor.donate(language="en", other_amount="20" + " " * 500 + "000").text)
    assert page.errors == [
        ("other_amount", message(house.catalogue.languages["en"].words, "amount_unreadable"))
    ]
    assert page.all("input", name="other_amount")[0]["value"] == "20" + " " * 38
    assert len(visitor.donate(language="en", other_amount="x" * 60_000, goal="y" * 900).text) < 40_000


@pytest.mark.parametrize("row", named(table("tampered_forms.yml")))
def test_what_a_browser_adds_of_its_own_changes_nothing(
    row: dict[str, Any], house: Any, visitor: Any
) -> None:
    fields = {"language": "sv", "amount": "2000", **row.get("fields", {})}
    begun = visitor.post(f"/api/donate{row.get('query', '')}", fields, headers=row.get("headers", {}))
    assert begun.status_code == 303
    [session] = house.sessions()
    assert begun.headers["Location"] == session.url
    assert (session.amount_total, session.currency, session.mode) == (2000, "eur", "payment")
    assert session.metadata.to_dict() == {"source": "yhdessa", "kind": "one-off", "language": "sv"}
    assert session.success_url == f"{house.url}/api/thanks?language=sv&session={{CHECKOUT_SESSION_ID}}"
    assert session.cancel_url == house.url + house.catalogue.languages["sv"].cancelled_href
    [key] = house.witness.keys()
    assert len(key) == 36


@pytest.mark.parametrize("row", [pytest.param(row, id=ascii(row["sent"])) for row in table("languages.yml")])
def test_the_nearest_of_the_sites_languages_answers(
    row: dict[str, str], house: Any, visitor: Any, see: Any
) -> None:
    first = next(iter(house.catalogue.languages))
    language = first if row["answers"] == "first" else row["answers"]
    spoken = house.catalogue.languages[language]

    refused = visitor.donate(language=row["sent"])
    assert (refused.status_code, see(refused.text).lang) == (422, spoken.donate.tag)
    thanks = visitor.get("/api/thanks", params={"language": row["sent"]})
    assert (thanks.status_code, see(thanks.text).lang) == (200, spoken.donate.tag)
    assert visitor.donate(language=row["sent"], amount="2000").status_code == 303
    [session] = house.sessions()
    assert (session.locale, session.metadata["language"]) == (language, language)
    assert f"language={language}&" in session.success_url


def test_a_double_slash_is_not_redirected_to_the_host_that_the_browser_names(visitor: Any) -> None:
    answer = visitor.get("/api//thanks", headers={"Host": "evil.example"})
    assert answer.status_code == 404
    assert "evil.example" not in answer.text + str(answer.headers)
