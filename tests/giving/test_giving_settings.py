"""Settings: all that is missing or dangerous is named at once, before the first gift."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from yhdessa.giving.settings import BadSettings, read_settings
from yhdessa.site_url import is_public

SOUND = {
    "SITE_URL": "https://yhdessa.fi/",
    "STRIPE_SECRET_KEY": "rk_live_x",
    "STRIPE_WEBHOOK_SECRET": "whsec_x",
    "REBUILD_HOOK_URL": "https://api.example.net/hooks/secret_x",
    "SITE_SECRET": "secret_x" * 4,
    "SMTP_URL": "smtps://yhdessa:secret_x@mail.example.net",
}
SAID = {
    "no_site": "SITE_URL is not set: the site's own address, as https://example.org/",
    "no_key": "STRIPE_SECRET_KEY is not set: a restricted key of the Stripe account, as rk_live_...",
    "no_secret": "STRIPE_WEBHOOK_SECRET is not set: the webhook endpoint's signing secret, as whsec_...",
    "no_address": "SITE_URL is not a web address: it looks like https://example.org/",
    "no_https": "SITE_URL does not begin with https://: givers would not be safe",
    "test_key": "STRIPE_SECRET_KEY is a test key on a public site: gifts would not arrive",
    "stand_in": "STRIPE_API is set on a public site: gifts would go to a stand-in",
    "no_hook": "REBUILD_HOOK_URL is not set: where the site's host is asked to build the site anew",
    "no_hook_address": "REBUILD_HOOK_URL is not a web address: it looks like https://example.org/build-hook",
    "no_store": "LIMITS_URL is neither memory:// nor a Redis: it looks like rediss://host:6379",
    "no_site_secret": "SITE_SECRET is not set: 32 random characters or more, to sign links in mail",
    "guessed": "SITE_SECRET can be guessed: take 32 random characters or more, as of `openssl rand -hex 32`",
    "no_mail": "SMTP_URL is not set: the server that sends our mail, as smtps://user:password@host",
    "no_mail_server": (
        "SMTP_URL is not the address of a mail server: it looks like smtps://user:password@mail.example.org"
    ),
    "no_number": "TRUSTED_HOPS is not a number from 0 to 9: how many proxies stand before the functions",
}
ROWS = yaml.safe_load(Path(__file__).with_name("settings.yml").read_text("utf-8"))


def environment(changes: dict[str, str | None]) -> dict[str, str]:
    changed = {**SOUND, **changes}
    return {name: value for name, value in changed.items() if value is not None}


@pytest.mark.parametrize("row", [pytest.param(row, id=row["name"]) for row in ROWS])
def test_everything_that_is_wrong_is_named_at_once(row: dict[str, Any]) -> None:
    with pytest.raises(BadSettings) as refused:
        read_settings(environment(row["environment"]))
    assert str(refused.value).splitlines() == [SAID[name] for name in row["wrong"]]
    assert "whsec_x" not in str(refused.value)
    assert "rk_live_x" not in str(refused.value)
    assert "secret_x" not in str(refused.value)


def test_sound_settings_are_read_and_have_defaults() -> None:
    settings = read_settings(SOUND)
    assert settings.site_url == "https://yhdessa.fi/"
    assert settings.webhook_secrets == ("whsec_x",)
    assert settings.stripe_api is None
    assert (settings.catalogue, settings.templates) == (Path("var/catalogue.json"), Path("overrides"))
    assert settings.rebuild_hook_url == "https://api.example.net/hooks/secret_x"
    assert (settings.limits_url, settings.trusted_hops, settings.allowed_hosts) == ("memory://", 0, ())


def test_what_stands_before_the_functions_is_told_them() -> None:
    proxied = {
        "LIMITS_URL": "redis://127.0.0.1:6379",
        "TRUSTED_HOPS": "2",
        "ALLOWED_HOSTS": "a.example, b.example:81",
    }
    settings = read_settings(environment(proxied))
    assert (settings.limits_url, settings.trusted_hops) == ("redis://127.0.0.1:6379", 2)
    assert settings.allowed_hosts == ("a.example", "b.example:81")


@pytest.mark.parametrize(
    ("written", "secrets"),
    [
        ("whsec_a,whsec_b", ("whsec_a", "whsec_b")),
        (" whsec_a , whsec_b ", ("whsec_a", "whsec_b")),
        ("whsec_a,,", ("whsec_a",)),
    ],
)
def test_a_secret_can_be_changed_without_a_gap(written: str, secrets: tuple[str, ...]) -> None:
    assert read_settings(environment({"STRIPE_WEBHOOK_SECRET": written})).webhook_secrets == secrets


@pytest.mark.parametrize("url", ["https://yhdessa.fi", "https://yhdessa.fi/", "https://yhdessa.fi//"])
def test_the_address_of_the_site_ends_with_one_slash(url: str) -> None:
    assert read_settings(environment({"SITE_URL": url})).site_url == "https://yhdessa.fi/"


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8000/",
        "http://[::1]:8000/",
        "http://localhost:8000/",
        "http://LOCALHOST/",
        "http://yhdessa.localhost/",
        "https://www.example.org/",
        "https://example.org./",
        "http://yhdessa.test/",
    ],
)
def test_a_site_that_nobody_else_reaches_may_use_a_test_key_and_a_stand_in(url: str) -> None:
    assert not is_public(url)
    stand_in = {"STRIPE_SECRET_KEY": "sk_test_x", "STRIPE_API": "http://127.0.0.1:9"}
    settings = read_settings(environment({"SITE_URL": url, **stand_in}))
    assert (settings.stripe_secret_key, settings.stripe_api) == ("sk_test_x", "http://127.0.0.1:9")
