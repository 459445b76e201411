"""Names: which pages there are of challenges, and what each is called.

`challenges/long-table` is a challenge's page, `challenges/long-table/library` a team's, and what ends with
`/poster` its poster's. A workplace's own collection has one team, and the challenge's page is the team's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from yhdessa.model.challenge import Challenge, Team
from yhdessa.model.content import Content, Words

INDEX = "challenges/index"
FOLDER = "challenges/"
POSTER = "/poster"


def challenge_page(challenge: str) -> str:
    """The name of a challenge's page."""
    return f"{FOLDER}{challenge}"


def team_page(content: Content, challenge: str, team: Team) -> str:
    """The name of a team's page."""
    facts = challenges_of(content)[challenge]
    return challenge_page(challenge) if facts.alone else f"{FOLDER}{challenge}/{team.id}"


def poster_page(challenge: str, team: Team) -> str:
    """The name of the page of a team's poster."""
    return f"{FOLDER}{challenge}/{team.id}{POSTER}"


def challenges_of(content: Content) -> Mapping[str, Challenge]:
    """The challenges whose pages there are: those with a team that has agreed to be shown."""
    return {name: each for name, each in (content.challenges or {}).items() if each.shown_teams()}


def challenge_paths(content: Content, words: Words, index: str | None) -> Iterator[tuple[str, str]]:
    """The name of each page below the list, and its address below that of the list, which is `index`."""
    if words.challenges is None:
        return
    for name, facts in challenges_of(content).items():
        place, poster = f"{index}/{words.challenges.challenges[name].slug}/", words.challenges.kit.poster_slug
        yield challenge_page(name), place
        for team in facts.shown_teams():
            own = place if facts.alone else f"{place}{team.id}/"
            if not facts.alone:
                yield team_page(content, name, team), own
            yield poster_page(name, team), f"{own}{poster}/"


def page_heading(content: Content, words: Words, name: str) -> str:
    """The heading of a challenge's or a team's page; `` for a page that is neither."""
    challenge, team = parts(content, name)
    if words.challenges is None or not challenge:
        return ""
    if team is None:
        return words.challenges.challenges[challenge].name
    return words.challenges.kit.poster_heading.format(team=team.label) if is_poster(name) else team.label


def page_title(content: Content, words: Words, name: str) -> str:
    """The same for a list in which it stands alone: a team may be in several challenges."""
    challenge, team = parts(content, name)
    heading = page_heading(content, words, name)
    if words.challenges is None or team is None:
        return heading
    return f"{heading}: {words.challenges.challenges[challenge].name}"


def page_description(content: Content, words: Words, name: str) -> str:
    """What search engines show of it."""
    challenge, team = parts(content, name)
    if words.challenges is None:
        return ""
    told = words.challenges.challenges[challenge]
    if team is None:
        return told.summary
    text = words.challenges.challenge.description
    if is_poster(name):
        text = words.challenges.kit.poster_description
    return text.format(team=team.label, challenge=told.name)


def is_poster(name: str) -> bool:
    """Whether it is the page of a poster."""
    return name.startswith(FOLDER) and name.endswith(POSTER)


def parts(content: Content, name: str) -> tuple[str, Team | None]:
    """The challenge and the team of a page's name; neither for a page that is none of theirs."""
    if not name.startswith(FOLDER) or name == INDEX:
        return "", None
    challenge, _, team = name.removeprefix(FOLDER).removesuffix(POSTER).partition("/")
    return challenge, challenges_of(content)[challenge].team(team) if team else None
