"""The saved things, as the window reads and changes them; every change can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from segdesk.errors import SegdeskError
from segdesk.store import catalogue
from segdesk.store.db import opened
from segdesk.text import t
from segdesk.ui.session import View

if TYPE_CHECKING:
    import sqlite3

    from segdesk.model.actions import OwnPersona
    from segdesk.model.findings import Comparison, Findings
    from segdesk.model.portrait import Action
    from segdesk.model.reading import Reading
    from segdesk.model.result import Cut
    from segdesk.model.roles import ColumnRole, ColumnSummary
    from segdesk.model.saved import DatasetInfo, RunInfo
    from segdesk.store.recipes import KeptRecipe

HEAD_ROWS = 50
"""As many rows as the preview of a file shows."""

PATIENCE = 0.25
"""Seconds to wait for a job that is saving: longer, and the window would seem to hang."""

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class OpenedDataset:
    """What the panels show of a dataset; ``runs`` are newest first, ``reading`` may be unknown."""

    info: DatasetInfo
    columns: tuple[ColumnSummary, ...]
    head: list[tuple[object, ...]]
    runs: tuple[RunInfo, ...]
    reading: Reading | None


def read_view(connection: sqlite3.Connection, run_id: int) -> View:
    """Give a run as it was; in any thread, with a connection of its own.

    Raises
    ------
    StoreError
        ``database.no_run``.
    """
    from segdesk.store.names import names
    from segdesk.store.runs import segmentation

    info = catalogue.run(connection, run_id)
    given = names(connection, run_id, info.segments)
    return View(info, segmentation(connection, run_id), info.segments, given)


class _Change(QUndoCommand):
    """A change and the step that takes it back; what failed leaves the list of changes."""

    def __init__(self, text: str, do: Callable[[], bool], undo: Callable[[], bool]) -> None:
        super().__init__(text)
        self._do, self._undo = do, undo

    def redo(self) -> None:
        self.setObsolete(not self._do())

    def undo(self) -> None:
        self.setObsolete(not self._undo())


class Library(QObject):
    """Datasets and runs in the database.

    Signals: ``changed()``, lists are out of date; ``dataset_gone(int)``, ``run_gone(int)``;
    ``roles_changed(int)``, a dataset's columns have other roles; ``names_changed(int run, int segments)``,
    segments are called otherwise; ``actions_changed()``, others are advised; ``recipes_changed()``,
    saved ones are called otherwise or gone; ``undo_offered(str)``, something was deleted;
    ``failed(SegdeskError)``.
    """

    changed = Signal()
    dataset_gone = Signal(int)
    run_gone = Signal(int)
    roles_changed = Signal(int)
    names_changed = Signal(int, int)
    actions_changed = Signal()
    recipes_changed = Signal()
    undo_offered = Signal(str)
    failed = Signal(object)

    def __init__(self, database: Path) -> None:
        super().__init__()
        self.database = database
        self.undo = QUndoStack(self)

    # Reading: None where it failed, and ``failed`` has said why

    def datasets(self) -> tuple[DatasetInfo, ...] | None:
        """Give the saved datasets, newest first."""
        if not self.database.exists():
            return ()
        return self._read(catalogue.datasets)

    def runs(self, dataset_id: int) -> tuple[RunInfo, ...] | None:
        """Give a dataset's runs, newest first."""
        return self._read(lambda connection: catalogue.runs(connection, dataset_id))

    def info(self, dataset_id: int | None) -> DatasetInfo | None:
        """Give a dataset's name and origin; None where none is open."""
        if dataset_id is None:
            return None
        return self._read(lambda connection: catalogue.dataset(connection, dataset_id))

    def columns(self, dataset_id: int) -> tuple[ColumnSummary, ...] | None:
        """Give a dataset's columns."""
        return self._read(lambda connection: catalogue.columns(connection, dataset_id))

    def dataset(self, dataset_id: int) -> OpenedDataset | None:
        """Give what the panels show of a dataset."""
        from segdesk.store.datasets import rows

        def read(connection: sqlite3.Connection) -> OpenedDataset:
            info = catalogue.dataset(connection, dataset_id)
            return OpenedDataset(
                info=info,
                columns=catalogue.columns(connection, dataset_id),
                head=rows(connection, dataset_id, range(min(HEAD_ROWS, info.rows))),
                runs=catalogue.runs(connection, dataset_id),
                reading=catalogue.reading(connection, dataset_id),
            )

        return self._read(read)

    def cut(self, run_id: int) -> Cut | None:
        """Give who a run's own segments are, in the user's names, without reading any customer."""
        from segdesk.store.names import names

        def read(connection: sqlite3.Connection) -> Cut:
            found = catalogue.cut(connection, run_id)
            return replace(found, given=tuple(names(connection, run_id, found.segments).items()))

        return self._read(read)

    def rows_of(self, run_id: int) -> int | None:
        """Give how many customers a run has."""

        def read(connection: sqlite3.Connection) -> int:
            return catalogue.dataset(connection, catalogue.run(connection, run_id).dataset_id).rows

        return self._read(read)

    def names(self, run_id: int, segments: int) -> dict[int, str]:
        """Give the names that the user gave to a cut's segments."""
        from segdesk.store.names import names

        return self._read(lambda connection: names(connection, run_id, segments)) or {}

    def findings(self, run_id: int, segments: int) -> Findings | None:
        """Give what is known so far of one cut of a run."""
        from segdesk.store.findings import findings

        return self._read(lambda connection: findings(connection, run_id, segments))

    def comparison(self, dataset_id: int) -> Comparison | None:
        """Give the newest comparison of methods on a dataset."""
        from segdesk.store import findings

        return self._read(lambda connection: findings.comparison(connection, dataset_id))

    def recipes(self) -> tuple[KeptRecipe, ...]:
        """Give the saved recipes, by the alphabet."""
        from segdesk.store.recipes import kept_recipes

        return (self._read(kept_recipes) if self.database.exists() else None) or ()

    def repeated_runs(self) -> dict[int, int]:
        """Give the run that each run repeats, of those that repeat one."""
        from segdesk.store.recipes import repeated_runs

        return self._read(repeated_runs) or {}

    # Changing

    def delete_dataset(self, dataset_id: int) -> None:
        """Delete a dataset with its runs; it can be undone until SegDesk closes."""
        info = self._read(lambda connection: catalogue.dataset(connection, dataset_id))
        if info is None:
            return

        def delete() -> bool:
            done = self._write(lambda connection: catalogue.delete_dataset(connection, dataset_id))
            if done:
                self.dataset_gone.emit(dataset_id)
            return done

        def restore() -> bool:
            return self._write(lambda connection: catalogue.restore_dataset(connection, dataset_id))

        self.undo.push(_Change(t("window.delete_what", name=info.name), delete, restore))
        self._offer_undo(t("window.deleted", name=info.name))

    def delete_run(self, run_id: int) -> None:
        """Delete a run; it can be undone until SegDesk closes."""

        def delete() -> bool:
            done = self._write(lambda connection: catalogue.delete_run(connection, run_id))
            if done:
                self.run_gone.emit(run_id)
            return done

        def restore() -> bool:
            return self._write(lambda connection: catalogue.restore_run(connection, run_id))

        self.undo.push(_Change(t("window.delete_what", name=t("window.a_run")), delete, restore))
        self._offer_undo(t("window.run_deleted"))

    def set_role(self, dataset_id: int, position: int, role: ColumnRole) -> None:
        """Change what a column is used for."""
        columns = self.columns(dataset_id)
        if columns is None:
            return
        column = columns[position]

        def put(new: ColumnRole) -> bool:
            done = self._write(lambda connection: catalogue.set_role(connection, dataset_id, position, new))
            self.roles_changed.emit(dataset_id)
            return done

        text = t("window.role_what", name=column.name)
        self.undo.push(_Change(text, lambda: put(role), lambda: put(column.role)))

    def actions(self) -> dict[str, tuple[Action, ...]]:
        """Give the actions that the user put in the place of SegDesk's own."""
        from segdesk.store.actions import own_actions

        return (self._read(own_actions) if self.database.exists() else None) or {}

    def personas(self) -> tuple[OwnPersona, ...]:
        """Give the kinds of customers that the user declared."""
        from segdesk.store.actions import own_personas

        return (self._read(own_personas) if self.database.exists() else None) or ()

    def set_persona(self, persona: OwnPersona) -> None:
        """Keep a kind of customer, in the place of the one of its code."""
        from segdesk.store.actions import forget_persona, save_persona

        before = {each.code: each for each in self.personas()}.get(persona.code)

        def put(new: OwnPersona | None) -> bool:
            if new is None:
                done = self._write(lambda connection: forget_persona(connection, persona.code))
            else:
                done = self._write(lambda connection: save_persona(connection, new))
            self.actions_changed.emit()
            return done

        self.undo.push(_Change(t("window.persona_what"), lambda: put(persona), lambda: put(before)))

    def remove_persona(self, code: str) -> None:
        """Remove a kind of customer with its actions."""
        from segdesk.store.actions import forget_persona, save_actions, save_persona

        before = {each.code: each for each in self.personas()}.get(code)
        if before is None:
            return
        actions = self.actions().get(code, ())

        def remove() -> bool:
            done = self._write(lambda connection: forget_persona(connection, code))
            self.actions_changed.emit()
            return done

        def restore() -> bool:
            def put(connection: sqlite3.Connection) -> None:
                save_persona(connection, before)
                save_actions(connection, code, actions)

            done = self._write(put)
            self.actions_changed.emit()
            return done

        self.undo.push(_Change(t("window.delete_what", name=before.name), remove, restore))

    def set_actions(self, entry: str, actions: Sequence[Action] | None) -> None:
        """Put the user's actions in the place of an entry's own, or for None bring those back."""
        from segdesk.store.actions import forget_actions, save_actions

        before = self.actions().get(entry)

        def put(new: Sequence[Action] | None) -> bool:
            if new is None:
                done = self._write(lambda connection: forget_actions(connection, entry))
            else:
                done = self._write(lambda connection: save_actions(connection, entry, new))
            self.actions_changed.emit()
            return done

        self.undo.push(_Change(t("window.actions_what"), lambda: put(actions), lambda: put(before)))

    def name_segment(self, run_id: int, segments: int, segment: int, name: str) -> None:
        """Name a segment of a cut; an empty name brings SegDesk's own back."""
        from segdesk.store.names import save_name

        before = self.names(run_id, segments).get(segment, "")

        def put(new: str) -> bool:
            done = self._write(lambda connection: save_name(connection, run_id, segments, segment, new))
            self.names_changed.emit(run_id, segments)
            return done

        self.undo.push(_Change(t("window.name_what"), lambda: put(name), lambda: put(before)))

    def rename_recipe(self, name: str, new: str) -> None:
        """Give a saved recipe another name."""
        from segdesk.store.recipes import rename_recipe

        def put(old: str, other: str) -> bool:
            done = self._write(lambda connection: rename_recipe(connection, old, other))
            self.recipes_changed.emit()
            return done

        text = t("recipes.rename_what", name=name)
        self.undo.push(_Change(text, lambda: put(name, new), lambda: put(new, name)))

    def delete_recipe(self, name: str) -> None:
        """Delete a saved recipe; it can be undone until SegDesk closes."""
        from segdesk.store.recipes import delete_recipe, kept_recipe, save_recipe

        kept = self._read(lambda connection: kept_recipe(connection, name))
        if kept is None:
            return

        def put(change: Callable[[sqlite3.Connection], object]) -> bool:
            done = self._write(change)
            self.recipes_changed.emit()
            return done

        def delete() -> bool:
            return put(lambda connection: delete_recipe(connection, name))

        def restore() -> bool:
            back = kept.document, kept.created_at
            return put(lambda connection: save_recipe(connection, name, back[0], created_at=back[1]))

        self.undo.push(_Change(t("window.delete_what", name=name), delete, restore))
        self._offer_undo(t("window.deleted", name=name))

    def close(self) -> None:
        """Remove for good what was deleted."""
        if self.undo.count():
            self._write(catalogue.purge)
        self.undo.blockSignals(True)  # it tells of its own end, when nobody is left to listen
        self.undo.clear()

    @property
    def undo_texts(self) -> tuple[str, str]:
        """What would be undone and redone; empty where there is nothing."""
        undo = self.undo
        return undo.undoText() if undo.canUndo() else "", undo.redoText() if undo.canRedo() else ""

    def _offer_undo(self, text: str) -> None:
        if self.undo.canUndo():  # not where the deletion failed
            self.undo_offered.emit(text)

    def _read(self, read: Callable[[sqlite3.Connection], _T]) -> _T | None:
        try:
            with opened(self.database, "read") as connection:
                return read(connection)
        except SegdeskError as error:
            self.failed.emit(error)
            return None

    def _write(self, write: Callable[[sqlite3.Connection], object]) -> bool:
        try:
            with opened(self.database, "write", patience=PATIENCE) as connection:
                write(connection)
        except SegdeskError as error:
            self.failed.emit(error)
            return False
        self.changed.emit()
        return True
