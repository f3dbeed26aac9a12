"""The receipt accounts for every line, and broken rows are mended only where it is clear how."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from segdesk.engine.reading import read_table
from segdesk.engine.reading.mend import learn, mend
from segdesk.errors import InputError
from segdesk.model.reading import Receipt
from segdesk.model.table import Table
from tests.engine.reading_scripts import script

Read = Callable[[str], Table]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def write_and_read(content: str) -> Table:
        path = tmp_path / "customers.csv"
        path.write_text(content, "utf-8", newline="")
        return read_table(path)

    return write_and_read


def receipt(table: Table) -> Receipt:
    assert table.receipt is not None
    return table.receipt


def left_out(table: Table) -> dict[str, tuple[int, tuple[int, ...]]]:
    return {left.reason.code: (left.count, left.lines) for left in receipt(table).left_out}


def test_that_every_line_is_accounted_for(read: Read) -> None:
    lines = [
        "Sales by customer",  # 1
        "Printed 1/2/2014",  # 2
        "",  # 3
        "id,joined,spend",  # 4
        "1,2014-01-31,10.5",  # 5
        "2,2014-03-01,20",  # 6
        "",  # 7
        "1,2014-01-31,10.5",  # 8: equal to line 5
        "id,joined,spend",  # 9: the next page's header
        "3,,30",  # 10
        ",,",  # 11
        "4,2013-12-24,",  # 12
        "",  # 13
        "Total,,71",  # 14
        "Source: till 3 in Bole",  # 15
    ]
    table = read("\n".join(lines) + "\n")
    found = receipt(table)
    assert (found.lines, found.rows, found.duplicates, found.blanks) == (15, 5, 1, 2)
    assert (found.first_date, found.last_date) == ("2013-12-24", "2014-03-01")
    assert [(t.column, t.total, t.currency) for t in found.totals] == [("spend", 71, "")]
    # Line 11 holds nothing but separators: it is counted among the blank ones without its number.
    assert left_out(table) == {
        "note.title_lines": (3, (1, 2, 3)),
        "note.total_row": (1, (14,)),
        "note.footnotes": (1, (15,)),
        "note.repeated_header_lines": (1, (9,)),
        "note.blank_rows": (3, (7, 13)),
    }
    # 3 + 1 + 1 + 1 + 3 left out, 5 rows and the header.
    assert sum(n for n, _ in left_out(table).values()) + found.rows + 1 == found.lines


def test_that_totals_below_a_blank_line_are_no_customers(read: Read) -> None:
    table = read("id;name;spend\n1;a;3\n2;b;4\n3;c;5\n\n;;\nSubtotal;;7\nGrand total:;;12\n")
    assert table.rows == 3
    assert left_out(table)["note.total_row"] == (2, (7, 8))


def test_that_a_customer_named_like_a_total_stays(read: Read) -> None:
    table = read("name,town,spend\nTotal Energies,Bole,3\nSummer Shop,Bole,4\nTotal Fitness,Bole,5\n")
    assert table.rows == 3


def test_that_a_second_table_is_left_out_and_told(read: Read) -> None:
    first = "".join(f"{i},n{i},{i}\n" for i in range(20))
    second = "".join(f"{i},x\n" for i in range(8))
    table = read("id,name,spend\n" + first + "code,meaning\n" + second)
    assert table.rows == 20
    assert left_out(table)["note.second_table"] == (9, (22,))


def test_that_headings_in_two_lines_are_joined(read: Read) -> None:
    rows = "".join(f"n{i},{i},{i * 2}\n" for i in range(9))
    table = read("name,2013 sales,2014 sales\n(text),(ETB),(ETB)\n" + rows)
    assert [c.name for c in table.columns] == ["name (text)", "2013 sales (ETB)", "2014 sales (ETB)"]
    assert table.rows == 9


# --- mending ----------------------------------------------------------------------------------------

_WHOLE = [[f"{d:02}/01/2014", f"AB-{1000 + d}", f"${d}.50", f"Shoe, size {d}"] for d in range(1, 29)]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('07/01/2014,"AB-1007,$7.50,"Shoe, size 7"', ["07/01/2014", '"AB-1007', "$7.50", "Shoe, size 7"]),
        ('07/01/2014,AB-1007$7.50,"Shoe, size 7"', ["07/01/2014", "AB-1007", "$7.50", "Shoe, size 7"]),
        ('07/01/2014,AB-1007,$7.50"Shoe, size 7"', ["07/01/2014", "AB-1007", "$7.50", "Shoe, size 7"]),
        ('07/01/2014,,AB-1007,$7.50,"Shoe, size 7"', ["07/01/2014", "AB-1007", "$7.50", "Shoe, size 7"]),
        ("07/01/2014,AB-1007,$7.50,Shoe, size 7", ["07/01/2014", "AB-1007", "$7.50", "Shoe, size 7"]),
        ('07/01/2014 AB-1007 $7.50 "Shoe, size 7"', ["07/01/2014", "AB-1007", "$7.50", "Shoe, size 7"]),
    ],
)
def test_that_a_row_is_mended_where_only_one_reading_fits(line: str, cells: list[str]) -> None:
    shapes = learn(_WHOLE, 4)
    assert shapes is not None
    mended = mend(line, separator=",", quote='"', width=4, shapes=shapes)
    assert mended is not None
    assert mended == cells


@pytest.mark.parametrize("line", ["nothing like it", "a,b,c", "07/01/2014,AB-1007", "x,y,z,p,q,r"])
def test_that_a_row_that_fits_nowhere_is_not_mended(line: str) -> None:
    shapes = learn(_WHOLE, 4)
    assert shapes is not None
    assert mend(line, separator=",", quote='"', width=4, shapes=shapes) is None


def test_that_an_open_quote_does_not_swallow_the_rows_below(read: Read) -> None:
    rows = [f'{i},"town, {i}",{i}.5' for i in range(40)]
    rows[10] = '10,"town 10,10.5'
    table = read("id,town,spend\n" + "\n".join(rows) + "\n")
    assert table.rows == 40
    note = next(n for n in table.notes if n.code == "note.mended_rows")
    assert note.facts == {"count": 1, "lines": "12"}


def test_that_polluted_files_load_to_their_clean_cells(shared_data: Path) -> None:
    loaded = script("bench_reading").loaded
    folder = shared_data / "messy/pollock/polluted"
    paths = sorted((folder / "csv").iterdir())
    cells = {path.name: loaded(path) for path in paths}
    same = [p.name for p in paths if cells[p.name] == loaded(folder / "clean" / p.name)]
    assert len(same) >= 0.9 * len(paths)
    # Refused alike, as it must be.
    assert cells["file_header_only.csv"] == "file.only_header"
    assert sum(isinstance(found, str) for found in cells.values()) == 1


# --- a file that doesn't keep still -----------------------------------------------------------------


@pytest.mark.parametrize("what", ["grows", "vanishes", "is touched"])
def test_that_a_file_changed_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    path = tmp_path / "till.csv"
    path.write_text("a,b\n1,2\n3,4\n")
    read_bytes = Path.read_bytes

    def read_and_meddle(self: Path) -> bytes:
        data = read_bytes(self)
        if what == "grows":
            self.write_text("a,b\n1,2\n3,4\n5,6\n")
        elif what == "vanishes":
            self.unlink()
        else:
            os.utime(self, ns=(1, 1))
        return data

    monkeypatch.setattr(Path, "read_bytes", read_and_meddle)
    with pytest.raises(InputError, match=r"file\.changed"):
        read_table(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_that_a_pipe_is_refused_rather_than_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(InputError, match=r"file\.unreadable"):
        read_table(tmp_path / "pipe.csv")
