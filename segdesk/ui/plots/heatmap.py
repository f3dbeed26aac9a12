"""Segments by columns: every value written, its difference from the average as colour."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QToolTip

from segdesk.charts.profile import ProfileSpec, shade
from segdesk.ui import theme
from segdesk.ui.plots.painting import FADED, dot, draw_focus
from segdesk.ui.widgets.focus import has_ring

NONE = -1
ROW, HEAD, GAP, RADIUS = 41.0, 30.0, 6.0, 4.0
PAD = 14.0
"""Beside the words of a cell."""
LEAST_COLUMN, WIDEST_COLUMN, WIDEST_HEADING = 64.0, 150.0, 130.0
DOT = 10
SQUEEZE = 0.84
"""Columns give up so much before the picture scrolls sideways: a bar for a few pixels is worse."""
NAMES_SHARE = 0.32
"""Of the width: longer names are cut short."""
LONGEST_NAME = 320.0
SHOWN_ROWS = 8
"""As many rows as the picture asks room for; scrolling reaches the rest."""

_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class Heatmap(QAbstractScrollArea):
    """The heatmap, with everybody's values in the last line. Names and headings stay when it scrolls.

    Arrow keys walk from cell to cell, Enter picks the segment, C opens the column.

    Signals: ``segment_picked(int)``, a line's position; ``column_chosen(int)``, a heading was clicked.
    """

    segment_picked = Signal(int)
    column_chosen = Signal(int)

    # Here already: Qt sends changes from within the constructor.
    _spec: ProfileSpec | None = None

    def __init__(self, *, name: str = "heatmap") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFrameShape(self.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self._widths: list[float] = []
        self._names = 0.0
        self._cell = (NONE, NONE)
        self._picked = NONE

    def show_spec(self, spec: ProfileSpec) -> None:
        """Draw other segments."""
        self._spec, self._cell, self._picked = spec, (NONE, NONE), NONE
        self.setAccessibleName(spec.title)
        says = ". ".join(cell.says for line in spec.cells for cell in line[:3])
        self.setAccessibleDescription(says)
        self._measure()
        self.updateGeometry()
        self.viewport().update()

    def pick(self, line: int) -> None:
        """Let one line stand out, or with -1 all."""
        if line != self._picked:
            self._picked = line
            self.viewport().update()

    def cell_rect(self, line: int, column: int) -> QRectF:
        """Give where in the viewport a cell is; the line below the last is everybody's."""
        left = self._names - self.horizontalScrollBar().value() + sum(self._widths[:column])
        top = HEAD + line * ROW - self.verticalScrollBar().value()
        return QRectF(left + GAP / 2, top + GAP / 2, self._widths[column] - GAP, ROW - GAP)

    def _measure(self) -> None:
        """Make columns as wide as their words, and fill the width that is left."""
        if self._spec is None:
            return
        mono = QFontMetricsF(theme.font(theme.SMALL_PX, families=theme.MONO))
        sans = QFontMetricsF(theme.font(theme.TINY_PX))
        name = QFontMetricsF(theme.font())
        longest = max((name.horizontalAdvance(part.label) for part in self._spec.parts), default=0.0)
        longest = max(longest, name.horizontalAdvance(self._spec.overall_label))
        most = min(LONGEST_NAME, self.viewport().width() * NAMES_SHARE)
        self._names = min(longest + 2 * PAD + DOT, most)
        self._widths = []
        for column, heading in enumerate(self._spec.columns):
            texts = [line[column].text for line in self._spec.cells] + [self._spec.overall[column]]
            words = max(mono.horizontalAdvance(text) for text in texts)
            wanted = max(words, min(sans.horizontalAdvance(heading), WIDEST_HEADING)) + PAD + GAP
            self._widths.append(min(max(wanted, LEAST_COLUMN), WIDEST_COLUMN))
        whole = sum(self._widths)
        room = self.viewport().width() - self._names - whole
        if room > 0 and self._widths:
            self._widths = [width + room / len(self._widths) for width in self._widths]
        elif whole * SQUEEZE <= whole + room:
            self._widths = [width * (1 + room / whole) for width in self._widths]
        self._fit_bars()

    def _fit_bars(self) -> None:
        assert self._spec is not None
        width, height = self._names + sum(self._widths), HEAD + (len(self._spec.parts) + 1) * ROW
        for bar, whole, seen in (
            (self.horizontalScrollBar(), width, self.viewport().width()),
            (self.verticalScrollBar(), height, self.viewport().height()),
        ):
            bar.setRange(0, max(0, round(whole - seen)))
            bar.setPageStep(seen)
            bar.setSingleStep(round(ROW))

    def _at(self, point: QPointF) -> tuple[int, int]:
        """Give line and column under a point; line -1 is the headings, column -1 the names."""
        if self._spec is None:
            return NONE, NONE
        line, column = NONE, NONE
        if point.y() >= HEAD:
            line = int((point.y() - HEAD + self.verticalScrollBar().value()) // ROW)
        if point.x() >= self._names:
            x = point.x() - self._names + self.horizontalScrollBar().value()
            for number, width in enumerate(self._widths):
                if x < width:
                    column = number
                    break
                x -= width
        return line, column

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._spec is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view = QRectF(self.viewport().rect())
        painter.save()
        painter.setClipRect(QRectF(self._names, HEAD, view.width() - self._names, view.height() - HEAD))
        for line in range(len(self._spec.parts) + 1):
            self._draw_cells(painter, line)
        painter.restore()
        self._draw_headings(painter, view)
        painter.save()
        painter.setClipRect(QRectF(0, HEAD, self._names, view.height() - HEAD))
        for line in range(len(self._spec.parts) + 1):
            self._draw_name(painter, line)
        painter.restore()
        if has_ring(self):
            draw_focus(painter, view)

    def _opacity(self, line: int) -> float:
        assert self._spec is not None
        is_lit = self._picked in (NONE, line) or line == len(self._spec.parts)
        return 1.0 if is_lit else FADED + 0.1

    def _draw_cells(self, painter: QPainter, line: int) -> None:
        assert self._spec is not None
        colours, is_segment = theme.current(), line < len(self._spec.parts)
        painter.setFont(theme.font(theme.SMALL_PX, families=theme.MONO))
        metrics = QFontMetricsF(painter.font())
        for column in range(len(self._widths)):
            area = self.cell_rect(line, column)
            if area.right() < self._names or area.left() > self.viewport().width():
                continue
            opacity = self._opacity(line)
            text = self._spec.overall[column]
            if is_segment:
                cell = self._spec.cells[line][column]
                role, depth = shade(cell.effect)
                text = cell.text
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colours.colour(role, depth * opacity))
                painter.drawRoundedRect(area, RADIUS, RADIUS)
            if (line, column) == self._cell:
                painter.setPen(colours.colour("gold_bright"))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(area, RADIUS, RADIUS)
            painter.setPen(
                colours.colour(
                    "text" if is_segment else "muted", 1.0 if is_segment is False else max(opacity, 0.6)
                )
            )
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, fitted(text, metrics, area.width() - 6))

    def _draw_headings(self, painter: QPainter, view: QRectF) -> None:
        assert self._spec is not None
        colours = theme.current()
        painter.save()
        painter.setClipRect(QRectF(self._names, 0, view.width() - self._names, HEAD))
        painter.setFont(theme.font(theme.TINY_PX))
        metrics = QFontMetricsF(painter.font())
        for column, heading in enumerate(self._spec.columns):
            area = self.cell_rect(0, column)
            area.setRect(area.left(), 0, area.width(), HEAD - 4)
            painter.setPen(colours.colour("text" if self._cell == (NONE, column) else "muted"))
            words = metrics.elidedText(heading, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()
        painter.fillRect(QRectF(0, HEAD - 2, view.width(), 1), colours.colour("line"))

    def _draw_name(self, painter: QPainter, line: int) -> None:
        assert self._spec is not None
        colours = theme.current()
        top = HEAD + line * ROW - self.verticalScrollBar().value()
        is_segment = line < len(self._spec.parts)
        painter.setOpacity(max(self._opacity(line), 0.6))
        if is_segment:
            part = self._spec.parts[line]
            pixmap = dot(part.role, DOT, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(GAP, top + (ROW - DOT) / 2), pixmap)
        text = self._spec.parts[line].label if is_segment else self._spec.overall_label
        painter.setFont(theme.font())
        painter.setPen(colours.colour("text" if is_segment else "muted"))
        area = QRectF(GAP + DOT + 9, top, self._names - GAP - DOT - 9 - PAD / 2, ROW)
        words = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.setOpacity(1.0)

    def _says(self, line: int, column: int) -> str:
        assert self._spec is not None
        if line == NONE:
            return self._spec.columns[column] if column != NONE else ""
        if line >= len(self._spec.parts):
            return ""
        return self._spec.parts[line].label if column == NONE else self._spec.cells[line][column].says

    def _go_to(self, line: int, column: int) -> None:
        self._cell = (line, column)
        area = self.cell_rect(line, column)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        if area.left() < self._names:
            across.setValue(across.value() - round(self._names - area.left() + GAP))
        elif area.right() > self.viewport().width():
            across.setValue(across.value() + round(area.right() - self.viewport().width() + GAP))
        if area.top() < HEAD:
            down.setValue(down.value() - round(HEAD - area.top() + GAP))
        elif area.bottom() > self.viewport().height():
            down.setValue(down.value() + round(area.bottom() - self.viewport().height() + GAP))
        self.setAccessibleDescription(self._says(line, column))
        place = self.viewport().mapToGlobal(self.cell_rect(line, column).bottomLeft().toPoint())
        QToolTip.showText(place, self._says(line, column), self.viewport())
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        line, column = self._at(event.position())
        is_heading = line == NONE and column != NONE
        inside = self._spec is not None and line < len(self._spec.parts)
        hand = is_heading or (inside and line != NONE)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
        self._cell = (line, column)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # what is below would else take the click

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        line, column = self._at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or self._spec is None:
            return
        if line == NONE and column != NONE:
            self.column_chosen.emit(column)
        elif 0 <= line < len(self._spec.parts):
            self.segment_picked.emit(line)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._spec is not None:
            QToolTip.showText(event.globalPos(), self._says(*self._at(QPointF(event.pos()))), self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self._cell = (NONE, NONE)
            self.viewport().update()
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._spec is None or not self._widths:
            super().keyPressEvent(event)
        elif key in _STEPS:
            down, across = _STEPS[key]
            line = min(max(self._cell[0] + down, 0), len(self._spec.parts) - 1)
            self._go_to(line, min(max(self._cell[1] + across, 0), len(self._widths) - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._cell[0] != NONE:
            self.segment_picked.emit(self._cell[0])
        elif key == Qt.Key.Key_C and self._cell[1] != NONE:
            self.column_chosen.emit(self._cell[1])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._measure()
            self.viewport().update()

    def sizeHint(self) -> QSize:
        rows = 1 if self._spec is None else min(len(self._spec.parts), SHOWN_ROWS)
        bar = self.horizontalScrollBar()
        return QSize(
            900, round(HEAD + (rows + 1) * ROW) + (bar.sizeHint().height() if bar.maximum() else 0) + 2
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(360, round(HEAD + 3 * ROW))


def fitted(text: str, metrics: QFontMetricsF, width: float) -> str:
    """Cut a text short; a share at its end stays whole, since half a number is another number."""
    words, blank, share = text.rpartition(" ")
    if not share.endswith("%") or metrics.horizontalAdvance(text) <= width:
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    end = blank + share
    return (
        metrics.elidedText(words, Qt.TextElideMode.ElideRight, width - metrics.horizontalAdvance(end)) + end
    )
