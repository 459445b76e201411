"""The words of the interface: each stands somewhere on the site."""

from __future__ import annotations

import re
from pathlib import Path

from yhdessa.model.interface import InterfaceWords
from yhdessa.pages.shell import FOOTER


def test_no_word_of_the_interface_is_asked_of_editors_for_nothing(project: Path) -> None:
    sources = [*(project / "overrides").rglob("*.html"), *(project / "yhdessa/pages").rglob("*.py")]
    sources.append(project / "yhdessa/model/pending.py")
    code = "\n".join(source.read_text(encoding="utf-8") for source in sources)
    asked = r"""(?:words\.|words\["|interface\.|said\.|\["interface"\]\.)(?!interface)(\w+)"""
    used = set(re.findall(asked, code))
    assert set(InterfaceWords.model_fields) - used - set(FOOTER) == set()
