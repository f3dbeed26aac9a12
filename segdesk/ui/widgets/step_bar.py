"""The three steps at the head of the window: where one is, and where one can go."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.widgets.basics import card
from segdesk.ui.widgets.focus import has_ring

STEPS = ("import", "configure", "results")

CIRCLE = 24
TICK = 14
GAP = 8
PAD = 6
HEIGHT = 40
ACTIVATING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Step(QAbstractButton):
    """One numbered step, painted by its state: ``current``, ``done``, ``open`` or ``closed``."""

    def __init__(self, key: str, number: int) -> None:
        super().__init__()
        self.setObjectName(f"step_{key}")
        self.setText(t(f"widgets.step_{key}"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._number = number
        self.state = ""
        self.set_state("closed")

    def set_state(self, state: str) -> None:
        """Look and sound like ``state``."""
        if state == self.state:
            return
        self.state = state
        self.setEnabled(state != "closed")
        hand = Qt.CursorShape.PointingHandCursor
        self.setCursor(hand if state in ("done", "open") else Qt.CursorShape.ArrowCursor)
        says = t(f"widgets.step_says_{state}", number=self._number, name=self.text())
        self.setAccessibleName(says)
        self.update()

    def _paint_circle(self, painter: QPainter, circle: QRectF) -> None:
        colours = theme.current()
        is_current = self.state == "current"
        edge = "gold" if self.state != "closed" else "line"
        painter.setPen(QPen(colours.colour(edge), 1.2))
        painter.setBrush(colours.colour("gold") if is_current else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        if self.state == "done":
            tick = theme.pixmap("check", "gold_bright", TICK, self.devicePixelRatioF())
            inset = (CIRCLE - TICK) / 2
            painter.drawPixmap(circle.topLeft() + QPointF(inset, inset), tick)
            return
        ink = {"current": "on_gold", "open": "gold_bright"}.get(self.state, "muted")
        painter.setPen(colours.colour(ink))
        painter.setFont(theme.font(theme.TINY_PX, families=theme.MONO))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(theme.font()).horizontalAdvance(self.text())
        return QSize(round(PAD + CIRCLE + GAP + words + PAD + 2), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if has_ring(self):
            painter.setPen(QPen(colours.colour("gold_bright"), 1.2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        self._paint_circle(painter, QRectF(PAD, (self.height() - CIRCLE) / 2, CIRCLE, CIRCLE))
        is_bright = self.state == "current" or (self.underMouse() and self.isEnabled())
        painter.setPen(colours.colour("text" if is_bright else "muted"))
        painter.setFont(theme.font())
        words = QRectF(self.rect()).adjusted(PAD + CIRCLE + GAP, 0, 0, 0)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, left, self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ACTIVATING_KEYS:
            self.click()
            return
        super().keyPressEvent(event)


class StepBar(QWidget):
    """Import – Configure – Results.

    Signals: ``chosen(str)``, the key of a reachable step that was clicked.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("step_bar")
        self.setAccessibleName(t("widgets.steps"))
        self._current = STEPS[0]
        self._reachable = {STEPS[0]}
        self._steps: dict[str, _Step] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for number, key in enumerate(STEPS, start=1):
            if number > 1:
                line = card("rule")
                line.setMinimumWidth(24)
                line.setMaximumWidth(56)
                row.addWidget(line, 1)
            step = self._steps[key] = _Step(key, number)
            step.clicked.connect(lambda _checked=False, key=key: self._on_clicked(key))
            row.addWidget(step)
        self._show()

    @property
    def current(self) -> str:
        """The key of the step one is at."""
        return self._current

    def set_current(self, key: str) -> None:
        """Mark the step one is at; empty: none."""
        self._current = key
        self._show()

    def set_reachable(self, keys: set[str]) -> None:
        """Say which steps one can go to."""
        self._reachable = set(keys)
        self._show()

    def _show(self) -> None:
        reached = [i for i, key in enumerate(STEPS) if key in self._reachable]
        furthest = max([*reached, *(i for i, key in enumerate(STEPS) if key == self._current)])
        for position, (key, step) in enumerate(self._steps.items()):
            if key == self._current:
                step.set_state("current")
            elif key not in self._reachable:
                step.set_state("closed")
            else:
                # The last step has nothing to finish: that it can be seen means that it is done.
                is_done = position < furthest or position == len(STEPS) - 1
                step.set_state("done" if is_done else "open")

    def _on_clicked(self, key: str) -> None:
        if key != self._current:
            self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        focused = self.focusWidget()
        if step is None or not isinstance(focused, _Step):
            super().keyPressEvent(event)
            return
        open_steps = [s for s in self._steps.values() if s.isEnabled()]
        following = open_steps[(open_steps.index(focused) + step) % len(open_steps)]
        following.setFocus(Qt.FocusReason.TabFocusReason)
