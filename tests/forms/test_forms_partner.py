"""The form of partners: what an answer means, and what is shown again of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from yhdessa.forms.company_offer import FormErrors
from yhdessa.forms.offer import DonationWords
from yhdessa.forms.partner import LONGEST_COMPANY, LONGEST_MESSAGE, read_partner, show_partner
from yhdessa.forms.partner_offer import (
    PartnerAsking,
    PartnerOffer,
    PartnerSignUp,
    PartnerSignUpWords,
    TierWords,
)

RIGHT = {
    "tier": "main",
    "goal": "roof",
    "company": "Esimerkkityö Oy",
    "country": "FI",
    "business_id": "9000001-1",
    "contact_name": "Esimerkki Henkilö",
    "contact_email": "contact@example.org",
    "billing_email": "invoices@example.org",
    "address_line": "Esimerkkikatu 1",
    "postal_code": "00100",
    "city": "Esimerkkilä",
    "invoice_language": "sv",
}
ROWS = yaml.safe_load(Path(__file__).with_name("partner_answers.yml").read_text("utf-8"))
#: The awkward name of 120 signs.
NAME = ("<script>alert('🙂')</script> " + "Å" * LONGEST_COMPANY)[:LONGEST_COMPANY]


@pytest.fixture(scope="module")
def asking(words: dict[str, DonationWords]) -> PartnerAsking:
    """A form whose words are their own names."""
    named: dict[str, Any] = {name: name for name in PartnerSignUpWords.__struct_fields__}
    named["countries"] = {"FI": "Finland", "SE": "Sweden"}
    named["tier_elsewhere"] = "{tier}? Not for {goal}, which has {tiers}"
    named["too_long"], named["message_hint"] = "at most {longest}", "up to {longest}"
    goals = {"roof": "The roof", "cellar": "The cellar"}
    return PartnerAsking(
        PartnerOffer(
            ("FI", "SE"), ("fi", "sv"), {"roof": ("main", "small"), "cellar": ("main",)}, ("small",)
        ),
        PartnerSignUpWords(**named),
        {"main": TierWords("Main", "10"), "small": TierWords("Small", "1")},
        msgspec.structs.replace(words["fi"], goals=goals),
    )


def kept(answer: PartnerSignUp) -> dict[str, Any]:
    """What is kept, the parts of the address beside the rest."""
    return {**msgspec.to_builtins(answer), **msgspec.to_builtins(answer.address)}


@pytest.mark.parametrize("row", [pytest.param(row, id=row["name"]) for row in ROWS])
def test_an_answer_is_a_partner_or_every_wrong_field_says_what_is_wrong(
    row: dict[str, Any], asking: PartnerAsking
) -> None:
    read = read_partner(asking, {**RIGHT, **row["answer"]})
    if "wrong" in row:
        assert isinstance(read, FormErrors)
        assert read.messages == row["wrong"]
    else:
        assert isinstance(read, PartnerSignUp)
        assert {name: kept(read)[name] for name in row["kept"]} == row["kept"]


@pytest.mark.parametrize(
    ("field", "longest"),
    [
        ("company", LONGEST_COMPANY),
        ("message", LONGEST_MESSAGE),
        ("contact_name", 80),
        ("city", 100),
        ("einvoice", 60),
    ],
)
def test_an_answer_may_be_as_long_as_it_is_said_and_no_longer(
    field: str, longest: int, asking: PartnerAsking
) -> None:
    assert isinstance(read_partner(asking, {**RIGHT, field: "🙂" * longest}), PartnerSignUp)
    read = read_partner(asking, {**RIGHT, field: "🙂" * (longest + 1)})
    assert isinstance(read, FormErrors)
    assert read.messages == {field: f"at most {longest}"}


def test_a_name_of_120_signs_with_an_emoji_and_a_script_is_a_name(asking: PartnerAsking) -> None:
    assert len(NAME) == LONGEST_COMPANY
    read = read_partner(asking, {**RIGHT, "company": NAME})
    assert isinstance(read, PartnerSignUp)
    assert read.company == NAME


def test_what_was_written_is_shown_again_beside_its_errors(asking: PartnerAsking) -> None:
    answer = {**RIGHT, "city": "", "einvoice": "FI123", "message": "Hei\nteille"}
    read = read_partner(asking, answer)
    assert isinstance(read, FormErrors)
    form = show_partner(asking, "/api/partner", answer, read)
    assert [(field.name, field.error) for field in form.errors] == [("city", "city_missing")]
    fields = {field.name: field for field in (*form.fields, *(form.more.fields if form.more else ()))}
    shown = {name: field.value for name, field in fields.items() if field.kind != "radios"}
    assert shown == {name: answer.get(name, "") for name in shown}
    chosen = {name: [c.value for c in each.choices if c.checked] for name, each in fields.items()}
    radios = ("tier", "goal", "country", "invoice_language")
    assert {name: chosen[name] for name in radios} == {name: [answer[name]] for name in radios}
    assert form.more is not None
    assert form.more.opened


def test_an_empty_form_asks_for_everything_and_decides_nothing_but_the_language(
    asking: PartnerAsking,
) -> None:
    form = show_partner(asking, "/api/partner")
    assert {field.name for field in form.fields} == {*RIGHT, "website", "message"}
    checked = {(field.name, c.value) for field in form.fields for c in field.choices if c.checked}
    assert checked == {("invoice_language", "fi")}
    assert form.more is not None
    assert not form.more.opened


def test_where_no_tier_is_for_the_work_as_a_whole_it_cannot_be_chosen(asking: PartnerAsking) -> None:
    offer = msgspec.structs.replace(asking.offer, whole=())
    asking = msgspec.structs.replace(asking, offer=offer)
    [goals] = [field for field in show_partner(asking, "").fields if field.name == "goal"]
    assert [choice.value for choice in goals.choices] == ["roof", "cellar"]
    read = read_partner(asking, {**RIGHT, "goal": "anywhere"})
    assert isinstance(read, FormErrors)
    assert read.messages == {"goal": "goal_missing"}


texts = st.text() | st.sampled_from(["main", "FI", "anywhere", "{0}", "\r\n", "example.org", "00100", "٣"])


@settings(max_examples=200, deadline=None)
@given(changed=st.dictionaries(st.sampled_from([*RIGHT, "website", "message", "einvoice"]), texts))
def test_anything_may_be_written(changed: dict[str, str], asking: PartnerAsking) -> None:
    answer = {**RIGHT, **changed}
    read = read_partner(asking, answer)
    if isinstance(read, FormErrors):
        form = show_partner(asking, "/api/partner", answer, read)
        assert {field.name for field in form.errors} == set(read.messages)
    else:
        told = (read.company, read.contact.name, read.address.line, read.address.city, read.website)
        assert not any(letter in text for text in told for letter in "\r\n\0")
        assert len(read.message) <= LONGEST_MESSAGE
