"""The site's own address: whether others can reach it.

The build and the functions ask this, so both may import it; it imports nothing of ours.
"""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

#: Host endings that never are public (RFC 2606, RFC 6761).
RESERVED = ("localhost", "example", "test", "invalid", "example.org", "example.com", "example.net")


def is_public(site_url: str) -> bool:
    """Whether `site_url` can be reached by others: neither a loopback address nor a reserved name."""
    host = host_of(site_url)
    try:
        return not ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host != "" and not is_reserved(host)


def is_reserved(host: str) -> bool:
    """Whether `host` is a name that nobody can own, as `www.example.org`."""
    return any(host == name or host.endswith(f".{name}") for name in RESERVED)


def host_of(site_url: str) -> str:
    """The host that `site_url` names; empty when it cannot be read."""
    try:
        return (urlsplit(site_url).hostname or "").rstrip(".")
    except ValueError:
        return ""
