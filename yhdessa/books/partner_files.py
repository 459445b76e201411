"""Partner files: the file of a partner appears in content when staff have approved it, and then is theirs.

A file is known again by `customer`, Stripe's id of the company. What stands there is never changed and never
removed: where it says something else than was approved, or where a partnership has ended, that is said.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct
from pydantic import ValidationError

from yhdessa.ledger.records import Company
from yhdessa.model.content import Content
from yhdessa.model.document import CoreLoader, Document, load_document
from yhdessa.model.explain import nearest
from yhdessa.model.fields import WebAddress
from yhdessa.model.files import adapter
from yhdessa.model.partner import Partner
from yhdessa.model.problem import printable

FOLDER = Path("content/facts/partners")
#: States in which a company stands on the site.
SHOWN = ("approved", "paid", "overdue")
#: Letters that Unicode does not take apart into a plain one and its mark.
PLAIN = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th"})
LONGEST_ID = 60
#: The id of a name without letters, and what stands before one that begins with a digit.
NAMELESS = "partner"
HEAD = """\
# {name} signed up on the site and was approved; `yhdessa sync` wrote this file once, and it is yours to edit.
# `customer` is how a sync knows it again: while the line stands here, no second file is written.
"""
INVENTED = """\
# Signed up with test money: `example: true` keeps it off a public site.
"""


class _Dumper(yaml.SafeDumper):
    """Quotes what content would take for a number or a word of YAML's, besides what YAML 1.1 would."""


for letter, resolvers in CoreLoader.yaml_implicit_resolvers.items():
    for tag, pattern in resolvers:
        _Dumper.add_implicit_resolver(tag, pattern, [letter])


class PartnerFile(Struct, frozen=True):
    """A partner's file as it stands: its place in the project, the tier and the goals it says."""

    place: str
    customer: str | None
    name: str
    tier: str
    goals: tuple[str, ...]


class Unwritten(Exception):
    """A partner's file is not written; the message says why and what helps."""


def partner_files(project: Path) -> list[PartnerFile]:
    """The partners' files as they stand now. Raises Unwritten for one that cannot be read."""
    return [_read(path) for path in sorted((project / FOLDER).glob("*.yml")) if path.name[0] != "."]


def missing(companies: Iterable[Company], files: Iterable[PartnerFile]) -> list[Company]:
    """The partners that staff have approved and that have no file, in the order in which they came."""
    known = {file.customer for file in files}
    return [each for each in companies if is_shown(each) and each.id not in known]


def is_shown(company: Company) -> bool:
    """Whether it is a partner whose name may stand on the site."""
    return company.role == "partner" and company.state in SHOWN


def write(company: Company, content: Content, project: Path) -> PartnerFile:
    """Write the file of an approved partner, in one step. Raises Unwritten, and OSError as files do."""
    tier = content.tiers.get(company.tier)
    fields = fields_of(company, content.languages, gift=tier is not None and tier.kind == "gift")
    _check(fields, content)
    folder = project / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    taken = {path.stem for path in folder.iterdir()}
    path = folder / f"{free_id(company.name, taken)}.yml"
    # Syncs hold a lock, so that nobody else takes the name meanwhile.
    fresh = folder / f".{path.name}.fresh"
    try:
        fresh.write_text(text_of(company, fields), encoding="utf-8", newline="\n")
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
    return _read(path)


def fields_of(company: Company, languages: Iterable[str], *, gift: bool = False) -> dict[str, Any]:
    """What the file says, in the order of its lines.

    A partner of the work as a whole has no goal of its own: it stands on the page of partners alone, and
    staff may name goals. Who gives a `gift` gets nothing back, and so no link. The language of a name is most
    likely the one its people signed up in.
    """
    fields: dict[str, Any] = {
        "name": " ".join(company.name.split()),
        "tier": company.tier,
        "goals": [] if company.goal is None else [company.goal],
    }
    if not gift and _is_valid(WebAddress, company.website):
        fields["website"] = company.website
    if company.language in languages:
        fields["language"] = company.language
    fields["customer"] = company.id
    if not company.live:
        fields["example"] = True
    return fields


def text_of(company: Company, fields: dict[str, Any]) -> str:
    """The file itself; the dumper quotes whatever a name may hold."""
    written = yaml.dump(
        fields, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=None, width=10_000
    )
    head = HEAD.format(name=printable(fields["name"])) + ("" if company.live else INVENTED)
    return head + written


def free_id(name: str, taken: Iterable[str]) -> str:
    """An id of content's made of a company's name, and of a number when it is `taken`."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(PLAIN))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = "-".join(re.findall("[a-z0-9]+", letters))
    if not words or words[0].isdigit():
        words = f"{NAMELESS}-{words}".rstrip("-")
    known, number = set(taken), 1
    while True:
        end = "" if number == 1 else f"-{number}"
        found = words[: LONGEST_ID - len(end)].rstrip("-") + end
        if found not in known:
            return found
        number += 1


def differences(company: Company, file: PartnerFile) -> Iterator[str]:
    """In what a file says something else than staff approved."""
    if file.tier != company.tier:
        yield f"it says the tier {printable(file.tier)}, and {company.tier} was approved"
    if company.goal is not None and company.goal not in file.goals:
        yield f"it leaves out the goal {company.goal}, which was approved"


def _read(path: Path) -> PartnerFile:
    place = (FOLDER / path.name).as_posix()
    document, problems = load_document(path, place)
    if problems:
        raise Unwritten(f"No partner's file is written while one cannot be read: {problems[0]}")
    return PartnerFile(
        place,
        _text(document, "customer") or None,
        _text(document, "name"),
        _text(document, "tier"),
        tuple(str(goal) for goal in document.data.get("goals") or ()),
    )


def _is_valid(shape: Any, value: object) -> bool:
    try:
        adapter(shape).validate_python(value)
    except ValidationError:
        return False
    return True


def _text(document: Document, field: str) -> str:
    value = document.data.get(field)
    return value if isinstance(value, str) else ""


def _check(fields: Mapping[str, Any], content: Content) -> None:
    """Raises Unwritten for a file that `yhdessa check` would refuse."""
    tier, goals = str(fields["tier"]), fields["goals"]
    if tier not in content.tiers:
        raise Unwritten(f"content has no tier `{printable(tier)}`; {nearest(tier, list(content.tiers))}")
    for goal in goals:
        if goal not in content.goals:
            raise Unwritten(f"content has no goal `{printable(goal)}`; {nearest(goal, list(content.goals))}")
        if tier not in content.goals[goal].tiers:
            raise Unwritten(f"the goal `{goal}` does not offer the tier `{tier}`; add it to its `tiers`")
    try:
        adapter(Partner).validate_python(dict(fields))
    except ValidationError as error:
        field = str(error.errors()[0]["loc"][0])
        raise Unwritten(f"its `{field}` is nothing that a partner's file may say") from error
