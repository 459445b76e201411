"""A project whose ledger may be asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books.trees import add_books
from yhdessa.books.names import Names
from yhdessa.model import Content, load_content


@pytest.fixture
def books(tree: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project's folder; LEDGER_URL is its own."""
    add_books(tree)
    monkeypatch.setenv("LEDGER_URL", f"sqlite:///{tree / 'ledger.sqlite'}")
    monkeypatch.delenv("SMTP_URL", raising=False)
    return tree


@pytest.fixture
def content(books: Path) -> Content:
    """What the project says."""
    return load_content(books)


@pytest.fixture
def names(content: Content) -> Names:
    """What it calls things in Finnish."""
    return Names(content, "fi")
