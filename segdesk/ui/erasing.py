"""Erasing one person: the panel's questions, and the job that does it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from segdesk.jobs.catalogue import Job
from segdesk.model.events import Failed
from segdesk.model.roles import ColumnRole
from segdesk.text import t
from segdesk.ui.background import Background
from segdesk.ui.companion import BackgroundCompanion
from segdesk.ui.library import Library
from segdesk.ui.session import Session
from segdesk.ui.window import MainWindow
from segdesk.words.erased_words import erased_sentences

if TYPE_CHECKING:
    from segdesk.ui.panels.erase_card import EraseCard
    from segdesk.ui.panels.erase_panel import ErasePanel

ERASE = "erase"


class Erasing(BackgroundCompanion):
    """Finds the person that the panel names, and removes them for good.

    ``is_busy`` tells whether another job runs: what it saves would still count the person.
    """

    def __init__(
        self,
        window: MainWindow,
        *,
        background: Background,
        session: Session,
        library: Library,
        is_busy: Callable[[], bool],
    ) -> None:
        super().__init__(background)
        self._session, self._library = session, library
        self._is_busy = is_busy
        self._card: EraseCard | None = None
        window.acted.connect(self._on_acted)

    def makers(self) -> dict[str, Callable[[], QWidget]]:
        """Give what makes the panel where a person is erased."""
        return {ERASE: self._make_panel}

    def _make_panel(self) -> ErasePanel:
        from segdesk.ui.panels.erase_panel import ErasePanel

        panel = ErasePanel()
        self._card = panel.card
        panel.card.preview_requested.connect(self._preview)
        panel.card.erase_requested.connect(self._erase)
        panel.card.closed.connect(lambda: self.panel_asked.emit("import"))
        self._show_columns()
        return panel

    def _on_acted(self, key: str) -> None:
        if key == ERASE and not self._background.is_busy:
            self._show_columns()

    def _show_columns(self) -> None:
        """Offer the columns of all datasets; the newest one's customer number comes first."""
        if self._card is None:
            return
        found = [self._library.columns(info.id) or () for info in self._library.datasets() or ()]
        every = [column for columns in found for column in columns]
        identifiers = [column.name for column in every if column.role is ColumnRole.IDENTIFIER]
        self._card.show_columns(tuple(dict.fromkeys(c.name for c in every)), next(iter(identifiers), ""))

    def _preview(self, column: str, value: str) -> None:
        assert self._card is not None
        self._card.show_looking()
        self._background.ask(Job.FIND_PERSON, database=self._library.database, column=column, value=value)

    def _erase(self, column: str, value: str) -> None:
        assert self._card is not None
        self._session.open_dataset(None)  # what is open still shows the person, and is being judged
        self.panel_asked.emit(ERASE)
        if self._is_busy():
            self._card.show_failure(t("window.busy"))
            return
        self._card.show_busy()
        self._background.ask(Job.ERASE, database=self._library.database, column=column, value=value)

    def _on_finished(self, job: Job, asked: dict[str, Any], value: Any) -> None:
        if job is Job.FIND_PERSON:
            if self._card is not None:
                self._card.show_preview(asked["column"], asked["value"], value)
            return
        self._library.undo.clear()  # what was deleted before is gone for good as well
        self.saved.emit()
        if self._card is not None:
            self._card.show_done(" ".join(erased_sentences(value)))

    def _on_failed(self, _job: Job, _asked: dict[str, Any], failure: Failed) -> None:
        self.saved.emit()  # another program may have kept traces from being wiped after all was saved
        if self._card is not None:
            self._card.show_failure(t(failure.code, **failure.facts))
