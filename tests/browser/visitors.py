"""Who looks at a page: window, theme, the address they come from, and what a page tells the console."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import cycle
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, Response

#: Widths and themes: the first two cover all four, each once, where that is enough.
VIEWS = [(320, "dark"), (1280, "light"), (320, "light"), (1280, "dark")]
#: Each visitor comes from an address of their own, kept for documentation by RFC 5737.
ADDRESSES = cycle(f"198.51.100.{number}" for number in range(1, 255))


def from_elsewhere() -> dict[str, str]:
    """What a proxy says of where the next visitor comes from."""
    return {"X-Forwarded-For": next(ADDRESSES)}


@dataclass
class Witness:
    """What went wrong while pages were loaded: words in the console, files from elsewhere or not there."""

    site: str
    wrong: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Note what `page` does from now on."""
        page.on("console", self.heard)
        page.on("pageerror", lambda error: self.wrong.append(f"{page.url}: {error}"))
        page.on("request", self.asked)
        page.on("response", self.answered)

    def heard(self, message: ConsoleMessage) -> None:
        """A warning or an error; a breach of the Content Security Policy is one. Answers are noted below."""
        if message.text.startswith("Failed to load resource"):
            return
        if message.type in ("warning", "error") or "Content Security Policy" in message.text:
            self.wrong.append(f"{message.location.get('url')}: {message.text}")

    def asked(self, request: Request) -> None:
        """A request that leaves the site."""
        if urlsplit(request.url).netloc != urlsplit(self.site).netloc and request.url.startswith("http"):
            self.wrong.append(f"{request.frame.url} asks for {request.url}")

    def answered(self, response: Response) -> None:
        """A file that is not there."""
        if response.status >= 400 and response.request.resource_type != "document":
            self.wrong.append(f"{response.frame.url} asks for {response.url}: {response.status}")
