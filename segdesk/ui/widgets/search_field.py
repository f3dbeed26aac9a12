"""A field to search with: a glass before the text, a cross behind it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from segdesk.ui import theme

ICON_PX = 16
WIDTHS = (160, 420)


class SearchField(QLineEdit):
    """A line of text that the cross or Esc clears; Esc in an empty one means what it means elsewhere.

    Signals: those of ``QLineEdit``.
    """

    def __init__(self, *, name: str, says: str, clear_says: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setPlaceholderText(says)
        self.setAccessibleName(says)
        self.setMinimumWidth(WIDTHS[0])
        self.setMaximumWidth(WIDTHS[1])
        self._glass = self.addAction(self._icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(clear_says, self)
        self._clear.setObjectName(f"{name}_clear")
        self._clear.setIcon(self._icon("x"))
        self._clear.setVisible(False)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.triggered.connect(self.clear)
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))

    @staticmethod
    def _icon(name: str) -> QIcon:
        return theme.icon(name, "muted", ICON_PX)

    def _clears(self, event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and bool(self.text())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._clears(event):
            event.accept()  # before the window takes it for Cancel
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._clears(event):
            self.clear()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._glass.setIcon(self._icon("search"))
            self._clear.setIcon(self._icon("x"))
