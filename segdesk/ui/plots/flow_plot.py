"""Who went from where to where, painted as bands that the pointer or the arrow keys pick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy

from segdesk.charts.flow import FlowPlaces, FlowSpec, Span, apart, flow_places
from segdesk.charts.parts import Part
from segdesk.ui import theme
from segdesk.ui.plots.painting import fill_area
from segdesk.ui.plots.pointing import NONE, PointedChart, stepped
from segdesk.ui.widgets.focus import show_ring

NODE = 10
SIDE = 6
HEADING = 24
NAME_SHARE = 0.25
MOST_NAME = 300
NAME_GAP = 10
ROW = 40
"""Two lines of words."""
LEAST_HEIGHT = 290
LEAST_BAND = 1.5
"""Even one customer of a million is seen."""
STAYED, MOVED, PICKED, FADED = 0.2, 0.55, 0.85, 0.1
SEPARATOR = " · "


class FlowPlot(PointedChart):
    """Segments before to the left, after to the right; as tall as it needs, for a scroll area.

    Signals: ``pointed(int)``, the band now pointed at or stepped to, -1 for none.
    """

    pointed = Signal(int)

    def __init__(self, *, name: str, says: str) -> None:
        super().__init__(name=name)
        self.setAccessibleName(says)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._spec: FlowSpec | None = None
        self._places = FlowPlaces((), (), (), ())
        self._picked = NONE

    def show_spec(self, spec: FlowSpec) -> None:
        """Draw other bands."""
        self._spec, self._places, self._picked = spec, flow_places(spec), NONE
        self.setToolTip("")
        self.setAccessibleDescription(" ".join(band.says for band in spec.bands))
        self.updateGeometry()
        self.update()

    def pick(self, number: int) -> None:
        """Make a band stand out, or with -1 none."""
        if number == self._picked:
            return
        self._picked = number
        self.setToolTip(self._spec.bands[number].says if self._spec and number != NONE else "")
        self.update()
        self.pointed.emit(number)

    def band_at(self, point: QPointF) -> int:
        """Give the band under a point of the widget, -1 for none; moves lie above who stayed."""
        if self._spec is None:
            return NONE
        hit = [n for n in range(len(self._spec.bands)) if self._band_path(n).contains(point)]
        return next((n for n in hit if self._spec.bands[n].is_move), hit[0] if hit else NONE)

    @property
    def _name_width(self) -> float:
        return min(MOST_NAME, self.width() * NAME_SHARE)

    def _body(self) -> QRectF:
        return QRectF(SIDE, HEADING, self.width() - 2 * SIDE, self.height() - HEADING - SIDE)

    def _node_rect(self, span: Span, *, left: bool) -> QRectF:
        body = self._body()
        x = body.left() + self._name_width if left else body.right() - self._name_width - NODE
        height = max(LEAST_BAND, span.height * body.height())
        return QRectF(x, body.top() + span.top * body.height(), NODE, height)

    def _band_path(self, number: int) -> QPainterPath:
        leaves = self._node_rect(self._places.leaves[number], left=True)
        arrives = self._node_rect(self._places.arrives[number], left=False)
        start, end = leaves.right(), arrives.left()
        middle = (start + end) / 2
        path = QPainterPath(QPointF(start, leaves.top()))
        path.cubicTo(middle, leaves.top(), middle, arrives.top(), end, arrives.top())
        path.lineTo(end, arrives.bottom())
        path.cubicTo(middle, arrives.bottom(), middle, leaves.bottom(), start, leaves.bottom())
        path.closeSubpath()
        return path

    def _opacity(self, number: int) -> float:
        if self._picked != NONE:
            return PICKED if number == self._picked else FADED
        assert self._spec is not None
        return MOVED if self._spec.bands[number].is_move else STAYED

    def _paint_side(
        self, painter: QPainter, parts: Sequence[Part], spans: Sequence[Span], *, left: bool
    ) -> None:
        body, colours = self._body(), theme.current()
        middles = apart([span.middle * body.height() for span in spans], ROW, end=body.height())
        across = Qt.AlignmentFlag.AlignRight if left else Qt.AlignmentFlag.AlignLeft
        width = self._name_width - NAME_GAP
        for part, span, middle in zip(parts, spans, middles, strict=True):
            node = self._node_rect(span, left=left)
            path = QPainterPath()
            path.addRoundedRect(node, 2, 2)
            fill_area(painter, path, part.role)
            x = node.left() - NAME_GAP - width if left else node.right() + NAME_GAP
            line = QRectF(x, body.top() + middle - ROW / 2, width, ROW / 2)
            painter.setFont(theme.font())
            painter.setPen(colours.colour("text"))
            name = QFontMetricsF(painter.font()).elidedText(part.label, Qt.TextElideMode.ElideRight, width)
            painter.drawText(line, across | Qt.AlignmentFlag.AlignBottom, name)
            line.translate(0, ROW / 2)
            painter.setFont(theme.font(theme.SMALL_PX, families=theme.MONO))
            painter.setPen(colours.colour("soft"))
            figures = part.figure + SEPARATOR + part.share
            painter.drawText(line, across | Qt.AlignmentFlag.AlignTop, figures)

    def _paint_headings(self, painter: QPainter, headings: tuple[str, str]) -> None:
        painter.setFont(theme.font(theme.SMALL_PX))
        painter.setPen(theme.current().colour("muted"))
        line = QRectF(SIDE, 0, self.width() - 2 * SIDE, HEADING - 4)
        middle = Qt.AlignmentFlag.AlignVCenter
        inside = line.adjusted(self._name_width + NODE, 0, -self._name_width - NODE, 0)
        half = inside.width() / 2 - NAME_GAP
        metrics = QFontMetricsF(painter.font())
        for text, across in zip(
            headings, (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight), strict=True
        ):
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, half)
            painter.drawText(inside, across | middle, shown)

    def _follow(self, point: QPointF | None) -> None:
        self.pick(NONE if point is None else self.band_at(point))

    def _paint(self, painter: QPainter) -> None:
        if self._spec is None:
            return
        colours = theme.current()
        # Who moved lies above who stayed.
        bands = self._spec.bands
        for number in sorted(range(len(bands)), key=lambda n: bands[n].is_move):
            role = self._spec.before[bands[number].before].role
            painter.fillPath(self._band_path(number), colours.colour(role, self._opacity(number)))
        self._paint_headings(painter, self._spec.headings)
        self._paint_side(painter, self._spec.before, self._places.before, left=True)
        self._paint_side(painter, self._spec.after, self._places.after, left=False)

    def sizeHint(self) -> QSize:
        rows = 0 if self._spec is None else max(len(self._spec.before), len(self._spec.after))
        return QSize(640, HEADING + SIDE + max(LEAST_HEIGHT, (ROW + 6) * rows))

    def minimumSizeHint(self) -> QSize:
        return QSize(420, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = stepped(event, self._picked, len(self._spec.bands) if self._spec else 0)
        if number is None:
            super().keyPressEvent(event)
        else:
            show_ring(self)
            self.pick(number)
