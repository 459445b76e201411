"""Errors in Stripe's shape. Shapes and codes: https://docs.stripe.com/api/errors,
https://docs.stripe.com/error-codes.
"""

from dataclasses import dataclass, field

from yhdessa.sandbox.settings import Json


@dataclass(eq=False)
class StripeError(Exception):
    """An answer of the API that is not 2xx, with ``more`` fields; ``api`` turns it into a response."""

    message: str
    type: str = "invalid_request_error"
    code: str | None = None
    param: str | None = None
    status: int = 400
    headers: dict[str, str] = field(default_factory=dict)
    more: Json = field(default_factory=dict)

    def __str__(self) -> str:
        return self.message

    def body(self) -> Json:
        """The JSON that Stripe sends, without the keys that have no value."""
        known = {
            "type": self.type,
            "code": self.code,
            "message": self.message,
            "param": self.param,
            **self.more,
        }
        error = {name: value for name, value in known.items() if value is not None}
        if self.code is not None:
            error["doc_url"] = f"https://stripe.com/docs/error-codes/{self.code.replace('_', '-')}"
        return {"error": error}


class ContractBroken(Exception):
    """The sandbox was about to send an object that Stripe's description does not allow: a defect of ours."""


def unknown_parameters(params: list[str]) -> StripeError:
    """Stripe names all unknown parameters of one place in the message and the first one in ``param``."""
    plural = "s" if len(params) > 1 else ""
    message = f"Received unknown parameter{plural}: {', '.join(params)}"
    return StripeError(message, code="parameter_unknown", param=params[0])


def not_spoken(what: str, param: str | None = None) -> StripeError:
    """Stripe would know this; the sandbox does not yet. Never retried: the answer will not change."""
    message = f"The sandbox does not speak {what} yet. Stripe itself does: this error is the sandbox's own."
    headers = {"Stripe-Should-Retry": "false"}
    return StripeError(message, type="api_error", param=param, status=501, headers=headers)


def missing(kind: str, object_id: str, param: str, status: int = 404) -> StripeError:
    """No object with this id; 404 when the id stands in the address, 400 when it is a parameter."""
    message = f"No such {kind}: '{object_id}'"
    return StripeError(message, code="resource_missing", param=param, status=status)


def unrecognised_url(method: str, path: str) -> StripeError:
    """An address that is not in the contract at all."""
    return StripeError(f"Unrecognized request URL ({method}: {path}).", status=404)
