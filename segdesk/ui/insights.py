"""What is worked out beside the results: whether they hold, how methods compare, what columns hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from segdesk.jobs.catalogue import Job
from segdesk.model.events import Failed, Progress
from segdesk.model.findings import Findings
from segdesk.text import t
from segdesk.ui.advising import Advising
from segdesk.ui.background import Background
from segdesk.ui.companion import Companion
from segdesk.ui.library import Library
from segdesk.ui.pairing import Pairing
from segdesk.ui.reads import AT_ONCE_ROWS, Reads
from segdesk.ui.session import Session, View

if TYPE_CHECKING:
    from segdesk.model.portrait import Portraits
    from segdesk.model.profile import ProfileTable
    from segdesk.model.recipe import Recipe
    from segdesk.ui.panels.columns_panel import ColumnsPanel
    from segdesk.ui.panels.compare_panel import ComparePanel
    from segdesk.ui.panels.pair_panel import PairPanel
    from segdesk.ui.panels.results_panel import ResultsPanel

GLANCES = (Job.EXPLORE, Job.PROFILE, Job.PORTRAY)
STUDIES = (Job.JUDGE, Job.COMPARE, Job.SEGMENT)

SETTLED_MS = 600
"""A cut that is looked at for so long is worth judging; the line is dragged over many."""


class Insights(Companion):
    """Asks for what the panels want to know beside a run, and brings them the answers.

    ``glances`` answers what somebody looks at already, within a second; ``studies`` what takes longer.

    Signals: ``compare_requested()``; ``use_requested(Recipe)``, a method of a comparison was picked;
    ``customers_requested(View, rows)``, these customers are to be listed.
    """

    compare_requested = Signal()
    use_requested = Signal(object)
    customers_requested = Signal(object, object)

    def __init__(
        self, *, glances: Background, studies: Background, session: Session, library: Library, database: Path
    ) -> None:
        super().__init__()
        self._glances, self._studies = glances, studies
        self._session, self._library, self._database = session, library, database
        self._columns: ColumnsPanel | None = None
        self._results: ResultsPanel | None = None
        self._compare: ComparePanel | None = None
        self._pair_panel: PairPanel | None = None
        self._advising = Advising(library, self.panel_asked.emit)
        self._portraits: Portraits | None = None
        self._are_actions_newer = False
        self._profiles_wanted: list[tuple[int, int]] = []
        self._declined: set[tuple[int, int]] = set()
        self._pairing = Pairing(library)
        self._pairing.run_wanted.connect(self._on_run_wanted)
        self._pairing.paired.connect(self._on_paired)
        self._pairing.failed.connect(library.failed)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MS)
        self._settled.timeout.connect(self._judge_unless_declined)
        self._known = Reads(library.database)
        self._known.answered.connect(self._on_known)
        self._known.failed.connect(library.failed)
        self._is_all_known = True
        self._told = (0, 0, Findings())
        library.names_changed.connect(self._on_names_changed)
        library.actions_changed.connect(self._on_actions_changed)
        session.dataset_changed.connect(self._on_dataset_changed)
        glances.finished.connect(self._on_glanced)
        glances.failed.connect(self._on_glance_failed)
        studies.progressed.connect(self._on_progressed)
        studies.found.connect(self._on_found)
        studies.finished.connect(self._on_studied)
        studies.failed.connect(self._on_study_failed)
        studies.cancelled.connect(self._on_study_cancelled)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being worked out or about to be."""
        waits = self._settled.isActive() or self._known.is_busy or self._pairing.is_busy
        return not (waits or self._glances.is_busy or self._studies.is_busy)

    @property
    def portraits(self) -> Portraits | None:
        """Who the segments are, as far as it is known; of which cut, it says itself."""
        return self._portraits

    def close(self) -> None:
        """End both workers, and what is being read."""
        self._settled.stop()
        self._known.close()
        self._pairing.close()
        self._glances.close()
        self._studies.close()

    # Panels

    def makers(self) -> dict[str, Callable[[], QWidget]]:
        """Give what makes the panels of a comparison and of the actions."""
        return {"compare": self._make_compare, "pair": self._make_pair, "actions": self._advising.make_page}

    def serve_columns(self, panel: ColumnsPanel) -> None:
        """Answer what the columns panel asks."""
        self._columns = panel
        panel.exploration_requested.connect(self._explore)

    def serve_results(self, panel: ResultsPanel) -> None:
        """Answer what the results panel asks."""
        self._results = panel
        panel.profile_requested.connect(self._profile)
        panel.portraits_requested.connect(self._ask_portraits)
        panel.cut_chosen.connect(self._cut)
        panel.name_chosen.connect(self._rename)
        panel.actions_requested.connect(self._advising.open)
        panel.check_requested.connect(self._check)
        panel.judging_cancelled.connect(lambda: self._studies.cancel(Job.JUDGE))

    def _make_compare(self) -> ComparePanel:
        """Give the panel that shows all methods side by side."""
        from segdesk.ui.panels.compare_panel import ComparePanel

        panel = self._compare = ComparePanel()
        panel.compare_requested.connect(self.compare_requested)
        panel.cancel_requested.connect(lambda: self._studies.cancel(Job.COMPARE))
        panel.pair_requested.connect(self._on_pair_requested)
        panel.use_requested.connect(self.use_requested)
        self._show_comparison()
        return panel

    def _make_pair(self) -> PairPanel:
        """Give the panel that shows two runs side by side."""
        from segdesk.ui.panels.pair_panel import PairPanel

        panel = self._pair_panel = PairPanel()
        panel.back_requested.connect(lambda: self.panel_asked.emit("compare"))
        panel.profile_requested.connect(self._profile_of_pair)
        panel.open_requested.connect(self.run_opened)
        panel.customers_requested.connect(self.customers_requested)
        return panel

    # The columns of a dataset

    def _explore(self) -> None:
        self._glances.cancel(Job.EXPLORE)  # what runs may have begun before a role was changed
        self._glances.ask(Job.EXPLORE, database=self._database, dataset_id=self._session.dataset_id)

    def _on_dataset_changed(self) -> None:
        if self._session.dataset_id is not None:
            self._glances.warm_up()  # somebody who looks at a page doesn't wait for imports
        self._pairing.forget()
        self._portraits = None  # a person may have been erased since
        self._show_comparison()

    # A view

    def follow_view(self) -> None:
        """Show what is known of the view that has just been shown, and look for the rest."""
        view = self._session.view
        if view is None:
            self._settled.stop()
            self._known.forget()
            self._studies.cancel(Job.JUDGE)
            return
        self._is_all_known = True  # until it is told that it isn't
        self._read_known(view)
        self._show_portraits(view)
        self._settled.start()

    def _cut(self, segments: int) -> None:
        if (view := self._session.view) is not None:
            self._session.cut(segments, self._library.names(view.run.id, segments))

    def _rename(self, segment: int, name: str) -> None:
        if (view := self._session.view) is not None:
            self._library.name_segment(view.run.id, view.segments, segment, name)

    def _on_names_changed(self, run_id: int, segments: int) -> None:
        view = self._session.view
        if view is not None and (view.run.id, view.segments) == (run_id, segments):
            self._session.rename(self._library.names(run_id, segments))

    def _on_actions_changed(self) -> None:
        self._portraits = None
        self._are_actions_newer = self._glances.is_busy
        if (view := self._session.view) is not None:
            self._show_portraits(view)

    def _show_portraits(self, view: View) -> None:
        """Show who the segments are, once that is worked out; a new name changes nothing of it."""
        known = self._portraits
        if known is not None and (known.run_id, known.segments) == (view.run.id, view.segments):
            return
        self._ask_portraits()

    def _ask_portraits(self) -> None:
        if (view := self._session.view) is not None:
            asked = {"run_id": view.run.id, "segments": view.segments}
            self._glances.ask(Job.PORTRAY, database=self._database, **asked)

    def _read_known(self, view: View) -> None:
        """Ask what is known of a view."""
        from segdesk.store.findings import findings

        run_id, segments = view.run.id, view.segments
        self._known.ask(
            lambda connection: (view, findings(connection, run_id, segments)),
            at_once=len(view.labels) <= AT_ONCE_ROWS,
        )
        if self._known.is_busy and self._results is not None:
            self._results.show_findings(self._still_known(view))

    def _still_known(self, view: View) -> Findings:
        """Give what was told of the last view and is true of this one, too, until the rest is read."""
        run_id, segments, findings = self._told
        if run_id != view.run.id:
            return Findings()
        return findings if segments == view.segments else replace(findings, reliability=None)

    def _on_known(self, answer: tuple[View, Findings]) -> None:
        view, findings = answer
        if self._results is not None and view is self._session.view:
            self._told = view.run.id, view.segments, findings
            self._is_all_known = findings.is_complete
            self._results.show_findings(findings)

    def _judge_unless_declined(self) -> None:
        view = self._session.view
        if view is not None and (view.run.id, view.segments) not in self._declined:
            self._judge(view)

    def _check(self) -> None:
        if (view := self._session.view) is not None:
            self._declined.discard((view.run.id, view.segments))
            self._is_all_known = False  # whoever asks by hand is answered, also where reading it had failed
            self._judge(view)

    def _judge(self, view: View) -> None:
        if self._known.is_busy:  # with very many customers it isn't told yet what is left
            self._settled.start()
        elif self._results is not None and not self._is_all_known:
            self._results.show_judging(t("stage.preparing"), 0.0)
            self._studies.ask(Job.JUDGE, database=self._database, run_id=view.run.id, segments=view.segments)

    def _profile(self, segments: int) -> None:
        if (view := self._session.view) is not None:
            self._glances.ask(Job.PROFILE, database=self._database, run_id=view.run.id, segments=segments)

    def _profile_of_pair(self, run_id: int, segments: int) -> None:
        # One after the other: a second request would take the first one's place.
        self._profiles_wanted.append((run_id, segments))
        if len(self._profiles_wanted) == 1:
            self._ask_next_profile()

    def _ask_next_profile(self) -> None:
        if self._profiles_wanted:
            run_id, segments = self._profiles_wanted[0]
            self._glances.ask(Job.PROFILE, database=self._database, run_id=run_id, segments=segments)

    # Methods side by side

    def compare(self, recipe: Recipe) -> None:
        """Run every method on the open dataset."""
        if self._session.dataset_id is None or self._compare is None:
            return
        self._studies.cancel(Job.JUDGE)  # nobody waits for that one
        self._compare.show_running()
        self._studies.ask(
            Job.COMPARE, database=self._database, dataset_id=self._session.dataset_id, recipe=recipe
        )

    def _show_comparison(self) -> None:
        if self._compare is None:
            return
        dataset_id = self._session.dataset_id
        found = None if dataset_id is None else self._library.comparison(dataset_id)
        self._compare.show_comparison(found)

    def _on_pair_requested(self, first: Recipe, second: Recipe) -> None:
        if self._session.dataset_id is not None:
            self._studies.cancel(Job.JUDGE)
            self._pairing.begin(self._session.dataset_id, first, second)

    def _on_run_wanted(self, dataset_id: int, recipe: Recipe) -> None:
        self._studies.ask(Job.SEGMENT, database=self._database, dataset_id=dataset_id, recipe=recipe)

    def _on_paired(self, first: View, second: View) -> None:
        self._profiles_wanted.clear()
        self.panel_asked.emit("pair")  # which makes the panel, if nobody has seen it yet
        assert self._pair_panel is not None
        self._pair_panel.show_pair(first, second)

    # Answers

    def _is_in_view(self, asked: dict[str, Any]) -> bool:
        view = self._session.view
        return view is not None and (view.run.id, view.segments) == (asked["run_id"], asked["segments"])

    def _is_open(self, asked: dict[str, Any]) -> bool:
        return bool(asked["dataset_id"] == self._session.dataset_id)

    def _on_glanced(self, job: Job, asked: dict[str, Any], value: Any) -> None:
        if job is Job.EXPLORE and self._columns is not None and self._is_open(asked):
            self._columns.show_exploration(value)
        elif job is Job.PORTRAY and self._results is not None and self._is_in_view(asked):
            if self._are_actions_newer:  # than the portraits, which were begun before they were changed
                self._are_actions_newer = False
                self._ask_portraits()
                return
            self._portraits = value
            self._results.show_portraits(value)
        elif job is Job.PROFILE:
            self._on_profiled(asked, value)

    def _on_profiled(self, asked: dict[str, Any], table: ProfileTable) -> None:
        for panel in (self._results, self._pair_panel):
            if panel is not None:
                panel.show_profile(table)  # each knows whether it is still wanted there
        self._go_on_with_profiles(asked)

    def _on_profile_failed(self, asked: dict[str, Any], sentence: str) -> None:
        if self._pair_panel is not None:
            self._pair_panel.show_profile_failed(asked["run_id"], asked["segments"], sentence)
        if self._results is not None and self._is_in_view(asked):
            self._results.show_profile_failed(sentence)
        self._go_on_with_profiles(asked)

    def _go_on_with_profiles(self, asked: dict[str, Any]) -> None:
        done = asked["run_id"], asked["segments"]
        self._profiles_wanted = [wanted for wanted in self._profiles_wanted if wanted != done]
        self._ask_next_profile()

    def _on_glance_failed(self, job: Job, asked: dict[str, Any], failure: Failed) -> None:
        if job is Job.EXPLORE and self._columns is not None and self._is_open(asked):
            self._columns.show_exploration_failed(t(failure.code, **failure.facts))
        elif job is Job.PORTRAY and self._results is not None and self._is_in_view(asked):
            self._results.show_portraits_failed(t(failure.code, **failure.facts))
        elif job is Job.PROFILE:
            self._on_profile_failed(asked, t(failure.code, **failure.facts))
        if failure.traceback:  # a bug: the banner lets its details be copied
            self.failed.emit(failure)

    def _on_progressed(self, job: Job, asked: dict[str, Any], progress: Progress) -> None:
        stage = t(f"stage.{progress.stage}")
        if job is Job.JUDGE and self._results is not None and self._is_in_view(asked):
            self._results.show_judging(stage, progress.share)
        elif job is Job.COMPARE and self._compare is not None and self._is_open(asked):
            self._compare.show_progress(stage, progress.share)

    def _on_found(self, job: Job, asked: dict[str, Any], value: Any) -> None:
        if job is Job.JUDGE and self._is_in_view(asked) and (view := self._session.view) is not None:
            self._read_known(view)
        elif job is Job.COMPARE and self._compare is not None and self._is_open(asked):
            self._compare.add_contender(value)

    def _on_studied(self, job: Job, asked: dict[str, Any], value: Any) -> None:
        if job is Job.JUDGE:
            self._on_found(job, asked, value)
            return
        if job is Job.COMPARE:
            self._show_comparison()
        elif job is Job.SEGMENT:
            self.saved.emit()
            self._pairing.add_run(value)
        self._settled.start()

    def _on_study_failed(self, job: Job, asked: dict[str, Any], failure: Failed) -> None:
        sentence = t(failure.code, **failure.facts)
        if job is Job.JUDGE:
            if self._results is not None and self._is_in_view(asked):
                self._declined.add((asked["run_id"], asked["segments"]))
                self._results.show_judging_failed(sentence)
        elif job is Job.COMPARE and self._compare is not None and self._is_open(asked):
            self._compare.show_failure(sentence)
        else:
            self._pairing.forget()
            self.failed.emit(failure)

    def _on_study_cancelled(self, job: Job, asked: dict[str, Any]) -> None:
        if job is Job.JUDGE and self._results is not None and self._is_in_view(asked):
            self._declined.add((asked["run_id"], asked["segments"]))
            self._results.show_judging_failed(t("verdict.stopped"))
        elif job is Job.COMPARE:
            self._show_comparison()
