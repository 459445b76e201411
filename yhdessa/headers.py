"""Response headers: what browsers may do with our pages, and how long they may keep them. The one source.

The build writes them as the files that hosts read (`pages/hosts.py`), the functions send them with their
pages, and so does the development server. Imports nothing of ours, and nothing heavy: the functions start
with it.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from urllib.parse import urlsplit

from msgspec import Struct

#: Where a form of ours may lead: Stripe's payment page and its page for those who give monthly. A form that
#: is answered by 303 to another origin is stopped by `form-action` unless that origin is named.
PAYMENT_PAGES = ("https://checkout.stripe.com", "https://billing.stripe.com")

#: Pages, feeds, tables: kept, but asked for anew each time, so that nobody reads an old number.
REVALIDATE = "public, max-age=0, must-revalidate"
#: What the functions say is for one visitor.
PRIVATE = "no-store"

#: The one script that may stand in a page, which the policy knows by its digest: once the page is painted, it
#: asks for the script at the address in `data-script` of its element. What is asked for earlier shares the
#: line with style sheet and typefaces, and on a slow one the page is seen a round trip later, or two. A
#: browser that does not tell of paint asks at once.
STARTER = (
    "{const{script}=document.currentScript.dataset,start=()=>import(script);"
    'window.PerformanceObserver?.supportedEntryTypes?.includes("paint")'
    '?new PerformanceObserver(start).observe({type:"paint",buffered:true}):start()}'
)
_STARTER_DIGEST = b64encode(sha256(STARTER.encode()).digest()).decode()

#: Features of browsers that no page of ours asks for.
UNUSED = (
    "accelerometer",
    "camera",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "payment",
    "usb",
)


class CacheRule(Struct, frozen=True):
    """How long files below the folder `folder` (as `assets/`) are kept; the first that fits decides."""

    folder: str
    value: str


#: Two folders, neither inside the other: hosts join the values of every rule that fits.
CACHE_RULES = (
    # Files here have a digest of what they hold in their names.
    CacheRule("lasting/", "public, max-age=31536000, immutable"),
    CacheRule("assets/", "public, max-age=604800"),
)


def document_headers(site_url: str, stand_in: str | None = None) -> dict[str, str]:
    """The headers of every answer of the site at `site_url`; `stand_in` is the address of a sandbox, if any.

    One policy for all pages: hosts join the values of several rules, and browsers then obey the strictest.
    X-Frame-Options is left out, since every browser that knows `frame-ancestors` ignores it.
    https://developer.mozilla.org/en-US/docs/Web/HTTP/Headers/X-Frame-Options
    """
    headers = {
        "Content-Security-Policy": _policy(site_url, stand_in),
        # With no-referrer a form's Origin is null, and checks of the Origin would refuse every gift.
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "X-Content-Type-Options": "nosniff",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED),
    }
    if site_url.startswith("https://"):
        headers["Strict-Transport-Security"] = "max-age=31536000"
    return headers


def cache_control(path: str) -> str:
    """How long the answer at `path`, below the site's root and without a leading `/`, may be kept."""
    return next((rule.value for rule in CACHE_RULES if path.startswith(rule.folder)), REVALIDATE)


def _policy(site_url: str, stand_in: str | None) -> str:
    targets = ["'self'", *PAYMENT_PAGES]
    if stand_in is not None:
        targets.append(_origin(stand_in))
    directives = {
        "default-src": "'none'",
        "base-uri": "'none'",
        "font-src": "'self'",
        "form-action": " ".join(targets),
        "frame-ancestors": "'none'",
        # The icon of the tab stands in the page: fetched, it would come before the page is shown.
        "img-src": "'self' data:",
        # JSON-LD is data: it is not executed, and no policy of scripts speaks of it.
        # The search is WebAssembly: `'wasm-unsafe-eval'` lets a browser compile that, and run no text.
        "script-src": f"'self' 'sha256-{_STARTER_DIGEST}' 'wasm-unsafe-eval'",
        "style-src": "'self'",
    }
    # The search fetches its index, and the development server's page asks whether it is to be loaded again.
    directives["connect-src"] = "'self'"
    policy = "; ".join(f"{name} {value}" for name, value in directives.items())
    return f"{policy}; upgrade-insecure-requests" if site_url.startswith("https://") else policy


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
