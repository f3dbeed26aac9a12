"""A report to hand on: share-safe or full, as a PDF or a web page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QVBoxLayout, QWidget

from segdesk.text import t
from segdesk.ui.panels.handout_page import GAP, MARGINS, HandoutPage
from segdesk.ui.widgets.basics import Button, card, label
from segdesk.ui.widgets.choice_card import ChoiceCard
from segdesk.ui.widgets.switch import Switch

CONTENTS = ("safe", "full")
FORMATS = ("pdf", "html")
WIDEST = 900


class ReportPanel(HandoutPage):
    """What a report says and which file it becomes.

    Signals: those of ``HandoutPage``; ``report_requested(str content, str format)``, of ``CONTENTS`` and
    ``FORMATS``.
    """

    report_requested = Signal(str, str)

    def __init__(self) -> None:
        save = Button(t("report_panel.save"), "primary", name="save_report", icon="download", role="on_gold")
        super().__init__(name="report", make=save)
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
        self._lay_out(
            self._page(),
            title=t("report_panel.title"),
            intro=t("report_panel.intro"),
            back=t("report_panel.back"),
        )
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

    def _follow(self) -> None:
        self._format_line.setText(t(f"report_panel.{self._format.choice}_line"))
        self._make.setEnabled(not self._is_busy)

    def _on_made(self) -> None:
        if not self._is_busy:
            self.report_requested.emit(self.content, self._format.choice)

    # Parts

    def _page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(GAP)
        column.addWidget(self._choices())
        column.addStretch(1)
        return page

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
        column_of_all.addWidget(self._make, 0, Qt.AlignmentFlag.AlignLeft)
        return frame
