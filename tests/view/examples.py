"""The examples of components and pages, and the HTML they become."""

from __future__ import annotations

import functools
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec
import yaml

from yhdessa.model.interface import InterfaceWords
from yhdessa.view.environment import Renderer
from yhdessa.view.examples import Example, load_examples, render_example
from yhdessa.view.icons import ICONS
from yhdessa.view.page import Page
from yhdessa.view.shell import Shell

HERE = Path(__file__).parent
TEMPLATES = HERE.parents[1] / "overrides"
EXAMPLES: dict[str, dict[str, Example]] = {}
for example in load_examples(TEMPLATES):
    EXAMPLES.setdefault(example.component, {})[example.name] = example
#: A page of every kind by its kind, and its variants: tests/view/pages/<kind>.yml.
PAGES: dict[str, tuple[str, Any]] = {
    name: (file.stem, data)
    for file in sorted((HERE / "pages").glob("*.yml"))
    for name, data in yaml.safe_load(file.read_text("utf-8")).items()
}
SHELL: dict[str, Any] = yaml.safe_load((HERE / "shell.yml").read_text("utf-8"))
#: Every word is its own key in brackets: a template's own word would have none, a misspelt key fails.
WORDS = {key: f"[{key}]" for key in InterfaceWords.model_fields}
for module in sorted((HERE.parents[1] / "yhdessa" / "view").glob("*.py")):
    import_module(f"yhdessa.view.{module.stem}")
KINDS = {kind.kind: kind for kind in Page.__subclasses__()}

COMPONENT_EXAMPLES = [(name, example) for name, made in EXAMPLES.items() for example in made]
PAGE_EXAMPLES = list(PAGES)


@functools.cache
def renderer() -> Renderer:
    """The strict renderer that pages and functions use, with a stand-in for each icon."""
    return Renderer(TEMPLATES, dict.fromkeys(ICONS, '<svg viewBox="0 0 24 24"><path d="M0 0"/></svg>'))


def render_component(name: str, example: str) -> str:
    """The HTML of a component, called with the example of that name."""
    return str(render_example(renderer(), EXAMPLES[name][example], WORDS))


def page_example(name: str) -> Page:
    """The page that a kind, or the name of a variant, stands for."""
    kind, data = PAGES[name]
    page: Page = msgspec.convert(data, KINDS[kind])
    return page


def shell_example(**changed: Any) -> Shell:
    """The shell, with something changed."""
    return msgspec.convert({**SHELL, "words": WORDS, **changed}, Shell)


def render_page(name: str, **changed: Any) -> str:
    """The whole document of the page of that name; `changed` are fields of its shell."""
    return renderer().render(shell_example(**changed), page_example(name))
