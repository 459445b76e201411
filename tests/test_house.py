"""The house: arrows between rooms run one way."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

#: What each room may import of ours, besides itself.
MAY = {
    "l10n": set(),
    "headers": set(),
    "site_url": set(),
    "payroll": {"l10n"},
    "model": {"l10n", "payroll", "site_url"},
    "forms": {"l10n"},
    "view": {"forms", "headers", "l10n"},
    "catalogue": {"forms", "view", "l10n"},
    "totals": {"l10n"},
    "pages": {
        *("model", "forms", "view", "catalogue", "headers", "payroll", "totals", "l10n", "site_url"),
    },
    "logs": set(),
    "mail": set(),
    "payments": {"forms", "l10n", "logs"},
    "giving": {
        *("forms", "view", "catalogue", "headers", "l10n", "logs", "mail", "payments", "payroll", "site_url"),
    },
    "ledger": {"payments", "totals", "l10n"},
    "books": {"ledger", "mail", "model", "pages", "view", "l10n"},
    "signups": {"catalogue", "forms", "giving", "ledger", "mail", "model", "pages", "payments"},
    "sandbox": set(),
    "gallery": {"view"},
    "dev_server": {"gallery", "giving", "headers", "model", "pages", "sandbox"},
    "editor": {"model", "l10n"},
    "starter": {"model", "l10n"},
    "cli": {"books", "editor", "ledger", "model", "pages", "signups", "starter"},
}


def rooms_imported_by(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
        elif isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
    assert not {name for name in names if name.split(".")[0] in ("hooks", "functions", "tests", "bench")}, (
        file
    )
    return {name.split(".")[1] for name in names if name.startswith("yhdessa.")}


@pytest.mark.parametrize("room", MAY)
def test_a_room_imports_only_what_is_below_it(room: str, project: Path) -> None:
    place = project / "yhdessa" / room
    files = sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]
    assert files
    for file in files:
        assert rooms_imported_by(file) - {room} <= MAY[room], file


def test_every_room_is_known(project: Path) -> None:
    there = {path.stem for path in (project / "yhdessa").iterdir() if not path.name.startswith(("_", "."))}
    assert there - {"py"} == set(MAY)


def test_only_one_room_of_ours_imports_stripe(project: Path) -> None:
    importing = {
        file.relative_to(project / "yhdessa").parts[0]
        for file in sorted((project / "yhdessa").rglob("*.py"))
        if "sandbox" not in file.parts
        and any(
            line.startswith(("import stripe", "from stripe"))
            for line in file.read_text(encoding="utf-8").splitlines()
        )
    }
    assert importing == {"payments"}


def test_stripe_is_reached_by_one_client_alone(project: Path) -> None:
    made = [
        file.relative_to(project).as_posix()
        for file in sorted((project / "yhdessa").rglob("*.py"))
        if "stripe.StripeClient(" in file.read_text(encoding="utf-8")
    ]
    assert made == ["yhdessa/payments/client.py"]


def test_the_functions_start_without_yaml_pydantic_mkdocs_jinja_or_pyphen() -> None:
    heavy = "{'yaml', 'pydantic', 'mkdocs', 'jinja2', 'babel', 'pyphen'}"
    seen = f"import sys, yhdessa.giving.app; print(*sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_every_dependency_has_its_reason(project: Path) -> None:
    facts = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [*facts["dependencies"], *facts["optional-dependencies"]["dev"]]
    reasons = (project / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## Dependencies")[2]
    for requirement in named:
        name = requirement.replace("=", ">").partition(">")[0]
        assert name in reasons, name


def test_the_lock_file_has_hashes_and_names_no_host(project: Path) -> None:
    lock = (project / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert "--index-url" not in lock
    pins = [line for line in lock.splitlines() if "==" in line]
    assert pins
    assert lock.count("--hash=sha256:") >= len(pins)
