"""The tree of joins, to zoom, pan, point at and cut. Imports pyqtgraph: import this module late."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent, QWheelEvent

from segdesk.charts import dendrogram
from segdesk.charts.dendrogram import Branch, Tree
from segdesk.charts.specs import Stroke
from segdesk.model.recipe import MOST_SEGMENTS
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.plots import dendrogram_marks as marks
from segdesk.ui.plots.painting import draw_focus
from segdesk.ui.widgets.focus import has_ring

LINE, GLOW_LINE = 1.6, 6.0
GLOW = 0.4
GRAB = 7
"""Pixels within which the pointer is on the cut line."""
REACH = 7
"""Pixels within which the pointer is on a branch."""
CLICK = 4
"""Pixels that a hand moves in a click."""
ZOOM, PAN = 0.8, 0.1
DEEPEST_ZOOM = 1e-4
HEADROOM = 1.05
MOST_PILL_SHARE = 0.3
"""Of the width: in a very narrow window the label may cover a branch."""
NO_BRANCH = -1


class DendrogramPlot(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """The tree of joins with its cut line.

    Dragging the line, clicking at a height, or the keys Up, Down, + and − choose another number
    of segments; wheel, dragging, page and arrow keys zoom and pan; a double click or Home shows
    all.

    Signals: ``cut_chosen(int)``, another number of segments is wanted: answer with
    ``show_cut``. ``branch_hovered(object)``, the ``Branch`` pointed at, or None.
    """

    cut_chosen = Signal(int)
    branch_hovered = Signal(object)

    # Here already: Qt sends changes from within the constructor.
    _segments = 0
    _tree: Tree | None = None

    def __init__(self, *, name: str = "dendrogram_plot") -> None:
        super().__init__(background=theme.current().colour("card"))
        self.setObjectName(name)
        self.setAccessibleName(t("dendrogram.plot_name"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The line, its label and the leaves' labels are drawn over everything, so all is redrawn.
        self.setViewportUpdateMode(self.ViewportUpdateMode.FullViewportUpdate)
        self.setFrameShape(self.Shape.NoFrame)
        self._cuts: tuple[int, ...] = ()
        self._nodes: NDArray[np.int64] = np.empty(0, np.int64)
        self._line = self._right = 0.0
        self._below = 0  # kept: asking the layout for it (getContentsMargins) corrupts memory in PySide 6.11
        self._leaves: tuple[str, ...] = ()
        self._roles: tuple[str, ...] = ()
        self._hovered = NO_BRANCH
        self._dragging = False
        self._pressed: QPointF | None = None
        self._before_click = 0
        self._curves = [pg.PlotCurveItem(connect="pairs", antialias=True) for _ in range(MOST_SEGMENTS + 2)]
        self._set_up_view()

    def _set_up_view(self) -> None:
        item = self.getPlotItem()
        for side in ("left", "bottom", "top", "right"):
            item.hideAxis(side)
        item.hideButtons()
        item.setMenuEnabled(False)
        self._box = item.getViewBox()
        self._box.setDefaultPadding(0)
        self._box.disableAutoRange()
        self._box.setMouseEnabled(x=True, y=True)
        for curve in self._curves:
            item.addItem(curve)
        self._curves[-1].setZValue(-1)

    @property
    def segments(self) -> int:
        """Into how many segments the tree is cut now."""
        return self._segments

    def show_tree(self, tree: Tree, cuts: tuple[int, ...], leaves: tuple[str, ...]) -> None:
        """Draw another run's tree. ``leaves`` are the leaves' words; ``show_cut`` comes next."""
        self._tree, self._cuts, self._leaves = tree, cuts, leaves
        self._hovered = NO_BRANCH
        self._dragging, self._pressed = False, None
        self._limit()
        self.fit()

    def show_cut(self, segments: int, labels: NDArray[np.int8], roles: Sequence[str] = ()) -> None:
        """Colour the tree by the customers' segments and put the line where it cuts so.

        ``roles`` are the segments' where they aren't those of their numbers.
        """
        if self._tree is None:
            return
        self._roles = tuple(roles)
        self._segments = segments
        self._nodes = dendrogram.node_segments(self._tree, labels)
        if not self._dragging:
            self._line = dendrogram.cut_height(self._tree, segments)
        self._restroke()

    def fit(self) -> None:
        """Show the whole tree."""
        self._box.setRange(xRange=(-1, self._right), yRange=(0, self._height_range()), padding=0)
        self._make_room()

    def line_point(self) -> QPointF:
        """Give where in the widget the cut line can be taken."""
        area = self._plot_area()
        return QPointF(area.center().x(), self._to_pixel(0, self._line).y())

    def node_point(self, node: int) -> QPointF:
        """Give where in the widget a node of the tree is."""
        assert self._tree is not None
        return self._to_pixel(float(self._tree.x[node]), float(self._tree.heights[node]))

    def _limit(self) -> None:
        """Let nobody lose the tree: its leaves, its top and the room of the cut's label are all there is."""
        pill = min(marks.PILL_ROOM / max(1, self.width()), MOST_PILL_SHARE)
        self._right, top = len(self._leaves) / (1 - pill), self._height_range()
        self._box.setLimits(
            xMin=-1,
            xMax=self._right,
            yMin=0,
            yMax=top,
            minXRange=min(2.0, self._right),
            minYRange=top * DEEPEST_ZOOM,
        )

    def _make_room(self) -> None:
        """Leave room for the leaves' words where they show."""
        left, right = self._box.viewRange()[0]
        is_named = marks.are_leaves_named(self._plot_area().width() / (right - left))
        below = marks.leaf_room(self._leaves) if is_named and self._leaves else marks.BELOW_LEAF
        if below != self._below:
            self._below = below
            self.getPlotItem().layout.setContentsMargins(0, marks.ABOVE, 0, below)

    def _height_range(self) -> float:
        assert self._tree is not None
        return (self._tree.top or 1.0) * HEADROOM

    def _plot_area(self) -> QRectF:
        area: QRectF = self._box.sceneBoundingRect()
        return area

    def _to_pixel(self, x: float, y: float) -> QPointF:
        point: QPointF = self._box.mapViewToScene(QPointF(x, y))
        return point

    def _restroke(self) -> None:
        assert self._tree is not None
        lines = dendrogram.strokes(self._tree, self._nodes, self._line, self._roles)
        for curve, stroke in zip(self._curves, lines, strict=False):
            self._draw(curve, stroke, LINE)
        for curve in self._curves[len(lines) : -1]:
            curve.setData([], [])
        self._show_off()
        self.viewport().update()

    def _draw(self, curve: pg.PlotCurveItem, stroke: Stroke, width: float, opacity: float = 1.0) -> None:
        colours = theme.current()
        pen = QPen(colours.colour(stroke.role, opacity), width * self.devicePixelRatioF())
        pen.setCosmetic(True)  # as wide at every zoom, in the screen's own pixels
        pen.setCapStyle(Qt.PenCapStyle.SquareCap)
        if colours.is_repeat(stroke.role):
            pen.setDashPattern([3, 2])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        curve.setData(np.array(stroke.x), np.array(stroke.y), pen=pen)

    def _show_off(self) -> None:
        """Draw a glow behind the branch under the pointer, in its segment's colour."""
        curve = self._curves[-1]
        if self._tree is None or self._hovered == NO_BRANCH:
            curve.setData([], [])
            return
        stroke = dendrogram.branch_strokes(self._tree, self._hovered)
        role = dendrogram.role_of(int(self._nodes[self._hovered]), self._roles)
        self._draw(curve, Stroke(role, stroke.x, stroke.y), GLOW_LINE, GLOW)

    def _hover(self, at: QPointF) -> None:
        node = self._node_at(at)
        if node == self._hovered:
            return
        self._hovered = node
        self._show_off()
        self.branch_hovered.emit(self._branch(node))

    def _branch(self, node: int) -> Branch | None:
        if self._tree is None or node == NO_BRANCH:
            return None
        return dendrogram.describe_branch(self._tree, node, self._nodes)

    def _node_at(self, at: QPointF) -> int:
        if self._tree is None or not self._plot_area().contains(at):
            return NO_BRANCH
        point = self._box.mapSceneToView(at)
        (left, right), (low, high) = self._box.viewRange()
        area = self._plot_area()
        unit = (area.width() / (right - left), area.height() / (high - low))
        node = dendrogram.node_near(self._tree, point.x(), point.y(), unit=unit, reach=REACH)
        return NO_BRANCH if node is None else node

    def _is_on_line(self, at: QPointF) -> bool:
        if self._tree is None:
            return False
        line = self._to_pixel(0, self._line).y()
        return abs(at.y() - line) <= GRAB or marks.pill_area(self._plot_area(), line).contains(at)

    def _height_at(self, at: QPointF) -> float:
        return float(min(max(self._box.mapSceneToView(at).y(), 0.0), self._height_range()))

    def _choose(self, segments: int) -> None:
        if segments != self._segments:
            self.cut_chosen.emit(segments)

    def _drag_to(self, at: QPointF) -> None:
        assert self._tree is not None
        self._line = self._height_at(at)
        self._choose(dendrogram.segments_at(self._tree, self._line, self._cuts))
        self._restroke()

    def _step(self, by: int) -> None:
        if self._segments in self._cuts:
            position = self._cuts.index(self._segments) + by
            if 0 <= position < len(self._cuts):
                self._choose(self._cuts[position])

    def _move(self, key: Qt.Key) -> None:
        width = self._box.viewRange()[0][1] - self._box.viewRange()[0][0]
        match key:
            case Qt.Key.Key_PageUp:
                self._box.scaleBy((ZOOM, ZOOM))
            case Qt.Key.Key_PageDown:
                self._box.scaleBy((1 / ZOOM, 1 / ZOOM))
            case Qt.Key.Key_Left:
                self._box.translateBy(x=-width * PAN)
            case Qt.Key.Key_Right:
                self._box.translateBy(x=width * PAN)
            case _:
                self.fit()
        self._make_room()

    def drawForeground(self, painter: QPainter, area: QRectF) -> None:
        if self._tree is None or not self._segments:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self._plot_area()
        places = [self._to_pixel(leaf, 0).x() for leaf in range(self._tree.leaves)]
        marks.draw_leaves(painter, plot, places, self._leaves)
        cut = t("dendrogram.pill", cut=t("chart.cut_label", segments=self._segments))
        marks.draw_cut(painter, plot, self._to_pixel(0, self._line).y(), cut)
        if has_ring(self):
            draw_focus(painter, self.sceneRect())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        if event.button() == Qt.MouseButton.LeftButton and self._tree is not None:
            self._before_click = self._segments
            if self._is_on_line(event.position()):
                self._dragging = True
                self._hover(QPointF(-1, -1))
                event.accept()
                return
            self._pressed = event.position()
        super().mousePressEvent(event)
        event.accept()  # no branch takes it, but the plot does

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._drag_to(event.position())
            event.accept()
            return
        if not event.buttons():
            on_line = self._is_on_line(event.position())
            self.viewport().setCursor(Qt.CursorShape.SizeVerCursor if on_line else Qt.CursorShape.ArrowCursor)
            self._hover(QPointF(-1, -1) if on_line else event.position())
        super().mouseMoveEvent(event)
        self._make_room()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._dragging = False
            assert self._tree is not None
            self._line = dendrogram.cut_height(self._tree, self._segments)
            self._restroke()
            event.accept()
            return
        super().mouseReleaseEvent(event)
        event.accept()
        pressed, self._pressed = self._pressed, None
        if pressed is None or self._tree is None:
            return
        is_click = (event.position() - pressed).manhattanLength() <= CLICK
        if is_click and self._plot_area().contains(pressed):
            self._choose(dendrogram.segments_at(self._tree, self._height_at(pressed), self._cuts))

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event)
        self._make_room()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # The first click of the two has cut the tree already: undo that.
        if self._tree is not None and self._before_click:
            self._choose(self._before_click)
            self.fit()
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(QPointF(-1, -1))
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match key := Qt.Key(event.key()):
            case Qt.Key.Key_Down | Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._step(1)
            case Qt.Key.Key_Up | Qt.Key.Key_Minus:
                self._step(-1)
            case (
                Qt.Key.Key_PageUp | Qt.Key.Key_PageDown | Qt.Key.Key_Left | Qt.Key.Key_Right | Qt.Key.Key_Home
            ):
                self._move(key)
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        tree = self._tree
        is_whole = tree is not None and self._box.viewRange()[0][1] >= self._right
        super().resizeEvent(event)
        if tree is None:
            return
        self._limit()
        if is_whole:
            self.fit()
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        changes = (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange)
        if event.type() in changes and self._segments:
            self.setBackground(theme.current().colour("card"))
            self._restroke()
