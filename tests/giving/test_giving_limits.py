"""Limits: a robot is stopped, a person is not, and a store that fails stops nobody."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import redis
import yaml
from fakeredis import TcpFakeServer
from limits import RateLimitItemPerSecond

from yhdessa.giving import limits
from yhdessa.giving.addresses import network_of
from yhdessa.giving.limits import BoundedMemory, Limits

ROWS = yaml.safe_load(Path(__file__).with_name("networks.yml").read_text("utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['socket']} for {row.get('forwarded')}")
def test_a_network_is_counted_from_the_proxies_that_are_trusted(row: dict[str, Any]) -> None:
    environ: Any = {"REMOTE_ADDR": row["socket"]}
    if "forwarded" in row:
        environ["HTTP_X_FORWARDED_FOR"] = row["forwarded"]
    assert network_of(environ, row.get("hops", 0)) == row["network"]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_hundred_forms_a_minute_from_one_address_are_told_to_wait(
    language: str, house: Any, visitor: Any, see: Any
) -> None:
    answers = [visitor.donate(language=language) for _ in range(100)]
    assert [answer.status_code for answer in answers] == [422] * 30 + [429] * 70
    page, told = see(answers[-1].text), house.catalogue.languages[language].refusals["wait"]
    assert (page.said("h1"), page.lang) == ([told.heading], house.catalogue.languages[language].donate.tag)
    assert told.text in page.said("p")
    assert 1 <= int(answers[-1].headers["Retry-After"]) <= 60
    assert visitor.get("/api/thanks", params={"language": language}).status_code == 200
    assert house.witness.asked == []


def test_an_address_that_the_visitor_makes_up_is_no_other_visitor(visitor: Any) -> None:
    made_up = [{"X-Forwarded-For": f"198.51.100.{n}"} for n in range(40)]
    answers = [visitor.post("/api/donate", {"language": "fi"}, headers=each) for each in made_up]
    assert [answer.status_code for answer in answers].count(429) == 10


def test_behind_a_trusted_proxy_each_visitor_has_a_limit_of_their_own(house: Any) -> None:
    client = house.client(house.app(trusted_hops=1))

    def send(forwarded: str) -> int:
        headers = {"X-Forwarded-For": forwarded}
        return client.post("/api/donate", data={"language": "fi"}, headers=headers).status_code

    assert {send(f"9.9.9.9, 198.51.100.{n}") for n in range(40)} == {422}
    assert [send(f"9.9.9.{n}, 192.0.2.1") for n in range(40)].count(429) == 10


def test_webhooks_and_health_are_never_told_to_wait(visitor: Any) -> None:
    assert {visitor.get("/api/health").status_code for _ in range(60)} == {200}
    assert {visitor.post("/api/stripe-webhook", b"{}").status_code for _ in range(60)} == {400}


def test_whoever_has_waited_may_go_on() -> None:
    counted = Limits(rates=(RateLimitItemPerSecond(2),))
    assert [counted.wait("/api/donate", "192.0.2.1") for _ in range(3)] == [0, 0, 1]
    assert counted.wait("/api/thanks", "192.0.2.1") == 0
    assert counted.wait("/api/donate", "192.0.2.2") == 0
    time.sleep(1.05)
    assert counted.wait("/api/donate", "192.0.2.1") == 0


def test_at_the_same_moment_not_one_too_many_gets_through() -> None:
    counted = Limits()
    with ThreadPoolExecutor(20) as pool:
        waits = list(pool.map(lambda _: counted.wait("/api/donate", "192.0.2.1"), range(200)))
    assert waits.count(0) == 30


def test_the_memory_has_an_end_and_forgets_who_has_been_quiet_longest() -> None:
    memory = BoundedMemory(most=3)
    for key in ("a", "b", "c", "a", "d"):
        assert memory.acquire_entry(key, 2, 60)
    assert list(memory.hits) == ["c", "a", "d"]
    assert not memory.acquire_entry("a", 2, 60)
    assert memory.reset() == 3


def test_after_an_hour_nothing_is_left_of_who_came(monkeypatch: pytest.MonkeyPatch) -> None:
    memory, now = BoundedMemory(), 1_790_000_000.0
    monkeypatch.setattr("yhdessa.giving.limits.time.time", lambda: now)
    for key in ("a", "b"):
        memory.acquire_entry(key, 3, 3600)
    now += 1800
    memory.acquire_entry("b", 3, 3600)
    now += 1801
    memory.acquire_entry("c", 3, 3600)
    assert list(memory.hits) == ["b", "c"]


@pytest.fixture
def store() -> Iterator[TcpFakeServer]:
    """A server that speaks Redis, on a socket."""
    server = TcpFakeServer(("127.0.0.1", 0), server_type="redis")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def know_scripts(counted: Limits, url: str) -> None:
    """Teach the store its scripts: Redis asks for those it does not know, this stand-in hangs up."""
    assert counted.shared is not None
    storage: Any = counted.shared.storage
    with redis.Redis.from_url(url) as client:
        for script in (storage.lua_acquire_moving_window, storage.lua_moving_window):
            client.script_load(script.script)


def test_processes_that_share_a_redis_count_together(store: TcpFakeServer) -> None:
    url = f"redis://127.0.0.1:{store.server_address[1]}"
    first, second = (Limits(url, rates=(limits.RateLimitItemPerMinute(3),)) for _ in range(2))
    know_scripts(first, url)
    waits = [each.wait("/api/donate", "192.0.2.1") for each in (first, second, first, second, first)]
    assert waits[:3] == [0, 0, 0]
    assert all(1 <= wait <= 60 for wait in waits[3:])
    for each in (first, second):
        each.shared.storage.storage.close()  # type: ignore[union-attr]


def test_a_redis_that_is_down_stops_no_gift_is_told_to_the_log_and_left_alone_for_a_while(
    house: Any, logged: Any
) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        client = house.client(house.app(limits_url=f"redis://127.0.0.1:{nobody.getsockname()[1]}"))
        sent = [client.post("/api/donate", data={"language": "fi", "amount": "2000"}) for _ in range(31)]
    assert [answer.status_code for answer in sent] == [303] * 30 + [429], "the process counts by itself"
    assert [line.get("limits_store") for line in logged()] == ["ConnectionError"] + [None] * 30


def test_a_redis_that_does_not_answer_keeps_a_giver_for_a_second(house: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        client = house.client(house.app(limits_url=f"redis://127.0.0.1:{silent.getsockname()[1]}"))
        begun = time.monotonic()
        sent = [client.post("/api/donate", data={"language": "fi", "amount": "2000"}) for _ in range(3)]
    assert [answer.status_code for answer in sent] == [303] * 3
    assert time.monotonic() - begun < 5
