"""New customers and the segments of a run: a file of them, or one typed in."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from segdesk.model.placement import NOTHING_AGREED, Consent, PlacedFile, PlacedOne, SchemaMatch
from segdesk.model.profile import ProfileTable
from segdesk.model.saved import RunInfo
from segdesk.text import t
from segdesk.ui.panels.file_pages import DropInvite, FailureLine, at_top
from segdesk.ui.panels.newcomers_consent import ConsentCard, Purpose
from segdesk.ui.panels.newcomers_form import OneForm
from segdesk.ui.panels.newcomers_result import PlacedCard
from segdesk.ui.widgets.basics import Button, breakable, label
from segdesk.ui.widgets.drop_zone import FileDrops
from segdesk.ui.widgets.job_line import JobLine
from segdesk.ui.widgets.motion import FadeStack

FORM_WIDTHS = (300, 400)


class NewcomersPanel(QWidget):
    """A file's customers to the left, one customer to the right.

    Signals: ``file_requested()``, open the file chooser; ``file_chosen(Path)``, dropped;
    ``several_dropped(int)``; ``mapping_accepted(Consent)``, go on with what was said about the columns;
    ``save_list_requested()``; ``one_requested(dict)``; ``cancel_requested()``; ``back_requested()``.
    """

    file_requested = Signal()
    file_chosen = Signal(object)
    several_dropped = Signal(int)
    mapping_accepted = Signal(object)
    save_list_requested = Signal()
    one_requested = Signal(object)
    cancel_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("newcomers_panel")
        self._used: frozenset[str] = frozenset()
        self._stack = FadeStack()
        self._waiting = self._build_waiting()
        self._job = JobLine(name="newcomers", cancel=t("newcomers.cancel"))
        self._job.cancel_requested.connect(self.cancel_requested)
        self._trouble = FailureLine(name="newcomers", again=t("newcomers.another"), icon="upload")
        self._trouble.again_requested.connect(self.show_waiting)
        self._running, self._failure = at_top(self._job), at_top(self._trouble)
        self._consent, self._placed = ConsentCard(), PlacedCard()
        for page in (self._waiting, self._running, self._consent, self._placed, self._failure):
            self._stack.addWidget(page)
        self._consent.accepted.connect(self.mapping_accepted)
        self._consent.declined.connect(self.show_waiting)
        self._placed.save_list_requested.connect(self.save_list_requested)
        self._placed.another_requested.connect(self.show_waiting)
        self._form = OneForm()
        self._form.setMinimumWidth(FORM_WIDTHS[0])
        self._form.setMaximumWidth(FORM_WIDTHS[1])
        self._form.one_requested.connect(self.one_requested)
        # On every page, or the window would take the file for a dataset of its own.
        drops = FileDrops(self)
        drops.dropped.connect(self._on_dropped)
        self._lay_out()
        self.show_waiting()

    # What there is to show

    def show_run(self, run: RunInfo, table: ProfileTable | None = None) -> None:
        """Place in another run's segments; ``table`` is its profile, or follows with ``show_fields``."""
        self._used = frozenset(use.name for use in run.recipe.used)
        self._line.setText(breakable(t("newcomers.line", segments=run.segments, dataset=run.dataset_name)))
        self.show_fields(table)
        self.show_waiting()

    def show_fields(self, table: ProfileTable | None) -> None:
        """Make the single customer's fields from the run's profile."""
        self._form.show_fields(table, self._used)

    def show_waiting(self) -> None:
        """Wait for a file."""
        self._stack.show_page(self._waiting)

    def show_progress(self, text: str, share: float) -> None:
        """Say what is being done and how far it is."""
        if self._stack.currentWidget() is not self._running:
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
        """Ask about what looks changed in the file."""
        self._consent.show_match(match, used=used, said=said, purpose=purpose)
        self._stack.show_page(self._consent)
        self._consent.setFocus()

    def show_placed(self, placed: PlacedFile, names: tuple[str, ...], colours: tuple[int, ...] = ()) -> None:
        """Show where the file's customers went."""
        self._placed.show_placed(placed, names, colours)
        self._stack.show_page(self._placed)
        self._placed.setFocus()

    def show_failure(self, sentence: str) -> None:
        """Say why the file's customers couldn't be placed."""
        self._trouble.tell(sentence)
        self._stack.show_page(self._failure)
        self._trouble.setFocus()

    def show_one(self, placed: PlacedOne, names: tuple[str, ...], colours: tuple[int, ...] = ()) -> None:
        """Say where the single customer goes."""
        self._form.show_one(placed, names, colours)

    def show_one_failure(self, sentence: str) -> None:
        """Say why the single customer couldn't be placed."""
        self._form.show_failure(sentence)

    # Building

    def _lay_out(self) -> None:
        back = Button(t("newcomers.back"), "link", name="newcomers_back", icon="arrow-left", role="gold")
        back.clicked.connect(self.back_requested)
        self._line = label("", "soft", name="newcomers_line", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(t("newcomers.title"), "title"))
        words.addWidget(self._line)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        columns = QHBoxLayout()
        columns.setSpacing(16)
        columns.addWidget(self._stack, 5)
        columns.addWidget(self._form, 3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 24, 20)
        outer.setSpacing(14)
        outer.addLayout(head)
        outer.addLayout(columns, 1)

    def _build_waiting(self) -> DropInvite:
        zone = DropInvite(name="newcomers", title=t("newcomers.drop"), line=t("newcomers.drop_line"))
        zone.dropped.connect(self.file_chosen)
        zone.several_dropped.connect(self.several_dropped)
        zone.clicked.connect(self.file_requested)
        return zone

    def _on_dropped(self, path: Path) -> None:
        if self._stack.currentWidget() is not self._running:
            self.file_chosen.emit(path)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._stack.currentWidget() is self._running:
            self.cancel_requested.emit()
        else:
            super().keyPressEvent(event)
