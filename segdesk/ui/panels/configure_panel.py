"""The Configure step: how segments are found, how many, from which columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from segdesk.choices import column_uses
from segdesk.model.cost import (
    REFERENCE,
    Machine,
    count_features,
    estimate,
    least_run_memory,
    most_rows,
)
from segdesk.model.events import Progress
from segdesk.model.recipe import ColumnUse, Encoding, Method, Recipe
from segdesk.model.roles import ColumnSummary
from segdesk.model.saved import DatasetInfo
from segdesk.text import t
from segdesk.ui.panels.configure_methods import MethodChooser
from segdesk.ui.panels.configure_segments import SegmentsCard
from segdesk.ui.widgets.basics import Button, IconLabel, card, label
from segdesk.ui.widgets.influence_list import InfluenceList
from segdesk.ui.widgets.job_card import JobCard
from segdesk.ui.widgets.scrolling import VerticalScroll
from segdesk.ui.widgets.toggle import Toggle
from segdesk.words import wording

PCA_CHOICES: tuple[int | float, ...] = (0.8, 0.9, 0.95, 2, 3, 5, 10, 15)
PCA_DEFAULT = 0.9
"""Jolliffe (2002), section 6.1.1: 70 to 90 % is the usual range; the upper end loses least."""

SIDE_WIDTHS = (290, 360)


class ConfigurePanel(QWidget):
    """Choices that make a recipe, and the buttons that run it.

    Signals: ``run_requested(Recipe)``; ``compare_requested(Recipe)``, every method is to be tried on
    these columns; ``cancel_requested()``.
    """

    run_requested = Signal(object)
    compare_requested = Signal(object)
    cancel_requested = Signal()

    def __init__(self, usual_method: Callable[[], str] = lambda: Method.WARD) -> None:
        super().__init__()
        self.setObjectName("configure_panel")
        self._usual_method = usual_method
        self._columns: tuple[ColumnSummary, ...] = ()
        self._rows = 0
        self._machine = REFERENCE
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 24, 24, 24)
        row.setSpacing(24)
        row.addWidget(self._build_choices(), 5)
        row.addWidget(self._build_side(), 3)
        self._show_advanced(False)

    # What the controls say now

    @property
    def recipe(self) -> Recipe:
        """What the controls say now."""
        return Recipe(
            columns=self._uses(),
            method=self._methods.method,
            segments=self._segments.segments,
            encoding=Encoding(self._encoding.currentData()),
            pca=self._pca_amount.currentData() if self._pca.isChecked() else None,
            seed=self._seed.value(),
            parameters=self._methods.parameters,
        )

    def _uses(self) -> tuple[ColumnUse, ...]:
        """Use the columns as the command line does, each with its influence."""
        uses = column_uses(self._columns, None, Encoding(self._encoding.currentData()))
        influences = self._influences.influences
        return tuple(replace(use, influence=influences.get(use.name, use.influence)) for use in uses)

    def show_dataset(
        self, info: DatasetInfo, columns: tuple[ColumnSummary, ...], recipe: Recipe | None = None
    ) -> None:
        """Offer the columns of a dataset; ``recipe`` is where the controls start."""
        self._columns, self._rows = columns, info.rows
        start = recipe or Recipe((), method=Method(self._usual_method()))
        self._encoding.setCurrentIndex(self._encoding.findData(str(start.encoding)))
        self._offer_influences({use.name: use.influence for use in start.columns})
        self._methods.choose(start.method, start.parameters, rows=info.rows)
        self._segments.choose(start.segments, rows=info.rows)
        self._pca.setChecked(start.pca is not None)
        self._choose_pca(start.pca or PCA_DEFAULT)
        self._seed.setValue(start.seed)
        self._on_changed()

    def show_machine(self, machine: Machine) -> None:
        """Tell from now on how long a run takes on this machine."""
        self._machine = machine
        if self._columns:
            self._on_changed()

    def run(self) -> None:
        """Ask for a run, as the button does."""
        self._run.click()

    def set_busy(self, busy: bool) -> None:
        """Swap between choosing and running. The one place that does."""
        self._foot.setCurrentWidget(self._job if busy else self._go)
        self._choices.setDisabled(busy)
        self._influence_card.setDisabled(busy)
        if busy:
            self._job.begin()
        else:
            self._job.end()

    def show_progress(self, progress: Progress) -> None:
        """Say how far the run is."""
        self._job.show_progress(progress)

    def _offer_influences(self, known: dict[str, float]) -> None:
        """Show a slider for each column that can count in the encoding chosen."""
        uses = column_uses(self._columns, None, Encoding(self._encoding.currentData()))
        self._influences.show_columns({u.name: known.get(u.name, 1.0) for u in uses if u.role.is_used})

    def _choose_pca(self, amount: int | float) -> None:
        """Choose how much to keep; a run of the command line may have kept what isn't offered here."""
        if self._pca_amount.findData(amount) < 0:
            self._offer_pca(amount)
        self._pca_amount.setCurrentIndex(self._pca_amount.findData(amount))

    def _offer_pca(self, amount: int | float) -> None:
        is_share = isinstance(amount, float)
        text = (
            t("configure.pca_share", share=wording.percent(amount))
            if is_share
            else t("configure.pca_count", count=amount)
        )
        self._pca_amount.addItem(text, amount)

    # Building

    def _build_choices(self) -> QWidget:
        self._choices = QWidget()
        column = QVBoxLayout(self._choices)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(14)
        column.addWidget(label(t("configure.title"), "title"))
        self._methods = MethodChooser()
        self._methods.changed.connect(self._on_changed)
        self._segments = SegmentsCard()
        self._segments.changed.connect(self._on_changed)
        column.addWidget(self._methods)
        column.addWidget(self._segments)
        column.addWidget(self._build_pca())
        self._more = Button(
            t("configure.advanced"), "link", name="show_advanced", icon="chevron-right", role="gold_bright"
        )
        self._more.setCheckable(True)
        self._more.toggled.connect(self._show_advanced)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._build_advanced())
        column.addStretch(1)
        return VerticalScroll(self._choices, name="choices_scroll")

    def _build_pca(self) -> QFrame:
        frame = card()
        self._pca = Toggle(name="pca_toggle", says=t("configure.pca"))
        self._pca_amount = QComboBox()
        self._pca_amount.setObjectName("pca_amount")
        self._pca_amount.setAccessibleName(t("configure.pca_amount"))
        for amount in PCA_CHOICES:
            self._offer_pca(amount)
        self._pca.toggled.connect(self._on_changed)
        self._pca_amount.currentIndexChanged.connect(self._on_changed)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(t("configure.pca"), "strong"))
        words.addWidget(label(t("configure.pca_line"), "muted", wrap=True))
        row = QHBoxLayout(frame)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(14)
        row.addWidget(self._pca)
        row.addLayout(words, 1)
        row.addWidget(self._pca_amount)
        return frame

    def _build_advanced(self) -> QFrame:
        self._advanced = card()
        self._encoding = QComboBox()
        self._encoding.setObjectName("encoding")
        self._encoding.setAccessibleName(t("configure.encoding"))
        for encoding in Encoding:
            self._encoding.addItem(wording.encoding_name(encoding), str(encoding))
        self._encoding_line = label("", "muted", wrap=True)
        self._encoding.currentIndexChanged.connect(self._on_encoding_changed)
        self._seed = QSpinBox()
        self._seed.setObjectName("seed")
        self._seed.setAccessibleName(t("configure.seed"))
        self._seed.setRange(0, 2**31 - 1)
        # WORKAROUND: with a style sheet Qt gives the text of a spin box no room beside its padding, and none
        # at all with NoButtons; app.qss hides the buttons.
        self._seed.lineEdit().setTextMargins(8, 0, 8, 0)
        grid = QGridLayout(self._advanced)
        grid.setContentsMargins(20, 14, 20, 14)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        grid.addWidget(label(t("configure.encoding"), "strong"), 0, 0)
        grid.addWidget(self._encoding, 0, 1)
        grid.addWidget(self._encoding_line, 0, 2)
        grid.addWidget(label(t("configure.seed"), "strong"), 1, 0)
        grid.addWidget(self._seed, 1, 1)
        grid.addWidget(label(t("configure.seed_line"), "muted", wrap=True), 1, 2)
        return self._advanced

    def _build_side(self) -> QWidget:
        side = QWidget()
        side.setMinimumWidth(SIDE_WIDTHS[0])
        side.setMaximumWidth(SIDE_WIDTHS[1])
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._build_influences(), 1)
        cost = card()
        self._cost = label("", "soft", name="cost", wrap=True)
        row = QHBoxLayout(cost)
        row.setContentsMargins(18, 14, 18, 14)
        row.setSpacing(12)
        row.addWidget(IconLabel("timer", "gold_bright"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._cost, 1)
        column.addWidget(cost)
        column.addWidget(self._build_foot())
        return side

    def _build_influences(self) -> QFrame:
        self._influence_card = card()
        self._influences = InfluenceList(after=self._seed)
        self._influences.changed.connect(self._on_changed)
        self._blocked = label("", "warning", name="configure_blocked", wrap=True)
        self._blocked.setContentsMargins(0, 0, 0, 8)
        column = QVBoxLayout(self._influence_card)
        column.setContentsMargins(18, 14, 14, 14)
        column.setSpacing(4)
        column.addWidget(label(t("configure.influence"), "strong"))
        column.addWidget(label(t("configure.influence_line"), "muted", wrap=True))
        column.addSpacing(8)
        column.addWidget(self._blocked)
        column.addWidget(VerticalScroll(self._influences, name="influences_scroll"), 1)
        return self._influence_card

    def _build_foot(self) -> QStackedWidget:
        self._foot = QStackedWidget()
        self._go = QWidget()
        self._run = Button(
            t("configure.find"), "hero", name="find_segments", icon="play", role="on_gold", size=18
        )
        self._run.clicked.connect(lambda: self.run_requested.emit(self.recipe))
        self._compare = Button(
            t("configure.compare"),
            "",
            name="compare_methods",
            icon="table-2",
            says=t("configure.compare_says"),
        )
        self._compare.clicked.connect(lambda: self.compare_requested.emit(self.recipe))
        hint = label(t("configure.find_hint"), "muted")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self._go)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addStretch(1)
        column.addWidget(self._run)
        column.addWidget(self._compare)
        column.addWidget(hint)
        self._job = JobCard(name="run_job")
        self._job.cancel_requested.connect(self.cancel_requested)
        self._foot.addWidget(self._go)
        self._foot.addWidget(self._job)
        return self._foot

    # Following the controls

    def _show_advanced(self, shown: bool) -> None:
        self._advanced.setVisible(shown)
        self._more.set_icon("chevron-down" if shown else "chevron-right", "gold_bright")

    def _on_encoding_changed(self, *_args: object) -> None:
        self._offer_influences(self._influences.influences)
        self._on_changed()

    def _on_changed(self, *_args: object) -> None:
        recipe = self.recipe
        self._segments.show_method(recipe.method)
        self._pca_amount.setEnabled(self._pca.isChecked())
        self._encoding_line.setText(t(f"configure.encoding_{recipe.encoding}_line"))
        blocked = self._what_blocks(recipe)
        self._run.setDisabled(bool(blocked))
        self._compare.setDisabled(bool(blocked))
        self._blocked.setText(blocked)
        self._blocked.setVisible(bool(blocked))
        features = count_features(recipe, self._columns)
        cost = estimate(self._rows, features, recipe.method, self._machine)
        self._cost.setText(
            t(
                "configure.cost",
                time=wording.duration(cost.seconds),
                memory=wording.memory(cost.memory),
                customers=self._rows,
            )
        )
        free = self._machine.memory
        least = least_run_memory(self._rows, features, recipe.method)
        if free and least > free:
            most = most_rows(features, recipe.method, free)
            facts = {"memory": wording.memory(least), "free": wording.memory(free), "most": most}
            self._cost.setText(t("configure.too_large", customers=self._rows, **facts))

    def _what_blocks(self, recipe: Recipe) -> str:
        """Say why these choices can't be run, or nothing."""
        if not any(use.role.is_used for use in recipe.columns):
            return t("configure.no_columns")
        if not recipe.used:
            return t("configure.all_zero")
        return "" if self._methods.is_valid else t("configure.wrong_number")
