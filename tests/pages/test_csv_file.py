"""A chart's table as a file: what a spreadsheet finds in its cells."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from yhdessa.pages.csv_file import csv_text, separator
from yhdessa.view.chart import Table

CELLS = yaml.safe_load((Path(__file__).parent / "csv_cells.yml").read_text("utf-8"))


def cells(text: str, language: str) -> list[list[str]]:
    """The file as a program reads it, without its byte order mark."""
    file = io.StringIO(text.removeprefix("\ufeff"), newline="")
    return list(csv.reader(file, delimiter=separator(language)))


@pytest.mark.parametrize(("language", "written", "expected"), CELLS)
def test_a_number_stays_a_number_and_a_text_is_never_a_formula(language: str, written: str, expected: str):
    table = Table("c", ("Kysymys", "Osuus"), (("Rivi", written),))
    assert cells(csv_text(table, language), language)[1] == ["Rivi", expected]


def test_the_file_begins_with_a_byte_order_mark_and_its_lines_end_as_the_standard_says():
    table = Table("Otsikko jää pois", ("Kysymys", "Osuus"), (("a;b", '"c"'), ("d\ne", "1,5")))
    assert csv_text(table, "fi") == '\ufeffKysymys;Osuus\r\n"a;b";"""c"""\r\n"d\ne";1,5\r\n'


@pytest.mark.parametrize(("language", "mark"), [("fi", ";"), ("sv", ";"), ("de", ";"), ("en", ",")])
def test_cells_are_parted_as_spreadsheets_of_the_language_expect(language: str, mark: str):
    assert separator(language) == mark


def test_a_table_without_rows_is_its_head():
    assert csv_text(Table("c", ("a", "b"), ()), "en") == "\ufeffa,b\r\n"


@given(st.text(), st.sampled_from(["fi", "sv", "en"]))
def test_no_cell_begins_as_a_formula_unless_it_is_a_number(text: str, language: str):
    read = cells(csv_text(Table("c", ("a",), (("x", text),)), language), language)[1][1]
    begins = read.lstrip(" ")[:1]
    assert begins not in "=+@\t\r\n＝＋－＠" or not begins
    assert begins != "-" or read.lstrip("-").replace(",", ".").rstrip(" %").replace(".", "").isdecimal()
