"""What editors' programs read: the schema files, and which schema is for which file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from yhdessa.editor.kinds import file_kinds, languages_of
from yhdessa.editor.schema import schema_of

SCHEMAS = "content/.schemas"
SETTINGS = ".vscode/settings.json"


class UnreadableSettings(ValueError):
    """Raised when .vscode/settings.json is no plain JSON that a key can be written into."""


def schema_files() -> dict[str, str]:
    """The text of each schema file by its path in the project."""
    return {f"{SCHEMAS}/{kind.name}.json": _json(schema_of(kind)) for kind in file_kinds()}


def settings_text(languages: list[str], before: str = "{}") -> str:
    """VS Code's settings, with each schema for its files; other settings stay as they were in `before`.

    A pattern a language, since `content/*/home.yml` would find facts as well as words. UnreadableSettings.
    """
    try:
        settings = json.loads(before)
    except ValueError as error:
        raise UnreadableSettings(f"{SETTINGS} is no plain JSON: {error}") from error
    if not isinstance(settings, dict):
        raise UnreadableSettings(f"{SETTINGS} is no set of settings")
    settings["yaml.schemas"] = {
        f"{SCHEMAS}/{kind.name}.json": kind.globs(languages) for kind in file_kinds() if kind.is_yaml
    }
    return _json(settings)


def load_workspace(project: Path) -> dict[str, str]:
    """Every file as it should be, by its path in the project. Raises UnreadableSettings."""
    settings = project / SETTINGS
    before = settings.read_text(encoding="utf-8") if settings.is_file() else "{}"
    return {**schema_files(), SETTINGS: settings_text(languages_of(project), before)}


def write_workspace(project: Path) -> list[str]:
    """Write what has changed, and take away schemas of files that are no more; the paths of both."""
    wanted = load_workspace(project)
    stale = [path for path in _schemas_there(project) if path not in wanted]
    changed = [path for path, text in wanted.items() if _text(project / path) != text]
    for path in stale:
        (project / path).unlink()
    for path in changed:
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(wanted[path], encoding="utf-8", newline="\n")
    return sorted([*stale, *changed])


def _schemas_there(project: Path) -> list[str]:
    return [path.relative_to(project).as_posix() for path in (project / SCHEMAS).glob("*.json")]


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _json(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
