"""Pages that the functions show: rendered as the build renders them, from what it compiled."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from werkzeug.wrappers import Response

from yhdessa.catalogue import LanguageCatalogue, Thanks

if TYPE_CHECKING:
    from yhdessa.view.environment import Renderer
    from yhdessa.view.page import Page
    from yhdessa.view.shell import Shell

HTML = "text/html; charset=utf-8"
#: What a visitor is told of a status, by its name among the catalogue's refusals.
TOLD = {
    400: "unreadable",
    403: "elsewhere",
    404: "not_found",
    405: "no_form",
    413: "unreadable",
    415: "unreadable",
    429: "wait",
}


class Pages:
    """Renders with the templates in one folder, and the catalogue's icons."""

    def __init__(self, templates: Path, icons: Mapping[str, str]) -> None:
        self.templates = templates
        self.icons = icons
        self._renderer: Renderer | None = None
        self._refusals: dict[tuple[str, str], str] = {}

    def page(self, shell: Shell, page: Page, status: int) -> Response:
        """Any page."""
        return Response(self.renderer.render(shell, page), status, content_type=HTML)

    def said(self, thanks: Thanks, status: int = 200) -> Response:
        """One of the things that the thank-you page can say."""
        return self.page(thanks.shell, thanks.page, status)

    def refusal(self, spoken: LanguageCatalogue, status: int) -> Response:
        """Why a request was refused with `status`. Each is rendered once: robots may ask for many."""
        name = TOLD.get(status, "failed")
        known = (spoken.words.language, name)
        if known not in self._refusals:
            self._refusals[known] = self._refusal(spoken, name)
        return Response(self._refusals[known], status, content_type=HTML)

    def _refusal(self, spoken: LanguageCatalogue, name: str) -> str:
        told, around = spoken.refusals[name], spoken.refused
        shell = msgspec.structs.replace(
            around.shell, heading=told.heading, title=told.title, description=told.text
        )
        return self.renderer.render(shell, msgspec.structs.replace(around.page, text=told.text))

    @property
    def renderer(self) -> Renderer:
        """The renderer, made when the first page is shown: most requests are answered by a redirect."""
        if self._renderer is None:
            from yhdessa.view.environment import Renderer

            self._renderer = Renderer(self.templates, self.icons)
        return self._renderer
