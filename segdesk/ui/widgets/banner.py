"""A message above the panels, for what needs a decision or should stay in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.widgets.basics import Button, IconLabel, label

ICONS = {
    "success": ("circle-check", "success"),
    "info": ("info", "gold_bright"),
    "warning": ("triangle-alert", "warning"),
    "error": ("circle-x", "error"),
}
"""Icon and colour role of each kind of message, here and in toasts."""


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have a screen reader say ``text``."""
    event = QAccessibleAnnouncementEvent(widget, text)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)


MARGINS = (24, 16, 24, 0)


class Banner(QWidget):
    """An inline message; hidden while it says nothing.

    Signals: ``action_chosen(str)``, the key of the button pressed; ``dismissed()``, the
    message was closed.
    """

    action_chosen = Signal(str)
    dismissed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._icon = IconLabel("info", "gold_bright")
        self._text = label(name="banner_text", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        close = Button(look="icon", name="banner_close", icon="x", role="soft", says=t("widgets.close"))
        close.clicked.connect(self._on_closed)
        self._buttons: list[Button] = []
        self._frame = QFrame()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*MARGINS)
        outer.addWidget(self._frame)
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        row.addLayout(self._actions)
        row.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now; empty while hidden."""
        return self._text.text()

    def show_message(self, kind: str, text: str, actions: tuple[tuple[str, str], ...] = ()) -> None:
        """Say ``text`` as ``info``, ``warning`` or ``error``, with a button for each (key, label)."""
        self._drop_buttons()
        theme.look(self._frame, f"banner_{kind}")
        self._icon.set_icon(*ICONS[kind])
        self._text.setText(text)
        self.setAccessibleName(text)
        for key, words in actions:
            button = Button(words, "pill", name=f"banner_action_{key}")
            button.clicked.connect(lambda _checked=False, key=key: self.action_chosen.emit(key))
            self._actions.addWidget(button)
            self._buttons.append(button)
        self.setVisible(bool(text))
        if text:
            announce(self, text, urgent=kind == "error")

    def clear(self) -> None:
        """Say nothing and hide."""
        self._drop_buttons()
        self._text.setText("")
        self.hide()

    def _drop_buttons(self) -> None:
        for button in self._buttons:
            # Gone at once, deleted later: the button may be the one whose click brought us here.
            button.setParent(None)
            button.deleteLater()
        self._buttons = []

    def _on_closed(self) -> None:
        self.clear()
        self.dismissed.emit()
