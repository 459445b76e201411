"""`yhdessa report`: what the ledger tells on a terminal, in a file and in a picture."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from tests.books.gifts import HELSINKI, fill, gifts_of, ledger_at, moment
from tests.edits import change
from yhdessa.books.names import Names
from yhdessa.books.picture import report_picture
from yhdessa.books.report import Report, make_report
from yhdessa.books.spans import Span
from yhdessa.books.sums import count, total
from yhdessa.books.terminal import WIDTH, report_text
from yhdessa.cli import main
from yhdessa.ledger.counting import count as totals_of
from yhdessa.ledger.records import Gift, Return

CASES: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("reports.yml").read_text("utf-8"))
NOW = moment("2026-11-21")
EVER = Span(None, None, HELSINKI)


def span_of(case: dict[str, Any]) -> Span:
    year = case.get("year")
    if year is not None:
        return Span(datetime.date(year, 1, 1), datetime.date(year, 12, 31), HELSINKI)
    days = (
        datetime.date.fromisoformat(str(case[name])) if name in case else None for name in ("since", "until")
    )
    return Span(*days, HELSINKI)


def report_of(gifts: list[Gift], names: Names, by: Any = "goal", span: Span = EVER) -> Report:
    return make_report(gifts, by, span, names, NOW, NOW)


@pytest.mark.parametrize("name", CASES)
def test_the_rows_are(name: str, names: Names) -> None:
    case = CASES[name]
    report = report_of(gifts_of(case["gifts"]), names, case["by"], span_of(case))
    rows = [[section.currency, label, *sums] for section in report.sections for label, sums in section.rows]
    assert rows == case["rows"]


def test_the_text_is_aligned_and_reads_as_the_language_does(names: Names) -> None:
    told = [
        {"paid": "2026-01-10", "gross": 123450, "goal": "no-loneliness", "back": [[5000, "2026-02-01"]]},
        {"paid": "2026-01-11", "gross": 5},
    ]
    expected = """\
Lahjoitukset
Koko ajalta

EUR
Kohde                 Lahjoituksia     Saatu  Palautettu     Netto
------------------------------------------------------------------
Kukaan ei jää yksin              1  1 234,50       50,00  1 184,50
Ei valittua kohdetta             1      0,05        0,00      0,05
------------------------------------------------------------------
Yhteensä                         2  1 234,55       50,00  1 184,55

Palautus on kirjattu sille päivälle, jona rahat palautettiin, vaikka lahjoitus
olisi vanhempi.

