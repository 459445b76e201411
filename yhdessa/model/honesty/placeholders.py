"""Placeholders: names and texts that somebody meant to replace. What says `example: true` is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from yhdessa.model.honesty.written import Text
from yhdessa.model.problem import Problem

#: What an organisation is called before it has a name; a number, a letter or `name` follows.
KINDS = {
    "fi": "yritys yrityksen firma firman konserni konsernin kumppani kumppanin pääkumppani tukija sponsori "
    "järjestö järjestön yhdistys yhdistyksen työpaikka tiimi ryhmä lahjoittaja organisaatio",
    "sv": "företag företaget koncern koncernen partner huvudpartner sponsor organisation förening föreningen "
    "arbetsplats team lag grupp givare bolag",
    "en": "company corporation corporate business firm partner sponsor organisation organization charity "
    "workplace team group donor client",
}
ANY_KIND = "|".join(word for words in KINDS.values() for word in words.split())
#: Patterns of whole names, small and large letters alike.
NAMES = {
    "a number": rf"(?:{ANY_KIND})(?:nimi|s?namn| nimi| name)?\s*"
    r"(?:nro|nr\.?|no\.?|#)?\s*(?:\d{1,3}|[a-z]|x+|xyz)",
    "a name": r"(?:\w+[ -]){0,3}(?:"
    r"(?:yrityksen|firman|kumppanin|konsernin|järjestön|yhdistyksen) ?nimi"
    r"|(?:företags|koncern|partner|förenings|organisations)namn"
    r"|(?:company|corporate|partner|organi[sz]ation|sponsor)[ -]name"
    r")(?: \d+)?|nimi|namn|name",
    "a test": r"testi?(?:[ -]?(?:yritys|firma|kumppani|järjestö|företag|partner|bolag|company))?"
    r"(?: (?:oy|oyj|ab|abp|ay|ky|ry|rf|ltd|inc|gmbh))?(?: \d+)?",
    "a legal form": r"(?:oy|ab|firma|företag|yritys|company) "
    r"(?:firma|yritys|företag|company|x+|ab|oy|ltd)(?: (?:ab|oy))?",
    "nobody": r"(?:matti|maija|teppo) (?:meikäläinen|testaaja)|medel-?svensson|(?:john|jane) doe"
    r"|aku ankka|kalle anka|n\.? ?n\.?|acme(?: .*)?|foo(?: ?bar)?|asdf\w*|qwerty\w*",
    "an emoji": r".*[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?",
    "an example": r".*\b(?:esimerk|exempel|example).*|(?:.* )?(?:esim|ex)\..*",
}
NAME = re.compile("|".join(f"(?:{pattern})" for pattern in NAMES.values()), re.IGNORECASE)
#: What stands in no text, of whatever kind. TODO and the like are in capitals, since small ones may be words.
#: Each alternative begins with a plain letter, which the search looks for: else it takes a tenth of a build.
FILLING = re.compile(
    r"Lorem ipsum|lorem ipsum|LOREM IPSUM|dolor sit amet|TBD(?<!\wTBD)\b|TBA(?<!\wTBA)\b|TODO\b|FIXME\b"
    r"|xxx(?<!\wxxx)x*\b|XXX(?<!\wXXX)X*\b|\?\?\?"
    r"|\[(?:lisää|täydennä|skriv|fyll i|insert|your|add)\b[^\]]*\](?!\()"
)


def check_placeholders(texts: Iterable[Text]) -> Iterator[Problem]:
    """Names and texts that look as if they waited for the real one."""
    for text in texts:
        found = [(match[0], match.start()) for match in FILLING.finditer(text.text)]
        if not found and _is_name(text) and NAME.fullmatch(text.text.strip()):
            found = [(text.text.strip(), 0)]
        if found and not text.is_example():
            yield from (_problem(text, *place) for place in found)


def _is_name(text: Text) -> bool:
    """Names in facts, publishers of sources, and the organisation's own name in each language."""
    last, file = text.path[-1:], text.document.file
    if file.startswith("content/facts/"):
        return last in (("name",), ("publisher",))
    return last == ("name",) and file.endswith("/organisation.yml")


def _problem(text: Text, found: str, position: int) -> Problem:
    remedy = "write what should stand here"
    if text.document.file.startswith("content/facts/partners/"):
        remedy = "write the name as its owner writes it, or add `example: true`"
    message = f"`{found[:60]}` looks like a placeholder"
    return Problem(text.document.file, text.line(position), text.field, message, remedy, "warning")
