"""Pending translations: what may wait is published honestly, what may not is an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.edits import change
from yhdessa.l10n.foreign import ForeignText
from yhdessa.model import ContentProblems, load_content
from yhdessa.pages.site import Site
from yhdessa.pages.sitemap import sitemap
from yhdessa.view.environment import mark_foreign

QUOTE = "content/sv/strategy.yml"
PENDING = "content/sv/pending.yml"


def take_out_the_quote(tree: Path) -> None:
    text = (tree / QUOTE).read_text(encoding="utf-8")
    before, _, rest = text.partition("quote:\n")
    after = rest[rest.index("focus_areas_title:") :]
    (tree / QUOTE).write_text(before + after, encoding="utf-8")


def problems_of(tree: Path) -> list[str]:
    with pytest.raises(ContentProblems) as found:
        load_content(tree)
    return [str(problem) for problem in found.value.problems]


def test_an_optional_text_that_is_not_translated_is_an_error_until_it_is_marked_pending(tree: Path) -> None:
    take_out_the_quote(tree)
    assert [problem.partition(": ")[2].partition(";")[0] for problem in problems_of(tree)] == [
        "quote: missing translation"
    ]
    change(tree, {"file": PENDING, "write": "texts: [strategy.quote]\n"})
    content = load_content(tree)
    remarks = [str(remark) for remark in content.remarks if remark.file == PENDING]
    assert remarks == [f"{PENDING}:1: texts.0: `strategy.quote` is published in another language"]
    assert [remark.severity for remark in content.remarks if remark.file == PENDING] == ["warning"]


def test_a_pending_text_is_the_first_languages_and_knows_it(tree: Path) -> None:
    take_out_the_quote(tree)
    change(tree, {"file": PENDING, "write": "texts: [strategy.quote]\n"})
    content = load_content(tree)
    quote, source = content.words["sv"].strategy.quote, content.words["fi"].strategy.quote
    assert quote is not None
    assert source is not None
    assert quote.text == source.text
    assert isinstance(quote.text, ForeignText)
    assert quote.text.tag == "fi"
    note = content.words["sv"].interface.untranslated
    assert f'<span lang="fi">{source.text}</span> <small class="untranslated">{note}</small>' == str(
        mark_foreign(ForeignText(source.text, "fi", note))
    )


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("texts: [strategy.purpose]", "texts.0: `strategy.purpose` is translated; take it out of this list"),
        ("texts: [strategy.nothing]", "texts.0: `strategy.nothing` is no text of the first language"),
        ("texts: [strategy]", "texts.0: `strategy` is no text of the first language"),
        ("pages: [abot]", "pages.0: `abot` is no page of docs/; did you mean `about`?"),
        ("pages: [about]", "pages.0: `about` is translated; take it out of this list"),
        ("page: [about]", "page: is not a known field; did you mean `pages`?"),
    ],
)
def test_what_pending_yml_names_wrongly_is_told(written: str, said: str, tree: Path) -> None:
    change(tree, {"file": PENDING, "write": f"{written}\n"})
    assert problems_of(tree) == [f"{PENDING}:1: {said}"]


def test_a_required_text_cannot_wait(tree: Path) -> None:
    change(tree, {"file": "content/sv/home.yml", "replace": "give: Ge en gåva\n", "with": ""})
    change(tree, {"file": PENDING, "write": "texts: [home.give]\n"})
    assert problems_of(tree) == ["content/sv/home.yml:1: give: is missing; The button to the donation form."]


def test_a_page_that_waits_is_published_but_not_announced_as_a_translation(tree: Path) -> None:
    (tree / "docs/sv/about.md").unlink()
    change(tree, {"file": PENDING, "write": "pages: [about]\n"})
    site = Site(load_content(tree), "https://example.org/", "site.css")
    plan = site.prose_plan("sv", "about", "<p>Suomeksi</p>")
    assert plan.file == "sv/tietoa-sivustosta/index.html"
    assert plan.shell.announced == ()
    assert plan.shell.canonical == "https://example.org/tietoa-sivustosta/"
    assert (plan.page.tag, plan.page.notice) == ("fi", site.content.words["sv"].interface.untranslated_page)  # type: ignore[union-attr]
    finnish = site.prose_plan("fi", "about", "").shell
    assert [link.language for link in finnish.announced] == ["fi", "en"]
    assert "/sv/tietoa-sivustosta/" not in sitemap(site.addresses)
