"""Passing a page on: plain links that carry its address to a service, and ask nothing of it before a click.

No script, no button of theirs, no count: a service learns of the reader when the reader goes there.
"""

from __future__ import annotations

from urllib.parse import quote

from yhdessa.model.content import Content
from yhdessa.pages.addresses import Addresses
from yhdessa.pages.challenges.names import is_poster
from yhdessa.pages.share_image import IMAGE_HEIGHT, IMAGE_WIDTH, heading_of, image_path, pictured_as
from yhdessa.view.shell import Link, SocialCard

#: The services by the names they give themselves, and the address that takes a page: {url} is the page's,
#: {title} its heading, both percent-encoded.
SERVICES = {
    # RFC 6068, 2: the fields of a mailto address; a line ends with %0D%0A (5).
    "email": ("", "mailto:?subject={title}&body={title}%0D%0A{url}"),
    # https://faq.whatsapp.com/5913398998672934 (click to chat): without a number the sender chooses to whom.
    "whatsapp": ("WhatsApp", "https://wa.me/?text={title}%20{url}"),
    # What Facebook's button opened from the start, and the one address that asks for no application's key;
    # https://developers.facebook.com/docs/sharing/reference/share-dialog describes the one that does.
    "facebook": ("Facebook", "https://www.facebook.com/sharer/sharer.php?u={url}"),
    # https://learn.microsoft.com/linkedin/consumer/integrations/self-serve/plugins/share-plugin
    "linkedin": ("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url={url}"),
}
#: Pages that a reader may want to pass on; everything in a folder (a goal, a news item) is one besides.
PASSED_ON = frozenset(
    (
        *("goals/index", "programmes/index", "impact/index", "mission", "strategy"),
        *("act", "volunteering", "payroll", "challenges/index", "partners"),
    )
)
INDEX = "/index"


def passed_on(name: str) -> bool:
    """Whether the page `name` is one to pass on: what it says is whole, and is not about the reader."""
    return name in PASSED_ON or ("/" in name and not name.endswith(INDEX) and not is_poster(name))


def share_links(content: Content, language: str, url: str, heading: str) -> tuple[Link, ...]:
    """A link for each service that the organisation has chosen, which passes on the page at `url`."""
    email = content.words[language].interface.share_by_email
    parts = {"url": quote(url, safe=""), "title": quote(heading, safe="")}
    return tuple(
        Link(SERVICES[service][0] or email, SERVICES[service][1].format(**parts))
        for service in content.organisation.sharing
    )


def social_card(content: Content, addresses: Addresses, language: str, name: str, heading: str) -> SocialCard:
    """What is shown of the page `name` where somebody links to it."""
    words, country = content.words[language], content.organisation.country
    prose = words.prose.get(name)
    day = prose.date if prose is not None else None
    picture = pictured_as(content, name)
    others = (other for other in content.languages if other != language and addresses.announced(other, name))
    return SocialCard(
        # An attribute has no place for the markup of a text in another language.
        title=str(heading),
        kind="article" if day else "website",
        locale=f"{language}_{country}",
        other_locales=tuple(f"{other}_{country}" for other in others),
        image=addresses.site_url + image_path(language, picture),
        image_width=IMAGE_WIDTH,
        image_height=IMAGE_HEIGHT,
        image_alt=f"{heading_of(words, picture)} – {words.organisation.name}",
        published=day.isoformat() if day else "",
    )
