"""Any usual dress of a CSV becomes the same table, and every oddity is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from segdesk.engine.reading import read_table
from segdesk.errors import InputError
from segdesk.model.reading import ReadingChoices
from segdesk.model.roles import Kind
from segdesk.model.table import Table
from tests.engine.read_back import values

Read = Callable[[str | bytes], Table]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def write_and_read(content: str | bytes) -> Table:
        path = tmp_path / "customers.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_table(path)

    return write_and_read


def codes(table: Table) -> set[str]:
    return {note.code for note in table.notes}


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_that_separator_encoding_and_line_end_do_not_change_the_table(
    read: Read, separator: str, encoding: str, end: str
) -> None:
    lines = ["name,age,town", "Almaz,31,Addis Ababa", "Bekele,45,Mekelle", "Chaltu,,Jimma"]
    table = read(end.join(line.replace(",", separator) for line in lines).encode(encoding))
    assert [c.name for c in table.columns] == ["name", "age", "town"]
    assert values(table, "age") == [31, 45, None]
    assert values(table, "town") == ["Addis Ababa", "Mekelle", "Jimma"]


def test_that_ethiopic_headers_and_values_survive(read: Read) -> None:
    table = read("ዕድሜ,ክልል\n25,አዲስ አበባ\n32,ሐዋሳ\n")
    assert values(table, "ክልል") == ["አዲስ አበባ", "ሐዋሳ"]


def test_that_windows_letters_are_read_and_told(read: Read) -> None:
    table = read("name,age\nJosé,3\nZoë,4\n".encode("cp1252"))
    assert values(table, "name") == ["José", "Zoë"]
    assert codes(table) == {"note.old_encoding"}


def test_that_one_broken_byte_does_not_spoil_the_other_letters(read: Read) -> None:
    table = read(b"name,age\n" + "José,3\nZoë,4\nÀéîõü,5\n".encode() + b"A\xffb,6\n")
    assert values(table, "name") == ["José", "Zoë", "Àéîõü", "A�b"]
    assert codes(table) == {"note.broken_letters"}


def test_that_quotes_hold_separators_line_ends_and_quotes(read: Read) -> None:
    table = read('name,note,age\n"Abebe, Jr.","says ""hi""",3\n"two\nlines",b,4\nc,"d",5\n')
    assert values(table, "name") == ["Abebe, Jr.", "two\nlines", "c"]
    assert values(table, "note") == ['says "hi"', "b", "d"]


def test_that_quotes_that_never_close_are_ordinary_letters(read: Read) -> None:
    table = read('name,age\n"Abebe,3\nBekele,4\n')
    assert values(table, "name") == ['"Abebe', "Bekele"]
    assert codes(table) == {"note.mended_rows"}


def test_that_a_decimal_comma_is_decided_from_the_data(read: Read) -> None:
    # The error that JASP marks critical is 0,435 read as 435.
    table = read("id;share;price\n1;0,435;1.234,50\n2;0,5;999,25\n3;;12,00\n")
    assert values(table, "share") == [0.435, 0.5, None]
    assert values(table, "price") == [1234.5, 999.25, 12.0]
    note = next(n for n in table.notes if n.code == "note.decimal_comma")
    assert note.facts == {"columns": "share, price", "example": "0,435 → 0.435"}


def test_that_the_files_decimal_mark_settles_columns_that_could_be_either(read: Read) -> None:
    # "1,234" alone may be either; the other column proves the point to be the decimal mark.
    table = read('a,b\n"1,234",0.5\n"2,345",1.25\n')
    assert values(table, "a") == [1234, 2345]
    assert codes(table) == {"note.thousands"}
    table = read("a;b\n1,234;0,5\n2,345;1,25\n")
    assert values(table, "a") == [1.234, 2.345]


