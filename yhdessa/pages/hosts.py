"""Files that hosts read: the headers of `yhdessa.headers`, and each language's own page for what is missing.

`_headers` and `_redirects` are Netlify's and Cloudflare Pages', `.htaccess` is Apache's. For another server
they say what to set. https://docs.netlify.com/manage/routing/headers/
https://developers.cloudflare.com/pages/configuration/headers/ https://httpd.apache.org/docs/2.4/mod/mod_headers.html
"""

from __future__ import annotations

from collections.abc import Iterator

from yhdessa.headers import CACHE_RULES, REVALIDATE, document_headers
from yhdessa.pages.addresses import NOT_FOUND, Addresses
from yhdessa.pages.files import SiteFile


def host_files(addresses: Addresses) -> Iterator[SiteFile]:
    """The files for hosts, at the root of the site."""
    yield SiteFile("_headers", lambda: headers_file(addresses))
    yield SiteFile("_redirects", lambda: redirects_file(addresses))
    yield SiteFile(".htaccess", lambda: htaccess(addresses))


def headers_file(addresses: Addresses) -> str:
    """`_headers`. Pages have no rule of their own for caching: both hosts send REVALIDATE unasked, and would
    join it with that of a file in `assets/`.
    """
    rules = {f"{addresses.base}*": document_headers(addresses.site_url)}
    rules |= {f"{addresses.base}{rule.folder}*": {"Cache-Control": rule.value} for rule in CACHE_RULES}
    return "".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
        for path, headers in rules.items()
    )


def redirects_file(addresses: Addresses) -> str:
    """`_redirects`: below the folder of a language, its own page for an address that does not exist.

    Cloudflare Pages takes the nearest 404.html by itself, and passes over these lines.
    """
    return "".join(
        f"{addresses.base}{language}/* {addresses.href(language, NOT_FOUND)} 404\n"
        for language in addresses.languages
        if language != addresses.default
    )


def htaccess(addresses: Addresses) -> str:
    """`.htaccess`: headers, caching, and the pages for what is missing."""
    headers = document_headers(addresses.site_url)
    lines = [f'  Header always set {name} "{value}"' for name, value in headers.items()]
    lines.append(f'  Header set Cache-Control "{REVALIDATE}"')
    lines += [line for rule in CACHE_RULES for line in _cached(addresses, rule.folder, rule.value)]
    missing = [f"ErrorDocument 404 {addresses.href(addresses.default, NOT_FOUND)}"]
    for language in addresses.languages:
        if language != addresses.default:
            own = addresses.href(language, NOT_FOUND)
            missing += [
                f'<If "%{{REQUEST_URI}} =~ m#^{addresses.base}{language}/#">',
                f"  ErrorDocument 404 {own}",
                "</If>",
            ]
    return "\n".join(["<IfModule mod_headers.c>", *lines, "</IfModule>", *missing, ""])


def _cached(addresses: Addresses, folder: str, value: str) -> list[str]:
    return [
        f'  <If "%{{REQUEST_URI}} =~ m#^{addresses.base}{folder}#">',
        f'    Header set Cache-Control "{value}"',
        "  </If>",
    ]
