"""Spreadsheets give the same table as the CSV they were made from, with their types kept."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from segdesk.engine.reading import read_dialect, read_table
from segdesk.errors import InputError
from segdesk.model.reading import ReadingChoices
from tests.engine import workbooks
from tests.engine.read_back import dialect, values

Rows = Sequence[Sequence[object]]
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write sheets of rows; dates get Excel's date format."""

    def to_file(sheets: Mapping[str, Rows], *, name: str = "book.xlsx", hidden: str = "") -> Path:
        path = tmp_path / name
        with xlsxwriter.Workbook(path) as book:
            day = book.add_format({"num_format": "dd/mm/yyyy"})
            for title, rows in sheets.items():
                sheet = book.add_worksheet(title)
                if title == hidden:
                    sheet.hide()
                for i, row in enumerate(rows):
                    for j, cell in enumerate(row):
                        if isinstance(cell, dt.date):
                            sheet.write_datetime(i, j, cell, day)
                        elif isinstance(cell, str):
                            sheet.write_string(i, j, cell)
                        elif cell is not None:
                            sheet.write(i, j, cell)
        return path

    return to_file


CUSTOMERS: Rows = [
    ["name", "zip", "spend", "joined", "member"],
    ["Almaz", "01569", 10.5, dt.date(2014, 1, 31), True],
    ["Bekele", "02139", None, dt.date(2013, 12, 24), False],
    ["Chaltu", "10001", 1200, None, True],
]


def test_that_typed_cells_keep_their_types(write: Write) -> None:
    table = read_table(write({"Customers": CUSTOMERS}))
    assert values(table, "zip") == ["01569", "02139", "10001"]
    assert values(table, "spend") == [10.5, None, 1200]
    assert values(table, "joined") == [dt.datetime(2014, 1, 31), dt.datetime(2013, 12, 24), None]
    assert values(table, "member") == ["TRUE", "FALSE", "TRUE"]
    assert (dialect(table).encoding, dialect(table).sheet, dialect(table).header_row) == (
        "xlsx",
        "Customers",
        1,
    )
    assert table.receipt is not None
    assert (table.receipt.rows, table.receipt.blanks, table.receipt.last_date) == (3, 2, "2014-01-31")


def test_that_a_spreadsheet_is_known_by_its_bytes(write: Write) -> None:
    path = write({"Customers": CUSTOMERS}, name="customers.csv")
    assert read_table(path).rows == 3
    assert read_dialect(path).encoding == "xlsx"


def test_that_the_sheet_with_the_table_is_chosen(write: Write) -> None:
    notes: Rows = [["This file was made by the till."]]
    big: Rows = [["a", "b"], *([i, i] for i in range(500))]
    path = write({"Read me": notes, "Customers": CUSTOMERS, "Old": big}, hidden="Old")
    table = read_table(path)
    assert dialect(table).sheet == "Customers"
    assert dialect(table).sheets == ("Read me", "Customers", "Old")
    assert not dialect(table).guesses
    old = read_table(path, choices=ReadingChoices(sheet="Old"))
    assert old.rows == 500
    with pytest.raises(InputError, match=r"file\.no_such_sheet"):
        read_table(path, choices=ReadingChoices(sheet="New"))


def test_that_two_sheets_alike_are_a_guess(write: Write) -> None:
    table = read_table(write({"2013": CUSTOMERS, "2014": [*CUSTOMERS, ["Dawit", "1", 3, None, None]]}))
    assert dialect(table).sheet == "2014"
    assert [(g.field, g.examples) for g in dialect(table).guesses] == [
        ("sheet", (("2014", "5 × 5"), ("2013", "4 × 5")))
    ]


def test_that_typed_dates_may_be_in_the_ethiopian_calendar(write: Write) -> None:
    # 1 Meskerem 2000, the millennium, was 12 September 2007; times of day stay.
    rows = [
        ["name", "joined"],
        ["Almaz", dt.datetime(2000, 1, 1, 8, 30)],
        ["Bekele", None],
        ["Chaltu", dt.date(2000, 1, 2)],
    ]
    path = write({"S": rows})
    table = read_table(path, choices=ReadingChoices(ethiopian_dates=("joined",)))
    assert [str(v) for v in table.column("joined").values] == [
        "2007-09-12T08:30:00", "NaT", "2007-09-13T00:00:00",
    ]  # fmt: skip
    assert str(read_table(path).column("joined").values[0]) == "2000-01-01T08:30:00"


def test_that_titles_totals_and_blank_rows_are_no_customers(write: Write) -> None:
    rows: Rows = [
        ["Customers of 2014"],
        [],
        *CUSTOMERS,
        [],
        ["Dawit", "3", 30, None, None],
        ["Total", None, 1240.5],
        [],
        ["printed on 1/2/2014"],
    ]
    table = read_table(write({"S": rows}))
    assert values(table, "name") == ["Almaz", "Bekele", "Chaltu", "Dawit"]
    assert table.receipt is not None
    assert {(x.reason.code, x.count, x.lines) for x in table.receipt.left_out} == {
        ("note.title_lines", 2, (1, 2)),
        ("note.blank_rows", 1, (7,)),
        ("note.total_row", 1, (9,)),
        ("note.footnotes", 1, (11,)),
    }
    assert dialect(table).header_row == 3
    # A chosen row counts as the spreadsheet program counts.
    chosen = read_table(write({"S": rows}), choices=ReadingChoices(header_row=3))
    assert [c.name for c in chosen.columns] == ["name", "zip", "spend", "joined", "member"]


