"""Two months side by side: chosen, compared, and whom to call."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QProgressBar, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from segdesk.charts.flow import FlowSpec
from segdesk.charts.specs import TableSpec
from segdesk.model.placement import Consent, Flow, SchemaMatch
from segdesk.text import t
from segdesk.ui.panels.months_flow import flow_of, flow_table
from segdesk.ui.panels.months_panel import MonthsPanel
from segdesk.ui.panels.months_result import SHOWN_CALLS
from segdesk.ui.panels.newcomers_consent import Purpose
from segdesk.ui.plots.flow_plot import FlowPlot
from tests.ui import sample_months as sample
from tests.ui.dropping import drop
from tests.ui.finding import button, cells, child, text
from tests.ui.sample_newcomers import MATCH, NAMES, RUN

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot: QtBot) -> MonthsPanel:
    made = MonthsPanel()
    qtbot.addWidget(made)
    made.resize(1100, 620)
    made.show()
    made.show_runs(RUN, sample.RUNS)
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def compared(panel: MonthsPanel) -> MonthsPanel:
    panel.show_migration(sample.MIGRATION, NAMES, sample.NAMES_AFTER)
    return panel


def test_that_another_run_is_chosen_by_key(qtbot: QtBot, panel: MonthsPanel):
    qtbot.keyClick(child(panel, QComboBox, "months_runs"), Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.compare_requested) as asked:
        qtbot.keyClick(button(panel, "months_compare"), Qt.Key.Key_Space)
    assert asked.args == [8]


def test_that_without_other_runs_only_a_file_is_asked_for(panel: MonthsPanel):
    panel.show_runs(RUN, ())
    assert not child(panel, QWidget, "months_known").isVisible()
    assert child(panel, QWidget, "months_zone").isVisible()


def test_that_of_several_files_only_those_taken_are_counted(panel: MonthsPanel, tmp_path: Path):
    several: list[int] = []
    panel.several_dropped.connect(several.append)
    panel.file_chosen.connect(lambda _path: panel.show_progress("Comparing", 0.0))
    files = (tmp_path / "december.csv", tmp_path / "january.csv")
    drop(panel, *files)  # outside the zone; the first is taken
    drop(panel, *files)  # while that is compared: none is
    assert several == [2]


def test_that_next_months_file_is_dropped_or_chosen(qtbot: QtBot, panel: MonthsPanel, tmp_path: Path):
    with qtbot.waitSignal(panel.file_chosen) as chosen:
        drop(child(panel, QWidget, "months_zone"), tmp_path / "december.csv")
    assert chosen.args == [tmp_path / "december.csv"]
    with qtbot.waitSignal(panel.file_requested):
        qtbot.keyClick(button(panel, "months_choose"), Qt.Key.Key_Space)


def test_that_escape_cancels_while_it_runs_and_no_file_is_taken(
    qtbot: QtBot, panel: MonthsPanel, tmp_path: Path
):
    panel.show_progress("Comparing", 0.5)
    assert child(panel, QProgressBar, "months_bar").value() == 500
    with qtbot.assertNotEmitted(panel.file_chosen):
        drop(panel, tmp_path / "december.csv")
    with qtbot.waitSignal(panel.cancel_requested):
        qtbot.keyClick(button(panel, "months_cancel"), Qt.Key.Key_Escape)


def test_that_changed_columns_are_agreed_to_here_too(qtbot: QtBot, panel: MonthsPanel):
    panel.show_consent(MATCH)
    with qtbot.waitSignal(panel.mapping_accepted) as agreed:
        qtbot.keyClick(button(panel, "consent_go_on"), Qt.Key.Key_Space)
    assert agreed.args == [Consent(True, {"income_etb": "annual_income"}, {"basket_value": 0.001})]


def test_that_the_figures_are_told(compared: MonthsPanel):
    shown = [text(compared, f"months_{key}") for key in ("moved", "joined", "left", "sales")]
    assert shown == ["40", "25", "20", "19,000"]
    assert text(compared, "months_moved_line") == "of 500 moved to another segment (8%)"


@pytest.mark.parametrize(
    ("anew", "noise", "shifted", "customers", "segments"),
    [
        # Half as much again as chance is the limit: 15 % beside 10 %.
        (0.12, 0.10, 0.05, "may be no more than chance", "have held"),
        (0.16, 0.10, 0.05, "is more than chance", "have held"),
        (0.16, 0.10, 0.16, "is more than chance", "have shifted"),
        # Where chance moves nobody, one customer of a hundred across a border is no shift yet.
        (0.10, 0.0, 0.01, "is more than chance", "have held"),
        (0.10, 0.0, 0.02, "is more than chance", "have shifted"),
    ],
)
def test_that_moved_customers_are_told_from_moved_borders(
    panel: MonthsPanel, anew: float, noise: float, shifted: float, customers: str, segments: str
):
    found = replace(sample.MIGRATION, moved_refit=anew, noise=noise, goalposts=shifted)
    panel.show_migration(found, NAMES, sample.NAMES_AFTER)
    sentence = text(panel, "months_honest")
    assert customers in sentence
    assert segments in sentence
    assert f"{noise:.0%}" in sentence


def test_that_unknown_chance_is_said(panel: MonthsPanel):
    panel.show_migration(replace(sample.MIGRATION, noise=sample.NAN), NAMES, sample.NAMES_AFTER)
    assert "too few customers" in text(panel, "months_honest")


def test_that_each_segments_fate_is_listed_with_the_names_of_its_month(compared: MonthsPanel):
    fates = [text(compared, f"months_fate_{number}") for number in range(4)]
    assert fates[0].startswith("Budget-minded families lives on as Budget-minded families")
    assert fates[1].startswith("Young city professionals is gone")
    assert "Premium shoppers + Occasional visitors have become one: Premium shoppers" in fates[2]
    assert fates[3] == "Students nearby is new."


def test_that_both_sides_of_the_picture_hold_everybody():
    spec = flow_of(sample.MIGRATION, NAMES)
    # 500 in both files, 25 joined and 20 left stand on either side.
    assert sum(part.size for part in spec.before) == sum(part.size for part in spec.after) == 545
    assert [part.label for part in spec.before] == [*NAMES, "New customers"]
    assert [part.label for part in spec.after] == [*NAMES, "Not there any more"]
    assert sum(band.size for band in spec.bands if band.is_move) == 40 + 25 + 20


def test_that_no_segment_stands_between_segments_and_who_isnt_there():
    # A density method's outliers: 9 stayed without a segment, 4 came into the first one.
    flows = (*sample.FLOWS, Flow(-1, -1, 9, 0.0), Flow(-1, 0, 4, 0.0))
    spec = flow_of(replace(sample.MIGRATION, flows=flows), NAMES)
    assert [part.label for part in spec.before][3:] == [NAMES[3], t("chart.no_segment"), "New customers"]
    assert [part.size for part in spec.before][4:] == [13, 25]
    assert spec.caption == t("months.flow_caption", count=44)
    rows = flow_table(replace(sample.MIGRATION, flows=flows), NAMES).rows
    assert (t("chart.no_segment"), NAMES[0], 4, 0.0) in rows


def test_that_arrow_keys_walk_the_bands_and_tell_them(qtbot: QtBot, compared: MonthsPanel):
    plot = child(compared, FlowPlot, "months_flow")
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Down)
    assert text(compared, "months_flow_line").startswith("190 customers stayed in Budget-minded families.")
    qtbot.keyClick(plot, Qt.Key.Key_Up)  # to the last
    assert text(compared, "months_flow_line").startswith(
        "7 customers: Young city professionals → Premium shoppers. Their total spend: 8,400"
    )
    plot.clearFocus()
    assert text(compared, "months_flow_line") == t("months.flow_caption", count=40)


def test_that_the_pointer_finds_a_band(qtbot: QtBot, compared: MonthsPanel):
    plot = child(compared, FlowPlot, "months_flow")
    body = plot._body()
    # Close to the left and at the top is who stayed in the first segment; above the body is nothing.
    assert plot.band_at(QPointF(plot.width() / 2, body.top() + 4)) == 0
    assert plot.band_at(QPointF(plot.width() / 2, 2)) == -1


def test_that_the_pictures_table_says_the_same(qtbot: QtBot, compared: MonthsPanel):
    button(compared, "months_flow_table_toggle").click()
    rows = cells(child(compared, QTableWidget, "months_flow_table"))
    assert ["Premium shoppers", "Budget-minded families", "22", "9,900"] in rows
    assert len(rows) == len(sample.FLOWS)


@pytest.mark.parametrize(("suffix", "kind"), [("png", FlowSpec), ("svg", FlowSpec), ("csv", TableSpec)])
def test_that_the_picture_is_saved_in_each_format(
    qtbot: QtBot, compared: MonthsPanel, suffix: str, kind: type
):
    action = compared.findChild(QAction, f"months_flow_save_{suffix}")
    assert action is not None
    with qtbot.waitSignal(compared.save_requested) as saved:
        action.trigger()
    assert isinstance(saved.args[0], kind)
    assert saved.args[1] == f".{suffix}"


def test_that_the_call_list_says_who_and_why(compared: MonthsPanel):
    rows = cells(child(compared, QTableWidget, "months_calls_table"))
    assert rows[0] == ["C0007", "moved", "Premium shoppers", "Budget-minded families", "2,410", "480"]
    assert rows[1][:2] == ["ደንበኛ 12", "sliding"]
    assert rows[2][5] == "–"  # not in the newer file's sales
    assert text(compared, "months_calls_line").startswith("13 customers are at risk, 12 moved")


def test_that_the_saved_call_list_has_everybody(qtbot: QtBot, panel: MonthsPanel):
    many = replace(sample.MIGRATION, calls=sample.CALLS[:1] * (SHOWN_CALLS + 50))
    panel.show_migration(many, NAMES, sample.NAMES_AFTER)
    assert child(panel, QTableWidget, "months_calls_table").rowCount() == SHOWN_CALLS
    with qtbot.waitSignal(panel.save_requested) as saved:
        qtbot.keyClick(button(panel, "months_save_calls"), Qt.Key.Key_Space)
    table, suffix = saved.args
    assert (len(table.rows), suffix) == (SHOWN_CALLS + 50, ".csv")


def test_that_everybody_who_moved_is_saved(qtbot: QtBot, compared: MonthsPanel):
    with qtbot.waitSignal(compared.save_requested) as saved:
        qtbot.mouseClick(button(compared, "months_save_movers"), LEFT)
    assert len(saved.args[0].rows) == 40
    assert saved.args[0].rows[0] == ("C0000", "Premium shoppers", "Budget-minded families")


def test_that_without_sales_nothing_is_said_of_money(panel: MonthsPanel):
    flows = tuple(replace(flow, sales=sample.NAN) for flow in sample.FLOWS)
    poor = replace(sample.MIGRATION, sales_column="", sales_moved=sample.NAN, flows=flows)
    panel.show_migration(poor, NAMES, sample.NAMES_AFTER)
    assert text(panel, "months_sales") == text(panel, "months_sales_line") == ""
    assert child(panel, QTableWidget, "months_calls_table").columnCount() == 4


def test_that_nobody_to_call_is_said(panel: MonthsPanel):
    panel.show_migration(replace(sample.MIGRATION, calls=(), movers=()), NAMES, sample.NAMES_AFTER)
    assert text(panel, "months_calls_line") == t("months.calls_line", count=0, moved=0, sliding=0)
    assert not button(panel, "months_save_calls").isEnabled()
    assert not button(panel, "months_save_movers").isEnabled()


def test_that_a_failure_is_said_and_another_month_can_follow(qtbot: QtBot, panel: MonthsPanel):
    panel.show_failure("Nobody is in both.")
    assert text(panel, "months_sentence") == "Nobody is in both."
    qtbot.keyClick(button(panel, "months_again"), Qt.Key.Key_Space)
    assert child(panel, QWidget, "months_zone").isVisible()


def test_that_back_and_another_month_are_at_hand(qtbot: QtBot, compared: MonthsPanel):
    with qtbot.waitSignal(compared.back_requested):
        qtbot.keyClick(button(compared, "months_back"), Qt.Key.Key_Space)
    qtbot.mouseClick(button(compared, "months_other"), LEFT)
    assert child(compared, QWidget, "months_zone").isVisible()


def test_that_runs_of_other_columns_stand_apart_and_say_so(qtbot: QtBot, panel: MonthsPanel):
    panel.show_runs(RUN, sample.RUNS[:1], sample.RUNS[1:])
    combo = child(panel, QComboBox, "months_runs")
    assert [combo.itemText(row).split(" · ")[0] for row in (0, 2)] == ["december.csv", "november.csv"]
    assert combo.itemText(2).endswith("other columns")
    assert not combo.itemText(0).endswith("other columns")
    qtbot.keyClick(combo, Qt.Key.Key_Down)  # over the line between them
    with qtbot.waitSignal(panel.compare_requested) as asked:
        qtbot.keyClick(button(panel, "months_compare"), Qt.Key.Key_Space)
    assert asked.args == [8]


def test_that_two_runs_are_asked_about_as_such(panel: MonthsPanel):
    panel.show_consent(MATCH, purpose=Purpose.COMPARE)
    assert text(panel, "consent_title") == t("newcomers.title_compare")
    assert button(panel, "consent_decline").text() == t("newcomers.not_this_run")


def test_that_what_was_noticed_in_the_file_is_told(panel: MonthsPanel):
    noticed = SchemaMatch(missing=("age",))
    panel.show_migration(sample.MIGRATION, NAMES, sample.NAMES_AFTER, match=noticed)
    assert text(panel, "months_noticed_0") == t("schema.missing", column="age")
    panel.show_migration(sample.MIGRATION, NAMES, sample.NAMES_AFTER)
    assert child(panel, QWidget, "months_noticed").isHidden()
