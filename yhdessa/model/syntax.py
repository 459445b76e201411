"""What is wrong with a file that is not YAML, in an editor's words instead of the parser's."""

from __future__ import annotations

import yaml

from yhdessa.model.problem import Problem

QUOTE_IT = "check the indentation, and put text with a colon (:) between quotation marks"
#: What the parser says -> what an editor is told, and what helps.
PLAINLY = {
    "mapping values are not allowed in this context": ("a colon (:) stands where none can", QUOTE_IT),
    "did not find expected key": ("the indentation does not fit what is above", QUOTE_IT),
    "could not find expected ':'": ("a field has no colon (:) after its name", QUOTE_IT),
    "found unexpected end of stream": ("a quotation mark is not closed", "close it, or take it out"),
    "did not find expected ',' or ']'": ("a bracket [ is not closed", "close it with ]"),
    "did not find expected ',' or '}'": ("a brace { is not closed", "close it with }, or quote the text"),
    "found character that cannot start any token": (
        "a text begins with a character that has a meaning in YAML",
        "put the text between quotation marks",
    ),
    "but found another document": ("a second document begins here (---)", "take the line out"),
}
TABS = "indent with spaces, not with tabs"


def syntax_problem(error: yaml.YAMLError, text: str, name: str, offset: int) -> Problem:
    """The problem of a file `name` whose `text` the parser refused; lines are counted from `offset`."""
    if isinstance(error, yaml.reader.ReaderError):
        # The C reader counts bytes.
        broken = text.encode()[: error.position].count(b"\n") + 1 + offset
        message = f"has a character that YAML does not know: U+{int(error.character):04X}"
        return Problem(name, broken, "", message, "take it out, or save the file as UTF-8 text")
    said = getattr(error, "problem", None) or "it cannot be read"
    told, remedy = PLAINLY.get(said, (said, QUOTE_IT))
    line = _line(error, said)
    if line is None:
        return Problem(name, 0, "", f"is not valid YAML: {told}", remedy)
    lines = text.split("\n")
    if "\t" in (lines[line] if line < len(lines) else ""):
        told, remedy = "a tab stands among the spaces", TABS
    return Problem(name, line + 1 + offset, "", f"is not valid YAML: {told}", remedy)


def _line(error: yaml.YAMLError, said: str) -> int | None:
    """Where the mistake is, from 0: what is not closed is told where it was opened."""
    opened = "unexpected end of stream" in said
    mark = getattr(error, "context_mark" if opened else "problem_mark", None)
    return None if mark is None else int(mark.line)
