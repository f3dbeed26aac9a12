"""A recipe on its way to a new file: chosen, asked about, run."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from segdesk.model.placement import Consent, SchemaMatch
from segdesk.text import t
from segdesk.ui.panels.recipes_panel import RecipesPanel
from segdesk.ui.recipes import free_name
from tests.ui.dropping import drop
from tests.ui.finding import button, child, text
from tests.ui.sample_newcomers import MATCH
from tests.ui.sample_recipes import KEPT

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot: QtBot) -> RecipesPanel:
    made = RecipesPanel()
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show_recipes(KEPT)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_that_a_dropped_recipe_is_imported(qtbot: QtBot, panel: RecipesPanel, tmp_path: Path):
    with qtbot.waitSignal(panel.recipe_chosen) as chosen:
        drop(panel, tmp_path / "monthly.JSON")
    assert chosen.args == [tmp_path / "monthly.JSON"]
    with qtbot.waitSignal(panel.import_requested):
        qtbot.keyClick(button(panel, "recipes_import"), Qt.Key.Key_Space)


def test_that_a_customer_file_waits_for_its_recipe(qtbot: QtBot, panel: RecipesPanel, tmp_path: Path):
    with qtbot.assertNotEmitted(panel.file_chosen):
        drop(panel, tmp_path / "december.csv")
    assert text(panel, "recipes_sentence") == t("recipes.which", file="december.csv")
    with qtbot.waitSignal(panel.file_chosen) as chosen:
        panel.show_waiting("Every month")
    assert chosen.args == [tmp_path / "december.csv"]
    with qtbot.assertNotEmitted(panel.file_chosen):
        panel.show_waiting("Every month")  # the next recipe gets a file of its own


def test_that_a_file_is_dropped_or_chosen(qtbot: QtBot, panel: RecipesPanel, tmp_path: Path):
    panel.show_waiting("Every month")
    assert "Every month" in text(panel, "recipes_line")
    with qtbot.waitSignal(panel.file_chosen) as chosen:
        drop(child(panel, QWidget, "recipes_zone"), tmp_path / "december.csv")
    assert chosen.args == [tmp_path / "december.csv"]
    with qtbot.waitSignal(panel.file_requested):
        qtbot.keyClick(button(panel, "recipes_choose"), Qt.Key.Key_Space)


def test_that_escape_cancels_while_a_recipe_runs(qtbot: QtBot, panel: RecipesPanel, tmp_path: Path):
    panel.show_progress("Reading", 0.75)
    assert child(panel, QProgressBar, "recipes_bar").value() == 750
    assert not button(panel, "recipes_back").isVisible()
    with qtbot.assertNotEmitted(panel.file_chosen):
        drop(panel, tmp_path / "december.csv")
    with qtbot.waitSignal(panel.cancel_requested):
        qtbot.keyClick(button(panel, "recipes_cancel"), Qt.Key.Key_Escape)


def test_that_changed_columns_are_agreed_to(qtbot: QtBot, panel: RecipesPanel):
    panel.show_consent(MATCH, used={"age", "annual_income"})
    assert text(panel, "consent_title") == t("newcomers.title_rerun")
    with qtbot.waitSignal(panel.mapping_accepted) as agreed:
        qtbot.keyClick(button(panel, "consent_go_on"), Qt.Key.Key_Space)
    assert agreed.args == [Consent(True, {"income_etb": "annual_income"}, {"basket_value": 0.001})]
    qtbot.mouseClick(button(panel, "consent_decline"), LEFT)
    assert child(panel, QWidget, "recipes_zone").isVisible()


def test_that_what_was_noticed_is_listed_beside_the_way_to_the_segments(qtbot: QtBot, panel: RecipesPanel):
    panel.show_done("It has run.", SchemaMatch(missing=("age",), added=("shoe size",)))
    assert text(panel, "recipes_told") == "It has run."
    listed = [text(panel, f"recipes_noticed_{number}") for number in range(2)]
    assert listed == [t("schema.missing", column="age"), t("schema.added", column="shoe size")]
    with qtbot.waitSignal(panel.result_requested):
        qtbot.keyClick(button(panel, "recipes_show"), Qt.Key.Key_Space)


def test_that_a_failure_is_said_and_another_file_can_follow(qtbot: QtBot, panel: RecipesPanel):
    panel.show_failure("It can't be read.")
    assert text(panel, "recipes_run_sentence") == "It can't be read."
    qtbot.keyClick(button(panel, "recipes_run_again"), Qt.Key.Key_Space)
    assert child(panel, QWidget, "recipes_zone").isVisible()


def test_that_back_leads_to_the_list_and_then_away(qtbot: QtBot, panel: RecipesPanel):
    panel.show_waiting("Every month")
    with qtbot.assertNotEmitted(panel.back_requested):
        qtbot.keyClick(button(panel, "recipes_back"), Qt.Key.Key_Space)
    assert child(panel, QWidget, "recipes_page").isVisible()
    with qtbot.waitSignal(panel.back_requested):
        qtbot.keyClick(button(panel, "recipes_back"), Qt.Key.Key_Space)


def test_that_an_imported_recipe_gets_a_name_that_is_free():
    assert free_name("Recipe", set()) == "Recipe"
    assert free_name("Recipe", {"recipe", "recipe (2)"}) == "Recipe (3)"
