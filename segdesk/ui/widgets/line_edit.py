"""A line for a name that is changed where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit


class NameEdit(QLineEdit):
    """A line that is done with Enter or when it is left, and given up with Esc.

    Signals: ``done(bool by_key)``, ``given_up()``.
    """

    done = Signal(bool)
    given_up = Signal()

    def __init__(self, *, name: str, longest: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setMaxLength(longest)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Nothing of this may reach what the line stands on, which has keys of its own.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit(True)
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        is_away = event.reason() in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if not is_away and self.isVisible():
            self.done.emit(False)
