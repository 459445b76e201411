"""The renderer: one Jinja environment over `overrides/`, strict about names and careful with markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from yhdessa.headers import STARTER
from yhdessa.l10n.foreign import ForeignText
from yhdessa.l10n.hyphens import SHORTEST_PART, SHORTEST_WORD, soften
from yhdessa.view.page import Page
from yhdessa.view.shell import Shell

#: A heading below the page's own, and each text in it: what stands between two tags.
HEADING = re.compile(r"<h([2-6])\b.*?</h\1>", re.DOTALL)
TEXT = re.compile(r"(?<=>)[^<]+")
#: The language of the page that is being rendered: components are called without their page's context.
LANGUAGE: ContextVar[str] = ContextVar("LANGUAGE", default="")


class Renderer:
    """Renders pages with the templates of one folder.

    `icons` maps a name such as `material/heart` to the SVG that is set into the page. The build takes them
    from Material; the functions, which have no Material, take them from the catalogue.

    `kept` is how many components are kept to be shown again. The functions keep none: what somebody has typed
    into a form stays in no memory.
    """

    def __init__(self, templates: Path, icons: Mapping[str, str], kept: int = 0) -> None:
        self.environment = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            finalize=mark_foreign,
        )
        hidden = '<svg class="icon" aria-hidden="true" focusable="false" '
        # The icons are files of ours and of Material's: markup on purpose.
        drawings = {name: Markup(svg.replace("<svg ", hidden, 1)) for name, svg in icons.items()}  # noqa: S704
        self.environment.filters |= {"soft": soft, "soft_narrow": soft_narrow, "soft_headings": soft_headings}
        self.environment.globals["icon"] = drawings.__getitem__
        self.environment.globals["later"] = later
        self.environment.globals["illustration"] = self._illustration()
        self.environment.globals["once"] = self._once(kept)

    def _illustration(self) -> Callable[[str | int], Markup]:
        """The drawings, each made once: the same on every page, they took a sixth of the rendering."""

        @cache
        def illustration(drawing: str | int) -> Markup:
            module = self.environment.get_template("components/illustration.html").module
            return Markup(module.illustration(drawing))  # type: ignore[attr-defined]  # noqa: S704

        return illustration

    def _once(self, kept: int) -> Callable[..., Markup]:
        """What many pages show alike, as the foot, is made once for a language and the same arguments.

        `once("field", field=each)` is `field({"field": each})` of `components/field.html`. A component knows
        nothing but its argument and the language, and what it is given cannot change, so neither can it.
        """

        @lru_cache(maxsize=kept)
        def made(language: str, component: str, argument: tuple[tuple[str, Any], ...]) -> Markup:
            module = self.environment.get_template(f"components/{component}.html").module
            with written_in(language):
                return Markup(getattr(module, component)(dict(argument)))  # noqa: S704 - rendered by us

        def once(component: str, **argument: object) -> Markup:
            return made(LANGUAGE.get(), component, tuple(argument.items()))

        return once

    def render(self, shell: Shell, page: Page) -> str:
        """The whole HTML document of `page`."""
        template = self.environment.get_template(f"pages/{page.kind}.html")
        with written_in(shell.language):
            return template.render(shell=shell, page=page, words=shell.words)


def later(script: str) -> Markup:
    """The script at the address `script`, asked for when the page is painted; nothing for an empty one."""
    element = Markup('<script data-script="{}">{}</script>')
    return element.format(script, Markup(STARTER)) if script else Markup()  # noqa: S704 - ours


@contextmanager
def written_in(language: str) -> Iterator[None]:
    """What is rendered within is in `language`, a BCP 47 tag."""
    outer = LANGUAGE.set(language)
    try:
        yield
    finally:
        LANGUAGE.reset(outer)


def soft(text: str, shortest_word: int = 13, shortest_part: int = 4) -> str:
    """The filter of headings, cards and names: soft hyphens in words too long for a narrow screen.

    A heading in which shorter words were broken would look hasty on a wide one. A text of another language
    keeps its own breaks; markup stays as it is, since its tags hold words too. What comes back is escaped as
    any text is. Never for attributes, titles of documents or what machines read.
    """
    if isinstance(text, Markup):
        return text
    if isinstance(text, ForeignText):
        return ForeignText(soften(str(text), text.tag, shortest_word, shortest_part), text.tag, text.note)
    language = LANGUAGE.get()
    return soften(text, language, shortest_word, shortest_part) if language else text


def soft_narrow(text: str) -> str:
    """The filter of a table's heads, whose columns may be narrower than a word: breaks every long word."""
    return soft(text, SHORTEST_WORD, SHORTEST_PART)


def soft_headings(html: str) -> str:
    """The filter of HTML that is made already: `soft` for the text of its headings, tags as they are."""
    return HEADING.sub(lambda heading: TEXT.sub(lambda text: soft(text[0]), heading[0]), html)


def mark_foreign(value: object) -> object:
    """What is written out: text of another language carries its `lang`, and what is to be said of it."""
    if not isinstance(value, ForeignText):
        return value
    note = f' <small class="untranslated">{escape(value.note)}</small>' if value.note else ""
    return Markup(f'<span lang="{escape(value.tag)}">{escape(str(value))}</span>{note}')  # noqa: S704 - escaped
