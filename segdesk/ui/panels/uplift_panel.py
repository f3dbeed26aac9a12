"""What a campaign brought: choose it, drop the file of the time after it, read the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from segdesk.model.campaign import Uplift
from segdesk.text import t
from segdesk.ui.panels.file_pages import DropInvite, FailureLine, at_top
from segdesk.ui.panels.uplift_result import UpliftPage
from segdesk.ui.widgets.basics import Button, IconLabel, breakable, card, label
from segdesk.ui.widgets.drop_zone import FileDrops
from segdesk.ui.widgets.job_line import JobLine
from segdesk.ui.widgets.motion import FadeStack
from segdesk.ui.widgets.quiet_combo import QuietCombo

GAP = 14
MARGINS = (18, 14, 18, 14)


@dataclass(frozen=True, slots=True)
class CampaignChoice:
    """A campaign that can be looked at: its number, a line in the list, and what is known of it."""

    id: int
    title: str
    line: str


class UpliftPanel(QWidget):
    """A campaign above, the file or the answer below.

    Signals: ``file_requested()``, open the file chooser; ``file_chosen(Path)``, dropped;
    ``several_dropped(int)``; ``column_chosen(str)``, what customers spent in the file;
    ``plan_requested()``, there is no campaign yet; ``cancel_requested()``; ``back_requested()``.
    """

    file_requested = Signal()
    file_chosen = Signal(object)
    several_dropped = Signal(int)
    column_chosen = Signal(str)
    plan_requested = Signal()
    cancel_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("uplift_panel")
        self._choices: tuple[CampaignChoice, ...] = ()
        self._stack = FadeStack()
        self._none = at_top(self._build_none())
        self._waiting = DropInvite(name="uplift", title=t("uplift.drop"), line=t("uplift.drop_line"))
        self._waiting.dropped.connect(self.file_chosen)
        self._waiting.several_dropped.connect(self.several_dropped)
        self._waiting.clicked.connect(self.file_requested)
        self._job = JobLine(name="uplift", cancel=t("newcomers.cancel"))
        self._job.cancel_requested.connect(self.cancel_requested)
        self._running = at_top(self._job)
        self._trouble = FailureLine(name="uplift", again=t("newcomers.another"), icon="upload")
        self._trouble.again_requested.connect(self.show_waiting)
        self._failure = self._build_failure()
        self._result = UpliftPage()
        self._result.another_requested.connect(self.show_waiting)
        for page in (self._none, self._waiting, self._running, self._failure, self._result):
            self._stack.addWidget(page)
        # On every page, or the window would take the file for a dataset of its own.
        drops = FileDrops(self)
        drops.dropped.connect(self._on_dropped)
        drops.several_dropped.connect(self.several_dropped)
        self._lay_out()
        self.show_campaigns(())

    # What there is to show

    def show_campaigns(self, choices: Sequence[CampaignChoice], chosen: int | None = None) -> None:
        """Offer campaigns; ``chosen`` is the number of the one to look at, the first if there is none."""
        self._choices = tuple(choices)
        self._campaigns.blockSignals(True)
        self._campaigns.clear()
        for choice in choices:
            self._campaigns.addItem(choice.title, choice.id)
        if chosen is not None:
            self._campaigns.setCurrentIndex(max(self._campaigns.findData(chosen), 0))
        self._campaigns.blockSignals(False)
        self._known.setVisible(bool(choices))
        self._on_campaign_chosen()

    @property
    def campaign_id(self) -> int | None:
        """The number of the campaign that is looked at."""
        chosen = self._campaigns.currentData()
        return None if chosen is None else int(chosen)

    @property
    def campaign_ids(self) -> tuple[int, ...]:
        """The numbers of the campaigns that are offered."""
        return tuple(choice.id for choice in self._choices)

    def show_waiting(self) -> None:
        """Wait for a file."""
        self._stack.show_page(self._waiting if self._choices else self._none)

    def show_progress(self, text: str, share: float) -> None:
        """Say what is being done and how far it is."""
        if self._stack.currentWidget() is not self._running:
            self._campaigns.setEnabled(False)
            self._stack.show_page(self._running)
            self._job.setFocus()  # where Esc cancels
        self._job.show_progress(text, share)

    def show_uplift(self, uplift: Uplift) -> None:
        """Show what the campaign brought."""
        self._campaigns.setEnabled(True)
        self._result.show_uplift(uplift)
        self._stack.show_page(self._result)
        self._result.setFocus()

    def show_failure(self, sentence: str, columns: Sequence[str] = ()) -> None:
        """Say why it isn't known; ``columns`` are those that may say what customers spent."""
        self._campaigns.setEnabled(True)
        self._trouble.tell(sentence)
        self._columns.clear()
        self._columns.addItems(list(columns))
        self._question.setVisible(bool(columns))
        self._stack.show_page(self._failure)
        (self._columns if columns else self._trouble).setFocus()

    def show_stopped(self) -> None:
        """Wait again after what ran was stopped."""
        self._campaigns.setEnabled(True)
        self.show_waiting()

    # Parts

    def _lay_out(self) -> None:
        back = Button(t("uplift.back"), "pill", name="uplift_back", icon="arrow-left", role="soft", size=14)
        back.clicked.connect(self.back_requested)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(back)
        head.addWidget(label(t("uplift.title"), "title"), 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 24, 20)
        outer.setSpacing(GAP)
        outer.addLayout(head)
        outer.addWidget(label(t("uplift.intro"), "soft", wrap=True))
        outer.addWidget(self._build_known())
        outer.addWidget(self._stack, 1)

    def _build_known(self) -> QFrame:
        frame = self._known = card(name="uplift_known")
        self._campaigns = QuietCombo(name="uplift_campaigns", says=t("uplift.campaign"))
        self._campaigns.currentIndexChanged.connect(self._on_campaign_chosen)
        self._line = label("", "muted", name="uplift_line", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(label(t("uplift.campaign"), "strong"))
        row.addWidget(self._campaigns, 1)
        column = QVBoxLayout(frame)
        column.setContentsMargins(*MARGINS)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._line)
        return frame

    def _build_none(self) -> QFrame:
        frame = card(name="uplift_none")
        plan = Button(t("uplift.plan"), "primary", name="uplift_plan", icon="arrow-right", role="on_gold")
        plan.clicked.connect(self.plan_requested)
        row = QHBoxLayout(frame)
        row.setContentsMargins(20, 16, 18, 16)
        row.setSpacing(GAP)
        row.addWidget(IconLabel("info", "soft", 22))
        row.addWidget(label(t("uplift.none"), wrap=True), 1)
        row.addWidget(plan)
        return frame

    def _build_failure(self) -> QWidget:
        self._question = card(name="uplift_question")
        self._columns = QuietCombo(name="uplift_columns", says=t("uplift.column"))
        use = Button(t("uplift.use"), "", name="uplift_use", icon="arrow-right")
        use.clicked.connect(lambda: self.column_chosen.emit(self._columns.currentText()))
        row = QHBoxLayout(self._question)
        row.setContentsMargins(20, 14, 18, 14)
        row.setSpacing(GAP)
        row.addWidget(label(t("uplift.column"), "strong"))
        row.addWidget(self._columns, 1)
        row.addWidget(use)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self._trouble)
        column.addWidget(self._question)
        column.addStretch(1)
        return page

    def _on_campaign_chosen(self, *_index: int) -> None:
        line = next((choice.line for choice in self._choices if choice.id == self.campaign_id), "")
        self._line.setText(breakable(line))
        self.show_waiting()

    def _on_dropped(self, path: Path) -> None:
        if self._choices and self._stack.currentWidget() is not self._running:
            self.file_chosen.emit(path)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            is_running = self._stack.currentWidget() is self._running
            (self.cancel_requested if is_running else self.back_requested).emit()
        else:
            super().keyPressEvent(event)
