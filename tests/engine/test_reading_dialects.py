"""Whatever dialect a file is written in, the same table comes out, and the user's word stands above."""

from __future__ import annotations

import csv
import datetime as dt
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from segdesk.engine.reading import read_dialect, read_table
from segdesk.errors import InputError
from segdesk.model.reading import ReadingChoices
from segdesk.model.table import Table
from tests.engine.read_back import dialect, values
from tests.engine.reading_scripts import script

Write = Callable[[str | bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def to_file(content: str | bytes) -> Path:
        path = tmp_path / "customers.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return to_file


def guesses(table: Table) -> dict[str, tuple[tuple[str, str], ...]]:
    return {guess.field: guess.examples for guess in dialect(table).guesses}


# --- the property: write a table in every dialect, read it back ------------------------------------

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéüñß"
_NAMES = st.text(_LETTERS + " ,;|\t'\"\n", min_size=1, max_size=20).map(
    lambda text: "w" + " ".join(text.split(" ")).strip() + "w"
)
_ROWS = st.lists(
    st.tuples(
        _NAMES,
        st.integers(-99_999_999, 99_999_999),
        st.one_of(st.none(), st.dates(min_value=dt.date(1950, 1, 1))),
    ),
    min_size=12,
    max_size=40,
)
_DIALECTS = st.fixed_dictionaries(
    {
        "separator": st.sampled_from([",", ";", "\t", "|"]),
        "encoding": st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]),
        "end": st.sampled_from(["\n", "\r\n"]),
        "decimal": st.sampled_from([".", ","]),
        "group": st.sampled_from(["", ".", ",", "'", " ", "\u00a0", "\u202f"]),
        "money": st.sampled_from(["{}", "{} Br", "ETB {}", "${}", "{} €", "({})"]),
        "date": st.sampled_from(["%Y-%m-%d", "%d/%m/%Y", "%m/%d/%Y", "%d.%m.%Y", "%d-%b-%Y", "%B %d, %Y"]),
        "quoting": st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
        "sep_line": st.booleans(),
        "title": st.booleans(),
        "total": st.booleans(),
    }
)


def _written_number(cents: int, how: dict[str, Any]) -> str:
    whole, part = divmod(abs(cents), 100)
    text = f"{whole:,}".replace(",", how["group"]) + f"{how['decimal']}{part:02}"
    if how["money"] == "({})":
        return f"({text})" if cents < 0 else text
    return str(how["money"].format("-" + text if cents < 0 else text))


def _written(rows: list[Any], how: dict[str, Any]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=how["separator"], quoting=how["quoting"], lineterminator=how["end"])
    if how["sep_line"]:
        out.write(f"sep={how['separator']}{how['end']}")
    if how["title"]:
        out.write(f"Customer list{how['end']}{how['end']}")
    writer.writerow(["name", "spend", "joined"])
    for name, cents, day in rows:
        writer.writerow([name, _written_number(cents, how), day.strftime(how["date"]) if day else ""])
    if how["total"]:
        writer.writerow(["Total", _written_number(sum(r[1] for r in rows), how), ""])
    # Narrow spaces aren't in Windows-1252.
    encoding = "utf-8" if how["encoding"] == "cp1252" and how["group"] == "\u202f" else how["encoding"]
    return out.getvalue().encode(encoding)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=_ROWS, how=_DIALECTS)
def test_that_a_table_written_in_any_dialect_reads_back_equal(
    tmp_path: Path, rows: list[Any], how: dict[str, Any]
) -> None:
    if how["group"] == how["decimal"]:
        how["group"] = ""
    # A day after the twelfth settles the order of day and month, an amount in thousands the marks.
    rows = [*rows, ("last", 123_456_789, dt.date(2014, 1, 31))]
    path = tmp_path / "table.csv"
    path.write_bytes(_written(rows, how))
    table = read_table(path)
    assert [c.name for c in table.columns] == ["name", "spend", "joined"]
    names = [name.replace("\r\n", "\n").replace("\r", "\n") for name, _, _ in rows]
    assert values(table, "name") == names
    assert values(table, "spend") == [cents / 100 for _, cents, _ in rows]
    days = [np.datetime64(day or "NaT", "s").item() for _, _, day in rows]
    assert table.column("joined").values.tolist() == days
    assert dialect(table).delimiter == how["separator"]
    assert dialect(table).decimal == how["decimal"]
    if how["date"] in ("%d/%m/%Y", "%m/%d/%Y"):
        assert dialect(table).dayfirst is (how["date"] == "%d/%m/%Y")


