"""Pages of panels that wait for a file of customers: drop it here, what is being done, what went wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from segdesk.text import t
from segdesk.ui.widgets.basics import Button, IconLabel, breakable, label
from segdesk.ui.widgets.drop_zone import DropZone


class DropInvite(DropZone):
    """A drop zone that says what is wanted, with a button that opens the file chooser."""

    def __init__(self, *, name: str, title: str, line: str) -> None:
        super().__init__(name=f"{name}_zone")
        self.setAccessibleName(title)
        choose = Button(
            t("newcomers.choose"), "hero", name=f"{name}_choose", icon="folder-open", role="on_gold", size=18
        )
        choose.clicked.connect(self.clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(36, 36, 36, 36)
        column.setSpacing(14)
        column.addStretch(1)
        for text, look in ((title, "name"), (line, "soft")):
            words = label(text, look, wrap=True)
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(words)
        column.addWidget(choose, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)


class FailureLine(QFrame):
    """Why something couldn't be done, and a way on. Signals: ``again_requested()``."""

    again_requested = Signal()

    def __init__(self, *, name: str, again: str, icon: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_failure")
        self.setProperty("look", "card")
        self._sentence = label("", name=f"{name}_sentence", wrap=True)
        button = Button(again, "", name=f"{name}_again", icon=icon)
        button.clicked.connect(self.again_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 18, 16)
        row.setSpacing(14)
        row.addWidget(IconLabel("triangle-alert", "warning", 22))
        row.addWidget(self._sentence, 1)
        row.addWidget(button)
        self.setFocusProxy(button)

    def tell(self, sentence: str) -> None:
        """Say what happened."""
        self._sentence.setText(breakable(sentence))


def at_top(frame: QWidget, *, right: int = 0) -> QWidget:
    """Give a page with a card at its top; ``right`` is the room for a scroll bar beside others."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, right, 0)
    column.addWidget(frame)
    column.addStretch(1)
    return page