def test_that_numbers_nothing_decides_are_read_one_way_and_told(read: Read) -> None:
    table = read('a,b\n"1,234",x\n"2,345",y\n')
    assert values(table, "a") == [1234, 2345]
    assert codes(table) == {"note.ambiguous_numbers"}
    table = read("a;b\n1,234;x\n2,345;y\n")
    assert values(table, "a") == [1.234, 2.345]
    assert codes(table) == {"note.ambiguous_numbers"}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["1 234,5", "999,5", "12 345 678,0"], [1234.5, 999.5, 12345678]),
        (["1'234.5", "999.5", "12'345'678.0"], [1234.5, 999.5, 12345678]),
        (["1.234.567", "2.345.678", "3"], [1234567, 2345678, 3]),
        (["-1,234.5", "+2.5", "0"], [-1234.5, 2.5, 0]),
        (["1,258,138 Br", "46,344 Br", "7 Br"], [1258138, 46344, 7]),
        (["$5.50", "$1,200.00", "$3"], [5.5, 1200, 3]),
        (["ETB 12", "ETB 13", "ETB 14"], [12, 13, 14]),
        (["1.5e3", "2", "-3E-1"], [1500, 2, -0.3]),
    ],
)
def test_that_numbers_are_read_as_people_write_them(
    read: Read, cells: list[str], expected: list[float]
) -> None:
    table = read("name;amount\n" + "\n".join(f"n{i};{c}" for i, c in enumerate(cells)))
    assert values(table, "amount") == expected


@pytest.mark.parametrize(
    "cells",
    [
        ["1,234.5", "2.345,6", "3"],  # two marks in one column
        ["1,234,567", "2345678", "9"],  # thousands separated only sometimes
        ["5 %", "6", "7"],  # a unit only sometimes
        ["12,34,56", "1,2,3", "9,9,9"],  # no number at all
    ],
)
def test_that_inconsistent_numbers_stay_text(read: Read, cells: list[str]) -> None:
    table = read("name\tamount\n" + "\n".join(f"n{i}\t{c}" for i, c in enumerate(cells)))
    assert values(table, "amount") == cells


def test_that_leading_zeros_stay_text(read: Read) -> None:
    table = read("zip,age\n01569,3\n02139,4\n94110,5\n")
    assert values(table, "zip") == ["01569", "02139", "94110"]
    assert table.column("age").kind is Kind.NUMBER


def test_that_a_late_leading_zero_is_seen(read: Read) -> None:
    # Far beyond the rows that the types are first guessed from.
    rows = "".join(f"{10000 + i},{i}\n" for i in range(6000))
    table = read("zip,n\n" + rows + "01569,0\n")
    column = table.column("zip")
    assert column.kind is Kind.TEXT
    assert column.levels[-1] == "01569"


def test_that_quoted_leading_zeros_stay_text_and_quoted_numbers_numbers(read: Read) -> None:
    table = read('"zip","n","share"\n"01569","10","0.5"\n"02139","20","00.25"\n')
    assert values(table, "zip") == ["01569", "02139"]
    assert values(table, "n") == [10, 20]
    assert values(table, "share") == [0.5, 0.25]


def test_that_long_digits_stay_text(read: Read) -> None:
    # 2**53 + 1 is the first whole number that a float can't hold.
    table = read("card,wide,n\n9007199254740993,4111111111111111,1\n9007199254740995,,2\n")
    assert values(table, "card") == ["9007199254740993", "9007199254740995"]
    assert values(table, "wide") == ["4111111111111111", None]


def test_that_huge_amounts_are_numbers(read: Read) -> None:
    table = read("a,b\n1e300,1\n2.5e17,2\n")
    assert values(table, "a") == [1e300, 2.5e17]


def test_that_decimals_are_read_to_the_last_bit(read: Read) -> None:
    # float() is correctly rounded; a parser that isn't is off in the last digit here.
    cells = ["0.7913287771988531", "93.994", "1.7976931348623157e308", "5e-324"]
    table = read("a,b\n" + "\n".join(f"{c},x" for c in cells))
    assert values(table, "a") == [float(c) for c in cells]


@pytest.mark.parametrize(
    "mark",
    ["", " ", "NA", "N/A", "n/a", "NaN", "nan", "null", "NULL", "-", "?", "#N/A", "n.a.", "none", "None"],
)
def test_that_the_usual_marks_mean_missing(read: Read, mark: str) -> None:
    table = read(f"a,b,c\n1,x,1\n{mark},{mark},2\n3,z,3\n")
    assert values(table, "a") == [1, None, 3]
    assert values(table, "b") == ["x", None, "z"]


def test_that_unknown_is_an_answer_unless_the_user_says_otherwise(tmp_path: Path, read: Read) -> None:
    assert values(read("job,pet\nunknown,dog\nclerk,cat\n"), "job") == ["unknown", "clerk"]
    table = read_table(tmp_path / "customers.csv", choices=ReadingChoices(unknown_is_missing=True))
    assert values(table, "job") == [None, "clerk"]


