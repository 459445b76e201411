"""The command `yhdessa`, as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.edits import change
from yhdessa.cli import main

BROKEN = {"file": "content/sv/home.yml", "replace": "give:", "with": "giv:"}


def test_sound_content_is_said_to_be_sound(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--project", str(tree)]) == 0
    assert capsys.readouterr().out == "The content is sound: 2 goals in fi, sv, en.\n"


def test_programs_read_no_sentence_of_sound_content(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--project", str(tree), "--format", "json"]) == 0
    assert "error" not in {problem["severity"] for problem in json.loads(capsys.readouterr().out)}
    assert main(["check", "--project", str(tree), "--format", "github"]) == 0
    assert all(line.startswith(("::warning", "::notice")) for line in capsys.readouterr().out.splitlines())


def test_problems_for_people_go_to_the_error_stream(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(tree, BROKEN)
    assert main(["check", "--project", str(tree)]) == 1
    said = capsys.readouterr()
    assert said.err.splitlines() == [
        "content/sv/home.yml:7: giv: is not a known field; did you mean `give`?",
        "1 problem in the content.",
    ]
    assert said.out == ""


def test_problems_for_programs_go_to_the_output(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(tree, BROKEN)
    assert main(["check", "--project", str(tree), "--format", "json"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)
    assert (problem["file"], problem["line"], problem["severity"]) == ("content/sv/home.yml", 7, "error")
    assert main(["check", "--project", str(tree), "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith("::error file=content/sv/home.yml,line=7,title=giv::")


def test_an_unknown_format_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--format", "xml"])
    assert "choose from" in capsys.readouterr().err


def test_schemas_names_what_it_wrote(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schemas", "--project", str(tree)]) == 0
    written = capsys.readouterr().out.splitlines()
    assert ".vscode/settings.json" in written
    assert all((tree / path).is_file() for path in written)
    assert main(["schemas", "--project", str(tree)]) == 0
    assert capsys.readouterr().out == "The schemas are current.\n"


def test_settings_that_cannot_be_read_are_left_alone(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(tree, {"file": ".vscode/settings.json", "write": "// mine\n{}\n"})
    assert main(["schemas", "--project", str(tree)]) == 1
    assert ".vscode/settings.json is no plain JSON" in capsys.readouterr().err
    assert (tree / ".vscode/settings.json").read_text(encoding="utf-8") == "// mine\n{}\n"


def test_fields_needs_its_marks(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fields", "--project", str(tree)]) == 1
    assert "content/README.md" in capsys.readouterr().err
    change(tree, {"file": "content/README.md", "write": "No marks.\n"})
    assert main(["fields", "--project", str(tree)]) == 1
    assert "should have a line <!-- fields:" in capsys.readouterr().err


def test_what_is_only_good_to_know_is_counted_and_shown_on_request(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--project", str(project)]) == 0
    short = capsys.readouterr().err
    assert main(["check", "--all", "--project", str(project)]) == 0
    whole = capsys.readouterr().err
    assert "info: " not in short
    assert short.splitlines()[-1].endswith(
        "remarks in the content. (`yhdessa check --all` shows the remarks)"
    )
    assert whole.count("info: ") == int(whole.splitlines()[-1].split(" remarks")[0].split()[-1])


def test_missing_lists_what_waits_for_a_translator_a_language_at_a_time(
    tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["confirm", "sv", "--project", str(tree)]) == 0
    assert "sv: 100 % of " in capsys.readouterr().out
    change(tree, {"file": "content/fi/home.yml", "replace": "give: Lahjoita", "with": "give: Tee lahjoitus"})
    assert main(["missing", "--project", str(tree)]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "content/sv/home.yml:7: give: stale; see content/fi/home.yml:7"
    assert said[1].startswith("sv: 99 % of ")
    assert said[1].endswith(" texts (1 stale)")
    assert said[-1].startswith("en: 0 % of ")


def test_confirm_knows_only_the_translations(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["confirm", "fi", "--project", str(tree)]) == 1
    assert capsys.readouterr().err == "`fi` is none of the translations: sv, en\n"


@pytest.mark.parametrize("command", [["missing"], ["confirm", "sv"]])
def test_translations_of_broken_content_are_not_reviewed(
    command: list[str], tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(tree, {"file": "content/sv/home.yml", "write": "lead: [unclosed\n"})
    assert main([*command, "--project", str(tree)]) == 1
    assert "content/sv/home.yml:2: is not valid YAML" in capsys.readouterr().err
    assert not (tree / "content/sv/.confirmed.json").exists()


def test_check_names_dead_links_in_a_goals_text_too(tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(tree, {"file": "content/sv/goals/no-loneliness.md", "append": "\n[x](../finns-inte.md)\n"})
    assert main(["check", "--project", str(tree)]) == 1
    said = capsys.readouterr().err
    assert "has a dead link: ../finns-inte.md; link to a page of this language by its file" in said
    assert said.splitlines()[-1].startswith("1 problem")
