"""Recipes: kept, run on the next quarter, agreed about, handed on; and two months with other columns."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog

from segdesk.store import catalogue
from segdesk.store.db import opened
from segdesk.store.recipes import kept_recipes, repeated_runs
from segdesk.text import t
from tests.e2e.conftest import NEXT_QUARTER, PATIENCE_MS, SAMPLE, Desk, text

pytestmark = pytest.mark.xdist_group("findings")  # each keeps two processes busy


def type_keys(desk: Desk, words: str, *, enter: bool = True) -> None:
    """Type where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    desk.qtbot.keyClicks(focused, words)
    if enter:
        desk.qtbot.keyClick(focused, Qt.Key.Key_Return)


def trigger(desk: Desk, name: str) -> None:
    """Choose an entry of a menu."""
    action = desk.window.findChild(QAction, name)
    assert action is not None
    assert action.isEnabled()
    action.trigger()


def keep(desk: Desk, name: str) -> None:
    """Keep the open run's recipe from the results' menu, by keyboard."""
    desk.find("next")
    trigger(desk, "next_recipes")
    desk.until_shown("recipes")
    desk.find("recipes_name").setFocus()
    type_keys(desk, name)
    # The worker of recipes starts now, beside those that judge the run.
    desk.qtbot.waitUntil(lambda: desk.app.recipes.is_idle, timeout=3 * PATIENCE_MS)
    assert text(desk, "recipe_0_name") == name


def names(desk: Desk) -> list[str]:
    with opened(desk.paths.database, "read") as connection:
        return [kept.name for kept in kept_recipes(connection)]


def choose(desk: Desk, dialog_name: str, path: Path) -> None:
    """Answer a file dialog: the system's own has no widgets to click."""
    dialog = desk.window.findChild(QFileDialog, dialog_name)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.close()


def changed(target: Path, change: Callable[[list[dict[str, str]]], list[dict[str, str]]]) -> Path:
    """Write the next quarter's file with something changed."""
    with NEXT_QUARTER.open(encoding="utf-8", newline="") as file:
        rows = change(list(csv.DictReader(file)))
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return target


