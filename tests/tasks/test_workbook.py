"""Lists as workbooks and as CSV: the same rows, types, letters and formula-like text, for other readers."""

from __future__ import annotations

import csv
import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from segdesk.charts.export import ExportRequest
from segdesk.errors import StoreError
from segdesk.exports import LISTS, ListWishes, export_request
from segdesk.store.catalogue import run
from segdesk.store.db import opened
from segdesk.store.runs import labels, segmentation
from segdesk.tasks import workbook
from segdesk.tasks.contacts import count_opted_out, opt_out_of
from segdesk.tasks.delivery import free_name, replace_file
from segdesk.tasks.export import export_run
from segdesk.tasks.workbook import sheet_names
from tests.tasks.customers_files import HEADER, ROWS, TRAPS, run_of, write_customers
from tests.tasks.reporting import quiet


@pytest.fixture
def run_id(database: Path, tmp_path: Path) -> int:
    return run_of(database, write_customers(tmp_path / "ደንበኞች.csv"), 3)


def export(
    database: Path, run_id: int, folder: Path, lists: ListWishes, *, segments: int = 3, kind: str = LISTS
) -> ExportRequest:
    with opened(database, "read") as connection:
        found, info = segmentation(connection, run_id), run(connection, run_id)
    request = export_request(found, segments, kind, lists=lists, run=info)
    export_run(quiet, database=database, run_id=run_id, folder=folder, request=request)
    return request


def test_that_a_workbook_holds_every_customer_who_may_be_contacted(
    database: Path, run_id: int, tmp_path: Path
) -> None:
    export(database, run_id, tmp_path / "out", ListWishes(is_workbook=True))
    book = CalamineWorkbook.from_path(str(tmp_path / "out" / "Customers.xlsx"))
    assert book.sheet_names[0] == "Summary"
    assert len(book.sheet_names) == 4
    rows: dict[Any, Any] = {}
    for number, name in enumerate(book.sheet_names[1:]):
        header, *lines = book.get_sheet_by_name(name).to_python()
        assert header == [*HEADER, "segment", "segment_name"]
        assert {line[-2] for line in lines} == {number}
        rows |= {line[0]: line for line in lines}
    assert len(rows) == ROWS - 10  # every 24th of 240 opted out
    with opened(database, "read") as connection:
        found = labels(connection, run_id)
    assert all(rows[key][-2] == found[int(key[1:])] for key in rows)


def test_that_cells_keep_their_types_letters_and_signs(database: Path, run_id: int, tmp_path: Path) -> None:
    export(database, run_id, tmp_path / "out", ListWishes(is_workbook=True))
    path = tmp_path / "out" / "Customers.xlsx"
    sheets = pd.read_excel(path, sheet_name=None, engine="calamine", dtype=object)
    lists = pd.concat([frame for name, frame in sheets.items() if name != "Summary"])
    one = lists[lists["የደንበኛ መለያ"] == "K0001"].iloc[0]
    assert one["ሙሉ ስም"] == "አበበ 1"
    assert one["phone_note"] == TRAPS[1] == "+251 911"  # text, and nothing put before it
    assert (one["age"], one["total_spend"]) == (39, 5237.5)
    assert isinstance(one["total_spend"], float)
    assert one["joined"] in (datetime.date(2019, 2, 11), datetime.datetime(2019, 2, 11))
    assert one["card_number"] == "4000000000007919"  # sixteen digits: as a number Excel would round it
    assert set(lists["phone_note"]) == set(TRAPS)
    assert sheets["Summary"].iloc[:, 0].name == "Customer lists by segment"


def test_that_nothing_in_a_workbook_is_a_formula(database: Path, run_id: int, tmp_path: Path) -> None:
    import zipfile

    export(database, run_id, tmp_path / "out", ListWishes(is_workbook=True))
    with zipfile.ZipFile(tmp_path / "out" / "Customers.xlsx") as archive:
        sheets = [archive.read(n) for n in archive.namelist() if n.startswith("xl/worksheets/sheet")]
    assert len(sheets) == 4
    assert not any(b"<f>" in sheet for sheet in sheets)


def test_that_the_same_lists_are_the_same_file(database: Path, run_id: int, tmp_path: Path) -> None:
    for folder in ("a", "b"):
        export(database, run_id, tmp_path / folder, ListWishes(is_workbook=True))
    first, second = ((tmp_path / folder / "Customers.xlsx").read_bytes() for folder in ("a", "b"))
    assert first == second


def test_that_the_summary_counts_who_was_left_out(database: Path, run_id: int, tmp_path: Path) -> None:
    export(database, run_id, tmp_path / "out", ListWishes(is_workbook=True))
    book = CalamineWorkbook.from_path(str(tmp_path / "out" / "Customers.xlsx"))
    lines = book.get_sheet_by_name("Summary").to_python()
    total = next(line for line in lines if line[1] == "All customers")
    assert [total[2], total[4], total[5]] == [ROWS, ROWS - 10, 10]
    assert any("ደንበኞች.csv" in str(cell) for line in lines for cell in line)


