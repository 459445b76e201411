"""A document: one YAML or Markdown file as plain values, each with the line it stands on.

The YAML is YAML 1.2's core schema, so that `no` and `on` stay words, `12:30` is no number and a date is
text until the model makes a date of it. Duplicate keys are problems. https://yaml.org/spec/1.2.2/#103-core-schema
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from yhdessa.model.problem import Problem
from yhdessa.model.syntax import syntax_problem

Path_ = tuple[str | int, ...]


def dotted(path: Path_) -> str:
    """A path as an editor reads it: `activities.0.title`."""
    return ".".join(str(part) for part in path)


FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
LARGEST_FILE = 1_000_000
MOST_VALUES = 10_000
#: No text of the model is so long; checks by pattern take the square of a length.
LONGEST_VALUE = 10_000
DEEPEST = 20
TOO_MANY = f"holds more than {MOST_VALUES} values"
TOO_DEEP = f"is nested more than {DEEPEST} levels deep"
#: What may be nested so deeply is measured first: the C composer recurses, and at 10 000 the process dies.
SUSPECT_DEPTH = 1000


TEXT_TAG = "tag:yaml.org,2002:str"
COLLECTION_TAGS = ("tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")


class CoreLoader(yaml.CSafeLoader):
    """The C parser with the core schema's scalars instead of YAML 1.1's."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - the name PyYAML reads


