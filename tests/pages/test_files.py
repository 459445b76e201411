"""Files besides the pages: written where they belong, once each, when they are asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from yhdessa.pages.files import SiteFile, write_files


def test_a_text_is_written_as_utf_8_with_its_own_line_ends_and_bytes_as_they_are(tmp_path: Path) -> None:
    write_files([SiteFile("a/b.csv", lambda: "å;1\r\n"), SiteFile("c.png", lambda: b"\x89PNG\r\n")], tmp_path)
    assert (tmp_path / "a/b.csv").read_bytes() == "å;1\r\n".encode()
    assert (tmp_path / "c.png").read_bytes() == b"\x89PNG\r\n"


def test_a_file_is_not_made_before_it_is_written() -> None:
    def never() -> str:
        raise AssertionError

    assert SiteFile("a.txt", never).path == "a.txt"


@pytest.mark.parametrize("paths", [("a.txt", "a.txt"), ("../a.txt",), ("/etc/a.txt",)])
def test_two_files_at_one_path_and_a_file_outside_the_site_are_refused(
    paths: tuple[str, ...], tmp_path: Path
) -> None:
    with pytest.raises(ValueError, match="written twice, or stands outside"):
        write_files([SiteFile(path, str) for path in paths], tmp_path / "site")
