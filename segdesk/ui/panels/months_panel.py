"""Two months side by side: choose the other one, look at what changed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from segdesk import wording
from segdesk.model.placement import Migration, SchemaMatch
from segdesk.model.saved import RunInfo
from segdesk.text import t
from segdesk.ui.panels.months_result import MigrationPage
from segdesk.ui.panels.newcomers_consent import ConsentCard
from segdesk.ui.widgets.basics import Button, IconLabel, breakable, card, label
from segdesk.ui.widgets.drop_zone import DropZone, FileDrops
from segdesk.ui.widgets.motion import FadeStack
from segdesk.ui.widgets.quiet_combo import QuietCombo

SCALE = 1000


class MonthsPanel(QWidget):
    """Who moved, joined and left between a run and a newer one.

    Signals: ``compare_requested(int)``, with the run of that id; ``file_requested()``, open the file
    chooser; ``file_chosen(Path)``, next month's file; ``several_dropped(int)``;
    ``mapping_accepted(Consent)``; ``save_requested(object, str)``, a picture or table and the wanted
    suffix; ``cancel_requested()``; ``back_requested()``.
    """

    compare_requested = Signal(int)
    file_requested = Signal()
    file_chosen = Signal(object)
    several_dropped = Signal(int)
    mapping_accepted = Signal(object)
    save_requested = Signal(object, str)
    cancel_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("months_panel")
        self._stack = FadeStack()
        self._waiting, self._running = self._build_waiting(), self._build_running()
        self._consent, self._result = ConsentCard(), MigrationPage()
        self._failure = self._build_failure()
        for page in (self._waiting, self._running, self._consent, self._result, self._failure):
            self._stack.addWidget(page)
        self._consent.accepted.connect(self.mapping_accepted)
        self._consent.declined.connect(self.show_waiting)
        self._result.save_requested.connect(self.save_requested)
        # On every page, or the window would take the file for a dataset of its own.
        drops = FileDrops(self)
        drops.dropped.connect(self._on_dropped)
        self._lay_out()
        self.show_waiting()

    # What there is to show

    def show_runs(self, run: RunInfo, others: tuple[RunInfo, ...]) -> None:
        """Compare another run with one of ``others``, the newest first."""
        self._line.setText(breakable(t("months.line", segments=run.segments, dataset=run.dataset_name)))
        self._runs.clear()
        for other in others:
            when = wording.when(other.created_at)
            title = wording.run_title(other)
            self._runs.addItem(t("months.run", dataset=other.dataset_name, when=when, title=title), other.id)
        self._known.setVisible(bool(others))
        self.show_waiting()

    def show_waiting(self) -> None:
        """Wait for a file or a run to be chosen."""
        self._other.hide()
        self._stack.show_page(self._waiting)

    def show_progress(self, text: str, share: float) -> None:
        """Say what is being done and how far it is."""
        if self._stack.currentWidget() is not self._running:
            self._other.hide()
            self._stack.show_page(self._running)
            self._cancel.setFocus()  # where Esc cancels
        self._stage.setText(text)
        self._bar.setValue(round(share * SCALE))
        self._bar.setAccessibleName(text)

    def show_consent(self, match: SchemaMatch) -> None:
        """Ask about what looks changed in the newer file."""
        self._consent.show_match(match)
        self._stack.show_page(self._consent)
        self._consent.setFocus()

    def show_migration(
        self, migration: Migration, names: tuple[str, ...], names_after: tuple[str, ...]
    ) -> None:
        """Show what changed; ``names`` are the older run's segments, ``names_after`` the newer one's."""
        self._result.show_migration(migration, names, names_after)
        self._other.show()
        self._stack.show_page(self._result)
        self._other.setFocus()

    def show_failure(self, sentence: str) -> None:
        """Say why the two couldn't be compared."""
        self._sentence.setText(breakable(sentence))
        self._other.hide()
        self._stack.show_page(self._failure)
        self._again.setFocus()

    # Building

    def _lay_out(self) -> None:
        back = Button(t("newcomers.back"), "link", name="months_back", icon="arrow-left", role="gold")
        back.clicked.connect(self.back_requested)
        self._other = Button(t("months.other"), "", name="months_other", icon="calendar")
        self._other.clicked.connect(self.show_waiting)
        self._line = label("", "soft", name="months_line", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(t("months.title"), "title"))
        words.addWidget(self._line)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addLayout(words, 1)
        head.addWidget(self._other, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 16, 12)
        outer.setSpacing(14)
        outer.addLayout(head)
        outer.addWidget(self._stack, 1)

    def _build_waiting(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 8)
        column.setSpacing(14)
        column.addWidget(self._build_zone(), 1)
        column.addWidget(self._build_known())
        return page

    def _build_zone(self) -> DropZone:
        zone = DropZone(name="months_zone")
        zone.setAccessibleName(t("months.drop"))
        zone.dropped.connect(self.file_chosen)
        zone.several_dropped.connect(self.several_dropped)
        zone.clicked.connect(self.file_requested)
        choose = Button(
            t("newcomers.choose"), "hero", name="months_choose", icon="folder-open", role="on_gold", size=18
        )
        choose.clicked.connect(self.file_requested)
        column = QVBoxLayout(zone)
        column.setContentsMargins(36, 36, 36, 36)
        column.setSpacing(14)
        column.addStretch(1)
        for text, look in ((t("months.drop"), "name"), (t("months.drop_line"), "soft")):
            words = label(text, look, wrap=True)
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(words)
        column.addWidget(choose, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return zone

    def _build_known(self) -> QFrame:
        frame = card(name="months_known")
        self._known = frame
        self._runs = QuietCombo(name="months_runs", says=t("months.runs_says"))
        compare = Button(t("months.compare"), "", name="months_compare", icon="arrow-right")
        compare.clicked.connect(lambda: self.compare_requested.emit(int(self._runs.currentData())))
        row = QHBoxLayout(frame)
        row.setContentsMargins(20, 14, 18, 14)
        row.setSpacing(14)
        row.addWidget(label(t("months.runs"), "strong"))
        row.addWidget(self._runs, 1)
        row.addWidget(compare)
        return frame

    def _build_running(self) -> QWidget:
        frame = card(name="months_job")
        self._stage = label("", "strong", name="months_stage", wrap=True)
        self._bar = QProgressBar()
        self._bar.setObjectName("months_bar")
        self._bar.setRange(0, SCALE)
        self._bar.setTextVisible(False)
        self._cancel = Button(t("newcomers.cancel"), "", name="months_cancel", icon="x")
        self._cancel.clicked.connect(self.cancel_requested)
        words = QVBoxLayout()
        words.setSpacing(10)
        words.addWidget(self._stage)
        words.addWidget(self._bar)
        row = QHBoxLayout(frame)
        row.setContentsMargins(20, 16, 18, 16)
        row.setSpacing(18)
        row.addLayout(words, 1)
        row.addWidget(self._cancel)
        return _at_top(frame)

    def _build_failure(self) -> QWidget:
        frame = card(name="months_failure")
        self._sentence = label("", name="months_sentence", wrap=True)
        self._again = Button(t("months.other"), "", name="months_again", icon="calendar")
        self._again.clicked.connect(self.show_waiting)
        row = QHBoxLayout(frame)
        row.setContentsMargins(20, 16, 18, 16)
        row.setSpacing(14)
        row.addWidget(IconLabel("triangle-alert", "warning", 22))
        row.addWidget(self._sentence, 1)
        row.addWidget(self._again)
        return _at_top(frame)

    def _on_dropped(self, path: Path) -> None:
        if self._stack.currentWidget() is not self._running:
            self.file_chosen.emit(path)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._stack.currentWidget() is self._running:
            self.cancel_requested.emit()
        else:
            super().keyPressEvent(event)


def _at_top(frame: QFrame) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 8, 0)
    column.addWidget(frame)
    column.addStretch(1)
    return page
