"""The words of the interface: menus, buttons, labels and messages."""

from __future__ import annotations

from pydantic import Field

from yhdessa.model.fields import Line, Record, Text, placeholders


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
    on_this_page: Line = Field(description="The name of the list of a long page's sections.")
    programmes_of_goal: Line = Field(description="The heading over what there is to come to, for a goal.")
    ask_about_goal: Line = Field(description="Before the address to ask about a goal.")
    ask_about_partnership: Line = Field(description="Before the address to ask about partnership.")
    collected: Line = Field(
        description="What has been given to a goal, before the sum.", examples=["Kerätty"]
    )
    target: Line = Field(description="What a goal hopes to collect, before the sum.", examples=["Tavoite"])
    share_of_target: Line = Field(
        description="How far a goal has come; {share} stands for per cent.",
        examples=["{share} tavoitteesta"],
        json_schema_extra=placeholders("share"),
    )
    gifts_counted: Line = Field(
        description="How many gifts; one form for each plural of the language, with a | between; {n} counts.",
        examples=["{n} gåva|{n} gåvor"],
        json_schema_extra=placeholders("n"),
    )
    also_collected: Line = Field(
        description="What came in another currency; {amount} stands for it.",
        json_schema_extra=placeholders("amount"),
    )
    totals_missing: Line = Field(description="Where no gifts have been added up yet.")
    totals_updated: Line = Field(
        description="When the sums were counted; {time} stands for it.",
        json_schema_extra=placeholders("time"),
    )
    totals_old: Line = Field(
        description="The same of sums that are not fresh: newer gifts are missing; {time} stands for it.",
        json_schema_extra=placeholders("time"),
    )
    card_collected: Line = Field(
        description="The line of a goal's card; {collected} stands for the sum.",
        json_schema_extra=placeholders("collected"),
    )
    card_collected_of: Line = Field(
        description="The same with a target; {collected} and {target} stand for the sums.",
        json_schema_extra=placeholders("collected", "target"),
    )
    card_old: Line = Field(
        description="That line when it is not fresh; {line} stands for it, {date} for the day it was true.",
        json_schema_extra=placeholders("line", "date"),
    )
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
    asked_of_partner: Line = Field(description="The heading over what a tier asks of a partner.")
    checked: Line = Field(
        description="The day a number was checked; {date} stands for it.",
        json_schema_extra=placeholders("date"),
    )
    published: Line = Field(
        description="The day of a news item; {date} stands for it.", json_schema_extra=placeholders("date")
    )
    share_title: Line = Field(description="The heading over the links that pass a page on.")
    share_by_email: Line = Field(description="The link that passes a page on by e-mail.")
    news_feed: Line = Field(description="The link to the news as an Atom feed.")
    older_news: Line = Field(description="The word over the link to the news item before.")
    newer_news: Line = Field(description="The word over the link to the news item after.")
    figures_as_table: Line = Field(description="What opens a chart's figures as a table.")
    figures_as_csv: Line = Field(description="The link to a chart's figures as a CSV file.")
    search_label: Line = Field(description="The question over the field of the search.")
    search_button: Line = Field(description="The button that searches.", examples=["Sök"])
    search_results: Line = Field(description="The name of the list of what was found.")
    search_wait: Line = Field(description="What is said while the search takes its time.")
    search_found: Line = Field(
        description="How many pages were found; one form for each plural of the language, with a | between; "
        "{n} counts, {query} is what was searched for.",
        examples=["{n} sida hittades för ”{query}”|{n} sidor hittades för ”{query}”"],
        json_schema_extra=placeholders("n", "query"),
    )
    search_none: Line = Field(
        description="Nothing was found; {query} is what was searched for.",
        json_schema_extra=placeholders("query"),
    )
    search_failed: Line = Field(description="The search does not work.")
    search_more: Line = Field(description="The button that shows more of what was found.")
    search_without_script: Line = Field(description="What is said where JavaScript is off.")
    all_pages: Line = Field(description="The heading over the list of all pages.")
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
    footer_work: Line = Field(description="The heading over the links to our work, at the foot.")
    footer_join: Line = Field(description="The heading over the links to joining in, at the foot.")
    footer_about: Line = Field(description="The heading over the links about us, at the foot.")
    footer_site: Line = Field(description="The heading over the links about the site, at the foot.")
    footer_contact: Line = Field(description="The heading over the addresses at the foot.")
