"""Pages: address, title and description of each page that content makes, and the words of the interface."""

from __future__ import annotations

from pydantic import Field

from yhdessa.model.fields import Line, Record, Slug, Text, placeholders


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

    home: PageWords = Field(description="The front page.")
    mission: PageWords = Field(description="Mission and values.")
    strategy: PageWords = Field(description="The strategy.")
    goals: PageWords = Field(description="The index of the local goals.")
    partners: PageWords = Field(description="Partners and tiers.")
    donate: PageWords = Field(description="The donation form.")
    thanks: PageWords = Field(description="After a gift.")
    help: PageWords = Field(description="Get help now.")
    news: PageWords = Field(description="The list of news.")
    not_found: PageWords = Field(description="The page for an address that does not exist.")


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
    "404": "not_found",
}


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


class InterfaceWords(Record):
    """content/<language>/interface.yml: the words of menus, buttons and messages."""

    skip_to_content: Line = Field(description="The link past the menu.", examples=["Hoppa till innehållet"])
    menu: Line = Field(description="The button that opens the menu.", examples=["Meny"])
    main_navigation: Line = Field(description="The name of the main menu.")
    languages: Line = Field(description="The name of the language switch.")
    breadcrumbs: Line = Field(description="The name of the path to the page.")
    get_help: Line = Field(description="The first link of every page.", examples=["Få hjälp nu"])
    donate: Line = Field(description="The button to the donation form.", examples=["Ge en gåva"])
    source: Line = Field(description="Before one source.", examples=["Källa"])
    sources: Line = Field(description="The heading over several sources.", examples=["Källor"])
    undated: Line = Field(description="A source that says no year.", examples=["utan årtal"])
    example: Line = Field(description="The mark on what is invented.", examples=["Exempel"])
    goal_number: Line = Field(
        description="A goal's number; {number} stands for it.",
        examples=["Lokalt mål {number}"],
        json_schema_extra=placeholders("number"),
    )
    problem: Line = Field(description="The heading over the problem.")
    belief: Line = Field(description="The heading over what we believe.")
    activities: Line = Field(description="The heading over what we do today.")
    wishes: Line = Field(description="The heading over what we want to do more of.")
    global_goals: Line = Field(description="The heading over the United Nations' goals.")
    what_you_can_do: Line = Field(description="The heading over the actions.")
    person: Line = Field(description="The heading for a person.")
    workplace: Line = Field(description="The heading for a workplace.")
    company: Line = Field(description="The heading for a company.")
    our_partners: Line = Field(description="The heading over the partners.")
    no_partners: Text = Field(description="Where a goal has no partners yet.")
    become_partner: Line = Field(description="The link to the tiers.")
    write_to_us: Line = Field(description="The link to an e-mail address.")
    previous_goal: Line = Field(description="The link to the goal before.")
    next_goal: Line = Field(description="The link to the goal after.")
    give_to_goal: Line = Field(description="The button that gives to this goal.")
    mission: Line = Field(description="The heading over the mission.")
    vision: Line = Field(description="The heading over the vision.")
    values: Line = Field(description="The heading over the values.")
    strategy_goals: Line = Field(description="The heading over the strategy's goals.")
    period: Line = Field(
        description="The strategy's period; {years} stands for it.", json_schema_extra=placeholders("years")
    )
    a_year: Line = Field(
        description="A price a year; {amount} stands for it.",
        examples=["{amount} om året"],
        json_schema_extra=placeholders("amount"),
    )
    plus_vat: Line = Field(description="What follows a price without VAT.", examples=["plus moms"])
    is_gift: Line = Field(description="What is said of a tier that is a gift.")
    benefits: Line = Field(description="The heading over a tier's benefits.")
    checked: Line = Field(
        description="The day a number was checked; {date} stands for it.",
        json_schema_extra=placeholders("date"),
    )
    published: Line = Field(
        description="The day of a news item; {date} stands for it.", json_schema_extra=placeholders("date")
    )
    error_prefix: Line = Field(
        description="What the title begins with when a form has errors.", examples=["Fel:"]
    )
    error_title: Line = Field(description="The heading over the list of errors.")
    error_label: Line = Field(
        description="What a screen reader says before a field's error.", examples=["Fel:"]
    )
    amount_missing: Line = Field(description="No sum was chosen or written.")
    amount_unreadable: Line = Field(
        description="The sum cannot be read; {example} stands for a right one.",
        json_schema_extra=placeholders("example"),
    )
    amount_too_small: Line = Field(
        description="The sum is too small; {minimum} stands for the limit.",
        json_schema_extra=placeholders("minimum"),
    )
    amount_too_large: Line = Field(
        description="The sum is too large; {maximum} stands for the limit.",
        json_schema_extra=placeholders("maximum"),
    )
    amount_two: Line = Field(
        description="A sum was chosen and another written; {chosen} and {written} stand for them.",
        json_schema_extra=placeholders("chosen", "written"),
    )
    goal_unknown: Line = Field(description="The purpose is not one of the goals.")
    untranslated: Line = Field(description="What is said of a text that is not translated yet.")
    untranslated_page: Line = Field(description="The same of a whole page; names the language it is in.")
    footer_pages: Line = Field(description="The heading over the links at the foot.")
    footer_contact: Line = Field(description="The heading over the addresses at the foot.")
