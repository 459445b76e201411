"""Named examples of the components: `overrides/components/<name>.yml` stands beside its macro.

Such a file says what the component `takes` (a struct of `parts`, `chart`, `shell` or `forms.view` by its
name, in brackets for several of them, or `str`) and its `examples` by name. Tests render each, and the
gallery of the development server shows them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import yaml
from markupsafe import Markup
from msgspec import Struct

import yhdessa.forms.view
import yhdessa.view.challenges
import yhdessa.view.chart
import yhdessa.view.contact
import yhdessa.view.employer
import yhdessa.view.impact
import yhdessa.view.parts
import yhdessa.view.payroll
import yhdessa.view.shell
import yhdessa.view.ways
from yhdessa.view.environment import Renderer, written_in

ROOMS = (
    yhdessa.view.parts,
    yhdessa.view.chart,
    yhdessa.view.shell,
    yhdessa.forms.view,
    yhdessa.view.contact,
    yhdessa.view.challenges,
    yhdessa.view.employer,
    yhdessa.view.impact,
    yhdessa.view.payroll,
    yhdessa.view.ways,
)


class Example(Struct, frozen=True):
    """One example: of which component, under which name, and the component's argument."""

    component: str
    name: str
    argument: Any


def load_examples(templates: Path) -> list[Example]:
    """Every example of every component of `templates`, by component and in the order of its file.

    Raises KeyError for what a component takes but no room has, and msgspec.ValidationError for an example
    that is not what it takes.
    """
    return [
        example
        for file in sorted((templates / "components").glob("*.yml"))
        for example in component_examples(file)
    ]


def component_examples(file: Path) -> list[Example]:
    """The examples of one component, from the file beside its macro. Raises as load_examples does."""
    written = yaml.safe_load(file.read_text(encoding="utf-8"))
    takes = _type(written["takes"])
    return [
        Example(file.stem, name, msgspec.convert(value, takes)) for name, value in written["examples"].items()
    ]


def render_example(renderer: Renderer, example: Example, words: dict[str, str], language: str = "") -> Markup:
    """The HTML of an example, with the interface's `words`, as on a page in `language`."""
    name = example.component
    call = f'{{% from "components/{name}.html" import {name} with context %}}{{{{ {name}(argument) }}}}'
    template = renderer.environment.from_string(call)
    with written_in(language):
        return Markup(template.render(argument=example.argument, words=words))  # noqa: S704 - rendered by us


def _type(takes: str | list[str]) -> Any:
    if isinstance(takes, list):
        return tuple[_type(takes[0]), ...]  # type: ignore[misc]
    if takes == "str":
        return str | int
    known = {name: kind for room in ROOMS for name, kind in vars(room).items()}
    return known[takes]
