"""Those who give monthly ask for a link, and learn nothing of other people's addresses by it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import msgspec
import pytest
import requests
import yaml

from yhdessa.giving.app import GivingApp
from yhdessa.giving.evenly import MOMENTS, Evenly
from yhdessa.giving.routes import GIVERS
from yhdessa.l10n.money import Money
from yhdessa.mail.letter import Letter
from yhdessa.mail.mailer import MailUnavailable, Post
from yhdessa.payments.client import PaymentsUnavailable
from yhdessa.payments.donors import Donor, MonthlyGift
from yhdessa.payments.gifts import Payments

LANGUAGES = ("fi", "sv", "en")
GIVER = "giver@example.org"
STRANGER = "stranger@example.org"
ADDRESSES = yaml.safe_load(Path(__file__).with_name("portal_addresses.yml").read_text("utf-8"))
LINK = re.compile(r"http://\S+/api/portal\?\S+")


def give(visitor: Any, language: str = "sv", email: str = GIVER, **more: str) -> None:
    """A monthly gift of 20 €, paid by whoever has the address."""
    sent = {"language": language, "amount": "2000", "rhythm": "monthly", **more}
    checkout = visitor.donate(**sent).headers["Location"]
    paid = visitor.session.post(
        checkout, {"outcome": "paid", "email": email}, allow_redirects=False, timeout=30
    )
    assert paid.status_code == 303


def outcomes(logged: Any) -> list[str]:
    """What became of each question, as the log tells it."""
    return [line["outcome"] for line in logged() if line["route"] == "/api/portal"]


def ask(visitor: Any, email: str, language: str = "sv", **more: Any) -> Any:
    return visitor.post("/api/portal", {"language": language, "email": email}, **more)


def links(house: Any) -> list[str]:
    """The links of the last letter, as paths on the site."""
    found = LINK.findall(house.letters()[-1].get_content())
    return [link.removeprefix(house.url) for link in found]


def customers_asked_for(house: Any) -> int:
    return [path for _, path, _ in house.witness.asked].count("/v1/customers")


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_gives_monthly_gets_a_letter_in_their_language_whose_link_opens_their_page(
    language: str, house: Any, visitor: Any, see: Any
) -> None:
    spoken, goal = house.catalogue.languages[language], house.catalogue.offer.goals[0]
    give(visitor, language, goal=goal)
    answer = ask(visitor, GIVER, language)
    page, sent = see(answer.text), spoken.monthly_donor.sent
    assert (answer.status_code, page.said("h1"), page.lang) == (200, [sent.shell.heading], sent.shell.tag)
    assert sent.page.text.format(minutes=30) in page.said("p")
    [letter] = house.letters()
    assert (letter["To"], letter["Subject"]) == (GIVER, spoken.letters["monthly_donor"].subject)
    assert letter["From"].addresses[0].addr_spec == spoken.sender.address
    assert letter["From"].addresses[0].display_name == spoken.sender.name
    assert letter["Content-Language"] == language
    text = letter.get_content()
    assert ("€20" if language == "en" else "20\xa0€") in text
    assert spoken.words.goals[goal] in text
    assert "30" in text
    assert text.rstrip().endswith(spoken.sender.name)
    [link] = links(house)
    opened = visitor.get(link)
    assert opened.status_code == 303
    assert opened.headers["Location"].startswith(f"{house.sandbox.settings.public_url}/billing/")
    portal = see(visitor.session.get(opened.headers["Location"], timeout=8).text)
    assert portal.lang == language
    assert f"{house.url}{spoken.monthly_donor.href}" in [link["href"] for link in portal.all("a")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_known_and_an_unknown_address_get_the_same_bytes_and_ask_stripe_as_often(
    language: str, house: Any, visitor: Any
) -> None:
    give(visitor, language)
    counted = []
    answers = []
    for email in (GIVER, STRANGER, "Giver@Example.org", "Stranger@Example.org"):
        house.witness.asked.clear()
        answers.append(ask(visitor, email, language))
        counted.append([(method, path) for method, path, _ in house.witness.asked])
    assert len({answer.content for answer in answers}) == 1
    assert {answer.status_code for answer in answers} == {200}
    assert counted[0] == counted[1] == [("GET", "/v1/customers")]
    assert counted[2] == counted[3] == [("GET", "/v1/customers")] * 2
    headers = [{name for name in answer.headers if name != "X-Request-Id"} for answer in answers]
    assert all(each == headers[0] for each in headers)
    assert [letter["To"] for letter in house.letters()] == [GIVER, GIVER]


class Slow:
    """Time that passes only where somebody says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        assert seconds >= 0
        self.now += seconds