def renamed(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    titles = {"annual_income": "income_birr", "visit_frequency": "frequency"}
    return [{titles.get(name, name): value for name, value in row.items()} for row in rows]


def in_thousands(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    incomes = [row["annual_income"] and str(float(row["annual_income"]) / 1000) for row in rows]
    return [row | {"annual_income": income} for row, income in zip(rows, incomes, strict=True)]


def sizes(desk: Desk) -> list[int]:
    view = desk.app.session.view
    assert view is not None
    return list(view.cut.sizes)


def test_that_a_kept_recipe_runs_on_the_next_quarter(found: Desk) -> None:
    view = found.app.session.view
    assert view is not None
    keep(found, "Every quarter")
    found.find("recipe_0_run").setFocus()
    type_keys(found, " ", enter=False)
    found.drop(NEXT_QUARTER, found.find("recipes_zone"))
    found.until_shown("results")  # nothing differs, so nothing is asked
    after = found.app.session.view
    assert after is not None
    assert after.run.dataset_name == NEXT_QUARTER.name
    assert after.names == view.names  # the segments keep their names
    with opened(found.paths.database, "read") as connection:
        assert repeated_runs(connection) == {after.run.id: view.run.id}


def test_that_renamed_columns_are_agreed_to_before_a_recipe_runs(found: Desk, tmp_path: Path) -> None:
    keep(found, "Every quarter")
    found.drop(changed(tmp_path / "december.csv", renamed), found.find("recipes_page"))
    found.click("recipe_0_run")  # which recipe, for the file that waits
    boxes = {old: found.find(f"consent_column_{old}") for old in ("annual_income", "visit_frequency")}
    chosen = {old: box.currentData() for old, box in boxes.items() if isinstance(box, QComboBox)}
    assert chosen == {"annual_income": "income_birr", "visit_frequency": "frequency"}
    found.find("consent_go_on").setFocus()
    type_keys(found, "")
    assert "december.csv" in text(found, "recipes_told")
    noticed = [text(found, f"recipes_noticed_{number}") for number in (0, 1)]
    assert noticed[0] == t("schema.same_word", old="annual_income", new="income_birr")
    found.click("recipes_show")
    found.until_shown("results")
    agreed = sizes(found)
    trigger(found, "action_recipes")
    found.click("recipe_0_run")
    found.drop(NEXT_QUARTER, found.find("recipes_zone"))
    found.until_shown("results")
    assert sizes(found) == agreed  # the same customers, whatever their columns are called


def test_that_changed_units_are_agreed_to_before_months_are_compared(found: Desk, tmp_path: Path) -> None:
    trigger(found, "next_months")
    found.drop(changed(tmp_path / "december.csv", in_thousands), found.find("months_panel"))
    # The worker starts now, beside those that judge the run.
    found.qtbot.waitUntil(lambda: found.app.next_month.is_idle, timeout=3 * PATIENCE_MS)
    factor = found.find("consent_factor_annual_income")
    assert isinstance(factor, QComboBox)
    assert factor.currentData() == 1000
    found.click("consent_go_on")
    found.qtbot.waitUntil(lambda: found.app.next_month.is_idle, timeout=3 * PATIENCE_MS)
    told = text(found, "months_honest")
    assert text(found, "months_noticed_0") == t(
        "schema.scale",
        column="annual_income",
        **figures(found, tmp_path / "december.csv"),
        factor="1000",
    )
    found.click("months_other")
    found.drop(NEXT_QUARTER, found.find("months_panel"))
    assert text(found, "months_honest") == told  # as if the file had been in birr


def figures(desk: Desk, path: Path) -> dict[str, str]:
    """Give the medians of income in the sample and in a file, as they are written."""
    from statistics import median

    from segdesk.words import wording

    found = {}
    for key, source in (("before", SAMPLE), ("now", path)):
        with source.open(encoding="utf-8", newline="") as file:
            values = [float(row["annual_income"]) for row in csv.DictReader(file) if row["annual_income"]]
        found[key] = wording.number(float(f"{median(values):.6g}"))
    return found


def test_that_two_saved_runs_with_other_columns_are_compared_once_agreed(found: Desk, tmp_path: Path) -> None:
    first = found.app.session.view
    assert first is not None
    found.key(Qt.Key.Key_1, control=True)
    found.until_shown("columns")
    found.drop(changed(tmp_path / "december.csv", renamed))
    found.qtbot.waitUntil(lambda: not found.app.runner.is_busy, timeout=PATIENCE_MS)
    found.qtbot.waitUntil(
        lambda: found.app.session.dataset_id not in (None, first.run.dataset_id), timeout=PATIENCE_MS
    )
    found.key(Qt.Key.Key_R, control=True)
    found.until_shown("results")
    found.app.flow.open_run(first.run.id)
    trigger(found, "next_months")
    runs = found.find("months_runs")
    assert isinstance(runs, QComboBox)
    assert runs.currentText().startswith("december.csv · ")
    assert runs.currentText().endswith("other columns")
    found.click("months_compare")
    assert text(found, "consent_title") == t("newcomers.title_compare")
    found.click("consent_go_on")
    assert text(found, "months_moved")
    with opened(found.paths.database, "read") as connection:
        assert len(catalogue.runs(connection)) == 2  # nothing was run anew


def test_that_a_recipe_is_renamed_deleted_and_brought_back(found: Desk) -> None:
    keep(found, "Monthly")
    found.find("recipe_0_run").setFocus()
    found.qtbot.keyClick(found.find("recipe_0_run"), Qt.Key.Key_F2)
    found.find("recipe_0_edit")
    type_keys(found, "Every month")
    assert names(found) == ["Every month"]
    trigger(found, "action_undo")
    assert names(found) == ["Monthly"]
    trigger(found, "action_redo")
    assert text(found, "recipe_0_name") == "Every month"
    found.click("recipe_0_delete")
    assert names(found) == []
    assert text(found, "recipes_none") == t("recipes.none")
    trigger(found, "action_undo")
    assert names(found) == ["Every month"]
    found.click("recipes_back")
    found.until_shown("results")


def test_that_a_recipe_is_handed_on_as_a_file_and_runs_without_its_first_run(
    found: Desk, tmp_path: Path
) -> None:
    keep(found, "Monthly")
    found.click("recipe_0_export")
    choose(found, "choose_recipe_target", tmp_path / "recipe.json")
    found.qtbot.waitUntil((tmp_path / "recipe.json").exists, timeout=PATIENCE_MS)
    assert json.loads((tmp_path / "recipe.json").read_text("utf-8"))["recipe"]["segments"] == 4
    found.click("recipes_import")
    choose(found, "choose_recipe", tmp_path / "recipe.json")
    found.qtbot.waitUntil(lambda: names(found) == ["Monthly", "recipe"], timeout=PATIENCE_MS)
    found.click("recipe_1_run")
    found.click("recipes_choose")
    choose(found, "choose_file", changed(tmp_path / "december.csv", renamed))
    found.click("consent_go_on")  # known from what the recipe remembers
    found.click("recipes_show")
    found.until_shown("results")
    assert len(sizes(found)) == 4


def test_that_a_recipe_that_is_stopped_leaves_nothing(found: Desk) -> None:
    keep(found, "Monthly")
    found.click("recipe_0_run")
    found.drop(NEXT_QUARTER, found.find("recipes_zone"))
    found.find("recipes_bar")
    found.qtbot.keyClick(found.find("recipes_cancel"), Qt.Key.Key_Escape)
    found.find("recipes_zone")
    found.qtbot.waitUntil(lambda: found.app.recipes.is_idle, timeout=PATIENCE_MS)
    with opened(found.paths.database, "read") as connection:
        assert len(catalogue.runs(connection)) == 1


def test_that_the_recipes_are_reached_from_the_first_screen_and_a_foreign_file_is_refused(
    desk: Desk, tmp_path: Path
) -> None:
    desk.window.show_panel("import")
    desk.click("open_recipes")
    desk.until_shown("recipes")
    assert text(desk, "recipes_none") == t("recipes.none")
    (tmp_path / "notes.json").write_text("[1, 2]", "utf-8")
    desk.drop(tmp_path / "notes.json", desk.find("recipes_panel"))
    assert text(desk, "recipes_sentence") == t("recipes.busy")
    desk.qtbot.waitUntil(lambda: desk.app.recipes.is_idle, timeout=PATIENCE_MS)
    told = text(desk, "recipes_sentence").replace("\u200b", "")
    assert told == t("recipe.not_saved", path=str(tmp_path / "notes.json"))
    desk.click("recipes_back")
    desk.until_shown("import")
