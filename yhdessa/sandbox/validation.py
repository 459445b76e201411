"""What a JSON Schema validator found -> the one error that Stripe would answer."""

from collections.abc import Iterable

import jsonschema_rs

from yhdessa.sandbox.errors import StripeError, unknown_parameters

_Problem = jsonschema_rs.ValidationError
_ORDER = ("additionalProperties", "required")


def as_stripe_error(problems: Iterable[_Problem]) -> StripeError | None:
    """Unknown names first, then missing ones, then wrong values, as Stripe reports one problem at a time."""
    flat = [leaf for problem in problems for leaf in _leaves(problem)]
    if not flat:
        return None
    return _told(min(flat, key=_rank))


def param_name(path: Iterable[str | int]) -> str:
    """A place in the parameters as Stripe writes it: ``line_items[0][price_data]``."""
    first, *rest = [str(part) for part in path] or [""]
    return first + "".join(f"[{part}]" for part in rest)


def _leaves(problem: _Problem) -> list[_Problem]:
    """Of alternatives only the one that was meant counts: its problems are not about its outermost type."""
    if problem.kind.name not in ("anyOf", "oneOf"):
        return [problem]
    branches: list[list[_Problem]] = problem.kind.as_dict()["context"]
    meant = [branch for branch in branches if all(each.kind.name != "type" for each in branch)]
    return [leaf for each in (meant or branches)[0] for leaf in _leaves(each)]


def _rank(problem: _Problem) -> int:
    name = problem.kind.name
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


def _told(problem: _Problem) -> StripeError:
    found, path = problem.kind.as_dict(), list(problem.instance_path)
    param = param_name(path)
    match problem.kind.name:
        case "additionalProperties":
            return unknown_parameters([param_name([*path, name]) for name in found["unexpected"]])
        case "required":
            param = param_name([*path, found["property"]])
            return StripeError(f"Missing required param: {param}.", code="parameter_missing", param=param)
        case "enum":
            *most, last = [str(option) for option in found["options"]]
            listed = f"{', '.join(most)} or {last}" if most else last
            return StripeError(f"Invalid {param}: must be one of {listed}", param=param)
        case "maxLength":
            shown, limit = _shortened(str(problem.instance)), found["limit"]
            return StripeError(f"Invalid string: {shown}; must be at most {limit} characters", param=param)
    return StripeError(f"Invalid value for {param}: {problem.message}", param=param)


def _shortened(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:10]}...{text[-5:]}"
