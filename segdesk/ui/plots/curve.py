"""One small curve with a marked point, to read and to choose on."""

from __future__ import annotations

import math
from collections.abc import Collection
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from segdesk.charts.curves import CurveSpec, ticks
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.plots.pointing import NONE, PointedChart
from segdesk.words import wording

SIDE, TOP, FOOT = 10.0, 22.0, 36.0
TICK_GAP = 8.0
DOT, BIG_DOT = 3.2, 5.5
CAP = 3.0
"""Half the width of an error bar's ends."""
HEADROOM = 0.08
REACH = 24.0
"""Pixels from a point within which a click chooses it."""
MOST_X_WORDS = 12

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Curve(PointedChart):
    """A curve with error bars and its marked point. Pointing at a dot tells its figure.

    Where the Spec has dots a click, or arrow keys and Enter, choose one.

    Signals: ``chosen(float)``, the x of the point that was chosen.
    """

    chosen = Signal(float)

    def __init__(self, *, name: str = "curve") -> None:
        super().__init__(name=name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # until there are dots to choose
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._spec: CurveSpec | None = None
        self._pointed = NONE
        self._choosable: frozenset[float] | None = None
        self._current: float | None = None

    def show_spec(
        self,
        spec: CurveSpec,
        *,
        choosable: Collection[float] | None = None,
        current: float | None = None,
    ) -> None:
        """Draw another curve. Dots whose x isn't in ``choosable`` are pale and can only be read; the
        one at ``current`` has a ring.
        """
        self._spec, self._pointed, self._current = spec, NONE, current
        self._choosable = None if choosable is None else frozenset(choosable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if spec.has_dots else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(spec.title)
        points = "; ".join(self._says(i) for i in range(len(spec.x))) if spec.has_dots else ""
        self.setAccessibleDescription(f"{spec.reading} {points}".strip())
        self.update()

    def point_of(self, position: int) -> QPointF:
        """Give where in the widget a point of the curve is."""
        return self._places([position])[0]

    def _places(self, positions: list[int]) -> list[QPointF]:
        assert self._spec is not None
        spec, plot = self._spec, self._plot()
        low, high = self._y_range()
        first, span = spec.x[0], spec.x[-1] - spec.x[0]
        across = [(spec.x[i] - first) / span if span else 0.5 for i in positions]
        up = [(spec.y[i] - low) / (high - low) for i in positions]
        return [
            QPointF(plot.left() + x * plot.width(), plot.bottom() - y * plot.height())
            for x, y in zip(across, up, strict=True)
        ]

    def _says(self, position: int) -> str:
        assert self._spec is not None
        spec = self._spec
        x, y = wording.number(spec.x[position]), wording.number(spec.y[position])
        if spec.errors and math.isfinite(spec.errors[position]):
            y = t("chart.plus_minus", value=y, error=wording.number(spec.errors[position]))
        return t("chart.curve_point", x_label=spec.x_label, x=x, y_label=spec.y_label, y=y)

    def _y_range(self) -> tuple[float, float]:
        assert self._spec is not None
        low, high = self._spec.low, self._spec.high
        room = (high - low) * HEADROOM or max(abs(high), 1.0) * HEADROOM
        return low - room, high + room

    def _y_ticks(self) -> tuple[float, ...]:
        return ticks(*self._y_range())

    def _plot(self) -> QRectF:
        metrics = QFontMetricsF(theme.font(theme.TINY_PX, families=theme.MONO))
        words = max(metrics.horizontalAdvance(wording.number(tick)) for tick in self._y_ticks())
        left = words + TICK_GAP + 4
        width = max(1.0, self.width() - left - SIDE - BIG_DOT)
        return QRectF(left, TOP, width, max(1.0, self.height() - TOP - FOOT))

    def _finite(self) -> list[int]:
        assert self._spec is not None
        return [i for i, y in enumerate(self._spec.y) if math.isfinite(y)]

    def _draw_axes(self, painter: QPainter, plot: QRectF) -> None:
        assert self._spec is not None
        spec, colours = self._spec, theme.current()
        low, high = self._y_range()
        painter.setFont(theme.font(theme.TINY_PX, families=theme.MONO))
        height = QFontMetricsF(painter.font()).height()
        for tick in self._y_ticks():
            y = plot.bottom() - (tick - low) / (high - low) * plot.height()
            painter.setPen(QPen(colours.colour("line"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(colours.colour("muted"))
            area = QRectF(0, y - height / 2, plot.left() - TICK_GAP, height)
            painter.drawText(
                area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, wording.number(tick)
            )
        self._draw_x(painter, plot, height)
        painter.setFont(theme.font(theme.TINY_PX))
        painter.setPen(colours.colour("muted"))
        top = QRectF(0, 0, self.width() - SIDE, TOP - 4)
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, spec.y_label)
        foot = QRectF(plot.left(), self.height() - height - 1, plot.width(), height)
        painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, spec.x_label)

    def _draw_x(self, painter: QPainter, plot: QRectF, height: float) -> None:
        assert self._spec is not None
        spec, colours = self._spec, theme.current()
        if not spec.x:
            return
        few = spec.has_dots and len(spec.x) <= MOST_X_WORDS
        values = spec.x if few else ticks(spec.x[0], spec.x[-1], about=4)
        span = (spec.x[-1] - spec.x[0]) or 1.0
        for value in values:
            x = (
                plot.left() + (value - spec.x[0]) / span * plot.width()
                if len(spec.x) > 1
                else plot.center().x()
            )
            is_marked = value == spec.marked and spec.has_dots
            painter.setPen(colours.colour("gold_bright" if is_marked else "muted"))
            area = QRectF(x - 40, plot.bottom() + 4, 80, height)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, wording.number(value))

    def _draw_line(self, painter: QPainter) -> None:
        assert self._spec is not None
        spec, colours = self._spec, theme.current()
        finite = self._finite()
        painter.setPen(QPen(colours.colour("soft"), 1.6))
        places = self._places(finite)
        for (before, start), (after, end) in pairwise(zip(finite, places, strict=True)):
            if after == before + 1:
                painter.drawLine(start, end)
        if spec.errors:
            self._draw_errors(painter, finite)
        if spec.has_dots:
            painter.setPen(QPen(colours.colour("card"), 1))
            for position, place in zip(finite, places, strict=True):
                painter.setBrush(colours.colour("soft" if self._is_choosable(position) else "line"))
                painter.drawEllipse(place, DOT, DOT)

    def _draw_errors(self, painter: QPainter, finite: list[int]) -> None:
        assert self._spec is not None
        low, high = self._y_range()
        unit = self._plot().height() / (high - low)
        painter.setPen(QPen(theme.current().colour("soft", 0.7), 1.2))
        for position in finite:
            reach = self._spec.errors[position] * unit
            if not math.isfinite(reach):
                continue
            at = self.point_of(position)
            for end in (-reach, reach):
                painter.drawLine(at, at + QPointF(0, end))
                painter.drawLine(at + QPointF(-CAP, end), at + QPointF(CAP, end))

    def _draw_level(self, painter: QPainter, plot: QRectF) -> None:
        assert self._spec is not None
        if self._spec.level is None:
            return
        low, high = self._y_range()
        y = plot.bottom() - (self._spec.level - low) / (high - low) * plot.height()
        colour = theme.current().colour("gold_bright")
        painter.setPen(QPen(colour, 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setFont(theme.font(theme.TINY_PX))
        area = QRectF(plot.left() + 4, y - 18, plot.width() - 8, 16)
        # Above the line at the end where the curve is below it: there the words cover nothing.
        is_right = bool(self._spec.y) and self._spec.y[-1] < self._spec.level
        side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, side | Qt.AlignmentFlag.AlignBottom, self._spec.level_label)

    def _draw_marks(self, painter: QPainter, plot: QRectF) -> None:
        assert self._spec is not None
        spec, colours = self._spec, theme.current()
        marked = spec.marked_at
        if marked is not None and math.isfinite(spec.y[marked]):
            at = self.point_of(marked)
            painter.setPen(QPen(colours.colour("gold_bright", 0.55), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(at.x(), plot.top()), QPointF(at.x(), plot.bottom()))
            painter.setPen(QPen(colours.colour("card"), 2))
            painter.setBrush(colours.colour("gold_bright"))
            painter.drawEllipse(at, BIG_DOT, BIG_DOT)
            # At the end of its line that is far from the point: the curve passes close to the point.
            end = plot.bottom() if at.y() < plot.center().y() else plot.top() + 22
            self._draw_beside(painter, plot, QPointF(at.x(), end), spec.marked_label, "gold_bright")
        if self._current in spec.x and math.isfinite(spec.y[spec.x.index(self._current)]):
            painter.setPen(QPen(colours.colour("text"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self.point_of(spec.x.index(self._current)), BIG_DOT + 3, BIG_DOT + 3)
        if self._pointed != NONE:
            at = self.point_of(self._pointed)
            painter.setPen(QPen(colours.colour("text"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, BIG_DOT + 2, BIG_DOT + 2)

    def _draw_beside(self, painter: QPainter, plot: QRectF, at: QPointF, word: str, role: str) -> None:
        painter.setFont(theme.font(theme.TINY_PX, weight=600))
        width = QFontMetricsF(painter.font()).horizontalAdvance(word)
        is_left = at.x() + 10 + width > plot.right() + BIG_DOT
        area = QRectF(at.x() - 10 - width if is_left else at.x() + 10, at.y() - 20, width, 16)
        if area.top() < plot.top():
            area.moveTop(at.y() + 6)
        painter.setPen(theme.current().colour(role))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, word)

    def _nearest(self, at: QPointF) -> int:
        if self._spec is None or not self._spec.has_dots:
            return NONE
        finite = self._finite()
        if not finite:
            return NONE
        away = [abs(place.x() - at.x()) for place in self._places(finite)]
        nearest = min(away)
        return finite[away.index(nearest)] if nearest <= REACH else NONE

    def _is_choosable(self, position: int) -> bool:
        if position == NONE or self._spec is None:
            return False
        return self._choosable is None or self._spec.x[position] in self._choosable

    def _point_at(self, position: int) -> None:
        if position != self._pointed:
            self._pointed = position
            self.setToolTip("" if position == NONE else self._says(position))
            is_live = self._is_choosable(position)
            self.setCursor(Qt.CursorShape.PointingHandCursor if is_live else Qt.CursorShape.ArrowCursor)
            self.update()

    def _choose(self, position: int) -> None:
        if self._spec is not None and self._is_choosable(position):
            self.chosen.emit(self._spec.x[position])

    def _paint(self, painter: QPainter) -> None:
        if self._spec is None or not self._spec.x:
            return
        plot = self._plot()
        self._draw_axes(painter, plot)
        self._draw_level(painter, plot)
        self._draw_line(painter)
        self._draw_marks(painter, plot)

    def _follow(self, point: QPointF | None) -> None:
        self._point_at(NONE if point is None else self._nearest(point))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        position = self._nearest(event.position())
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, finite = Qt.Key(event.key()), self._finite() if self._spec is not None else []
        if key in _STEPS and finite:
            marked = self._spec.marked_at if self._spec is not None else None
            start = self._pointed if self._pointed != NONE else marked if marked in finite else finite[0]
            place = finite.index(start) + (_STEPS[key] if self._pointed != NONE else 0)
            self._point_at(finite[min(max(place, 0), len(finite) - 1)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._pointed != NONE:
            self._choose(self._pointed)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(320, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 140)
