"""Sites of the tests' trees: the small tree, and the files that an organisation may do without."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from tests.model.shapes.trees import add_optional_files
from yhdessa.model import load_content
from yhdessa.pages.site import Site
from yhdessa.view.page import Page

SITE_URL = "https://example.org/yhdessa/"
Kind = TypeVar("Kind", bound=Page)


def site_with(tree: Path, country: str, *names: str) -> Site:
    """The small tree's site with the optional files `names` of a Finnish or a Swedish organisation."""
    add_optional_files(tree, country, *names)
    return Site(load_content(tree), SITE_URL, "assets/site.css")


def page_of(site: Site, language: str, name: str, kind: type[Kind]) -> Kind:
    """The page `name` of a language, which is of that kind."""
    page = next(plan.page for plan in site.plans(language) if plan.name == name)
    assert isinstance(page, kind)
    return page
