"""The page of one segment: who its customers are, how to know them, what to do, what it would bring."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from segdesk.charts.palette import segment_role
from segdesk.model.portrait import Portrait, Portraits
from segdesk.model.roles import ColumnRole, ColumnSummary
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.panels.results.cells import CellColumn
from segdesk.ui.panels.results.portrait_parts import Contrasts, MoneyBars, PairList, WhatIf, titled
from segdesk.ui.panels.results.segment_card import PILLS
from segdesk.ui.panels.results.segment_name import SegmentName
from segdesk.ui.panels.results.segments_compare import SegmentsCompare
from segdesk.ui.plots.segment_dot import SegmentDot
from segdesk.ui.reader import RowReader
from segdesk.ui.session import View
from segdesk.ui.widgets.basics import Button, label
from segdesk.ui.widgets.passed_focus import pass_focus
from segdesk.ui.widgets.scrolling import VerticalScroll
from segdesk.ui.widgets.waiting import Waiting
from segdesk.words import findings_wording, portrait_wording, wording

if TYPE_CHECKING:
    from segdesk.model.findings import Reliability
    from segdesk.model.profile import ProfileTable

GAP = 14
DOT = 14
LEFT_SHARE, RIGHT_SHARE = 3, 2
UNTOLD = (ColumnRole.IGNORED, ColumnRole.TEXT)
"""Columns of a typical customer that stay unsaid: free text, and what was left out, as telephone numbers."""


class _Scroll(VerticalScroll):
    """Leaves the keys to the left and right to the page, which goes to the next segment by them."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)


