"""Shows where the keyboard is: a ring for those who step with it, none for those who click."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from segdesk.ui import theme

_RING = "ring"
"""The style sheet draws the ring of a widget whose property this is."""


def has_ring(widget: QWidget) -> bool:
    """Whether a widget that paints itself should draw its ring."""
    return widget.hasFocus() and bool(widget.property(_RING))


def show_ring(widget: QWidget, shown: bool = True) -> None:
    """Draw a widget's ring, or take it away."""
    if bool(widget.property(_RING)) != shown:
        theme.give(widget, _RING, shown)
        surface = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
        surface.update()


class FocusRings(QObject):
    """Gives a ring to the widget that the keyboard went to by a key, as long as no click moves it."""

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._by_key = False
        app.focusChanged.connect(self._on_focus_changed)

    def close(self) -> None:
        """Stop watching."""
        self._app.focusChanged.disconnect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and isValid(old):
            show_ring(old, False)
        if new is None:
            return  # another program is in front; who comes back goes on as before
        window = new.window()
        # Qt says on the window that a key moved the focus, and never takes it back.
        if window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, False)
            self._by_key = True
        elif QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._by_key = False
        show_ring(new, self._by_key)
