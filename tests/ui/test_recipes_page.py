"""Saved recipes: kept under a name, renamed, run, handed on, deleted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from segdesk.text import t
from segdesk.ui.panels.recipes_page import RecipesPage
from tests.ui.finding import button, child, text
from tests.ui.sample_recipes import AMHARIC, KEPT, MONTHLY

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot) -> RecipesPage:
    made = RecipesPage()
    qtbot.addWidget(made)
    made.resize(1000, 560)
    made.show_recipes(KEPT)
    made.show_run("customers.csv")
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def line(page: QWidget, name: str) -> QLineEdit:
    return child(page, QLineEdit, name)


@pytest.mark.parametrize(("action", "number"), [("run", 0), ("export", 1), ("delete", 2)])
def test_that_each_recipe_is_run_exported_and_deleted_by_key(
    qtbot: QtBot, page: RecipesPage, action: str, number: int
):
    with qtbot.waitSignal(getattr(page, f"{action}_requested")) as asked:
        qtbot.keyClick(button(page, f"recipe_{number}_{action}"), Qt.Key.Key_Space)
    assert asked.args == [KEPT[number].name]


def test_that_a_row_says_method_segments_columns_file_and_day(page: RecipesPage):
    about = text(page, "recipe_0_about").replace("\u200b", "")
    assert about == "Round groups · 4 segments · 4 columns · supermarket_customers.csv · 2 Nov"
    # A recipe that came from elsewhere may not know its file.
    assert text(page, "recipe_1_about") == "Round groups · 4 segments · 4 columns · 2 Nov"


def test_that_a_damaged_recipe_can_only_be_renamed_or_deleted(page: RecipesPage):
    assert "can't be read" in text(page, "recipe_2_about")
    assert not button(page, "recipe_2_run").isEnabled()
    assert not button(page, "recipe_2_export").isEnabled()
    assert button(page, "recipe_2_delete").isEnabled()


def test_that_a_name_is_changed_where_it_stands(qtbot: QtBot, page: RecipesPage):
    qtbot.mouseClick(button(page, "recipe_0_rename"), LEFT)
    edit = line(page, "recipe_0_edit")
    assert edit.text() == "Every month"
    edit.selectAll()
    qtbot.keyClicks(edit, "  Each   quarter ")
    with qtbot.waitSignal(page.renamed) as renamed:
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert renamed.args == ["Every month", "Each quarter"]


def test_that_f2_renames_escape_gives_up_and_delete_deletes(qtbot: QtBot, page: RecipesPage):
    button(page, "recipe_1_run").setFocus()
    qtbot.keyClick(button(page, "recipe_1_run"), Qt.Key.Key_F2)
    edit = line(page, "recipe_1_edit")
    assert edit.isVisible()
    qtbot.keyClicks(edit, "x")
    with qtbot.assertNotEmitted(page.renamed):
        qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert not edit.isVisible()
    with qtbot.waitSignal(page.delete_requested) as deleted:
        qtbot.keyClick(button(page, "recipe_1_run"), Qt.Key.Key_Delete)
    assert deleted.args == [AMHARIC.name]


def test_that_another_recipes_name_is_refused_whatever_its_case(qtbot: QtBot, page: RecipesPage):
    qtbot.mouseClick(button(page, "recipe_1_rename"), LEFT)
    edit = line(page, "recipe_1_edit")
    edit.selectAll()
    qtbot.keyClicks(edit, "EVERY MONTH")
    with qtbot.assertNotEmitted(page.renamed):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert text(page, "recipe_1_refusal") == t("recipes.taken", name="EVERY MONTH")
    assert edit.isVisible()


def test_that_the_open_runs_recipe_is_kept_under_a_tidied_name(qtbot: QtBot, page: RecipesPage):
    field = line(page, "recipes_name")
    assert not button(page, "recipes_save").isEnabled()
    qtbot.keyClicks(field, "  My   shop ")
    with qtbot.waitSignal(page.save_requested) as saved:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert saved.args == ["My shop"]


def test_that_a_taken_name_is_not_kept_twice(qtbot: QtBot, page: RecipesPage):
    field = line(page, "recipes_name")
    qtbot.keyClicks(field, "EVERY month")
    assert text(page, "recipes_hint") == t("recipes.taken", name="EVERY month")
    with qtbot.assertNotEmitted(page.save_requested):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_that_without_a_run_nothing_can_be_kept(page: RecipesPage):
    page.show_run("")
    assert not child(page, QWidget, "recipes_keep").isVisible()


def test_that_no_recipes_are_said_to_be_none(page: RecipesPage):
    page.show_recipes(())
    assert text(page, "recipes_none") == t("recipes.none")


def test_that_the_keyboard_stays_in_the_list_when_it_changes(qtbot: QtBot, page: RecipesPage):
    button(page, "recipe_1_delete").setFocus()
    page.show_recipes((MONTHLY,))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is button(page, "recipe_0_run"))


def test_that_news_is_shown_and_goes(page: RecipesPage):
    page.show_news("It holds no recipe.", "failure")
    assert text(page, "recipes_sentence") == "It holds no recipe."
    assert child(page, QWidget, "recipes_says").isVisible()
    page.show_news("")
    assert not child(page, QWidget, "recipes_says").isVisible()
