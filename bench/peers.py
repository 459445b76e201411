"""The peers' projects: the same pages as Markdown, in the layout that each peer's documentation asks for."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from bench.goals import dump
from bench.pages import MarkdownPage
from yhdessa.model import Content
from yhdessa.view.styles import join_styles

HERE = Path(__file__).parent
INDEX_LINK = re.compile(r"(\((?:[^)\s]*/)?)index\.md\)")


def write_vanilla(pages: Iterable[MarkdownPage], project: Path) -> None:
    """Material and static-i18n as they come: docs/<language>/<name>.md beside the committed configuration."""
    shutil.copytree(HERE / "vanilla", project)
    for page in pages:
        front = dump({"title": page.title, "description": page.description})
        _write(project / "docs" / page.language / f"{page.name}.md", f"---\n{front}---\n{page.body}")


def write_hugo(content: Content, pages: Iterable[MarkdownPage], project: Path) -> None:
    """Hugo: content/<language>/, the committed layouts, our own style sheet, and the interface's words."""
    shutil.copytree(HERE / "hugo", project)
    for page in pages:
        _write(project / "content" / page.language / f"{_hugo_name(page.name)}.md", _hugo_text(page))
    for language in content.languages:
        words = content.words[language]
        said = words.interface.model_dump() | {
            "site_name": words.organisation.name,
            "slogan": words.organisation.slogan,
            "about": words.organisation.about,
        }
        _write(project / "i18n" / f"{language}.yml", dump({key: str(text) for key, text in said.items()}))


def copy_style(ours: Path, hugo: Path) -> None:
    """Give Hugo's pages our style sheet and typefaces, so that both write the same."""
    (hugo / "static").mkdir()
    shutil.copytree(ours / "overrides/assets/fonts", hugo / "static/fonts")
    _write(hugo / "static/site.css", join_styles(ours / "overrides/assets/styles"))


def _hugo_name(name: str) -> str:
    """A page that has pages below it is `_index.md` to Hugo."""
    return f"{name.removesuffix('index')}_index" if name.endswith("index") else name


def _hugo_text(page: MarkdownPage) -> str:
    front = {"title": page.title, "description": page.description}
    front |= {"slug": page.slug} if page.slug and not page.name.endswith("index") else {}
    front |= {"date": page.date} if page.date else {}
    body = page.body.partition("\n")[2]  # The layout writes the heading from the title.
    linked = INDEX_LINK.sub(r"\1_index.md)", body)
    return f"---\n{dump(front)}---\n{linked}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
