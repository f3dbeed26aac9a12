"""The Configure step: what the controls say is the recipe."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QProgressBar, QPushButton, QSlider, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from segdesk.model.events import Progress, Stage
from segdesk.model.recipe import ColumnUse, Encoding, Method, Recipe
from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from segdesk.model.saved import DatasetInfo
from segdesk.ui.panels.configure_panel import PCA_CHOICES, ConfigurePanel
from segdesk.ui.widgets.influence_list import MADE_AT_ONCE
from segdesk.ui.widgets.toggle import Toggle
from tests.ui.finding import child

LEFT = Qt.MouseButton.LeftButton
TABLE = "abcdefghij"


def column(name: str, role: ColumnRole, distinct: int = 30) -> ColumnSummary:
    kind = Kind.NUMBER if role is ColumnRole.MEASURE else Kind.TEXT
    return ColumnSummary(name, kind, role, None, 0, distinct, (), ())


COLUMNS = (
    column("customer_id", ColumnRole.IDENTIFIER),
    column("age", ColumnRole.MEASURE),
    column("income", ColumnRole.MEASURE),
    column("region", ColumnRole.CATEGORY, 4),
)


def dataset(rows: int = 600) -> DatasetInfo:
    return DatasetInfo(1, "customers.csv", "", "", rows, len(COLUMNS), datetime.now(UTC), 0, ())


@pytest.fixture
def panel(qtbot: QtBot) -> ConfigurePanel:
    made = ConfigurePanel()
    qtbot.addWidget(made)
    made.resize(1366, 640)
    made.show_dataset(dataset(), COLUMNS)
    made.show()
    return made


def used(panel: ConfigurePanel) -> list[str]:
    return [use.name for use in panel.recipe.used]


def test_that_a_new_dataset_starts_with_the_recommended_choices(panel: ConfigurePanel):
    recipe = panel.recipe
    assert (recipe.method, recipe.segments, recipe.encoding, recipe.pca, recipe.seed) == (
        Method.WARD,
        None,
        Encoding.BALANCED,
        None,
        0,
    )
    assert [(use.name, use.influence) for use in recipe.columns] == [(c.name, 1.0) for c in COLUMNS]
    assert used(panel) == ["age", "income", "region"]


@pytest.mark.parametrize("method", list(Method))
def test_that_a_card_chooses_its_method(panel: ConfigurePanel, qtbot: QtBot, method: Method):
    qtbot.mouseClick(child(panel, QPushButton, f"method_{method}"), LEFT)
    assert panel.recipe.method is method


def test_that_the_slider_takes_over_from_auto_and_auto_takes_back(panel: ConfigurePanel, qtbot: QtBot):
    slider, auto = child(panel, QSlider, "segments_slider"), child(panel, QPushButton, "segments_auto")
    shown = child(panel, QLabel, "segments_shown")
    assert (auto.isChecked(), shown.text()) == (True, "–")
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert (panel.recipe.segments, auto.isChecked(), shown.text()) == (5, False, "5")
    qtbot.mouseClick(auto, LEFT)
    assert panel.recipe.segments is None


def test_that_no_more_segments_are_offered_than_customers_can_make(panel: ConfigurePanel):
    panel.show_dataset(dataset(rows=6), COLUMNS)
    assert child(panel, QSlider, "segments_slider").maximum() == 5


def test_that_pca_counts_only_when_it_is_on(panel: ConfigurePanel, qtbot: QtBot):
    amount = child(panel, QComboBox, "pca_amount")
    assert not amount.isEnabled()
    qtbot.mouseClick(child(panel, Toggle, "pca_toggle"), LEFT)
    assert panel.recipe.pca == 0.9
    amount.setCurrentIndex(amount.findData(3))
    assert panel.recipe.pca == 3
    qtbot.mouseClick(child(panel, Toggle, "pca_toggle"), LEFT)
    assert panel.recipe.pca is None


def test_that_more_choices_are_folded_away_and_count(panel: ConfigurePanel, qtbot: QtBot):
    encoding, seed = child(panel, QComboBox, "encoding"), child(panel, QSpinBox, "seed")
    assert not encoding.isVisible()
    qtbot.mouseClick(child(panel, QPushButton, "show_advanced"), LEFT)
    assert encoding.isVisible()
    encoding.setCurrentIndex(encoding.findData(str(Encoding.CLASSIC)))
    seed.setValue(42)
    assert (panel.recipe.encoding, panel.recipe.seed) == (Encoding.CLASSIC, 42)
    assert seed.lineEdit().width() > 40  # once a style sheet left it a single pixel


def test_that_an_influence_of_zero_leaves_a_column_out(panel: ConfigurePanel):
    child(panel, QSlider, "influence_income").setValue(0)
    child(panel, QSlider, "influence_age").setValue(4)
    uses = {use.name: use for use in panel.recipe.columns}
    assert used(panel) == ["age", "region"]
    assert (uses["income"].influence, uses["age"].influence) == (0.0, 2.0)


def test_that_nothing_can_be_run_without_a_column(panel: ConfigurePanel, qtbot: QtBot):
    run, blocked = child(panel, QPushButton, "find_segments"), child(panel, QLabel, "configure_blocked")
    assert (run.isEnabled(), blocked.isVisible()) == (True, False)
    for name in ("age", "income", "region"):
        child(panel, QSlider, f"influence_{name}").setValue(0)
    assert (run.isEnabled(), blocked.isVisible()) == (False, True)
    at_zero = blocked.text()
    panel.show_dataset(dataset(), tuple(replace(c, role=ColumnRole.IGNORED) for c in COLUMNS))
    assert not run.isEnabled()
    assert blocked.text() not in ("", at_zero)
    with qtbot.assertNotEmitted(panel.run_requested):
        panel.run()


def test_that_a_recipe_comes_back_as_it_was(panel: ConfigurePanel):
    recipe = Recipe(
        tuple(ColumnUse(c.name, c.role, 0.5 if c.name == "age" else 1.0) for c in COLUMNS),
        Method.AVERAGE,
        segments=7,
        encoding=Encoding.STANDARDISED,
        pca=0.95,
        seed=3,
    )
    panel.show_dataset(dataset(), COLUMNS, recipe)
    assert panel.recipe == recipe


@pytest.mark.parametrize("amount", [0.85, 4])
def test_that_an_amount_only_the_command_line_offers_is_kept(panel: ConfigurePanel, amount: int | float):
    assert amount not in PCA_CHOICES
    panel.show_dataset(dataset(), COLUMNS, replace(panel.recipe, pca=amount))
    assert panel.recipe.pca == amount


def test_that_the_cost_follows_what_is_chosen(panel: ConfigurePanel):
    cost = child(panel, QLabel, "cost")
    assert "600" in cost.text()
    panel.show_dataset(dataset(rows=20_000), COLUMNS)
    few = cost.text()
    child(panel, QPushButton, f"method_{Method.COMPLETE}").click()
    # Complete linkage holds n(n-1) / 2 distances: 20,000 × 19,999 / 2 × 8 bytes = 1.6 GB.
    assert "GB" in cost.text()
    assert "GB" not in few


def test_that_a_run_shows_stage_and_time_where_the_button_was(panel: ConfigurePanel, qtbot: QtBot):
    with qtbot.waitSignal(panel.run_requested) as asked:
        qtbot.mouseClick(child(panel, QPushButton, "find_segments"), LEFT)
    assert asked.args == [panel.recipe]
    panel.set_busy(True)
    panel.show_progress(Progress(Stage.CLUSTERING, 0.25))
    assert not child(panel, QPushButton, "find_segments").isVisible()
    assert child(panel, QLabel, "run_job_stage").text() != ""
    assert child(panel, QLabel, "run_job_elapsed").text() == "0:00"
    assert child(panel, QProgressBar, "run_job_bar").value() == 250
    assert not child(panel, QSlider, "segments_slider").isEnabled()
    with qtbot.waitSignal(panel.cancel_requested):
        qtbot.mouseClick(child(panel, QPushButton, "run_job_cancel"), LEFT)
    panel.set_busy(False)
    assert child(panel, QPushButton, "find_segments").isVisible()
    assert child(panel, QSlider, "segments_slider").isEnabled()


def test_that_hundreds_of_columns_get_their_sliders_in_idle_moments(panel: ConfigurePanel, qtbot: QtBot):
    many = tuple(column(f"measure_{i}", ColumnRole.MEASURE) for i in range(3 * MADE_AT_ONCE))
    panel.show_dataset(dataset(), many)
    assert len(panel.recipe.used) == len(many)  # those without a slider yet count as well
    last = f"influence_measure_{len(many) - 1}"
    qtbot.waitUntil(lambda: panel.findChild(QSlider, last) is not None)
    child(panel, QSlider, last).setValue(0)
    assert len(panel.recipe.used) == len(many) - 1


def test_that_showing_columns_asks_for_the_recipe_once_not_per_slider(
    panel: ConfigurePanel, monkeypatch: pytest.MonkeyPatch
):
    asked: list[int] = []
    monkeypatch.setattr(ConfigurePanel, "_on_changed", lambda *_args: asked.append(1))
    panel._influences.changed.connect(lambda: asked.append(1))
    panel._influences.show_columns(dict.fromkeys(TABLE, 2.0))
    assert asked == []


def test_that_nothing_is_cut_off_in_the_smallest_window(panel: ConfigurePanel, qtbot: QtBot):
    panel.resize(1024, 540)
    qtbot.wait(1)
    for name in ("find_segments", "cost", "segments_auto", "pca_amount"):
        widget = child(panel, QWidget, name)
        assert widget.width() >= widget.minimumSizeHint().width(), name
