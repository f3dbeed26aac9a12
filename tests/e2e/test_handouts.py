"""What is handed out of the results: asked for in a menu, made in the background, found as a file."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit

from segdesk.paths import resource
from segdesk.store.campaigns import campaign as saved_campaign
from segdesk.store.db import opened
from segdesk.ui.errands import SAMPLE
from tests.e2e.conftest import PATIENCE_MS, Desk

pytestmark = pytest.mark.xdist_group("findings")  # each keeps two processes busy


@pytest.fixture
def found(desk: Desk) -> Desk:
    """A SegDesk that has found segments in the bundled sample."""
    desk.drop(resource(*SAMPLE))
    desk.until_shown("columns")
    desk.key(Qt.Key.Key_R, control=True)
    desk.until_shown("results")
    return desk


def choose(desk: Desk, entry: str, dialog_name: str, path: Path) -> None:
    """Choose an entry of a menu, and a path in the dialog that it opens."""
    action = desk.window.findChild(QAction, entry)
    assert action is not None
    action.trigger()
    answer(desk, dialog_name, path)


def answer(desk: Desk, dialog_name: str, path: Path) -> None:
    dialog = desk.window.findChild(QFileDialog, dialog_name)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def until_made(desk: Desk) -> None:
    desk.qtbot.waitUntil(lambda: desk.app.handouts.is_idle, timeout=PATIENCE_MS)


def test_that_reports_and_a_till_card_are_written_where_they_are_wanted(found: Desk, tmp_path: Path) -> None:
    report, page, card = tmp_path / "report.pdf", tmp_path / "report.html", tmp_path / "till.pdf"
    # All three are asked for at once: none takes another's place.
    choose(found, "export_report_pdf", "choose_handout", report)
    choose(found, "export_report_html", "choose_handout", page)
    choose(found, "export_till_card", "choose_handout", card)
    until_made(found)
    assert report.read_bytes().startswith(b"%PDF-")
    assert card.read_bytes().startswith(b"%PDF-")
    assert page.read_text("utf-8").lower().startswith("<!doctype html>")
    view = found.app.session.view
    assert view is not None
    assert view.run.dataset_name in page.read_text("utf-8")


def test_that_a_campaigns_lists_are_written_within_the_budget(found: Desk, tmp_path: Path) -> None:
    found.qtbot.waitUntil(lambda: found.app.insights.portraits is not None, timeout=PATIENCE_MS)
    action = found.window.findChild(QAction, "next_campaign")
    assert action is not None
    action.trigger()
    found.until_shown("campaign")
    for name, amount in (("campaign_cost", "2"), ("campaign_budget", "100")):
        field = found.find(name)
        assert isinstance(field, QLineEdit)
        field.setText(amount)
    found.click("make_campaign")
    answer(found, "choose_folder", tmp_path)
    until_made(found)
    lists = {path.stem: path.read_text("utf-8-sig").splitlines() for path in tmp_path.glob("*.csv")}
    assert len(lists) == 2
    # 100 at 2 each are 50 letters, and a line of headings.
    assert any(len(lines) == 51 for lines in lists.values())
    with opened(found.paths.database, "read") as connection:
        assert saved_campaign(connection, 1).campaign.contacted == 50
    found.click("campaign_back")
    found.until_shown("results")


def test_that_a_person_is_erased_once_the_value_is_typed_again(found: Desk) -> None:
    found.qtbot.waitUntil(lambda: found.app.insights.is_idle, timeout=PATIENCE_MS)
    before = found.app.library.datasets()
    assert before is not None
    found.window.action("erase").trigger()
    found.until_shown("erase")
    column = found.find("erase_column")
    assert isinstance(column, QComboBox)
    value = first_customer(column.currentText())
    type_into(found, "erase_value", value)
    found.click("erase_look")
    type_into(found, "erase_again", value)
    found.click("erase_now")

    def rows() -> int:
        infos = found.app.library.datasets()
        assert infos is not None
        return infos[0].rows

    found.qtbot.waitUntil(lambda: rows() == before[0].rows - 1, timeout=PATIENCE_MS)
    said = found.find("erase_sentence")
    assert isinstance(said, QLabel)
    found.qtbot.waitUntil(lambda: "Removed one row" in said.text(), timeout=PATIENCE_MS)
    assert found.window.panel_shown == "erase"
    found.click("erase_close")
    found.until_shown("import")


def first_customer(column: str) -> str:
    """Give what the first row of the sample holds in a column."""
    with resource(*SAMPLE).open(encoding="utf-8", newline="") as file:
        return next(csv.DictReader(file))[column]


def type_into(desk: Desk, name: str, words: str) -> None:
    field = desk.find(name)
    assert isinstance(field, QLineEdit)
    field.setText(words)
