"""Customers as points to look through: hover, click and lasso; flat, or in space without OpenGL."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from segdesk.charts import scatter, shading, space
from segdesk.charts.palette import OUTLIER_ROLE
from segdesk.charts.scatter import ScatterSpec
from segdesk.ui import theme
from segdesk.ui.plots import raster
from segdesk.ui.plots.map_marks import draw_arrows, draw_box, draw_flat_axes
from segdesk.ui.plots.map_view import MapView
from segdesk.ui.plots.painting import draw_focus
from segdesk.ui.widgets.focus import has_ring

NOBODY = -1
REACH = 9.0
"""Pixels from the pointer within which a customer is meant."""
CLICK = 4.0
"""Pixels that a hand moves in a click."""
DIMMED = 0.14
"""What is left of the colour of those who aren't picked out."""
UNASSIGNED = 0.5
"""What is left of the grey of those without a segment, who also lie behind all others."""
FAR = 0.42
"""What is left of the colour of the farthest customer in space."""
SIZES = ((300, 4.6), (3_000, 3.6), (8_000, 2.8))
"""Radius of a dot up to so many customers."""
SMALLEST = 2.3
CELL = 3.0
"""Pixels across a cell of the density."""
ZOOM = 1.25
TURN, PAN = 6.0, 0.08
"""Degrees, or share of the view, for each press of an arrow key."""

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class ScatterPlot(QWidget):
    """The map. Flat: dragging draws a lasso. In space: dragging turns it, with Shift it draws a lasso.

    Wheel and + − zoom; arrow keys turn or move; Home or a double click shows all again.

    Signals: ``customer_hovered(int)``, the row pointed at, -1 for none; ``customer_picked(int)``;
    ``rows_lassoed(object)``, a bool for each row.
    """

    customer_hovered = Signal(int)
    customer_picked = Signal(int)
    rows_lassoed = Signal(object)

    def __init__(self, *, name: str = "scatter") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._spec: ScatterSpec | None = None
        self._places: NDArray[np.float32] = np.empty((0, 2), np.float32)
        self._numbers: NDArray[np.int8] = np.empty(0, np.int8)
        self._sample: NDArray[np.int64] = np.empty(0, np.int64)
        self._picked: NDArray[np.bool_] | None = None
        self._view = MapView(is_flat=True)
        self._image: QImage | None = None
        self._ground: tuple[object, QImage] | None = None
        self._hovered = NOBODY
        self._lasso: list[QPointF] = []
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._turning = False
        self._with_arrows = True

    def show_map(self, spec: ScatterSpec, places: NDArray[np.float32], numbers: NDArray[np.int8]) -> None:
        """Draw other customers: ``places`` and ``numbers`` are of all of them, drawn or not."""
        self._spec, self._places, self._numbers = spec, places, numbers
        self._sample = spec.rows
        self._ground = None
        self._view = MapView(is_flat=len(spec.axes) == 2, frame=spec.frame)
        self._hovered, self._lasso, self._pressed, self._picked = NOBODY, [], None, None
        self.setAccessibleName(spec.title)
        self.setAccessibleDescription(f"{'; '.join(spec.axes)}. {spec.caption}")
        self._redraw()

    def clear(self) -> None:
        """Draw nobody, until ``show_map``: what was drawn is no longer true."""
        self._spec = None
        self._redraw()

    def show_picked(self, rows: NDArray[np.bool_] | None) -> None:
        """Let these customers stand out, or with None all."""
        self._picked = rows
        self._redraw()

    def show_arrows(self, shown: bool) -> None:
        """Draw, or leave out, what the directions mean."""
        self._with_arrows = shown
        self.update()

    def place_of(self, row: int) -> QPointF:
        """Give where in the widget a customer stands."""
        x, y = self._on_screen(np.array([row]))[0]
        return QPointF(x, y)

    def fit(self) -> None:
        """Show everybody, from the front."""
        self._view.reset()
        self._redraw()

    def _redraw(self) -> None:
        self._image = None
        self.update()

    def _on_screen(self, rows: NDArray[np.int64] | slice = slice(None)) -> NDArray[np.float64]:
        return self._view.on_screen(self._places[rows], self.width(), self.height())[:, :2]

    def _rows_seen(self) -> NDArray[np.int64]:
        """Give the rows that dots can be drawn for; in a flat map those in view, if they are few enough."""
        if not self._view.is_flat or len(self._places) <= scatter.MOST_POINTS:
            return self._sample
        seen = np.flatnonzero(self._view.shows(self._places))
        return seen if len(seen) <= scatter.MOST_POINTS else np.empty(0, np.int64)

    def _ratio(self) -> float:
        """Give the pixels to paint for each of the widget's; fewer on a fine screen while a hand turns."""
        is_moving = self._turning and self._pressed is not None
        return 1.0 if is_moving else self.devicePixelRatioF()

    def _paint_image(self) -> QImage:
        assert self._spec is not None
        ratio = self._ratio()
        rows = self._rows_seen()
        size = (max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio)))
        is_density = self._view.is_flat and not len(rows) and len(self._places) > 0
        if is_density and self._picked is not None:
            own = np.flatnonzero(self._picked)
            rows = own[scatter.sample_rows(self._numbers[own])] if len(own) else rows
        image = self._stamp(rows, size, ratio)
        if not is_density:
            return image
        under = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied)
        under.fill(Qt.GlobalColor.transparent)
        painter = QPainter(under)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(1.0 if self._picked is None else 2 * DIMMED)
        plot = self._view.plot(self.width(), self.height())
        target = QRectF(plot.topLeft() * ratio, plot.size() * ratio)
        painter.drawImage(target, self._density())
        painter.setOpacity(1.0)
        painter.drawImage(0, 0, image)
        painter.end()
        return under

    def _density(self) -> QImage:
        """Draw how many stand where; kept until something else is looked at, whoever is picked out."""
        assert self._spec is not None
        parts = self._spec.parts
        plot = self._view.plot(self.width(), self.height())
        grid = (max(1, round(plot.width() / CELL)), max(1, round(plot.height() / CELL)))
        key = (self._view.frame, grid, theme.current().name)
        if self._ground is not None and self._ground[0] == key:
            return self._ground[1]
        found = scatter.density_of(self._places, self._numbers, len(parts), self._view.frame, grid=grid)
        colours = [theme.current().colour(part.role) for part in parts]
        picture = shading.density_image(found.counts, [(c.redF(), c.greenF(), c.blueF()) for c in colours])
        self._ground = key, raster.shaded(picture)
        return self._ground[1]

    def _stamp(self, rows: NDArray[np.int64], size: tuple[int, int], ratio: float) -> QImage:
        assert self._spec is not None
        colours, ground = theme.current(), theme.current().colour("card")
        roles = [part.role for part in self._spec.parts]
        codes = raster.packed([colours.colour(role) for role in roles])
        hollow = np.array([colours.is_repeat(role) for role in roles])
        seen = self._view.on_screen(self._places[rows], self.width(), self.height())
        numbers = self._numbers[rows]
        paint = codes[numbers]
        is_assigned = np.array([role != OUTLIER_ROLE for role in roles])[numbers]
        strength = np.ones(len(rows))
        if not self._view.is_flat and len(rows):
            depth = seen[:, 2]
            span = float(np.ptp(depth)) or 1.0
            strength = FAR + (1 - FAR) * (depth - depth.min()) / span
            order = np.argsort(depth, kind="stable")
        else:
            # A fixed shuffle: in order of segments the last ones would cover all others.
            order = np.random.default_rng(0).permutation(len(rows))
        if self._picked is None:
            strength = np.where(is_assigned, strength, strength * UNASSIGNED)
            order = order[np.argsort(is_assigned[order], kind="stable")]
        else:
            is_picked = self._picked[rows]
            strength = np.where(is_picked, strength, DIMMED)
            order = order[np.argsort(is_picked[order], kind="stable")]
        shaded = raster.shades(paint[order], ground, strength[order])
        radius = self._radius(len(rows)) * ratio
        return raster.stamped(size, seen[order, :2] * ratio, shaded, radius, hollow=hollow[numbers[order]])

    def _radius(self, dots: int) -> float:
        return next((radius for most, radius in SIZES if dots <= most), SMALLEST)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._spec is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self._view.plot(self.width(), self.height())
        if self._view.is_flat:
            draw_flat_axes(painter, plot, self._view.frame, self._spec.axes)
        else:
            draw_box(painter, self._view, self.width(), self.height(), self._spec.axes)
        if self._image is None:
            self._image = self._paint_image()
            self._image.setDevicePixelRatio(self._ratio())
        painter.save()
        if self._view.is_flat:
            painter.setClipRect(plot)
        painter.drawImage(QPointF(0, 0), self._image)
        if self._with_arrows:
            draw_arrows(painter, self._view, self.width(), self.height(), self._spec)
        painter.restore()
        self._draw_pointer(painter)
        if has_ring(self):
            draw_focus(painter, QRectF(self.rect()))

    def _draw_pointer(self, painter: QPainter) -> None:
        colours = theme.current()
        if self._lasso:
            painter.setPen(QPen(colours.colour("gold_bright"), 1.4, Qt.PenStyle.DashLine))
            painter.setBrush(colours.colour("gold_bright", 0.10))
            painter.drawPolygon(QPolygonF(self._lasso))
        if self._hovered != NOBODY:
            painter.setPen(QPen(colours.colour("text"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self.place_of(self._hovered), 7, 7)

    def _row_at(self, at: QPointF) -> int:
        rows = self._sample if not self._view.is_flat else None
        places = self._on_screen() if rows is None else self._on_screen(rows)
        if self._picked is not None:  # those in grey can't be pointed at
            own = np.flatnonzero(self._picked if rows is None else self._picked[rows])
            found = space.nearest(places[own], at.x(), at.y(), reach=REACH)
            found = None if found is None else int(own[found])
        else:
            found = space.nearest(places, at.x(), at.y(), reach=REACH)
        if found is None:
            return NOBODY
        return found if rows is None else int(rows[found])

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.customer_hovered.emit(row)
            self.update()

    def _end_lasso(self) -> None:
        outline = [(point.x(), point.y()) for point in self._lasso]
        self._lasso = []
        self.update()
        self.rows_lassoed.emit(space.inside(self._on_screen(), outline))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._spec is None:
            return
        self._pressed = self._last = event.position()
        with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        # Shift does the other thing: it moves the flat map, and draws a lasso in space.
        self._turning = self._view.is_flat == with_shift

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._pressed is None:
            self._hover(self._row_at(at) if self._spec is not None else NOBODY)
            return
        if (at - self._pressed).manhattanLength() > CLICK:
            self._hover(NOBODY)
            if self._turning:
                step = at - self._last
                self._view.drag(step.x(), step.y(), self.width(), self.height())
                self._redraw()
            else:
                self._lasso = [*(self._lasso or [self._pressed]), at]
                self.update()
        self._last = at

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or self._spec is None:
            return
        if self._turning:
            self._redraw()
        if self._lasso:
            self._end_lasso()
        elif (event.position() - pressed).manhattanLength() <= CLICK:
            self.customer_picked.emit(self._row_at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        at = event.position()
        steps = event.angleDelta().y() / 120
        self._view.zoom(ZOOM**steps, at.x(), at.y(), self.width(), self.height())
        self._redraw()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        middle = (self.width() / 2, self.height() / 2, self.width(), self.height())
        if key in _ARROWS:
            across, up = _ARROWS[key]
            if self._view.is_flat:
                self._view.pan(across * PAN, up * PAN)
            else:
                self._view.turn(across * TURN, up * TURN)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._view.zoom(ZOOM, *middle)
        elif key == Qt.Key.Key_Minus:
            self._view.zoom(1 / ZOOM, *middle)
        elif key == Qt.Key.Key_Home:
            self._view.reset()
        else:
            super().keyPressEvent(event)
            return
        self._redraw()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(NOBODY)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange):
            self._redraw()

    def sizeHint(self) -> QSize:
        return QSize(700, 460)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 220)
