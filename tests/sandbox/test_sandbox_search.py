"""Search: the language, pages, and that what is new may not be found yet."""

from typing import Any

import pytest
import stripe

from tests.sandbox.states import Maker
from yhdessa.sandbox import Sandbox


@pytest.fixture
def maker(client: stripe.StripeClient, sandbox: Sandbox, clock: Any) -> Maker:
    return Maker(client.v1, sandbox.settings.public_url, int(clock()))


@pytest.fixture
def found(maker: Maker) -> Any:
    """The names of the customers that a query finds, newest first."""
    for name, email, metadata in (
        ("Esim Oy", "esim@example.org", {"status": "pending", "note": 'it\'s "new"'}),
        ("Exempel Ab", "exempel@example.org", {"status": "approved"}),
        ("Example Ltd", None, {}),
    ):
        given = {"email": email} if email else {}
        maker.api.customers.create(params={"name": name, "metadata": metadata, **given})

    def ask(query: str) -> list[str]:
        return [each.name for each in maker.api.customers.search(params={"query": query}).data]

    return ask


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("metadata['status']:'pending'", ["Esim Oy"]),
        ('metadata["status"]:"PENDING"', ["Esim Oy"]),
        ("-metadata['status']:'pending'", ["Example Ltd", "Exempel Ab"]),
        ("metadata['status']:null", ["Example Ltd"]),
        ("-metadata['status']:null", ["Exempel Ab", "Esim Oy"]),
        ("email:null", ["Example Ltd"]),
        ("name~'exe' AND email~'example'", ["Exempel Ab"]),
        ("name:'Esim Oy' OR name:'Example Ltd'", ["Example Ltd", "Esim Oy"]),
        ("name~'exa' name~'ltd'", ["Example Ltd"]),
        (r"metadata['note']:'it\'s \"new\"'", ["Esim Oy"]),
        ("created>1 AND created<1", []),
        ("created>=1", ["Example Ltd", "Exempel Ab", "Esim Oy"]),
    ],
)
def test_a_query_finds_what_it_says(query: str, names: list[str], found: Any) -> None:
    assert found(query) == names


def test_results_have_pages(maker: Maker, found: Any) -> None:
    first = maker.api.customers.search(params={"query": "created>1", "limit": 2})
    assert (len(first.data), first.has_more) == (2, True)
    rest = maker.api.customers.search(params={"query": "created>1", "limit": 2, "page": first.next_page})
    assert (len(rest.data), rest.has_more, rest.next_page) == (1, False, None)
    assert len(list(first.auto_paging_iter())) == 3


def test_what_is_new_may_not_be_found_yet(maker: Maker, found: Any) -> None:
    maker.control("faults", kind="search_lag", seconds=10)
    assert found("created>1") == []
    assert len(found("created>1")) == 3


def test_deleted_customers_are_not_found(maker: Maker, found: Any) -> None:
    [esim] = maker.api.customers.list(params={"email": "esim@example.org"}).data
    maker.api.customers.delete(esim.id)
    assert found("name:'Exempel Ab' OR name:'Nobody'") == ["Exempel Ab"]


@pytest.mark.parametrize("kind", ["invoices", "payment_intents", "prices", "products", "subscriptions"])
def test_every_kind_that_stripe_searches_can_be_searched(kind: str, maker: Maker) -> None:
    maker.subscription(metadata={"run": "a"})
    result = getattr(maker.api, kind).search(params={"query": "metadata['run']:null"})
    assert result.url == f"/v1/{kind}/search"
    assert result.data or kind == "subscriptions"
