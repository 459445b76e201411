"""The statements and the page of contact: links where texts have places, and nothing that was not said."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.edits import change
from tests.pages.trees import page_of, site_with
from yhdessa.view.contact import ContactPage
from yhdessa.view.parts import Run
from yhdessa.view.statements import AccessibilityPage, PrivacyPage


def accessibility(tree: Path, language: str) -> AccessibilityPage:
    return page_of(site_with(tree, "finnish", "statements"), language, "accessibility", AccessibilityPage)


def privacy(tree: Path, language: str) -> PrivacyPage:
    return page_of(site_with(tree, "finnish", "statements"), language, "privacy", PrivacyPage)


def links(*texts: Iterable[Run]) -> list[tuple[str, str]]:
    return [(run.text, run.href) for text in texts for run in text if run.href]


def test_the_claim_names_the_standard_and_its_level(tree: Path) -> None:
    page = accessibility(tree, "en")
    assert page.conformance == "We aim for WCAG 2.2, AA."
    assert (page.methods, page.shortcomings) == (("Automated tests.",), ("No expert has looked.",))


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("fi", "22.\u00a0marraskuuta 2026"),
        ("sv", "22\u00a0november 2026"),
        ("en", "22\u00a0November 2026"),
    ],
)
def test_the_day_of_the_evaluation_is_written_as_the_language_writes_days(
    language: str, day: str, tree: Path
) -> None:
    assert accessibility(tree, language).evaluated == f"On {day}"


def test_an_address_and_an_authority_in_a_text_become_links(tree: Path) -> None:
    page = accessibility(tree, "sv")
    assert [run.text for run in page.feedback.text] == ["Write to ", "info@example.org", "."]
    assert links(page.feedback.text) == [("info@example.org", "mailto:info@example.org")]
    assert links(page.authority.text) == [("The authority", "https://example.org")]
    assert page.authority.text[-1].text == " supervises."


def test_every_place_in_the_privacy_statement_is_a_link_too(tree: Path) -> None:
    page = privacy(tree, "fi")
    mail = ("info@example.org", "mailto:info@example.org")
    assert links(page.controller.text, page.rights.text) == [mail, mail]
    assert links(page.authority.text) == [("The ombudsman", "https://example.org")]
    assert [(processor.link.text, processor.link.href) for processor in page.processors] == [
        ("Stripe", "https://stripe.com/privacy")
    ]


def test_markup_in_a_text_stays_text(tree: Path) -> None:
    site_with(tree, "finnish", "statements")
    words = "content/sv/statements.yml"
    change(tree, {"file": words, "replace": "Write to {email}.", "with": "'<b>{email}</b> &amp;'"})
    page = page_of(site_with(tree, "finnish"), "sv", "accessibility", AccessibilityPage)
    assert [run.text for run in page.feedback.text] == ["<b>", "info@example.org", "</b> &amp;"]


def test_a_purpose_says_on_what_ground_by_whom_and_how_long(tree: Path) -> None:
    [purpose] = privacy(tree, "en").purposes
    assert [(detail.label, detail.value, detail.more) for detail in purpose.details] == [
        ("Basis", "Legal obligation", ()),
        ("Handled by", "Stripe", ()),
        ("Kept", "6 years", ()),
    ]


def test_a_purpose_with_two_grounds_and_no_processor_says_just_that(tree: Path) -> None:
    site_with(tree, "finnish", "statements")
    facts = "content/facts/statements.yml"
    change(tree, {"file": facts, "replace": "[legal-obligation]", "with": "[legal-obligation, consent]"})
    change(tree, {"file": facts, "replace": "      processors: [stripe]\n", "with": ""})
    stripe = '  processors:\n    stripe: {name: Stripe, website: "https://stripe.com/privacy"}\n'
    change(tree, {"file": facts, "replace": stripe, "with": ""})
    for language in ("fi", "sv", "en"):
        words = f"content/{language}/statements.yml"
        change(tree, {"file": words, "replace": "obligation}", "with": "obligation, consent: Consent}"})
        change(tree, {"file": words, "replace": "  processors: {stripe: Passes on payments.}\n", "with": ""})
    page = page_of(site_with(tree, "finnish"), "en", "privacy", PrivacyPage)
    assert page.processors == ()
    assert [(detail.label, detail.value, detail.more) for detail in page.purposes[0].details] == [
        ("Basis", "Legal obligation", ("Consent",)),
        ("Kept", "6 years", ()),
    ]


def test_an_organisation_without_statements_has_no_such_pages(tree: Path) -> None:
    names = {plan.name for plan in site_with(tree, "finnish").plans("fi")}
    assert not names & {"accessibility", "privacy"}


def test_contact_leads_first_to_help_and_then_to_each_topics_address(tree: Path) -> None:
    page = page_of(site_with(tree, "finnish", "contact"), "sv", "contact", ContactPage)
    assert page.help.href == "/yhdessa/sv/hjalp/"
    assert [(topic.title, topic.mail.href) for topic in page.topics] == [
        ("Anything", "mailto:info@example.org"),
        ("Companies", "mailto:partnerships@example.org"),
    ]
    assert [topic.page.href if topic.page else "" for topic in page.topics] == ["", "/yhdessa/sv/partner/"]
    assert page.example == "The addresses are examples."


def test_contact_says_of_no_real_address_that_it_is_an_example(tree: Path) -> None:
    change(tree, {"file": "content/facts/organisation.yml", "replace": "true", "with": "false"})
    page = page_of(site_with(tree, "finnish", "contact"), "sv", "contact", ContactPage)
    assert page.example == ""


def test_without_topics_contact_names_the_organisations_two_addresses(tree: Path) -> None:
    page = page_of(site_with(tree, "finnish"), "sv", "contact", ContactPage)
    assert [(topic.title, topic.mail.text) for topic in page.topics] == [
        ("Tillsammans", "info@example.org"),
        ("Partner", "partnerships@example.org"),
    ]
