"""No file, however spoilt, does anything but load or be refused with a sentence."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from segdesk.engine.reading import read_table
from segdesk.errors import InputError
from segdesk.model.table import Table
from segdesk.text import t
from tests.engine.reading_scripts import script

FILES = 300
"""A bounded run; packaging/fuzz_reading.py does 10,000."""


def seeds() -> list[bytes]:
    """Give small files of many dialects, and a spreadsheet."""
    rows = [
        ("name", "spend", "joined"),
        *((f"n, {i}", f"{i}.50", f"{i % 28 + 1:02}/01/2014") for i in range(40)),
    ]
    texts = [
        "\n".join(separator.join(quote + c + quote for c in row) for row in rows)
        for separator in ",;\t|"
        for quote in ('"', "'", "")
    ]
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        for i, row in enumerate(rows):
            sheet.write_row(i, 0, row)
    encodings = ("utf-8", "utf-16", "cp1252")
    return [*(text.encode(e) for text in texts for e in encodings), out.getvalue()]


@pytest.mark.skipif(
    not hasattr(__import__("signal"), "SIGALRM"), reason="needs a signal that stops a hung reading"
)
def test_that_mutated_files_are_read_or_refused(tmp_path: Path) -> None:
    outcomes, bad = script("fuzz_reading").fuzz(seeds(), files=FILES, seed=1, keep=tmp_path)
    assert not bad
    assert outcomes["table"] > FILES / 10
    assert sum(outcomes.values()) == FILES
    # Every refusal has its sentence.
    assert all(code == "table" or t(code, name="x", rows=1, total=1, columns=1, most=1) for code in outcomes)


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400))
def test_that_any_bytes_are_read_or_refused(tmp_path: Path, content: bytes) -> None:
    check(tmp_path, content)


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("ab1290,;\t|\"'\\\n\r .-()$%é€\u202f\x00"), max_size=300))
def test_that_any_marks_are_read_or_refused(tmp_path: Path, content: str) -> None:
    check(tmp_path, content.encode())


def check(folder: Path, content: bytes) -> None:
    """Read it; a table has equal columns and distinct names."""
    path = folder / "any.csv"
    path.write_bytes(content)
    try:
        table: Table = read_table(path)
    except InputError:
        return
    assert table.rows >= 2
    assert len({c.name for c in table.columns}) == len(table.columns) >= 2
    assert {len(c.values) for c in table.columns} == {table.rows}
