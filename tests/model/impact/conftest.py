"""The published report as facts, whole or changed."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from yhdessa.model.document import Document, load_document
from yhdessa.model.files import adapter
from yhdessa.model.impact.report import ImpactReport

CONTENT = Path(__file__).parents[3] / "content"
Build = Callable[[dict[str, Any]], ImpactReport]


@pytest.fixture(scope="session")
def document() -> Document:
    document, problems = load_document(CONTENT / "facts/impact.yml", "content/facts/impact.yml")
    assert problems == []
    return document


@pytest.fixture(scope="session")
def report(document: Document) -> ImpactReport:
    return validated(document.data)


@pytest.fixture(scope="session")
def build(document: Document) -> Build:
    """Makes a report of the facts with other values at some dotted paths; None takes a field away."""

    def built(changes: dict[str, Any]) -> ImpactReport:
        data = copy.deepcopy(document.data)
        for dotted, value in changes.items():
            *above, last = parts(dotted)
            inside: Any = data
            for part in above:
                inside = inside[part]
            if value is None:
                del inside[last]
            else:
                inside[last] = value
        return validated(data)

    return built


@pytest.fixture(scope="session")
def bare(build: Build, document: Document) -> ImpactReport:
    """The report as it was published: nobody has answered for any discrepancy."""
    told = [path for path in document.lines if path[-1:] == ("discrepancy",)]
    return build({".".join(str(part) for part in path): None for path in told})


def validated(data: dict[str, Any]) -> ImpactReport:
    report = adapter(ImpactReport).validate_python(data)
    assert isinstance(report, ImpactReport)
    return report


def parts(dotted: str) -> list[str | int]:
    return [int(part) if part.isdigit() else part for part in dotted.split(".")]
