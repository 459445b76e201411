"""The language of an answer: what the visitor chose, else what the visitor reads."""

from __future__ import annotations

from urllib.parse import urlsplit

from yhdessa.catalogue import Catalogue, LanguageCatalogue
from yhdessa.giving.asked import Asked


def language_of(asked: Asked, catalogue: Catalogue, site_url: str) -> LanguageCatalogue:
    """What the form or the address names, else the page before, else the browser, else the first one."""
    if asked.language:
        return catalogue.nearest(asked.language)
    before = _page_before(asked, site_url)
    if before is not None:
        return catalogue.nearest(before)
    return catalogue.nearest(asked.accept_languages.best_match(catalogue.languages) or "")


def _page_before(asked: Asked, site_url: str) -> str | None:
    """The language's folder of the page of ours that the request comes from; empty for the first language's,
    None when it comes from elsewhere or from an answer of the functions.
    """
    try:
        site, before = urlsplit(site_url), urlsplit(asked.headers.get("Referer", ""))
    except ValueError:
        return None
    path = before.path.removeprefix(site.path)
    if before.netloc != site.netloc or path.startswith("api/"):
        return None
    folder = path.partition("/")[0]
    return folder if len(folder) == 2 else ""