def test_that_columns_and_their_order_are_chosen(database: Path, run_id: int, tmp_path: Path) -> None:
    wishes = ListWishes(columns=("tier", "የደንበኛ መለያ"))
    request = export(database, run_id, tmp_path / "out", wishes)
    with (tmp_path / "out" / request.all_customers).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["tier", "የደንበኛ መለያ", "segment", "segment_name"]
    assert rows[2][:2] == ["ብር", "K0001"]
    with pytest.raises(StoreError, match=r"database\.no_column"):
        export(database, run_id, tmp_path / "out", ListWishes(columns=("nobody",)))


def test_that_opt_outs_stand_in_the_list_of_all_only_unless_asked_for(
    database: Path, run_id: int, tmp_path: Path
) -> None:
    assert count_opted_out(database=database, run_id=run_id) == (("opt_out",), 10)

    def listed(folder: Path) -> tuple[int, int]:
        counts = {p.name: len(pd.read_csv(p)) for p in folder.glob("*.csv")}
        everybody = counts.pop("All customers.csv")
        return everybody, sum(counts.values())

    export(database, run_id, tmp_path / "asked", ListWishes())
    export(database, run_id, tmp_path / "all", ListWishes(respects_opt_out=False))
    assert listed(tmp_path / "asked") == (ROWS, ROWS - 10)
    assert listed(tmp_path / "all") == (ROWS, ROWS)


