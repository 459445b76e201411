"""Business ids: one employer has one, however it is written; a person's number is told apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from yhdessa.forms.business_ids import (
    NotABusinessId,
    PersonalNumber,
    format_business_id,
    read_business_id,
)

ROWS = yaml.safe_load(Path(__file__).with_name("business_ids.yml").read_text("utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['country']} {row['written'][:20]!a}")
def test_a_business_id_is_kept_in_one_form_or_refused_as_what_it_is(row: dict[str, Any]) -> None:
    if row["kept"] in ("none", "person"):
        with pytest.raises(NotABusinessId) as refused:
            read_business_id(row["country"], row["written"])
        assert isinstance(refused.value, PersonalNumber) == (row["kept"] == "person")
    else:
        assert read_business_id(row["country"], row["written"]) == row["kept"]


@pytest.mark.parametrize(
    ("country", "kept", "written"), [("FI", "90000011", "9000001-1"), ("SE", "1234567897", "123456-7897")]
)
def test_a_business_id_is_shown_as_its_country_writes_it(country: str, kept: str, written: str) -> None:
    assert format_business_id(country, kept) == written
    assert read_business_id(country, written) == kept
