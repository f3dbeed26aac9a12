"""What is handed out of the results: asked for in a menu, made in the background, found as a file."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit, QListWidget
from python_calamine import CalamineWorkbook

from segdesk.model.events import Failed
from segdesk.settings import Settings
from segdesk.store.campaigns import campaign as saved_campaign
from segdesk.store.db import opened
from segdesk.ui.list_memory import remembered_columns
from segdesk.ui.orders import Order
from tests.e2e.conftest import PATIENCE_MS, SAMPLE, Desk

pytestmark = pytest.mark.xdist_group("findings")  # each keeps two processes busy


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


def open_page(desk: Desk, entry: str, panel: str) -> None:
    """Open a page from one of the menus of the results."""
    action = desk.window.findChild(QAction, entry)
    assert action is not None
    action.trigger()
    desk.until_shown(panel)


def test_that_a_full_report_and_a_till_card_are_written_where_they_are_wanted(
    found: Desk, tmp_path: Path
) -> None:
    report, page, card = tmp_path / "report.pdf", tmp_path / "report.html", tmp_path / "till.pdf"
    # Both are asked for at once: none takes the other's place.
    choose(found, "export_till_card", "choose_handout", card)
    open_page(found, "export_report", "report")
    found.click("save_report")
    answer(found, "choose_handout", report)
    until_made(found)
    assert report.read_bytes().startswith(b"%PDF-")
    assert card.read_bytes().startswith(b"%PDF-")
    found.click("report_full")
    found.click("report_format_html")
    found.qtbot.keyClick(found.find("save_report"), Qt.Key.Key_Space)
    answer(found, "choose_handout", page)
    until_made(found)
    said = page.read_text("utf-8")
    assert said.lower().startswith("<!doctype html>")
    assert "A typical customer" in said
    assert "customer_id: ET" in said
    # What was chosen is remembered.
    settings = Settings(found.paths.settings)
    assert (settings["report_content"], settings["report_format"]) == ("full", "html")
    found.qtbot.keyClick(found.find("save_report"), Qt.Key.Key_Escape)
    found.until_shown("results")


def test_that_lists_are_saved_with_chosen_columns_in_their_order(found: Desk, tmp_path: Path) -> None:
    open_page(found, "export_lists", "lists")
    found.click("lists_segments_none")
    found.click("lists_segment_1")
    found.click("lists_format_xlsx")
    found.click("lists_none")
    columns = found.find("lists_columns")
    assert isinstance(columns, QListWidget)
    columns.setFocus()
    columns.setCurrentRow(0)
    found.qtbot.keyClick(columns, Qt.Key.Key_Space)  # customer_id
    found.qtbot.keyClick(columns, Qt.Key.Key_Down)
    found.qtbot.keyClick(columns, Qt.Key.Key_Space)  # age
    found.qtbot.keyClick(columns, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)  # before the number
    found.click("save_lists")
    answer(found, "choose_folder", tmp_path)
    until_made(found)
    view = found.app.session.view
    assert view is not None
    (path,) = tmp_path.glob("*.xlsx")
    book = CalamineWorkbook.from_path(str(path))
    assert len(book.sheet_names) == 2
    header, *rows = book.get_sheet_by_name(book.sheet_names[1]).to_python()
    assert header == ["age", "customer_id", "segment", "segment_name"]
    assert len(rows) == view.cut.sizes[1]
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        ages = {line["customer_id"]: line["age"] for line in csv.DictReader(file)}
    assert all(f"{age:.0f}" == ages[number] for age, number, *_ in rows if age != "")
    # Another time the same columns are offered.
    found.click("lists_back")
    found.until_shown("results")
    assert remembered_columns(Settings(found.paths.settings), list(ages_and_all())) == ("age", "customer_id")


def ages_and_all() -> tuple[str, ...]:
    """Give the sample's columns."""
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        return tuple(next(csv.reader(file)))


def test_that_a_file_open_in_another_program_is_saved_beside(found: Desk, tmp_path: Path) -> None:
    open_page(found, "export_lists", "lists")
    found.click("lists_format_xlsx")
    made: list[Order] = []
    orders = found.app.handouts._orders
    orders.answered.connect(lambda order, *_: made.append(order))
    found.click("save_lists")
    answer(found, "choose_folder", tmp_path)
    until_made(found)
    before = (tmp_path / "Customers.xlsx").read_bytes()
    # What the worker says on Windows while Excel has the file.
    facts: dict[str, object] = {"path": str(tmp_path / "Customers.xlsx"), "free": "Customers (2).xlsx"}
    orders.failed.emit(made[0], Failed("export.file_open", facts))
    assert "Close it and try again" in found.window.banner.text
    found.click("banner_action_handout_beside")
    until_made(found)
    assert sorted(path.name for path in tmp_path.glob("*.xlsx")) == ["Customers (2).xlsx", "Customers.xlsx"]
    assert (tmp_path / "Customers.xlsx").read_bytes() == before
    orders.failed.emit(made[0], Failed("export.file_open", facts))
    found.click("banner_action_handout_again")
    until_made(found)
    assert found.window.banner.text == ""


def test_that_a_campaign_and_what_it_brought_are_told(found: Desk, tmp_path: Path) -> None:
    found.qtbot.waitUntil(lambda: found.app.insights.portraits is not None, timeout=PATIENCE_MS)
    open_page(found, "next_campaign", "campaign")
    for name, amount in (("campaign_cost", "2"), ("campaign_budget", "100")):
        field = found.find(name)
        field.setFocus()
        found.qtbot.keyClicks(field, amount)
    found.click("campaign_order_size")
    found.click("campaign_down_0")
    found.click("campaign_none")
    columns = found.find("campaign_columns")
    found.qtbot.keyClick(columns, Qt.Key.Key_Space)
    found.click("campaign_format_xlsx")
    found.click("make_campaign")
    answer(found, "choose_folder", tmp_path)
    until_made(found)
    book = CalamineWorkbook.from_path(str(tmp_path / "Campaign.xlsx"))
    header, *contacted = book.get_sheet_by_name("Contact").to_python()
    assert header == ["customer_id", "segment", "segment_name"]
    assert len(contacted) == 50  # 100 at 2 each
    assert {line[1] for line in contacted} == {1}  # the largest was put behind the second
    with opened(found.paths.database, "read") as connection:
        assert saved_campaign(connection, 1).campaign.contacted == 50
    # Next month those who were contacted spend 20,000 more each, and all others what they did.
    later = tmp_path / "next month.csv"
    numbers = {line[0] for line in contacted}
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    for line in lines:
        if line["customer_id"] in numbers:
            line["total_spend"] = str(float(line["total_spend"]) + 20_000)
    with later.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)
    found.click("campaign_uplift")
    found.until_shown("uplift")
    found.drop(later, found.find("uplift_zone"))
    sentence = found.find("uplift_spending_sentence")
    assert isinstance(sentence, QLabel)
    # Against what each spent before nothing else has changed: next to nothing is left to chance.
    told = re.match(r"The contacted spent ([\d,]+) more each", sentence.text())
    assert told is not None
    assert int(told[1].replace(",", "")) == pytest.approx(20_000, rel=0.01)
    found.qtbot.keyClick(found.find("uplift_another"), Qt.Key.Key_Space)
    assert found.find("uplift_zone").isVisible()
    found.qtbot.keyClick(found.find("uplift_choose"), Qt.Key.Key_Escape)
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
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        return next(csv.DictReader(file))[column]


def type_into(desk: Desk, name: str, words: str) -> None:
    field = desk.find(name)
    assert isinstance(field, QLineEdit)
    field.setText(words)
