"""The Nu HTML checker finds nothing wrong with any page, drawing or answer of the functions.

It reads no style sheet here: the checker does not know container queries yet. It is a program in Java, from
npm (tests/nu); `VNU=no` leaves it out.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.output import Output

JAR = Path("tests/nu/node_modules/vnu-jar/build/dist/vnu.jar")
HELP = """The Nu HTML checker could not be started: {missing}.
  Debian, as root:  apt-get install --no-install-recommends default-jre-headless nodejs npm
  then:             npm ci --prefix tests/nu
or leave it out:    make test VNU=no"""


@pytest.fixture(scope="session")
def checker(project: Path) -> list[str]:
    """The command that runs the checker."""
    return command(project)


def command(project: Path) -> list[str]:
    """The command that runs the checker; fails with the commands that help, skips where it is left out."""
    if os.environ.get("VNU") == "no":
        pytest.skip("VNU=no: the Nu HTML checker is left out")
    java, jar = shutil.which("java"), project / JAR
    missing = [name for name, there in (("java", java), (str(JAR), jar.is_file())) if not there]
    if java is None or missing:
        pytest.fail(HELP.format(missing=f"{' and '.join(missing)} cannot be found"), pytrace=False)
    # A deep page needs more of a stack than Java gives; the rest makes one start for all files a quick one.
    return [java, "-Xss8m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", str(jar)]


def findings(checker: list[str], *options: str, folder: Path) -> list[str]:
    """What the checker says of the files below `folder`, warnings too, each with its file and place."""
    whole = [*checker, "--format", "json", "--exit-zero-always", *options, str(folder)]
    done = subprocess.run(whole, capture_output=True, text=True, timeout=300, check=False)
    assert done.stderr.startswith("{"), done.stderr
    return [
        f"{said['url'].removeprefix(f'file:{folder}/')}:{said.get('lastLine')}: {said['message']}"
        f" {said.get('extract', '').strip()}"
        for said in json.loads(done.stderr)["messages"]
    ]


def test_the_checker_finds_nothing_wrong_with_any_page(checker: list[str], built: Output) -> None:
    assert findings(checker, "--skip-non-html", folder=built.folder) == []


def test_the_checker_finds_nothing_wrong_with_what_the_functions_answer(
    checker: list[str], answers: dict[str, str], tmp_path: Path
) -> None:
    for name, html in answers.items():
        (tmp_path / f"{name.replace('/', '-').replace(' ', '-')}.html").write_text(html, encoding="utf-8")
    assert findings(checker, folder=tmp_path) == []


def test_the_checker_would_find_a_mistake(checker: list[str], tmp_path: Path) -> None:
    page = '<!doctype html><html lang="en"><title>A page</title><p id="a"><p id="a">'
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    assert [line for line in findings(checker, folder=tmp_path) if "Duplicate ID" in line]


@pytest.mark.parametrize(
    ("path", "environment", "says"),
    [
        ("", {}, "java cannot be found"),
        (None, {"VNU": "no"}, "VNU=no: the Nu HTML checker is left out"),
    ],
)
def test_where_it_cannot_run_it_says_which_command_helps_and_can_be_left_out(
    path: str | None, environment: dict[str, str], says: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VNU", raising=False)
    if path is not None:
        monkeypatch.setenv("PATH", path)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    outcome = pytest.skip.Exception if environment else pytest.fail.Exception
    with pytest.raises(outcome) as raised:
        command(project)
    assert says in str(raised.value)
    assert environment or "npm ci --prefix tests/nu" in str(raised.value)
