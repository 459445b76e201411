"""Pages: address, title and description of each page that content makes, and the words of the front page."""

from __future__ import annotations

from pydantic import Field

from yhdessa.model.fields import Line, Record, Slug, Text


class PageWords(Record):
    """One page in content/<language>/pages.yml"""

    slug: Slug | None = Field(
        default=None, description="Its address in this language.", examples=["lahjoita"]
    )
    title: Line = Field(description="Its title and heading.", examples=["Lahjoita"])
    label: Line = Field(description="Its short name in menus.", examples=["Lahjoita"])
    description: Line = Field(description="One or two sentences for search engines.")
    lead: Text | None = Field(default=None, description="The first paragraph, in large type.")


class PagesWords(Record):
    """content/<language>/pages.yml"""

    home: PageWords = Field(description="The front page; its title names the organisation too.")
    mission: PageWords = Field(description="Mission and values.")
    strategy: PageWords = Field(description="The strategy.")
    goals: PageWords = Field(description="The index of the local goals.")
    partners: PageWords = Field(description="Partners and tiers.")
    donate: PageWords = Field(description="The donation form.")
    thanks: PageWords = Field(description="After a gift.")
    help: PageWords = Field(description="Get help now.")
    news: PageWords = Field(description="The list of news.")
    search: PageWords = Field(description="Search, and the list of all pages.")
    not_found: PageWords = Field(description="The page for an address that does not exist.")
    programmes: PageWords | None = Field(default=None, description="What we do: services and programmes.")
    impact: PageWords | None = Field(default=None, description="The impact report.")
    act: PageWords | None = Field(default=None, description="What the reader can do.")
    volunteering: PageWords | None = Field(default=None, description="Volunteering.")
    payroll: PageWords | None = Field(default=None, description="Payroll giving.")
    payroll_tool: PageWords | None = Field(
        default=None, description="The tool for payroll offices, which works in the browser alone."
    )
    employer: PageWords | None = Field(
        default=None, description="Where an employer signs up for payroll giving."
    )
    challenges: PageWords | None = Field(default=None, description="The list of workplace challenges.")
    accessibility: PageWords | None = Field(default=None, description="The accessibility statement.")
    privacy: PageWords | None = Field(default=None, description="The privacy statement.")
    contact: PageWords = Field(description="How to reach us.")
    cancelled: PageWords = Field(description="After a payment that was not completed.")
    monthly_donor: PageWords | None = Field(
        default=None, description="Where those who give monthly ask for a link to their gift."
    )

    def named(self) -> dict[str, PageWords]:
        """The words of each page that the site has, by the page's name."""
        return {name: words for name, key in PAGES.items() if (words := getattr(self, key)) is not None}


#: The pages that content makes, as links name them, with the name of their words in pages.yml.
PAGES = {
    "index": "home",
    "mission": "mission",
    "strategy": "strategy",
    "goals/index": "goals",
    "partners": "partners",
    "donate": "donate",
    "thanks": "thanks",
    "help": "help",
    "news/index": "news",
    "search": "search",
    "404": "not_found",
    "programmes/index": "programmes",
    "impact/index": "impact",
    "act": "act",
    "volunteering": "volunteering",
    "payroll": "payroll",
    "payroll_tool": "payroll_tool",
    "employer": "employer",
    "challenges/index": "challenges",
    "accessibility": "accessibility",
    "privacy": "privacy",
    "contact": "contact",
    "cancelled": "cancelled",
    "monthly_donor": "monthly_donor",
}
#: The pages that a site may do without, and the words they are made of: both stand or are missing together.
NEEDS = {
    "programmes": "services",
    "impact": "impact",
    "act": "act",
    "volunteering": "volunteering",
    "payroll": "payroll",
    "payroll_tool": "payroll",
    "monthly_donor": "monthly",
    "employer": "employer",
    "challenges": "challenges",
    "accessibility": "statements",
    "privacy": "statements",
}
#: What no page of ours leads to: where a payment ends, and where nothing is.
ENDS = ("thanks", "cancelled", "404")


def linkable_pages(pages: PagesWords) -> list[str]:
    """The names of the pages that a link in the content may lead to."""
    return [name for name in pages.named() if name not in ENDS]


class HomeWords(Record):
    """content/<language>/home.yml"""

    display_title: list[Line] = Field(description="The large title, a line an item.", min_length=1)
    lead: Text = Field(description="The paragraph under it.")
    give: Line = Field(description="The button to the donation form.")
    goals_link: Line = Field(description="The link to the goals.")
    statistics_title: Line = Field(description="The heading over the figures.")
    goals_title: Line = Field(description="The heading over the goals.")
    goals_lead: Text = Field(description="A sentence over the goals.")
    together_title: Line = Field(description="The heading over what the reader can do.")
    person_title: Line = Field(description="The heading for a person.")
    person: Text = Field(description="What a person can do.")
    workplace_title: Line = Field(description="The heading for a workplace.")
    workplace: Text = Field(description="What a workplace can do.")
    company_title: Line = Field(description="The heading for a company.")
    company: Text = Field(description="What a company can do.")
    news_title: Line = Field(description="The heading over the news.")
