"""A row of pills of which one is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from segdesk.ui.widgets.basics import Button


class Switch(QWidget):
    """Choices by key; arrow keys move between them.

    Signals: ``chosen(str)``, the key of the pill that was just chosen.
    """

    chosen = Signal(str)

    def __init__(self, choices: tuple[tuple[str, str], ...], *, name: str, says: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self._keys = [key for key, _ in choices]
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for position, (key, text) in enumerate(choices):
            button = Button(text, "pill", name=f"{name}_{key}")
            button.setCheckable(True)
            self._group.addButton(button, position)
            row.addWidget(button)
        self._group.setExclusive(True)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(lambda position: self.chosen.emit(self._keys[position]))

    @property
    def choice(self) -> str:
        """The key of the pill that is chosen."""
        return self._keys[self._group.checkedId()]

    def choose(self, key: str) -> None:
        """Choose as if it were clicked."""
        self._group.button(self._keys.index(key)).click()

    def set_possible(self, key: str, possible: bool) -> None:
        """Allow or forbid a choice."""
        self._group.button(self._keys.index(key)).setEnabled(possible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        button = self._group.button((self._group.checkedId() + step) % len(self._keys))
        if button.isEnabled():
            button.setFocus(Qt.FocusReason.TabFocusReason)
            button.click()
