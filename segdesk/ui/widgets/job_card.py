"""What a running job is doing: stage, progress, time, Cancel."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from segdesk.model.events import Progress
from segdesk.text import t
from segdesk.ui.widgets.basics import Button, label
from segdesk.words import wording

TICK_MS = 500
SCALE = 1000


class JobCard(QFrame):
    """Stage, bar, elapsed time and a Cancel button. Signals: ``cancel_requested()``."""

    cancel_requested = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("look", "card")
        self._stage = label("", "strong", name=f"{name}_stage")
        self._elapsed = label("", "mono_muted", name=f"{name}_elapsed")
        self._bar = QProgressBar()
        self._bar.setObjectName(f"{name}_bar")
        self._bar.setRange(0, SCALE)
        self._bar.setTextVisible(False)
        cancel = Button(
            t("configure.cancel"), "", name=f"{name}_cancel", icon="x", says=t("configure.cancel_says")
        )
        cancel.clicked.connect(self.cancel_requested)
        top = QHBoxLayout()
        top.addWidget(self._stage, 1)
        top.addWidget(self._elapsed)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self._bar)
        column.addWidget(cancel)
        self._began = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    def begin(self) -> None:
        """Start the clock."""
        self._began = time.monotonic()
        self._bar.setValue(0)
        self._stage.setText(t("configure.starting"))
        self._tick()
        self._timer.start()

    def show_progress(self, progress: Progress) -> None:
        """Say what is being done and how far it is."""
        stage = t(f"stage.{progress.stage}")
        self._stage.setText(stage)
        self._bar.setValue(round(progress.share * SCALE))
        self._bar.setAccessibleName(stage)

    def end(self) -> None:
        """Stop the clock."""
        self._timer.stop()

    def _tick(self) -> None:
        self._elapsed.setText(wording.clock(time.monotonic() - self._began))
