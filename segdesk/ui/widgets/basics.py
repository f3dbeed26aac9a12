"""Labels, cards, rules and buttons with the house looks."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QWidget

from segdesk.ui import theme

ICON_GAP = 6
"""Pixels between a button's icon and its text, beside the 4 that Qt leaves."""

_LONGEST_WORD = 20
_BREAK = "\u200b"
_ENDLESS_WORD = re.compile(rf"\S{{{_LONGEST_WORD + 1},}}")
_ENDLESS_PART = re.compile(rf"[^{_BREAK}]{{{_LONGEST_WORD}}}(?=[^{_BREAK}])")

_TINTS_AGAIN = (QEvent.Type.PaletteChange, QEvent.Type.EnabledChange, QEvent.Type.LayoutDirectionChange)


def breakable(text: str) -> str:
    """Let words wrap that are longer than the narrowest card: after an underscore, or anywhere."""

    def parts(word: re.Match[str]) -> str:
        return _ENDLESS_PART.sub(rf"\g<0>{_BREAK}", word[0].replace("_", f"_{_BREAK}"))

    return _ENDLESS_WORD.sub(parts, text)


def label(text: str = "", look: str = "", *, name: str = "", wrap: bool = False) -> QLabel:
    """Make a plain-text label with one of the style sheet's looks."""
    result = QLabel(text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setWordWrap(wrap)
    if look:
        result.setProperty("look", look)
    if name:
        result.setObjectName(name)
    return result


def card(look: str = "card", *, name: str = "") -> QFrame:
    """Make a rounded frame for a layout."""
    result = QFrame()
    result.setProperty("look", look)
    if name:
        result.setObjectName(name)
    return result


def rule() -> QFrame:
    """Make a thin horizontal line."""
    return card("rule")


def expanding() -> QWidget:
    """Make an empty widget that takes the space that is left."""
    result = QWidget()
    result.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    return result


class IconLabel(QLabel):
    """A bundled icon in a colour role, sharp at any scale, that follows the theme."""

    def __init__(self, icon: str, role: str = "soft", size: int = 18) -> None:
        super().__init__()
        self._icon, self._role, self._size = icon, role, size
        self.setFixedSize(size, size)
        self._tint()

    def set_icon(self, icon: str, role: str) -> None:
        """Show another icon."""
        self._icon, self._role = icon, role
        self._tint()

    def _tint(self) -> None:
        self.setPixmap(theme.pixmap(self._icon, self._role, self._size, self.devicePixelRatioF()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange):
            self._tint()


class Button(QPushButton):
    """A push button with a look and, if wanted, a tinted icon that follows the theme.

    ``role`` is the icon's colour role. A button that shows only an icon needs ``says``, its
    accessible name and tool tip.
    """

    def __init__(
        self,
        text: str = "",
        look: str = "",
        *,
        name: str,
        icon: str = "",
        role: str = "text",
        says: str = "",
        size: int = 16,
    ) -> None:
        super().__init__(text)
        self.setObjectName(name)
        self._icon, self._role, self._size = icon, role, size
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)
        if look:
            self.setProperty("look", look)
        if says:
            self.setToolTip(says)
            self.setAccessibleName(says)
        self._tint()

    def set_icon(self, icon: str, role: str) -> None:
        """Show another icon."""
        self._icon, self._role = icon, role
        self._tint()

    def _tint(self) -> None:
        if not self._icon:
            return
        role = self._role if self.isEnabled() else "muted"
        gap = ICON_GAP if self.text() else 0
        text_first = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setIconSize(QSize(self._size + gap, self._size))
        self.setIcon(theme.icon(self._icon, role, self._size, gap=gap, gap_first=text_first))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _TINTS_AGAIN:
            self._tint()
