"""Lists with cursors and filters, newest first. See https://docs.stripe.com/api/pagination."""

from collections.abc import Callable, Iterable
from itertools import islice, takewhile

from yhdessa.sandbox.errors import missing
from yhdessa.sandbox.settings import Json
from yhdessa.sandbox.store import Store, moment


def stored(store: Store, kind: str, params: Json, url: str, wanted: Callable[[Json], bool]) -> Json:
    """One page of the objects of a kind that are wanted and of the asked time, newest first."""
    limit = _limit(params)

    def asked(each: Json) -> bool:
        return created_within(each, params.get("created")) and wanted(each)

    if "ending_before" in params:
        newer = store.oldest_first(kind, _cursor(store, kind, params, "ending_before"))
        window = list(islice(filter(asked, newer), limit + 1))
        return _listed(window[:limit][::-1], len(window) > limit, url)
    start = _cursor(store, kind, params, "starting_after") if "starting_after" in params else None
    older = _since(params.get("created"), store.newest_first(kind, start))
    window = list(islice(filter(asked, older), limit + 1))
    return _listed(window[:limit], len(window) > limit, url)


def page(objects: list[Json], params: Json, url: str) -> Json:
    """One page of a few objects, given in the order of the list."""
    limit, ids = _limit(params), [each["id"] for each in objects]
    if "ending_before" in params:
        newer = objects[: _place(ids, params, "ending_before")]
        return _listed(newer[-limit:], len(newer) > limit, url)
    rest = objects[_place(ids, params, "starting_after") + 1 :] if "starting_after" in params else objects
    return _listed(rest[:limit], len(rest) > limit, url)


def created_within(stripe_object: Json, created: int | Json | None, value: int | None = None) -> bool:
    """The ``created`` filter: a moment, or any of ``gt gte lt lte``; seconds since 1970.

    ``value`` is compared in place of the object's own moment, for filters such as ``due_date``.
    """
    if created is None:
        return True
    seen = moment(stripe_object) if value is None else value
    if isinstance(created, int):
        return seen == created
    return bool(
        seen > created.get("gt", seen - 1)
        and seen >= created.get("gte", seen)
        and seen < created.get("lt", seen + 1)
        and seen <= created.get("lte", seen)
    )


def matches(stripe_object: Json, params: Json, *fields: str) -> bool:
    """Filters that compare one field of the object with the parameter of the same name."""
    wanted = {field: params[field] for field in fields if field in params}
    return all(stripe_object.get(field) == value for field, value in wanted.items())


def _since(created: int | Json | None, newest_first: Iterable[Json]) -> Iterable[Json]:
    """Stop looking where everything is older than what is asked for."""
    if not isinstance(created, dict) or not created.keys() & {"gt", "gte"}:
        return newest_first
    earliest = max(created.get("gt", 0), created.get("gte", 0))
    return takewhile(lambda each: moment(each) >= earliest, newest_first)


def _limit(params: Json) -> int:
    """How many objects a page has; the rules have seen to its range."""
    return int(params.get("limit", 10))


def _cursor(store: Store, kind: str, params: Json, name: str) -> Json:
    found = store.find(kind, params[name])
    if found is None:
        raise missing("object in this list", params[name], name, status=400)
    return found


def _place(ids: list[str], params: Json, name: str) -> int:
    if params[name] not in ids:
        raise missing("object in this list", params[name], name, status=400)
    return ids.index(params[name])


def _listed(data: list[Json], has_more: bool, url: str) -> Json:
    return {"object": "list", "data": data, "has_more": has_more, "url": url}
