"""A rebuild of the site, asked for at the address that its host gave for that (REBUILD_HOOK_URL)."""

from __future__ import annotations

import urllib.error
import urllib.request
from typing import Any

#: Seconds; Stripe waits for our answer meanwhile.
PATIENCE = 5.0


class RebuildNotAsked(Exception):
    """The host did not take the request; the cause is chained."""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect would make a GET of the POST, and asks for nothing then."""

    def redirect_request(self, *_: Any) -> None:
        return None


_opener = urllib.request.build_opener(_NoRedirect)


def ask_for_rebuild(hook_url: str, patience: float = PATIENCE) -> None:
    """POST an empty JSON object to `hook_url`; RebuildNotAsked unless that is answered with 2xx in time."""
    headers = {"Content-Type": "application/json", "User-Agent": "yhdessa"}
    request = urllib.request.Request(hook_url, b"{}", headers, method="POST")  # noqa: S310 - from the settings
    try:
        with _opener.open(request, timeout=patience):
            pass
    except (OSError, ValueError, urllib.error.URLError) as error:
        raise RebuildNotAsked from error
