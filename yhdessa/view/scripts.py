"""The scripts of `overrides/assets/scripts/`, published under names that change with what they hold.

Only a page that cannot do its work otherwise has one, and says the same without it.
"""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import Path

from yhdessa.view.lasting import lasting_address


class Scripts:
    """The scripts of one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def texts(self) -> dict[str, str]:
        """What each script says to a browser, by its name, as `search`."""
        files = sorted(self.folder.glob("*.js"))
        return {file.stem: lighten_script(file.read_text(encoding="utf-8")) for file in files}

    @cached_property
    def addresses(self) -> dict[str, str]:
        """The address below the root of each script, by its name."""
        return {name: lasting_address(f"{name}.js", text.encode()) for name, text in self.texts.items()}

    @property
    def published(self) -> dict[str, str]:
        """The text of each script, by its address."""
        return {address: self.texts[name] for name, address in self.addresses.items()}


def lighten_script(script: str) -> str:
    """`script` without the comments that have lines of their own, and without indents: only its writers read
    them. No text of a script may run over lines.
    """
    bare = re.sub(r"^[ ]*(?:/\*.*?\*/|//[^\n]*)[ ]*\n", "", script, flags=re.S | re.M)
    return re.sub(r"^\s+", "", bare, flags=re.M)
