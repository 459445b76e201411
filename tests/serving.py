"""Servers of tests: a free port, and patience until a page is as it should be."""

from __future__ import annotations

import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from werkzeug.serving import WSGIRequestHandler, make_server

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
