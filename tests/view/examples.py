"""The examples of examples.yml, as the structs that templates are fed with, and the HTML they become."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any, get_args

import msgspec
import yaml
from msgspec import Struct

from yhdessa.forms.view import FieldView, FormView
from yhdessa.model.page import InterfaceWords
from yhdessa.view import page as pages
from yhdessa.view.environment import Renderer
from yhdessa.view.icons import ICONS
from yhdessa.view.shell import LanguageLink, Link, Shell

TEMPLATES = Path(__file__).resolve().parents[2] / "overrides"
EXAMPLES: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("examples.yml").read_text("utf-8"))
#: Every word is its own key in brackets: a template's own word would have none, a misspelt key fails.
WORDS = {key: f"[{key}]" for key in InterfaceWords.model_fields}
KINDS = {kind.kind: kind for kind in get_args(pages.Page)}


class Asked(Struct):
    """What `radios` and `text_input` take."""

    field: FieldView
    error_label: str


class Wrong(Struct):
    """What `error_message` takes."""

    field: FieldView
    label: str


class Pager(Struct):
    """What `pager` takes."""

    previous: Link | None
    next: Link | None


#: The argument of each component.
ARGUMENTS: dict[str, Any] = {
    "arrow_link": Link,
    "breadcrumbs": tuple[Link, ...],
    "card": pages.Card,
    "described_by": FieldView,
    "display_title": tuple[str, ...],
    "error_message": Wrong,
    "error_summary": FormView,
    "figure": pages.Figure,
    "figures": tuple[pages.Figure, ...],
    "form": FormView,
    "global_goals": tuple[pages.GlobalGoal, ...],
    "helpline": pages.HelplineEntry,
    "illustration": str | int,
    "language_switch": tuple[LanguageLink, ...],
    "news_list": tuple[pages.NewsItem, ...],
    "page_head": dict[str, Any],
    "pager": Pager,
    "partner_wall": pages.PartnerGroup,
    "passage": pages.Passage,
    "quote": pages.Quote,
    "radios": Asked,
    "sources": tuple[str, ...],
    "text_input": Asked,
    "tier": pages.Tier,
}

COMPONENT_EXAMPLES = [(name, example) for name, made in EXAMPLES["components"].items() for example in made]
PAGE_EXAMPLES = [*EXAMPLES["pages"], *EXAMPLES["variants"]]


@functools.cache
def renderer() -> Renderer:
    """The strict renderer that pages and functions use, with a stand-in for each icon."""
    return Renderer(TEMPLATES, dict.fromkeys(ICONS, '<svg viewBox="0 0 24 24"><path d="M0 0"/></svg>'))


def render_component(name: str, example: str) -> str:
    """The HTML of a component, called with the example of that name."""
    argument = msgspec.convert(EXAMPLES["components"][name][example], ARGUMENTS[name])
    call = f'{{% from "components/{name}.html" import {name} with context %}}{{{{ {name}(argument) }}}}'
    return renderer().environment.from_string(call).render(argument=argument, words=WORDS)


def page_example(name: str) -> Any:
    """The page that a kind, or the name of a variant, stands for."""
    kind, data = next(iter(EXAMPLES["variants"].get(name, {name: EXAMPLES["pages"].get(name)}).items()))
    return msgspec.convert(data, KINDS[kind])


def shell_example(**changed: Any) -> Shell:
    """The shell, with something changed."""
    return msgspec.convert({**EXAMPLES["shell"], "words": WORDS, **changed}, Shell)


def render_page(name: str, **changed: Any) -> str:
    """The whole document of the page of that name; `changed` are fields of its shell."""
    return renderer().render(shell_example(**changed), page_example(name))
