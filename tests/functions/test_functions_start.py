"""A cold start: what is imported when, and what it is measured by."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench import functions, posts

#: Give once with the wire to Stripe stubbed, and tell what was imported for it.
FIRST_GIFT = """
import sys
from functions.app import app
from bench import posts
posts.stripe.RequestsClient.request = posts.sdks_wire
before = set(sys.modules)
statuses = []
list(app(posts.environ(), lambda status, *_: statuses.append(status)))
print(*statuses, *sorted(set(sys.modules) - before), sep="\\n", file=sys.stderr)
"""


def test_nothing_is_left_to_be_imported_for_the_first_gift(
    environment: dict[str, str], project: Path
) -> None:
    hosts = {**environment, "SITE_URL": functions.SITE_URL, "PYTHONPATH": str(project)}
    done = subprocess.run(
        [sys.executable, "-c", FIRST_GIFT], cwd=project, env=hosts, capture_output=True, text=True, check=True
    )
    assert done.stderr.splitlines() == ["303 SEE OTHER"]
    assert json.loads(done.stdout)["outcome"] == "to_payment"


def test_the_bench_tells_every_ratio(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(functions, "STARTS", 1)
    told, _ = functions.functions_report(project, tmp_path)
    start, companies, post = told.splitlines()
    assert start.startswith("`import functions.app` in a fresh process: ")
    assert companies.startswith("`import functions.companies` in a fresh process: ")
    assert post.startswith("A gift's POST, Stripe stubbed: ")
    assert (tmp_path / "catalogue.json").exists()


@pytest.mark.parametrize(
    ("start", "companies", "post", "kept"),
    [(1.6, 2.0, 3.0, True), (1.61, 2.0, 3.0, False), (1.6, 2.01, 3.0, False), (1.6, 2.0, 3.01, False)],
)
def test_the_bench_holds_each_to_what_was_promised(
    start: float,
    companies: float,
    post: float,
    kept: bool,
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    promised = functions.PROMISED_STARTS
    starts = [
        functions.Measured(start, promised["functions.app"], "start"),
        functions.Measured(companies, promised["functions.companies"], "companies"),
    ]
    monkeypatch.setattr(functions, "host_environment", lambda *_: {})
    monkeypatch.setattr(functions, "_starts", lambda *_: starts)
    gift = functions.Measured(post, functions.PROMISED_POST, "post")
    monkeypatch.setattr(functions, "_post", lambda *_: gift)
    assert functions.functions_report(project, tmp_path) == ("start\ncompanies\npost", kept)


def test_a_post_that_is_refused_is_no_measurement() -> None:
    def refusing(environ: object, start_response: object) -> list[bytes]:
        start_response("422 UNPROCESSABLE", [])  # type: ignore[operator]
        return []

    with pytest.raises(AssertionError):
        posts.seconds(refusing)  # type: ignore[arg-type]
