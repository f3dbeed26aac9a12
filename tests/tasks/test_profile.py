"""What a run's segments are like, asked for by the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from segdesk.charts.specs import TableSpec
from segdesk.errors import StoreError
from segdesk.model.profile import MeasureProfile
from segdesk.model.recipe import ColumnUse, Recipe
from segdesk.model.roles import ColumnRole
from segdesk.tasks.export import draw_chart
from segdesk.tasks.import_file import import_file
from segdesk.tasks.profile import profile
from segdesk.tasks.segment import segment
from tests.tasks.reporting import quiet


@pytest.fixture
def run_id(tmp_path: Path, database: Path) -> int:
    spends = [10] * 12 + [500] * 8 + [900] * 4
    lines = [f"k{i},{spend + i % 3},{20 + i % 5}" for i, spend in enumerate(spends)]
    source = tmp_path / "till.csv"
    source.write_text("client,spend,age\n" + "\n".join(lines) + "\n")
    dataset_id = import_file(quiet, database=database, source=source)
    uses = (
        ColumnUse("client", ColumnRole.IDENTIFIER),
        ColumnUse("spend", ColumnRole.MEASURE),
        ColumnUse("age", ColumnRole.DESCRIBE),
    )
    return segment(quiet, database=database, dataset_id=dataset_id, recipe=Recipe(uses, segments=3))


def test_that_any_cut_of_a_run_is_described(database: Path, run_id: int):
    three = profile(quiet, database=database, run_id=run_id, segments=3)
    two = profile(quiet, database=database, run_id=run_id, segments=2)
    assert (three.run_id, three.segments, two.segments) == (run_id, 3, 2)
    spend = three.column("spend")
    assert isinstance(spend, MeasureProfile)
    # 12 customers spend 10, 11 or 12, eight 500 to 502, the last four 902, 900, 901, 902.
    assert [line.marks[2] for line in spend.lines] == [11, 501, 901.5]
    assert [column.name for column in three.columns] == ["spend", "age"]


def test_that_a_run_that_is_gone_is_said_so(database: Path, run_id: int):
    with pytest.raises(StoreError) as caught:
        profile(quiet, database=database, run_id=run_id + 1, segments=3)
    assert caught.value.code == "database.no_run"


def test_that_figures_become_a_csv_that_no_spreadsheet_runs(tmp_path: Path):
    table = TableSpec("Title", ("Segment", "=SUM(A1)"), (("+cmd", 1.5), ("good", 2)))
    path = tmp_path / "figures.csv"
    draw_chart(quiet, spec=table, path=path)
    assert path.read_text("utf-8-sig").splitlines() == ["Segment,'=SUM(A1)", "'+cmd,1.5", "good,2"]
    assert [p.name for p in tmp_path.iterdir()] == ["figures.csv"]


def test_that_figures_for_a_missing_folder_are_refused_with_the_path(tmp_path: Path):
    path = tmp_path / "gone" / "figures.csv"
    with pytest.raises(StoreError) as caught:
        draw_chart(quiet, spec=TableSpec("Title", ("a",), ()), path=path)
    assert caught.value.code == "chart.cannot_write"
