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
from segdesk.ui.panels.file_pages import GAP, DropInvite, FailureLine, at_top
from segdesk.ui.panels.file_panel import FilePanel
from segdesk.ui.panels.uplift_result import UpliftPage
from segdesk.ui.widgets.basics import Button, IconLabel, breakable, card, label
from segdesk.ui.widgets.quiet_combo import QuietCombo

CARD_MARGINS = (18, 14, 18, 14)


@dataclass(frozen=True, slots=True)
class CampaignChoice:
    """A campaign that can be looked at: its number, a line in the list, and what is known of it."""

    id: int
    title: str
    line: str


class UpliftPanel(FilePanel):
    """A campaign above, the file or the answer below.

    Signals: those of ``FilePanel``; ``column_chosen(str)``, what customers spent in the file;
    ``plan_requested()``, there is no campaign yet.
    """

    column_chosen = Signal(str)
    plan_requested = Signal()

    def __init__(self) -> None:
        super().__init__(
            name="uplift",
            invite=DropInvite(name="uplift", title=t("uplift.drop"), line=t("uplift.drop_line")),
            trouble=FailureLine(name="uplift", again=t("newcomers.another"), icon="upload"),
        )
        self._choices: tuple[CampaignChoice, ...] = ()
        self._none, self._result = at_top(self._build_none()), UpliftPage()
        self._result.another_requested.connect(self.show_invite)
        self._stack.addWidget(self._none)
        self._stack.addWidget(self._result)
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

    def show_invite(self) -> None:
        """Wait for a file, or say that there is no campaign yet."""
        self._show(self._waiting if self._choices else self._none)

    def show_uplift(self, uplift: Uplift) -> None:
        """Show what the campaign brought."""
        self._result.show_uplift(uplift)
        self._show(self._result)
        self._result.setFocus()

    def show_failure(self, sentence: str, columns: Sequence[str] = ()) -> None:
        """Say why it isn't known; ``columns`` are those that may say what customers spent."""
        self._columns.clear()
        self._columns.addItems(list(columns))
        self._question.setVisible(bool(columns))
        super().show_failure(sentence)
        if columns:
            self._columns.setFocus()

    # Parts

    def _show(self, page: QWidget) -> None:
        self._campaigns.setEnabled(page is not self._running)
        super()._show(page)

    def _lay_out(self) -> None:
        back = Button(t("uplift.back"), "pill", name="uplift_back", icon="arrow-left", role="soft", size=14)
        back.clicked.connect(self.back_requested)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(back)
        head.addWidget(label(t("uplift.title"), "title"), 1)
        self._column.addLayout(head)
        self._column.addWidget(label(t("uplift.intro"), "soft", wrap=True))
        self._column.addWidget(self._build_known())
        self._column.addWidget(self._stack, 1)

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
        column.setContentsMargins(*CARD_MARGINS)
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
        return at_top(self._trouble, self._question)

    def _on_campaign_chosen(self, *_index: int) -> None:
        line = next((choice.line for choice in self._choices if choice.id == self.campaign_id), "")
        self._line.setText(breakable(line))
        self.show_invite()

    def _take(self, path: Path) -> bool:
        return bool(self._choices) and super()._take(path)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._is_running:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)
