"""A card that is one of several choices, like a radio button with room to explain."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from segdesk.ui.widgets.basics import label

HEAD_HEIGHT = 22
"""As high as a badge."""


class ChoiceCard(QPushButton):
    """Title, term and one line of plain words. Put several into an exclusive QButtonGroup."""

    def __init__(self, *, name: str, title: str, term: str, line: str, badge: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("look", "choice")
        self.setCheckable(True)
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{term}. {line}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        head = QHBoxLayout()
        head.addStrut(HEAD_HEIGHT)  # the titles stand in line, with a badge and without
        head.addWidget(label(title, "strong"))
        head.addStretch(1)
        if badge:
            head.addWidget(label(badge, "pill_gold"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 14, 14)
        self._column.setSpacing(3)
        self._column.addLayout(head)
        self._column.addWidget(label(term, "muted"))
        self._column.addSpacing(5)
        self._column.addWidget(label(line, "soft", wrap=True))
        self._column.addStretch(1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._column.minimumSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._column.totalHeightForWidth(width)
