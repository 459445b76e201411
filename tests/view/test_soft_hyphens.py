"""Soft hyphens on pages: in headings and cards, in the right language, and nowhere that machines read."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest
from markupsafe import Markup

from tests.view.examples import PAGE_EXAMPLES, page_example, render_page, renderer, shell_example
from tests.view.parsed import Element, parse
from yhdessa.l10n.foreign import ForeignText
from yhdessa.l10n.hyphens import SOFT_HYPHEN
from yhdessa.view.environment import mark_foreign, soft, soft_headings, soft_narrow, written_in

LONG = {
    "fi": ("Vapaaehtoistoiminta", "Vapaa|ehtois|toi|minta"),
    "sv": ("Ensamhetsarbete", "Ensam|hets|arbete"),
}


def headings(html: str) -> list[str]:
    return [
        "".join(piece for piece in element.children if isinstance(piece, str))
        for element in parse(html).all("h1", "h2", "h3")
    ]


@pytest.mark.parametrize("language", LONG)
def test_a_heading_is_broken_in_the_language_of_its_page(language: str) -> None:
    word, broken = LONG[language]
    html = render_page("prose", language=language, heading=word)
    assert broken.replace("|", SOFT_HYPHEN) in headings(html)


def test_a_card_that_has_no_context_of_its_own_is_broken_in_the_language_of_the_page() -> None:
    page = page_example("goals")
    goal = msgspec.structs.replace(page.goals[0], text="Vapaaehtoistoiminta")  # type: ignore[attr-defined]
    page = msgspec.structs.replace(page, goals=(goal,))
    html = renderer().render(shell_example(language="fi"), page)
    assert "Vapaa|ehtois|toi|minta".replace("|", SOFT_HYPHEN) in html
    assert SOFT_HYPHEN not in html.partition("<main")[0].partition("<body")[0]


@pytest.mark.parametrize("name", PAGE_EXAMPLES)
def test_nothing_that_machines_read_holds_a_soft_hyphen(name: str) -> None:
    document = parse(render_page(name, language="sv", title="Ensamhetsarbete", description="Ensamhetsarbete"))
    assert not [
        (element.tag, attribute)
        for element in document.elements
        for attribute, value in element.attributes.items()
        if SOFT_HYPHEN in value
    ]
    assert not [element for element in document.all("title", "script") if SOFT_HYPHEN in strings(element)]


def strings(element: Element) -> str:
    return "".join(piece if isinstance(piece, str) else strings(piece) for piece in element.children)


def test_markup_in_a_heading_is_still_escaped() -> None:
    html = render_page("prose", language="fi", heading="<b>vapaaehtoistoiminta</b>")
    assert "&lt;b&gt;vapaa" in html
    assert "<b>vapaa" not in html


def test_markup_of_ours_is_left_as_it_is() -> None:
    html = Markup('<a href="/vapaaehtoistoiminta">vapaaehtoistoiminta</a>')
    with written_in("fi"):
        assert soft(html) is html


def test_headings_in_a_text_are_broken_and_neither_their_tags_nor_the_text_below_them() -> None:
    word, broken = (text.replace("|", SOFT_HYPHEN) for text in LONG["fi"])
    html = f'<h2 id="vapaaehtoistoiminta">{word} <em>{word}</em></h2>\n<p>{word}</p>'
    with written_in("fi"):
        shown = soft_headings(html)
    assert shown == f'<h2 id="vapaaehtoistoiminta">{broken} <em>{broken}</em></h2>\n<p>{word}</p>'


def test_headings_keep_words_that_fit_a_narrow_screen_whole_and_heads_of_tables_do_not() -> None:
    with written_in("fi"):
        assert soft("Yksinäisyyttä ensimmäinen") == f"Yksi{SOFT_HYPHEN}näi{SOFT_HYPHEN}syyttä ensimmäinen"
        assert soft_narrow("ensimmäinen") == f"ensim{SOFT_HYPHEN}mäi{SOFT_HYPHEN}nen"


def test_a_text_of_another_language_keeps_its_own_breaks_and_its_mark() -> None:
    with written_in("fi"):
        shown = mark_foreign(soft(ForeignText("Ensamhetsarbete", "sv-FI", "ruotsiksi")))
    assert f'<span lang="sv-FI">Ensam{SOFT_HYPHEN}hets{SOFT_HYPHEN}arbete</span>' in str(shown)
    assert "ruotsiksi" in str(shown)


def test_what_is_rendered_without_a_page_is_left_whole() -> None:
    assert soft("vapaaehtoistoiminta") == "vapaaehtoistoiminta"


def test_pages_of_two_languages_at_once_keep_to_their_own() -> None:
    def heading(language: str) -> bool:
        word, broken = LONG[language]
        return broken.replace("|", SOFT_HYPHEN) in headings(
            render_page("prose", language=language, heading=word)
        )

    with ThreadPoolExecutor(4) as threads:
        assert all(threads.map(heading, ["fi", "sv"] * 40))
