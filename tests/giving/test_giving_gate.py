"""The gate: other sites send no gifts here, and other hosts are not ours."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from yhdessa.giving.gate import Gate
from yhdessa.giving.refused import Refused


def table(name: str) -> list[Any]:
    return list(yaml.safe_load(Path(__file__).with_name(name).read_text("utf-8")))


@pytest.mark.parametrize("row", [pytest.param(row, id=row["name"]) for row in table("origins.yml")])
def test_a_form_from_elsewhere_is_refused_in_its_language_and_stripe_is_not_asked(
    row: dict[str, Any], house: Any, visitor: Any, see: Any, logged: Any
) -> None:
    host = urlsplit(house.url).netloc
    parts = {"site": house.url, "host": host, "port": host.rpartition(":")[2]}
    headers = {name: value.format(**parts) for name, value in row["headers"].items()}
    answer = visitor.post("/api/donate", {"language": "sv", "amount": "2000"}, headers=headers)
    if "outcome" not in row:
        assert (answer.status_code, len(house.sessions())) == (303, 1)
        return
    page, told = see(answer.text), house.catalogue.languages["sv"].refusals["elsewhere"]
    assert (answer.status_code, page.said("h1"), page.title) == (403, [told.heading], told.title)
    assert told.text in page.said("p")
    assert [line["outcome"] for line in logged()] == [row["outcome"]]
    assert house.witness.asked == []
    assert "evil" not in answer.text + str(answer.headers)


@pytest.mark.parametrize("row", table("gates.yml"), ids=lambda row: f"{row['host']} {row['origin']}")
def test_a_gate_knows_its_own_names(row: dict[str, Any]) -> None:
    gate = Gate(row["site"], row.get("others", ()))
    environ: Any = {"HTTP_HOST": row["host"], "HTTP_ORIGIN": row["origin"]}
    with nullcontext() if row["open"] else pytest.raises(Refused):
        gate.check_host(environ)
        gate.check_origin(environ)


def test_another_host_gets_no_thanks_but_learns_of_our_health_and_may_be_stripe(
    house: Any, visitor: Any
) -> None:
    """Who watches over a machine asks it by its address; Stripe is known by its signature."""
    by_address = {"Host": "192.0.2.1"}
    assert visitor.get("/api/thanks", headers=by_address).status_code == 403
    assert visitor.get("/api/health", headers=by_address).status_code == 200
    answer = visitor.post("/api/stripe-webhook", b"{}", headers=by_address)
    assert (answer.status_code, answer.text) == (400, "bad signature\n")
