"""The small tree with what the books need: the words that a new site begins with, and a year's sums."""

from __future__ import annotations

import shutil
from pathlib import Path

from yhdessa.starter.project import SKELETON

FILES = ("ledger", "collection", "notices")
#: What staff have written of a year, and what it is called.
YEAR = """
years:
  - year: 2026
    income: {bank: {sum: 100 EUR, source: "3010"}}
    costs: {fees: {sum: 12.50 EUR, source: "4510"}}
    used: {rooms: {sum: 60 EUR, source: "5010"}}
"""
LABELS = {
    "income: {}": "income: {bank: Tili}",
    "costs: {}": "costs: {fees: Kulut}",
    "used: {}": "used: {rooms: Tilat}",
}


def add_books(tree: Path) -> None:
    """Give the small tree the files of reports, accounts and notices."""
    for file in (file for name in FILES for file in SKELETON.glob(f"content/*/{name}.yml")):
        shutil.copy(file, tree / file.relative_to(SKELETON))
    facts = tree / "content/facts/collection.yml"
    facts.write_text(facts.read_text("utf-8").replace("\nyears: []\n", YEAR), "utf-8")
    for language in ("fi", "sv", "en"):
        _label(tree / "content" / language / "collection.yml")


def _label(file: Path) -> None:
    text = file.read_text("utf-8")
    for before, after in LABELS.items():
        assert before in text
        text = text.replace(before, after)
    file.write_text(text, "utf-8")
