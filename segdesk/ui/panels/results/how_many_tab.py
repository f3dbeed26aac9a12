"""How many segments: what four advisers say, the choice and its reason, and the verdict's figures."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from segdesk.model import methods
from segdesk.model.findings import Choice, Nearness, Reliability, Verdict
from segdesk.text import t
from segdesk.ui.panels.results.how_many_cards import AdviserCard, FiguresTable
from segdesk.ui.panels.results.how_many_charts import (
    ADVISERS,
    curve_of,
    nearness_of,
    nearness_table_of,
    table_of,
)
from segdesk.ui.panels.results.picture_card import PictureCard
from segdesk.ui.panels.results.verdict_details import VerdictDetails
from segdesk.ui.plots.curve import Curve
from segdesk.ui.session import View
from segdesk.ui.widgets.basics import Button, card, label
from segdesk.ui.widgets.scrolling import VerticalScroll
from segdesk.words import wording

GAP = 14
FOUR_PX, TWO_PX = 1120, 620
"""Widths from which four charts, or two, stand side by side."""
SCALE = 1000
NEARNESS_PX = 240


class _State(Enum):
    IDLE = auto()
    RUNNING = auto()
    FAILED = auto()


class HowManyTab(QWidget):
    """Four small charts on which any number can be chosen, and why SegDesk chose one.

    Signals: ``cut_chosen(int)``, look at another number of segments (answer with ``show_view``);
    ``choice_requested()``, the advisers are to be asked; ``cancel_requested()``;
    ``save_requested(object spec, str suffix)``, a chart or the table of figures is to be saved.
    """

    cut_chosen = Signal(int)
    choice_requested = Signal()
    cancel_requested = Signal()
    save_requested = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("how_many_tab")
        self._view: View | None = None
        self._choice: Choice | None = None
        self._state, self._sentence = _State.IDLE, ""
        self._cards = {adviser: self._new_card(AdviserCard(adviser)) for adviser in ADVISERS}
        self._charts = QWidget()
        self._grid = QGridLayout(self._charts)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._across = 0
        self._details = VerdictDetails()
        self._title = label("", "name", name="how_many_title", wrap=True)
        self._reason = label("", "", name="how_many_reason", wrap=True)
        self._limits = label("", "soft", name="how_many_limits", wrap=True)
        self._in_view = label("", "soft", name="how_many_in_view", wrap=True)
        self._hint = label(t("howmany.hint"), "muted", name="how_many_hint", wrap=True)
        self._headers = (t("howmany.segments"), *(t(f"howmany.figure_{adviser}") for adviser in ADVISERS))
        self._table = FiguresTable(self._headers)
        self._table.cut_chosen.connect(self._on_chosen)
        self._status = label("", "soft", name="how_many_status", wrap=True)
        self._bar = QProgressBar()
        self._bar.setObjectName("how_many_progress")
        self._bar.setRange(0, SCALE)
        self._bar.setTextVisible(False)
        self._ask = Button(t("howmany.ask"), "", name="how_many_ask", says=t("howmany.ask_says"))
        self._cancel = Button(
            t("verdict.cancel"), "", name="how_many_cancel", icon="x", says=t("verdict.cancel_says")
        )
        self._ask.clicked.connect(self.choice_requested)
        self._cancel.clicked.connect(self.cancel_requested)
        self._nearness = Curve(name="curve_nearness")
        self._nearness.setMinimumHeight(NEARNESS_PX)
        self._nearness_card = PictureCard(self._nearness, name="nearness")
        self._nearness_card.save_requested.connect(self.save_requested)
        self._nearness_reading = label("", "muted", name="reading_nearness", wrap=True)
        self._itself = label("", "", name="how_many_itself", wrap=True)
        self._lay_out()
        self._spread(len(ADVISERS))
        self._follow()

    def show_view(self, view: View) -> None:
        """Show which number is in view and which others the run can be cut to."""
        self._view = view
        self._details.show_view(view)
        self._follow()

    def show_choice(self, choice: Choice | None) -> None:
        """Show the advisers' figures and the choice; None where they haven't been asked."""
        self._choice, self._state = choice, _State.IDLE
        self._follow()

    def show_nearness(self, nearness: Nearness | None) -> None:
        """Show by which distance DBSCAN told crowds apart; None where that isn't known or of no use."""
        self._nearness_card.setVisible(nearness is not None)
        if nearness is not None:
            spec = nearness_of(nearness)
            self._nearness.show_spec(spec)
            self._nearness_reading.setText(spec.reading)
            self._nearness_card.show_spec(spec, lambda: nearness_table_of(nearness))

    def show_pending(self, text: str, share: float) -> None:
        """Show that the advisers are being asked."""
        self._state, self._sentence = _State.RUNNING, text
        self._bar.setValue(round(share * SCALE))
        self._bar.setAccessibleName(t("howmany.progress", stage=text, share=wording.percent(share)))
        self._follow()

    def show_failure(self, sentence: str) -> None:
        """Say why there are no figures (or that the user cancelled)."""
        self._state, self._sentence = _State.FAILED, sentence
        self._follow()

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show the verdict's figures below."""
        self._details.show_verdict(verdict)

    def show_reliability(self, reliability: Reliability | None, names: Sequence[str] = ()) -> None:
        """Show each segment's repeats below; ``names`` are the view's."""
        del names
        self._details.show_reliability(reliability)

    def show_details(self) -> None:
        """Bring the verdict's figures into sight."""
        # The tab may just have come to the front: its layout is done when the events are.
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self._details, 0, GAP))

    def _follow(self) -> None:
        view, choice = self._view, self._choice
        finds_itself = view is not None and methods.info(view.run.recipe.method).finds_count
        self._itself_card.setVisible(finds_itself)
        is_known = choice is not None and not finds_itself
        for part in (self._charts, self._why_card, self._figures_card, self._hint):
            part.setVisible(is_known)
        self._status_card.setVisible(not is_known and not finds_itself)
        is_running = self._state is _State.RUNNING
        self._bar.setVisible(is_running)
        self._cancel.setVisible(is_running)
        self._ask.setVisible(not is_running)
        self._ask.setText(t("howmany.again" if self._state is _State.FAILED else "howmany.ask"))
        self._status.setText(t("howmany.not_asked") if self._state is _State.IDLE else self._sentence)
        if view is not None and finds_itself:
            self._tell_itself(view)
        elif view is not None and choice is not None:
            self._draw(view, choice)

    def _tell_itself(self, view: View) -> None:
        sentence = t(
            "howmany.finds_itself",
            term=wording.method_term(view.run.recipe.method),
            segments=view.segments,
            outliers=view.cut.outliers,
        )
        self._itself.setText(f"{sentence} {t('howmany.finds_itself_change')}")

    def _draw(self, view: View, choice: Choice) -> None:
        cuts = {cut.segments for cut in view.segmentation.cuts}
        shown = {vote.adviser for vote in choice.votes}
        for adviser, adviser_card in self._cards.items():
            adviser_card.setVisible(adviser in shown)
            if adviser in shown:
                spec = curve_of(choice, adviser)
                adviser_card.show_curve(
                    spec, choosable={float(k) for k in cuts}, current=float(view.segments)
                )
        self._table.show_table(table_of(choice), choosable=cuts, current=view.segments)
        self._title.setText(t("howmany.why", segments=choice.segments))
        self._reason.setText(wording.note_text(choice.reason))
        limits = t("howmany.limits", most=str(choice.most), least=choice.least)
        self._limits.setText(f"{limits} {t('howmany.rows', rows=choice.rows)}")
        self._in_view.setText(t("howmany.in_view", segments=str(view.segments)))
        self._in_view.setVisible(view.segments != choice.segments)
        is_all = all(k in cuts for vote in choice.votes for k in vote.segments)
        self._hint.setText(t("howmany.hint") + ("" if is_all else f" {t('howmany.hint_some')}"))

    def _on_chosen(self, segments: int) -> None:
        if self._view is not None and segments != self._view.segments:
            self.cut_chosen.emit(segments)

    def _save_table(self) -> None:
        if self._choice is not None:
            self.save_requested.emit(table_of(self._choice), ".csv")

    def _new_card(self, adviser_card: AdviserCard) -> AdviserCard:
        adviser_card.cut_chosen.connect(self._on_chosen)
        adviser_card.picture_requested.connect(self.save_requested)
        adviser_card.table_requested.connect(self._save_table)
        return adviser_card

    def _lay_out(self) -> None:
        page = QWidget()
        body = QVBoxLayout(page)
        body.setContentsMargins(0, 0, 0, 16)
        body.setSpacing(GAP)
        self._itself_card = self._card("how_many_itself_card", self._itself)
        column = self._nearness_card.layout()
        assert column is not None
        column.addWidget(self._nearness_reading)
        self._nearness_card.hide()
        buttons = QHBoxLayout()
        buttons.addWidget(self._ask)
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        self._status_card = self._card("how_many_status_card", self._status, self._bar, buttons)
        self._why_card = self._card(
            "how_many_why_card", self._title, self._reason, self._limits, self._in_view, self._hint
        )
        self._figures_card = self._card(
            "how_many_figures_card", label(t("howmany.figures"), "strong"), self._table
        )
        for part in (
            self._itself_card,
            self._nearness_card,
            self._status_card,
            self._charts,
            self._why_card,
            self._details,
            self._figures_card,
        ):
            body.addWidget(part)
        body.addStretch(1)
        self._scroll = VerticalScroll(page, name="how_many_scroll")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _card(self, name: str, *parts: QWidget | QHBoxLayout) -> QFrame:
        frame = card(name=name)
        column = QVBoxLayout(frame)
        column.setContentsMargins(20, 16, 20, 18)
        column.setSpacing(10)
        for part in parts:
            if isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
        column.addStretch(1)
        return frame

    def _spread(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for number, adviser_card in enumerate(self._cards.values()):
            self._grid.addWidget(adviser_card, number // across, number % across)
        for column in range(len(self._cards)):
            self._grid.setColumnStretch(column, int(column < across))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self._spread(4 if width >= FOUR_PX else 2 if width >= TWO_PX else 1)
