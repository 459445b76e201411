"""A gift for a team of a workplace challenge: which team, whether its challenge goes on, and the question.

A team's page sends both ids in hidden fields. They are looked up here all the same, and the server's clock
decides, not the page's: it may have lain in a browser since before the end.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from yhdessa.forms.view import Choice, FieldView

CHALLENGE = "challenge"
TEAM = "team"
NO_TEAM = "none"


class ChallengeOffer(Struct, frozen=True):
    """A challenge: the goal it collects for, from when and until when (Unix time, `closes` is the first
    second that is too late), and the mark of each team's gifts, by the team's id.
    """

    goal: str
    opens: int
    closes: int
    teams: dict[str, str]

    def runs(self, now: float) -> bool:
        """Whether a gift of the moment `now` counts."""
        return self.opens <= now < self.closes


class TeamWords(Struct, frozen=True):
    """How a team is asked for in one language. `names` are the teams' by the ids of challenge and team;
    `not_begun` and `ended` are said of a challenge, by its id. `product` holds `{goal}` and `{team}`.
    """

    question: str
    none: str
    none_hint: str
    product: str
    unknown_challenge: str
    unknown_team: str
    once: str
    names: dict[str, dict[str, str]]
    not_begun: dict[str, str]
    ended: dict[str, str]


class ChosenTeam(Struct, frozen=True):
    """Whose gift it is, by the ids of challenge and team; the `goal` that it goes to, and the `mark` by which
    it is counted.
    """

    challenge: str
    team: str
    goal: str
    mark: str


def read_team(
    challenges: Mapping[str, ChallengeOffer],
    words: TeamWords | None,
    answer: Mapping[str, str],
    now: float,
    messages: dict[str, str],
) -> ChosenTeam | None:
    """The team in `answer`; None when there is none, or when `messages` say what is wrong with it.

    A site without challenges has no words for them, and takes the gift as one without a team.
    """
    if words is None or not _asked_for(answer):
        return None
    name, team = answer.get(CHALLENGE, ""), answer.get(TEAM, "")
    offer = challenges.get(name)
    if offer is None:
        messages[TEAM] = words.unknown_challenge
    elif now < offer.opens:
        messages[TEAM] = words.not_begun[name]
    elif now >= offer.closes:
        messages[TEAM] = words.ended[name]
    elif team not in offer.teams:
        messages[TEAM] = words.unknown_team
    else:
        return ChosenTeam(name, team, offer.goal, offer.teams[team])
    return None


def named_challenge(
    challenges: Mapping[str, ChallengeOffer], answer: Mapping[str, str]
) -> ChallengeOffer | None:
    """The challenge that `answer` names, if it is one."""
    return challenges.get(answer.get(CHALLENGE, ""))


def team_field(
    challenges: Mapping[str, ChallengeOffer],
    words: TeamWords | None,
    given: Mapping[str, str],
    now: float,
    error: str,
) -> FieldView | None:
    """The question in a form that comes back: the teams while the challenge goes on, and no team; None where
    the answer was about no team.
    """
    offer, name, chosen = named_challenge(challenges, given), given.get(CHALLENGE, ""), given.get(TEAM, "")
    if words is None or not (_asked_for(given) or offer):
        return None
    open_ = offer is not None and offer.runs(now)
    teams = offer.teams if offer and open_ else {}
    choices = [Choice(team, words.names[name][team], checked=team == chosen) for team in teams]
    # Where nothing else is left to choose, what is left is chosen.
    choices.append(Choice(NO_TEAM, words.none, words.none_hint, checked=not open_ or chosen == NO_TEAM))
    return FieldView(TEAM, "radios", words.question, error=error, choices=tuple(choices))


def _asked_for(answer: Mapping[str, str]) -> bool:
    """No form of ours names a team without its challenge: somebody else's addition changes nothing."""
    return answer.get(TEAM) != NO_TEAM and bool(answer.get(CHALLENGE))
