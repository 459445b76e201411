"""The page of the partners: what is offered for which goal, and the form; what the functions go on with."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.pages.trees import page_of, site_with
from yhdessa.l10n.money import format_money
from yhdessa.l10n.percent import format_percent
from yhdessa.model import load_content
from yhdessa.pages.site import Site
from yhdessa.view.goals import GoalPage
from yhdessa.view.partners import PartnersPage

LANGUAGES = ("fi", "sv", "en")


@pytest.fixture(scope="module")
def own(project: Path) -> Site:
    """The project's own site."""
    return Site(load_content(project), "https://example.org/yhdessa/", "assets/site.css")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_tells_which_goal_has_which_tier_and_at_what_price(language: str, own: Site) -> None:
    content, words = own.content, own.content.words[language]
    assert content.partner is not None
    assert words.partner is not None
    options = page_of(own, language, "partners", PartnersPage).options
    assert options is not None
    assert options.table.head[1:] == tuple(words.tiers[tier].name for tier in content.tiers)
    offered = {words.goals[goal].name: content.goals[goal].tiers for goal in content.goals}
    offered[words.partner.sign_up.whole] = content.partner.whole
    assert len(options.table.rows) == len(offered)
    for name, *cells in options.table.rows:
        for (tier, facts), cell in zip(content.tiers.items(), cells, strict=True):
            price = format_money(facts.yearly, language)
            assert cell == (price if tier in offered[name] else words.partner.not_offered)


@pytest.mark.parametrize("language", LANGUAGES)
def test_vat_is_told_for_each_country_as_of_a_day(language: str, own: Site) -> None:
    facts, words = own.content.partner, own.content.words[language].partner
    assert facts is not None
    assert words is not None
    options = page_of(own, language, "partners", PartnersPage).options
    assert options is not None
    assert len(options.vat) == len(facts.countries)
    for country, detail in zip(facts.countries, options.vat, strict=True):
        rate = facts.vat[country]
        assert words.sign_up.countries[country] in detail.label
        percent = format_percent(Decimal(rate.percent), language)
        assert detail.value == words.vat_notes[rate.note] if rate.note else percent in detail.value
    assert str(facts.vat_as_of.year) in options.vat_note


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_asks_for_a_tier_with_its_price_and_says_when_it_is_due(language: str, own: Site) -> None:
    page = page_of(own, language, "partners", PartnersPage)
    assert page.sign_up is not None
    assert page.sign_up.form.action == "/yhdessa/api/partner"
    tiers, goals, *_ = page.sign_up.form.fields
    for choice, (tier, facts) in zip(tiers.choices, own.content.tiers.items(), strict=True):
        assert choice.value == tier
        assert format_money(facts.yearly, language) in choice.hint
    assert [choice.value for choice in goals.choices] == [*own.content.goals_in_order(), "anywhere"]
    assert own.content.partner is not None
    assert any(str(own.content.partner.days_until_due) in step for step in page.sign_up.next.steps)


def test_a_goal_leads_to_the_form(own: Site) -> None:
    for goal in own.content.goals:
        link = page_of(own, "sv", f"goals/{goal}", GoalPage).become_partner
        assert link.href == own.addresses.href("sv", "partners") + "#sign-up"


def test_the_functions_know_the_prices_the_vat_and_who_hears_of_a_sign_up(own: Site) -> None:
    terms, content = own.catalogue({}).partners, own.content
    assert terms is not None
    assert content.partner is not None
    for name, tier in terms.tiers.items():
        facts = content.tiers[name]
        assert (tier.yearly, tier.kind) == (facts.yearly, facts.kind)
        rates = {} if tier.kind == "gift" else content.partner.vat
        assert {country: vat.percent for country, vat in tier.vat.items()} == {
            country: Decimal(rate.percent) for country, rate in rates.items()
        }
    assert terms.staff == (content.partner.staff or content.organisation.partnerships_email)
    assert terms.offer.goals == {goal: tuple(content.goals[goal].tiers) for goal in content.goals_in_order()}


def test_without_its_files_the_page_shows_the_tiers_and_where_to_write(tree: Path) -> None:
    site = site_with(tree, "finnish")
    page = page_of(site, "fi", "partners", PartnersPage)
    assert (page.sign_up, page.options) == (None, None)
    assert page.tiers
    assert page.contact.href == "mailto:partnerships@example.org"
    link = page_of(site, "fi", "goals/no-loneliness", GoalPage).become_partner
    assert link.href == site.addresses.href("fi", "partners")
    catalogue = site.catalogue({})
    assert (catalogue.partners, catalogue.languages["fi"].partner) == (None, None)


def test_a_logo_stands_on_the_wall_at_the_size_of_its_file(own: Site) -> None:
    page = page_of(own, "fi", "partners", PartnersPage)
    shown = {each.name: each for group in page.partners for each in group.partners if each.logo}
    sizes = {
        partner.name: own.content.logos[name]
        for name, partner in own.content.partners.items()
        if partner.logo
    }
    assert set(shown) == set(sizes)
    assert len(shown) >= 2
    for name, size in sizes.items():
        partner = shown[name]
        assert partner.logo.startswith("/yhdessa/assets/partners/")
        assert abs(partner.width / partner.height - size.width / size.height) < 0.05
        assert partner.width <= 156
        assert partner.height <= 51
