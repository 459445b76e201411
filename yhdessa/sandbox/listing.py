"""Lists with cursors and filters, newest first. See https://docs.stripe.com/api/pagination."""

from collections.abc import Iterable
from itertools import islice

from yhdessa.sandbox.errors import StripeError, missing
from yhdessa.sandbox.settings import Json


def page(objects: Iterable[Json], params: Json, url: str) -> Json:
    """One page of the objects (given newest first) as Stripe's ``list`` object."""
    limit = params.get("limit", 10)
    if not 1 <= limit <= 100:
        raise StripeError("Invalid limit: must be between 1 and 100", param="limit")
    if "starting_after" in params and "ending_before" in params:
        message = "You may only specify one of these parameters: ending_before, starting_after."
        raise StripeError(message, param="ending_before")
    if "ending_before" in params:
        return _before(list(objects), params["ending_before"], limit, url)
    rest = _after(objects, params["starting_after"]) if "starting_after" in params else objects
    window = list(islice(rest, limit + 1))
    return _listed(window[:limit], len(window) > limit, url)


def created_within(stripe_object: Json, created: int | Json | None) -> bool:
    """The ``created`` filter: a moment, or any of ``gt gte lt lte``; seconds since 1970."""
    if created is None:
        return True
    moment = stripe_object["created"]
    if isinstance(created, int):
        return bool(moment == created)
    return bool(
        moment > created.get("gt", moment - 1)
        and moment >= created.get("gte", moment)
        and moment < created.get("lt", moment + 1)
        and moment <= created.get("lte", moment)
    )


def matches(stripe_object: Json, params: Json, *fields: str) -> bool:
    """Filters that compare one field of the object with the parameter of the same name."""
    wanted = {field: params[field] for field in fields if field in params}
    return all(stripe_object.get(field) == value for field, value in wanted.items())


def _after(objects: Iterable[Json], cursor: str) -> Iterable[Json]:
    rest = iter(objects)
    for each in rest:
        if each["id"] == cursor:
            return rest
    raise missing("object in this list", cursor, "starting_after", status=400)


def _before(objects: list[Json], cursor: str, limit: int, url: str) -> Json:
    ids = [each["id"] for each in objects]
    if cursor not in ids:
        raise missing("object in this list", cursor, "ending_before", status=400)
    newer = objects[: ids.index(cursor)]
    return _listed(newer[-limit:], len(newer) > limit, url)


def _listed(data: list[Json], has_more: bool, url: str) -> Json:
    return {"object": "list", "data": data, "has_more": has_more, "url": url}
