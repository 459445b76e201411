"""What the hosted pages share: words, templates, language, headers, the one style sheet."""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from werkzeug import Request, Response

from yhdessa.sandbox.settings import Json

LANGUAGES = ("fi", "sv", "en")
_FOLDER = Path(__file__).parent.parent
_WRITTEN = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB"}


@cache
def words() -> dict[str, Any]:
    """The words of the pages, by language and then by page."""
    return dict(yaml.safe_load((_FOLDER / "words.yml").read_text("utf-8")))


def style() -> Response:
    """The style sheet of all pages."""
    text = (_FOLDER / "templates" / "page.css").read_bytes()
    return Response(text, content_type="text/css; charset=utf-8")


def shown(
    template: str, language: str, base: str, status: int, back: Iterable[str | None], **context: Any
) -> Response:
    """A page in a language; its forms may be answered by a redirect to the origins of ``back``."""
    page = template.removesuffix(".html")
    told = {
        "language": language,
        "words": {**words()[language]["page"], **words()[language][page]},
        "base": base,
    }
    html = _templates().get_template(template).render({**told, **context})
    return Response(html, status, _headers(back), content_type="text/html; charset=utf-8")


def language_of(request: Request, locale: str | None) -> str:
    """The object's locale; ``auto`` or none is the browser's; a language without words is English."""
    asked = (locale or "auto").split("-")[0]
    if asked == "auto":
        return request.accept_languages.best_match(LANGUAGES, default="en")
    return asked if asked in LANGUAGES else "en"


def dated(moment: int, language: str) -> str:
    """Seconds since 1970 -> a day as the language writes it."""
    return str(format_date(datetime.fromtimestamp(moment, UTC), "long", locale=_WRITTEN[language]))


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(_FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _headers(back: Iterable[str | None]) -> dict[str, str]:
    """Nothing from elsewhere."""
    targets = [urlsplit(address) for address in back if address]
    origins = " ".join(["'self'", *(f"{url.scheme}://{url.netloc}" for url in targets)])
    closed = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'"
    policy = f"{closed}; form-action {origins}"
    return {"Content-Security-Policy": policy, "Cache-Control": "no-store", "Referrer-Policy": "same-origin"}


def interval_words(recurring: Json, language: str) -> str:
    """How often a recurring price is paid, as the language says it."""
    every: dict[str, str] = words()[language]["page"]["every"]
    count, interval = recurring["interval_count"], recurring["interval"]
    return every[interval] if count == 1 else every[f"{interval}s"].format(count=count)
