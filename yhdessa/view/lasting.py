"""Lasting files: their names change with what they hold, so that browsers may keep them for a year.

They stand in a folder of their own, since hosts set how long a file is kept by folder (`yhdessa/headers.py`).
"""

from __future__ import annotations

import hashlib
from pathlib import PurePath

FOLDER = "lasting"


def lasting_address(name: str, content: bytes) -> str:
    """The address below the site's root of `content`, which is kept as `name` (`site.css`)."""
    file = PurePath(name)
    digest = hashlib.sha256(content).hexdigest()[:10]
    return f"{FOLDER}/{file.stem}.{digest}{file.suffix}"