class PortraitPage(QWidget):
    """One segment after the other; the arrow keys walk, Esc goes back.

    Signals: ``back_requested()``; ``segment_shown(int)``; ``customers_requested(int)``, its customers are
    to be listed; ``name_chosen(int segment, str name)``, empty for SegDesk's own name;
    ``actions_requested(str entry)``, this entry's actions are to be changed;
    ``profile_requested(int segments)``, the figures of the cut are wanted: answer with ``show_profile``;
    ``portraits_requested()``, the portraits that couldn't be drawn are to be tried once more.
    """

    back_requested = Signal()
    segment_shown = Signal(int)
    customers_requested = Signal(int)
    name_chosen = Signal(int, str)
    actions_requested = Signal(str)
    profile_requested = Signal(int)
    portraits_requested = Signal()

    def __init__(self, reader: RowReader) -> None:
        super().__init__()
        self.setObjectName("portrait_page")
        self._reader = reader
        self._view: View | None = None
        self._columns: tuple[ColumnSummary, ...] = ()
        self._portraits: Portraits | None = None
        self._currencies: dict[str, str] = {}
        self._reliability: Reliability | None = None
        self._profile: ProfileTable | None = None
        self._segment = 0
        self._build_head()
        self._build_cards()
        self._waiting = Waiting(t("portrait_page.waiting"), name="portrait_waiting", is_centred=True)
        self._waiting.again.connect(self.portraits_requested)
        self._compare.again.connect(self._follow_profile)
        self._lay_out()

    @property
    def segment(self) -> int:
        """The segment that is shown."""
        return self._segment

    def show_view(self, view: View, columns: tuple[ColumnSummary, ...]) -> None:
        """Show a run's cut; its portraits follow."""
        self._view, self._columns = view, columns
        self._segment = min(self._segment, view.segments - 1)
        self._compare.show_segments(view.names, view.colours)
        self._follow()
        self._follow_profile()

    def show_portraits(
        self, portraits: Portraits | None, currencies: Mapping[str, str] | None = None
    ) -> None:
        """Show these portraits, or wait for them; ``currencies`` are those of columns that have one."""
        self._portraits, self._currencies = portraits, dict(currencies or {})
        self._waiting.tell(t("portrait_page.waiting"))
        self._follow()

    def show_failure(self, sentence: str) -> None:
        """Say why there are no portraits."""
        self._waiting.fail(t("portrait_page.failed", why=sentence))

    def show_reliability(self, reliability: Reliability | None) -> None:
        """Say whether the segments would come back, or for None that it isn't known."""
        self._reliability = reliability
        self._follow()

    def show_profile(self, table: ProfileTable) -> None:
        """Show the figures that ``profile_requested`` asked for."""
        self._profile = table
        self._follow_profile()

    def show_profile_failed(self, sentence: str) -> None:
        """Say why there are no figures to compare."""
        self._compare.show_failure(sentence)

    def show_segment(self, segment: int) -> None:
        """Show another segment, beside the next one."""
        view = self._view
        if view is None:
            return
        self._segment = segment % view.segments
        self._compare.choose((self._segment, (self._segment + 1) % view.segments))
        self._follow()
        self._scroll.verticalScrollBar().setValue(0)
        self.segment_shown.emit(self._segment)

    def _portrait(self) -> Portrait | None:
        view, found = self._view, self._portraits
        if view is None or found is None or (found.run_id, found.segments) != (view.run.id, view.segments):
            return None
        return found.portraits[self._segment]

    def _follow(self) -> None:
        view, portrait = self._view, self._portrait()
        self._stack.setCurrentIndex(0 if portrait is None else 1)
        if view is None:
            return
        names, number = view.names, self._segment
        others = (*names[:number], *names[number + 1 :])
        self._name.show_name(names[number], others=others, is_given=number in view.given)
        self._dot.show_role(segment_role(number, view.colours))
        position = t("portrait_page.position", number=str(number + 1), count=str(view.segments))
        self._position.setText(position)
        size, share = view.cut.sizes[number], wording.percent(view.cut.sizes[number] / len(view.labels))
        self._size.setText(wording.number(size))
        self._share.setText(t("overview.segment_share", count=size, share=share))
        self._follow_reliability(view)
        if portrait is not None:
            self._fill(portrait)

    def _follow_reliability(self, view: View) -> None:
        found = self._reliability
        is_known = found is not None and found.segments == view.segments
        self._pill.setVisible(is_known)
        if found is None or not is_known:
            self._promise.setText(t("portrait_page.reliability_unknown"))
            self._repeats.hide()
            return
        word, figure = found.words[self._segment], wording.number(found.jaccard[self._segment], 2)
        self._pill.setText(findings_wording.stability_name(word))
        theme.look(self._pill, PILLS[word])
        self._promise.setText(findings_wording.stability_sentence(word))
        repeats = t("portrait_page.reliability_figure", repeats=found.repeats, figure=figure)
        self._repeats.setText(repeats)
        self._repeats.show()

    def _fill(self, portrait: Portrait) -> None:
        assert self._portraits is not None
        assert self._view is not None
        sales_column = self._portraits.sales_column
        persona = portrait_wording.persona_name(portrait.persona, portrait.persona_name)
        self._persona.setText(t("portrait.persona_line", persona=persona) if persona else "")
        self._contrasts.show_contrasts(portrait.contrasts, self._currencies)
        role = segment_role(portrait.segment, self._view.colours)
        self._money.show_portrait(portrait, sales_column, role)
        rule = portrait.rule
        finds = t("portrait_page.no_rule")
        if rule is not None:
            coverage, precision = wording.percent(rule.coverage), wording.percent(rule.precision)
            finds = t("portrait_page.rule_finds", coverage=coverage, precision=precision)
            conditions = portrait_wording.conditions_text(rule.conditions)
            self._conditions.setText(conditions[:1].upper() + conditions[1:])
        self._conditions.setVisible(rule is not None)
        self._finds.setText(finds)
        self._flattered.setVisible(rule is not None and not rule.is_held_out)
        self._actions.show_pairs(
            [
                (
                    portrait_wording.action_text(advice.action),
                    t("portrait_page.because", trait=wording.trait_text(advice.because)),
                )
                for advice in portrait.advice
            ]
        )
        self._no_actions.setVisible(not portrait.advice)
        self._what_if.show_portrait(portrait, self._currencies.get(sales_column, ""))
        self._typical_row.setText(t("portrait_page.typical_row", row=str(portrait.typical + 1)))
        self._typical.show_pairs(self._customer(portrait.typical))

    def _customer(self, row: int) -> list[tuple[str, str]]:
        told = [position for position, column in enumerate(self._columns) if column.role not in UNTOLD]
        found = self._reader.rows([row], told) if row >= 0 and told else []
        if not found:
            return []
        pairs = []
        for position, value in zip(told, found[0], strict=True):
            column = self._columns[position]
            text = t("portrait_page.missing") if value is None else CellColumn.of(column).shown(value)
            pairs.append((wording.column_words(column.name), text))
        return pairs

    def _follow_profile(self) -> None:
        view, table = self._view, self._profile
        is_known = (
            view is not None
            and table is not None
            and (table.run_id, table.segments) == (view.run.id, view.segments)
        )
        self._compare.show_profile(table if is_known else None)
        if view is not None and not is_known and self.isVisible():
            self.profile_requested.emit(view.segments)

    def _on_edit_actions(self) -> None:
        portrait = self._portrait()
        if portrait is not None:
            entry = portrait.advice[0].code if portrait.advice else portrait.persona
            self.actions_requested.emit(entry)

    # Parts

    def _build_head(self) -> None:
        self._back = Button(
            t("portrait_page.back"),
            "pill",
            name="portrait_back",
            icon="arrow-left",
            role="soft",
            says=t("portrait_page.back_says"),
            size=14,
        )
        self._back.clicked.connect(self.back_requested)
        self._dot = SegmentDot(DOT)
        self._name = SegmentName("page", is_heading=True)
        self._name.chosen.connect(lambda name: self.name_chosen.emit(self._segment, name))
        self._name.closed.connect(self.setFocus)
        self._pill = label("", "pill_soft", name="portrait_reliability")
        self._size = label("", "figure", name="portrait_size")
        self._share = label("", "muted", name="portrait_share")
        self._persona = label("", "muted", name="portrait_persona", wrap=True)
        self._position = label("", "muted", name="portrait_position")
        self._previous = Button(
            look="icon",
            name="portrait_previous",
            icon="arrow-left",
            says=t("portrait_page.previous"),
            size=16,
        )
        self._next = Button(
            look="icon", name="portrait_next", icon="arrow-right", says=t("portrait_page.next"), size=16
        )
        self._previous.clicked.connect(lambda: self.show_segment(self._segment - 1))
        self._next.clicked.connect(lambda: self.show_segment(self._segment + 1))
        self._list = Button(
            t("portrait_page.customers"), "pill", name="portrait_customers", icon="list", role="soft", size=14
        )
        self._list.clicked.connect(lambda: self.customers_requested.emit(self._segment))

    def _build_cards(self) -> None:
        self._contrasts, self._money, self._what_if = Contrasts(), MoneyBars(), WhatIf()
        self._promise = label("", "soft", name="portrait_promise", wrap=True)
        self._repeats = label("", "muted", name="portrait_repeats", wrap=True)
        self._conditions = label("", "", name="portrait_rule", wrap=True)
        self._finds = label("", "soft", name="portrait_rule_finds", wrap=True)
        self._flattered = label(
            t("portrait_page.rule_flattered"), "muted", name="portrait_rule_flattered", wrap=True
        )
        self._actions = PairList(name="portrait_actions", icon="lightbulb")
        self._no_actions = label(
            t("portrait_page.no_actions"), "muted", name="portrait_no_actions", wrap=True
        )
        self._edit_actions = Button(t("portrait_page.edit_actions"), "link", name="edit_actions")
        self._edit_actions.clicked.connect(self._on_edit_actions)
        self._typical_row = label("", "muted", name="typical_row", wrap=True)
        self._typical = PairList(name="typical_customer")
        self._compare = SegmentsCompare()

    def _lay_out(self) -> None:
        page = QWidget()
        body = QVBoxLayout(page)
        body.setContentsMargins(0, 0, 0, 16)
        body.setSpacing(GAP)
        halves = QHBoxLayout()
        halves.setSpacing(GAP)
        halves.addLayout(self._left_half(), LEFT_SHARE)
        halves.addLayout(self._right_half(), RIGHT_SHARE)
        body.addLayout(halves)
        body.addWidget(self._compare)
        body.addStretch(1)
        self._scroll = _Scroll(page, name="portrait_scroll", says=t("portrait_page.contrasts"))
        pass_focus(self, self._scroll)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._waiting)
        self._stack.addWidget(self._scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(self._head_row())
        column.addWidget(self._stack, 1)

    def _head_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._persona)
        row.addWidget(self._back)
        row.addWidget(self._dot)
        row.addLayout(names, 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        for widget in (self._pill, self._size, self._share, self._list):
            row.addWidget(widget, 0, middle)
        for widget in (self._previous, self._position, self._next):
            row.addWidget(widget, 0, middle)
        return row

    def _left_half(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(GAP)
        contrasts, column = titled(t("portrait_page.contrasts"), name="contrasts_card")
        column.addWidget(self._contrasts)
        left.addWidget(contrasts)
        actions, column = titled(t("portrait_page.actions"), name="actions_card")
        column.addWidget(self._actions)
        column.addWidget(self._no_actions)
        column.addWidget(self._edit_actions, 0, Qt.AlignmentFlag.AlignLeft)
        left.addWidget(actions)
        rule, column = titled(t("portrait_page.rule"), name="rule_card")
        for widget in (self._conditions, self._finds, self._flattered):
            column.addWidget(widget)
        left.addWidget(rule)
        left.addStretch(1)
        return left

    def _right_half(self) -> QVBoxLayout:
        right = QVBoxLayout()
        right.setSpacing(GAP)
        money, column = titled(t("portrait_page.money"), name="money_card")
        column.addWidget(self._money)
        right.addWidget(money)
        right.addWidget(self._what_if)
        promise, column = titled(t("portrait_page.reliability"), name="promise_card")
        column.addWidget(self._promise)
        column.addWidget(self._repeats)
        right.addWidget(promise)
        typical, column = titled(t("portrait_page.typical"), name="typical_card")
        column.addWidget(self._typical_row)
        column.addWidget(self._typical)
        right.addWidget(typical)
        right.addStretch(1)
        return right

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._compare.is_waiting:
            self._follow_profile()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        elif event.key() in steps:
            self.show_segment(self._segment + steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_F2:
            self._name.edit()
        else:
            super().keyPressEvent(event)