def slow_app(house: Any, clock: Slow, at_stripe: float, at_mail: float, donors: list[Donor]) -> GivingApp:
    """An application to which Stripe and the mail server answer after so many seconds."""

    class Donors:
        def find_donors(self, email: str) -> list[Donor]:
            clock.sleep(at_stripe)
            return donors

    class Mail:
        @contextmanager
        def open(self) -> Iterator[Post]:
            yield self

        def send(self, letter: Letter) -> None:
            clock.sleep(at_mail)

    evenly = Evenly(clock=clock, sleep=clock.sleep)
    payments = Payments(house.settings.stripe_secret_key, house.settings.stripe_api)
    app = GivingApp(house.settings, house.catalogue, payments, GIVERS, donors=Donors(), evenly=evenly)  # type: ignore[arg-type]
    app.desk = msgspec.structs.replace(app.desk, mailer=Mail())
    return app


@pytest.mark.parametrize(
    ("at_stripe", "at_mail", "leaves"),
    [
        (0.2, 0.3, MOMENTS[0]),
        (0.0, 2.4, MOMENTS[0]),
        (2.6, 2.0, MOMENTS[1]),
        (5.0, 4.0, MOMENTS[2]),
    ],
)
def test_a_letter_takes_no_time_that_the_visitor_could_measure(
    at_stripe: float, at_mail: float, leaves: float, house: Any
) -> None:
    donor = Donor("cus_a1b2c3d4e5f6", GIVER, (MonthlyGift(Money(2000, "EUR"), None),))
    spent = []
    for donors in ([donor], []):
        clock = Slow()
        client = house.client(slow_app(house, clock, at_stripe, at_mail, donors))
        assert client.post("/api/portal", data={"language": "fi", "email": GIVER}).status_code == 200
        spent.append(clock.now)
    assert spent[0] == pytest.approx(leaves)
    # The one that needs a letter may leave at a later moment only when Stripe and mail were slow together.
    assert spent[1] == pytest.approx(next(moment for moment in MOMENTS if moment >= at_stripe))


def test_when_even_the_last_moment_has_passed_the_answer_leaves_at_once() -> None:
    clock = Slow()
    with Evenly(clock=clock, sleep=clock.sleep).answered():
        clock.now = 11.0
    assert clock.now == 11.0


def test_an_error_waits_for_its_moment_too() -> None:
    clock = Slow()
    with pytest.raises(RuntimeError), Evenly(clock=clock, sleep=clock.sleep).answered():
        raise RuntimeError
    assert clock.now == MOMENTS[0]


def test_by_the_clock_on_the_wall_no_answer_leaves_before_its_moment(house: Any) -> None:
    app = house.app()
    app.desk = msgspec.structs.replace(app.desk, evenly=Evenly(moments=(0.4,)))
    client = house.client(app)
    for email in (GIVER, STRANGER):
        begun = time.monotonic()
        client.post("/api/portal", data={"language": "fi", "email": email})
        assert time.monotonic() - begun >= 0.4


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("row", [pytest.param(row, id=row["name"]) for row in ADDRESSES])
def test_what_is_no_address_brings_the_form_back_with_its_error_first(
    row: dict[str, Any], language: str, house: Any, visitor: Any, see: Any
) -> None:
    answer = ask(visitor, row["written"], language)
    told = house.catalogue.languages[language].monthly_donor
    page = see(answer.text)
    assert (answer.status_code, page.lang) == (422, told.shell.tag)
    assert page.errors == [("email", getattr(told.words, row["says"]))]
    assert page.said("h1") == [told.shell.heading]
    assert page.title == f"{house.catalogue.languages[language].error_prefix} {told.shell.title}"
    [field] = page.all("input", name="email")
    assert (field["value"], field["aria-invalid"], field["autocomplete"]) == (
        row.get("shown", row["written"]),
        "true",
        "email",
    )
    assert page.all("meta", name="robots", content="noindex")
    assert "<script>" not in answer.text
    assert house.witness.asked == []
    assert house.letters() == []


