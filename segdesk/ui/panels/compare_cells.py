"""Draws the cells of a comparison: box and method, figures with the best marked, sentences, spinner."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.panels.compare_model import FIRST_FIGURE, METHOD_COLUMN, USE_COLUMN, CompareModel
from segdesk.ui.plots.painting import draw_focus
from segdesk.ui.widgets.focus import has_ring
from segdesk.words import wording

PAD = 10
BOX = 16
CHECK = 13
SPINNER = 16
TURN = 360 * 16
"""Qt counts sixteenths of a degree."""

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = int(_LEFT) | int(Qt.TextFlag.TextWordWrap)

Index = QModelIndex | QPersistentModelIndex


def name_font() -> QFont:
    """Give the font of a method's name."""
    return theme.font(weight=600)


def figure_font(*, is_best: bool = False) -> QFont:
    """Give the font of a figure."""
    return theme.font(theme.SMALL_PX, families=theme.MONO, weight=600 if is_best else 400)


class CompareCells(QStyledItemDelegate):
    """Draws every cell itself; ``turn`` says how far round the spinner is, from 0 to 1."""

    def __init__(self, model: CompareModel, turn: Callable[[], float]) -> None:
        super().__init__()
        self._model, self._turn = model, turn

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        area = QRectF(option.rect)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, colours.colour("gold_tint"))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), colours.colour("line"))
        inner = area.adjusted(PAD, 0, -PAD, 0)
        row = self._model.row(index.row())
        if index.column() == METHOD_COLUMN:
            self._draw_method(painter, inner, index)
        elif index.column() == FIRST_FIGURE and row.contender is None:
            self._draw_spinner(painter, inner)
        elif index.column() == FIRST_FIGURE and row.failure:
            painter.setFont(theme.font(theme.SMALL_PX))
            painter.setPen(colours.colour("warning"))
            painter.drawText(inner, _WRAPPED, _shortened(row.failure, painter.font(), inner))
        elif index.column() == USE_COLUMN:
            painter.setFont(theme.font())
            painter.setPen(colours.colour("gold_bright"))
            painter.drawText(inner, _LEFT, str(index.data() or ""))
        else:
            self._draw_figure(painter, inner, index)
        if option.state & QStyle.StateFlag.State_HasFocus and has_ring(option.widget):
            draw_focus(painter, area.adjusted(2, 3, -2, -4))
        painter.restore()

    def _draw_method(self, painter: QPainter, area: QRectF, index: Index) -> None:
        row, colours = self._model.row(index.row()), theme.current()
        if row.is_done:
            box = QRectF(area.left(), area.center().y() - BOX / 2, BOX, BOX)
            _draw_box(painter, box, index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked)
        area = area.adjusted(BOX + PAD, 4, 0, -4)
        half = area.height() / 2
        upper, lower = area.adjusted(0, 0, 0, -half), area.adjusted(0, half, 0, 0)
        painter.setFont(name_font())
        painter.setPen(colours.colour("text" if row.is_done else "soft"))
        name = QFontMetrics(painter.font()).elidedText(
            wording.method_name(row.method), Qt.TextElideMode.ElideRight, int(upper.width())
        )
        painter.drawText(upper, _LEFT, name)
        painter.setFont(theme.font(theme.TINY_PX))
        painter.setPen(colours.colour("muted"))
        term = wording.method_term(row.method)
        if self._model.is_recommended(index.row()):
            painter.setPen(colours.colour("gold_bright"))
            term = t("compare_panel.term_recommended", term=term)
        term = QFontMetrics(painter.font()).elidedText(term, Qt.TextElideMode.ElideRight, int(lower.width()))
        painter.drawText(lower, _LEFT, term)

    def _draw_figure(self, painter: QPainter, area: QRectF, index: Index) -> None:
        text, is_best = str(index.data() or ""), self._model.is_best(index)
        if note := self._model.note(index):
            half = area.height() / 2
            painter.setFont(theme.font(theme.TINY_PX))
            painter.setPen(theme.current().colour("muted"))
            painter.drawText(area.adjusted(0, half, 0, -4), _RIGHT, note)
            area = area.adjusted(0, 4, 0, -half)
        painter.setFont(figure_font(is_best=is_best))
        painter.setPen(theme.current().colour("success" if is_best else "text"))
        painter.drawText(area, _RIGHT, text)
        if is_best:
            left = area.right() - QFontMetrics(painter.font()).horizontalAdvance(text) - CHECK - 5
            ratio = painter.device().devicePixelRatio()
            picture = theme.pixmap("check", "success", CHECK, ratio)
            painter.drawPixmap(QPointF(left, area.center().y() - CHECK / 2), picture)

    def _draw_spinner(self, painter: QPainter, area: QRectF) -> None:
        circle = QRectF(area.left(), area.center().y() - SPINNER / 2, SPINNER, SPINNER)
        circle.adjust(2, 2, -2, -2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.current().colour("line"), 2))
        painter.drawEllipse(circle)
        painter.setPen(QPen(theme.current().colour("gold"), 2))
        painter.drawArc(circle, round(TURN * (0.25 - self._turn())), -TURN // 4)
        painter.setFont(theme.font(theme.SMALL_PX))
        painter.setPen(theme.current().colour("muted"))
        painter.drawText(area.adjusted(SPINNER + 10, 0, 0, 0), _LEFT, t("compare_panel.pending"))

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        return False  # the table ticks: Qt looks for the box where its own style would draw it

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._model.row(index.row())
        column = index.column()
        if column == METHOD_COLUMN:
            name = QFontMetrics(name_font()).horizontalAdvance(wording.method_name(row.method))
            term = wording.method_term(row.method)
            if self._model.is_recommended(index.row()):
                term = t("compare_panel.term_recommended", term=term)
            small = QFontMetrics(theme.font(theme.TINY_PX)).horizontalAdvance(term)
            return QSize(max(name, small) + BOX + 4 * PAD, 0)
        if not row.is_done:
            return QSize(0, 0)
        font = theme.font() if column == USE_COLUMN else figure_font(is_best=True)
        mark = CHECK + 5 if self._model.is_best(index) else 0
        return QSize(QFontMetrics(font).horizontalAdvance(str(index.data() or "")) + mark + 2 * PAD, 0)


def _draw_box(painter: QPainter, box: QRectF, is_ticked: bool) -> None:
    colours = theme.current()
    painter.setPen(QPen(colours.colour("gold" if is_ticked else "muted"), 1.2))
    painter.setBrush(colours.colour("gold" if is_ticked else "card"))
    painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), 4, 4)
    if is_ticked:
        picture = theme.pixmap("check", "on_gold", BOX - 4, painter.device().devicePixelRatio())
        painter.drawPixmap(box.topLeft() + QPointF(2, 2), picture)


def _shortened(text: str, font: QFont, area: QRectF) -> str:
    """Cut a sentence to two lines; all of it is in the tool tip."""
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(1.85 * area.width()))
