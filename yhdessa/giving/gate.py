"""The gate: a page of ours is asked for by our own host, and a form is sent from a page of ours.

No address is ever built from what a browser says of hosts; this keeps other sites from sending their
visitors' gifts, and robots that know an address alone from trying cards.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from yhdessa.giving.refused import Refused

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

#: Names of one's own machine: in development a site at one of them is opened by the others too.
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
PORTS = {"http": "80", "https": "443"}


class Gate:
    """Knows the host of `site_url`, and `others` by which a proxy may call us, as `abc.example.net:8080`."""

    def __init__(self, site_url: str, others: Iterable[str] = ()) -> None:
        address = urlsplit(site_url)
        own = address.netloc.rpartition("@")[2].lower()
        name = own.removesuffix(f":{address.port}")
        port = own.removeprefix(name)
        aliases = [f"{each}{port}" for each in LOOPBACK] if name in LOOPBACK else [own]
        hosts = {*aliases, *(other.lower() for other in others)}
        self.hosts = hosts | {_with_port(host, PORTS[address.scheme]) for host in hosts}
        self.origins = {f"{address.scheme}://{host}" for host in hosts}

    def check_host(self, environ: WSGIEnvironment) -> None:
        """Raises Refused (403) when the host that was asked for is none of ours."""
        if environ.get("HTTP_HOST", "").lower() not in self.hosts:
            raise Refused(403, "wrong_host")

    def check_origin(self, environ: WSGIEnvironment) -> None:
        """Raises Refused (403) for a form from another site.

        Browsers name the Origin of a POST, and newer ones how its site stands to ours; `null` is a page
        that hides where it is. One that names neither is old, and let in: there is no cookie to misuse.
        https://developer.mozilla.org/en-US/docs/Web/HTTP/Headers/Sec-Fetch-Site
        """
        origin, site = environ.get("HTTP_ORIGIN"), environ.get("HTTP_SEC_FETCH_SITE")
        trusted = site in (None, "same-origin", "none") if origin is None else origin.lower() in self.origins
        if not trusted or site == "cross-site":
            raise Refused(403, "wrong_origin")


def _with_port(host: str, port: str) -> str:
    """`host` with the port that its scheme implies, where it names none."""
    return host if host.rpartition("]")[2].count(":") else f"{host}:{port}"
