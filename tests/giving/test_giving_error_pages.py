"""Whoever is refused is told so on a page of the site, in their own language, with help first."""

from __future__ import annotations

import json
from typing import Any

import pytest

LANGUAGES = ("fi", "sv", "en")
FORM = "application/x-www-form-urlencoded"
#: A request for each status, and the name of what is told.
REFUSED: dict[str, tuple[int, str, dict[str, Any]]] = {
    "unreadable": (400, "POST /api/donate", {"data": "&" * 100, "content_type": FORM}),
    "elsewhere": (403, "POST /api/donate", {"data": "", "content_type": FORM, "headers": {"Origin": "null"}}),
    "not_found": (404, "GET /api/refund", {}),
    "no_form": (405, "GET /api/donate", {}),
    "large": (413, "POST /api/donate", {"data": "x" * 70_000, "content_type": FORM}),
    "kind": (415, "POST /api/donate", {"data": "{}", "content_type": "application/json"}),
}
TOLD = {"large": "unreadable", "kind": "unreadable"}
#: Ways in which a browser lets us know its reader's language, `{}` being the language.
KNOWN = {
    "the address": lambda language, site: {"query_string": {"language": language}},
    "the browser": lambda language, site: {"Accept-Language": f"{language}-FI,{language};q=0.9,de;q=0.5"},
    "the page before": lambda language, site: {
        "Referer": f"{site}/" + ("" if language == "fi" else f"{language}/") + "page/",
        "Accept-Language": "de",
    },
}


@pytest.mark.parametrize("how", KNOWN)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", REFUSED)
def test_a_refusal_is_a_page_of_the_site_in_the_readers_language(
    name: str, language: str, how: str, house: Any, see: Any
) -> None:
    status, request, sent = REFUSED[name]
    method, path = request.split()
    known = KNOWN[how](language, house.url)
    query = known.pop("query_string", None)
    headers = {**sent.get("headers", {}), **known}
    client = house.client(house.app())
    answer = client.open(path, method=method, query_string=query, **{**sent, "headers": headers})
    spoken = house.catalogue.languages[language]
    told = spoken.refusals[TOLD.get(name, name)]
    page = see(answer.text)
    assert (answer.status_code, page.lang) == (status, spoken.donate.tag)
    assert (page.said("h1"), page.title) == ([told.heading], told.title)
    assert told.text in page.said("p")
    assert page.all("meta", name="robots", content="noindex")
    assert [link["href"] for link in page.all("a")][1] == spoken.donate.help.href, "after the skip link"
    assert spoken.donate.donate.href in [link["href"] for link in page.all("a")][-60:]
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("sent", "answers"),
    [
        ({"Referer": "https://evil.example/sv/"}, "fi"),
        ({"Referer": "{site}/api/donate", "Accept-Language": "en"}, "en"),
        ({"Referer": "{site}/xx/page/"}, "fi"),
        ({"Referer": "http://[::1"}, "fi"),
        ({"Accept-Language": "de,fr;q=0.5"}, "fi"),
        ({"Accept-Language": "de,sv;q=0.3,en;q=0.2"}, "sv"),
        ({"Accept-Language": ";;;q=x"}, "fi"),
        ({}, "fi"),
    ],
)
def test_without_a_word_of_the_readers_the_first_language_answers(
    sent: dict[str, str], answers: str, house: Any, see: Any
) -> None:
    headers = {name: value.replace("{site}", house.url) for name, value in sent.items()}
    answer = house.client(house.app()).get("/api/nothing", headers=headers)
    assert see(answer.text).lang == house.catalogue.languages[answers].donate.tag


def test_the_form_names_the_language_before_the_browser_does(house: Any, visitor: Any, see: Any) -> None:
    headers = {"Origin": "null", "Accept-Language": "en", "Referer": f"{house.url}/en/donate/"}
    page = see(visitor.post("/api/donate", {"language": "sv"}, headers=headers).text)
    assert page.lang == house.catalogue.languages["sv"].donate.tag


@pytest.mark.parametrize("path", ["/api/stripe-webhook", "/api/health"])
def test_machines_are_told_in_a_line(path: str, visitor: Any) -> None:
    answer = visitor.session.put(visitor.site + path, timeout=8)
    assert (answer.status_code, answer.text, answer.headers["Content-Type"]) == (
        405,
        "wrong method\n",
        "text/plain",
    )


def test_health_tells_which_build_the_functions_stand_on(
    house: Any, visitor: Any, running_house: Any
) -> None:
    answer = visitor.get("/api/health")
    told = json.loads(answer.text)
    assert (answer.headers["Content-Type"], told.pop("ok")) == ("application/json", True)
    assert told == {"catalogue": house.running.desk.version}
    assert len(house.running.desk.version) == 16
    assert house.witness.asked == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_robot_that_fills_in_every_field_gets_an_answer_and_no_payment(
    language: str, house: Any, visitor: Any, see: Any, logged: Any
) -> None:
    fields = {"amount": "2000", "goal": "anywhere", "homepage": "https://robot.example"}
    answer = visitor.donate(language=language, **fields)
    unknown = house.catalogue.languages[language].unknown
    assert (answer.status_code, see(answer.text).said("h1")) == (200, [unknown.shell.heading])
    assert house.witness.asked == []
    assert [line["outcome"] for line in logged()] == ["trapped"]
    assert "robot.example" not in answer.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_field_for_robots_is_met_by_nobody_else(
    language: str, house: Any, visitor: Any, see: Any
) -> None:
    page = see(visitor.donate(language=language).text)
    [field] = page.all("input", name="homepage")
    assert (field["tabindex"], field["autocomplete"], field["value"]) == ("-1", "off", "")
    assert house.catalogue.languages[language].words.leave_empty in page.said("label")
    style = (house.settings.templates / "assets/styles/forms.css").read_text(encoding="utf-8")
    assert ".left-empty { display: none; }" in style
    assert visitor.donate(language=language, amount="2000", homepage="").status_code == 303
