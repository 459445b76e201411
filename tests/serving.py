"""Servers of tests: a free port, and patience until a page is as it should be."""

from __future__ import annotations

import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable

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
