"""A report to hand on: share-safe or full, as a PDF or a web page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from segdesk.text import t
from segdesk.ui.widgets.basics import Button, card, label
from segdesk.ui.widgets.choice_card import ChoiceCard
from segdesk.ui.widgets.job_line import JobLine
from segdesk.ui.widgets.scrolling import VerticalScroll
from segdesk.ui.widgets.switch import Switch

GAP = 14
MARGINS = (18, 14, 18, 14)
CONTENTS = ("safe", "full")
FORMATS = ("pdf", "html")
WIDEST = 900


class ReportPanel(QWidget):
    """What a report says and which file it becomes.

    Signals: ``report_requested(str content, str format)``, of ``CONTENTS`` and ``FORMATS``;
    ``cancel_requested()``; ``back_requested()``.
    """

    report_requested = Signal(str, str)
    cancel_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("report_panel")
        self._is_busy = False
        self._contents = {
            key: ChoiceCard(
                name=f"report_{key}",
                title=t(f"report_panel.{key}"),
                term=t(f"report_panel.{key}_term"),
                line=t(f"report_panel.{key}_line"),
            )
            for key in CONTENTS
        }
        group = QButtonGroup(self)
        for choice in self._contents.values():
            group.addButton(choice)
            choice.toggled.connect(self._follow)
        self._format = Switch(
            tuple((key, t(f"report_panel.{key}")) for key in FORMATS),
            name="report_format",
            says=t("report_panel.format"),
        )
        self._format.chosen.connect(self._follow)
        self._format_line = label("", "muted", name="report_format_line", wrap=True)
        self._save = Button(
            t("report_panel.save"), "primary", name="save_report", icon="download", role="on_gold"
        )
        self._save.clicked.connect(lambda: self.report_requested.emit(self.content, self._format.choice))
        self._job = JobLine(name="report", cancel=t("newcomers.cancel"))
        self._job.cancel_requested.connect(self.cancel_requested)
        self._job.hide()
        self._lay_out()
        self.show_choices("safe", "pdf")

    def show_choices(self, content: str, format_: str) -> None:
        """Show what was last chosen."""
        self._contents[content].setChecked(True)
        self._format.choose(format_)
        self._follow()

    @property
    def content(self) -> str:
        """What the report says: one of ``CONTENTS``."""
        return next(key for key, choice in self._contents.items() if choice.isChecked())

    def show_progress(self, text: str, share: float) -> None:
        """Say how far the report is."""
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
            self._save.setFocus()

    def _follow(self, *_changed: object) -> None:
        self._format_line.setText(t(f"report_panel.{self._format.choice}_line"))
        self._save.setEnabled(not self._is_busy)

    # Parts

    def _lay_out(self) -> None:
        back = Button(
            t("report_panel.back"), "pill", name="report_back", icon="arrow-left", role="soft", size=14
        )
        back.clicked.connect(self.back_requested)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(back)
        head.addWidget(label(t("report_panel.title"), "title"), 1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(GAP)
        column.addWidget(self._choices())
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 24, 0)
        outer.setSpacing(GAP)
        outer.addLayout(head)
        outer.addWidget(label(t("report_panel.intro"), "soft", wrap=True))
        outer.addWidget(self._job)
        outer.addWidget(VerticalScroll(page, name="report_scroll"), 1)

    def _choices(self) -> QFrame:
        frame = card(name="report_choices")
        frame.setMaximumWidth(WIDEST)
        contents = QGridLayout()
        contents.setSpacing(GAP)
        for column, choice in enumerate(self._contents.values()):
            contents.addWidget(choice, 0, column)
            contents.setColumnStretch(column, 1)
        column_of_all = QVBoxLayout(frame)
        column_of_all.setContentsMargins(*MARGINS)
        column_of_all.setSpacing(12)
        column_of_all.addWidget(label(t("report_panel.content"), "strong", wrap=True))
        column_of_all.addLayout(contents)
        column_of_all.addSpacing(4)
        column_of_all.addWidget(label(t("report_panel.format"), "strong", wrap=True))
        column_of_all.addWidget(self._format, 0, Qt.AlignmentFlag.AlignLeft)
        column_of_all.addWidget(self._format_line)
        column_of_all.addSpacing(4)
        column_of_all.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            (self.cancel_requested if self._is_busy else self.back_requested).emit()
        else:
            super().keyPressEvent(event)
