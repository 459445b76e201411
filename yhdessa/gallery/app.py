"""The gallery as a WSGI application, mounted by the development server under `_gallery/`.

`/` lists everything; `/<name>/` shows a component, or one of `FOUNDATIONS`, in frames of two widths and two
themes; `/<name>/frame` is what stands in a frame. `language` and `theme` are chosen in the address.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from msgspec import Struct
from werkzeug.wrappers import Request, Response

from yhdessa.gallery.project import THEMES, GalleryProject
from yhdessa.view.environment import Renderer
from yhdessa.view.examples import Example, component_examples, render_example

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

HERE = Path(__file__).parent
#: Shown besides the components.
FOUNDATIONS = ("tokens", "icons", "words")


class Shown(Struct, frozen=True):
    """An example as it is shown: its HTML, or why there is none."""

    name: str
    html: Markup = Markup("")
    error: str = ""


class Listed(Struct, frozen=True):
    """A component in the list, with the names of its examples or why they cannot be read."""

    name: str
    examples: tuple[str, ...] = ()
    error: str = ""


class Gallery:
    """One project's gallery."""

    def __init__(self, project: GalleryProject) -> None:
        self.project = project
        self.pages = Environment(
            loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined
        )

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        response = self.answer(Request(environ))
        response.headers["X-Robots-Tag"] = "noindex"
        response.headers["Cache-Control"] = "no-store"
        return response(environ, start_response)

    def answer(self, request: Request) -> Response:
        """A page, a frame, a style sheet or a font of it; 404 for what there is none of."""
        place = request.path.strip("/")
        theme = request.args.get("theme", "")
        theme = theme if theme in THEMES else "light"
        if place == "site.css":
            return Response(self.project.stylesheet(theme), content_type="text/css; charset=utf-8")
        if place == "gallery.css":
            return Response(self._own_style(), content_type="text/css; charset=utf-8")
        if font := self.project.font(place):
            return Response(font, content_type="font/woff2")
        name, _, part = place.partition("/")
        if part not in ("", "frame") or (name and name not in FOUNDATIONS and not self._file(name).is_file()):
            return Response("There is no such component.\n", 404, content_type="text/plain; charset=utf-8")
        template = "frame.html" if part else "component.html" if name else "index.html"
        return self._page(template, request, name=name, theme=theme)

    def components(self) -> list[Listed]:
        """Every component that has examples, by name."""
        files = sorted((self.project.templates / "components").glob("*.yml"))
        return [_listed(file) for file in files]

    def examples(self, component: str, language: str) -> list[Shown]:
        """A component's examples, rendered; what fails is shown as its error in the example's place."""
        try:
            found = component_examples(self._file(component))
            renderer = Renderer(self.project.templates, self.project.icons())
        except Exception as error:
            return [Shown(component, error=_told(error))]
        words = self.project.words(language)
        return [_shown(renderer, example, words, language) for example in found]

    def _page(self, template: str, request: Request, *, name: str, theme: str) -> Response:
        languages = self.project.languages()
        asked = request.args.get("language", "")
        language = asked if asked in languages else next(iter(languages), "")
        framed = template == "frame.html"
        html = self.pages.get_template(template).render(
            root=request.script_root,
            name=name,
            theme=theme,
            themes=tuple(THEMES),
            language=language,
            languages=languages,
            foundations=FOUNDATIONS,
            components=[] if framed else self.components(),
            examples=self.examples(name, language) if framed and name not in FOUNDATIONS else [],
            tokens=self.project.tokens() if framed else [],
            icons={key: Markup(svg) for key, svg in self.project.icons().items()},  # noqa: S704 - Material's
            words=self.project.words(language),
        )
        return Response(html, content_type="text/html; charset=utf-8")

    def _own_style(self) -> str:
        """The gallery's style, and a rule for each token's swatch."""
        swatches = "".join(
            f".swatch{token.name}{{{_PROPERTY[token.kind]}:var({token.name})}}\n"
            for token in self.project.tokens()
        )
        return (HERE / "gallery.css").read_text(encoding="utf-8") + swatches

    def _file(self, component: str) -> Path:
        return self.project.templates / "components" / f"{component}.yml"


_PROPERTY = {"colour": "background", "font": "font-family", "type": "font-size", "length": "width"}


def create_gallery(root: Path) -> WSGIApplication:
    """The gallery of the project at `root`."""
    return Gallery(GalleryProject(root))


def _listed(file: Path) -> Listed:
    try:
        return Listed(file.stem, tuple(str(name) for name in _written(file)["examples"]))
    except Exception as error:
        return Listed(file.stem, error=_told(error))


def _written(file: Path) -> dict[str, dict[str, object]]:
    written: dict[str, dict[str, object]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return written


def _shown(renderer: Renderer, example: Example, words: dict[str, str], language: str) -> Shown:
    try:
        return Shown(example.name, render_example(renderer, example, words, language))
    except Exception as error:
        return Shown(example.name, error=_told(error))


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
