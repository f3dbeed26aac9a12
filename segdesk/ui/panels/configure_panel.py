"""The Configure step: how segments are found, how many, from which columns."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QSlider,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from segdesk import wording
from segdesk.model.cost import estimate
from segdesk.model.events import Progress
from segdesk.model.recipe import FEWEST_SEGMENTS, MOST_SEGMENTS, ColumnUse, Encoding, Method, Recipe
from segdesk.model.roles import ColumnRole, ColumnSummary
from segdesk.model.saved import DatasetInfo
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.widgets.basics import Button, IconLabel, card, label
from segdesk.ui.widgets.choice_card import ChoiceCard
from segdesk.ui.widgets.influence_list import InfluenceList
from segdesk.ui.widgets.job_card import JobCard
from segdesk.ui.widgets.scrolling import VerticalScroll
from segdesk.ui.widgets.toggle import Toggle

PCA_CHOICES: tuple[int | float, ...] = (0.8, 0.9, 0.95, 2, 3, 5, 10, 15)
PCA_DEFAULT = 0.9
"""Jolliffe (2002), section 6.1.1: 70 to 90 % is the usual range; the upper end loses least."""

SEGMENTS_DEFAULT = 4
SIDE_WIDTHS = (290, 360)
MOST_LEVELS = 20
"""An estimate counts at most so many 0/1 columns for a category, as the balanced encoding does."""


class ConfigurePanel(QWidget):
    """Choices that make a recipe, and the button that runs it.

    Signals: ``run_requested(Recipe)``, ``cancel_requested()``.
    """

    run_requested = Signal(object)
    cancel_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("configure_panel")
        self._columns: tuple[ColumnSummary, ...] = ()
        self._rows = 0
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
        influences = self._influences.influences
        return Recipe(
            columns=tuple(ColumnUse(c.name, c.role, influences.get(c.name, 1.0)) for c in self._columns),
            method=self._method,
            segments=None if self._auto.isChecked() else self._segments.value(),
            encoding=Encoding(self._encoding.currentData()),
            pca=self._pca_amount.currentData() if self._pca.isChecked() else None,
            seed=self._seed.value(),
        )

    @property
    def _method(self) -> Method:
        chosen = self._method_group.checkedButton()
        return Method.WARD if chosen is None else Method(chosen.property("method"))

    def show_dataset(
        self, info: DatasetInfo, columns: tuple[ColumnSummary, ...], recipe: Recipe | None = None
    ) -> None:
        """Offer the columns of a dataset; ``recipe`` is where the controls start."""
        self._columns, self._rows = columns, info.rows
        start = recipe or Recipe(())
        known = {use.name: use.influence for use in start.columns}
        self._influences.show_columns({c.name: known.get(c.name, 1.0) for c in columns if c.role.is_used})
        for button in self._method_group.buttons():
            button.setChecked(button.property("method") == start.method)
        self._auto.setChecked(start.segments is None)
        self._segments.setMaximum(min(MOST_SEGMENTS, max(FEWEST_SEGMENTS, info.rows - 1)))
        self._segments.setValue(start.segments or SEGMENTS_DEFAULT)
        self._pca.setChecked(start.pca is not None)
        self._choose_pca(start.pca or PCA_DEFAULT)
        self._encoding.setCurrentIndex(self._encoding.findData(str(start.encoding)))
        self._seed.setValue(start.seed)
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
        column.addLayout(self._build_methods())
        column.addWidget(self._build_segments())
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

    def _build_methods(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(12)
        self._method_group = QButtonGroup(self)
        for position, method in enumerate(Method):
            choice = ChoiceCard(
                name=f"method_{method}",
                title=wording.method_name(method),
                term=wording.method_term(method),
                line=t(f"configure.method_{method}_line"),
                badge=t("configure.recommended") if method == Method.WARD else "",
            )
            choice.setProperty("method", str(method))
            self._method_group.addButton(choice)
            grid.addWidget(choice, position // 2, position % 2)
        self._method_group.buttonToggled.connect(self._on_changed)
        return grid

    def _build_segments(self) -> QFrame:
        frame = card()
        self._auto = Button(
            t("configure.auto"), "pill", name="segments_auto", icon="wand-sparkles", role="gold_bright"
        )
        self._auto.setCheckable(True)
        self._auto.setChecked(True)
        self._segments = QSlider(Qt.Orientation.Horizontal)
        self._segments.setObjectName("segments_slider")
        self._segments.setAccessibleName(t("configure.how_many"))
        self._segments.setRange(FEWEST_SEGMENTS, MOST_SEGMENTS)
        self._segments.setValue(SEGMENTS_DEFAULT)
        self._segments.setPageStep(1)
        self._segments_shown = label("", "figure", name="segments_shown")
        self._segments_shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._segments_hint = label("", "muted", name="segments_hint", wrap=True)
        self._auto.toggled.connect(self._on_changed)
        self._segments.valueChanged.connect(self._on_changed)
        self._segments.sliderPressed.connect(lambda: self._auto.setChecked(False))
        self._segments.actionTriggered.connect(lambda _action: self._auto.setChecked(False))
        head = QHBoxLayout()
        head.addWidget(label(t("configure.how_many"), "strong"))
        head.addStretch(1)
        head.addWidget(self._auto)
        slider = QHBoxLayout()
        slider.setSpacing(12)
        slider.addWidget(label(str(FEWEST_SEGMENTS), "mono_muted"))
        slider.addWidget(self._segments, 1)
        slider.addWidget(label(str(MOST_SEGMENTS), "mono_muted"))
        slider.addWidget(self._segments_shown)
        self._segments_shown.setMinimumWidth(44)
        column = QVBoxLayout(frame)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(slider)
        column.addWidget(self._segments_hint)
        return frame

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
        self._encoding.currentIndexChanged.connect(self._on_changed)
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
        hint = label(t("configure.find_hint"), "muted")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self._go)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addStretch(1)
        column.addWidget(self._run)
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

    def _on_changed(self, *_args: object) -> None:
        recipe = self.recipe
        self._segments_shown.setText("–" if recipe.segments is None else str(recipe.segments))
        hint = "configure.auto_line" if recipe.segments is None else "configure.chosen_line"
        self._segments_hint.setText(t(hint, count=recipe.segments or 0))
        theme.look(self._segments, "quiet" if recipe.segments is None else "")
        self._pca_amount.setEnabled(self._pca.isChecked())
        self._encoding_line.setText(t(f"configure.encoding_{recipe.encoding}_line"))
        self._run.setEnabled(bool(recipe.used))
        is_any_used = any(column.role.is_used for column in self._columns)
        self._blocked.setText(t("configure.all_zero" if is_any_used else "configure.no_columns"))
        self._blocked.setVisible(not recipe.used)
        cost = estimate(self._rows, self._features(recipe), recipe.method)
        self._cost.setText(
            t(
                "configure.cost",
                time=wording.duration(cost.seconds),
                memory=wording.memory(cost.memory),
                customers=self._rows,
            )
        )

    def _features(self, recipe: Recipe) -> int:
        used = {use.name for use in recipe.used}
        return sum(
            min(c.distinct, MOST_LEVELS) if c.role == ColumnRole.CATEGORY else 1
            for c in self._columns
            if c.name in used
        )
