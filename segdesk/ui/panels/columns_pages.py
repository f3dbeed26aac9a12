"""The two pages of the columns panel: what each column is used as, and the data quality."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from segdesk.model.exploration import Exploration
from segdesk.model.roles import ColumnRole, ColumnSummary
from segdesk.model.saved import DatasetInfo
from segdesk.text import t
from segdesk.ui.panels.quality_page import QualityPage
from segdesk.ui.widgets.tab_bar import TabBar

COLUMNS, QUALITY = "columns", "quality"


class ColumnsPages(QWidget):
    """``columns`` on the first page, the data quality on the second, which is looked up when it is shown.

    Signals: ``turned(bool)``, whether the data quality is shown now; ``exploration_requested()``,
    look through the open dataset's columns (answer with ``show_exploration`` or
    ``show_failure``); ``save_requested(object, str)``, a Spec and the wanted suffix.
    """

    turned = Signal(bool)
    exploration_requested = Signal()
    save_requested = Signal(object, str)

    def __init__(self, columns: QFrame) -> None:
        super().__init__()
        self._asked: tuple[object, ...] | None = None
        self._open: tuple[object, ...] | None = None
        self._dataset_id: int | None = None
        self._quality = QualityPage()
        self._quality.asked_again.connect(self._ask)
        self._quality.save_requested.connect(self.save_requested)
        self._tabs = TabBar(
            ((COLUMNS, t("quality.page_columns")), (QUALITY, t("quality.page_quality"))),
        )
        self._tabs.setAccessibleName(t("quality.pages"))
        self._tabs.chosen.connect(self._on_chosen)
        first = QWidget()
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(columns, 1)
        column.addStretch(0)
        self._stack = QStackedWidget()
        self._stack.addWidget(first)
        self._stack.addWidget(self._quality)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._tabs)
        column.addWidget(self._stack, 1)

    def open_dataset(self, info: DatasetInfo, columns: tuple[ColumnSummary, ...]) -> None:
        """Say which dataset is open and what its columns are used as; the quality may have changed."""
        roles: tuple[ColumnRole, ...] = tuple(column.role for column in columns)
        self._dataset_id, self._open = info.id, (info.id, info.imported_at, roles)
        if self._is_quality_shown:
            self._ask_if_changed()

    def show_exploration(self, exploration: Exploration) -> None:
        """Show what was found, unless another dataset has been opened since."""
        if exploration.dataset_id == self._dataset_id:
            self._quality.show_exploration(exploration)

    def show_failure(self, sentence: str) -> None:
        """Say why the columns couldn't be looked through."""
        self._quality.show_failure(sentence)

    @property
    def _is_quality_shown(self) -> bool:
        return self._stack.currentWidget() is self._quality

    def _on_chosen(self, key: str) -> None:
        is_quality = key == QUALITY
        self._stack.setCurrentIndex(int(is_quality))
        self.turned.emit(is_quality)
        if is_quality:
            self._ask_if_changed()

    def _ask_if_changed(self) -> None:
        if self._open is None or self._open == self._asked:
            return
        # Another role changes a row or two: what is there stays until the answer comes.
        if self._asked is None or self._asked[:2] != self._open[:2]:
            self._quality.show_waiting()
        self._asked = self._open
        self.exploration_requested.emit()

    def _ask(self) -> None:
        self._quality.show_waiting()
        self._asked = self._open
        self.exploration_requested.emit()
