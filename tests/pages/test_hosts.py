"""The files that hosts read say what the one source says."""

from __future__ import annotations

import re

import pytest

from yhdessa.headers import CACHE_RULES, document_headers
from yhdessa.model import load_content
from yhdessa.pages.addresses import Addresses
from yhdessa.pages.hosts import headers_file, htaccess, redirects_file


@pytest.fixture(scope="module", params=["https://yhdessa.fi/", "https://yhdistys.fi/yhdessa/"])
def addresses(request: pytest.FixtureRequest, project: object) -> Addresses:
    return Addresses(load_content(project / "tests/trees/small"), request.param)  # type: ignore[operator]


def blocks(text: str) -> dict[str, dict[str, str]]:
    """`_headers` as its hosts read it: a path, then the headers that are indented below it."""
    found: dict[str, dict[str, str]] = {}
    path = ""
    for line in text.splitlines():
        if line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found[path][name] = value
        else:
            path = line
            found[path] = {}
    return found


def test_netlify_and_cloudflare_are_told_every_header(addresses: Addresses) -> None:
    read = blocks(headers_file(addresses))
    assert read.pop(f"{addresses.base}*") == document_headers(addresses.site_url)
    assert read == {f"{addresses.base}{rule.folder}*": {"Cache-Control": rule.value} for rule in CACHE_RULES}


def test_no_header_has_two_values_for_one_file(addresses: Addresses) -> None:
    """Hosts join what several rules say; two times for one file would be none that is meant."""
    read = blocks(headers_file(addresses))
    for path in (f"{addresses.base}{rule.folder}x" for rule in CACHE_RULES):
        said = [name for prefix, headers in read.items() if path.startswith(prefix[:-1]) for name in headers]
        assert len(said) == len(set(said))


def test_apache_is_told_the_same(addresses: Addresses) -> None:
    text = htaccess(addresses)
    said = dict(re.findall(r'(?m)^  Header always set (\S+) "(.*)"$', text))
    assert said == document_headers(addresses.site_url)
    for rule in CACHE_RULES:
        assert f'{addresses.base}{rule.folder}#">\n    Header set Cache-Control "{rule.value}"' in text


def test_each_language_has_its_own_page_for_what_is_missing(addresses: Addresses) -> None:
    base = addresses.base
    assert (
        redirects_file(addresses) == f"{base}sv/* {base}sv/404.html 404\n{base}en/* {base}en/404.html 404\n"
    )
    assert f"ErrorDocument 404 {base}404.html\n" in htaccess(addresses)
    assert f'm#^{base}sv/#">\n  ErrorDocument 404 {base}sv/404.html' in htaccess(addresses)