Haettu Stripestä 21. marraskuuta 2026 klo 12.00."""
    assert report_text(report_of(gifts_of(told), names), names).replace("\u00a0", " ") == expected


def test_long_names_are_broken_and_the_lines_stay_within_80_letters(names: Names) -> None:
    told = [
        {"paid": "2026-01-10", "gross": 99_999_999_999, "goal": f"a-goal-with-{'very-' * 9}long-name"},
        {"paid": "2026-01-10", "gross": 1, "goal": "no-loneliness"},
    ]
    lines = report_text(report_of(gifts_of(told), names), names).splitlines()
    assert max(map(len, lines)) <= WIDTH
    assert "".join(line.split("  ")[0].strip() for line in lines).count("very-") == 9


def test_a_name_from_elsewhere_cannot_write_on_the_terminal(names: Names) -> None:
    text = report_text(
        report_of(gifts_of([{"paid": "2026-01-10", "gross": 1, "goal": "\x1b[2J\u202e"}]), names), names
    )
    assert "?[2J? (ei enää sivustolla)" in text
    assert all(letter.isprintable() or letter in "\n\u00a0" for letter in text)


def test_twelve_hundred_months_are_told_in_order(names: Names) -> None:
    told = [{"paid": f"{1970 + month // 12}-{month % 12 + 1:02}-15", "gross": 100} for month in range(1200)]
    report = report_of(gifts_of(told[::-1]), names, "month")
    rows = report.sections[0].rows
    assert (rows[0][0], rows[-1][0], len(rows)) == ("tammikuu 1970", "joulukuu 2069", 1200)
    assert report.sections[0].total == (1200, 120_000, 0)
    assert len(report_text(report, names).splitlines()) > 1200
    ElementTree.fromstring(report_picture(report, names))


#: Any time, and often one about the year that accounts are made of.
moments = st.one_of(st.integers(0, 3_000_000_000), st.integers(moment("2025-12-01"), moment("2027-01-31")))
returns = st.builds(Return, st.integers(-9_999, 99_999), moments)
gift_lists = st.lists(
    st.builds(
        Gift,
        id=st.uuids().map(str),
        kind=st.sampled_from(["one-off", "monthly", "payroll", "partner", "new"]),
        goal=st.sampled_from(["no-loneliness", "gone", None]),
        team=st.none(),
        language=st.none(),
        currency=st.sampled_from(["EUR", "SEK", "JPY"]),
        gross=st.integers(1, 10_000_000),
        returned=st.integers(-100, 99_999),
        disputed=st.booleans(),
        paid=moments,
        returns=st.lists(returns, max_size=3).map(tuple),
    ),
    max_size=30,
)
days = st.one_of(st.none(), st.dates(datetime.date(1970, 1, 2), datetime.date(2065, 1, 1)))


@given(gift_lists, st.sampled_from(["goal", "kind", "month"]))
def test_all_rows_together_are_the_ledger_to_the_cent(gifts: list[Gift], by: str) -> None:
    keys: dict[str, Any] = {
        "goal": lambda gift, _: gift.goal,
        "kind": lambda gift, _: gift.kind,
        "month": lambda _, at: EVER.day(at).replace(day=1),
    }
    found = count(gifts, EVER, keys[by])
    assert set(found) == {gift.currency for gift in gifts}
    for currency, rows in found.items():
        own = [gift for gift in gifts if gift.currency == currency]
        whole = total(rows.values())
        assert whole.net == sum(gift.net for gift in own)
        assert (whole.gifts, whole.gross) == (len(own), sum(gift.gross for gift in own))


@given(gift_lists, days)
def test_what_is_cut_in_two_by_a_day_adds_up_to_the_whole(
    gifts: list[Gift], day: datetime.date | None
) -> None:
    cut = day or datetime.date(2000, 1, 1)
    parts = [
        count(gifts, span, lambda gift, _: gift.kind)
        for span in (Span(None, cut, HELSINKI), Span(cut + datetime.timedelta(days=1), None, HELSINKI), EVER)
    ]
    before, after, whole = ({key: total(rows.values()) for key, rows in part.items()} for part in parts)
    for currency, sums in whole.items():
        halves = [part[currency] for part in (before, after) if currency in part]
        assert total(halves) == sums


def test_a_sum_in_the_picture_stands_at_the_end_of_its_bar_where_phones_have_no_room(names: Names) -> None:
    told = [
        {"paid": "2026-01-10", "gross": 257_412, "currency": "SEK"},
        {"paid": "2026-02-10", "gross": 133_456, "currency": "SEK"},
    ]
    drawn = ElementTree.fromstring(report_picture(report_of(gifts_of(told), names, "month"), names))
    texts = {text.text: text.attrib for text in drawn.iter("{http://www.w3.org/2000/svg}text")}
    placed = texts["1\u00a0334,56\u00a0kr"]
    assert (placed["x"], placed["dx"], placed["text-anchor"]) == ("51.85%", "-0.6em", "end")


@given(gift_lists)
def test_the_report_says_what_pages_are_told(gifts: list[Gift]) -> None:
    """var/totals.json comes from the same gifts by code of the ledger's own."""
    dated = [structs.replace(each, returned=sum(back.minor for back in each.returns)) for each in gifts]
    pages: dict[str, dict[str, int]] = {}
    for row in totals_of(dated, HELSINKI, NOW).rows:
        months = pages.setdefault(row.currency, {})
        months[row.month] = months.get(row.month, 0) + row.minor
    ours = count(dated, EVER, lambda _, at: EVER.day(at).isoformat()[:7])
    assert {
        currency: {month: sums.net for month, sums in rows.items()} for currency, rows in ours.items()
    } == pages


