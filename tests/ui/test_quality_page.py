"""The data quality page: what stands out, every column's figures, how measures go together."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from segdesk.charts.matrix import MatrixSpec
from segdesk.charts.specs import TableSpec
from segdesk.model.exploration import ColumnQuality, Correlations, Exploration, Level, Spread
from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from segdesk.model.saved import DatasetInfo
from segdesk.ui.panels import quality_words as words
from segdesk.ui.panels.columns_panel import ColumnsPanel
from segdesk.ui.panels.quality_cells import box_points
from segdesk.ui.panels.quality_model import Cell
from segdesk.ui.panels.quality_table import QualityTable
from segdesk.ui.plots.matrix import MatrixMap
from tests.ui.finding import cells, child

LEFT = Qt.MouseButton.LeftButton
AGE = Spread(18, 25, 34, 50, 90, 19, 85, 2, 0.3)
INCOME = Spread(900, 4_000, 9_000, 20_000, 2_500_000, 1_000, 400_000, 0, 6.81)
BORN = Spread(1893, 1959, 1970, 1977, 1996, 1940, 1995, 3, -0.35)
# 10957 and 11322 days after 1970-01-01 are 1 January of 2000 and of 2001.
JOINED = Spread(10957, 11000, 11100, 11200, 11322, 10957, 11322, 0, None)
ZEROS = Spread(0, 0, 0, 0, 9, 0, 9, None, 3.0)

MEASURE, CATEGORY = ColumnRole.MEASURE, ColumnRole.CATEGORY


def measure(name: str, spread: Spread, missing: int = 0, distinct: int = 50) -> ColumnQuality:
    return ColumnQuality(name, Kind.NUMBER, MEASURE, missing, distinct, histogram=(1, 5, 9, 2), spread=spread)


LEVELS = (Level("gold", 30), Level("silver", 15))
COLUMNS = (
    ColumnQuality("email", Kind.TEXT, ColumnRole.IDENTIFIER, 0, 100, is_personal=True, is_hidden=True),
    measure("age", AGE, missing=40),
    measure("income", INCOME),
    ColumnQuality("tier", Kind.TEXT, CATEGORY, 40, 3, levels=LEVELS),
    measure("born", BORN),
    ColumnQuality("joined", Kind.DATE, ColumnRole.DATE, 0, 80, histogram=(3, 4), spread=JOINED),
    measure("returns", ZEROS),
    ColumnQuality("fax", Kind.TEXT, ColumnRole.IGNORED, 100, 0),
    ColumnQuality("country", Kind.TEXT, ColumnRole.IGNORED, 0, 1, levels=(Level("ET", 100),), same_share=1.0),
)
TOGETHER = Correlations(
    names=("age", "income", "born"),
    r=((1.0, 0.62, -0.97), (0.62, 1.0, math.nan), (-0.97, math.nan, 1.0)),
    logged=("income",),
    measures=3,
)
FOUND = Exploration(1, 100, 2, COLUMNS, (("born", "age"),), TOGETHER)


def info(number: int = 1) -> DatasetInfo:
    when = datetime(2026, 3, 2, tzinfo=UTC)
    return DatasetInfo(number, "customers.csv", "", "", 100, len(COLUMNS), when, 0, ())


def summaries() -> tuple[ColumnSummary, ...]:
    return tuple(ColumnSummary(c.name, c.kind, c.role, None, 0, 10, (), (1, 2)) for c in COLUMNS)


@pytest.fixture
def panel(qtbot: QtBot) -> ColumnsPanel:
    result = ColumnsPanel()
    result.resize(1366, 684)
    result.show_dataset(info(), summaries(), ())
    qtbot.addWidget(result)
    with qtbot.waitExposed(result):
        result.show()
    return result


@pytest.fixture
def page(qtbot: QtBot, panel: ColumnsPanel) -> ColumnsPanel:
    """Give the panel with the data quality in front."""
    turn(qtbot, panel, "quality")
    panel.show_exploration(FOUND)
    return panel


def turn(qtbot: QtBot, panel: ColumnsPanel, key: str) -> None:
    qtbot.mouseClick(child(panel, QAbstractButton, f"tab_{key}"), LEFT)


def table(panel: ColumnsPanel) -> QualityTable:
    return child(panel, QualityTable, "quality_table")


def shown(panel: ColumnsPanel, cell: Cell) -> list[str]:
    model = table(panel).quality
    return [model.text(row, cell) for row in range(model.rowCount())]


def said(panel: ColumnsPanel, name: str, cell: Cell) -> str:
    model = table(panel).quality
    row = shown(panel, Cell.NAME).index(name)
    return str(model.index(row, cell).data(Qt.ItemDataRole.AccessibleTextRole))


def callouts(panel: ColumnsPanel) -> list[str]:
    found = child(panel, QWidget, "quality_callouts").findChildren(QLabel)
    names = [label for label in found if label.objectName().startswith("quality_") and not label.isHidden()]
    return [label.text() for label in names]


def test_that_nothing_is_looked_up_before_the_page_is_shown(qtbot: QtBot, panel: ColumnsPanel):
    with qtbot.assertNotEmitted(panel.exploration_requested):
        panel.show_dataset(info(2), summaries(), ())
    with qtbot.waitSignal(panel.exploration_requested):
        turn(qtbot, panel, "quality")
    assert child(panel, QLabel, "quality_waiting").isVisible()


def test_that_turning_the_page_again_asks_only_after_a_change(qtbot: QtBot, page: ColumnsPanel):
    turn(qtbot, page, "columns")
    with qtbot.assertNotEmitted(page.exploration_requested):
        turn(qtbot, page, "quality")
    changed = list(summaries())
    changed[1] = replace(changed[1], role=ColumnRole.IGNORED)
    with qtbot.waitSignal(page.exploration_requested):
        page.show_dataset(info(), tuple(changed), ())
    assert table(page).isVisible()  # what was there stays until the answer comes


def test_that_another_dataset_is_looked_up_at_once_while_the_page_is_shown(qtbot: QtBot, page: ColumnsPanel):
    with qtbot.waitSignal(page.exploration_requested):
        page.show_dataset(info(2), summaries(), ())
    assert child(page, QLabel, "quality_waiting").isVisible()
    page.show_exploration(FOUND)  # of dataset 1: too late
    assert child(page, QLabel, "quality_waiting").isVisible()


def test_that_a_failure_is_said_and_can_be_tried_again(qtbot: QtBot, panel: ColumnsPanel):
    turn(qtbot, panel, "quality")
    panel.show_exploration_failed("The disk is gone.")
    assert child(panel, QLabel, "quality_failed").text() == "The disk is gone."
    with qtbot.waitSignal(panel.exploration_requested):
        qtbot.mouseClick(child(panel, QAbstractButton, "quality_again"), LEFT)
    assert child(panel, QLabel, "quality_waiting").isVisible()


def test_that_the_rows_are_offered_beside_the_columns_only(qtbot: QtBot, page: ColumnsPanel):
    assert child(page, QAbstractButton, "show_rows").isHidden()
    turn(qtbot, page, "columns")
    assert child(page, QAbstractButton, "show_rows").isVisible()


def test_that_what_stands_out_is_said(page: ColumnsPanel):
    personal, empty, constant, copies, duplicates, strongest = callouts(page)
    assert "email" in personal
    assert "fax" in empty
    assert "country (100%)" in constant
    assert "born ≈ age" in copies
    assert duplicates.startswith("2 rows")
    assert "age and born: nearly mirrored (−0.97)" in strongest


def test_that_an_ordinary_file_is_said_to_be_one():
    plain = replace(FOUND, duplicates=0, copies=(), columns=(COLUMNS[1],))
    assert [icon for icon, _, _ in words.callouts(plain)] == ["circle-check"]


def test_that_nearly_constant_is_never_rounded_to_all():
    column = replace(COLUMNS[8], same_share=0.9997)
    (_, _, sentence), *_ = words.callouts(replace(FOUND, columns=(column,)))
    assert "99.9%" in sentence


def test_that_long_lists_end_in_a_count():
    # Eight personal columns, six of them named.
    columns = tuple(replace(COLUMNS[0], name=f"mail{number}") for number in range(8))
    (_, _, sentence), *_ = words.callouts(replace(FOUND, columns=columns))
    assert "mail5 and 2 more" in sentence


def test_that_every_figure_is_in_the_table(page: ColumnsPanel):
    assert shown(page, Cell.NAME) == [column.name for column in COLUMNS]
    assert shown(page, Cell.TYPE)[:2] == ["text", "number"]
    assert shown(page, Cell.MISSING)[:3] == ["0%", "40%", "0%"]
    assert shown(page, Cell.OUTLIERS) == ["–", "2", "0", "–", "3", "0", "–", "–", "–"]
    assert shown(page, Cell.SKEW)[1:5] == ["even", "long tail", "–", "even"]
    assert shown(page, Cell.RANGE)[1] == "18 – 90"
    assert shown(page, Cell.RANGE)[4] == "1893 – 1996"  # years, without a comma
    assert shown(page, Cell.RANGE)[5] == "1 Jan 2000 – 31 Dec 2000"
    assert shown(page, Cell.SHAPE)[0] == "personal, not shown"
    assert shown(page, Cell.SHAPE)[7] == "no values"


def test_that_cells_are_told_in_words(page: ColumnsPanel):
    assert said(page, "age", Cell.TYPE) == "age: number, used as Measure"
    assert "half below 34" in said(page, "age", Cell.SHAPE)
    # Of 60 known values 30 are gold and 15 silver; 15 are left.
    assert said(page, "tier", Cell.SHAPE) == "tier: gold 50%, silver 25%, others 25%"
    assert said(page, "age", Cell.MISSING) == "40 of 100 values are missing"
    assert "on a log scale" in said(page, "income", Cell.OUTLIERS)
    assert "log" not in said(page, "age", Cell.OUTLIERS)
    assert "half of the values are the same" in said(page, "returns", Cell.OUTLIERS)
    assert said(page, "income", Cell.SKEW).endswith("skewness 6.8")
    assert "email" in said(page, "email", Cell.SHAPE)


@pytest.mark.parametrize(
    ("skew", "expected"),
    [
        (0.0, "even"),
        (-0.49, "even"),
        (0.5, "tail to high"),
        (-0.7, "tail to low"),
        (1.01, "long tail"),
        (-5, "long low tail"),
    ],
)
def test_that_a_tail_is_named_by_bulmers_bands(skew: float, expected: str):
    assert words.skew_words(skew) == expected


@pytest.mark.parametrize(
    ("r", "expected"),
    [
        (0.05, "hardly at all"),
        (0.1, "slightly together"),
        (-0.3, "somewhat opposite"),
        (0.5, "strongly together"),
        (0.96, "nearly the same"),
        (-0.96, "nearly mirrored"),
        (math.nan, "can't be told"),
    ],
)
def test_that_a_correlation_is_named_by_cohens_bands(r: float, expected: str):
    assert words.how_words(r) == expected


def test_that_a_click_on_a_heading_sorts_up_then_down_then_as_in_the_file(qtbot: QtBot, page: ColumnsPanel):
    head = table(page).horizontalHeader()
    spot = QPoint(head.sectionViewportPosition(Cell.OUTLIERS) + 12, head.height() // 2)
    qtbot.mouseClick(head.viewport(), LEFT, pos=spot)
    # 0 and 0 in the file's order, 2, 3, and then those without.
    assert shown(page, Cell.NAME)[:4] == ["income", "joined", "age", "born"]
    qtbot.mouseClick(head.viewport(), LEFT, pos=spot)
    assert shown(page, Cell.NAME)[:2] == ["born", "age"]
    assert shown(page, Cell.OUTLIERS)[-1] == "–"
    qtbot.mouseClick(head.viewport(), LEFT, pos=spot)
    assert shown(page, Cell.NAME) == [column.name for column in COLUMNS]


def test_that_enter_sorts_by_the_column_one_is_in(qtbot: QtBot, page: ColumnsPanel):
    table(page).setFocus()
    table(page).setCurrentIndex(table(page).quality.index(1, Cell.MISSING))
    qtbot.keyClick(table(page), Qt.Key.Key_Return)
    qtbot.keyClick(table(page), Qt.Key.Key_Return)
    assert shown(page, Cell.NAME)[0] == "fax"
    # The cell goes with its row: age comes second now, as one of two with 40.
    assert table(page).quality.column(table(page).currentIndex().row()).name == "age"
    qtbot.keyClick(table(page), Qt.Key.Key_Space)
    assert shown(page, Cell.NAME)[0] == "email"


def test_that_a_new_answer_keeps_the_order(page: ColumnsPanel):
    table(page).sort_by(Cell.NAME)
    page.show_exploration(FOUND)
    assert shown(page, Cell.NAME) == sorted(column.name for column in COLUMNS)


def test_that_the_box_is_clipped_to_the_histogram(qapp: object):
    from PySide6.QtCore import QRectF

    area = QRectF(100, 0, 66, 10)
    # Over 19 … 85, 66 wide: 25 is 6 beyond the start, 34 is 15, 50 is 31; 18 and 90 lie outside.
    assert box_points(area, AGE) == pytest.approx((100, 106, 115, 131, 166))
    assert box_points(area, replace(AGE, low=5, high=5)) == (100,) * 5


def matrix(panel: ColumnsPanel) -> MatrixMap:
    return child(panel, MatrixMap, "correlation_map")


def sentence(panel: ColumnsPanel) -> str:
    return child(panel, QLabel, "correlation_said").text()


def test_that_the_picture_tells_its_figures(page: ColumnsPanel):
    assert "age and born: nearly mirrored (−0.97)" in matrix(page).accessibleDescription()
    assert "log scale" in child(page, QLabel, "correlation_caption").text()


def test_that_the_pointer_picks_a_pair(qtbot: QtBot, page: ColumnsPanel):
    child(page, QScrollArea, "quality_scroll").ensureWidgetVisible(matrix(page))
    qtbot.mouseMove(matrix(page), matrix(page).cell_rect(2, 0).center().toPoint())
    assert matrix(page).picked == (2, 0)
    assert sentence(page) == "age and born: nearly mirrored (−0.97)"
    # The half above the diagonal holds no cells.
    assert matrix(page).cell_at(matrix(page).cell_rect(0, 2).center()) == (-1, -1)


def test_that_arrow_keys_walk_through_the_pairs(qtbot: QtBot, page: ColumnsPanel):
    picture = matrix(page)
    picture.setFocus()
    picked = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up):
        qtbot.keyClick(picture, key)
        picked.append(picture.picked)
    # It begins at the first cell and never leaves the triangle.
    assert picked == [(1, 0), (2, 0), (2, 1), (2, 1), (2, 1)]
    assert sentence(page) == "income and born: can't be told (–)"


def test_that_the_table_twin_lists_the_strongest_first_and_picks(page: ColumnsPanel):
    pairs = child(page, QTableWidget, "correlation_pairs")
    assert cells(pairs) == [
        ["age · born", "nearly mirrored", "−0.97"],
        ["age · income", "strongly together", "0.62"],
        ["income · born", "can't be told", "–"],
    ]
    pairs.selectRow(1)
    assert matrix(page).picked == (1, 0)
    assert sentence(page) == "age and income: strongly together (0.62)"


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_that_the_picture_can_be_saved(qtbot: QtBot, page: ColumnsPanel, kind: str):
    with qtbot.waitSignal(page.save_requested) as blocker:
        child(page, QAbstractButton, f"save_correlations_{kind}").click()
    spec, suffix = blocker.args
    assert isinstance(spec, MatrixSpec)
    assert (spec.names, suffix) == (TOGETHER.names, f".{kind}")


def test_that_its_figures_can_be_saved(qtbot: QtBot, page: ColumnsPanel):
    with qtbot.waitSignal(page.save_requested) as blocker:
        child(page, QAbstractButton, "save_correlations_csv").click()
    spec, suffix = blocker.args
    assert isinstance(spec, TableSpec)
    assert (spec.rows[0], suffix) == (("age", "born", "nearly mirrored", -0.97), ".csv")
    assert spec.rows[-1][-1] == ""


def test_that_the_way_down_leads_to_the_picture(qtbot: QtBot, page: ColumnsPanel):
    child(page, QAbstractButton, "show_correlations").click()
    assert matrix(page).hasFocus()
    assert not matrix(page).visibleRegion().isEmpty()


def test_that_one_measure_alone_makes_no_picture(page: ColumnsPanel):
    page.show_exploration(replace(FOUND, correlations=Correlations(measures=1)))
    assert child(page, QLabel, "correlation_none").isVisible()
    assert not matrix(page).isVisible()
    assert child(page, QAbstractButton, "save_correlations_png").isHidden()


def test_that_what_was_left_out_of_the_picture_is_said():
    spec = words.matrix_of(replace(TOGETHER, measures=120))
    assert spec.caption.startswith("Of 120 measures, the 3 ")


@pytest.mark.parametrize("width", [1024, 1366, 2200])
def test_that_nothing_is_squeezed_at_any_width(qtbot: QtBot, page: ColumnsPanel, width: int):
    page.resize(width, 556)
    qtbot.wait(20)
    picture, pairs = matrix(page), child(page, QTableWidget, "correlation_pairs")
    assert picture.height() >= picture.sizeHint().height()
    assert not picture.geometry().intersects(pairs.geometry())
    found = table(page)
    used = sum(found.columnWidth(cell) for cell in Cell if not found.isColumnHidden(cell))
    assert used <= found.viewport().width()
    assert not page.grab().isNull()