def test_that_infinity_is_no_amount(read: Read) -> None:
    assert values(read("a,b\n1,x\ninf,y\n-inf,z\n"), "a") == [1, None, None]


def test_that_a_stray_word_among_numbers_is_blank_and_told(read: Read) -> None:
    rows = "\n".join(f"{i},x" for i in range(50))
    table = read(f"a,b\n{rows}\nrefused,x\n")
    assert table.column("a").kind is Kind.NUMBER
    note = next(n for n in table.notes if n.code == "note.not_numbers")
    assert note.facts == {"column": "a", "values": "refused", "count": 1}


def test_that_codes_with_letters_stay_text(read: Read) -> None:
    rows = "\n".join(f"{536000 + i},x" for i in range(50))
    assert read(f"invoice,b\n{rows}\nC536001,x\n").column("invoice").kind is Kind.TEXT


def test_that_true_and_false_keep_their_spelling(read: Read) -> None:
    assert values(read("a,b\nTRUE,1\nfalse,2\nTRUE,3\n"), "a") == ["TRUE", "false", "TRUE"]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["2014-01-31", "2014-12-01"], ["2014-01-31", "2014-12-01"]),
        (["31/01/2014", "01/12/2014"], ["2014-01-31", "2014-12-01"]),
        (["1/31/2014", "12/1/2014"], ["2014-01-31", "2014-12-01"]),
        (["31-01-2014", "01-12-2014"], ["2014-01-31", "2014-12-01"]),
        (["31.01.2014", "01.12.2014"], ["2014-01-31", "2014-12-01"]),
        (["31/01/14", "01/12/14"], ["2014-01-31", "2014-12-01"]),
        (["31-Jan-2014", "01-Dec-2014"], ["2014-01-31", "2014-12-01"]),
        (["January 31, 2014", "December 1, 2014"], ["2014-01-31", "2014-12-01"]),
        (["2014-01-31 18:05", "2014-12-01 06:00:30"], ["2014-01-31T18:05:00", "2014-12-01T06:00:30"]),
        (["2014-01-31T18:05:00Z", "2014-12-01T06:00:00Z"], ["2014-01-31T18:05:00", "2014-12-01T06:00:00"]),
        (["1/31/2014 6:05 PM", "12/1/2014 6:00 AM"], ["2014-01-31T18:05:00", "2014-12-01T06:00:00"]),
        (["1893-07-15", "2014-12-01"], ["1893-07-15", "2014-12-01"]),
    ],
)
def test_that_dates_are_recognised(read: Read, cells: list[str], expected: list[str]) -> None:
    table = read("a;day\n" + "\n".join(f"x;{c}" for c in cells))
    assert table.column("day").kind is Kind.DATE
    assert table.column("day").values.tolist() == np.array(expected, "datetime64[s]").tolist()
    assert not table.notes


def test_that_ambiguous_dates_are_day_first_and_told(read: Read) -> None:
    table = read("a,day\nx,03/04/2014\ny,05/06/2014\n")
    assert table.column("day").values.tolist() == np.array(["2014-04-03", "2014-06-05"], "M8[s]").tolist()
    assert codes(table) == {"note.ambiguous_dates"}


def test_that_an_impossible_date_among_many_is_blank_and_told(read: Read) -> None:
    days = [f"{2000 + i}-01-01" for i in range(99)]
    table = read("a,day\n" + "\n".join(f"x,{d}" for d in [*days, "2014-02-31"]))
    assert table.column("day").is_missing.sum() == 1
    assert codes(table) == {"note.bad_dates"}


def test_that_numbers_that_are_all_days_are_dates(read: Read) -> None:
    days = ["20180628", "20200229", "", "19991231", "20180101", "20181130"]
    table = read("a,day\n" + "\n".join(f"x,{d}" for d in days))
    assert table.column("day").kind is Kind.DATE
    assert str(table.column("day").values[1]) == "2020-02-29T00:00:00"
    (note,) = table.notes
    assert (note.code, note.facts["example"]) == ("note.counted_dates", "20180628 → 2018-06-28")
    # 2019 had no 29 February, so these are amounts.
    amounts = read("a,n\n" + "\n".join(f"x,{d}" for d in [*days, "20190229"]))
    assert amounts.column("n").kind is Kind.NUMBER


