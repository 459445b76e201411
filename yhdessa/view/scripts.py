"""The scripts of `overrides/assets/scripts/`, published under names that change with what they hold.

Only a page that cannot do its work otherwise has one, and says the same without it.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from yhdessa.view.lasting import lasting_address


class Scripts:
    """The scripts of one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def published(self) -> dict[str, Path]:
        """The address of each script below the site's root, and the file itself."""
        files = sorted(self.folder.glob("*.js"))
        return {lasting_address(file.name, file.read_bytes()): file for file in files}

    def address(self, name: str) -> str:
        """The address below the root of the script `name`, as `search`. Raises KeyError without one."""
        addresses = {file.stem: address for address, file in self.published.items()}
        return addresses[name]
