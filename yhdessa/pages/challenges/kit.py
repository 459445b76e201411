"""A team's kit: its address, a message in each language of the site, and a poster with a QR code."""

from __future__ import annotations

from yhdessa.l10n.endonyms import endonym
from yhdessa.l10n.tags import language_tag
from yhdessa.model.challenge import Challenge, Team
from yhdessa.model.challenge_words import ChallengesWords
from yhdessa.pages.challenges.names import poster_page, team_page
from yhdessa.pages.challenges.seasons import Season, season_of
from yhdessa.pages.maker import Maker, PagePlan, there
from yhdessa.pages.qr import draw_code
from yhdessa.pages.sharing import share_links
from yhdessa.pages.texts import Texts
from yhdessa.view.challenges import Message, Poster, PosterPage, TeamKit
from yhdessa.view.ways import QrCode


def team_kit(maker: Maker, name: str, facts: Challenge, team: Team) -> TeamKit:
    """All that a team spreads the word with."""
    words = there(maker.words.challenges)
    url = maker.addresses.url(maker.language, team_page(maker.content, name, team))
    return TeamKit(
        title=words.kit.title,
        text=maker.texts.fill(words.kit.text),
        address_label=words.kit.address,
        url=url,
        messages_title=words.kit.messages,
        messages=tuple(_message(maker, language, name, facts, team) for language in _spoken(maker)),
        poster_title=words.kit.poster,
        poster_text=maker.texts.fill(words.kit.poster_text),
        poster=maker.link(poster_page(name, team), words.kit.poster_link),
    )


def _spoken(maker: Maker) -> list[str]:
    """The site's languages, the page's own first."""
    return [maker.language, *(language for language in maker.content.languages if language != maker.language)]


def _message(maker: Maker, language: str, name: str, facts: Challenge, team: Team) -> Message:
    """The message in a language, which leads to the team's page in that language."""
    content, spoken = maker.content, maker.content.words[language]
    words = there(spoken.challenges)
    url = maker.addresses.url(language, team_page(content, name, team))
    text = words.kind(facts.alone).message.format(
        team=team.label,
        challenge=words.challenges[name].name,
        goal=spoken.goals[facts.goal].name,
        day=Texts(content, language).day(facts.ends),
    )
    return Message(
        id=f"message-{language}",
        name=endonym(language),
        tag=language_tag(language, content.organisation.country),
        text=text,
        url=url,
        links=share_links(content, language, url, text),
    )


def poster_plan(maker: Maker, name: str, facts: Challenge, team: Team) -> PagePlan:
    """The plan of the page of a team's poster. It stays after the end, and says so: it may hang on a wall."""
    words = there(maker.words.challenges)
    return maker.plan(poster_page(name, team), PosterPage(_poster(maker, words, name, facts, team)))


def _poster(maker: Maker, words: ChallengesWords, name: str, facts: Challenge, team: Team) -> Poster:
    url = maker.addresses.url(maker.language, team_page(maker.content, name, team))
    kind, (path, size) = words.kind(facts.alone), draw_code(url)
    ended = season_of(facts, maker.clock.today) is Season.ENDED
    code = words.kit.code.format(team=team.label)
    return Poster(
        call=kind.call,
        team=team.label,
        challenge=words.challenges[name].name,
        goal_over=words.goal,
        goal=maker.words.goals[facts.goal].name,
        until=(kind.ended if ended else kind.running).format(day=maker.texts.day(facts.ends)),
        code=QrCode(code, words.kit.scan, size, path, team.example),
        url=url.partition("://")[2],
        site_name=maker.words.organisation.name,
    )