for tag, pattern, first in (
    ("tag:yaml.org,2002:bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("tag:yaml.org,2002:int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("tag:yaml.org,2002:float", r"^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?$", "-+0123456789."),
    ("tag:yaml.org,2002:null", r"^(?:~|null|Null|NULL|)$", "~nN\0"),
):
    CoreLoader.add_implicit_resolver(
        tag, re.compile(pattern), list(first) if "\0" not in first else [*"~nN", ""]
    )


@dataclass
class Document:
    """The values of one file, and where they stand.

    `lines` maps a path such as `("activities", 0, "title")` to its line; `body` is the Markdown under the
    front matter and `body_line` its first line. `misnamed` are the fields that the model does not know, each
    with the one that was meant, if any is near; `outline` is kept once it has been drawn (outline.py).
    """

    file: str
    data: dict[str, Any] = field(default_factory=dict)
    lines: dict[Path_, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 0
    misnamed: dict[Path_, Path_ | None] = field(default_factory=dict)
    unreadable: bool = False
    outline: dict[Path_, tuple[Path_, Any]] | None = None

    def line_of(self, path: Path_) -> int | None:
        """The line of the value at `path`, None when there is none."""
        return self.lines.get(path)

    def line(self, path: Path_) -> int:
        """The line of the value at `path`, or of the nearest value around it."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return 1


def load_document(path: Path, name: str) -> tuple[Document, list[Problem]]:
    """Read the file at `path`; `name` is how an editor knows it. Never raises on bad content."""
    try:
        if path.exists() and not path.is_file():
            # A named pipe would be waited for, and a device never ends.
            return Document(name), [Problem(name, 0, "", "is not a file")]
        with path.open("rb") as file:
            raw = file.read(LARGEST_FILE + 1)
    except OSError as error:
        return Document(name), [Problem(name, 0, "", f"cannot be read: {error.strerror}")]
    if len(raw) > LARGEST_FILE:
        return Document(name), [
            Problem(name, 0, "", "is larger than a megabyte", "split it into several files")
        ]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Document(name), [
            Problem(name, line, "", "is not UTF-8 text", "save the file with the encoding UTF-8")
        ]
    return parse_document(text.replace("\r\n", "\n").replace("\r", "\n"), name)


def parse_document(text: str, name: str) -> tuple[Document, list[Problem]]:
    """The document in `text`: YAML, or YAML front matter and Markdown when `name` ends in `.md`."""
    if not name.endswith(".md"):
        return parse_yaml(text, name, offset=0)
    match = FRONT_MATTER.match(text)
    if match is None:
        remedy = "begin the file with a line ---, the fields, and another line ---"
        return Document(name), [Problem(name, 1, "", "has no front matter", remedy)]
    document, problems = parse_yaml(match[1], name, offset=1)
    document.body = text[match.end() :]
    document.body_line = text.count("\n", 0, match.end()) + 1
    return document, problems


def parse_yaml(text: str, name: str, *, offset: int) -> tuple[Document, list[Problem]]:
    """The mapping in `text`; lines are counted from `offset`, for front matter."""
    document = Document(name)
    try:
        loader = CoreLoader(text)
        try:
            line = _too_deep(text)
            if line is not None:
                return document, [Problem(name, line + offset, "", TOO_DEEP)]
            root = loader.get_single_node()
            if root is None:
                return document, []
            if not isinstance(root, yaml.MappingNode):
                remedy = "write it as fields, one a line: `name: value`"
                return document, [Problem(name, offset + 1, "", "is not a set of fields", remedy)]
            reader = _Reader(loader, document, offset)
            document.data = reader.mapping(root, ())
            if reader.count > MOST_VALUES:
                return Document(name), [Problem(name, 0, "", TOO_MANY, "split it into several files")]
            return document, reader.problems
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        return document, [syntax_problem(error, text, name, offset)]
    except (ValueError, RecursionError):
        return document, [Problem(name, 0, "", "is not YAML that can be read")]


class _Reader:
    """Walks composed nodes once: values, lines and problems in the same pass."""

    def __init__(self, loader: CoreLoader, document: Document, offset: int) -> None:
        self.loader = loader
        self.document = document
        self.offset = offset
        self.problems: list[Problem] = []
        self.seen: set[int] = set()
        self.count = 0

    def line(self, node: yaml.Node) -> int:
        return int(node.start_mark.line) + 1 + self.offset

    def problem(self, node: yaml.Node, path: Path_, message: str, remedy: str = "") -> None:
        self.problems.append(Problem(self.document.file, self.line(node), dotted(path), message, remedy))

    def value(self, node: yaml.Node, path: Path_) -> Any:
        self.document.lines.setdefault(path, self.line(node))
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node, path)
        if id(node) in self.seen:
            # An alias repeats a node: facts are written once, and alias bombs are no content.
            self.problem(node, path, "is a YAML alias (*name)", "write the value out")
            return None
        self.seen.add(id(node))
        if node.tag not in COLLECTION_TAGS:
            self.tagged(node, path)
            return None
        if len(path) >= DEEPEST:
            self.problem(node, path[:3], TOO_DEEP)
            return None
        return self.mapping(node, path) if isinstance(node, yaml.MappingNode) else self.sequence(node, path)

    def scalar(self, node: yaml.ScalarNode, path: Path_) -> Any:
        if len(node.value) > LONGEST_VALUE:
            self.problem(node, path, f"is longer than {LONGEST_VALUE} characters")
            return None
        if node.tag == TEXT_TAG:
            # Nearly all scalars: no need to ask for a constructor.
            return node.value
        plain = self.loader.resolve(yaml.ScalarNode, node.value, (True, False))  # type: ignore[no-untyped-call]
        if node.tag != plain:
            self.tagged(node, path)
            return None
        try:
            value = self.loader.construct_object(node)
        except (yaml.YAMLError, ValueError):
            self.problem(node, path, f"cannot be read: {node.value[:40]!r}")
            return None
        if isinstance(value, float) and not math.isfinite(value):
            self.problem(node, path, f"is too large a number: {node.value[:40]!r}")
            return None
        return value

    def tagged(self, node: yaml.Node, path: Path_) -> None:
        tag = node.tag.replace("tag:yaml.org,2002:", "!!")[:40]
        self.problem(node, path, f"has a YAML tag ({tag})", "write the value without it")

    def sequence(self, node: yaml.Node, path: Path_) -> list[Any]:
        self.count += len(node.value)
        children = node.value if self.count <= MOST_VALUES else []
        return [self.value(child, (*path, index)) for index, child in enumerate(children)]

    def mapping(self, node: yaml.Node, path: Path_) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            self.count += 1
            if self.count > MOST_VALUES:
                break
            if not isinstance(key_node, yaml.ScalarNode):
                self.problem(key_node, path, "has a field name that is not a word")
                continue
            key = str(key_node.value)
            here = (*path, key)
            if key in values:
                first = self.document.lines[here]
                self.problem(
                    key_node, here, f"is written twice (first on line {first})", "keep one of the two"
                )
                continue
            self.document.lines[here] = self.line(key_node)
            values[key] = self.value(value_node, here)
        return values


def _too_deep(text: str) -> int | None:
    """The line where the text is nested more than DEEPEST levels deep, read without recursion; or None.

    Each bracket and brace opens at most one level, and each column of the widest line at most two: most
    files cannot be deep, and are not read twice.
    """
    widest = max(map(len, text.split("\n")))
    if text.count("[") + text.count("{") + 2 * widest < SUSPECT_DEPTH:
        return None
    depth = 0
    for event in yaml.parse(text, Loader=CoreLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        # The document's own set of fields is the level that is not counted.
        if depth > DEEPEST + 1:
            return event.start_mark.line + 1 if event.start_mark else 0
    return None
