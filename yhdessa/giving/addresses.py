"""Addresses: from which network a request comes, for the limits alone; it is neither kept nor logged."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

#: All whose address cannot be read share one limit.
UNKNOWN = "unknown"
#: The bits that one subscriber's IPv6 network has at least: whoever has one has all addresses in it.
SUBSCRIBER = 64


def network_of(environ: WSGIEnvironment, hops: int) -> str:
    """The network that the request comes from: an IPv4 address, an IPv6 network of 64 bits, or `unknown`.

    `hops` is how many proxies before us are to be trusted. Each adds whom it was asked by at the end of
    X-Forwarded-For, so that the address is counted from there: what stands further ahead anybody can write.
    With none it is the socket's.
    """
    chain = [environ.get("REMOTE_ADDR", "")]
    if hops:
        forwarded = environ.get("HTTP_X_FORWARDED_FOR", "").rsplit(",", hops)
        chain = [*filter(None, map(str.strip, forwarded)), *chain]
    return _network(chain[max(len(chain) - 1 - hops, 0)])


def _network(written: str) -> str:
    try:
        address = ipaddress.ip_address(_without_port(written))
    except ValueError:
        return UNKNOWN
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is None:
            return f"{ipaddress.IPv6Address(int(address) >> SUBSCRIBER << SUBSCRIBER)}/{SUBSCRIBER}"
        address = address.ipv4_mapped
    return str(address)


def _without_port(written: str) -> str:
    """Some proxies add the port: `192.0.2.1:1234`, `[2001:db8::1]:1234`."""
    if written.startswith("["):
        return written[1:].partition("]")[0]
    return written.partition(":")[0] if written.count(":") == 1 else written
