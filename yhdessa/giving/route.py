"""A route: where a request is answered by whom, and what is checked before."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct
from werkzeug.wrappers import Response

from yhdessa.giving.asked import Asked
from yhdessa.giving.desk import Desk

Answer = Callable[[Desk, Asked], Response]
READ = ("GET", "HEAD")
SEND = ("POST",)


class Route(Struct, frozen=True):
    """One address. `for_people`: answered by pages, at the site's own host alone. `form`: what is sent to it
    is a form of ours, with files in it where it comes in `parts`. `limited`: counted by the network it comes
    from, since Stripe is asked for it.
    """

    path: str
    methods: tuple[str, ...]
    answer: Answer
    for_people: bool = False
    form: bool = False
    limited: bool = False
    parts: bool = False


#: Routes by their paths.
Routes = Mapping[str, Route]


def routes_of(*routes: Route) -> dict[str, Route]:
    """The routes by their paths."""
    return {route.path: route for route in routes}
