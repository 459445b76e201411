"""The tool for payroll offices and the calculator: they work in the browser alone, and nothing leaves it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Request, expect

from tests.browser.visitors import VIEWS
from tests.payroll.workbooks import workbook
from yhdessa.l10n.money import Money
from yhdessa.payroll.remittance import Gift, Remittance, read_remittance

pytestmark = pytest.mark.browser

TOOLS = {
    "fi": ("/palkanlaskennan-tyokalu/", "Lahjoituksia 3, yhteensä 47,53 €.", "lahjoitukset.csv"),
    "sv": ("/sv/verktyg-for-lonerakningen/", "Gåvor: 3. Sammanlagt 47,53 €.", "gavor.csv"),
    "en": ("/en/payroll-tool/", "Gifts: 3. Altogether €47.53.", "gifts.csv"),
}
PAGES = {"fi": "/palkkalahjoitus/", "sv": "/sv/gava-via-lonen/", "en": "/en/payroll-giving/"}
PAYROLL = "Viite;Bruttopalkka;Lupaus\r\nA-101;2 505,00;1 ‰\r\nA-102;;20\r\nA-103;5 004,00;5 ‰\r\n"
GIFTS = (Gift("A-101", 251), Gift("A-102", 2000), Gift("A-103", 2502))
WRONG = "Viite;Bruttopalkka;Lupaus\nA-101;2.505;1 ‰\nEtu Esimerkki;2505;20\nA-101;;<b>\n"
AXE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


#: What a browser may still be fetching when a page has loaded: the icon of its tab.
ICON = "/assets/icon.svg"


def choose(page: Page, text: str, name: str = "palkat.csv", saved: str = "utf-8") -> None:
    """Choose a file that holds `text`."""
    choose_bytes(page, text.encode(saved), name)


def choose_bytes(page: Page, data: bytes, name: str = "palkat.csv") -> None:
    """Choose a file that holds `data`, as soon as there is a field for it."""
    field = page.locator("#payroll-file")
    expect(field).to_be_visible()
    field.set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": data})


def saved_by(page: Page, folder: Path) -> tuple[str, bytes]:
    """The name and the bytes of the file that the button saves."""
    with page.expect_download() as waiting:
        page.locator("[data-save]").click()
    file = folder / "saved.csv"
    waiting.value.save_as(file)
    return waiting.value.suggested_filename, file.read_bytes()


@pytest.mark.parametrize("language", TOOLS)
def test_a_payroll_file_becomes_a_remittance_that_the_functions_read(
    language: str, page: Page, tmp_path: Path
) -> None:
    address, total, name = TOOLS[language]
    page.goto(address)
    choose(page, PAYROLL)
    expect(page.locator("[data-total]")).to_have_text(total)
    expect(page.locator("[data-status]")).to_have_text(total)
    expect(page.locator("[data-table] tbody tr")).to_have_count(3)
    suggested, data = saved_by(page, tmp_path)
    assert suggested == name
    assert read_remittance(data, "EUR") == Remittance(GIFTS, "EUR")


def test_a_workbook_becomes_a_remittance_too(page: Page, tmp_path: Path) -> None:
    page.goto(TOOLS["fi"][0])
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>A-101</t></is></c><c r="B1"><v>2505</v></c>'
        '<c r="C1" t="inlineStr"><is><t>1 ‰</t></is></c></row>'
        '<row r="2"><c r="A2"><v>102</v></c><c r="C2"><v>20</v></c></row>'
    )
    choose_bytes(page, workbook(rows), "palkat.xlsx")
    expect(page.locator("[data-table] tbody tr")).to_have_count(2)
    read = read_remittance(saved_by(page, tmp_path)[1], "EUR")
    assert read == Remittance((Gift("A-101", 251), Gift("102", 2000)), "EUR")


def test_the_saved_file_says_what_its_columns_are_as_the_language_writes(page: Page, tmp_path: Path) -> None:
    page.goto(TOOLS["fi"][0])
    choose(page, PAYROLL)
    _, data = saved_by(page, tmp_path)
    assert data.decode("utf-8-sig").splitlines() == [
        "Viite;Lahjoitus",
        "A-101;2,51",
        "A-102;20,00",
        "A-103;25,02",
    ]
    expect(page.locator("[data-status]")).to_have_text("Lahjoitusluettelo on tallennettu.")


@pytest.mark.parametrize("language", TOOLS)
def test_no_request_leaves_while_salaries_are_processed(language: str, page: Page, tmp_path: Path) -> None:
    """Every request after the page has loaded is counted, whoever it is to; the network is cut besides."""
    page.goto(TOOLS[language][0])
    expect(page.locator("#payroll-file")).to_be_visible()
    sent: list[str] = []

    def note(request: Request) -> None:
        # The file that is saved comes out of the page itself.
        if not request.url.startswith("blob:") and urlsplit(request.url).path != ICON:
            sent.append(f"{request.method} {request.url}")

    page.context.on("request", note)
    page.context.set_offline(True)
    choose(page, WRONG)
    expect(page.locator("[data-errors]")).to_be_visible()
    choose(page, PAYROLL)
    expect(page.locator("[data-result]")).to_be_visible()
    saved_by(page, tmp_path)
    assert sent == []
    stored = "[localStorage.length, sessionStorage.length, document.cookie.length, location.search.length]"
    assert page.evaluate(stored) == [0, 0, 0, 0]


@pytest.mark.parametrize(
    "way",
    [
        "await fetch('/api/health')",
        "await fetch('https://elsewhere.invalid/', {method: 'POST', mode: 'no-cors', body: 'x'})",
        "new WebSocket('wss://elsewhere.invalid/')",
        "if (!navigator.sendBeacon('/api/health', 'x')) throw new Error('refused')",
        "const form = document.body.appendChild(document.createElement('form')); form.method = 'post';"
        " form.action = '/api/donate'; form.submit()",
    ],
)
def test_the_pages_own_policy_lets_no_script_send_anything(way: str, page: Page) -> None:
    page.goto(TOOLS["fi"][0])
    # All of its scripts are there as soon as it is shown.
    expect(page.locator("#payroll-file")).to_be_visible()
    sent: list[str] = []
    page.on("requestfinished", lambda request: sent.append(request.url))
    stopped = page.evaluate(
        """(way) => new Promise((resolve) => {
          document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
          const work = Object.getPrototypeOf(async function () {}).constructor;
          setTimeout(() => resolve("nothing was stopped"), 5000);
          WAY
        })""".replace("WAY", f"(async () => {{ {way} }})().catch(() => {{}});"),
        None,
    )
    assert stopped in ("connect-src", "form-action")
    assert [url for url in sent if urlsplit(url).path != ICON] == []


def test_problems_are_told_with_their_lines_and_lead_to_the_field(page: Page) -> None:
    page.goto(TOOLS["fi"][0])
    choose(page, WRONG)
    summary = page.locator("[data-errors]")
    expect(summary).to_be_focused()
    expect(summary.locator("li")).to_have_text(
        [
            re.compile("^Rivi 2: ”2\\.505” "),
            re.compile("^Rivi 3: Viite "),
            re.compile("^Rivi 4: .*”A-101”.* 2"),
            re.compile("^Rivi 4: ”<b>” "),
        ]
    )
    expect(page).to_have_title(re.compile("^Virhe: "))
    expect(page.locator("[data-result]")).to_be_hidden()
    field = page.locator("#payroll-file")
    expect(field).to_have_attribute("aria-invalid", "true")
    summary.locator("a").first.click()
    expect(field).to_be_focused()
    choose(page, PAYROLL)
    expect(summary).to_be_hidden()
    expect(page).not_to_have_title(re.compile("Virhe"))
    expect(field).not_to_have_attribute("aria-invalid", "true")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04\x14\x00", "Tätä työkirjaa ei voitu lukea."),
        (b"\xd0\xcf\x11\xe0", "Tätä työkirjaa ei voitu lukea."),
        (b"", "Tiedostossa ei ole yhtään lahjoitusta."),
        (b"A1;1;1\n" * 700_000, "Tiedosto on liian suuri. Se saa olla enintään 4 megatavua."),
    ],
)
def test_a_file_that_cannot_be_read_is_answered_as_a_whole(data: bytes, said: str, page: Page) -> None:
    page.goto(TOOLS["fi"][0])
    choose_bytes(page, data)
    expect(page.locator("[data-problems] li")).to_contain_text(said)


def test_a_large_workplace_sees_the_first_gifts_and_saves_them_all(page: Page, tmp_path: Path) -> None:
    page.goto(TOOLS["sv"][0])
    choose(page, "".join(f"A-{n};;5\n" for n in range(20_000)))
    expect(page.locator("[data-table] tbody tr")).to_have_count(100)
    expect(page.locator("[data-shown]")).to_have_text(re.compile("de 100 första"))
    read = read_remittance(saved_by(page, tmp_path)[1], "EUR")
    assert isinstance(read, Remittance)
    assert (read.participants, read.total) == (20_000, Money(10_000_000, "EUR"))


@pytest.mark.parametrize("language", TOOLS)
def test_the_example_on_the_page_is_a_file_that_the_tool_reads(language: str, page: Page) -> None:
    page.goto(TOOLS[language][0])
    rows = page.locator("#columns").locator("xpath=ancestor::section").locator("tbody tr")
    lines = [";".join(row.locator("th, td").all_inner_texts()) for row in rows.all()]
    choose(page, "\n".join(line.strip() for line in lines))
    expect(page.locator("[data-table] tbody tr")).to_have_count(len(lines))


@pytest.mark.parametrize(("width", "theme"), VIEWS[:2])
def test_axe_finds_nothing_with_problems_or_with_gifts(
    width: int, theme: str, visitor: Callable[..., Page]
) -> None:
    page = visitor(width, theme)
    page.goto(TOOLS["sv"][0])
    found = []
    for text, part in ((WRONG, "errors"), (PAYROLL, "result")):
        choose(page, text)
        expect(page.locator(f"[data-{part}]")).to_be_visible()
        found += Axe().run(page, options=AXE).response["violations"]
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wide) <= 0
    assert [(one["id"], node["html"]) for one in found for node in one["nodes"]] == []


def test_without_javascript_the_page_says_what_to_do_instead(visitor: Callable[..., Page]) -> None:
    page = visitor(java_script_enabled=False)
    page.goto(TOOLS["en"][0])
    expect(page.locator("#payroll-file")).to_be_hidden()
    expect(page.locator("main noscript p")).to_contain_text("=ROUND(B2*C2/1000;2)")


@pytest.mark.parametrize(
    ("language", "pay", "answers"),
    [
        ("fi", "2 505", ["2,51 € kuukaudessa, 30,12 € vuodessa"]),
        ("sv", "2505,00", ["2,51 € i månaden, 30,12 € om året"]),
        ("en", "2505.00", ["€2.51 a month, €30.12 a year"]),
    ],
)
def test_the_calculator_answers_as_the_table_reckons(
    language: str, pay: str, answers: list[str], page: Page
) -> None:
    page.goto(PAGES[language])
    page.locator("#pay").fill(pay)
    expect(page.locator("[data-answer] p")).to_have_text(answers)


def test_the_calculator_adds_the_employers_part_and_takes_fixed_sums(page: Page) -> None:
    page.goto(PAGES["fi"])
    answer = page.locator("[data-answer] p")
    expect(answer).to_have_count(0)
    page.locator("#pay").fill("3000")
    page.locator("#pay-gift").select_option("permille:5")
    page.locator("label[for=pay-matching]").click()
    expect(answer).to_have_text(
        [
            "15 € kuukaudessa, 180 € vuodessa",
            "30 € kuukaudessa, 360 € vuodessa työnantajan osuuden kanssa",
        ]
    )
    page.locator("#pay").fill("")
    page.locator("#pay-gift").select_option("sum:1000")
    expect(answer.first).to_have_text("10 € kuukaudessa, 120 € vuodessa")


def test_a_salary_with_two_meanings_is_asked_for_again_and_never_sent(page: Page) -> None:
    page.goto(PAGES["fi"])
    expect(page.locator("#pay")).to_be_visible()
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    field = page.locator("#pay")
    field.fill("2.500")
    field.blur()
    expect(page.locator("[data-wrong]")).to_contain_text("5000")
    expect(field).to_have_attribute("aria-invalid", "true")
    field.fill("2500")
    field.press("Enter")
    expect(page.locator("[data-wrong]")).to_be_hidden()
    expect(page.locator("[data-answer] p")).to_have_count(1)
    # The development server's page asks now and then whether it is to be loaded again.
    assert [url for url in sent if "/livereload/" not in url and urlsplit(url).path != ICON] == []


@pytest.mark.parametrize("address", [*PAGES.values(), *(tool[0] for tool in TOOLS.values())])
def test_no_field_of_a_salary_or_a_file_has_a_name_or_stands_in_a_form(address: str, page: Page) -> None:
    page.goto(address)
    fields = page.locator("main :is(input, select)")
    assert fields.count() > 0
    assert fields.evaluate_all("all => all.filter((field) => field.name || field.form).length") == 0


def test_without_javascript_the_calculator_is_not_there_and_the_table_answers(
    visitor: Callable[..., Page],
) -> None:
    page = visitor(java_script_enabled=False)
    page.goto(PAGES["fi"])
    expect(page.locator("#pay")).to_be_hidden()
    cell = page.locator("table.pay tbody tr").first.locator("td").nth(1)
    expect(cell).to_contain_text("10 € kuukaudessa")
    expect(cell).to_contain_text("120 € vuodessa")
    expect(cell).to_contain_text("240 € työnantajan osuuden kanssa")
