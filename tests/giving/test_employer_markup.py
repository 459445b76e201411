"""The Nu HTML checker finds nothing wrong with the pages that employers are shown."""

from __future__ import annotations

from pathlib import Path

from tests.giving.workplaces import Office
from tests.site.test_vnu import command, findings


def test_the_checker_finds_nothing_wrong_with_what_an_employer_is_shown(
    office: Office, tmp_path: Path, project: Path
) -> None:
    checker = command(project)
    shown = {
        "wrong": office.sign_up(business_id="", matching="x"),
        "signed-up": office.sign_up(matching="50"),
    }
    shown |= {"door": office.visitor.get(office.link()), "desk": office.enter()}
    shown |= {"problems": office.remit(b"1;=1\n2;x\n"), "preview": office.remit()}
    shown |= {"sent": office.confirm(shown["preview"]), "paused": office.act("pause")}
    page = office.see(shown["desk"].text)
    [pledge] = [str(link["href"]) for link in page.all("a") if "/api/pledge" in str(link["href"])]
    shown |= {"pledge": office.visitor.get(pledge), "left": office.act("leave")}
    for name, answer in shown.items():
        (tmp_path / f"{name}.html").write_text(answer.text, encoding="utf-8")
    assert findings(checker, folder=tmp_path) == []
