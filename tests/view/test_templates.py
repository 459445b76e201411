"""What the templates and the style sheet must not hold."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from tests.view.examples import EXAMPLES, TEMPLATES, WORDS, render_component
from yhdessa.view.styles import join_styles

TEMPLATE_FILES = sorted(TEMPLATES.rglob("*.html"))
STYLE = join_styles(TEMPLATES / "assets" / "styles")
#: With our headers, and with the brand and the published names of typefaces in it, it is sent in one round
#: trip, ten segments of 1460 bytes (RFC 6928): compressed as hosts do when they answer, at level 6.
LIGHT = 14_600 - 850 - 50
FONT_FILES = sorted(path.name for path in (TEMPLATES / "assets" / "fonts").glob("*.woff2"))
#: Classes that a template puts together, and the one that the renderer gives to icons.
MADE = {"radios-amount", "radios-rhythm", "who-1", "who-2", "who-3", "who-4", "who-5", "icon"}

every_template = pytest.mark.parametrize(
    "path", TEMPLATE_FILES, ids=lambda path: path.relative_to(TEMPLATES).as_posix()
)


def code(source: str) -> list[str]:
    """The expressions and statements of a template, without the texts in quotation marks."""
    found = re.findall(r"\{[{%](.*?)[%}]\}", source, re.S)
    return [re.sub(r"\"[^\"]*\"|'[^']*'", '""', part).strip().strip("-").strip() for part in found]


def visible(source: str) -> str:
    """What a template says in its own words: what is left without comments, code and tags."""
    without_code = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", source, flags=re.S)
    without_tags = re.sub(r"<[^>]*>", "", without_code)
    return re.sub(r"\saria-[a-z]+=\"\w*\"", "", without_tags)


@every_template
def test_a_template_has_no_words_of_its_own(path: Path):
    left = visible(path.read_text("utf-8"))
    assert not re.search(r"\w", left), left.split()


@every_template
def test_a_template_has_no_names_in_its_attributes_either(path: Path):
    source = re.sub(r"\{[{%#].*?[%}#]\}", "", path.read_text("utf-8"), flags=re.S)
    assert not re.findall(r"\b(?:alt|title|aria-label|placeholder)=\"[^\"]*\w[^\"]*\"", source)


@every_template
def test_a_template_does_not_reckon(path: Path):
    reckoned = [part for part in code(path.read_text("utf-8")) if re.search(r"[-+*/%]|\b(round|sum)\b", part)]
    assert not reckoned


@every_template
def test_a_template_trusts_only_what_is_named_html(path: Path):
    for part in code(path.read_text("utf-8")):
        if re.search(r"\|\s*safe\b", part):
            assert part in ("page.html | soft_headings | safe", "shell.structured_html | safe")


@every_template
def test_a_template_uses_words_that_exist(path: Path):
    source = path.read_text("utf-8")
    used = re.findall(r"\bwords\.(\w+)", source) + re.findall(r"\bwords\[\"(\w+)\"\]", source)
    assert set(used) <= set(WORDS)
    assert not [word for word in re.findall(r"\bwords\.(\w+)", source) if hasattr({}, word)]


def test_what_mkdocs_renders_is_the_finished_document_alone():
    assert (TEMPLATES / "main.html").read_text("utf-8").strip() == "{{ document }}"


def test_the_style_sheet_asks_nobody_for_anything():
    """All that it fetches are the typefaces, which stand beside it."""
    assert not re.findall(r"@import|https?:", STYLE.replace('a[href^="http"]', ""))
    fetched = re.findall(r"url\(([^)]*)\)", STYLE)
    assert sorted(fetched) == [f"fonts/{name}" for name in FONT_FILES]


def test_the_style_sheet_is_light():
    assert len(gzip.compress(STYLE.encode(), compresslevel=6)) <= LIGHT


def test_every_class_of_the_style_sheet_is_used():
    selectors = re.findall(r"(?:^|[{};])([^{};@]+)\{", re.sub(r"/\*.*?\*/", "", STYLE, flags=re.S))
    styled = {name for selector in selectors for name in re.findall(r"\.([a-z][\w-]*)", selector)}
    # A drawing's classes are put together from the names of its marks: they stand in its rendered examples.
    written = [path.read_text("utf-8") for path in TEMPLATE_FILES]
    drawn = [render_component("drawing", name) for name in EXAMPLES["drawing"]]
    used = set(re.findall(r"[a-z][\w-]*", " ".join([*written, *drawn])))
    assert len(styled) > len(MADE)
    assert styled - used - MADE == set()


def test_every_token_of_the_style_sheet_is_defined():
    used, defined = set(re.findall(r"var\((--[\w-]+)", STYLE)), set(re.findall(r"(--[\w-]+)\s*:", STYLE))
    assert used == defined


def test_the_style_sheet_minds_what_the_reader_has_asked_for():
    for wish in ("prefers-color-scheme: dark", "prefers-reduced-motion", "forced-colors", "@media print"):
        assert wish in STYLE
