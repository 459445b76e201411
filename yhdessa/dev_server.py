"""The development server: site, functions and sandbox on one port; a broken edit keeps the last good pages.

`mount` wraps the WSGI server of `mkdocs serve`. Without STRIPE_SECRET_KEY the sandbox stands in for Stripe,
so that a gift can be completed offline and without an account.
"""

from __future__ import annotations

import html
import logging
import os
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from werkzeug.middleware.dispatcher import DispatcherMiddleware
from werkzeug.wrappers import Response

from yhdessa.giving.app import create_app
from yhdessa.giving.settings import Settings, read_settings
from yhdessa.model import ContentProblems
from yhdessa.pages.build import WarningCount
from yhdessa.sandbox import SandboxSettings, create_sandbox

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

log = logging.getLogger("mkdocs.yhdessa")

BOX = "padding:1rem;background:#fff4ce;color:#1f1300;font:1rem/1.5 system-ui;overflow:auto"
LAST_GOOD = "The last edit cannot be published. These are the last good pages. To mend:"
NOT_STRICT = "The last edit is shown here, but `make build` would not publish it. To mend:"

SANDBOX_KEY = "sk_test_sandbox"
SANDBOX_SECRET = "whsec_sandbox"  # noqa: S105 - the stand-in's, known to all


class LiveServer(Protocol):
    """What we use of MkDocs' LiveReloadServer."""

    url: str
    builder: Callable[[], None]

    def get_app(self) -> WSGIApplication | None:
        """The WSGI application that answers."""

    def set_app(self, application: WSGIApplication | None) -> None:
        """Answer with another application."""


@dataclass(frozen=True)
class Notice:
    """What is shown on top of every page: whose pages these are, and what to mend."""

    title: str
    problem: str


@dataclass
class Preview:
    """The built site as it is served: its pages, and what is wrong with the last edit, if anything."""

    pages: WSGIApplication
    build: Callable[[], None]
    rebuilt: Callable[[], None]
    notice: Notice | None = None

    def rebuild(self) -> None:
        """Build again; when that fails, keep the pages and remember why."""
        try:
            self.build()
        except (Exception, SystemExit) as error:
            self.notice = Notice(LAST_GOOD, describe(error))
            log.error("The last good pages stay until this is mended:\n%s", self.notice.problem)
        else:
            warnings = "\n".join(WarningCount.of("mkdocs"))
            self.notice = Notice(NOT_STRICT, warnings) if warnings else None
            self.rebuilt()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ.get("PATH_INFO", "").startswith("/livereload/"):
            return self.pages(environ, start_response)
        response = Response.from_app(self.pages, environ)
        # Asked for only now: the pages wait for a build under way, and its notice is the one to show.
        notice = self.notice
        if notice is not None and response.mimetype == "text/html":
            response.set_data(with_notice(response.get_data(as_text=True), notice))
        return response(environ, start_response)


def describe(error: BaseException) -> str:
    """What an editor is told of a failed build: the content's problems, or the first cause there is."""
    cause: BaseException = error
    while (inner := cause.__cause__ or cause.__context__) is not None and not isinstance(
        cause, ContentProblems
    ):
        cause = inner
    return cause.in_the_way() if isinstance(cause, ContentProblems) else str(cause)


def with_notice(page: str, notice: Notice) -> str:
    """`page` with a notice on top of it."""
    lines = html.escape(notice.problem)
    box = f'<div role="alert" style="{BOX}"><p>{notice.title}</p><pre>{lines}</pre></div>'
    opening = re.search(r"<body[^>]*>", page)
    place = opening.end() if opening else 0
    return page[:place] + box + page[place:]


def mount(server: LiveServer, project: Path) -> None:
    """Wrap `server`: its pages, the functions under `api/`, and the sandbox, if needed, under `sandbox/`."""
    pages = server.get_app()
    assert pages is not None  # noqa: S101 - MkDocs sets it in its constructor
    base = urlsplit(server.url).path.rstrip("/")
    settings = development_settings(server.url, project)
    functions = Reloaded(lambda: create_app(settings))
    preview = Preview(pages, server.builder, functions.reload)
    mounts: dict[str, WSGIApplication] = {f"{base}/api": _whole_path(functions, base)}
    if settings.stripe_api is not None:
        sandbox = SandboxSettings(
            public_url=settings.stripe_api,
            secret_keys=(SANDBOX_KEY,),
            webhook_url=f"{server.url}api/stripe-webhook",
            webhook_secret=SANDBOX_SECRET,
        )
        mounts[f"{base}/sandbox"] = create_sandbox(sandbox)
        log.info("No STRIPE_SECRET_KEY: a sandbox stands in for Stripe at %s", settings.stripe_api)
    server.builder = preview.rebuild
    server.set_app(DispatcherMiddleware(preview, mounts))


def development_settings(url: str, project: Path) -> Settings:
    """The settings of the environment, or the sandbox's where there is no key of Stripe's."""
    environment = {
        "STRIPE_WEBHOOK_SECRET": SANDBOX_SECRET,
        "CATALOGUE": str(project / "var" / "catalogue.json"),
        "TEMPLATES": str(project / "overrides"),
        **os.environ,
        "SITE_URL": url,
    }
    if not environment.get("STRIPE_SECRET_KEY"):
        environment |= {"STRIPE_SECRET_KEY": SANDBOX_KEY, "STRIPE_API": f"{url}sandbox"}
    return read_settings(environment)


class Reloaded:
    """An application made again after each build, since the build changes its catalogue."""

    def __init__(self, make: Callable[[], WSGIApplication]) -> None:
        self.make = make
        self.application = make()

    def reload(self) -> None:
        """Make the application again."""
        self.application = self.make()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        return self.application(environ, start_response)


def _whole_path(application: WSGIApplication, base: str) -> WSGIApplication:
    """The functions route on whole paths, as their hosts pass them; the dispatcher cuts the mount's off."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ["SCRIPT_NAME"].removeprefix(base) + environ["PATH_INFO"]
        return application({**environ, "SCRIPT_NAME": base, "PATH_INFO": path}, start_response)

    return answer
