"""Sliders that say how much each column counts."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QSlider, QWidget

from segdesk.text import t
from segdesk.ui.widgets.basics import label
from segdesk.ui.widgets.elided import ElidedLabel

STEPS = (0.0, 0.25, 0.5, 1.0, 2.0, 4.0)
"""Doublings: weights that differ by less can hardly be told apart in the result."""

WIDEST_NAME = 150
MADE_AT_ONCE = 30
"""A screenful and more. The sliders of 300 columns at once would hold the window for 0.3 s."""

_SHOWN = ("0", "¼×", "½×", "1×", "2×", "4×")


class InfluenceList(QWidget):
    """One slider for each column; Tab comes to them from ``after``. Signals: ``changed()``."""

    changed = Signal()

    def __init__(self, *, after: QWidget) -> None:
        super().__init__()
        self._before_first = self._before_next = after
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 4, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(9)
        self._grid.setColumnStretch(1, 1)
        self._influences: dict[str, float] = {}
        self._unmade: list[str] = []

    @property
    def influences(self) -> dict[str, float]:
        """Each column's influence by its name."""
        return dict(self._influences)

    def show_columns(self, influences: dict[str, float]) -> None:
        """Show these columns with their influences, each rounded to one of ``STEPS``."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._grid.setRowStretch(len(self._influences), 0)
        self._influences = {name: STEPS[_nearest(value)] for name, value in influences.items()}
        self._unmade = list(influences)
        self._before_next = self._before_first
        self._make_some()

    def _make_some(self) -> None:
        """Make the next sliders, and the rest in idle moments."""
        now, self._unmade = self._unmade[:MADE_AT_ONCE], self._unmade[MADE_AT_ONCE:]
        first = len(self._influences) - len(self._unmade) - len(now)
        for row, name in enumerate(now, start=first):
            self._add(row, name)
        if self._unmade:
            QTimer.singleShot(0, self, self._make_some)
        else:
            self._grid.setRowStretch(len(self._influences), 1)

    def _add(self, row: int, name: str) -> None:
        title = ElidedLabel("", name=f"influence_of_{name}")
        title.setText(name)
        title.setMaximumWidth(WIDEST_NAME)
        title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        shown = label("", "mono_muted")
        shown.setAlignment(Qt.AlignmentFlag.AlignRight)
        shown.setMinimumWidth(26)
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setObjectName(f"influence_{name}")
        slider.setAccessibleName(t("configure.influence_says", column=name))
        slider.setRange(0, len(STEPS) - 1)
        slider.setPageStep(1)
        slider.setMinimumWidth(90)
        slider.setValue(_nearest(self._influences[name]))
        _say(slider, shown)
        slider.valueChanged.connect(lambda step: self._on_moved(name, slider, shown))
        self._grid.addWidget(title, row, 0)
        self._grid.addWidget(slider, row, 1)
        self._grid.addWidget(shown, row, 2)
        self.setTabOrder(self._before_next, slider)
        self._before_next = slider

    def _on_moved(self, name: str, slider: QSlider, shown: QLabel) -> None:
        self._influences[name] = STEPS[slider.value()]
        _say(slider, shown)
        self.changed.emit()


def _nearest(influence: float) -> int:
    return min(range(len(STEPS)), key=lambda step: abs(STEPS[step] - influence))


def _say(slider: QSlider, shown: QLabel) -> None:
    words = _SHOWN[slider.value()]
    shown.setText(words)
    slider.setAccessibleDescription(words)