def test_an_address_is_found_as_it_was_written_and_in_small_letters(house: Any, visitor: Any) -> None:
    give(visitor, email="giver@example.org")
    give(visitor, email="Giver@Example.org")
    ask(visitor, "Giver@Example.org")
    assert sorted(letter["To"] for letter in house.letters()) == ["Giver@Example.org", "giver@example.org"]
    assert customers_asked_for(house) == 2


def test_each_gift_has_a_line_and_a_link_and_the_newest_five_are_enough(house: Any, visitor: Any) -> None:
    goals = house.catalogue.offer.goals
    for _ in range(6):
        give(visitor, goal=goals[1])
    give(visitor)
    ask(visitor, GIVER)
    [letter] = house.letters()
    text = letter.get_content()
    spoken = house.catalogue.languages["sv"]
    assert len(links(house)) == 5
    assert len(set(links(house))) == 5
    assert text.count(spoken.words.goals[goals[1]]) == 4
    parts = spoken.letters["monthly_donor"].parts
    assert text.count(parts["gift_anywhere"].format(amount="20\xa0€")) == 1


def test_a_gift_to_a_goal_that_is_no_more_is_named_without_it(house: Any, visitor: Any) -> None:
    give(visitor, goal=house.catalogue.offer.goals[0])
    [subscription] = house.stripe.v1.subscriptions.list().data
    house.stripe.v1.subscriptions.update(subscription.id, {"metadata": {"goal": "long-gone"}})
    ask(visitor, GIVER)
    parts = house.catalogue.languages["sv"].letters["monthly_donor"].parts
    assert parts["gift_anywhere"].format(amount="20\xa0€") in house.letters()[0].get_content()


def test_nobodys_mailbox_is_filled_and_nobody_is_told(house: Any, visitor: Any, logged: Any) -> None:
    give(visitor)
    give(visitor, email="payer@example.org")
    answers = [ask(visitor, email) for email in [GIVER] * 3 + ["GIVER@example.org", GIVER]]
    assert len({answer.content for answer in answers}) == 1
    assert [letter["To"] for letter in house.letters()] == [GIVER] * 3
    assert outcomes(logged)[-2:] == ["mailbox_full"] * 2
    ask(visitor, "payer@example.org")
    assert [letter["To"] for letter in house.letters()] == [GIVER] * 3 + ["payer@example.org"]


def test_an_address_that_gets_no_letter_is_not_counted(house: Any, visitor: Any) -> None:
    for _ in range(5):
        ask(visitor, GIVER)
    give(visitor)
    ask(visitor, GIVER)
    assert len(house.letters()) == 1


def test_what_counts_the_letters_of_an_address_does_not_hold_it(house: Any, visitor: Any) -> None:
    give(visitor)
    ask(visitor, GIVER)
    counted = " ".join(house.running.limits.own.storage.hits)
    assert "/api/portal" in counted
    assert "giver" not in counted


def test_a_hundred_questions_a_minute_are_told_to_wait(house: Any, visitor: Any, see: Any) -> None:
    answers = [ask(visitor, "no address") for _ in range(40)]
    assert [answer.status_code for answer in answers] == [422] * 30 + [429] * 10
    told = house.catalogue.languages["sv"].refusals["wait"]
    assert see(answers[-1].text).said("h1") == [told.heading]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_robot_gets_the_same_page_and_no_letter(
    language: str, house: Any, visitor: Any, logged: Any
) -> None:
    give(visitor, language)
    house.witness.asked.clear()
    sent = {"language": language, "email": GIVER, "homepage": "https://robot.example"}
    answer = visitor.post("/api/portal", sent)
    assert answer.content == ask(visitor, STRANGER, language).content
    assert house.letters() == []
    assert outcomes(logged) == ["trapped", "no_gift"]


