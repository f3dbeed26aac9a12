"""The page with the card that erases one person."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from segdesk.ui.panels.erase_card import EraseCard
from segdesk.ui.widgets.passed_focus import pass_focus
from segdesk.ui.widgets.scrolling import VerticalScroll


class ErasePanel(QWidget):
    """Nothing but the card, which scrolls where the window is low."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("erase_panel")
        self.card = EraseCard()
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 16)
        inside.addWidget(self.card)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 0)
        column.addWidget(VerticalScroll(page, name="erase_scroll"))
        pass_focus(self, self.card)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.card.closed.emit()
        else:
            super().keyPressEvent(event)
