"""A gift in Swedish crowns, asked for in German: the functions over the second organisation's catalogue."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any

import pytest

from yhdessa.payments.gifts import LOCALES

CONTRACT = "yhdessa/sandbox/contract/stripe-schema.json"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({}, "Wählen Sie einen Betrag oder schreiben Sie einen eigenen."),
        (
            {"other_amount": "hundert"},
            "Wir konnten den Betrag nicht lesen. Schreiben Sie ihn so: 100\xa0SEK.",
        ),
        ({"other_amount": "100 €"}, "Wir konnten den Betrag nicht lesen. Schreiben Sie ihn so: 100\xa0SEK."),
        ({"other_amount": "49,50"}, "Die kleinste Spende beträgt 50\xa0SEK."),
        ({"other_amount": "100.001"}, "Hier können Sie höchstens 100.000\xa0SEK auf einmal spenden."),
        (
            {"amount": "10000", "other_amount": "1.250,50"},
            "Sie haben 100\xa0SEK gewählt, aber 1.250,50\xa0SEK geschrieben. Behalten Sie nur einen Betrag.",
        ),
        (
            {"amount": "10000", "goal": "no-loneliness"},
            "Wählen Sie in der Liste aus, wofür Ihre Spende bestimmt ist.",
        ),
    ],
)
def test_what_is_wrong_is_told_in_german(fields: dict[str, str], message: str, giver: Any) -> None:
    answer = giver.donate(language="de", **fields)
    page = html.unescape(answer.text)
    assert answer.status_code == 422
    assert '<html lang="de-SE">' in page
    assert "<title>Fehler: Jetzt spenden – Die Quartierslaterne</title>" in page
    assert message in page


@pytest.mark.parametrize("written", ["100", "100 kr", "100 SEK", "100,00", "100,- "])
def test_a_german_may_write_swedish_money_as_swedes_do(written: str, giver: Any) -> None:
    assert giver.donate(language="de", amount="other", other_amount=written).status_code == 303
    assert giver.last_session().amount_total == 10_000


def test_a_hundred_crowns_become_ten_thousand_ore_on_a_german_payment_page(giver: Any) -> None:
    begun = giver.donate(language="de", amount="10000", goal="lit-evenings")
    session = giver.last_session()
    assert (session.amount_total, session.currency, session.locale) == (10_000, "sek", "de")
    assert session.metadata.to_dict() == {
        "source": "yhdessa",
        "kind": "one-off",
        "goal": "lit-evenings",
        "language": "de",
    }
    assert session.cancel_url == f"{giver.site}/de/abgebrochen/"
    [line] = giver.stripe.v1.checkout.sessions.line_items.list(session.id).data
    assert line.description == "Spende: Alle Jugendlichen haben abends einen Ort"

    thanked = giver.pay(begun.headers["Location"])
    assert '<html lang="de-SE">' in thanked.text
    assert "Danke, Ihre Spende ist da" in thanked.text
    assert "Sie haben 100\xa0SEK gespendet." in html.unescape(thanked.text)


PAID = {"sv": "Du gav 100\xa0kr.", "en": "You gave SEK\xa0100.", "fi": "Annoit 100\xa0kr."}


@pytest.mark.parametrize("language", PAID)
def test_thanks_name_the_sum_in_the_givers_language(language: str, giver: Any) -> None:
    begun = giver.donate(language=language, amount="10000")
    assert PAID[language] in html.unescape(giver.pay(begun.headers["Location"]).text)


def test_a_language_the_site_lacks_is_answered_in_its_own_first(giver: Any) -> None:
    assert '<html lang="sv">' in giver.donate(language="nb").text


def test_every_language_of_stripes_payment_page_is_asked_for_by_its_name(project: Path) -> None:
    contract = json.loads((project / CONTRACT).read_text(encoding="utf-8"))
    body = contract["paths"]["/v1/checkout/sessions"]["post"]["requestBody"]["content"]
    known = body["application/x-www-form-urlencoded"]["schema"]["properties"]["locale"]["enum"]
    assert sorted(LOCALES) == sorted(name for name in known if name != "auto" and "-" not in name)
