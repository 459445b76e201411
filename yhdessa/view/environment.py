"""The renderer: one Jinja environment over `overrides/`, strict about names and careful with markup."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

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
        )
        hidden = '<svg class="icon" aria-hidden="true" focusable="false" '
        # The icons are files of ours and of Material's: markup on purpose.
        drawings = {name: Markup(svg.replace("<svg ", hidden, 1)) for name, svg in icons.items()}  # noqa: S704
        self.environment.globals["icon"] = drawings.__getitem__

    def render(self, shell: Shell, page: Page) -> str:
        """The whole HTML document of `page`."""
        template = self.environment.get_template(f"pages/{page.kind}.html")
        return template.render(shell=shell, page=page, words=shell.words)
