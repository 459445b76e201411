"""Partners' files: any name is read back as it was written, and an id is free and content's own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.proof import sized
from yhdessa.books.partner_files import fields_of, free_id, text_of
from yhdessa.ledger.records import Company
from yhdessa.model.document import parse_document
from yhdessa.model.fields import Identifier
from yhdessa.model.files import adapter
from yhdessa.model.partner import Partner

LANGUAGES = ["fi", "sv", "en"]
#: Names that YAML would take for something else, and any others.
AWKWARD = [
    *("no", "null", "~", "true", "0012", "1e5", "1.5e5", "0x1f", "2026-11-22", "12:30", ".inf", "=", "<<"),
    *("- a", "a: b", "#b", "a #b", "'", '"', "[", "{", "|", ">", "&a", "*b", "!c", "%d", "@e", "`f", "?"),
    *("\u2028", "\u0085", "\ufeffa", "\u202egnp.exe", "a\tb", "🙂", "<script>alert(1)</script>", "Å" * 120),
]
names = st.one_of(
    st.sampled_from(AWKWARD),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=120),
    st.from_regex(r"[-+.0-9eE_:xo]{1,12}", fullmatch=True),
)


def partner(name: str, *, live: bool = True, goal: str | None = None, website: str = "") -> Company:
    return Company("cus_a1b2c3", "partner", name, "1", "main", goal, "sv", website, "paid", "sub_1", 1, live)


@given(names, st.booleans())
@settings(max_examples=sized(500, 50_000))
def test_a_name_is_read_back_as_it_was_written(name: str, live: bool) -> None:
    made = partner(name, live=live, goal="no-loneliness", website="https://example.org/?a=1&b=#c")
    fields = fields_of(made, LANGUAGES)
    document, problems = parse_document(text_of(made, fields), "x.yml")
    assert problems == []
    assert document.data == fields
    assert document.data["name"] == " ".join(name.split())
    assert document.data.get("example", False) is not live
    try:
        read = adapter(Partner).validate_python(document.data)
    except ValidationError:
        assert not name.split(), "only a name of nothing is refused"
    else:
        assert (read.customer, read.goals) == ("cus_a1b2c3", ["no-loneliness"])


@given(names, st.integers(0, 30))
@settings(max_examples=sized(300, 20_000))
def test_an_id_is_free_and_one_that_content_takes(name: str, others: int) -> None:
    taken: set[str] = set()
    for _ in range(others + 1):
        found = free_id(name, taken)
        assert found not in taken
        assert adapter(Identifier).validate_python(found) == found
        taken.add(found)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Bageri Exempel Ab", "bageri-exempel-ab"),
        ("Äänekosken Öljy & Å", "aanekosken-oljy-a"),
        ("Straßen-Bäcker GmbH", "strassen-backer-gmbh"),
        ("Smørrebrød ApS", "smorrebrod-aps"),
        ("3 Step It Oy", "partner-3-step-it-oy"),
        ("🙂", "partner"),
        ("株式会社", "partner"),
        ("../../etc/passwd", "etc-passwd"),
        ("A" * 120, "a" * 60),
    ],
)
def test_an_id_reads_like_the_name(name: str, expected: str) -> None:
    assert free_id(name, set()) == expected


def test_the_second_of_a_long_name_has_its_number_and_is_no_longer() -> None:
    first = free_id("A" * 120, set())
    assert free_id("A" * 120, {first}) == "a" * 58 + "-2"


@pytest.mark.parametrize("website", ["", "http://example.org", "javascript:alert(1)", "example.org"])
def test_an_address_that_content_would_refuse_is_left_out(website: str) -> None:
    assert "website" not in fields_of(partner("A Oy", website=website), LANGUAGES)


def test_the_name_of_who_gives_a_gift_is_no_link() -> None:
    made = partner("A Oy", website="https://example.org")
    assert fields_of(made, LANGUAGES)["website"] == "https://example.org"
    assert "website" not in fields_of(made, LANGUAGES, gift=True)


def test_a_language_that_the_site_does_not_speak_is_left_out() -> None:
    assert "language" not in fields_of(partner("A Oy"), ["fi"])


def test_a_partner_of_test_money_is_marked_as_invented_and_a_real_one_is_not() -> None:
    texts = [text_of(made, fields_of(made, LANGUAGES)) for made in (partner("A"), partner("A", live=False))]
    assert ["example: true" in text for text in texts] == [False, True]
    assert all(text.startswith("# A signed up on the site") for text in texts)
