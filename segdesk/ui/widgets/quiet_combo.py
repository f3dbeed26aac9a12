"""A combo box for forms that scroll."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

FEWEST_LETTERS = 10


class QuietCombo(QComboBox):
    """Leaves the wheel to the page it stands on: or scrolling past would change what was chosen."""

    def __init__(self, *, name: str, says: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(FEWEST_LETTERS)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
