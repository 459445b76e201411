"""Servers of tests: a free port, and patience until a page is as it should be."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.test import Client, TestResponse

PATIENCE = 30.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def fetch(url: str) -> str:
    """The page at `url`, or nothing while nobody answers."""
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
            return str(answer.read().decode("utf-8"))
    except urllib.error.HTTPError as error:
        with error:
            return error.read().decode("utf-8")
    except OSError:
        return ""


def wait_for(url: str, wanted: Callable[[str], bool]) -> str:
    """The page at `url` as soon as it is as `wanted`."""
    end = time.monotonic() + PATIENCE
    page = ""
    while time.monotonic() < end:
        page = fetch(url)
        if wanted(page):
            return page
        time.sleep(0.1)
    raise AssertionError(f"{url} never became as wanted; it is: {page[:2000]}")


@contextmanager
def serve_project(project: Path, folder: Path) -> Iterator[str]:
    """Serve `project` with its functions and the sandbox, as `make serve` does; what that writes goes into
    `folder`. Gives the address.
    """
    environment = {key: value for key, value in os.environ.items() if not key.startswith("STRIPE_")}
    settings = {
        "NO_MKDOCS_2_WARNING": "1",
        "CATALOGUE": str(folder / "catalogue.json"),
        "TMPDIR": str(folder),
        "OUTBOX": str(folder / "outbox"),
        # Visitors of the tests name addresses of their own, so that they do not share one's limit of forms.
        "TRUSTED_HOPS": "1",
    }
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=project,
        env={**environment, **settings},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}/"
    try:
        wait_for(address, lambda page: "</html>" in page)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=10)


class ClientAt(Client):
    """A client without a socket that asks an application by the host of the site at `site_url`."""

    def __init__(self, application: Any, site_url: str) -> None:
        super().__init__(application)
        self.site_url = site_url

    def open(self, *asked: Any, **more: Any) -> TestResponse:
        return super().open(*asked, **{"base_url": self.site_url, **more})


class Quiet(WSGIRequestHandler):
    """One connection a request, so that stopping waits for none; no access log."""

    protocol_version = "HTTP/1.0"

    def log(self, type: str, message: str, *args: Any) -> None: ...


@contextmanager
def served(app: Any, listener: socket.socket) -> Iterator[str]:
    """Serve an application on a listening socket until the block ends."""
    port = listener.getsockname()[1]
    server = make_server("127.0.0.1", port, app, threaded=True, request_handler=Quiet, fd=listener.fileno())
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
