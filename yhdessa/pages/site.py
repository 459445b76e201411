"""The site: the plans of all its pages, a language at a time."""

from __future__ import annotations

from collections.abc import Mapping

from yhdessa.catalogue import Catalogue
from yhdessa.l10n.tags import language_tag
from yhdessa.model.content import Content
from yhdessa.model.problem import ContentProblems
from yhdessa.pages.about import help_page, home_page, mission_page, news_page, not_found_page, strategy_page
from yhdessa.pages.addresses import NOT_FOUND, Addresses
from yhdessa.pages.giving import compile_catalogue, donate_page, thanks_page
from yhdessa.pages.goals import goal_plans, goals_page
from yhdessa.pages.maker import Maker, PagePlan
from yhdessa.pages.partners import partners_page
from yhdessa.view.page import ProsePage


class Site:
    """What is published of `content` at `site_url`; `stylesheet` is its address below the root."""

    def __init__(self, content: Content, site_url: str, stylesheet: str) -> None:
        self.content = content
        self.addresses = Addresses(content, site_url)
        self.makers = {
            language: Maker(content, language, self.addresses, stylesheet) for language in content.languages
        }

    def plans(self, language: str) -> list[PagePlan]:
        """Every page that content makes in `language`. Raises ContentProblems for links that lead nowhere."""
        maker = self.makers[language]
        goals, problems = goal_plans(maker)
        if problems:
            raise ContentProblems(problems)
        return [
            maker.plan("index", home_page(maker)),
            maker.plan("mission", mission_page(maker)),
            maker.plan("strategy", strategy_page(maker)),
            maker.plan("goals/index", goals_page(maker)),
            *goals,
            maker.plan("partners", partners_page(maker)),
            maker.plan("donate", donate_page(maker)),
            maker.plan("thanks", thanks_page(maker)),
            maker.plan("help", help_page(maker)),
            maker.plan("news/index", news_page(maker)),
            maker.plan(NOT_FOUND, not_found_page(maker)),
        ]

    def prose_plan(self, language: str, name: str, html: str) -> PagePlan:
        """The plan of a Markdown page of docs/, whose text MkDocs has made into `html`."""
        maker = self.makers[language]
        day = maker.words.prose[name].date
        told = maker.words.interface.published.format(date=maker.texts.day(day)) if day else ""
        waits = name in maker.words.pending_pages
        page = ProsePage(
            html=html,
            day=told,
            iso=day.isoformat() if day else "",
            tag=language_tag(self.content.languages[0], self.content.organisation.country) if waits else "",
            notice=maker.words.interface.untranslated_page if waits else "",
        )
        return maker.plan(name, page)

    def catalogue(self, icons: Mapping[str, str]) -> Catalogue:
        """What the functions need to know of the site."""
        return compile_catalogue(self.makers, icons)
