"""Everything the sandbox remembers, in memory: objects by id, in order of creation, behind one lock."""

import threading
from collections import defaultdict
from collections.abc import Iterator

from yhdessa.sandbox.settings import Json


class Store:
    """Objects as Stripe shows them, and what Stripe knows behind an object without showing it.

    A request, a click on the hosted page and a settlement each hold ``lock`` from beginning to end, so that
    each of them sees a whole state. Nothing sleeps or talks to the network while holding it.
    """

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self._objects: dict[str, Json] = {}
        self._by_kind: dict[str, list[Json]] = defaultdict(list)
        self._behind: dict[str, Json] = {}

    def add(self, stripe_object: Json, behind: Json | None = None) -> Json:
        """Remember a new object, with what stands behind it."""
        self._objects[stripe_object["id"]] = stripe_object
        self._by_kind[stripe_object["object"]].append(stripe_object)
        self._behind[stripe_object["id"]] = behind or {}
        return stripe_object

    def find(self, kind: str, object_id: str) -> Json | None:
        """The object with this id if it is of this kind (``checkout.session``, ``event`` ...)."""
        found = self._objects.get(object_id)
        return found if found is not None and found["object"] == kind else None

    def find_any(self, object_id: str | None) -> Json | None:
        """The object with this id, whatever it is: ids are unique over all kinds."""
        return self._objects.get(object_id) if object_id is not None else None

    def behind(self, object_id: str) -> Json:
        """What Stripe knows of an object without showing it, as it was given to ``add``; empty for most."""
        return self._behind.get(object_id, {})

    def newest_first(self, kind: str) -> Iterator[Json]:
        """All objects of a kind in the order in which Stripe lists them."""
        return reversed(self._by_kind[kind])

    def clear(self) -> None:
        """Forget everything."""
        with self.lock:
            self._objects.clear()
            self._by_kind.clear()
            self._behind.clear()
