"""Who answers whom: a panel's request becomes a job, a job's end changes the session, and the
session's change reaches the panels."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from segdesk import __version__, wording
from segdesk.errors import SegdeskError
from segdesk.jobs.catalogue import Job
from segdesk.jobs.runner import JobRunner
from segdesk.model.events import Failed, Progress
from segdesk.charts.export import UNFINISHED_FOLDER
from segdesk.paths import resource
from segdesk.settings import Settings
from segdesk.text import t
from segdesk.ui.choosers import Choosers
from segdesk.ui.failures import BugReport
from segdesk.ui.library import Library
from segdesk.ui.session import Session
from segdesk.ui.window import MainWindow

if TYPE_CHECKING:  # these bring NumPy, which the first window doesn't wait for
    from segdesk.model.recipe import Recipe
    from segdesk.model.roles import ColumnRole
    from segdesk.ui.panels.columns_panel import ColumnsPanel
    from segdesk.ui.panels.configure_panel import ConfigurePanel
    from segdesk.ui.panels.import_panel import ImportPanel
    from segdesk.ui.panels.results_panel import ResultsPanel
    from segdesk.ui.reader import RowReader

SAMPLE = ("samples", "supermarket_customers.csv")


@dataclass(frozen=True)
class Desk:
    """What the flow works with; ``app`` makes it."""

    window: MainWindow
    runner: JobRunner
    session: Session
    library: Library
    settings: Settings
    database: Path


class Flow(QObject):
    """Connects window, jobs and session. Of its own it holds what the running job needs at its end."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._window, self._session, self._library = desk, desk.window, desk.session, desk.library
        self._choosers = Choosers(desk.window, desk.settings)
        self._reader: RowReader | None = None
        self._export_folder: Path | None = None
        self._details = ""

    def begin(self) -> None:
        """Furnish the window and warm up the worker."""
        window, runner, session, library = self._window, self._desk.runner, self._session, self._library
        window.furnish(self._makers())
        window.acted.connect(self._on_acted)
        window.step_chosen.connect(self._on_step_chosen)
        window.dropped.connect(self.import_file)
        window.several_dropped.connect(self._on_several_dropped)
        window.banner_action_chosen.connect(self._on_banner_action)
        window.history_asked.connect(self._on_history_asked)
        runner.progressed.connect(self._on_progressed)
        runner.finished.connect(self._on_finished)
        runner.failed.connect(self._on_failed)
        runner.cancelled.connect(self._on_cancelled)
        session.dataset_changed.connect(self._on_dataset_changed)
        session.view_changed.connect(self._on_view_changed)
        library.changed.connect(self._show_saved)
        library.dataset_gone.connect(self._on_dataset_gone)
        library.run_gone.connect(self._on_run_gone)
        library.roles_changed.connect(self._on_roles_changed)
        library.undo_offered.connect(self._on_undo_offered)
        library.failed.connect(self._explain)
        library.undo.indexChanged.connect(self._follow_undo)
        self._choosers.file_chosen.connect(self.import_file)
        self._choosers.folder_chosen.connect(self.export)
        self._choosers.picture_chosen.connect(self._on_picture_chosen)
        window.show_panel("import")
        self._show_saved()
        self._follow_state()
        runner.warm_up()

    def close(self) -> None:
        """Stop the running job and forget what was deleted."""
        self._desk.runner.close()
        if self._reader is not None:
            self._reader.close()
        self._library.close()

    # Panels, each made when it is first shown

    def _makers(self) -> dict[str, Callable[[], QWidget]]:
        return {
            "import": self._make_import,
            "columns": self._make_columns,
            "configure": self._make_configure,
            "results": self._make_results,
        }

    def _make_import(self) -> ImportPanel:
        from segdesk.ui.panels.import_panel import ImportPanel

        panel = ImportPanel()
        panel.file_requested.connect(self._choosers.choose_file)
        panel.file_chosen.connect(self.import_file)
        panel.several_dropped.connect(self._on_several_dropped)
        panel.sample_requested.connect(self._import_sample)
        panel.dataset_opened.connect(self.open_dataset)
        panel.runs_requested.connect(self._on_runs_requested)
        panel.delete_requested.connect(self._library.delete_dataset)
        panel.cancel_requested.connect(self._desk.runner.cancel)
        return panel

    def _make_columns(self) -> ColumnsPanel:
        from segdesk.ui.panels.columns_panel import ColumnsPanel

        panel = ColumnsPanel()
        panel.role_changed.connect(self._on_role_changed)
        panel.continue_requested.connect(lambda: self._window.show_panel("configure"))
        panel.back_requested.connect(lambda: self._window.show_panel("import"))
        return panel

    def _make_configure(self) -> ConfigurePanel:
        from segdesk.ui.panels.configure_panel import ConfigurePanel

        panel = ConfigurePanel()
        panel.run_requested.connect(self._on_run_requested)
        panel.cancel_requested.connect(self._desk.runner.cancel)
        return panel

    def _make_results(self) -> ResultsPanel:
        from segdesk.ui.panels.results_panel import ResultsPanel
        from segdesk.ui.reader import RowReader

        self._reader = RowReader(self._desk.database)
        self._reader.failed.connect(self._explain)
        panel = ResultsPanel(self._reader)
        panel.cut_chosen.connect(self._session.cut)
        panel.keep_requested.connect(self._keep_cut)
        panel.save_requested.connect(self._choosers.choose_picture)
        panel.export_requested.connect(self._choosers.choose_folder)
        return panel

    @property
    def _import_panel(self) -> ImportPanel:
        return cast("ImportPanel", self._window.panel("import"))

    @property
    def _columns_panel(self) -> ColumnsPanel:
        return cast("ColumnsPanel", self._window.panel("columns"))

    @property
    def _configure_panel(self) -> ConfigurePanel:
        return cast("ConfigurePanel", self._window.panel("configure"))

    @property
    def _results_panel(self) -> ResultsPanel:
        return cast("ResultsPanel", self._window.panel("results"))

    # What the user asks for

    def import_file(self, path: Path) -> None:
        """Read a file as a new dataset."""
        if self._start(Job.IMPORT, database=self._desk.database, source=path):
            self._window.show_panel("import")
            self._import_panel.set_busy(t("stage.reading"), 0.0)

    def _import_sample(self) -> None:
        self.import_file(resource(*SAMPLE))

    def open_dataset(self, dataset_id: int) -> None:
        """Show a dataset's columns."""
        self._session.open_dataset(dataset_id)
        if self._session.dataset_id == dataset_id:
            self._window.show_panel("columns")

    def open_run(self, run_id: int) -> None:
        """Show a run exactly as it was."""
        view = self._library.view(run_id)
        if view is None:
            return
        self._session.open_dataset(view.run.dataset_id)
        self._session.open_view(view)
        self._window.show_panel("results")

    def _on_run_requested(self, recipe: Recipe) -> None:
        dataset_id = self._session.dataset_id
        if self._start(Job.SEGMENT, database=self._desk.database, dataset_id=dataset_id, recipe=recipe):
            self._configure_panel.set_busy(True)

    def _keep_cut(self) -> None:
        view = self._session.view
        if view is not None and not view.is_kept:
            database = self._desk.database
            self._start(Job.KEEP_CUT, database=database, run_id=view.run.id, segments=view.segments)

    def export(self, kind: str, folder: Path) -> None:
        """Write files of the open run into a folder; ``kind`` is one of ``exports.KINDS``."""
        from segdesk.exports import export_request

        view = self._session.view
        if view is None:
            return
        request = export_request(view.segmentation, view.segments, kind)
        if self._start(
            Job.EXPORT, database=self._desk.database, run_id=view.run.id, folder=folder, request=request
        ):
            self._export_folder = folder

    def _on_picture_chosen(self, spec: object, path: Path) -> None:
        self._start(Job.DRAW, spec=spec, path=path)

    def _start(self, job: Job, **kwargs: object) -> bool:
        if self._desk.runner.is_busy:
            self._window.toaster.show_toast(t("window.busy"), kind="warning")
            return False
        self._window.banner.clear()
        self._desk.runner.start(job, **kwargs)
        self._follow_state()
        return True

    def _on_several_dropped(self, count: int) -> None:
        self._window.toaster.show_toast(t("window.several_dropped", count=count), kind="info")

    # Menus

    def _on_acted(self, key: str) -> None:
        undo = self._library.undo
        acts: dict[str, Callable[[], object]] = {
            "open": self._choosers.choose_file,
            "sample": self._import_sample,
            "export": lambda: self._choosers.choose_folder("all"),
            "quit": self._window.close,
            "undo": undo.undo,
            "redo": undo.redo,
            "import": lambda: self._on_step_chosen("import"),
            "configure": lambda: self._on_step_chosen("configure"),
            "results": lambda: self._on_step_chosen("results"),
            "run": lambda: self._on_run_requested(self._configure_panel.recipe),
            "keep": self._keep_cut,
            "cancel": self._desk.runner.cancel,
            "about": lambda: self._window.banner.show_message("info", t("window.about", version=__version__)),
        }
        acts[key]()

    def _on_step_chosen(self, key: str) -> None:
        if key == "import" and self._session.dataset_id is not None and self._window.panel_shown != "columns":
            key = "columns"  # the first step's second page; choosing it again leads to the first
        self._window.show_panel(key)

    def _on_history_asked(self) -> None:
        menu = self._window.history_menu
        menu.clear()
        dataset_id = self._session.dataset_id
        infos = () if dataset_id is None else self._library.runs(dataset_id)
        if not infos:
            menu.addAction(t("window.no_history")).setEnabled(False)
            return
        for info in infos:
            action = menu.addAction(f"{wording.run_title(info)} · {wording.when(info.created_at)}")
            action.setObjectName(f"open_run_{info.id}")
            action.triggered.connect(lambda _checked=False, run_id=info.id: self.open_run(run_id))
        menu.addSeparator()
        bin_menu = menu.addMenu(t("window.delete_a_run"))
        for info in infos:
            action = bin_menu.addAction(f"{wording.run_title(info)} · {wording.when(info.created_at)}")
            action.setObjectName(f"delete_run_{info.id}")
            action.triggered.connect(lambda _checked=False, run_id=info.id: self._library.delete_run(run_id))

    def _on_runs_requested(self, dataset_id: int) -> None:
        infos = self._library.runs(dataset_id)
        if infos:
            self.open_run(infos[0].id)
        else:
            self.open_dataset(dataset_id)

    # What jobs say

    def _on_progressed(self, progress: Progress) -> None:
        if self._import_panel.is_busy:
            self._import_panel.set_busy(t(f"stage.{progress.stage}"), progress.share)
        elif self._session.dataset_id is not None:
            self._configure_panel.show_progress(progress)

    def _on_finished(self, job: Job, value: object) -> None:
        self._end_busy()
        toast = self._window.toaster.show_toast
        match job, value:
            case Job.IMPORT, int(dataset_id):
                self._show_saved()
                self.open_dataset(dataset_id)
            case Job.SEGMENT, int(run_id):
                self._show_saved()
                self.open_run(run_id)
                if self._session.view is not None:
                    toast(t("window.found", segments=self._session.view.segments), kind="success")
            case Job.KEEP_CUT, int(run_id):
                self._show_saved()
                self.open_run(run_id)
                if self._session.view is not None:
                    toast(t("window.kept", segments=self._session.view.segments), kind="success")
            case Job.EXPORT, str(folder):
                self._say_where(t("window.exported", folder=folder), Path(folder))
            case Job.DRAW, str(path):
                self._say_where(t("window.chart_saved", name=Path(path).name), Path(path).parent)

    def _say_where(self, text: str, folder: Path) -> None:
        self._window.toaster.show_toast(
            text,
            kind="success",
            action=t("window.open_folder"),
            on_action=lambda: self._choosers.show_folder(folder),
        )

    def _on_failed(self, _job: Job, failure: Failed) -> None:
        self._end_busy()
        self._details = failure.traceback
        actions = (("details", t("window.details")),) if failure.traceback else ()
        self._window.banner.show_message("error", t(failure.code, **failure.facts), actions)

    def _on_cancelled(self, _job: Job) -> None:
        if self._export_folder is not None:
            shutil.rmtree(self._export_folder / UNFINISHED_FOLDER, ignore_errors=True)
        self._end_busy()
        self._window.toaster.show_toast(t("window.cancelled"), kind="info")

    def _end_busy(self) -> None:
        self._export_folder = None
        self._import_panel.set_busy(None)
        if self._session.dataset_id is not None:
            self._configure_panel.set_busy(False)
        self._follow_state()

    def _on_banner_action(self, key: str) -> None:
        if key == "details":
            self.show_bug(self._details)

    def show_bug(self, details: str) -> None:
        """Offer the details of a bug for copying."""
        BugReport(self._window, details).open()

    def _explain(self, error: SegdeskError) -> None:
        self._window.banner.show_message("error", wording.failure_text(error))

    # What the session says

    def _on_dataset_changed(self) -> None:
        if self._session.dataset_id is not None:
            self._show_dataset()
        elif self._window.panel_shown != "import":
            self._window.show_panel("import")
        self._follow_state()

    def _show_dataset(self, recipe: Recipe | None = None) -> None:
        """Show the open dataset; ``recipe`` keeps choices that were made and not yet run."""
        dataset_id = self._session.dataset_id
        assert dataset_id is not None
        found = self._library.dataset(dataset_id)
        if found is None:
            self._session.open_dataset(None)
            return
        last = found.runs[0].recipe if found.runs else None
        self._columns_panel.show_dataset(found.info, found.columns, found.head)
        self._configure_panel.show_dataset(found.info, found.columns, recipe or last)
        self._window.say_file(Path(found.info.name))

    def _on_view_changed(self) -> None:
        view = self._session.view
        if view is not None and (columns := self._library.columns(view.run.dataset_id)) is not None:
            self._results_panel.show_view(view, columns)
        self._follow_state()

    # What the library says

    def _show_saved(self) -> None:
        infos = self._library.datasets()
        if infos is None:
            return
        self._import_panel.show_datasets(infos)
        if infos:
            newest = max(info.imported_at for info in infos)
            self._window.say_saved(t("window.saved_at", time=wording.when(newest)))

    def _on_dataset_gone(self, dataset_id: int) -> None:
        if self._session.dataset_id == dataset_id:
            self._session.open_dataset(None)

    def _on_run_gone(self, run_id: int) -> None:
        if self._session.view is not None and self._session.view.run.id == run_id:
            self._session.open_view(None)
            self._window.show_panel("configure")

    def _on_roles_changed(self, dataset_id: int) -> None:
        if self._session.dataset_id == dataset_id:
            self._show_dataset(self._configure_panel.recipe)

    def _on_role_changed(self, position: int, role: ColumnRole) -> None:
        if self._session.dataset_id is not None:
            self._library.set_role(self._session.dataset_id, position, role)

    def _on_undo_offered(self, text: str) -> None:
        self._window.toaster.show_toast(
            text, kind="info", action=t("window.undo"), on_action=self._library.undo.undo
        )

    def _follow_state(self) -> None:
        """Enable what can be done now."""
        session, busy = self._session, self._desk.runner.is_busy
        has_dataset, has_view = session.dataset_id is not None, session.view is not None
        self._window.steps.set_reachable(
            {"import"} | ({"configure"} if has_dataset else set()) | ({"results"} if has_view else set())
        )
        enabled = {
            "configure": has_dataset,
            "results": has_view,
            "run": has_dataset and not busy,
            "export": has_view and not busy,
            "keep": session.view is not None and not session.view.is_kept and not busy,
            "cancel": busy,
        }
        for key, is_enabled in enabled.items():
            self._window.action(key).setEnabled(is_enabled)
        self._follow_undo()

    def _follow_undo(self, *_index: int) -> None:
        undo = self._library.undo
        for key, possible, what in (
            ("undo", undo.canUndo(), undo.undoText()),
            ("redo", undo.canRedo(), undo.redoText()),
        ):
            action = self._window.action(key)
            action.setEnabled(possible)
            action.setText(t(f"window.{key}_what", what=what) if possible else t(f"window.action_{key}"))
