"""The Configure step: what the controls say is the recipe."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSlider,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from segdesk.choices import column_uses
from segdesk.model.cost import count_features, estimate
from segdesk.model.events import Progress, Stage
from segdesk.model.methods import info
from segdesk.model.recipe import USUAL_MOST_SEGMENTS, ColumnUse, Encoding, Method, Recipe
from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from segdesk.ui.panels.configure_panel import PCA_CHOICES, ConfigurePanel
from segdesk.ui.panels.configure_parameters import read_number
from segdesk.ui.widgets.influence_list import MADE_AT_ONCE
from segdesk.ui.widgets.toggle import Toggle
from segdesk.words import wording
from tests.ui.finding import child
from tests.ui.sample_dataset import COLUMNS, column, dataset

LEFT = Qt.MouseButton.LeftButton
TABLE = "abcdefghij"


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


def choose(panel: ConfigurePanel, qtbot: QtBot, method: Method) -> None:
    """Click the pill of the method's family, then its card."""
    qtbot.mouseClick(child(panel, QPushButton, f"family_{info(method).family}"), LEFT)
    qtbot.mouseClick(child(panel, QPushButton, f"method_{method}"), LEFT)


@pytest.mark.parametrize("method", list(Method))
def test_that_every_declared_method_can_be_chosen(panel: ConfigurePanel, qtbot: QtBot, method: Method):
    choose(panel, qtbot, method)
    assert panel.recipe.method is method
    shown = [each for each in Method if child(panel, QPushButton, f"method_{each}").isVisible()]
    assert {info(each).family for each in shown} == {info(method).family}


def test_that_a_family_remembers_which_of_its_methods_was_chosen(panel: ConfigurePanel, qtbot: QtBot):
    choose(panel, qtbot, Method.SINGLE)
    chosen = []
    for family in ("centroid", "hierarchical"):
        qtbot.mouseClick(child(panel, QPushButton, f"family_{family}"), LEFT)
        chosen.append(panel.recipe.method)
    assert chosen == [Method.KMEANS, Method.SINGLE]


def test_that_families_and_methods_can_be_chosen_by_keys(panel: ConfigurePanel, qtbot: QtBot):
    qtbot.keyClick(child(panel, QPushButton, "family_density"), Qt.Key.Key_Space)
    card = child(panel, QPushButton, "method_dbscan")
    with qtbot.waitActive(panel):
        panel.activateWindow()
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Right)
    assert panel.recipe.method is Method.HDBSCAN


@pytest.mark.parametrize("method", list(Method))
def test_that_fine_tune_offers_what_the_method_declares(panel: ConfigurePanel, qtbot: QtBot, method: Method):
    choose(panel, qtbot, method)
    declared = [parameter.name for parameter in info(method).parameters]
    tune = child(panel, QPushButton, "fine_tune")
    assert tune.isVisible() is bool(declared)
    fields = [child(panel, QLineEdit, f"parameter_{method}_{name}") for name in declared]
    assert not any(field.isVisible() for field in fields)
    if declared:
        qtbot.mouseClick(tune, LEFT)
    assert all(field.isVisible() and field.placeholderText() for field in fields)
    assert panel.recipe.parameters == {}  # empty fields leave the numbers to the data


def test_that_numbers_typed_under_fine_tune_are_in_the_recipe(panel: ConfigurePanel, qtbot: QtBot):
    choose(panel, qtbot, Method.DBSCAN)
    qtbot.mouseClick(child(panel, QPushButton, "fine_tune"), LEFT)
    qtbot.keyClicks(child(panel, QLineEdit, "parameter_dbscan_eps"), "0,75")
    assert panel.recipe.parameters == {"eps": 0.75}
    qtbot.keyClicks(child(panel, QLineEdit, "parameter_dbscan_min_samples"), "12")
    assert panel.recipe.parameters == {"eps": 0.75, "min_samples": 12.0}
    choose(panel, qtbot, Method.WARD)
    assert panel.recipe.parameters == {}
    choose(panel, qtbot, Method.DBSCAN)
    assert panel.recipe.parameters == {"eps": 0.75, "min_samples": 12.0}


@pytest.mark.parametrize("text", ["1", "601", "two", "4.5", "-3"])
def test_that_a_wrong_number_is_explained_and_blocks(panel: ConfigurePanel, qtbot: QtBot, text: str):
    # At least 2, and of 600 customers no more than 600; a whole number.
    choose(panel, qtbot, Method.HDBSCAN)
    qtbot.mouseClick(child(panel, QPushButton, "fine_tune"), LEFT)
    field = child(panel, QLineEdit, "parameter_hdbscan_min_size")
    says = child(panel, QLabel, "parameter_hdbscan_min_size_says")
    usual = says.text()
    qtbot.keyClicks(field, text)
    assert says.text() == "Type a whole number from 2 to 600, or leave this empty."
    assert field.accessibleDescription() == says.text()
    run, compare = (child(panel, QPushButton, name) for name in ("find_segments", "compare_methods"))
    assert (run.isEnabled(), compare.isEnabled()) == (False, False)
    assert child(panel, QLabel, "configure_blocked").isVisible()
    field.clear()
    assert (says.text(), run.isEnabled(), compare.isEnabled()) == (usual, True, True)


