"""The catalogue: all that the functions know of the site, compiled and checked by the build, kept as JSON.

`pages` writes it, `giving` reads it: the functions need no YAML, no model and no MkDocs, and what they show
is what the build showed.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

from yhdessa.forms.donation import DonationOffer, DonationWords
from yhdessa.view.page import DonatePage, ThanksPage
from yhdessa.view.shell import Shell


class Thanks(Struct, frozen=True):
    """One thing the thank-you page can say. `page.text` may hold `{amount}`."""

    shell: Shell
    page: ThanksPage


class LanguageCatalogue(Struct, frozen=True):
    """What the functions say in one language.

    `paid`, `delayed`, `unpaid` and `unknown` are what is true of a gift; `unavailable` is said when Stripe
    cannot be reached. Addresses begin with `/`, or with the site's path.
    """

    words: DonationWords
    donate: Shell
    donate_page: DonatePage
    donate_href: str
    product: str
    product_for_goal: str
    paid: Thanks
    delayed: Thanks
    unpaid: Thanks
    unknown: Thanks
    unavailable: Thanks
    error_prefix: str


class Catalogue(Struct, frozen=True):
    """The offer, the languages (the first is the default) and the icons that the templates set in."""

    offer: DonationOffer
    languages: dict[str, LanguageCatalogue]
    icons: dict[str, str]

    def nearest(self, language: str) -> LanguageCatalogue:
        """The catalogue of `language` (`sv`, `sv-FI`), or of the site's first when it is none of its own."""
        spoken = language.partition("-")[0].lower()
        return self.languages.get(spoken) or next(iter(self.languages.values()))


def load_catalogue(path: Path) -> Catalogue:
    """The catalogue that a build wrote to `path`. Raises OSError and msgspec.ValidationError."""
    return msgspec.json.decode(path.read_bytes(), type=Catalogue)


def write_catalogue(catalogue: Catalogue, path: Path) -> None:
    """Write `catalogue` to `path` in one step, so that no reader sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".fresh")
    # A foreign text, as the name of a page that waits for its translation, is kept as its words alone.
    fresh.write_bytes(msgspec.json.encode(catalogue, enc_hook=str))
    fresh.replace(path)
