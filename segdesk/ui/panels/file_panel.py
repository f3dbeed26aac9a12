"""Panels that wait for a file of customers and do something with it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from segdesk.model.placement import NOTHING_AGREED, Consent, SchemaMatch
from segdesk.text import t
from segdesk.ui.panels.file_pages import GAP, DropInvite, FailureLine, at_top, filling
from segdesk.ui.panels.newcomers_consent import ConsentCard, Purpose
from segdesk.ui.widgets.basics import Button, label
from segdesk.ui.widgets.drop_zone import FileDrops
from segdesk.ui.widgets.job_line import JobLine
from segdesk.ui.widgets.motion import FadeStack

MARGINS = (24, 18, 24, 20)


class FilePanel(QWidget):
    """Pages that wait for a file, follow what is done with it and say why that failed.

    A panel adds its own pages to ``_stack``, and lays out the stack and whatever stands around it in
    ``_column``. Where a page scrolls, ``room`` stays free on the others; the margins are that much less.

    Signals: ``file_requested()``, open the file chooser; ``file_chosen(Path)``, dropped;
    ``several_dropped(int)``; ``cancel_requested()``; ``back_requested()``; ``shown()``, the panel came
    into view.
    """

    file_requested = Signal()
    file_chosen = Signal(object)
    several_dropped = Signal(int)
    cancel_requested = Signal()
    back_requested = Signal()
    shown = Signal()

    def __init__(self, *, name: str, invite: DropInvite, trouble: FailureLine, room: int = 0) -> None:
        super().__init__()
        self.setObjectName(f"{name}_panel")
        self._invite, self._trouble, self._room = invite, trouble, room
        self._job = JobLine(name=name, cancel=t("newcomers.cancel"))
        invite.dropped.connect(self.file_chosen)
        invite.several_dropped.connect(self.several_dropped)
        invite.clicked.connect(self.file_requested)
        trouble.again_requested.connect(self.show_invite)
        self._job.cancel_requested.connect(self.cancel_requested)
        # On every page, or the window would take the file for a dataset of its own.
        self._drops = FileDrops(self)
        self._drops.dropped.connect(self._on_dropped)
        self._drops.several_dropped.connect(self._on_several_dropped)
        self._was_taken = False
        self._waiting, self._failure = self._build_waiting(), self._build_failure()
        self._running = at_top(self._job, room=room)
        self._stack = FadeStack()
        for page in (self._waiting, self._running, self._failure):
            self._stack.addWidget(page)
        left, top, right, bottom = MARGINS
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(left, top, right - room, bottom - room)
        self._column.setSpacing(GAP)

    # What there is to show

    def show_invite(self) -> None:
        """Wait for a file."""
        self._show(self._waiting)

    def show_progress(self, text: str, share: float) -> None:
        """Say what is being done and how far it is."""
        if not self._is_running:
            self._show(self._running)
            self._job.setFocus()  # where Esc cancels
        self._job.show_progress(text, share)

    def show_failure(self, sentence: str) -> None:
        """Say why it couldn't be done."""
        self._trouble.tell(sentence)
        self._show(self._failure)
        self._trouble.setFocus()

    # Parts

    @property
    def _is_running(self) -> bool:
        return self._stack.currentWidget() is self._running

    def _show(self, page: QWidget) -> None:
        """Change to a page. The one place that does."""
        self._stack.show_page(page)

    def _build_waiting(self) -> QWidget:
        return filling(self._invite, room=self._room)

    def _build_failure(self) -> QWidget:
        return at_top(self._trouble, room=self._room)

    def _on_dropped(self, path: Path) -> None:
        self._was_taken = self._take(path)

    def _take(self, path: Path) -> bool:
        """Begin with a dropped file, if one is waited for."""
        if self._is_running:
            return False
        self.file_chosen.emit(path)
        return True

    def _on_several_dropped(self, count: int) -> None:
        if self._was_taken:
            self.several_dropped.emit(count)

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_running:
            self.cancel_requested.emit()
        else:
            super().keyPressEvent(event)


class ConsentPanel(FilePanel):
    """One that holds the file beside columns that are known, and asks about what looks changed.

    Signals: those of ``FilePanel``; ``mapping_accepted(Consent)``, go on with what was said about the
    columns.
    """

    mapping_accepted = Signal(object)

    def __init__(
        self, *, name: str, invite: DropInvite, trouble: FailureLine, purpose: Purpose, room: int = 0
    ) -> None:
        super().__init__(name=name, invite=invite, trouble=trouble, room=room)
        self._consent = ConsentCard(purpose)
        self._consent.accepted.connect(self.mapping_accepted)
        self._consent.declined.connect(self.show_invite)
        self._asking = filling(self._consent, room=room)
        self._stack.addWidget(self._asking)
        self._back = Button(t("newcomers.back"), "link", name=f"{name}_back", icon="arrow-left", role="gold")
        self._back.clicked.connect(self._on_back)
        self._line = label("", "soft", name=f"{name}_line", wrap=True)

    def show_consent(
        self,
        match: SchemaMatch,
        *,
        used: Collection[str] | None = None,
        said: Consent = NOTHING_AGREED,
        purpose: Purpose | None = None,
    ) -> None:
        """Ask about what looks changed in the file."""
        self._consent.show_match(match, used=used, said=said, purpose=purpose)
        self._show(self._asking)
        self._consent.setFocus()

    def _lay_out(self, title: str, *buttons: QWidget, body: QWidget) -> None:
        """Put the title above a line that tells what is chosen, ``buttons`` and Back beside them."""
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(title, "title"))
        words.addWidget(self._line)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addLayout(words, 1)
        for button in (*buttons, self._back):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        self._column.addWidget(body, 1)

    def _on_back(self) -> None:
        self.back_requested.emit()