def test_that_reading_leaves_the_locale_and_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a;b\n0,5;x\n1,5;y\n")
    before = path.stat().st_mtime_ns, os.environ.copy()
    assert values(read_table(path), "a") == [0.5, 1.5]
    assert (path.stat().st_mtime_ns, os.environ.copy()) == before


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.floats(-1e9, 1e9, allow_subnormal=False),
            st.integers(-(10**9), 10**9),
            st.sampled_from(["Addis, Ababa", 'the "best"', "Jimma", "x;y", "tab\there", "ሐዋሳ"]),
        ),
        min_size=2,
        max_size=30,
    )
)
def test_that_what_csv_writes_is_read_back(tmp_path: Path, rows: list[tuple[float, int, str]]) -> None:
    path = tmp_path / "a.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("share", "count", "town"), *((repr(f), i, t) for f, i, t in rows)])
    table = read_table(path)
    assert values(table, "share") == [f for f, _, _ in rows]
    assert values(table, "count") == [i for _, i, _ in rows]
    assert values(table, "town") == [t for _, _, t in rows]


# --- marks ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mark", [":", "~", "^", "#", "¦", "§"])
def test_that_a_rare_separator_is_found_where_it_is_clear(write: Write, mark: str) -> None:
    rows = "".join(f"n{i}{mark}{i}{mark}{i * 2}\n" for i in range(9))
    table = read_table(write(f"name{mark}age{mark}spend\n{rows}"))
    assert dialect(table).delimiter == mark
    assert values(table, "spend") == [i * 2 for i in range(9)]


def test_that_columns_set_apart_by_spaces_are_read(write: Write) -> None:
    table = read_table(write("shop   a    b\nBole   1.5  20\nMexico 2.25 3\nPiassa 10   4\n"))
    assert values(table, "shop") == ["Bole", "Mexico", "Piassa"]
    assert values(table, "a") == [1.5, 2.25, 10]


def test_that_sentences_are_no_columns(write: Write) -> None:
    with pytest.raises(InputError, match=r"file\.one_column"):
        read_table(write("remarks\nall was good: thanks\nwe liked it\nnever again: too dear\n"))


def test_that_times_are_not_cut_at_their_colons(write: Write) -> None:
    with pytest.raises(InputError, match=r"file\.one_column"):
        read_table(write("time\n12:30:00\n12:31:00\n12:32:30\n12:33:00\n"))


def test_that_apostrophes_may_quote(write: Write) -> None:
    table = read_table(write("'name','town'\n'Abebe, Jr.','Addis'\n'it''s','b'\n'c','d'\n"))
    assert values(table, "name") == ["Abebe, Jr.", "it's", "c"]
    assert dialect(table).quotechar == "'"


def test_that_a_backslash_may_escape_a_quote(write: Write) -> None:
    table = read_table(write('name,age\n"says \\"hi\\", then",3\n"b \\"c\\" d",4\n'))
    assert values(table, "name") == ['says "hi", then', 'b "c" d']


def test_that_a_line_that_names_the_separator_is_no_row(write: Write) -> None:
    table = read_table(write("sep=;\na;b\n1,5;x\n2,5;y\n"))
    assert [c.name for c in table.columns] == ["a", "b"]
    assert dialect(table).header_row == 2


# --- encodings --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("cp1252", ["José", "Zoë", "Françoise", "Müller", "l’été"]),
        (
            "cp1250",
            ["Łukasz Wiśniewski", "Małgorzata Dąbrowska", "Grzegorz Brzęczyszczykiewicz", "Święta", "Żółć"],
        ),
        ("cp1251", ["Иван Петров", "Мария Сидорова", "Санкт-Петербург", "Екатерина", "Владивосток"]),
        ("cp1253", ["Γεώργιος Παπαδόπουλος", "Μαρία Αντωνίου", "Θεσσαλονίκη", "Αθήνα", "Πάτρα"]),
        ("mac_roman", ["José", "Zoë", "Françoise", "Müller", "Noël"]),
    ],
)
def test_that_old_encodings_are_told_by_their_letters(write: Write, encoding: str, words: list[str]) -> None:
    lines = "".join(f"{word},{i}\n" for i, word in enumerate(words * 5))
    table = read_table(write(f"name,n\n{lines}".encode(encoding)))
    assert values(table, "name") == words * 5


def test_that_a_letter_at_the_very_end_still_counts(write: Write) -> None:
    plain = "".join(f"customer {i},{i}\n" for i in range(50_000))
    table = read_table(write(f"name,n\n{plain}José,1\n".encode("cp1252")))
    assert values(table, "name")[-1] == "José"
    assert dialect(table).encoding == "cp1252"


