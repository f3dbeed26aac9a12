"""The first screen: what SegDesk does, that nothing leaves the computer, and two ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from segdesk.text import t
from segdesk.ui.widgets.basics import Button, IconLabel, card, label
from segdesk.ui.widgets.note_row import note_row
from segdesk.ui.widgets.scrolling import VerticalScroll

WIDEST = 920
STEP_ICONS = {"import": "upload", "configure": "wand-sparkles", "results": "list"}


class WelcomePanel(QWidget):
    """One screen, shown once, and again from the menu.

    Signals: ``sample_requested()``; ``file_requested()``; ``skipped()``.
    """

    sample_requested = Signal()
    file_requested = Signal()
    skipped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("welcome_panel")
        page = QWidget()
        page.setMaximumWidth(WIDEST)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 24, 8, 16)
        column.setSpacing(20)
        column.addStretch(1)
        column.addWidget(label(t("welcome.title"), "hero", name="welcome_title", wrap=True))
        column.addWidget(label(t("welcome.lead"), "lead", wrap=True))
        steps = QHBoxLayout()
        steps.setSpacing(14)
        for number, key in enumerate(STEP_ICONS, start=1):
            steps.addWidget(_step(key, number), 1)
        column.addLayout(steps)
        column.addWidget(
            note_row(t("welcome.private"), "welcome_private", IconLabel("lock", "gold_bright", 16))
        )
        column.addLayout(self._buttons())
        column.addWidget(label(t("welcome.again"), "muted", wrap=True))
        column.addStretch(2)
        around = QWidget()
        middle = QHBoxLayout(around)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addWidget(page, 100)
        middle.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(24, 0, 24, 0)
        outside.addWidget(VerticalScroll(around, name="welcome_scroll"))
        self.setFocusProxy(self._sample)

    def _buttons(self) -> QLayout:
        self._sample = Button(
            t("welcome.sample"), "primary", name="welcome_sample", icon="sparkles", role="on_gold"
        )
        self._sample.clicked.connect(self.sample_requested)
        choose = Button(t("welcome.open"), name="welcome_open", icon="folder-open")
        choose.clicked.connect(self.file_requested)
        skip = Button(t("welcome.skip"), "link", name="welcome_skip")
        skip.clicked.connect(self.skipped)
        row = QHBoxLayout()
        row.setSpacing(12)
        for button in (self._sample, choose, skip):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.skipped.emit()
        else:
            super().keyPressEvent(event)


def _step(key: str, number: int) -> QFrame:
    frame = card()
    column = QVBoxLayout(frame)
    column.setContentsMargins(18, 16, 18, 16)
    column.setSpacing(8)
    head = QHBoxLayout()
    head.setSpacing(10)
    head.addWidget(IconLabel(STEP_ICONS[key], "gold_bright", 18))
    head.addWidget(label(str(number), "mono_muted"))
    head.addStretch(1)
    column.addLayout(head)
    column.addWidget(label(t(f"welcome.step_{key}"), "name", wrap=True))
    column.addWidget(label(t(f"welcome.step_{key}_line"), "soft", wrap=True))
    column.addStretch(1)
    return frame
