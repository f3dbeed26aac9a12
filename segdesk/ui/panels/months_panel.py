"""Two months side by side: choose the other one, look at what changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from segdesk.model.placement import Migration, SchemaMatch
from segdesk.model.saved import RunInfo
from segdesk.text import t
from segdesk.ui.panels.file_pages import GAP, SCROLL_ROOM, DropInvite, FailureLine, filling
from segdesk.ui.panels.file_panel import ConsentPanel
from segdesk.ui.panels.months_result import MigrationPage
from segdesk.ui.panels.newcomers_consent import Purpose
from segdesk.ui.widgets.basics import Button, breakable, card, label
from segdesk.ui.widgets.quiet_combo import QuietCombo
from segdesk.words import wording


class MonthsPanel(ConsentPanel):
    """Who moved, joined and left between a run and a newer one; the file is next month's.

    Signals: those of ``ConsentPanel``; ``compare_requested(int)``, with the run of that id;
    ``save_requested(object, str)``, a picture or table and the wanted suffix.
    """

    compare_requested = Signal(int)
    save_requested = Signal(object, str)

    def __init__(self) -> None:
        super().__init__(
            name="months",
            invite=DropInvite(name="months", title=t("months.drop"), line=t("months.drop_line")),
            trouble=FailureLine(name="months", again=t("months.other"), icon="calendar"),
            purpose=Purpose.RERUN,
            room=SCROLL_ROOM,
        )
        self._result = MigrationPage()
        self._result.save_requested.connect(self.save_requested)
        self._stack.addWidget(self._result)
        self._other = Button(t("months.other"), "", name="months_other", icon="calendar")
        self._other.clicked.connect(self.show_invite)
        self._lay_out(t("months.title"), self._other, body=self._stack)
        self.show_invite()

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
        self.show_invite()

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
        self._show(self._result)
        self._other.setFocus()

    # Parts

    def _show(self, page: QWidget) -> None:
        self._other.setVisible(page is self._result)
        super()._show(page)

    def _build_waiting(self) -> QWidget:
        return filling(self._invite, self._build_known(), room=self._room)

    def _build_known(self) -> QFrame:
        frame = card(name="months_known")
        self._known = frame
        self._runs = QuietCombo(name="months_runs", says=t("months.runs_says"))
        self._runs.currentTextChanged.connect(self._runs.setToolTip)  # a narrow window shows half of it
        compare = Button(t("months.compare"), "", name="months_compare", icon="arrow-right")
        compare.clicked.connect(lambda: self.compare_requested.emit(int(self._runs.currentData())))
        row = QHBoxLayout(frame)
        row.setContentsMargins(20, 14, 18, 14)
        row.setSpacing(GAP)
        row.addWidget(label(t("months.runs"), "strong"))
        row.addWidget(self._runs, 1)
        row.addWidget(compare)
        return frame
