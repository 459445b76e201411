"""The files of remittances.yml and payrolls.yml, as bytes, and what each comes to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

Case = dict[str, Any]


def cases_of(name: str) -> dict[str, Case]:
    """The cases of `name`.yml, by their names."""
    text = (Path(__file__).parent / f"{name}.yml").read_text(encoding="utf-8")
    cases: dict[str, Case] = yaml.load(text, yaml.CSafeLoader)
    return cases


def file_of(case: Case) -> bytes:
    """The bytes of a case."""
    if "hex" in case:
        return bytes.fromhex(case["hex"])
    if "repeat" in case:
        told = case["repeat"]
        line, times = str(told["line"]), int(told["times"])
        counted = "{n}" in line
        lines = (line.replace("{n}", str(n)) for n in range(times)) if counted else [line * times]
        return ("".join(lines) + str(told.get("tail", ""))).encode()
    return str(case["file"]).encode(case.get("saved", "utf-8"))


def currency_of(case: Case) -> str:
    """What a case's employer pays in."""
    return str(case.get("currency", "EUR"))


def problem(line: int, code: str, read: str = "", other: int = 0) -> tuple[int, str, str, int]:
    """A problem as the cases write it, with what they leave out."""
    return (line, code, str(read), other)
