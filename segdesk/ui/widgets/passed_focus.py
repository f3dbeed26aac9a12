"""Hands the keyboard on to a part."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget


def pass_focus(widget: QWidget, part: QWidget) -> None:
    """Give ``part`` the keyboard whenever ``widget`` gets it.

    A focus proxy does the same, but then Tab jumps over all that stands before the part.
    """
    widget.installEventFilter(_Passing(widget, part))


class _Passing(QObject):
    def __init__(self, widget: QWidget, part: QWidget) -> None:
        super().__init__(widget)
        self._part = part

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusIn:
            self._part.setFocus(event.reason())
        return super().eventFilter(watched, event)
