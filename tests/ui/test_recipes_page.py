"""Saved recipes: kept under a name, run, handed on, deleted."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from segdesk.text import t
from segdesk.ui.panels.recipes_page import LONGEST_NAME, RecipesPage
from tests.ui.finding import child

LEFT = Qt.MouseButton.LeftButton
NAMES = ("Every month", "ወርሃዊ")


@pytest.fixture
def page(qtbot: QtBot) -> RecipesPage:
    made = RecipesPage()
    qtbot.addWidget(made)
    made.resize(1000, 560)
    made.show_recipes(NAMES)
    made.show_run("customers.csv")
    made.show()
    qtbot.waitExposed(made)
    return made


def button(page: QWidget, name: str) -> QPushButton:
    return child(page, QPushButton, name)


def text(page: QWidget, name: str) -> str:
    return child(page, QLabel, name).text()


def drop(widget: QWidget, path: Path) -> None:
    """Drag a file in and drop it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QDragEnterEvent(QPoint(9, 9), action, data, LEFT, keys))
    QApplication.sendEvent(widget, QDropEvent(QPointF(9, 9), action, data, LEFT, keys, QEvent.Type.Drop))


@pytest.mark.parametrize(("action", "number"), [("run", 0), ("export", 1), ("delete", 1)])
def test_that_each_recipe_is_run_exported_and_deleted_by_key(
    qtbot: QtBot, page: RecipesPage, action: str, number: int
):
    with qtbot.waitSignal(getattr(page, f"{action}_requested")) as asked:
        qtbot.keyClick(button(page, f"recipe_{number}_{action}"), Qt.Key.Key_Space)
    assert asked.args == [NAMES[number]]


def test_that_the_open_runs_recipe_is_kept_under_a_tidied_name(qtbot: QtBot, page: RecipesPage):
    field = child(page, QLineEdit, "recipes_name")
    assert not button(page, "recipes_save").isEnabled()
    qtbot.keyClicks(field, "  My   shop ")
    with qtbot.waitSignal(page.save_requested) as saved:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert saved.args == ["My shop"]


def test_that_a_taken_name_is_refused_whatever_its_case(qtbot: QtBot, page: RecipesPage):
    field = child(page, QLineEdit, "recipes_name")
    qtbot.keyClicks(field, "EVERY month")
    assert text(page, "recipes_hint") == t("recipes.taken", name="EVERY month")
    with qtbot.assertNotEmitted(page.save_requested):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_that_a_name_is_no_longer_than_what_is_kept(page: RecipesPage):
    field = child(page, QLineEdit, "recipes_name")
    assert field.maxLength() == LONGEST_NAME == 80


def test_that_without_a_run_nothing_can_be_kept(page: RecipesPage):
    page.show_run("")
    assert not child(page, QWidget, "recipes_keep").isVisible()


def test_that_no_recipes_are_said_to_be_none(page: RecipesPage):
    page.show_recipes(())
    assert text(page, "recipes_none") == t("recipes.none")


def test_that_a_recipe_comes_in_by_chooser_or_drop(qtbot: QtBot, page: RecipesPage, tmp_path: Path):
    with qtbot.waitSignal(page.import_requested):
        qtbot.keyClick(button(page, "recipes_import"), Qt.Key.Key_Space)
    with qtbot.waitSignal(page.file_chosen) as chosen:
        drop(page, tmp_path / "recipe.json")
    assert chosen.args == [tmp_path / "recipe.json"]


def test_that_escape_cancels_while_a_recipe_runs(qtbot: QtBot, page: RecipesPage, tmp_path: Path):
    page.show_progress("Reading", 0.75)
    assert child(page, QProgressBar, "recipes_bar").value() == 750
    with qtbot.assertNotEmitted(page.file_chosen):
        drop(page, tmp_path / "recipe.json")
    with qtbot.waitSignal(page.cancel_requested):
        qtbot.keyClick(button(page, "recipes_cancel"), Qt.Key.Key_Escape)


def test_that_news_takes_the_place_of_progress(page: RecipesPage):
    page.show_progress("Reading", 0.5)
    page.show_failure("It holds no recipe.")
    assert text(page, "recipes_sentence") == "It holds no recipe."
    assert not child(page, QWidget, "recipes_job").isVisible()
    page.show_done("Imported.")
    assert text(page, "recipes_sentence") == "Imported."
    page.show_idle()
    assert not child(page, QWidget, "recipes_says").isVisible()


def test_that_back_is_asked_for(qtbot: QtBot, page: RecipesPage):
    with qtbot.waitSignal(page.back_requested):
        qtbot.keyClick(button(page, "recipes_back"), Qt.Key.Key_Space)
