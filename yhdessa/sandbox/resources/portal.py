"""The Billing Portal: sessions that lead to its page, and configurations that say what can be done there.

An account has a default configuration, as if staff had saved one in the Dashboard: cancel at the period's
end, change the payment method, see invoices.
"""

from typing import Any

from yhdessa.sandbox.account import Account
from yhdessa.sandbox.errors import missing
from yhdessa.sandbox.ids import new_id, random_text
from yhdessa.sandbox.listing import matches, stored
from yhdessa.sandbox.objects.customer import existing
from yhdessa.sandbox.resources.call import Call
from yhdessa.sandbox.settings import Json

_KIND = "billing_portal.configuration"
_DEFAULT: Json = {
    "customer_update": {"enabled": False},
    "invoice_history": {"enabled": True},
    "payment_method_update": {"enabled": True},
    "subscription_cancel": {"enabled": True, "mode": "at_period_end"},
    "subscription_update": {"enabled": False},
}


def create_session(account: Account, call: Call) -> Json:
    """A session whose ``url`` leads the customer to the portal, once and soon."""
    params = call.params
    customer = existing(account.store, params["customer"], "customer")
    configuration = _configuration(account, params.get("configuration"))
    return_url = params.get("return_url", configuration["default_return_url"])
    token = f"test_{random_text(40)}"
    session = {
        "id": new_id("bps"),
        "object": "billing_portal.session",
        "configuration": configuration["id"],
        "created": account.now(),
        "customer": customer["id"],
        "customer_account": None,
        "flow": None,
        "livemode": False,
        "locale": params.get("locale"),
        "on_behalf_of": None,
        "return_url": return_url,
        "url": f"{account.settings.base}/billing/{token}",
    }
    account.store.behind(f"portal page {token}")["session"] = session["id"]
    return account.store.add(session)


def create_configuration(account: Account, call: Call) -> Json:
    """A new configuration."""
    _default(account)
    made = account.store.add(_new_configuration(call.params, account.now(), is_default=False))
    account.record("billing_portal.configuration.created", made)
    return made


def list_configurations(account: Account, call: Call) -> Json:
    """Configurations, newest first, the account's own default among them."""
    _default(account)
    params = call.params
    url = "/v1/billing_portal/configurations"
    return stored(
        account.store, _KIND, params, url, lambda each: matches(each, params, "active", "is_default")
    )


def _configuration(account: Account, given: str | None) -> Json:
    if given is None:
        return _default(account)
    found = account.store.find(_KIND, given)
    if found is None:
        raise missing("configuration", given, "configuration", status=400)
    return found


def _default(account: Account) -> Json:
    found = next((each for each in account.store.newest_first(_KIND) if each["is_default"]), None)
    asked: Json = {"features": _DEFAULT}
    return found or account.store.add(_new_configuration(asked, account.now(), is_default=True))


def _new_configuration(params: Json, now: int, is_default: bool) -> Json:
    profile = params.get("business_profile", {})
    names = ("headline", "privacy_policy_url", "terms_of_service_url")
    return {
        "id": new_id("bpc"),
        "object": _KIND,
        "active": True,
        "application": None,
        "business_profile": {name: profile.get(name) or None for name in names},
        "created": now,
        "default_return_url": params.get("default_return_url") or None,
        "features": _features(params["features"]),
        "is_default": is_default,
        "livemode": False,
        "login_page": {"enabled": False, "url": None},
        "metadata": params.get("metadata", {}),
        "name": params.get("name") or None,
        "updated": now,
    }


def _features(asked: Json) -> Json:
    def of(name: str, **more: Any) -> Json:
        return {**more, "enabled": False, **asked.get(name, {})}

    reasons = {"enabled": False, "options": ["other"]}
    return {
        "customer_update": of("customer_update", allowed_updates=[]),
        "invoice_history": of("invoice_history"),
        "payment_method_update": of("payment_method_update", payment_method_configuration=None),
        "subscription_cancel": of(
            "subscription_cancel",
            cancellation_reason=reasons,
            mode="at_period_end",
            proration_behavior="none",
        ),
        "subscription_update": of(
            "subscription_update",
            billing_cycle_anchor=None,
            default_allowed_updates=[],
            products=None,
            proration_behavior="none",
            schedule_at_period_end={"conditions": []},
            trial_update_behavior="end_trial",
        ),
    }