def test_who_does_not_give_to_us_gets_no_letter(house: Any, visitor: Any) -> None:
    """Customers of one-off gifts, of other subscriptions in the account, and of gifts that have ended."""
    visitor.pay(visitor.donate(language="sv", amount="2000").headers["Location"])
    for marks in ({}, {"source": "yhdessa"}, {"source": "other", "kind": "monthly"}):
        subscribe(house, GIVER, marks)
    give(visitor)
    ours = house.stripe.v1.subscriptions.search({"query": "metadata['kind']:'monthly'"}).data
    for each in ours:
        if each.metadata["source"] == "yhdessa":
            house.stripe.v1.subscriptions.cancel(each.id)
    ask(visitor, GIVER)
    assert house.letters() == []


def test_a_gift_that_runs_out_can_still_be_looked_at(house: Any, visitor: Any) -> None:
    give(visitor)
    [subscription] = house.stripe.v1.subscriptions.list().data
    house.stripe.v1.subscriptions.update(subscription.id, {"cancel_at_period_end": True})
    ask(visitor, GIVER)
    assert visitor.get(links(house)[0]).status_code == 303


def subscribe(house: Any, email: str, marks: dict[str, str]) -> Any:
    """A subscription that another program of the same account has made."""
    method = {
        "payment_method": "pm_card_visa",
        "invoice_settings": {"default_payment_method": "pm_card_visa"},
    }
    customer = house.stripe.v1.customers.create({"email": email, **method})
    product = house.stripe.v1.products.create({"name": "Magazine"})
    price = {
        "currency": "eur",
        "unit_amount": 900,
        "recurring": {"interval": "month"},
        "product": product.id,
    }
    asked = {"customer": customer.id, "items": [{"price_data": price}], "metadata": marks}
    return house.stripe.v1.subscriptions.create(asked)


@pytest.fixture
def given(house: Any, visitor: Any) -> str:
    """The path of a link that has been sent to somebody who gives."""
    give(visitor)
    ask(visitor, GIVER)
    return links(house)[0]


def test_mail_programs_that_look_at_links_first_use_nothing_up(given: str, house: Any, visitor: Any) -> None:
    assert visitor.session.head(house.url + given, allow_redirects=False, timeout=8).status_code == 303
    opened = [visitor.get(given) for _ in range(3)]
    assert {answer.status_code for answer in opened} == {303}
    assert len({answer.headers["Location"] for answer in opened}) == 3


