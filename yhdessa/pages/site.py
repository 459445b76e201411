"""The site: the plans of all its pages, a language at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from yhdessa.catalogue import Catalogue
from yhdessa.model.content import Content
from yhdessa.model.honesty.clock import Clock
from yhdessa.model.problem import ContentProblems
from yhdessa.pages.about import home_page, mission_page, not_found_page, strategy_page
from yhdessa.pages.addresses import NOT_FOUND, Addresses
from yhdessa.pages.challenges.files import challenge_files
from yhdessa.pages.challenges.index import challenge_plans, challenges_page
from yhdessa.pages.contact import contact_page
from yhdessa.pages.counted import Counted
from yhdessa.pages.employer import employer_page
from yhdessa.pages.feed import feed_files
from yhdessa.pages.files import SiteFile
from yhdessa.pages.giving import cancelled_page, compile_catalogue, donate_page, thanks_page
from yhdessa.pages.goals import goal_plans, goals_page
from yhdessa.pages.help import help_page
from yhdessa.pages.hosts import host_files
from yhdessa.pages.impact.files import impact_files
from yhdessa.pages.impact.index import impact_page
from yhdessa.pages.impact.sections import section_plans
from yhdessa.pages.joining import act_page, volunteering_page
from yhdessa.pages.maker import Maker, PagePlan
from yhdessa.pages.monthly_donor import monthly_donor_page
from yhdessa.pages.news import news_page, prose_page
from yhdessa.pages.partners import partners_page
from yhdessa.pages.payroll import payroll_page
from yhdessa.pages.payroll_tool import payroll_tool_page
from yhdessa.pages.programmes import programme_plans, programmes_page
from yhdessa.pages.search import SEARCH, search_page
from yhdessa.pages.statements import accessibility_page, privacy_page
from yhdessa.view.page import Page

#: What makes each page that stands alone; those of a folder, as the goals, come in numbers.
MAKERS: dict[str, Callable[[Maker], Page]] = {
    "index": home_page,
    "mission": mission_page,
    "strategy": strategy_page,
    "goals/index": goals_page,
    "partners": partners_page,
    "donate": donate_page,
    "thanks": thanks_page,
    "cancelled": cancelled_page,
    "monthly_donor": monthly_donor_page,
    "payroll": payroll_page,
    "employer": employer_page,
    "payroll_tool": payroll_tool_page,
    "challenges/index": challenges_page,
    "accessibility": accessibility_page,
    "privacy": privacy_page,
    "contact": contact_page,
    "help": help_page,
    "news/index": news_page,
    "programmes/index": programmes_page,
    "impact/index": impact_page,
    "act": act_page,
    "volunteering": volunteering_page,
    SEARCH: search_page,
    NOT_FOUND: not_found_page,
}
#: What makes the files that each language has besides its pages.
FILE_MAKERS: tuple[Callable[[Maker], Iterator[SiteFile]], ...] = (feed_files, impact_files, challenge_files)


class Site:
    """What is published of `content` at `site_url`.

    `stylesheet`, `fonts` and `scripts` (by their names) are addresses below the root; `counted` is what is
    known of money, None when nothing is; `clock` and `icon` are as for `Maker`.
    """

    def __init__(
        self,
        content: Content,
        site_url: str,
        stylesheet: str,
        counted: Counted | None = None,
        fonts: tuple[str, ...] = (),
        scripts: Mapping[str, str] | None = None,
        clock: Clock | None = None,
        icon: str = "",
    ) -> None:
        self.content = content
        self.addresses = Addresses(content, site_url)
        self.makers = {
            language: Maker(
                content, language, self.addresses, stylesheet, counted, fonts, scripts, clock, icon
            )
            for language in content.languages
        }

    def plans(self, language: str) -> list[PagePlan]:
        """Every page that content makes in `language`. Raises ContentProblems for links that lead nowhere."""
        maker = self.makers[language]
        goals, problems = goal_plans(maker)
        programmes, more = programme_plans(maker)
        if problems or more:
            raise ContentProblems([*problems, *more])
        there = {name: make for name, make in MAKERS.items() if self.addresses.has(language, name)}
        alone = (maker.plan(name, make(maker)) for name, make in there.items())
        return [*alone, *goals, *programmes, *section_plans(maker), *challenge_plans(maker)]

    def files(self) -> Iterator[SiteFile]:
        """Every file besides the pages, in all languages; what it holds is made when it is asked for."""
        for maker in self.makers.values():
            for make in FILE_MAKERS:
                yield from make(maker)
        yield from host_files(self.addresses)

    def prose_plan(self, language: str, name: str, html: str) -> PagePlan:
        """The plan of a Markdown page of docs/, whose text MkDocs has made into `html`."""
        maker = self.makers[language]
        return maker.plan(name, prose_page(maker, name, html))

    def catalogue(self, icons: Mapping[str, str]) -> Catalogue:
        """What the functions need to know of the site."""
        return compile_catalogue(self.makers, icons)