class TestCommand:
    """The command, with a ledger in a file."""

    @pytest.fixture
    def asked(self, books: Path, capsys: pytest.CaptureFixture[str]) -> Any:
        def ask(*options: str, synced: str | None = "2026-11-21", gifts: Any = None) -> tuple[int, str, str]:
            told = gifts if gifts is not None else [{"paid": "2026-03-01", "gross": 5000}]
            ledger = ledger_at(books / "ledger.sqlite", moment(synced) if synced else None)
            fill(ledger, gifts_of(told))
            ledger.close()
            capsys.readouterr()
            status = main(["report", "--project", str(books), *options])
            said = capsys.readouterr()
            return status, said.out.replace("\u00a0", " "), said.err

        return ask

    def test_it_speaks_the_language_that_is_asked_for(self, asked: Any) -> None:
        for language, word in (("fi", "Lahjoitukset"), ("sv", "Gåvor"), ("en", "Gifts")):
            status, out, _ = asked("--language", language)
            assert (status, out.splitlines()[0]) == (0, word)

    def test_it_speaks_the_first_language_of_the_site_unasked(self, asked: Any) -> None:
        assert asked()[1].startswith("Lahjoitukset\n")

    def test_a_missing_ledger_is_named_with_the_command_that_makes_it(
        self, books: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["report", "--project", str(books)]) == 1
        assert capsys.readouterr().err == "There is no ledger yet: `yhdessa sync` makes it.\n"
        assert not (books / "ledger.sqlite").exists()

    def test_an_empty_ledger_says_that_there_is_nothing(self, asked: Any) -> None:
        status, out, _ = asked(gifts=[])
        assert (status, "Tältä ajalta ei ole lahjoituksia." in out) == (0, True)

    def test_a_ledger_that_was_never_brought_up_to_date_says_so(self, asked: Any) -> None:
        assert "Tietoja ei ole vielä haettu Stripestä." in asked(synced=None)[1]

    def test_a_ledger_of_more_than_a_week_says_so(self, asked: Any) -> None:
        assert "Tiedot ovat yli viikon vanhoja" in asked(synced="2020-01-01")[1]

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            (("--year", "26"), "`26` is no year; write it as 2026.\n"),
            (("--since", "1.1.2026"), "`1.1.2026` is no day; write it as 2026-11-21.\n"),
            (("--until", "2026-02-30"), "`2026-02-30` is no day; write it as 2026-11-21.\n"),
            (("--until", "9999-12-31"), "`9999-12-31` is no day; write it as 2026-11-21.\n"),
            (
                ("--since", "2026-02-01", "--until", "2026-01-31"),
                "The last day, 2026-01-31, is before the first, 2026-02-01.\n",
            ),
            (
                ("--year", "2026", "--since", "2026-01-01"),
                "Say a year, or a first and a last day, and not both.\n",
            ),
            (("--language", "xx"), "`xx` is none of the site's languages: fi, sv, en.\n"),
        ],
    )
    def test_what_cannot_be_asked_for_is_said_in_a_line(
        self, asked: Any, options: tuple[str, ...], said: str
    ) -> None:
        status, out, err = asked(*options)
        assert (status, out, err) == (1, "", said)

    def test_a_file_that_is_no_ledger_is_said_in_a_line(
        self, books: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (books / "ledger.sqlite").write_text("no ledger " * 1000, "utf-8")
        assert main(["report", "--project", str(books)]) == 1
        assert capsys.readouterr().err.startswith("The ledger is no database.")

    def test_a_place_that_cannot_be_written_is_said_in_a_line(self, asked: Any, books: Path) -> None:
        (books / "taken").mkdir()
        status, _, err = asked("--csv", str(books / "taken"))
        assert (status, err) == (1, f"{books / 'taken'}: Is a directory.\n")
        assert [path for path in books.iterdir() if path.name.startswith(".")] == []

    def test_a_site_without_the_words_is_told_which_file_to_write(self, asked: Any, books: Path) -> None:
        for file in books.glob("content/*/ledger.yml"):
            file.unlink()
        status, _, err = asked()
        assert status == 1
        assert err.startswith("content/fi/ledger.yml is missing")

    def test_content_that_is_broken_is_told_as_a_check_tells_it(self, asked: Any, books: Path) -> None:
        change(books, {"file": "content/fi/ledger.yml", "replace": "total:", "with": "totl:"})
        status, _, err = asked()
        assert status == 1
        assert "content/fi/ledger.yml:10: totl: is not a known field; did you mean `total`?" in err

    def test_the_rows_are_a_file_for_a_spreadsheet(self, asked: Any, books: Path) -> None:
        back = [{"paid": "2026-03-01", "gross": 1234550, "back": [[1, "2026-04-01"]]}]
        assert asked("--csv", str(books / "r.csv"), "--by", "kind", gifts=back)[0] == 0
        assert (books / "r.csv").read_bytes().decode() == (
            "\ufeffLahjoitustapa;Valuutta;Lahjoituksia;Saatu;Palautettu;Netto\r\n"
            "Kertalahjoitus;EUR;1;12345,50;0,01;12345,49\r\n"
        )

    def test_the_picture_says_each_sum_and_stands_alone(self, asked: Any, books: Path) -> None:
        told = [
            {"paid": "2026-03-01", "gross": 5000, "goal": "a<b>&c"},
            {"paid": "2026-03-01", "gross": 100, "back": [[9900, "2026-03-02"]]},
        ]
        assert asked("--svg", str(books / "r.svg"), gifts=told)[0] == 0
        text = (books / "r.svg").read_text("utf-8")
        drawn = ElementTree.fromstring(text)
        said = [element.text for element in drawn.iter("{http://www.w3.org/2000/svg}text")]
        assert "a<b>&c (ei enää sivustolla)" in said
        assert "50\u00a0€" in said
        assert "\u221298\u00a0€" in said
        bars = [
            each
            for each in drawn.iter("{http://www.w3.org/2000/svg}rect")
            if each.get("class") == "bar-value"
        ]
        assert len(bars) == 1, "what is below nought has no bar"
        assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
