"""Who answers whom: a panel's request becomes an errand, whose end changes what the panels show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from segdesk.errors import SegdeskError
from segdesk.jobs.catalogue import Job
from segdesk.model.events import Failed
from segdesk.settings import Settings
from segdesk.text import t
from segdesk.ui.actions import possible_actions, reachable_steps
from segdesk.ui.choosers import Choosers
from segdesk.ui.companion import Companion
from segdesk.ui.errands import Errands
from segdesk.ui.failures import BugReport
from segdesk.ui.insights import Insights
from segdesk.ui.job_display import JobDisplay
from segdesk.ui.library import Library
from segdesk.ui.opening import Opening
from segdesk.ui.panels.access import Panels
from segdesk.ui.session import Session, View
from segdesk.ui.window import MainWindow
from segdesk.words import wording

if TYPE_CHECKING:  # these bring NumPy, which the first window doesn't wait for
    import numpy as np
    from numpy.typing import NDArray

    from segdesk.model.reading import ReadingChoices
    from segdesk.model.recipe import Recipe
    from segdesk.model.roles import ColumnRole
    from segdesk.ui.panels.columns_panel import ColumnsPanel
    from segdesk.ui.panels.configure_panel import ConfigurePanel
    from segdesk.ui.panels.import_panel import ImportPanel
    from segdesk.ui.panels.results_panel import ResultsPanel
    from segdesk.ui.reader import RowReader


class Flow(QObject):
    """Connects window, errands, library and session."""

    def __init__(
        self,
        window: MainWindow,
        *,
        errands: Errands,
        session: Session,
        library: Library,
        insights: Insights,
        companions: Sequence[Companion] = (),
        settings: Settings,
    ) -> None:
        super().__init__()
        self._window, self._errands, self._session = window, errands, session
        self._library, self._insights = library, insights
        self._opening = Opening(session, library)
        self._companions = (insights, *companions)
        self._choosers, self._settings = Choosers(window, settings), settings
        self._panels = Panels(window)
        self._display = JobDisplay(window, self._panels)
        self._reader: RowReader | None = None
        self._details = ""

    def begin(self) -> None:
        """Furnish the window."""
        window, errands, session, library = self._window, self._errands, self._session, self._library
        window.furnish(self._makers())
        self._toast = window.toaster.show_toast
        window.acted.connect(self._on_acted)
        window.step_chosen.connect(self._on_step_chosen)
        window.dropped.connect(errands.import_file)
        window.several_dropped.connect(self._on_several_dropped)
        window.banner_action_chosen.connect(self._on_banner_action)
        window.history_asked.connect(self._on_history_asked)
        window.history_menu.run_opened.connect(self.open_run)
        window.history_menu.run_deleted.connect(library.delete_run)
        errands.started.connect(self._on_started)
        errands.refused.connect(lambda: self._toast(t("window.busy"), kind="warning"))
        errands.progressed.connect(self._display.follow)
        errands.ended.connect(self._on_ended)
        errands.imported.connect(self.open_dataset)
        errands.segmented.connect(self._on_segmented)
        errands.kept.connect(self._on_kept)
        errands.exported.connect(lambda at: self._say_where(t("window.exported", folder=str(at)), at))
        errands.drawn.connect(lambda at: self._say_where(t("window.chart_saved", name=at.name), at.parent))
        errands.failed.connect(self._on_failed)
        errands.cancelled.connect(lambda _job: self._toast(t("window.cancelled"), kind="info"))
        session.dataset_changed.connect(self._on_dataset_changed)
        session.view_changed.connect(self._on_view_changed)
        library.changed.connect(self._show_saved)
        library.dataset_gone.connect(self._on_dataset_gone)
        library.run_gone.connect(self._on_run_gone)
        library.roles_changed.connect(self._on_roles_changed)
        library.undo_offered.connect(self._on_undo_offered)
        library.failed.connect(self._explain)
        self._opening.opened.connect(lambda: window.show_panel("results"))
        self._opening.failed.connect(self._explain)
        library.undo.indexChanged.connect(self._follow_undo)
        for companion in self._companions:
            companion.panel_asked.connect(window.show_panel)
            companion.run_opened.connect(self.open_run)
            companion.saved.connect(self._show_saved)
            companion.failed.connect(self._on_failed)
        self._insights.use_requested.connect(self._on_run_requested)
        self._insights.compare_requested.connect(self._compare)
        self._insights.customers_requested.connect(self._list_customers)
        self._choosers.file_chosen.connect(errands.import_file)
        self._choosers.folder_chosen.connect(self.export)
        self._choosers.picture_chosen.connect(errands.draw)
        window.show_panel("import")
        self._show_saved()
        self._follow_state()

    def close(self) -> None:
        """Stop reading and forget what was deleted."""
        self._opening.close()
        if self._reader is not None:
            self._reader.close()
        for companion in self._companions:
            companion.close()
        self._library.close()

    # Panels, each made when it is first shown

    def _makers(self) -> dict[str, Callable[[], QWidget]]:
        makers: dict[str, Callable[[], QWidget]] = {
            "import": self._make_import,
            "columns": self._make_columns,
            "configure": self._make_configure,
            "results": self._make_results,
        }
        for companion in self._companions:
            makers |= companion.makers()
        return makers

    def _make_import(self) -> ImportPanel:
        from segdesk.ui.panels.import_panel import ImportPanel

        panel = ImportPanel()
        panel.file_requested.connect(self._choosers.choose_file)
        panel.file_chosen.connect(self._errands.import_file)
        panel.several_dropped.connect(self._on_several_dropped)
        panel.sample_requested.connect(self._errands.import_sample)
        panel.recipes_requested.connect(lambda: self._window.show_panel("recipes"))
        panel.dataset_opened.connect(self.open_dataset)
        panel.runs_requested.connect(self._on_runs_requested)
        panel.delete_requested.connect(self._library.delete_dataset)
        panel.cancel_requested.connect(self._errands.cancel)
        return panel

    def _make_columns(self) -> ColumnsPanel:
        from segdesk.ui.panels.columns_panel import ColumnsPanel

        panel = ColumnsPanel()
        panel.role_changed.connect(self._on_role_changed)
        panel.reading_changed.connect(self._on_reading_changed)
        panel.customers_requested.connect(self._on_customers_requested)
        panel.continue_requested.connect(lambda: self._window.show_panel("configure"))
        panel.back_requested.connect(lambda: self._window.show_panel("import"))
        panel.save_requested.connect(self._choosers.choose_picture)
        self._insights.serve_columns(panel)
        return panel

    def _make_configure(self) -> ConfigurePanel:
        from segdesk.ui.panels.configure_panel import ConfigurePanel

        panel = ConfigurePanel(lambda: self._settings["method"])
        panel.run_requested.connect(self._on_run_requested)
        panel.compare_requested.connect(self._compare)
        panel.cancel_requested.connect(self._errands.cancel)
        return panel

    def _make_results(self) -> ResultsPanel:
        from segdesk.ui.panels.results_panel import ResultsPanel
        from segdesk.ui.reader import RowReader

        self._reader = RowReader(self._library.database)
        self._reader.failed.connect(self._explain)
        panel = ResultsPanel(self._reader)
        panel.keep_requested.connect(self._keep_cut)
        panel.save_requested.connect(self._choosers.choose_picture)
        panel.export_requested.connect(self._choosers.choose_folder)
        panel.panel_requested.connect(self._window.show_panel)
        for companion in self._companions:
            companion.serve_results(panel)
        return panel

    # What the user asks for

    def open_dataset(self, dataset_id: int) -> None:
        """Show a dataset's columns."""
        self._opening.forget()
        self._session.open_dataset(dataset_id)
        if self._session.dataset_id == dataset_id:
            self._window.show_panel("columns")

    def open_run(
        self, run_id: int, then: Callable[[View], object] | None = None, *, at_once: bool = False
    ) -> None:
        """Show a run exactly as it was, and ``then`` do something: large ones take a moment."""
        self._opening.open(run_id, then, at_once=at_once)

    def _run(self) -> None:
        self._window.show_panel("configure")  # there it says how far it is, or what is missing
        self._panels.configure.run()

    def _list_customers(self, view: View, rows: NDArray[np.bool_]) -> None:
        self.open_run(view.run.id, lambda _view: self._panels.results.list_customers(rows))

    def _find_customer(self) -> None:
        self._window.show_panel("results")
        self._panels.results.find_customer()

    def _on_run_requested(self, recipe: Recipe) -> None:
        if self._session.dataset_id is not None:
            self._errands.segment(self._session.dataset_id, recipe)

    def _compare(self, recipe: Recipe | None = None) -> None:
        self._window.show_panel("compare")
        self._insights.compare(recipe or self._panels.configure.recipe)

    def _keep_cut(self) -> None:
        view = self._session.view
        if view is not None and not view.is_kept:
            self._errands.keep_cut(view)

    def export(self, kind: str, folder: Path) -> None:
        """Write files of the open run into a folder; ``kind`` is one of ``exports.KINDS``."""
        if self._session.view is not None:
            self._errands.export(self._session.view, kind, folder)

    def _on_several_dropped(self, count: int) -> None:
        self._toast(t("window.several_dropped", count=count), kind="info")

    # Menus

    def _on_acted(self, key: str) -> None:
        undo = self._library.undo
        acts: dict[str, Callable[[], object]] = {
            "open": self._choosers.choose_file,
            "sample": self._errands.import_sample,
            "export": lambda: self._choosers.choose_folder("all"),
            "quit": self._window.close,
            "undo": undo.undo,
            "redo": undo.redo,
            "import": lambda: self._on_step_chosen("import"),
            "configure": lambda: self._on_step_chosen("configure"),
            "results": lambda: self._on_step_chosen("results"),
            "find": self._find_customer,
            **{key: partial(self._window.show_panel, key) for key in ("erase", "recipes")},
            "run": self._run,
            "keep": self._keep_cut,
            "cancel": self._errands.cancel,
        }
        if key in acts:  # the rest are a companion's
            acts[key]()

    def _on_step_chosen(self, key: str) -> None:
        if key == "import" and self._session.dataset_id is not None and self._window.panel_shown != "columns":
            key = "columns"  # the first step's second page; choosing it again leads to the first
        self._window.show_panel(key)

    def _on_history_asked(self) -> None:
        dataset_id = self._session.dataset_id
        infos = None if dataset_id is None else self._library.runs(dataset_id)
        opened = self._session.view.run.id if self._session.view is not None else None
        self._window.history_menu.show_runs(infos or (), opened)

    def _on_runs_requested(self, dataset_id: int) -> None:
        if infos := self._library.runs(dataset_id):
            self.open_run(infos[0].id)
        else:
            self.open_dataset(dataset_id)

    # What errands say

    def _on_started(self, job: Job) -> None:
        self._display.begin(job)
        self._follow_state()

    def _on_ended(self, job: Job) -> None:
        self._display.end(job)
        self._show_saved()
        self._follow_state()

    def _on_segmented(self, dataset_id: int, run_id: int) -> None:
        if dataset_id != self._session.dataset_id:  # the user went on to another file meanwhile
            show = t("window.show_results")
            self._toast(t("window.ready"), action=show, on_action=lambda: self.open_run(run_id))
            return
        self.open_run(run_id, lambda view: self._toast(t("window.found", segments=view.segments)))

    def _on_kept(self, run_id: int) -> None:
        self.open_run(run_id, lambda view: self._toast(t("window.kept", segments=view.segments)))

    def _say_where(self, text: str, folder: Path) -> None:
        show = t("window.open_folder")
        self._toast(text, action=show, on_action=lambda: self._choosers.show_folder(folder))

    def _on_failed(self, failure: Failed) -> None:
        self._details = failure.traceback
        actions = (("details", t("window.details")),) if failure.traceback else ()
        self._window.banner.show_message("error", t(failure.code, **failure.facts), actions)

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
        self._panels.columns.show_dataset(found.info, found.columns, found.head, found.reading)
        self._panels.configure.show_dataset(found.info, found.columns, recipe or last)
        self._window.say_file(found.info.name)

    def _on_view_changed(self) -> None:
        view = self._session.view
        if view is not None and (columns := self._library.columns(view.run.dataset_id)) is not None:
            self._panels.results.show_view(view, columns)
        self._insights.follow_view()
        self._follow_state()

    # What the library says

    def _show_saved(self) -> None:
        infos = self._library.datasets()
        if infos is None:
            return
        self._panels.importing.show_datasets(infos)
        if infos:
            newest = max(info.imported_at for info in infos)
            self._window.say_saved(t("window.saved_at", time=wording.when(newest)))

    def _on_dataset_gone(self, dataset_id: int) -> None:
        self._errands.forget_dataset(dataset_id)
        if self._session.dataset_id == dataset_id:
            self._session.open_dataset(None)

    def _on_run_gone(self, run_id: int) -> None:
        if self._session.view is not None and self._session.view.run.id == run_id:
            self._session.open_view(None)
            self._window.show_panel("configure")

    def _on_roles_changed(self, dataset_id: int) -> None:
        if self._session.dataset_id == dataset_id:
            self._show_dataset(self._panels.configure.recipe)

    def _on_role_changed(self, position: int, role: ColumnRole) -> None:
        if self._session.dataset_id is not None:
            self._library.set_role(self._session.dataset_id, position, role)

    def _on_reading_changed(self, choices: ReadingChoices) -> None:
        if (info := self._library.info(self._session.dataset_id)) is not None:
            self._errands.read_again(Path(info.original_path), choices, replaces=info.id)

    def _on_customers_requested(self) -> None:
        if (info := self._library.info(self._session.dataset_id)) is not None:
            self._errands.make_customers(info.id, t("window.customers_of", name=info.name))

    def _on_undo_offered(self, text: str) -> None:
        self._toast(text, kind="info", action=t("window.undo"), on_action=self._library.undo.undo)

    def _follow_state(self) -> None:
        """Enable what can be done now."""
        self._window.steps.set_reachable(reachable_steps(self._session))
        for key, is_possible in possible_actions(self._session, is_busy=self._errands.is_busy).items():
            self._window.action(key).setEnabled(is_possible)
        self._follow_undo()

    def _follow_undo(self, *_index: int) -> None:
        self._window.offer_undo(*self._library.undo_texts)
