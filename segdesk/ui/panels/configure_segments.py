"""How many segments: a number, or left to the data."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSlider, QVBoxLayout

from segdesk.model.methods import info
from segdesk.model.recipe import FEWEST_SEGMENTS, MOST_SEGMENTS, USUAL_MOST_SEGMENTS, Method
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.widgets.basics import Button, label
from segdesk.words import wording

SEGMENTS_DEFAULT = 4


class SegmentsCard(QFrame):
    """A slider, and a button that leaves the number to the data.

    Signals: ``changed()``.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("segments_card")
        self.setProperty("look", "card")
        self._finds_count = False
        self._auto = Button(
            t("configure.auto"), "pill", name="segments_auto", icon="wand-sparkles", role="gold_bright"
        )
        self._auto.setCheckable(True)
        self._auto.setChecked(True)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setObjectName("segments_slider")
        self._slider.setAccessibleName(t("configure.how_many"))
        self._slider.setRange(FEWEST_SEGMENTS, MOST_SEGMENTS)
        self._slider.setValue(SEGMENTS_DEFAULT)
        self._slider.setPageStep(1)
        self._shown = label("", "figure", name="segments_shown")
        self._shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._shown.setMinimumWidth(44)
        self._hint = label("", "muted", name="segments_hint", wrap=True)
        self._auto.toggled.connect(self.changed)
        self._slider.valueChanged.connect(self.changed)
        self._slider.sliderPressed.connect(lambda: self._auto.setChecked(False))
        self._slider.actionTriggered.connect(lambda _action: self._auto.setChecked(False))
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(label(t("configure.how_many"), "strong"))
        head.addStretch(1)
        head.addWidget(self._auto)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label(str(FEWEST_SEGMENTS), "mono_muted"))
        row.addWidget(self._slider, 1)
        row.addWidget(label(str(MOST_SEGMENTS), "mono_muted"))
        row.addWidget(self._shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(row)
        column.addWidget(self._hint)

    @property
    def segments(self) -> int | None:
        """The number that was chosen, or None where the data decides."""
        return None if self._finds_count or self._auto.isChecked() else self._slider.value()

    def choose(self, segments: int | None, *, rows: int) -> None:
        """Show a recipe's number; ``rows`` customers make no more segments than one fewer."""
        self._auto.setChecked(segments is None)
        self._slider.setMaximum(min(MOST_SEGMENTS, max(FEWEST_SEGMENTS, rows - 1)))
        self._slider.setValue(segments or SEGMENTS_DEFAULT)

    def show_method(self, method: Method) -> None:
        """Offer a number where the method takes one, and say who decides."""
        self._finds_count = info(method).finds_count
        self._slider.setDisabled(self._finds_count)
        self._auto.setDisabled(self._finds_count)
        segments = self.segments
        self._shown.setText("–" if segments is None else str(segments))
        theme.look(self._slider, "quiet" if segments is None else "")
        self._hint.setText(self._hint_text(method))

    def _hint_text(self, method: Method) -> str:
        if self._finds_count:
            return t("configure.count_found", method=wording.method_name(method))
        if self.segments is None:
            return t("configure.auto_line", most=USUAL_MOST_SEGMENTS)
        return t("configure.chosen_line", count=self.segments)
