"""What a job is doing, in one line: stage, bar, Cancel."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from segdesk.ui.widgets.basics import Button, label

SCALE = 1000


class JobLine(QFrame):
    """Stage and bar with a Cancel button beside them. Signals: ``cancel_requested()``."""

    cancel_requested = Signal()

    def __init__(self, *, name: str, cancel: str, says: str = "") -> None:
        super().__init__()
        self.setObjectName(f"{name}_job")
        self.setProperty("look", "card")
        self._stage = label("", "strong", name=f"{name}_stage", wrap=True)
        self._bar = QProgressBar()
        self._bar.setObjectName(f"{name}_bar")
        self._bar.setRange(0, SCALE)
        self._bar.setTextVisible(False)
        self._cancel = Button(cancel, "", name=f"{name}_cancel", icon="x", says=says)
        self._cancel.clicked.connect(self.cancel_requested)
        words = QVBoxLayout()
        words.setSpacing(10)
        words.addWidget(self._stage)
        words.addWidget(self._bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 18, 14)
        row.setSpacing(18)
        row.addLayout(words, 1)
        row.addWidget(self._cancel)
        self.setFocusProxy(self._cancel)

    @property
    def share(self) -> float:
        """How far the job is."""
        return self._bar.value() / SCALE

    def show_progress(self, text: str, share: float) -> None:
        """Say what is being done and how far it is."""
        self._stage.setText(text)
        self._bar.setValue(round(share * SCALE))
        self._bar.setAccessibleName(text)
