"""The comparison of methods: side by side as they come in, one of them recommended."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from segdesk.model.findings import MOST_UNASSIGNED, Comparison, Contender
from segdesk.model.methods import METHODS
from segdesk.model.recipe import Recipe
from segdesk.text import t
from segdesk.ui.panels.compare_agreement import AgreementCard
from segdesk.ui.panels.compare_model import PAIR, CompareModel, Row
from segdesk.ui.panels.compare_table import CompareTable
from segdesk.ui.widgets.basics import Button, IconLabel, card, label
from segdesk.ui.widgets.job_line import JobLine
from segdesk.ui.widgets.motion import FadeStack
from segdesk.ui.widgets.scrolling import VerticalScroll
from segdesk.words import wording

INTRO_WIDTH = 560


class ComparePanel(QWidget):
    """Every method's figures in a table; which is recommended, and how much they agree.

    Signals: ``use_requested(Recipe)``, a method is to be the result, with its number of segments;
    ``pair_requested(Recipe, Recipe)``, two are to stand side by side; ``compare_requested()``;
    ``cancel_requested()``.
    """

    use_requested = Signal(object)
    pair_requested = Signal(object, object)
    compare_requested = Signal()
    cancel_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("compare_panel")
        self._recommended: Recipe | None = None
        self._model = CompareModel()
        self._table = CompareTable(self._model)
        self._agreement = AgreementCard()
        self._model.ticked.connect(self._follow_ticks)
        self._table.used.connect(self._on_used)
        self._stack = FadeStack()
        self._start = self._build_start()
        self._page = self._build_page()
        self._stack.addWidget(self._start)
        self._stack.addWidget(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 16, 0)
        column.addWidget(self._stack)
        self.show_comparison(None)

    # What there is to show

    def show_running(self) -> None:
        """Wait for every method."""
        self._model.show_rows([Row(each.method) for each in METHODS])
        self._agreement.hide()
        self._show_head(self._job)
        self.show_progress(t("compare_panel.starting"), 0.0)
        self._stack.show_page(self._page)
        self._table.setFocus()  # where Esc cancels, and arrow keys walk

    def show_progress(self, text: str, share: float) -> None:
        """Say what is being done and how far it is."""
        self._job.show_progress(text, share)

    def add_contender(self, contender: Contender) -> None:
        """Fill in a method that has come in."""
        self._model.add(contender)
        done = sum(row.contender is not None for row in self._model.rows)
        all_of_them = len(self._model.rows)
        share = self._job.share
        self.show_progress(
            t("compare_panel.running", done=done, all=all_of_them), max(share, done / all_of_them)
        )

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Show a comparison that is complete, or none."""
        if comparison is None:
            self._model.show_rows(())
            self._stack.show_page(self._start)
            return
        chosen = None if comparison.recommended is None else comparison.contenders[comparison.recommended]
        self._recommended = None if chosen is None else chosen.recipe
        self._model.show_rows(
            [Row(contender.method, contender) for contender in comparison.contenders],
            None if chosen is None else chosen.method,
        )
        self._agreement.show_comparison(comparison)
        self._title.setText(_title(chosen))
        self._reason.setText(wording.note_text(comparison.reason))
        most = wording.percent(MOST_UNASSIGNED)
        self._compared.setText(t("compare_panel.compared", customers=comparison.rows, most=most))
        self._compared.setVisible(chosen is not None)
        self._use.setVisible(chosen is not None)
        self._medal.set_icon(
            *(("triangle-alert", "warning") if chosen is None else ("circle-check", "success"))
        )
        self._show_head(self._verdict)
        self._stack.show_page(self._page)

    def show_failure(self, sentence: str) -> None:
        """Say why the comparison came to no end; methods that have come in stay to look at."""
        self._model.show_rows([row for row in self._model.rows if row.contender is not None])
        self._agreement.hide()
        self._title.setText(t("compare_panel.nothing"))
        self._reason.setText(sentence)
        self._compared.hide()
        self._use.hide()
        self._medal.set_icon("triangle-alert", "warning")
        self._show_head(self._verdict)
        self._stack.show_page(self._page)

    # Building

    def _build_start(self) -> QWidget:
        page = QWidget()
        start = Button(
            t("compare_panel.start"), "primary", name="compare_start", icon="table-2", role="on_gold"
        )
        start.clicked.connect(self.compare_requested)
        words = label(t("compare_panel.intro"), "soft", wrap=True)
        words.setMaximumWidth(INTRO_WIDTH)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(label(t("compare_panel.title"), "title"))
        column.addWidget(words)
        column.addWidget(start, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return page

    def _build_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 16)
        column.setSpacing(14)
        self._verdict, self._job = self._build_verdict(), self._build_job()
        column.addWidget(self._verdict)
        column.addWidget(self._job)
        column.addWidget(self._build_table())
        agreement = card(name="agreement_card")
        inside = QVBoxLayout(agreement)
        inside.setContentsMargins(18, 14, 18, 14)
        inside.addWidget(self._agreement)
        self._agreement_card = agreement
        column.addWidget(agreement)
        column.addStretch(1)
        return VerticalScroll(page, name="compare_scroll")

    def _build_verdict(self) -> QFrame:
        frame = card(name="compare_verdict")
        self._medal = IconLabel("circle-check", "success", 22)
        self._title = label("", "name", name="compare_title", wrap=True)
        self._reason = label("", "soft", name="compare_reason", wrap=True)
        self._compared = label("", "muted", name="compare_rows", wrap=True)
        self._use = Button(
            t("compare_panel.use_recommended"),
            "primary",
            name="use_recommended",
            icon="check",
            role="on_gold",
        )
        self._use.clicked.connect(lambda: self.use_requested.emit(self._recommended))
        again = Button(t("compare_panel.again"), "", name="compare_again", icon="table-2")
        again.clicked.connect(self.compare_requested)
        words = QVBoxLayout()
        words.setSpacing(3)
        for line in (self._title, self._reason, self._compared):
            words.addWidget(line)
        row = QHBoxLayout(frame)
        row.setContentsMargins(20, 14, 18, 14)
        row.setSpacing(14)
        row.addWidget(self._medal, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(again)
        row.addWidget(self._use)
        return frame

    def _build_job(self) -> JobLine:
        line = JobLine(name="compare", cancel=t("compare_panel.cancel"), says=t("compare_panel.cancel_says"))
        line.cancel_requested.connect(self.cancel_requested)
        return line

    def _build_table(self) -> QFrame:
        frame = card(name="compare_table_card")
        self._pair_hint = label("", "muted", name="pair_hint", wrap=True)
        self._pair = Button(t("compare_panel.pair"), "", name="put_side_by_side", icon="eye")
        self._pair.clicked.connect(self._on_pair)
        foot = QHBoxLayout()
        foot.setContentsMargins(10, 0, 6, 0)
        foot.setSpacing(14)
        foot.addWidget(self._pair)
        foot.addWidget(self._pair_hint, 1)
        column = QVBoxLayout(frame)
        column.setContentsMargins(8, 8, 8, 12)
        column.setSpacing(10)
        column.addWidget(self._table)
        column.addLayout(foot)
        return frame

    # Following

    def _show_head(self, head: QWidget) -> None:
        """Show the recommendation, or how far the comparison is. The one place that does."""
        self._verdict.setVisible(head is self._verdict)
        self._job.setVisible(head is self._job)
        self._agreement_card.setVisible(head is self._verdict and not self._agreement.isHidden())

    def _follow_ticks(self) -> None:
        chosen = self._model.pair
        self._pair.setEnabled(len(chosen) == PAIR)
        if len(chosen) == PAIR:
            one, other = (wording.method_name(recipe.method) for recipe in chosen)
            self._pair_hint.setText(t("compare_panel.pair_ready", one=one, other=other))
        else:
            self._pair_hint.setText(t("compare_panel.pair_half" if chosen else "compare_panel.pair_hint"))

    def _on_pair(self) -> None:
        self._pair_hint.setText(t("compare_panel.pair_working"))
        self.pair_requested.emit(*self._model.pair)

    def _on_used(self, position: int) -> None:
        contender = self._model.row(position).contender
        if contender is not None:
            self.use_requested.emit(contender.recipe)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._job.isVisible():
            self.cancel_requested.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._follow_ticks()  # the two are side by side now


def _title(chosen: Contender | None) -> str:
    if chosen is None:
        return t("compare_panel.nothing")
    return t(
        "compare_panel.recommended",
        method=wording.method_name(chosen.method),
        term=wording.method_term(chosen.method),
        segments=chosen.segments,
    )
