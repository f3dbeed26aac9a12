"""What the pages that make something to hand on have in common: lists, report, campaign."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from segdesk.text import t
from segdesk.ui.widgets.basics import Button, IconLabel, label
from segdesk.ui.widgets.job_line import JobLine
from segdesk.ui.widgets.scrolling import VerticalScroll
from segdesk.ui.widgets.switch import Switch

GAP = 14
MARGINS = (18, 14, 18, 14)
LIST_FORMATS = ("csv", "xlsx")


class HandoutPage(QWidget):
    """A heading, the wishes below it, a button that makes it, and how far that is.

    ``name`` begins the names of the parts. A page says in ``_follow`` what else its controls change.

    Signals: ``cancel_requested()``; ``back_requested()``.
    """

    cancel_requested = Signal()
    back_requested = Signal()

    def __init__(self, *, name: str, make: Button) -> None:
        super().__init__()
        self.setObjectName(f"{name}_panel")
        self._name = name
        self._is_busy = False
        self._make = make
        self._make.clicked.connect(self._on_made)
        self._job = JobLine(name=name, cancel=t("newcomers.cancel"))
        self._job.cancel_requested.connect(self.cancel_requested)
        self._job.hide()

    def show_progress(self, text: str, share: float) -> None:
        """Say how far it is."""
        if not self._is_busy:
            self._is_busy = True
            self._job.show()
            self._job.setFocus()  # where Esc cancels
            self._follow()
        self._job.show_progress(text, share)

    def show_idle(self) -> None:
        """Wait for wishes."""
        had_focus = self.focusWidget() in self._job.findChildren(Button)
        self._is_busy = False
        self._job.hide()
        self._follow()
        if had_focus:
            self._make.setFocus()

    def _follow(self) -> None:
        """Bring the page in line with its controls, and with whether it is busy."""
        raise NotImplementedError

    def _on_made(self) -> None:
        """Ask for what is wished, where that can be made."""
        raise NotImplementedError

    def _lay_out(
        self, wishes: QWidget, *, title: str, intro: str, back: str, aside: Button | None = None
    ) -> None:
        to_results = Button(back, "pill", name=f"{self._name}_back", icon="arrow-left", role="soft", size=14)
        to_results.clicked.connect(self.back_requested)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(to_results)
        head.addWidget(label(title, "title"), 1)
        if aside is not None:
            head.addWidget(aside)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 0)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(label(intro, "soft", wrap=True))
        column.addWidget(self._job)
        column.addWidget(VerticalScroll(wishes, name=f"{self._name}_scroll"), 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            (self.cancel_requested if self._is_busy else self.back_requested).emit()
        else:
            super().keyPressEvent(event)


def list_format(name: str) -> Switch:
    """Give the choice of the program that lists are for."""
    return Switch(
        tuple((key, t(f"lists_panel.format_{key}")) for key in LIST_FORMATS),
        name=f"{name}_format",
        says=t("lists_panel.format"),
    )


def about(words: str) -> QHBoxLayout:
    """Give a quiet explanation with its mark."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(IconLabel("info", "muted", 16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(words, "muted", wrap=True), 1)
    return row
