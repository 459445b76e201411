"""The development server: settings with and without a key, and notices on top of pages."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from werkzeug.test import Client
from werkzeug.wrappers import Response

from yhdessa.dev_server.mount import development_settings
from yhdessa.dev_server.preview import LAST_GOOD, Notice, Preview, describe, with_notice
from yhdessa.headers import REVALIDATE, document_headers
from yhdessa.model import ContentProblems, Problem

URL = "http://127.0.0.1:8000/"
PAGE = "<!doctype html><html><body class='x'><h1>Hei</h1></body></html>"


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("STRIPE_SECRET_KEY", "STRIPE_API", "STRIPE_WEBHOOK_SECRET", "SITE_URL", "CATALOGUE"):
        monkeypatch.delenv(name, raising=False)


def preview(build: object = None) -> Preview:
    pages = Response(PAGE, content_type="text/html; charset=utf-8")
    return Preview(pages, build or (lambda: None), lambda: None, URL)  # type: ignore[arg-type]


def test_without_a_key_the_sandbox_stands_in_for_stripe(tmp_path: Path) -> None:
    settings = development_settings(URL, tmp_path)
    assert settings.stripe_api == f"{URL}sandbox"
    assert settings.stripe_secret_key.startswith("sk_test_")
    assert settings.site_url == URL


def test_with_a_key_the_same_code_talks_to_stripe_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRIPE_SECRET_KEY", "sk_test_of_somebody")
    monkeypatch.setenv("STRIPE_WEBHOOK_SECRET", "whsec_of_somebody")
    settings = development_settings(URL, tmp_path)
    assert settings.stripe_api is None
    assert settings.stripe_secret_key == "sk_test_of_somebody"
    assert settings.webhook_secrets == ("whsec_of_somebody",)


def test_a_failed_build_leaves_the_pages_and_puts_its_problems_on_top() -> None:
    def fail() -> None:
        try:
            raise ContentProblems([Problem("content/sv/home.yml", 7, "give", "is <wrong>")])
        except ContentProblems as problems:
            raise SystemExit(1) from problems

    served = preview(fail)
    served.rebuild()
    page = Client(served).get("/").text
    assert "content/sv/home.yml:7: give: is &lt;wrong&gt;" in page
    assert LAST_GOOD in page
    assert page.index(LAST_GOOD) < page.index("<h1>Hei</h1>")

    served.build = lambda: None
    served.rebuild()
    assert Client(served).get("/").text == PAGE


def test_only_pages_carry_the_notice() -> None:
    served = Preview(Response("body{}", content_type="text/css"), lambda: None, lambda: None, URL)
    served.notice = Notice("A title", "A problem")
    assert Client(served).get("/site.css").text == "body{}"


def test_a_page_without_a_body_carries_the_notice_first() -> None:
    shown = with_notice("text", Notice("A title", "A problem"), "/notice.css")
    assert shown.startswith('<link rel="stylesheet" href="/notice.css"><div class="preview-notice"')


def test_an_error_that_is_no_problem_of_content_is_told_by_its_first_cause() -> None:
    def abort() -> None:
        try:
            raise ValueError("the template is broken")
        except ValueError:
            raise SystemExit("Aborted")  # noqa: B904 - as MkDocs does it

    with pytest.raises(SystemExit) as aborted:
        abort()
    assert describe(aborted.value) == "the template is broken"


RELOADING = "<script>\nvar livereload = function(epoch, requestId) { };\nlivereload(17, 42);\n</script>"


def test_pages_are_served_with_the_sites_headers() -> None:
    answer = Client(preview()).get("/sv/")
    assert {name: answer.headers[name] for name in document_headers(URL)} == document_headers(URL)
    assert answer.headers["Cache-Control"] == REVALIDATE


def test_the_script_that_loads_pages_again_is_a_file_of_its_own() -> None:
    pages = Response(PAGE.replace("</body>", f"{RELOADING}</body>"), content_type="text/html")
    client = Client(Preview(pages, lambda: None, lambda: None, "http://127.0.0.1:8000/sivut/"))
    page = client.get("/sivut/").text
    assert "<script>" not in page
    address = html.unescape(page.partition('<script src="')[2].partition('"')[0])
    assert address == "/sivut/_preview/reload.js?epoch=17&request_id=42"
    script = client.get(address)
    assert script.mimetype == "text/javascript"
    assert script.text.strip().endswith("livereload(17, 42);")


def test_a_page_that_lets_nothing_connect_is_served_without_the_script_that_would() -> None:
    policy = '<meta http-equiv="Content-Security-Policy" content="connect-src \'none\'">'
    pages = Response(f"{policy}{PAGE}".replace("</body>", f"{RELOADING}</body>"), content_type="text/html")
    page = Client(Preview(pages, lambda: None, lambda: None, URL)).get("/").text
    assert policy in page
    assert "livereload" not in page
    assert "reload.js" not in page


def test_the_reload_script_takes_nothing_but_numbers() -> None:
    script = Client(preview()).get("/_preview/reload.js?epoch=alert(1)&request_id=2")
    assert "alert" not in script.text
    assert script.text.strip().endswith("livereload(0, 2);")


def test_a_notice_is_styled_by_a_file() -> None:
    page = with_notice(PAGE, Notice("title", "problem"), "/_preview/notice.css")
    assert "style=" not in page
    assert 'href="/_preview/notice.css"' in page
    assert Client(preview()).get("/_preview/notice.css").mimetype == "text/css"
