"""The functions import money at every cold start: nothing heavy comes with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from yhdessa import l10n

HEAVY = ("babel", "yaml", "decimal", "fractions", "datetime", "pydantic", "jinja2", "pyphen")


def _modules_after(statement: str) -> set[str]:
    program = f"import sys\nold = set(sys.modules)\n{statement}\nprint(*set(sys.modules) - old)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in ran.stdout.split()}


def test_money_brings_nothing_heavy() -> None:
    assert not _modules_after("import yhdessa.l10n.money") & set(HEAVY)


@pytest.mark.parametrize("language", ["fi", "sv-SE", "en-FI"])
def test_a_gift_in_our_languages_is_read_and_written_without_babel(language: str) -> None:
    statement = (
        "from yhdessa.l10n.money import *\n"
        f"format_money(parse_money('1 000', 'EUR', {language!r}), {language!r})"
    )
    assert not _modules_after(statement) & set(HEAVY)


def test_no_module_of_the_room_brings_babel_or_pyphen() -> None:
    rooms = [path.stem for path in Path(l10n.__path__[0]).glob("[!_]*.py")]
    assert {"money", "hyphens"} <= set(rooms)
    imported = _modules_after("; ".join(f"import yhdessa.l10n.{room}" for room in rooms))
    assert not imported & {"babel", "pyphen"}


def test_another_language_does_bring_babel() -> None:
    assert "babel" in _modules_after("from yhdessa.l10n.numbers import format_number; format_number(1, 'de')")
