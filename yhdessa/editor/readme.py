"""content/README.md: its field tables stand between two marks, and are made anew by `yhdessa fields`."""

from __future__ import annotations

from pathlib import Path

from yhdessa.editor.field_table import field_table, what_it_holds
from yhdessa.editor.kinds import FileKind, file_kinds

README = "content/README.md"
BEGIN = "<!-- fields: made by `yhdessa fields` from yhdessa/model -->"
END = "<!-- end of fields -->"


class NoMarks(ValueError):
    """Raised when the text has not both marks, in their order."""


def tables() -> str:
    """Every kind of file under its heading."""
    return "\n".join(f"### {kind.place}\n{_note(kind)}\n{field_table(kind)}" for kind in file_kinds())


def with_tables(text: str) -> str:
    """The text with the tables of today between its marks. Raises NoMarks."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise NoMarks(f"{README} should have a line {BEGIN} and, below it, a line {END}")
    return f"{before}{BEGIN}\n\n{tables()}\n{END}{after}"


def load_readme(project: Path) -> str:
    """The text as it is."""
    return (project / README).read_text(encoding="utf-8")


def write_readme(project: Path) -> bool:
    """Make the tables anew; whether anything changed. Raises NoMarks, and OSError where there is no file."""
    before = load_readme(project)
    after = with_tables(before)
    if after != before:
        (project / README).write_text(after, encoding="utf-8", newline="\n")
    return after != before


def _note(kind: FileKind) -> str:
    notes = [note for note in (what_it_holds(kind), kind.may_lack) if note]
    if not kind.is_yaml:
        notes.append("The fields stand between two lines `---`; below them is Markdown.")
    return "".join(f"\n{note}\n" for note in notes)