def test_that_amounts_kept_as_text_are_numbers(write: Write) -> None:
    rows: Rows = [["id", "paid"], ["a", "1.234,50 Br"], ["b", "12,25 Br"], ["c", "7,00 Br"], ["d", "n.a."]]
    assert values(read_table(write({"S": rows})), "paid") == [1234.5, 12.25, 7, None]


def test_that_numbers_are_dates_only_where_they_clearly_are(write: Write) -> None:
    # Microsoft's example: 39448 is 1 January 2008.
    rows: Rows = [["id", "order date", "income"], ["a", 39448, 39448], ["b", 39449, 39449]]
    table = read_table(write({"S": rows}))
    assert values(table, "order date") == [dt.datetime(2008, 1, 1), dt.datetime(2008, 1, 2)]
    assert values(table, "income") == [39448, 39449]


def test_that_a_column_of_mixed_cells_loses_nothing(write: Write) -> None:
    rows: Rows = [["id", "code"], ["a", 12], ["b", "A7"], ["c", 1.5], ["d", dt.date(2014, 1, 31)]]
    assert values(read_table(write({"S": rows})), "code") == ["12", "A7", "1.5", "2014-01-31"]


_CELLS = st.one_of(
    st.none(),
    st.floats(-1e12, 1e12, allow_nan=False).map(lambda x: round(x, 3)),
)


@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.text("abcdefgh", min_size=3), _CELLS), min_size=3, max_size=30))
def test_that_any_sheet_reads_back_equal(write: Write, rows: list[tuple[str, float | None]]) -> None:
    rows = [("first", 1.5), *rows]
    table = read_table(write({"S": [["name", "x"], *rows]}))
    assert values(table, "name") == [name for name, _ in rows]
    assert values(table, "x") == [x for _, x in rows]


def protected_ods() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", bytes(range(256)))
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/>'
            "</manifest:file-entry>",
        )
    return held.getvalue()


def test_that_a_binary_workbook_is_read_whatever_its_name(tmp_path: Path) -> None:
    rows: list[list[str | float]] = [["name", "spend"], ["Almaz", 1.5], ["በቀለ", 1200.0], ["Chaltu", -3.25]]
    path = tmp_path / "customers.csv"
    path.write_bytes(workbooks.xlsb("Customers", rows))
    table = read_table(path)
    assert (dialect(table).encoding, dialect(table).sheets) == ("xlsb", ("Customers",))
    assert values(table, "name") == ["Almaz", "በቀለ", "Chaltu"]
    assert values(table, "spend") == [1.5, 1200, -3.25]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (
            workbooks.compound_file({"EncryptionInfo": bytes(248), "EncryptedPackage": bytes(9000)}),
            "file.password",
        ),
        (workbooks.xls_with_password(), "file.password"),
        (protected_ods(), "file.password"),
        (workbooks.compound_file({"WordDocument": bytes(5000)}), "file.broken_spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "file.broken_spreadsheet"),
    ],
)
def test_that_protected_and_broken_ones_get_their_sentence(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "customers.xlsx"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read_table(path)
    assert caught.value.code == code


def test_that_a_spreadsheet_cut_short_is_damaged(write: Write) -> None:
    path = write({"Customers": CUSTOMERS})
    path.write_bytes(path.read_bytes()[:3000])
    with pytest.raises(InputError, match=r"file\.broken_spreadsheet"):
        read_table(path)


def test_that_other_packed_files_are_no_spreadsheets(tmp_path: Path) -> None:
    path = tmp_path / "customers.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("customers.csv", "a,b\n1,2\n")
    with pytest.raises(InputError, match=r"file\.archive"):
        read_table(path)


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([], "file.empty_spreadsheet"),
        ([["only"], ["one"], ["column"]], "file.one_column"),
        ([["a", "b"]], "file.only_header"),
        ([["a", "b"], [1, 2]], "file.too_few_rows"),
    ],
)
def test_that_sheets_without_a_table_are_refused(write: Write, rows: Rows, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_table(write({"S": rows}))
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("name", "sheet", "rows", "header_row"),
    [
        # csvkit's own: the same table as testxls_converted.csv, 5 rows; three lines above the header.
        ("csvkit/test.xls", "testfixed_converted.csv", 5, 1),
        ("csvkit/test_skip_lines.xls", "testfixed_converted.csv", 5, 4),
        ("csvkit/sheets.xls", "data", 5, 1),
        ("csvkit/sheets.xlsx", "data", 5, 1),
        ("tabulator/table.xls", "Лист1", 2, 1),
    ],
)
def test_that_real_spreadsheets_are_read(
    shared_data: Path, name: str, sheet: str, rows: int, header_row: int
) -> None:
    table = read_table(shared_data / "messy" / name)
    assert (dialect(table).sheet, table.rows, dialect(table).header_row) == (sheet, rows, header_row)


def test_that_an_ods_is_read(shared_data: Path) -> None:
    path = next((shared_data / "messy").rglob("table-with-booleans.ods"))
    table = read_table(path)
    assert values(table, "boolean") == ["TRUE", "FALSE"]
    assert dialect(table).encoding == "ods"