def test_that_an_export_takes_the_place_of_the_earlier_one_and_of_nothing_else(
    database: Path, run_id: int, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    export(database, run_id, folder, ListWishes(), kind="all")
    (folder / "my notes.csv").write_text("mine")
    export(database, run_id, folder, ListWishes(), segments=2)
    lists = sorted(p.name for p in folder.glob("*.csv"))
    assert len(lists) == 4  # all, two segments, and the notes
    assert (folder / "my notes.csv").read_text() == "mine"
    assert (folder / "Tree.png").exists()  # charts weren't asked for this time
    export(database, run_id, folder, ListWishes(is_workbook=True))
    assert [p.name for p in folder.glob("*.csv")] == ["my notes.csv"]


def test_that_a_list_with_the_users_notes_in_it_stays(database: Path, run_id: int, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    export(database, run_id, folder, ListWishes())
    edited = folder / "All customers.csv"
    edited.write_text("called on Monday", "utf-8")
    export(database, run_id, folder, ListWishes())
    assert edited.read_text("utf-8") == "called on Monday"
    assert (folder / "All customers (2).csv").exists()
    export(database, run_id, folder, ListWishes())
    assert not (folder / "All customers (3).csv").exists()


def test_that_lists_of_some_segments_leave_those_of_others(
    database: Path, run_id: int, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    names = export(database, run_id, folder, ListWishes(segments=(2,), with_everybody=False)).segment_names
    export(database, run_id, folder, ListWishes(segments=(0,), with_everybody=False))
    assert len(names) == 3
    with opened(database, "read") as connection:
        may_be_written_to = ~opt_out_of(connection, run(connection, run_id).dataset_id).rows
        found = labels(connection, run_id, 3)
    # The name of a file may be cut; the lists are told apart by their column "segment".
    lists = []
    for path in folder.iterdir():
        with path.open(encoding="utf-8-sig", newline="") as file:
            lists.append(list(csv.reader(file)))
    segments = {lines[1][-2]: len(lines) - 1 for lines in lists}
    assert segments == {
        str(segment): int(((found == segment) & may_be_written_to).sum()) for segment in (0, 2)
    }


def test_that_a_workbook_of_one_segment_says_its_share_of_all(
    database: Path, run_id: int, tmp_path: Path
) -> None:
    wishes = ListWishes(is_workbook=True, segments=(1,), columns=("tier", "age"))
    name = export(database, run_id, tmp_path / "out", wishes).segment_names[1]
    (path,) = (tmp_path / "out").iterdir()
    book = CalamineWorkbook.from_path(str(path))
    assert path.name != "Customers.xlsx"
    assert len(book.sheet_names) == 2
    with opened(database, "read") as connection:
        found = labels(connection, run_id, 3)
    lines = book.get_sheet_by_name("Summary").to_python()
    line = next(line for line in lines if line[1] == name)
    assert line[2] == (found == 1).sum()
    assert line[3] == pytest.approx(float((found == 1).mean()))
    assert lines[-1][1] == "These segments"
    header, *rows = book.get_sheet_by_name(book.sheet_names[1]).to_python()
    assert header == ["tier", "age", "segment", "segment_name"]
    assert {row[2] for row in rows} == {1}


def test_that_lists_can_be_written_beside_a_file_that_is_open(
    database: Path, run_id: int, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    request = export(database, run_id, folder, ListWishes(is_workbook=True))
    before = (folder / "Customers.xlsx").read_bytes()
    export_run(quiet, database=database, run_id=run_id, folder=folder, request=request, is_beside=True)
    assert sorted(path.name for path in folder.iterdir()) == ["Customers (2).xlsx", "Customers.xlsx"]
    assert (folder / "Customers.xlsx").read_bytes() == before
    # Both are still known as SegDesk's own: the next export takes their place.
    export_run(quiet, database=database, run_id=run_id, folder=folder, request=request)
    assert [path.name for path in folder.iterdir()] == ["Customers.xlsx"]


def test_that_a_file_open_elsewhere_is_told_with_a_free_name_and_nothing_changes(
    database: Path, run_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    export(database, run_id, folder, ListWishes(is_workbook=True))
    path = folder / "Customers.xlsx"
    before = path.read_bytes()
    real_open = Path.open

    def locked(self: Path, mode: str = "r", *args: object, **kwargs: object) -> object:
        if self == path and "+" in mode:  # what Windows says of a file that Excel has open
            raise PermissionError(13, "in use", str(self))
        return real_open(self, mode, *args, **kwargs)  # type: ignore[call-overload]

    monkeypatch.setattr("segdesk.tasks.delivery.Path.open", locked)
    with pytest.raises(StoreError) as refusal:
        export(database, run_id, folder, ListWishes(is_workbook=True, respects_opt_out=False))
    assert refusal.value.code == "export.file_open"
    assert refusal.value.facts == {"path": str(path), "free": "Customers (2).xlsx"}
    monkeypatch.undo()
    assert path.read_bytes() == before
    assert [p.name for p in folder.iterdir()] == ["Customers.xlsx"]


def test_that_a_single_file_is_replaced_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part, path = tmp_path / ".part", tmp_path / "report.pdf"
    part.write_text("new")
    path.write_text("old")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr("segdesk.tasks.delivery.os.replace", refuse)
    with pytest.raises(StoreError, match=r"export\.file_open"):
        replace_file(part, path)
    assert path.read_text() == "old"
    assert not part.exists()
    assert free_name(path).name == "report (2).pdf"
    (tmp_path / "report (2).pdf").touch()
    assert free_name(path).name == "report (3).pdf"
    assert free_name(tmp_path / "new.pdf").name == "new.pdf"


def test_that_more_customers_than_a_sheet_has_rows_are_told(
    database: Path, run_id: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "EXCEL_ROWS", 50)
    with pytest.raises(StoreError) as refusal:
        export(database, run_id, tmp_path / "out", ListWishes(is_workbook=True))
    assert refusal.value.code == "export.too_many_rows"
    assert refusal.value.facts["most"] == 49


def test_that_sheet_names_suit_excel_and_differ() -> None:
    names = [
        "High: [a]/b?*",
        "high  a  b",
        "x" * 40,
        "x" * 41,
        "'quoted'",
        "History",
        "Summary",
        "",
        "ወርቅ " * 10,
    ]
    found = sheet_names(names, taken="Summary")
    assert found[:2] == ["High a b", "high a b (2)"]
    assert found[2:4] == ["x" * 31, "x" * 27 + " (2)"]
    assert found[4:8] == ["quoted", "History (2)", "Summary (2)", "-"]
    assert len({name.casefold() for name in found}) == len(found)
    assert all(0 < len(name.encode("utf-16-le")) // 2 <= 31 for name in found)
    # Outside the basic plane a letter is two of Excel's units.
    (smiles,) = sheet_names(["\N{GRINNING FACE}" * 20], taken="")
    assert len(smiles) == 15


def test_that_days_that_excel_does_not_know_stay_text(database: Path, tmp_path: Path) -> None:
    source = tmp_path / "old.csv"
    lines = [f"c{i},{'1850-05-01' if i == 0 else '2020-05-01'},{i % 7},{i // 20}" for i in range(40)]
    source.write_text("customer_code,born,visits,kind\n" + "\n".join(lines) + "\n")
    from segdesk.model.recipe import ColumnUse, Recipe
    from segdesk.model.roles import ColumnRole
    from segdesk.tasks.import_file import import_file
    from segdesk.tasks.segment import segment

    dataset_id = import_file(quiet, database=database, source=source)
    recipe = Recipe((ColumnUse("visits", ColumnRole.MEASURE),), segments=2)
    made = segment(quiet, database=database, dataset_id=dataset_id, recipe=recipe)
    export(database, made, tmp_path / "out", ListWishes(is_workbook=True), segments=2)
    book = CalamineWorkbook.from_path(str(tmp_path / "out" / "Customers.xlsx"))
    cells = [row[1] for name in book.sheet_names[1:] for row in book.get_sheet_by_name(name).to_python()[1:]]
    assert "1850-05-01" in cells
    assert np.sum([isinstance(cell, datetime.date) for cell in cells]) == 39
