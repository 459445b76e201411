"""The renderer: one Jinja environment over `overrides/`, strict about names and careful with markup."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from yhdessa.l10n.foreign import ForeignText
from yhdessa.view.page import Page
from yhdessa.view.shell import Shell


class Renderer:
    """Renders pages with the templates of one folder.

    `icons` maps a name such as `material/heart` to the SVG that is set into the page. The build takes them
    from Material; the functions, which have no Material, take them from the catalogue.
    """

    def __init__(self, templates: Path, icons: Mapping[str, str]) -> None:
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
        self.environment.globals["icon"] = drawings.__getitem__
        self.environment.globals["illustration"] = self._illustration()

    def _illustration(self) -> Callable[[str | int], Markup]:
        """The drawings, each made once: the same on every page, they took a sixth of the rendering."""

        @cache
        def illustration(drawing: str | int) -> Markup:
            module = self.environment.get_template("components/illustration.html").module
            return Markup(module.illustration(drawing))  # type: ignore[attr-defined]  # noqa: S704

        return illustration

    def render(self, shell: Shell, page: Page) -> str:
        """The whole HTML document of `page`."""
        template = self.environment.get_template(f"pages/{page.kind}.html")
        return template.render(shell=shell, page=page, words=shell.words)


def mark_foreign(value: object) -> object:
    """What is written out: text of another language carries its `lang`, and what is to be said of it."""
    if not isinstance(value, ForeignText):
        return value
    note = f' <small class="untranslated">{escape(value.note)}</small>' if value.note else ""
    return Markup(f'<span lang="{escape(value.tag)}">{escape(str(value))}</span>{note}')  # noqa: S704 - escaped
