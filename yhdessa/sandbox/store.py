"""Everything the sandbox remembers, in memory: objects by id, in order of creation, behind one lock."""

import threading
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from yhdessa.sandbox.errors import StripeError
from yhdessa.sandbox.settings import Json

_DECLINED = 402
_Key = tuple[int, int]


class Store:
    """Objects as Stripe shows them, and what Stripe knows behind an object without showing it.

    A request, a click on the hosted page and a settlement each hold ``lock`` from beginning to end, so that
    each of them sees a whole state. Nothing sleeps or talks to the network while holding it.

    Each kind is kept sorted by time and then by order of arrival, which is how Stripe lists it backwards: a
    page in the middle of a hundred thousand objects is found without counting from the newest.
    """

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self._objects: dict[str, Json] = {}
        self._by_kind: dict[str, list[Json]] = defaultdict(list)
        self._keys: dict[str, _Key] = {}
        self._behind: dict[str, Json] = {}
        self._added: list[Json] | None = None

    def add(self, stripe_object: Json, behind: Json | None = None) -> Json:
        """Remember a new object, with what stands behind it."""
        self._remember(stripe_object, behind)
        kept = self._by_kind[stripe_object["object"]]
        if kept and self._key(kept[-1]) > self._key(stripe_object):
            kept.insert(bisect_right(kept, self._key(stripe_object), key=self._key), stripe_object)
        else:
            kept.append(stripe_object)
        if self._added is not None:
            self._added.append(stripe_object)
        return stripe_object

    @contextmanager
    def undone_when_refused(self) -> Iterator[None]:
        """Forget what the block has added if it ends in a refusal; a declined card (402) is none.

        What the block changes in older objects it has to change last, when nothing can be refused any more.
        """
        self._added = []
        try:
            yield
        except StripeError as error:
            for each in self._added if error.status != _DECLINED else ():
                self.remove(each)
            raise
        finally:
            self._added = None

    def add_all(self, stripe_objects: Iterable[Json]) -> None:
        """Remember many at once, of any kinds and times."""
        kinds = set()
        for each in stripe_objects:
            self._remember(each, None)
            self._by_kind[each["object"]].append(each)
            kinds.add(each["object"])
        for kind in kinds:
            self._by_kind[kind].sort(key=self._key)

    def remove(self, stripe_object: Json) -> None:
        """Forget one object."""
        kept = self._by_kind[stripe_object["object"]]
        del kept[bisect_left(kept, self._key(stripe_object), key=self._key)]
        del self._objects[stripe_object["id"]], self._keys[stripe_object["id"]]
        self._behind.pop(stripe_object["id"], None)

    def find(self, kind: str, object_id: str) -> Json | None:
        """The object with this id if it is of this kind (``checkout.session``, ``event`` ...)."""
        found = self._objects.get(object_id)
        return found if found is not None and found["object"] == kind else None

    def find_any(self, object_id: str | None) -> Json | None:
        """The object with this id, whatever it is: ids are unique over all kinds."""
        return self._objects.get(object_id) if object_id is not None else None

    def behind(self, object_id: str) -> Json:
        """What Stripe knows of an object without showing it; to be read and changed."""
        return self._behind.setdefault(object_id, {})

    def newest_first(self, kind: str, before: Json | None = None) -> Iterator[Json]:
        """All objects of a kind in the order in which Stripe lists them, or those that come after one of
        them.
        """
        kept = self._by_kind[kind]
        start = len(kept) if before is None else bisect_left(kept, self._key(before), key=self._key)
        return (kept[place] for place in range(start - 1, -1, -1))

    def oldest_first(self, kind: str, after: Json) -> Iterator[Json]:
        """The objects of a kind that are newer than one of them, the nearest first."""
        kept = self._by_kind[kind]
        start = bisect_right(kept, self._key(after), key=self._key)
        return (kept[place] for place in range(start, len(kept)))

    def kinds(self) -> list[str]:
        """The kinds of which there are objects."""
        return [kind for kind, kept in self._by_kind.items() if kept]

    def clear(self) -> None:
        """Forget everything."""
        with self.lock:
            self._objects.clear()
            self._by_kind.clear()
            self._behind.clear()
            self._keys.clear()

    def _remember(self, stripe_object: Json, behind: Json | None) -> None:
        object_id = stripe_object["id"]
        self._objects[object_id] = stripe_object
        self._keys[object_id] = (moment(stripe_object), len(self._keys))
        if behind:
            self._behind[object_id] = behind

    def _key(self, stripe_object: Json) -> _Key:
        return self._keys[stripe_object["id"]]


def moment(stripe_object: Json) -> int:
    """When an object was made, in seconds since 1970; invoice items call that ``date``."""
    return int(stripe_object["created"] if "created" in stripe_object else stripe_object["date"])
