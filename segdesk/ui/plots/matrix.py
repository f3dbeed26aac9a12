"""How measures go together, as a triangle of coloured cells that the pointer or the arrow keys pick."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen

from segdesk.charts.matrix import MatrixSpec, cell_opacity, cell_role
from segdesk.ui import theme
from segdesk.ui.plots.pointing import PointedChart
from segdesk.ui.widgets.focus import show_ring

CELLS = ((6, 44), (10, 38), (14, 34), (20, 23), (30, 15))
"""Up to so many measures, so many pixels a cell: thirty stay within the narrowest window."""
NARROWEST_FIGURE = 34
WIDEST_NAME = 120
NAME_GAP = 7
SIDE = 6
LEGEND = (82, 8)
LEGEND_GAP = 14
LEGEND_STEPS = 41
LEGEND_LINE = 18
LEAST_WIDTH = 280
"""The legend's words need as much."""
NOWHERE = (-1, -1)

_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class MatrixMap(PointedChart):
    """The half of a symmetric matrix below its diagonal, with the names on the diagonal.

    Signals: ``pointed(int, int)``, row and column of the cell now picked, -1 and -1 for none.
    """

    pointed = Signal(int, int)

    def __init__(self, *, name: str, says: str) -> None:
        super().__init__(name=name)
        self.setAccessibleName(says)
        self._spec: MatrixSpec | None = None
        self._picked = NOWHERE

    @property
    def picked(self) -> tuple[int, int]:
        """Row and column of the cell that stands out, -1 and -1 for none."""
        return self._picked

    def show_spec(self, spec: MatrixSpec, *, says: str) -> None:
        """Draw another matrix; ``says`` tells its figures."""
        self._spec, self._picked = spec, NOWHERE
        self.setAccessibleDescription(says)
        self.setFixedSize(self.sizeHint())
        self.update()

    def pick(self, row: int, column: int, *, says: str = "") -> None:
        """Make a cell stand out, or with -1 and -1 none; ``says`` is its tool tip."""
        self._picked = (row, column)
        self.setToolTip(says)
        self.update()

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Give the place of a cell."""
        size = self._cell
        return QRectF(SIDE + column * size, SIDE + row * size, size - 1, size - 1)

    def cell_at(self, point: QPointF) -> tuple[int, int]:
        """Give row and column of the cell under a point, -1 and -1 for none."""
        row, column = int((point.y() - SIDE) // self._cell), int((point.x() - SIDE) // self._cell)
        return (row, column) if 0 <= column < row < self._count else NOWHERE

    @property
    def _count(self) -> int:
        return len(self._spec.names) if self._spec else 0

    @property
    def _cell(self) -> int:
        return next((size for most, size in CELLS if self._count <= most), CELLS[-1][1])

    def _point(self, cell: tuple[int, int]) -> None:
        if cell != self._picked:
            self._picked = cell
            self.update()
            self.pointed.emit(*cell)

    def _follow(self, point: QPointF | None) -> None:
        self._point(NOWHERE if point is None else self.cell_at(point))

    def _paint_cells(self, painter: QPainter, spec: MatrixSpec) -> None:
        colours = theme.current()
        has_figures = self._cell >= NARROWEST_FIGURE
        painter.setFont(theme.font(theme.TINY_PX, families=theme.MONO))
        for row in range(self._count):
            for column in range(row):
                place, value = self.cell_rect(row, column), spec.values[row][column]
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colours.colour("raised"))
                painter.drawRoundedRect(place, 2, 2)
                painter.setBrush(colours.colour(cell_role(value), cell_opacity(value)))
                painter.drawRoundedRect(place, 2, 2)
                if has_figures:
                    painter.setPen(colours.colour("text"))
                    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, spec.figures[row][column])

    def _paint_names(self, painter: QPainter, spec: MatrixSpec) -> None:
        colours = theme.current()
        painter.setFont(theme.font(min(theme.SMALL_PX, self._cell - 4)))
        metrics = QFontMetricsF(painter.font())
        for number, name in enumerate(spec.names):
            place = self.cell_rect(number, number)
            place.setLeft(place.left() + NAME_GAP if number else place.left())
            place.setWidth(WIDEST_NAME)
            painter.setPen(colours.colour("gold_bright" if number in self._picked else "soft"))
            painter.drawText(
                place,
                Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, place.width()),
            )

    def _paint_legend(self, painter: QPainter, spec: MatrixSpec) -> None:
        colours = theme.current()
        top = SIDE + self._count * self._cell + LEGEND_GAP
        line = QRectF(SIDE, top, self.width() - 2 * SIDE, LEGEND_LINE)
        painter.setFont(theme.font(theme.TINY_PX))
        painter.setPen(colours.colour("muted"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, left, spec.legend[0])
        start = SIDE + QFontMetricsF(painter.font()).horizontalAdvance(spec.legend[0]) + NAME_GAP
        line.setLeft(start + LEGEND[0] + NAME_GAP)
        painter.drawText(line, left, spec.legend[1])
        bar_top = top + (LEGEND_LINE - LEGEND[1]) / 2
        painter.fillRect(QRectF(start, bar_top, *LEGEND), colours.colour("raised"))
        step, half = LEGEND[0] / LEGEND_STEPS, LEGEND_STEPS // 2
        for number in range(LEGEND_STEPS):
            value = (number - half) / half
            place = QRectF(start + number * step, bar_top, step, LEGEND[1])
            painter.fillRect(place, colours.colour(cell_role(value), cell_opacity(value)))

    def sizeHint(self) -> QSize:
        side = 2 * SIDE + self._count * self._cell
        width = side + WIDEST_NAME - self._cell + NAME_GAP
        return QSize(max(LEAST_WIDTH, width), side + LEGEND_GAP + LEGEND_LINE)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _paint(self, painter: QPainter) -> None:
        if self._spec is None:
            return
        self._paint_cells(painter, self._spec)
        self._paint_names(painter, self._spec)
        self._paint_legend(painter, self._spec)
        if self._picked != NOWHERE:
            painter.setPen(QPen(theme.current().colour("gold_bright"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.cell_rect(*self._picked), 2, 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or self._count < 2:
            super().keyPressEvent(event)
            return
        show_ring(self)
        if self._picked == NOWHERE:
            self._point((1, 0))
            return
        row, column = self._picked[0] + step[0], self._picked[1] + step[1]
        if 0 <= column < row < self._count:
            self._point((row, column))