@pytest.mark.parametrize(
    ("years", "first", "last"),
    [
        (("61", "75", "99", "03"), 1961, 2003),  # birthdays: pandas would make 2061 of the first
        (("18", "20", "24"), 2018, 2024),
        (("88", "95", "24"), 1988, 2024),
        (("60", "68"), 1960, 1968),
    ],
)
def test_that_years_of_two_digits_lie_within_a_hundred(
    read: Read, years: tuple[str, ...], first: int, last: int
) -> None:
    table = read("a,day\n" + "".join(f"x,15/02/{year}\n" for year in years))
    found = table.column("day").values
    assert (str(found.min())[:10], str(found.max())[:10]) == (f"{first}-02-15", f"{last}-02-15")
    told = [note.facts for note in table.notes]
    assert told == ([{"column": "day", "first": str(first), "last": str(last)}] if first < 2000 else [])


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("(1,630.05)", -1630.05),
        ("1,630.05-", -1630.05),
        ("\u22121,630.05", -1630.05),
        ("-$1,630.05", -1630.05),
        ("$-1,630.05", -1630.05),
    ],
)
def test_that_a_minus_may_stand_anywhere(read: Read, written: str, value: float) -> None:
    sign = "$" if "$" in written else ""
    table = read(f'a,balance\nx,"{written}"\ny,{sign}12.50\nz,{sign}7.25\n')
    assert values(table, "balance") == [value, 12.5, 7.25]


def test_that_brackets_around_every_value_are_no_minus(read: Read) -> None:
    assert read("a,n\nx,(1)\ny,(2)\nz,(3)\n").column("n").kind is Kind.TEXT


def test_that_version_numbers_are_no_dates(read: Read) -> None:
    assert read("a,v\nx,1.2.03\ny,1.3.04\n").column("v").kind is Kind.TEXT


def test_that_headers_are_stripped_and_never_blank_or_twice(read: Read) -> None:
    table = read(" a ,a,,b\nx,1,2,3\ny,4,5,6\n")
    assert [c.name for c in table.columns] == ["a", "a_2", "column_3", "b"]
    assert codes(table) == {"note.blank_headers", "note.repeated_headers"}


def test_that_only_columns_that_are_kept_are_told_to_be_unnamed(read: Read) -> None:
    # Two columns without a heading: the first holds values, the last is only a separator too many.
    table = read("a,,b,\nx,1,2,\ny,4,5,\n")
    facts = {note.code: note.facts for note in table.notes}
    assert facts == {
        "note.blank_headers": {"count": 1, "names": "column_2"},
        "note.empty_columns": {"count": 1},
    }


def test_that_infinite_numbers_become_blanks_and_are_told(read: Read) -> None:
    table = read("a,b\nx,1.5\ny,inf\nz,-Infinity\nw,2.5\n")
    assert values(table, "b") == [1.5, None, None, 2.5]
    (note,) = table.notes
    assert (note.code, note.facts) == ("note.not_numbers", {"column": "b", "values": "∞", "count": 2})


def test_that_names_made_up_do_not_collide(read: Read) -> None:
    table = read("a,a,a_2,column_4,\nx,1,2,3,4\ny,4,5,6,7\n")
    names = [c.name for c in table.columns]
    assert names == ["a", "a_3", "a_2", "column_4", "column_5"]


def test_that_a_file_without_headers_keeps_its_first_customer(read: Read) -> None:
    table = read("1,Anna,30\n2,Ben,41\n3,Cleo,52\n")
    assert table.rows == 3
    assert [c.name for c in table.columns] == ["column_1", "column_2", "column_3"]
    assert codes(table) == {"note.no_header"}


def test_that_years_may_be_headings(read: Read) -> None:
    table = read("shop,2019,2020\nBole,5,6\nPiassa,7,8\n")
    assert [c.name for c in table.columns] == ["shop", "2019", "2020"]


def test_that_title_lines_and_a_total_are_no_customers(read: Read) -> None:
    table = read("Customer list\nPrinted 1/2/2014\n\nid,name,spend\n1,Anna,3\n2,Ben,4\nTotal,,7\n")
    assert values(table, "spend") == [3, 4]
    assert values(table, "id") == [1, 2]
    assert codes(table) == {"note.title_lines", "note.total_row"}


def test_that_row_names_without_a_heading_get_a_column(read: Read) -> None:
    table = read("age,spend\nr1,3,5\nr2,4,6\nr3,5,7\n")
    assert [c.name for c in table.columns] == ["column_1", "age", "spend"]
    assert values(table, "spend") == [5, 6, 7]


