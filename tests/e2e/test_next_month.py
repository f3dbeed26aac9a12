"""After a run: new customers placed in its segments, and next month's file held beside it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QProgressBar

from segdesk.store import catalogue
from segdesk.store.db import opened
from segdesk.text import t
from tests.e2e.conftest import NEXT_QUARTER, PATIENCE_MS, SAMPLE, Desk, text

pytestmark = pytest.mark.xdist_group("findings")  # each keeps two processes busy


def choose_next(desk: Desk, key: str) -> None:
    """Choose what comes next from the menu beside the tabs."""
    desk.find("next")
    action = desk.window.findChild(QAction, f"next_{key}")
    assert action is not None
    action.trigger()
    desk.until_shown(key)


def identifiers(path: Path) -> set[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["customer_id"] for row in csv.DictReader(file)}


def test_that_new_customers_are_placed_and_listed(found: Desk, tmp_path: Path) -> None:
    view = found.app.session.view
    assert view is not None
    choose_next(found, "newcomers")
    found.drop(NEXT_QUARTER, found.find("newcomers_panel"))
    assert str(len(identifiers(NEXT_QUARTER))) in text(found, "placed_count")
    found.click("placed_save")
    dialog = found.window.findChild(QFileDialog, "choose_list")
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "list.csv"))  # the system's dialog has no widgets to click
    dialog.close()
    found.qtbot.waitUntil(lambda: found.app.next_month.is_idle, timeout=PATIENCE_MS)
    assert (tmp_path / "list.csv").exists()
    assert identifiers(tmp_path / "list.csv") == identifiers(NEXT_QUARTER)
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        called = {row["segment_name"] for row in csv.DictReader(file) if row["segment"] != "-1"}
    assert called <= set(view.names)
    income = found.find("one_annual_income")
    assert isinstance(income, QLineEdit)
    found.qtbot.keyClicks(income, "55000")
    found.click("one_ask")
    assert text(found, "one_where") in (*view.names, t("place.unlike"))
    found.click("newcomers_back")
    found.until_shown("results")


def test_that_next_months_file_is_compared_and_then_is_a_run_to_choose(found: Desk) -> None:
    view = found.app.session.view
    assert view is not None
    choose_next(found, "months")
    found.drop(NEXT_QUARTER, found.find("months_panel"))
    figures = text(found, "months_honest")
    before, after = identifiers(SAMPLE), identifiers(NEXT_QUARTER)
    page = found.find("migration_page")
    told = " ".join(label.text() for label in page.findChildren(QLabel))
    for count in (len(before & after), len(after - before), len(before - after)):
        assert str(count) in told
    with opened(found.paths.database, "read") as connection:
        runs = catalogue.runs(connection)
    assert len(runs) == 2
    assert found.app.session.view is view
    found.click("months_other")
    found.click("months_compare")  # the only other run is the one that has just been made
    assert text(found, "months_honest") == figures


def test_that_a_comparison_that_is_stopped_leaves_no_run(found: Desk) -> None:
    choose_next(found, "months")
    found.drop(NEXT_QUARTER, found.find("months_panel"))
    assert isinstance(found.find("months_bar"), QProgressBar)
    found.click("months_cancel")
    found.find("months_zone")
    found.qtbot.waitUntil(lambda: found.app.next_month.is_idle, timeout=PATIENCE_MS)
    with opened(found.paths.database, "read") as connection:
        assert len(catalogue.runs(connection)) == 1
