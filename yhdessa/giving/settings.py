"""Settings: what the functions read from their environment, once, at start."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct

from yhdessa.mail.mailer import parse_smtp_url
from yhdessa.site_url import host_of, is_public

REDIS = ("redis://", "rediss://")
#: As many characters as a secret has at least that cannot be guessed.
SHORTEST_SECRET = 32
#: Signs links on a machine of one's own, where nobody else opens them.
DEVELOPMENT_SECRET = "development-links-open-on-this-machine-alone"  # noqa: S105 - known to all


class BadSettings(Exception):
    """Raised at start with everything that is missing or wrong in the environment, a line each."""


class Settings(Struct, frozen=True):
    """Where the site is, how to reach Stripe, where the build left its catalogue and templates.

    `stripe_api` is the address of a stand-in for Stripe, or None for Stripe itself. `webhook_secrets` are
    all accepted, so that a secret can be changed without a gap. `rebuild_hook_url` is where a build of the
    site is asked for, None where it is not. `limits_url` is where forms are counted: `memory://`, or a Redis
    that several processes share. `trusted_hops` is how many proxies before us add to X-Forwarded-For, and
    `allowed_hosts` are further names by which they call us. `site_secrets` sign links in mail, the newest
    first. Mail goes to the server at `smtp_url`, or as files into `outbox`.
    """

    site_url: str
    stripe_secret_key: str
    webhook_secrets: tuple[str, ...]
    stripe_api: str | None
    catalogue: Path
    templates: Path
    rebuild_hook_url: str | None = None
    limits_url: str = "memory://"
    trusted_hops: int = 0
    allowed_hosts: tuple[str, ...] = ()
    site_secrets: tuple[str, ...] = (DEVELOPMENT_SECRET,)
    smtp_url: str | None = None
    outbox: Path = Path("var/outbox")


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The settings in `environment`. Raises BadSettings with all that is missing or wrong."""
    site_url = environment.get("SITE_URL", "")
    key = environment.get("STRIPE_SECRET_KEY", "")
    secrets = _several(environment.get("STRIPE_WEBHOOK_SECRET", ""))
    site_secrets, smtp = _several(environment.get("SITE_SECRET", "")), environment.get("SMTP_URL") or None
    stand_in = environment.get("STRIPE_API") or None
    hook, limits = environment.get("REBUILD_HOOK_URL") or None, environment.get("LIMITS_URL") or "memory://"
    hops = environment.get("TRUSTED_HOPS") or "0"
    wrong = [
        f"{name} is not set: {what}"
        for name, value, what in (
            ("SITE_URL", site_url, "the site's own address, as https://example.org/"),
            ("STRIPE_SECRET_KEY", key, "a restricted key of the Stripe account, as rk_live_..."),
            ("STRIPE_WEBHOOK_SECRET", secrets, "the webhook endpoint's signing secret, as whsec_..."),
        )
        if not value
    ]
    if site_url and not host_of(site_url):
        wrong.append("SITE_URL is not a web address: it looks like https://example.org/")
    elif site_url and is_public(site_url):
        wrong += _not_for_the_public(site_url, key, stand_in, hook)
        wrong += _no_mail_for_the_public(site_secrets, smtp)
    wrong += _of_another_shape(hook, limits, hops)
    wrong += _unsafe_mail(site_secrets, smtp)
    if wrong:
        raise BadSettings("\n".join(wrong))
    return Settings(
        site_url=site_url.rstrip("/") + "/",
        stripe_secret_key=key,
        webhook_secrets=secrets,
        stripe_api=stand_in,
        catalogue=Path(environment.get("CATALOGUE", "var/catalogue.json")),
        templates=Path(environment.get("TEMPLATES", "overrides")),
        rebuild_hook_url=hook,
        limits_url=limits,
        trusted_hops=int(hops),
        allowed_hosts=tuple(environment.get("ALLOWED_HOSTS", "").replace(",", " ").split()),
        site_secrets=site_secrets or (DEVELOPMENT_SECRET,),
        smtp_url=smtp,
        outbox=Path(environment.get("OUTBOX", "var/outbox")),
    )


def _several(written: str) -> tuple[str, ...]:
    """Secrets are changed without a gap: the new one and the old, with a comma between them."""
    return tuple(secret.strip() for secret in written.split(",") if secret.strip())


def _of_another_shape(hook: str | None, limits: str, hops: str) -> list[str]:
    wrong = []
    if hook is not None and not hook.startswith(("https://", "http://")):
        wrong.append("REBUILD_HOOK_URL is not a web address: it looks like https://example.org/build-hook")
    if limits != "memory://" and not limits.startswith(REDIS):
        wrong.append("LIMITS_URL is neither memory:// nor a Redis: it looks like rediss://host:6379")
    elif limits.startswith(REDIS) and find_spec("redis") is None:
        wrong.append("LIMITS_URL asks for the package redis: install yhdessa[redis]")
    if re.fullmatch("[0-9]", hops, re.ASCII) is None:
        wrong.append("TRUSTED_HOPS is not a number from 0 to 9: how many proxies stand before the functions")
    return wrong


def _not_for_the_public(site_url: str, key: str, stand_in: str | None, hook: str | None) -> list[str]:
    wrong = []
    if not site_url.startswith("https://"):
        wrong.append("SITE_URL does not begin with https://: givers would not be safe")
    if key.startswith(("sk_test_", "rk_test_")):
        wrong.append("STRIPE_SECRET_KEY is a test key on a public site: gifts would not arrive")
    if stand_in is not None:
        wrong.append("STRIPE_API is set on a public site: gifts would go to a stand-in")
    if hook is None:
        wrong.append("REBUILD_HOOK_URL is not set: where the site's host is asked to build the site anew")
    return wrong


def _no_mail_for_the_public(secrets: tuple[str, ...], smtp: str | None) -> list[str]:
    wrong = []
    if not secrets:
        wrong.append("SITE_SECRET is not set: 32 random characters or more, to sign links in mail")
    if smtp is None:
        wrong.append("SMTP_URL is not set: the server that sends our mail, as smtps://user:password@host")
    return wrong


def _unsafe_mail(secrets: tuple[str, ...], smtp: str | None) -> list[str]:
    wrong = []
    if any(len(secret) < SHORTEST_SECRET or secret == DEVELOPMENT_SECRET for secret in secrets):
        wrong.append(
            "SITE_SECRET can be guessed: take 32 random characters or more, as of `openssl rand -hex 32`"
        )
    if smtp is not None:
        try:
            parse_smtp_url(smtp)
        except ValueError as error:
            wrong.append(f"SMTP_URL is not the address of a mail server: {error}")
    return wrong
