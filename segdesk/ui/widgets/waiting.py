"""What stands where something isn't there yet, or couldn't be worked out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from segdesk.text import t
from segdesk.ui.widgets.basics import Button, breakable, label


class Waiting(QWidget):
    """A line that says what is awaited; why it won't come, with a button to try again.

    Signals: ``again()``, it is to be tried once more.
    """

    again = Signal()

    def __init__(self, text: str, *, name: str, look: str = "muted", is_centred: bool = False) -> None:
        super().__init__()
        self._line = label(text, look, name=name, wrap=True)
        self._again = Button(t("widgets.try_again"), "link", name=f"{name}_again")
        self._again.clicked.connect(self.again)
        self._again.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.addWidget(self._again)
        if is_centred:
            self._line.setAlignment(Qt.AlignmentFlag.AlignCenter)
            row.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addStretch(1)
            column.addWidget(self._line)
            column.addLayout(row)
            column.addStretch(1)
        else:
            row.addStretch(1)
            column.addWidget(self._line)
            column.addLayout(row)

    def tell(self, text: str) -> None:
        """Say what is awaited."""
        self._line.setText(text)
        self._again.hide()

    def fail(self, sentence: str) -> None:
        """Say why it won't come."""
        self._line.setText(breakable(sentence))
        self._again.show()