def test_that_a_guessed_encoding_shows_examples_and_can_be_overridden(write: Write) -> None:
    path = write("name,n\nПетров,1\nСидорова,2\nВладимир,3\n".encode("cp1251"))
    found = guesses(read_table(path))["encoding"]
    assert ("Петров" in [chosen for _, chosen in found]) or len(found) == 3
    table = read_table(path, choices=ReadingChoices(encoding="cp1251"))
    assert values(table, "name") == ["Петров", "Сидорова", "Владимир"]
    assert "encoding" not in guesses(table)


def test_that_signs_misread_once_before_are_mended(write: Write) -> None:
    # A program took Windows' ’ (0x92) for Latin-1's control character and wrote that as UTF-8.
    table = read_table(write("wine,n\nCos d\x92Estournel,1\nb,2\n".encode()))
    assert values(table, "wine") == ["Cos d’Estournel", "b"]


# --- what the user says ----------------------------------------------------------------------------


def test_that_every_choice_stands_above_the_file(write: Write) -> None:
    path = write("a;b;day\n1,234;x;03/04/2014\n2,345;y;05/06/2014\n")
    free = read_table(path)
    assert values(free, "a") == [1.234, 2.345]
    assert guesses(free)["decimal"] == (("1,234", "1.234"), ("2,345", "2.345"))
    assert guesses(free)["dayfirst"] == (("03/04/2014", "2014-04-03"), ("05/06/2014", "2014-06-05"))
    told = read_table(path, choices=ReadingChoices(decimal=".", dayfirst=False))
    assert values(told, "a") == [1234, 2345]
    assert str(told.column("day").values[0])[:10] == "2014-03-04"
    assert not dialect(told).guesses
    assert (dialect(told).decimal, dialect(told).dayfirst) == (".", False)


def test_that_a_chosen_point_may_part_thousands(write: Write) -> None:
    path = write("a;b\n1.234;x\n2.345;y\n")
    assert values(read_table(path), "a") == [1.234, 2.345]
    assert "decimal" in guesses(read_table(path))
    assert values(read_table(path, choices=ReadingChoices(decimal=",")), "a") == [1234, 2345]


def test_that_thousands_show_where_small_numbers_have_no_mark(write: Write) -> None:
    # Whoever writes three decimals writes 980,000: beside 980 the point of 1.234 parts thousands.
    table = read_table(write("a;b\n1.234;x\n980;y\n12.345;z\n"))
    assert values(table, "a") == [1234, 980, 12345]
    assert "decimal" in guesses(table)


def test_that_separator_and_quote_may_be_chosen(write: Write) -> None:
    path = write("a,b;c\n1,x;3\n2,y;4\n5,z;6\n")
    table = read_table(path, choices=ReadingChoices(delimiter=";"))
    assert [c.name for c in table.columns] == ["a,b", "c"]
    path = write('a\tb\n"x\t1\ny"\t2\n')
    table = read_table(path, choices=ReadingChoices(quotechar=""))
    assert values(table, "a") == ['"x', 'y"']


def test_that_the_header_row_may_be_chosen(write: Write) -> None:
    path = write("x,y\na,b\n1,2\n3,4\n5,6\n")
    table = read_table(path, choices=ReadingChoices(header_row=2))
    assert [c.name for c in table.columns] == ["a", "b"]
    assert values(table, "a") == [1, 3, 5]
    none = read_table(path, choices=ReadingChoices(header_row=0))
    assert none.rows == 5
    assert dialect(none).header_row == 0


@pytest.mark.parametrize(
    ("choices", "code"),
    [
        (ReadingChoices(encoding="klingon"), "file.unknown_encoding"),
        (ReadingChoices(encoding="base64"), "file.unknown_encoding"),
        (ReadingChoices(delimiter="<>"), "file.bad_separator"),
        (ReadingChoices(delimiter="\n"), "file.bad_separator"),
        (ReadingChoices(header_row=99), "file.no_such_row"),
    ],
)
def test_that_impossible_choices_are_refused(write: Write, choices: ReadingChoices, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_table(write("a,b\n1,2\n3,4\n"), choices=choices)
    assert caught.value.code == code


# --- real files -------------------------------------------------------------------------------------


def test_that_csvsniffers_annotations_are_met(shared_data: Path) -> None:
    bench = script("bench_reading")
    files = list(bench.annotated(shared_data / "messy/CSVsniffer"))
    agreed = [bench.by_segdesk(path) == true for path, true in files]
    assert len(files) > 150
    assert sum(agreed) >= 0.95 * len(files)


def test_that_a_dialect_is_named_also_where_rows_are_refused(write: Write) -> None:
    found = read_dialect(write("a;b\n"))
    assert (found.encoding, found.delimiter, found.quotechar) == ("utf-8", ";", '"')