@pytest.mark.parametrize("quote", ["", '"'])
def test_that_ragged_rows_load_and_are_named_by_line(read: Read, quote: str) -> None:
    rows = [f"{i},{quote}n{i}{quote},{i}" for i in range(30)]
    rows[3], rows[7] = "3,n3", "7,n7,7,surplus,more"
    table = read("id,name,n\n" + "\n".join(rows) + "\n")
    assert table.rows == 30
    assert values(table, "n")[3] is None
    assert values(table, "n")[7] == 7
    note = next(n for n in table.notes if n.code == "note.ragged_rows")
    # The heading is line 1, so row 3 counted from 0 stands in line 5.
    assert note.facts == {"count": 2, "short": 1, "long": 1, "lines": "5, 9"}


def test_that_blank_rows_and_nameless_empty_columns_vanish(read: Read) -> None:
    table = read("a;b;;\n1;x;;\n;;;\n\n2;y;;\n")
    assert [c.name for c in table.columns] == ["a", "b"]
    assert table.rows == 2
    assert {"note.blank_rows", "note.empty_columns"} <= codes(table)


def test_that_a_named_empty_column_stays(read: Read) -> None:
    column = read("a,note\n1,\n2,\n").column("note")
    assert column.is_missing.all()


def test_that_stray_zero_bytes_are_left_out_and_told(read: Read) -> None:
    body = "".join(f"{i},some ordinary customer name\n" for i in range(50)).encode()
    table = read(b"a,b\n1,x\x00y\n" + body)
    assert values(table, "b")[0] == "xy"
    assert codes(table) == {"note.nul_bytes"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file.empty"),
        (b"\xef\xbb\xbf \r\n \n", "file.empty"),
        (b"PK\x03\x04....[Content_Types].xml....xl/workbook.xml", "file.broken_spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "file.broken_spreadsheet"),
        (b"PK\x03\x04 something else", "file.archive"),
        (b"\x1f\x8b\x08\x00", "file.archive"),
        (bytes(range(256)) * 8, "file.binary"),
        (b"\xff\xfe\x00\xd8a", "file.binary"),
        (b"a,b,c\n", "file.only_header"),
        (b"a,b\n1,2\n", "file.too_few_rows"),
        (b"a\n1\n2\n3\n", "file.one_column"),
        (b"a,\n1,\n2,\n", "file.one_column"),
        (b"milk,bread\n" + b"eggs\nmilk,eggs,tea\nsalt,oil,tea,milk\n" * 10, "file.ragged"),
        (
            ",".join(f"c{i}" for i in range(1001)).encode() + b"\n" + b",".join([b"1"] * 1001),
            "file.too_many_columns",
        ),
    ],
)
def test_that_what_is_no_table_is_refused_with_a_reason(read: Read, content: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read(content)
    assert caught.value.code == code


def test_that_ragged_rows_below_a_tidy_start_are_refused(read: Read) -> None:
    tidy = "".join(f"{i},a,b\n" for i in range(2500))
    with pytest.raises(InputError, match=r"file\.ragged"):
        read("x,y,z\n" + tidy + "1,2\n" * 2000)


def test_that_missing_files_and_folders_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"file\.missing"):
        read_table(tmp_path / "gone.csv")
    with pytest.raises(InputError, match=r"file\.folder"):
        read_table(tmp_path)
    with pytest.raises(InputError, match=r"file\.unreadable"):
        read_table(tmp_path / "impossible\0name.csv")


def test_that_a_forbidden_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n1,2\n")

    def refuse(_self: Path) -> bytes:
        raise PermissionError

    # Root may read everything, so the refusal itself is played.
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(InputError, match=r"file\.no_permission"):
        read_table(path)


def test_that_progress_only_grows_and_ends_at_one(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n" + "".join(f"{i},x{i % 7}\n" for i in range(20_000)))
    shares: list[float] = []
    read_table(path, report=shares.append)
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] == 1
    assert len(shares) > 5


def test_that_levels_are_in_order_of_appearance_and_stripped(read: Read) -> None:
    column = read("a,b\n1,zeta \n2,  alpha\n3,zeta\n4,beta\n").column("b")
    assert column.levels == ("zeta", "alpha", "beta")
    assert column.values.tolist() == [0, 1, 0, 2]
