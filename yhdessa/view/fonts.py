"""The typefaces: the files of `overrides/assets/fonts/`, under names that change with what they hold.

A host can keep such a file for a year; the style sheet and the head of every page ask for the name of today.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from yhdessa.view.lasting import FOLDER, lasting_address

#: The end of a file's name that holds rarer letters only: a browser asks for it when it meets one.
RARER = "-more"
#: What is read, most of the page, is asked for at once. A second face would come at the same time as that and
#: the style sheet: on a slow line all three would be there a round trip later.
FIRST = "figtree"


class Fonts:
    """The typefaces of one folder. The licence that each needs stands beside it and is published with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def published(self) -> dict[str, Path]:
        """The address of each file below the site's root, and the file itself."""
        fonts = sorted(self.folder.glob("*.woff2"))
        licences = {f"{FOLDER}/{file.name}": file for file in sorted(self.folder.glob("*.txt"))}
        return {lasting_address(file.name, file.read_bytes()): file for file in fonts} | licences

    @property
    def first(self) -> tuple[str, ...]:
        """The addresses below the root of what every page asks for before it has its style sheet."""
        return tuple(address for address, file in self.published.items() if file.name == f"{FIRST}.woff2")

    def named_in(self, stylesheet: str) -> str:
        """`stylesheet` with the published names in the place of the files' own."""
        for address, file in self.published.items():
            stylesheet = stylesheet.replace(f"url(fonts/{file.name})", f"url({Path(address).name})")
        return stylesheet
