"""Sliders that say how much each column counts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSlider, QWidget

from segdesk.text import t
from segdesk.ui.widgets.basics import label

STEPS = (0.0, 0.25, 0.5, 1.0, 2.0, 4.0)
"""Doublings: weights that differ by less can hardly be told apart in the result."""

_SHOWN = ("0", "¼×", "½×", "1×", "2×", "4×")


class InfluenceList(QWidget):
    """One slider for each column. Signals: ``changed()``."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 4, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(9)
        self._grid.setColumnStretch(1, 1)
        self._sliders: dict[str, QSlider] = {}

    @property
    def influences(self) -> dict[str, float]:
        """Each column's influence by its name."""
        return {name: STEPS[slider.value()] for name, slider in self._sliders.items()}

    def show_columns(self, influences: dict[str, float]) -> None:
        """Show these columns with their influences."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._sliders = {}
        for row, (name, influence) in enumerate(influences.items()):
            self._add(row, name, influence)
        self._grid.setRowStretch(len(influences), 1)

    def _add(self, row: int, name: str, influence: float) -> None:
        title = label(name)
        title.setToolTip(name)
        title.setMinimumWidth(40)
        title.setMaximumWidth(150)
        shown = label("", "mono_muted")
        shown.setAlignment(Qt.AlignmentFlag.AlignRight)
        shown.setMinimumWidth(26)
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setObjectName(f"influence_{name}")
        slider.setAccessibleName(t("configure.influence_says", column=name))
        slider.setRange(0, len(STEPS) - 1)
        slider.setPageStep(1)
        slider.setMinimumWidth(90)
        slider.valueChanged.connect(lambda step: self._on_moved(slider, shown, step))
        nearest = min(range(len(STEPS)), key=lambda step: abs(STEPS[step] - influence))
        slider.setValue(nearest)
        _say(slider, shown, nearest)
        self._sliders[name] = slider
        self._grid.addWidget(title, row, 0)
        self._grid.addWidget(slider, row, 1)
        self._grid.addWidget(shown, row, 2)

    def _on_moved(self, slider: QSlider, shown: QLabel, step: int) -> None:
        _say(slider, shown, step)
        self.changed.emit()


def _say(slider: QSlider, shown: QLabel, step: int) -> None:
    shown.setText(_SHOWN[step])
    slider.setAccessibleDescription(_SHOWN[step])
