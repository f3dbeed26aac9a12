"""Two months side by side: choose the other one, look at what changed."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from segdesk.model.placement import NOTHING_AGREED, Consent, Migration, SchemaMatch
from segdesk.model.saved import RunInfo
from segdesk.text import t
from segdesk.ui.panels.file_pages import DropInvite, FailureLine, at_top, filling
from segdesk.ui.panels.months_result import MigrationPage
from segdesk.ui.panels.newcomers_consent import ConsentCard, Purpose
from segdesk.ui.widgets.basics import Button, breakable, card, label
from segdesk.ui.widgets.drop_zone import FileDrops
from segdesk.ui.widgets.job_line import JobLine
from segdesk.ui.widgets.motion import FadeStack
from segdesk.ui.widgets.quiet_combo import QuietCombo
from segdesk.words import wording


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
        self._waiting = self._build_waiting()
        self._job = JobLine(name="months", cancel=t("newcomers.cancel"))
        self._job.cancel_requested.connect(self.cancel_requested)
        self._trouble = FailureLine(name="months", again=t("months.other"), icon="calendar")
        self._trouble.again_requested.connect(self.show_waiting)
        self._running, self._failure = at_top(self._job, right=8), at_top(self._trouble, right=8)
        self._consent, self._result = ConsentCard(Purpose.RERUN), MigrationPage()
        self._asking = filling(self._consent, right=8)
        for page in (self._waiting, self._running, self._asking, self._result, self._failure):
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

    def show_runs(
        self, run: RunInfo, others: tuple[RunInfo, ...], doubtful: tuple[RunInfo, ...] = ()
    ) -> None:
        """Compare another run with one of ``others``, made alike, or of ``doubtful``; the newest first."""
        self._line.setText(breakable(t("months.line", segments=run.segments, dataset=run.dataset_name)))
        self._runs.clear()
        for other in (*others, *doubtful):
            when, title = wording.when(other.created_at), wording.run_title(other)
            facts = {"dataset": other.dataset_name, "when": when, "title": title}
            code = "months.run_other" if other in doubtful else "months.run"
            self._runs.addItem(t(code, **facts), other.id)
        if others and doubtful:
            self._runs.insertSeparator(len(others))
        self._runs.setCurrentIndex(0)
        self._known.setVisible(bool(others or doubtful))
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
            self._job.setFocus()  # where Esc cancels
        self._job.show_progress(text, share)

    def show_consent(
        self,
        match: SchemaMatch,
        *,
        used: Collection[str] | None = None,
        said: Consent = NOTHING_AGREED,
        purpose: Purpose | None = None,
    ) -> None:
        """Ask about what looks changed in the newer file."""
        self._consent.show_match(match, used=used, said=said, purpose=purpose)
        self._stack.show_page(self._asking)
        self._consent.setFocus()

    def show_migration(
        self,
        migration: Migration,
        names: tuple[str, ...],
        names_after: tuple[str, ...],
        colours: tuple[int, ...] = (),
        *,
        match: SchemaMatch | None = None,
    ) -> None:
        """Show what changed; ``names`` are the older run's segments, ``names_after`` the newer one's.

        ``match`` tells what was noticed when the newer file was read, else the migration's own does.
        """
        self._result.show_migration(migration, names, names_after, colours)
        self._result.show_noticed(match or migration.match)
        self._other.show()
        self._stack.show_page(self._result)
        self._other.setFocus()

    def show_failure(self, sentence: str) -> None:
        """Say why the two couldn't be compared."""
        self._trouble.tell(sentence)
        self._other.hide()
        self._stack.show_page(self._failure)
        self._trouble.setFocus()

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

    def _build_zone(self) -> DropInvite:
        zone = DropInvite(name="months", title=t("months.drop"), line=t("months.drop_line"))
        zone.dropped.connect(self.file_chosen)
        zone.several_dropped.connect(self.several_dropped)
        zone.clicked.connect(self.file_requested)
        return zone

    def _build_known(self) -> QFrame:
        frame = card(name="months_known")
        self._known = frame
        self._runs = QuietCombo(name="months_runs", says=t("months.runs_says"))
        self._runs.currentTextChanged.connect(self._runs.setToolTip)  # a narrow window shows half of it
        compare = Button(t("months.compare"), "", name="months_compare", icon="arrow-right")
        compare.clicked.connect(lambda: self.compare_requested.emit(int(self._runs.currentData())))
        row = QHBoxLayout(frame)
        row.setContentsMargins(20, 14, 18, 14)
        row.setSpacing(14)
        row.addWidget(label(t("months.runs"), "strong"))
        row.addWidget(self._runs, 1)
        row.addWidget(compare)
        return frame

    def _on_dropped(self, path: Path) -> None:
        if self._stack.currentWidget() is not self._running:
            self.file_chosen.emit(path)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._stack.currentWidget() is self._running:
            self.cancel_requested.emit()
        else:
            super().keyPressEvent(event)
