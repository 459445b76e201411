"""The guide and the workflow name only what is there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from yhdessa.cli import parser
from yhdessa.ledger.meaning import KINDS
from yhdessa.ledger.settings import read_settings


@pytest.fixture
def guide(project: Path) -> str:
    return (project / "guides" / "ledger.md").read_text("utf-8")


@pytest.fixture
def workflow(project: Path) -> dict[Any, Any]:
    text = (project / "deploy" / "github-actions.yml").read_text("utf-8")
    return dict(yaml.safe_load(text))


def test_the_commands_of_the_guide_are_commands(guide: str) -> None:
    for arguments in set(re.findall(r"yhdessa (sync(?: --\w+)?)", guide)):
        assert parser().parse_args(arguments.split()).run.__name__ == "run_sync"


def test_the_guide_names_each_kind_of_giving_and_each_setting(guide: str, tmp_path: Path) -> None:
    assert all(f"`{kind}`" in guide for kind in KINDS)
    for name in ("STRIPE_SECRET_KEY", "LEDGER_URL", "TOTALS", "STRIPE_API"):
        assert f"| `{name}` |" in guide
    example = re.search(r"sqlite:////\S+?(?=`)", guide)
    assert example
    assert read_settings({"LEDGER_URL": example[0]}, tmp_path).ledger == example[0]


def test_the_workflow_syncs_keeps_the_ledger_and_builds_in_this_order(workflow: dict[Any, Any]) -> None:
    steps = workflow["jobs"]["site"]["steps"]
    done = [step.get("run") or step["uses"].partition("@")[0] for step in steps]
    order = [
        *("actions/cache/restore", ".venv/bin/yhdessa sync", "actions/cache/save", "make build"),
        "actions/deploy-pages",
    ]
    assert [each for each in done if each in order] == order
    kept = [step["with"]["path"] for step in steps if "cache" in step.get("uses", "")]
    assert kept == ["var/ledger.sqlite", "var/ledger.sqlite"]


def test_the_workflow_holds_no_secret_and_never_runs_twice_at_once(workflow: dict[Any, Any]) -> None:
    settings = [step["env"] for step in workflow["jobs"]["site"]["steps"] if "env" in step]
    assert all(value.startswith("${{ ") for each in settings for value in each.values())
    assert workflow["concurrency"]["cancel-in-progress"] is False