def other_token(given: str, change: Callable[[str], str]) -> str:
    return re.sub(r"token=(.*)", lambda match: f"token={change(match[1])}", given)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda token: token[:-1], id="cut"),
        pytest.param(lambda token: token[1:], id="cut in front"),
        pytest.param(lambda token: "A" + token[1:], id="altered"),
        pytest.param(lambda token: token + "%0d%0aX-Y:z", id="with a header"),
        pytest.param(lambda token: token * 40, id="huge"),
        pytest.param(lambda token: "%F0%9F%92%96", id="an emoji"),
        pytest.param(lambda token: "%3Cscript%3Ealert(1)%3C/script%3E", id="markup"),
    ],
)
def test_a_link_that_is_none_of_ours_leads_to_the_form(
    change: Callable[[str], str], language: str, given: str, house: Any, visitor: Any, see: Any
) -> None:
    house.witness.asked.clear()
    path = other_token(given, change).replace("language=sv", f"language={language}")
    answer = visitor.get(path)
    assert_told(house, see, answer, language, "invalid", 400)
    assert "<script>" not in answer.text
    assert house.witness.asked == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_is_too_old_after_half_an_hour(
    language: str, given: str, house: Any, visitor: Any, see: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = given.replace("language=sv", f"language={language}")
    later = time.time()
    client = house.client(house.app(clock=lambda: later + 29 * 60))
    assert client.get(path).status_code == 303
    client = house.client(house.app(clock=lambda: later + 31 * 60))
    house.witness.asked.clear()
    answer = client.get(path)
    assert_told(house, see, answer, language, "expired", 410)
    assert house.witness.asked == []


def test_a_link_for_something_else_opens_no_portal(given: str, house: Any, visitor: Any) -> None:
    [subscription] = house.stripe.v1.subscriptions.list().data
    token = house.running.desk.links.token("employer", {"customer": subscription.customer})
    assert visitor.get(other_token(given, lambda _: token)).status_code == 400


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("what", ["cancelled", "deleted", "never there", "no id"])
def test_a_link_to_a_gift_that_has_ended_says_so(
    what: str, language: str, given: str, house: Any, visitor: Any, see: Any
) -> None:
    [subscription] = house.stripe.v1.subscriptions.list().data
    path = given.replace("language=sv", f"language={language}")
    if what == "cancelled":
        house.stripe.v1.subscriptions.cancel(subscription.id)
    elif what == "deleted":
        house.stripe.v1.customers.delete(subscription.customer)
    else:
        customer = {"never there": "cus_neverwasthere", "no id": "../charges"}[what]
        token = house.running.desk.links.token("monthly-donor", {"customer": customer})
        path = other_token(path, lambda _: token)
    assert_told(house, see, visitor.get(path), language, "ended", 410)


def assert_told(house: Any, see: Any, answer: Any, language: str, name: str, status: int) -> None:
    """The page `name` in `language`, with the way to a new link."""
    told = house.catalogue.languages[language].monthly_donor
    said, page = getattr(told, name), see(answer.text)
    assert (answer.status_code, page.said("h1"), page.lang) == (status, [said.shell.heading], told.shell.tag)
    assert said.page.text.replace("{minutes}", "30") in page.said("p")
    assert told.href in [link["href"] for link in page.all("a")]
    assert page.all("meta", name="robots", content="noindex")


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_link_the_address_leads_to_the_form(language: str, house: Any, visitor: Any) -> None:
    answer = visitor.get(f"/api/portal?language={language}")
    href = house.catalogue.languages[language].monthly_donor.href
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{house.url}{href}")


@pytest.mark.parametrize("email", [GIVER, STRANGER])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("down", ["stripe", "mail", "mail server", "outbox"])
def test_when_stripe_or_mail_is_down_all_are_told_alike_and_may_try_again(
    down: str,
    language: str,
    email: str,
    house: Any,
    visitor: Any,
    see: Any,
    tmp_path: Path,
    logged: Any,
    serve: Any,
) -> None:
    give(visitor, language)
    (tmp_path / "file").write_text("")
    settings: dict[str, Any] = {
        "stripe": {"stripe_api": "http://127.0.0.1:9"},
        "mail": {"smtp_url": "smtp://127.0.0.1:9"},
        "mail server": {"smtp_url": "smtps://user:secret@127.0.0.1:9"},
        "outbox": {"outbox": tmp_path / "file"},
    }[down]
    with serve(house.app(**settings)) as elsewhere:
        sent, host = {"language": language, "email": email}, {"Host": urlsplit(house.url).netloc}
        answer = requests.post(f"{elsewhere}/api/portal", sent, headers=host, timeout=30)
    assert_told(house, see, answer, language, "unavailable", 503)
    assert "secret" not in answer.text
    assert outcomes(logged) == ["stripe_unavailable" if down == "stripe" else "mail_unavailable"]
    assert house.letters() == []
    ask(visitor, email, language)
    assert len(house.letters()) == (1 if email == GIVER else 0)


def test_a_link_that_is_opened_while_stripe_is_down_says_so(given: str, house: Any, see: Any) -> None:
    answer = house.client(house.app(stripe_api="http://127.0.0.1:9")).get(given)
    assert_told(house, see, answer, "sv", "unavailable", 503)


class Refusing:
    """A mail server that can be reached and takes no letter."""

    @contextmanager
    def open(self) -> Iterator[Post]:
        yield self

    def send(self, letter: Letter) -> None:
        raise MailUnavailable


def test_a_letter_that_is_not_taken_tells_no_stranger_that_there_was_one(
    house: Any, visitor: Any, logged: Any
) -> None:
    give(visitor)
    app = house.app()
    app.desk = msgspec.structs.replace(app.desk, mailer=Refusing())
    client = house.client(app)
    known, unknown = (
        client.post("/api/portal", data={"language": "sv", "email": email}) for email in (GIVER, STRANGER)
    )
    assert (known.status_code, known.data) == (unknown.status_code, unknown.data)
    assert outcomes(logged) == ["letter_refused", "no_gift"]
    assert [line["error"] for line in logged() if "error" in line] == ["MailUnavailable"]


@pytest.mark.parametrize("fault", [{"kind": "status", "status": 500}, {"kind": "drop"}])
def test_a_fault_of_stripes_that_passes_is_not_noticed(fault: Any, house: Any, visitor: Any) -> None:
    give(visitor)
    house.go_wrong(**fault)
    assert ask(visitor, GIVER).status_code == 200
    assert len(house.letters()) == 1


@pytest.mark.parametrize(
    ("method", "sent", "status"),
    [
        ("PUT", {}, 405),
        ("DELETE", {}, 405),
        ("POST", {"data": "{}", "headers": {"Content-Type": "application/json"}}, 415),
        (
            "POST",
            {"data": "x" * 70_000, "headers": {"Content-Type": "application/x-www-form-urlencoded"}},
            413,
        ),
        ("POST", {"data": {"email": GIVER}, "headers": {"Origin": "https://evil.example"}}, 403),
        ("POST", {"data": {"email": GIVER}, "headers": {"Host": "evil.example"}}, 403),
        ("GET", {"headers": {"Host": "evil.example"}}, 403),
    ],
)
def test_what_is_no_question_is_refused_before_stripe_is_asked(
    method: str, sent: dict[str, Any], status: int, house: Any, visitor: Any
) -> None:
    answer = visitor.session.request(
        method, f"{house.url}/api/portal", allow_redirects=False, timeout=8, **sent
    )
    assert answer.status_code == status
    if status == 405:
        assert answer.headers["Allow"] == "GET, HEAD, POST"
    assert house.witness.asked == []
    assert house.letters() == []


@pytest.mark.parametrize("language", ["xx", "../", "", "sv\r\nSet-Cookie: a=b"])
def test_a_language_that_is_none_of_the_sites_is_the_nearest(
    language: str, house: Any, visitor: Any, see: Any
) -> None:
    give(visitor, "fi")
    told = house.catalogue.languages["sv" if language.startswith("sv-") else "fi"].monthly_donor
    page = see(ask(visitor, GIVER, language).text)
    assert page.said("h1") == [told.sent.shell.heading]
    assert house.letters()[0]["Content-Language"] == "fi"


def test_the_log_tells_neither_who_asked_nor_the_link(
    given: str, visitor: Any, caplog: pytest.LogCaptureFixture
) -> None:
    visitor.get(given)
    token = parse_qs(urlsplit(given).query)["token"][0]
    told = [record.getMessage() for record in caplog.records if record.name == "yhdessa.giving"]
    assert any('"/api/portal"' in line for line in told)
    assert not any(token[:20] in line or "cus_" in line or "giver@" in line for line in told)


def test_a_site_without_monthly_gifts_has_no_such_page(house: Any, see: Any) -> None:
    languages = {
        name: msgspec.structs.replace(spoken, monthly_donor=None)
        for name, spoken in house.catalogue.languages.items()
    }
    app = house.app()
    app.desk = msgspec.structs.replace(
        app.desk, catalogue=msgspec.structs.replace(house.catalogue, languages=languages)
    )
    assert house.client(app).get("/api/portal").status_code == 404
    assert house.client(app).post("/api/portal", data={"email": GIVER}).status_code == 404


def test_a_portal_that_was_never_set_up_is_our_trouble(
    given: str, house: Any, see: Any, monkeypatch: pytest.MonkeyPatch, logged: Any
) -> None:
    """Stripe refuses to open the page until somebody has saved its settings in the Dashboard."""
    app = house.app()

    class Unset:
        def open_portal(self, customer: str, return_url: str, language: str) -> str:
            raise PaymentsUnavailable

    app.desk = msgspec.structs.replace(app.desk, donors=Unset())
    assert_told(house, see, house.client(app).get(given), "sv", "unavailable", 503)
    assert outcomes(logged)[-1] == "stripe_unavailable"
