"""Short messages that come, say that something is done, and leave by themselves."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPropertyAnimation, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QHBoxLayout, QWidget

from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.widgets.banner import ICONS, announce
from segdesk.ui.widgets.basics import Button, IconLabel, label
from segdesk.ui.widgets.motion import FADE_MS, is_motion_reduced

STAY_MS = 4000
STAY_WITH_ACTION_MS = 10_000
"""Long enough to read, decide and reach the button."""

WIDEST = 460
SPACING = 10
MARGIN = 24
MOST_AT_ONCE = 4


class _Toast(QFrame):
    """One message. Signals: ``left()``, it is no longer to be shown."""

    left = Signal()

    def __init__(self, parent: QWidget, text: str, kind: str, action: str, stay: int) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.setAccessibleName(text)
        theme.look(self, "toast")
        self._stay = stay
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.leave)
        self._fade: QPropertyAnimation | None = None
        self.is_leaving = False
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 8, 10)
        row.setSpacing(10)
        row.addWidget(IconLabel(*ICONS[kind]), 0, Qt.AlignmentFlag.AlignVCenter)
        self._text = label(text, name="toast_text", wrap=True)
        row.addWidget(self._text, 1)
        self.action = Button(action, "link", name="toast_action")
        row.addWidget(self.action)
        self.action.setVisible(bool(action))  # in the row by now, or it would be a window of its own
        close = Button(look="icon", name="toast_close", icon="x", role="soft", says=t("widgets.close"))
        close.clicked.connect(self.leave)
        row.addWidget(close)
        self._buttons = (self.action, close)
        for button in self._buttons:
            button.installEventFilter(self)

    def come(self) -> None:
        """Appear and start counting."""
        self.show()
        self.raise_()
        self._timer.start(self._stay)
        self._fade_to(1.0)

    def leave(self) -> None:
        """Fade away for good."""
        if self.is_leaving:
            return
        self.is_leaving = True
        self._timer.stop()
        if is_motion_reduced() or not self.isVisible():
            self._on_gone()
            return
        self._fade_to(0.0)

    def fit(self, width: int) -> None:
        """Take as much of ``width`` as the text needs, and the height that follows."""
        self.ensurePolished()
        one_line = self._text.fontMetrics().horizontalAdvance(self._text.text())
        around = self.sizeHint().width() - self._text.sizeHint().width()
        self.setFixedWidth(min(width, WIDEST, one_line + around + 4))
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.setFixedHeight(max(self.minimumSizeHint().height(), self.heightForWidth(self.width())))

    def _fade_to(self, opacity: float) -> None:
        if is_motion_reduced():
            return
        if self._fade is not None:
            self._fade.stop()
        effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(effect)
        fade = QPropertyAnimation(effect, b"opacity", self)
        fade.setDuration(FADE_MS)
        fade.setStartValue(1.0 - opacity)
        fade.setEndValue(opacity)
        fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        fade.finished.connect(self._on_gone if self.is_leaving else self._on_come)
        self._fade = fade
        fade.start()

    def _on_come(self) -> None:
        # An effect makes every repaint slower and text a little softer: it is only for the fade.
        self._fade = None
        self.setGraphicsEffect(None)  # type: ignore[arg-type]  # Qt allows none, the stubs don't

    def _on_gone(self) -> None:
        self.hide()
        self.left.emit()

    def _is_attended(self) -> bool:
        return self.underMouse() or any(button.hasFocus() for button in self._buttons)

    def _pause_or_go_on(self) -> None:
        if self.is_leaving:
            return
        if self._is_attended():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start(self._stay)

    @property
    def is_paused(self) -> bool:
        """Whether it stays because someone points at it or has the keyboard in it."""
        return not self._timer.isActive() and not self.is_leaving

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pause_or_go_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            # Asked when the focus has arrived: during FocusOut it is nowhere yet.
            QTimer.singleShot(0, self, self._pause_or_go_on)
        return super().eventFilter(watched, event)


class Toaster(QObject):
    """Shows toasts over the foot of ``parent``, newest lowest.

    A toast stays 4 s, or 10 s where it has an action; pointing at it or having the keyboard in
    it makes it wait.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = parent
        self._toasts: list[_Toast] = []
        parent.installEventFilter(self)

    def show_toast(
        self,
        text: str,
        *,
        kind: str = "success",
        action: str = "",
        on_action: Callable[[], None] | None = None,
    ) -> None:
        """Say ``text`` as ``success``, ``info``, ``warning`` or ``error``.

        ``action`` labels a button that calls ``on_action`` and closes the toast.
        """
        stay = STAY_WITH_ACTION_MS if action else STAY_MS
        toast = _Toast(self._ground, text, kind, action, stay)
        if on_action is not None:
            toast.action.clicked.connect(on_action)
        toast.action.clicked.connect(toast.leave)
        toast.left.connect(lambda: self._on_left(toast))
        self._toasts.append(toast)
        staying = [shown for shown in self._toasts if not shown.is_leaving]
        for old in staying[:-MOST_AT_ONCE]:
            old.leave()
        self._place()
        toast.come()
        announce(toast, text, urgent=kind == "error")

    def clear(self) -> None:
        """Take every toast away."""
        for toast in list(self._toasts):
            toast.leave()

    def _place(self) -> None:
        bottom = self._ground.height() - MARGIN
        for toast in reversed(self._toasts):
            toast.fit(self._ground.width() - 2 * MARGIN)
            bottom -= toast.height()
            toast.move((self._ground.width() - toast.width()) // 2, bottom)
            bottom -= SPACING

    def _on_left(self, toast: _Toast) -> None:
        self._toasts.remove(toast)
        toast.deleteLater()
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._ground:
            self._place()
        return super().eventFilter(watched, event)