@pytest.mark.parametrize(
    ("text", "is_whole", "value"),
    [
        ("12", True, 12.0),
        (" 1,000 ", True, 1000.0),
        ("1 000", True, 1000.0),
        ("1.5", True, None),
        ("0.5", False, 0.5),
        (".5", False, 0.5),
        ("0,5", False, 0.5),
        ("1e-3", False, 0.001),
        ("1,000", False, None),  # a thousand, or one?
        ("1e999", False, None),
        ("nan", False, None),
        ("", False, None),
    ],
)
def test_that_a_typed_number_is_read_or_refused(text: str, is_whole: bool, value: float | None):
    assert read_number(text, is_whole=is_whole) == value


@pytest.mark.parametrize("method", [Method.DBSCAN, Method.HDBSCAN])
def test_that_a_method_that_finds_the_number_takes_none(panel: ConfigurePanel, qtbot: QtBot, method: Method):
    slider, auto = child(panel, QSlider, "segments_slider"), child(panel, QPushButton, "segments_auto")
    slider.setValue(6)
    qtbot.mouseClick(auto, LEFT)
    before = panel.recipe
    choose(panel, qtbot, method)
    found = panel.recipe
    assert (before.segments, found.segments) == (6, None)
    assert (slider.isEnabled(), auto.isEnabled()) == (False, False)
    assert "without a segment" in child(panel, QLabel, "segments_hint").text()
    choose(panel, qtbot, Method.KMEANS)
    assert (panel.recipe.segments, slider.isEnabled()) == (6, True)


def test_that_the_automatic_number_says_who_decides(panel: ConfigurePanel):
    hint = child(panel, QLabel, "segments_hint").text()
    assert "gap statistic" in hint
    assert f"at most {USUAL_MOST_SEGMENTS}" in hint


def test_that_compare_asks_with_the_recipe(panel: ConfigurePanel, qtbot: QtBot):
    choose(panel, qtbot, Method.GMM)
    with qtbot.waitSignal(panel.compare_requested) as asked:
        qtbot.keyClick(child(panel, QPushButton, "compare_methods"), Qt.Key.Key_Space)
    assert asked.args == [panel.recipe]


def test_that_raw_takes_every_number_as_the_command_line_does(panel: ConfigurePanel, qtbot: QtBot):
    near_copy = ColumnSummary("income_eur", Kind.NUMBER, ColumnRole.DESCRIBE, None, 0, 30, (), ())
    columns = (*COLUMNS, near_copy)
    panel.show_dataset(dataset(), columns)
    assert "income_eur" not in used(panel)
    encoding = child(panel, QComboBox, "encoding")
    encoding.setCurrentIndex(encoding.findData(str(Encoding.RAW)))
    assert panel.recipe.columns == column_uses(columns, None, Encoding.RAW)
    assert "income_eur" in used(panel)
    child(panel, QSlider, "influence_age").setValue(4)
    encoding.setCurrentIndex(encoding.findData(str(Encoding.BALANCED)))
    assert {use.name: use.influence for use in panel.recipe.used}["age"] == 2.0
    assert "income_eur" not in used(panel)


@pytest.mark.parametrize("method", list(Method))
@pytest.mark.parametrize("pca", [None, 2])
def test_that_the_estimate_is_that_of_the_cost_model(panel: ConfigurePanel, method: Method, pca: int | None):
    recipe = replace(panel.recipe, method=method, pca=pca, encoding=Encoding.CLASSIC)
    panel.show_dataset(dataset(rows=9_000), COLUMNS, recipe)
    cost = estimate(9_000, count_features(recipe, COLUMNS), method)
    text = child(panel, QLabel, "cost").text()
    assert wording.duration(cost.seconds) in text
    assert wording.memory(cost.memory) in text


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
        Method.GMM,
        segments=7,
        encoding=Encoding.STANDARDISED,
        pca=0.95,
        seed=3,
        parameters={"starts": 5.0},
    )
    panel.show_dataset(dataset(), COLUMNS, recipe)
    assert panel.recipe == recipe
    # A number that was given is never hidden.
    assert child(panel, QLineEdit, "parameter_gmm_starts").isVisible()
    panel.show_dataset(dataset(), COLUMNS)
    assert panel.recipe.parameters == {}


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
    names = ("find_segments", "compare_methods", "cost", "segments_auto", "pca_amount", "family_density")
    for name in names:
        widget = child(panel, QWidget, name)
        assert widget.width() >= widget.minimumSizeHint().width(), name
