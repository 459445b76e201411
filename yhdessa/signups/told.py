"""What the command prints: a table, one company, or JSON. Nothing in it can steer a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

import msgspec

from yhdessa.catalogue import Catalogue
from yhdessa.forms.business_ids import format_business_id
from yhdessa.giving.partner_details import details_of
from yhdessa.payments.partners import Partner
from yhdessa.signups.options import STATES

HEADS = ("STATE", "SIGNED UP", "ID", "BUSINESS ID", "TIER", "GOAL", "COMPANY")
GAP = "  "
#: What joins emoji, and the spaces within sums: they print nothing, and harm nothing.
HARMLESS = ("\N{ZERO WIDTH JOINER}", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}")


def table(partners: Sequence[Partner]) -> Iterator[str]:
    """Lines of columns; those whom somebody has to see to come first."""
    rows = [HEADS, *map(_row, sorted(partners, key=lambda each: (STATES.index(each.state.value), each.at)))]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADS))]
    for row in rows:
        # The name comes last: emoji are wider than their number says.
        yield GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def as_json(partners: Sequence[Partner]) -> str:
    """All that is known of each; times as in ISO 8601, or null."""
    return json.dumps([_record(partner) for partner in partners], indent=2)


def card(catalogue: Catalogue, partner: Partner) -> Iterator[str]:
    """What one company asks and how it stands, in the site's first language."""
    spoken = catalogue.nearest("")
    if spoken.partner is not None:
        yield visible(spoken.partner.words.desk.leads[partner.state.value])
        yield ""
    for detail in details_of(catalogue, partner, spoken.words.language):
        yield visible(f"{detail.label}: {detail.value}")
    yield ""
    yield f"{partner.id} {partner.subscription} {partner.invoice}".rstrip()
    if partner.invoice_url:
        yield visible(partner.invoice_url)


def visible(text: str) -> str:
    """`text` as a line for a terminal: without letters that it would obey or hide."""
    return "".join(each if each.isprintable() or each in HARMLESS else " " for each in text)


def _row(partner: Partner) -> tuple[str, ...]:
    asked = partner.asked
    told = (
        partner.state.value,
        datetime.fromtimestamp(partner.at, UTC).date().isoformat(),
        partner.id,
        format_business_id(asked.country, asked.business_id),
        asked.tier,
        asked.goal or "-",
        asked.company,
    )
    return tuple(visible(cell) for cell in told)


def _record(partner: Partner) -> dict[str, object]:
    facts: dict[str, object] = {"id": partner.id, **msgspec.to_builtins(partner.asked)}
    facts |= {name: getattr(partner, name) for name in ("reason", "told", "live")}
    facts |= {name: getattr(partner, name) for name in ("subscription", "invoice", "invoice_url")}
    moments = {"signed_up": partner.at, "decided": partner.decided, "invoice_due": partner.invoice_due}
    return {**facts, "state": partner.state.value, **{name: _moment(at) for name, at in moments.items()}}


def _moment(at: int) -> str | None:
    return datetime.fromtimestamp(at, UTC).isoformat() if at else None
