"""Pages of panels that wait for a file of customers: drop it here, what is being done, what went wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from segdesk.model.placement import SchemaMatch
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.widgets.basics import Button, IconLabel, breakable, label
from segdesk.ui.widgets.drop_zone import DropZone
from segdesk.ui.widgets.note_row import note_row
from segdesk.words import wording
from segdesk.words.placement_documents import schema_notes

GAP = 14
SCROLL_ROOM = 8
"""Keeps cards off the scroll bar beside them."""


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
        column.setSpacing(GAP)
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
        row.setSpacing(GAP)
        row.addWidget(IconLabel("triangle-alert", "warning", 22))
        row.addWidget(self._sentence, 1)
        row.addWidget(button)
        self.setFocusProxy(button)

    def tell(self, sentence: str) -> None:
        """Say what happened."""
        self._sentence.setText(breakable(sentence))


class NoticedCard(QFrame):
    """What was noticed in a file's columns, one sentence each; hidden where there was nothing."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("look", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 14, 20, 14)
        self._column.setSpacing(8)
        self.hide()

    def show_match(self, match: SchemaMatch) -> None:
        """Say what became of another file's columns."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        notes = schema_notes(match)
        self._column.addWidget(label(t("newcomers.noticed"), "strong"))
        for number, note in enumerate(notes):
            icon = IconLabel("info", "soft", theme.TEXT_PX + 3)
            sentence = breakable(wording.note_text(note))
            self._column.addWidget(note_row(sentence, f"{self.objectName()}_{number}", icon))
        self.setVisible(bool(notes))


def at_top(*frames: QWidget, room: int = 0) -> QWidget:
    """Give a page with cards at its top; ``room`` stays free where other pages have a scroll bar."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, room, 0)
    column.setSpacing(GAP)
    for frame in frames:
        column.addWidget(frame)
    column.addStretch(1)
    return page


def filling(frame: QWidget, *below: QWidget, room: int = 0) -> QWidget:
    """Give a page that a card fills, with others below; ``room`` stays free to the right and at the foot."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, room, room)
    column.setSpacing(GAP)
    column.addWidget(frame, 1)
    for each in below:
        column.addWidget(each)
    return page
