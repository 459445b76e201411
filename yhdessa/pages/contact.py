"""The page of contact: which address reads what."""

from __future__ import annotations

from collections.abc import Iterator

from yhdessa.model.contact import mailbox
from yhdessa.pages.maker import Maker
from yhdessa.view.contact import ContactPage, ContactTopic
from yhdessa.view.shell import Link


def contact_page(maker: Maker) -> ContactPage:
    """Whom to write to. Without contact.yml it names the organisation's two addresses and no topics."""
    words, facts = maker.words.contact, maker.content.organisation
    invented = words.example or "" if words and facts.demonstration else ""
    return ContactPage(
        lead=maker.lead("contact"),
        help=maker.link("help"),
        topics=tuple(_topics(maker)) or tuple(_addresses(maker)),
        example=invented,
    )


def _topics(maker: Maker) -> Iterator[ContactTopic]:
    facts, words = maker.content.contact, maker.words.contact
    if facts is None or words is None:
        return
    for name, topic in facts.topics.items():
        told = words.topics[name]
        mail = mailbox(maker.content.organisation, maker.content.statements, topic.address) or ""
        page = maker.link(topic.page) if topic.page else None
        yield ContactTopic(told.title, maker.texts.fill(told.text), _mail(mail), page)


def _addresses(maker: Maker) -> Iterator[ContactTopic]:
    organisation = maker.content.organisation
    yield ContactTopic(maker.words.organisation.name, "", _mail(organisation.general_email))
    yield ContactTopic(maker.shells.label("partners"), "", _mail(organisation.partnerships_email))


def _mail(address: str) -> Link:
    return Link(address, f"mailto:{address}")
