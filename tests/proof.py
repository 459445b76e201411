"""The size of the tests: `make test` takes samples of what is large, `make proof` (`PROOF=yes`) all of it.

The one switch for that: whatever can be done more of asks here.
"""

from __future__ import annotations

import os
from typing import TypeVar

FULL = os.environ.get("PROOF") == "yes"
T = TypeVar("T")


def sized(sample: T, everything: T) -> T:
    """What a test takes: `sample` as a rule, `everything` in a proof."""
    return everything if FULL else sample
