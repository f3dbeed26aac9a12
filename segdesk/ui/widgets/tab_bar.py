"""A row of tabs, gold under the chosen one; arrow keys move between them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from segdesk.ui.widgets.basics import Button


class TabBar(QWidget):
    """Tabs by key.

    Signals: ``chosen(str)``, the key of the tab that was just chosen.
    """

    chosen = Signal(str)

    def __init__(self, tabs: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._keys = [key for key, _ in tabs]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for position, (key, text) in enumerate(tabs):
            button = Button(text, "tab", name=f"tab_{key}")
            button.setCheckable(True)
            self._group.addButton(button, position)
            row.addWidget(button)
        row.addStretch(1)
        self._group.setExclusive(True)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(lambda position: self.chosen.emit(self._keys[position]))

    def choose(self, key: str) -> None:
        """Choose a tab as if it were clicked."""
        self._group.button(self._keys.index(key)).click()

    def set_possible(self, key: str, is_possible: bool) -> None:
        """Show a tab or hide it; where the chosen one goes, the first is chosen."""
        button = self._group.button(self._keys.index(key))
        if button.isChecked() and not is_possible:
            self._group.button(0).click()
        button.setVisible(is_possible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        possible = [i for i in range(len(self._keys)) if not self._group.button(i).isHidden()]
        place = possible.index(self._group.checkedId()) + step
        button = self._group.button(possible[place % len(possible)])
        button.setFocus(Qt.FocusReason.TabFocusReason)
        button.click()
