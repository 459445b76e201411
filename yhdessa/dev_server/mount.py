"""One port: the pages of `mkdocs serve`, the functions, the gallery, and a sandbox where there is no key.

Without STRIPE_SECRET_KEY the sandbox stands in for Stripe, so that a gift can be completed offline and
without an account.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from werkzeug.middleware.dispatcher import DispatcherMiddleware

from yhdessa.dev_server.preview import Preview
from yhdessa.gallery.app import create_gallery
from yhdessa.giving.app import create_app
from yhdessa.giving.every_route import EVERY
from yhdessa.giving.settings import Settings, read_settings
from yhdessa.sandbox import SandboxSettings, create_sandbox

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

log = logging.getLogger("mkdocs.yhdessa")

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


def mount(server: LiveServer, project: Path) -> None:
    """Wrap `server`: its pages, the functions under `api/`, the gallery of components under `_gallery/`, and
    the sandbox, if needed, under `sandbox/`.
    """
    pages = server.get_app()
    assert pages is not None  # noqa: S101 - MkDocs sets it in its constructor
    base = urlsplit(server.url).path.rstrip("/")
    settings = development_settings(server.url, project)
    functions = Reloaded(lambda: create_app(settings, EVERY))
    preview = Preview(pages, server.builder, functions.reload, server.url, settings.stripe_api)
    mounts: dict[str, WSGIApplication] = {
        f"{base}/api": _whole_path(functions, base),
        f"{base}/_gallery": create_gallery(project),
    }
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
        "OUTBOX": str(project / "var" / "outbox"),
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
