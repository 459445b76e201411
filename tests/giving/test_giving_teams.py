"""Gifts for teams of workplace challenges: marked while the challenge goes on, refused with a reason else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from yhdessa.forms.team import ChallengeOffer
from yhdessa.giving.app import GivingApp
from yhdessa.giving.routes import GIVERS
from yhdessa.payments.gifts import Payments

CASES: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("wrong_teams.yml").read_text(encoding="utf-8")
)
LANGUAGES = ("fi", "sv", "en")


@pytest.fixture
def challenge(house: Any) -> tuple[str, ChallengeOffer]:
    """A challenge of the demonstration with several teams."""
    offers = house.catalogue.offer.challenges.items()
    return next((name, offer) for name, offer in offers if len(offer.teams) > 1)


@pytest.fixture
def at(house: Any) -> Callable[[float], Any]:
    """A client of the functions at a moment: their clock goes, as that of an organisation that is real."""

    def client(moment: float) -> Any:
        offer = msgspec.structs.replace(house.catalogue.offer, stopped=None)
        catalogue = msgspec.structs.replace(house.catalogue, offer=offer)
        payments = Payments(house.settings.stripe_secret_key, house.settings.stripe_api)
        return house.client(GivingApp(house.settings, catalogue, payments, GIVERS, lambda: moment))

    return client


def asked(case: dict[str, Any], name: str, offer: ChallengeOffer) -> dict[str, str]:
    team = next(iter(offer.teams))
    return {field: value.format(c=name, t=team) for field, value in case["sent"].items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_gift_for_a_team_carries_its_mark_and_goes_to_the_goal_of_its_challenge(
    language: str, challenge: Any, house: Any, visitor: Any
) -> None:
    name, offer = challenge
    team, mark = list(offer.teams.items())[-1]
    goal = next(goal for goal in house.catalogue.offer.goals if goal != offer.goal)
    # Another goal than the challenge's is what somebody has written into the page.
    begun = visitor.donate(language=language, amount="5000", challenge=name, team=team, goal=goal)
    assert begun.status_code == 303
    visitor.pay(begun.headers["Location"])
    [session] = house.sessions()
    marks = {
        "source": "yhdessa",
        "kind": "one-off",
        "language": language,
        "goal": offer.goal,
        "challenge": name,
        "team": mark,
    }
    assert session.metadata.to_dict() == marks
    assert house.stripe.v1.payment_intents.retrieve(session.payment_intent).metadata.to_dict() == marks
    words = house.catalogue.languages[language].words
    [line] = house.stripe.v1.checkout.sessions.line_items.list(session.id).data
    assert line.description == words.team.product.format(
        goal=words.goals[offer.goal], team=words.team.names[name][team]
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_a_gift_that_cannot_be_for_a_team_comes_back_with_the_reason(
    name: str, language: str, challenge: Any, house: Any, at: Any, see: Any
) -> None:
    case, words = CASES[name], house.catalogue.languages[language].words.team
    moment, seconds = case.get("at", ("opens", 1))
    client = at(getattr(challenge[1], moment) + seconds)
    sent = {"language": language, "amount": "other", "other_amount": "33", **asked(case, *challenge)}
    answer = client.post("/api/donate", data=sent)
    page = see(answer.text)
    said = getattr(words, case["said"])
    told = said if isinstance(said, str) else said[challenge[0]]
    assert (answer.status_code, page.lang) == (422, house.catalogue.languages[language].donate.tag)
    assert page.errors == [("team-0", told)]
    assert page.title.startswith(house.catalogue.languages[language].error_prefix)
    assert [field["value"] for field in page.all("input", name="other_amount")] == ["33"]
    choices = [*challenge[1].teams, "none"] if case.get("teams") else ["none"]
    assert [box["value"] for box in page.all("input", name="team")] == choices
    assert house.witness.keys() == []
    assert "alert(1)" not in answer.text


@pytest.mark.parametrize("name", CASES)
def test_who_is_told_so_can_give_without_a_team_and_nothing_is_asked_twice(
    name: str, challenge: Any, house: Any, at: Any, see: Any
) -> None:
    case = CASES[name]
    moment, seconds = case.get("at", ("opens", 1))
    client = at(getattr(challenge[1], moment) + seconds)
    sent = {"language": "en", "amount": "other", "other_amount": "33", **asked(case, *challenge)}
    page = see(client.post("/api/donate", data=sent).text)
    again = {str(box["name"]): str(box["value"]) for box in page.all("input", type="hidden")}
    for box in page.all("input", type="radio"):
        if "checked" in box:
            again[str(box["name"])] = str(box["value"])
    again |= {"other_amount": "33", "team": "none"}
    assert client.post("/api/donate", data=again).status_code == 303
    [session] = house.sessions()
    assert session.amount_total == 3300
    metadata = session.metadata.to_dict()
    assert not {"team", "challenge"} & set(metadata)
    known = case["sent"].get("challenge") == "{c}"
    assert metadata.get("goal") == (challenge[1].goal if known else None)


@pytest.mark.parametrize("seconds", [0, -1])
def test_the_first_second_and_the_last_count(seconds: int, challenge: Any, house: Any, at: Any) -> None:
    name, offer = challenge
    moment = offer.opens if seconds == 0 else offer.closes + seconds
    sent = {"language": "fi", "amount": "2000", "challenge": name, "team": next(iter(offer.teams))}
    assert at(moment).post("/api/donate", data=sent).status_code == 303
    [session] = house.sessions()
    assert session.metadata.to_dict()["challenge"] == name


def test_a_wrong_sum_keeps_the_team(challenge: Any, visitor: Any, see: Any) -> None:
    name, offer = challenge
    team = list(offer.teams)[-1]
    answer = visitor.donate(language="sv", amount="other", other_amount="2", challenge=name, team=team)
    page = see(answer.text)
    assert answer.status_code == 422
    assert [field for field, _ in page.errors] == ["other_amount"]
    assert page.checked("team") == [team]
    hidden = {box["name"]: box["value"] for box in page.all("input", type="hidden")}
    assert (hidden["challenge"], hidden["goal"]) == (name, offer.goal)
    assert not page.all("input", name="rhythm")


def test_a_double_click_for_a_team_is_one_gift(challenge: Any, house: Any, visitor: Any) -> None:
    name, offer = challenge
    attempt = "11111111-2222-4333-8444-555555555555"
    one, other = list(offer.teams)[:2]
    for team in (one, one, other):
        sent = {"language": "fi", "amount": "2000", "challenge": name, "team": team, "attempt": attempt}
        assert visitor.donate(**sent).status_code == 303
    teams = sorted(session.metadata.to_dict()["team"] for session in house.sessions())
    assert teams == sorted((offer.teams[one], offer.teams[other]))


def test_a_demonstration_takes_gifts_on_its_own_day_whatever_the_calendar_says(
    challenge: Any, house: Any
) -> None:
    name, offer = challenge
    client = house.client(house.app(clock=lambda: offer.closes + 1_000_000_000.0))
    sent = {"language": "en", "amount": "2000", "challenge": name, "team": next(iter(offer.teams))}
    assert client.post("/api/donate", data=sent).status_code == 303
