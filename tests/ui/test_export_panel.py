"""Lists and reports are chosen on pages of their own, and what was chosen comes back."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFrame, QPushButton
from pytestqt.qtbot import QtBot

from segdesk.exports import ListWishes
from segdesk.settings import Settings
from segdesk.ui.list_memory import MOST, remember_columns, remembered_columns
from segdesk.ui.panels.export_panel import ExportPanel
from segdesk.ui.panels.export_report import ReportPanel
from tests.ui.finding import child, text
from tests.ui.sample_views import view_of

NAMES = ("customer_id", "age", "income")


@pytest.fixture
def panel(qtbot: QtBot) -> ExportPanel:
    result = ExportPanel()
    qtbot.addWidget(result)
    result.resize(1366, 640)
    result.show_view(view_of(np.repeat([0, 1, 2], [50, 30, 20])), NAMES)
    result.show()
    qtbot.waitActive(result)
    return result


def press(panel: ExportPanel | ReportPanel, qtbot: QtBot, name: str) -> None:
    button = child(panel, QAbstractButton, name)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def test_that_everything_is_listed_at_first_but_who_asked_not_to_be(panel: ExportPanel, qtbot: QtBot):
    assert text(panel, "lists_sum") == "3 lists of 100 customers with 3 columns"
    with qtbot.waitSignal(panel.export_requested) as wanted:
        qtbot.mouseClick(child(panel, QPushButton, "save_lists"), Qt.MouseButton.LeftButton)
    assert wanted.args == [ListWishes(columns=NAMES, respects_opt_out=True, with_everybody=False)]


def test_that_one_segment_is_asked_for_as_a_workbook(panel: ExportPanel, qtbot: QtBot):
    press(panel, qtbot, "lists_segments_none")
    assert text(panel, "lists_sum") == "Choose a segment."
    assert not child(panel, QPushButton, "save_lists").isEnabled()
    press(panel, qtbot, "lists_segment_1")
    assert text(panel, "lists_sum") == "One list of 30 customers with 3 columns"
    press(panel, qtbot, "lists_everybody")
    press(panel, qtbot, "lists_format_xlsx")
    with qtbot.waitSignal(panel.export_requested) as wanted:
        press(panel, qtbot, "save_lists")
    # A workbook has no sheet with everybody.
    assert wanted.args == [ListWishes(is_workbook=True, columns=NAMES, segments=(1,), with_everybody=False)]


def test_that_without_a_column_there_is_no_list(panel: ExportPanel, qtbot: QtBot):
    press(panel, qtbot, "lists_none")
    assert text(panel, "lists_sum") == "Choose a column."
    assert panel.wishes is None


def test_that_choices_outlive_a_new_name_and_not_another_cut(panel: ExportPanel, qtbot: QtBot):
    press(panel, qtbot, "lists_segment_2")
    panel.show_view(view_of(np.repeat([0, 1, 2], [50, 30, 20])), NAMES)
    assert panel.wishes is not None
    assert panel.wishes.segments == (0, 1)
    panel.show_view(view_of(np.repeat([0, 1], [50, 50])), NAMES, chosen=("income", "age"), format_="xlsx")
    wishes = panel.wishes
    assert wishes is not None
    assert (wishes.columns, wishes.segments, wishes.is_workbook) == (("income", "age"), (), True)


def test_that_escape_stops_the_lists_and_else_leads_back(panel: ExportPanel, qtbot: QtBot):
    panel.show_progress("Writing the files", 0.5)
    assert child(panel, QFrame, "lists_job").isVisible()
    assert not child(panel, QPushButton, "save_lists").isEnabled()
    with qtbot.waitSignal(panel.cancel_requested):
        qtbot.keyClick(child(panel, QPushButton, "lists_cancel"), Qt.Key.Key_Escape)
    panel.show_idle()
    assert child(panel, QPushButton, "save_lists").hasFocus()
    with qtbot.waitSignal(panel.back_requested):
        qtbot.keyClick(child(panel, QPushButton, "save_lists"), Qt.Key.Key_Escape)


@pytest.fixture
def report(qtbot: QtBot) -> ReportPanel:
    result = ReportPanel()
    qtbot.addWidget(result)
    result.resize(1024, 600)
    result.show()
    qtbot.waitActive(result)
    return result


def test_that_a_report_is_safe_to_share_unless_it_is_said_otherwise(report: ReportPanel, qtbot: QtBot):
    with qtbot.waitSignal(report.report_requested) as wanted:
        press(report, qtbot, "save_report")
    assert wanted.args == ["safe", "pdf"]
    press(report, qtbot, "report_full")
    press(report, qtbot, "report_format_html")
    with qtbot.waitSignal(report.report_requested) as wanted:
        qtbot.mouseClick(child(report, QPushButton, "save_report"), Qt.MouseButton.LeftButton)
    assert wanted.args == ["full", "html"]


def test_that_columns_are_remembered_for_files_with_the_same_ones(tmp_path: Path):
    settings = Settings(tmp_path / "settings.json")
    assert remembered_columns(settings, NAMES) == ()
    remember_columns(settings, NAMES, ("income", "age"))
    again = Settings(tmp_path / "settings.json")
    # Next month's file has the same columns, in another order.
    assert remembered_columns(again, ("age", "income", "customer_id")) == ("income", "age")
    assert remembered_columns(again, ("age", "income")) == ()
    remember_columns(again, NAMES, NAMES)
    assert again["list_columns"] == ""


def test_that_only_so_many_files_are_remembered_and_damage_is_survived(tmp_path: Path):
    settings = Settings(tmp_path / "settings.json")
    for number in range(MOST + 1):
        remember_columns(settings, (f"a{number}", "b"), ("b",))
    assert remembered_columns(settings, ("a0", "b")) == ()
    assert remembered_columns(settings, ("a1", "b")) == ("b",)
    for damaged in ("{", "[]", '{"x": 1}', '{"x": [1]}'):
        settings["list_columns"] = damaged
        assert remembered_columns(settings, NAMES) == ()
