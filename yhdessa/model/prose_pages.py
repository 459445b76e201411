"""Pages of docs/: where they may stand, that no language lacks one, that none takes another's address."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from yhdessa.model.content import Content, Words
from yhdessa.model.files import WORD_FOLDERS
from yhdessa.model.page import PAGES
from yhdessa.model.problem import Problem

#: First parts of addresses that are taken: functions, style sheet and drawings, the stand-in for Stripe.
TAKEN = ("api", "assets", "lasting", "pagefind", "sandbox")


def stray_pages(docs: Path, languages: list[str]) -> list[Problem]:
    """Markdown in docs/ that is in no language's folder: nothing would publish it as it is meant."""
    return [
        Problem(
            f"docs/{file.relative_to(docs).as_posix()}",
            0,
            "",
            "is in no language's folder",
            f"move it to docs/{languages[0]}/",
        )
        for file in sorted(docs.rglob("*.md"))
        if file.relative_to(docs).parts[0] not in languages
    ]


def check_prose(content: Content) -> list[Problem]:
    """Every page of docs/ that has the name or the address of another, or that a language lacks."""
    problems: list[Problem] = []
    for words in content.words.values():
        problems += [*_names(words), *_addresses(content, words), *_missing(content, words)]
    return problems


def _names(words: Words) -> Iterator[Problem]:
    for name in words.prose:
        if name in PAGES or name.partition("/")[0] in WORD_FOLDERS:
            file = f"docs/{words.language}/{name}.md"
            yield Problem(
                file, 0, "", "has the name of a page that content makes", "give the file another name"
            )


def _addresses(content: Content, words: Words) -> Iterator[Problem]:
    named = {PAGES[name]: page.slug for name, page in words.pages.named().items()}
    taken = {slug: f"the page `{key}`" for key, slug in named.items()}
    if words.language == content.languages[0]:
        # The first language is at the root, beside the folders of the others.
        taken |= dict.fromkeys((*TAKEN, *content.languages[1:]), "a folder of the site")
        pages = content.document(words.language, "pages.yml")
        for key, slug in named.items():
            if taken.get(slug) == "a folder of the site":
                line = pages.line((key, "slug"))
                yield Problem(
                    pages.file, line, f"{key}.slug", f"`{slug}` is the address of a folder of the site"
                )
    news: dict[str | None, str] = {}
    for name, prose in words.prose.items():
        among = news if name.startswith("news/") else taken
        document = content.documents.get(f"docs/{words.language}/{name}.md")
        if document is not None and prose.slug in among:
            message = f"`{prose.slug}` is the address of {among[prose.slug]} too"
            yield Problem(document.file, document.line(("slug",)), "slug", message)
        among.setdefault(prose.slug, f"`{name}`")


def _missing(content: Content, words: Words) -> Iterator[Problem]:
    there: dict[str, str] = {}
    for other in content.words.values():
        for name in sorted(set(other.prose) - other.pending_pages):
            there.setdefault(name, other.language)
    waits = f"or name it under `pages` in content/{words.language}/pending.yml"
    for name in sorted(set(there) - set(words.prose)):
        remedy = f"docs/{there[name]}/{name}.md:1 has it; {waits}"
        yield Problem(f"docs/{words.language}/{name}.md", 0, "", "missing translation", remedy)
