"""The runs of a dataset, to open again or to delete."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from segdesk.model.saved import RunInfo
from segdesk.text import t
from segdesk.words import wording


class HistoryMenu(QMenu):
    """Runs, newest first. Signals: ``run_opened(int)``, ``run_deleted(int)``, with the run's id."""

    run_opened = Signal(int)
    run_deleted = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("history_menu")

    def show_runs(self, infos: Sequence[RunInfo], opened: int | None = None) -> None:
        """Offer these runs, the opened one marked."""
        self.clear()
        if not infos:
            self.addAction(t("window.no_history")).setEnabled(False)
            return
        for action, info in zip(self._fill(self, infos, "open_run", self.run_opened), infos, strict=True):
            action.setCheckable(True)
            action.setChecked(info.id == opened)
        self.addSeparator()
        self._fill(self.addMenu(t("window.delete_a_run")), infos, "delete_run", self.run_deleted)

    def _fill(
        self, menu: QMenu, infos: Sequence[RunInfo], name: str, signal: SignalInstance
    ) -> list[QAction]:
        actions = []
        for info in infos:
            action = menu.addAction(f"{wording.run_title(info)} · {wording.when(info.created_at)}")
            action.setObjectName(f"{name}_{info.id}")
            action.triggered.connect(lambda _checked=False, run_id=info.id: signal.emit(run_id))
            actions.append(action)
        return actions
