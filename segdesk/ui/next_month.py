"""What comes after a run: new customers placed in its segments, next month's file held beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from segdesk.jobs.catalogue import Job
from segdesk.model.events import Failed, Progress
from segdesk.text import t
from segdesk.ui.background import Background
from segdesk.ui.choosers import Choosers
from segdesk.ui.companion import BackgroundCompanion
from segdesk.ui.library import Library
from segdesk.ui.other_runs import comparable
from segdesk.ui.session import Session
from segdesk.words import wording

if TYPE_CHECKING:  # these bring NumPy, which the first window doesn't wait for
    from segdesk.model.placement import Consent, Migration, PlacedFile, PlacedOne, Rerun, SchemaMatch
    from segdesk.model.saved import RunInfo
    from segdesk.ui.panels.file_panel import ConsentPanel
    from segdesk.ui.panels.months_panel import MonthsPanel
    from segdesk.ui.panels.newcomers_panel import NewcomersPanel

NEXT_JOBS = (
    Job.EXAMINE,
    Job.EXAMINE_RUNS,
    Job.PLACE,
    Job.PLACE_ONE,
    Job.RERUN,
    Job.MIGRATE,
    Job.PROFILE,
)

NEWCOMERS, MONTHS = "newcomers", "months"


@dataclass(frozen=True, slots=True)
class _Errand:
    """A panel's file, or a run that is here already; how it differs, and what was said about that."""

    run_id: int
    source: Path | None
    after_id: int = 0
    match: SchemaMatch | None = None
    consent: Consent | None = None


class NextMonth(BackgroundCompanion):
    """Asks for what the panels of new customers and of two months want, and brings them the answers.

    Signals: ``several_dropped(int)``, so many files at once.
    """

    several_dropped = Signal(int)

    def __init__(
        self,
        *,
        background: Background,
        choosers: Choosers,
        session: Session,
        library: Library,
        database: Path,
    ) -> None:
        super().__init__(background)
        self._choosers, self._session, self._library = choosers, session, library
        self._database = database
        self._newcomers: NewcomersPanel | None = None
        self._months: MonthsPanel | None = None
        self._run_id: int | None = None
        self._told: dict[str, int] = {}  # the run that each panel shows
        self._errands: dict[str, _Errand] = {}
        self._running: tuple[str, Job, dict[str, Any]] | None = None
        self._chooser = NEWCOMERS
        session.view_changed.connect(self._on_view_changed)
        choosers.file_chosen.connect(lambda path: self._examine(self._chooser, path))
        choosers.list_chosen.connect(self._place)

    # Panels

    def makers(self) -> dict[str, Callable[[], QWidget]]:
        """Give what makes the panels of new customers and of two months."""
        return {NEWCOMERS: self._make_newcomers, MONTHS: self._make_months}

    def _make_newcomers(self) -> NewcomersPanel:
        from segdesk.ui.panels.newcomers_panel import NewcomersPanel

        panel = self._newcomers = NewcomersPanel()
        panel.save_list_requested.connect(self._choosers.choose_list)
        panel.one_requested.connect(self._place_one)
        self._serve(NEWCOMERS, panel, self._tell_newcomers)
        return panel

    def _make_months(self) -> MonthsPanel:
        from segdesk.ui.panels.months_panel import MonthsPanel

        panel = self._months = MonthsPanel()
        panel.compare_requested.connect(self._compare)
        panel.save_requested.connect(self._choosers.choose_picture)
        self._serve(MONTHS, panel, self._tell_months)
        return panel

    def _serve(self, key: str, panel: ConsentPanel, tell: Callable[[], None]) -> None:
        """Answer what both panels ask; ``tell`` brings this one up to date."""
        panel.file_requested.connect(lambda: self._choose(key))
        panel.file_chosen.connect(lambda path: self._examine(key, path))
        panel.several_dropped.connect(self.several_dropped)
        panel.mapping_accepted.connect(lambda consent: self._go_on(key, consent))
        panel.cancel_requested.connect(self._stop)
        panel.back_requested.connect(lambda: self.panel_asked.emit("results"))
        panel.shown.connect(tell)  # not before: many runs are looked at without it

    def _panel(self, key: str) -> ConsentPanel:
        panel = self._newcomers if key == NEWCOMERS else self._months
        assert panel is not None  # whoever asked for something has been made
        return panel

    def _tell_newcomers(self) -> None:
        view = self._session.view
        if view is None or self._newcomers is None or self._told.get(NEWCOMERS) == view.run.id:
            return
        self._told[NEWCOMERS] = view.run.id
        self._newcomers.show_run(view.run)
        run = view.run
        self._background.ask(Job.PROFILE, database=self._database, run_id=run.id, segments=run.segments)

    def _tell_months(self) -> None:
        view = self._session.view
        if view is None or self._months is None:
            return
        if self._told.get(MONTHS) == view.run.id and MONTHS in self._errands:
            return  # what it shows is still of interest
        self._told[MONTHS] = view.run.id
        self._months.show_runs(view.run, *self._other_runs(view.run))
        self._background.warm_up()

    def _other_runs(self, run: RunInfo) -> tuple[tuple[RunInfo, ...], tuple[RunInfo, ...]]:
        """Give the runs on other files: made alike, and such as have only some of its columns."""
        runs = [r for info in self._library.datasets() or () for r in self._library.runs(info.id) or ()]
        return comparable(run, runs, self._library.repeated_runs())

    # What the panels ask for

    def _on_view_changed(self) -> None:
        view = self._session.view
        run_id = None if view is None else view.run.id
        if run_id == self._run_id:  # only another cut of it, or another name
            return
        self._run_id = run_id
        self._stop()
        for job in (Job.PROFILE, Job.PLACE_ONE):
            self._background.cancel(job)
        self._errands.clear()
        self._told.clear()

    def _choose(self, key: str) -> None:
        self._chooser = key
        self._choosers.choose_file()

    def _examine(self, key: str, source: Path) -> None:
        """Hold a file beside the run's own, before anything is done with it."""
        if self._run_id is not None:
            self._errands[key] = _Errand(self._run_id, source)
            self._look(key)

    def _look(self, key: str) -> None:
        """Find what differs, given what was said."""
        errand = self._errands[key]
        agreed = _agreed(errand.consent)
        if errand.source is not None:
            self._ask(key, Job.EXAMINE, run_id=errand.run_id, source=errand.source, **agreed)
        else:
            ids = {"before_id": errand.run_id, "after_id": errand.after_id}
            self._ask(key, Job.EXAMINE_RUNS, **ids, **agreed)

    def _go_on(self, key: str, consent: Consent) -> None:
        """Hear what was said about the columns, and look again where that may bring up something new."""
        from segdesk.ui.panels.newcomers_consent import follows

        if key not in self._errands:  # its run was closed meanwhile
            return
        errand = self._errands[key] = replace(self._errands[key], consent=consent)
        if errand.match is not None and follows(errand.match, consent):
            self._do(key)
        else:
            self._look(key)

    def _do(self, key: str) -> None:
        """Do what the file or the run was chosen for."""
        errand = self._errands[key]
        if key == NEWCOMERS:
            self._place()
        elif errand.source is None:
            self._migrate(errand)
        else:
            names, agreed = self._names(errand.run_id), _agreed(errand.consent)
            self._ask(key, Job.RERUN, source=errand.source, run_id=errand.run_id, names=names, **agreed)

    def _place(self, out: Path | None = None) -> None:
        """Place the file's customers, and write them to a list if ``out`` says where."""
        from segdesk.model.placement import PlaceRequest

        errand = self._errands.get(NEWCOMERS)
        if errand is None:  # the run was closed while a dialog asked where
            return
        request = PlaceRequest(self._names(errand.run_id), t("place.unlike"), out)
        agreed = _agreed(errand.consent)
        self._ask(NEWCOMERS, Job.PLACE, run_id=errand.run_id, source=errand.source, request=request, **agreed)

    def _place_one(self, values: dict[str, str | float]) -> None:
        if self._run_id is not None:
            self._background.ask(Job.PLACE_ONE, database=self._database, run_id=self._run_id, values=values)

    def _compare(self, after_id: int) -> None:
        """Compare the run with a newer one."""
        if self._run_id is not None:
            self._errands[MONTHS] = _Errand(self._run_id, None, after_id)
            self._look(MONTHS)

    def _migrate(self, errand: _Errand) -> None:
        # A file's columns were put right when it was read.
        agreed = _agreed(errand.consent if errand.source is None else None)
        self._ask(MONTHS, Job.MIGRATE, before_id=errand.run_id, after_id=errand.after_id, **agreed)

    def _ask(self, key: str, job: Job, **kwargs: Any) -> None:
        """Do a job for a panel; what the other one waits for is dropped."""
        if self._running is not None and self._running[0] == key:
            self._background.cancel(self._running[1])
        else:
            self._stop()
        self._running = key, job, {"database": self._database, **kwargs}
        self._panel(key).show_progress(t("stage.preparing"), 0.0)
        self._background.ask(job, **self._running[2])

    def _stop(self) -> None:
        """Drop what a panel waits for."""
        if self._running is not None:
            key, job, _ = self._running
            self._running = None
            self._background.cancel(job)
            self._errands.pop(key, None)
            self._panel(key).show_invite()

    # Answers

    def _names(self, run_id: int) -> tuple[str, ...]:
        """Name a run's own segments, whichever cut of it is in view; none if it is gone."""
        cut = self._library.cut(run_id)
        return () if cut is None else wording.segment_names(cut)

    def _used(self) -> frozenset[str]:
        """Name the columns that the open run's segments are made from."""
        view = self._session.view
        return frozenset() if view is None else frozenset(use.name for use in view.run.recipe.used)

    def _on_progressed(self, job: Job, asked: dict[str, Any], progress: Progress) -> None:
        if self._running is not None and self._running[1:] == (job, asked):
            self._panel(self._running[0]).show_progress(t(f"stage.{progress.stage}"), progress.share)

    def _on_finished(self, job: Job, asked: dict[str, Any], value: Any) -> None:
        if job is Job.PROFILE and self._newcomers is not None and asked["run_id"] == self._run_id:
            self._newcomers.show_fields(value)
        elif job is Job.PLACE_ONE and asked["run_id"] == self._run_id:
            self._show_one(value)
        elif self._running is not None and self._running[1:] == (job, asked):
            key, self._running = self._running[0], None
            if job in (Job.EXAMINE, Job.EXAMINE_RUNS):
                self._on_examined(key, value)
            elif job is Job.PLACE:
                self._show_placed(value)
            elif job is Job.RERUN:
                self._on_rerun(value)
            else:
                self._show_migration(value)

    def _on_examined(self, key: str, match: SchemaMatch) -> None:
        from segdesk.model.placement import NOTHING_AGREED
        from segdesk.ui.panels.newcomers_consent import Purpose, must_ask

        errand = self._errands[key] = replace(self._errands[key], match=match)
        used = self._used()
        if not must_ask(match, used, errand.consent):
            self._do(key)
            return
        told = errand.consent or NOTHING_AGREED
        purpose = Purpose.PLACE if key == NEWCOMERS else Purpose.RERUN if errand.source else Purpose.COMPARE
        self._panel(key).show_consent(match, used=used, said=told, purpose=purpose)

    def _on_rerun(self, rerun: Rerun) -> None:
        self.saved.emit()
        errand = replace(self._errands[MONTHS], after_id=rerun.run_id, match=rerun.match)
        self._errands[MONTHS] = errand
        self._migrate(errand)

    def _show_placed(self, placed: PlacedFile) -> None:
        if self._newcomers is None:
            return
        if (cut := self._library.cut(placed.run_id)) is not None:
            self._newcomers.show_placed(placed, wording.segment_names(cut), cut.colours)
        else:
            self._newcomers.show_invite()

    def _show_one(self, placed: PlacedOne) -> None:
        view = self._session.view
        if view is None or self._newcomers is None:
            return
        if (own := self._library.cut(view.run.id)) is not None:
            self._newcomers.show_one(placed, wording.segment_names(own), own.colours)

    def _show_migration(self, migration: Migration) -> None:
        view, panel = self._session.view, self._months
        if view is None or panel is None:
            return
        panel.show_runs(view.run, *self._other_runs(view.run))  # there may be one more now
        before, after = (self._library.cut(run) for run in (migration.run_before, migration.run_after))
        errand = self._errands.get(MONTHS)
        # What a file was like is known from when it was read; two runs tell it themselves.
        read = errand.match if errand is not None and errand.source is not None else None
        if before is not None and after is not None:
            names = wording.segment_names(before), wording.segment_names(after)
            panel.show_migration(migration, *names, before.colours, match=read)

    def _on_failed(self, job: Job, asked: dict[str, Any], failure: Failed) -> None:
        sentence = t(failure.code, **failure.facts)
        if job is Job.PLACE_ONE:
            if self._newcomers is not None and asked["run_id"] == self._run_id:
                self._newcomers.show_one_failure(sentence)
        elif self._running is not None and self._running[1:] == (job, asked):
            key, self._running = self._running[0], None
            self._errands.pop(key, None)
            self._panel(key).show_failure(sentence)
        else:
            self.failed.emit(failure)


def _agreed(consent: Consent | None) -> dict[str, Consent]:
    """Give what was said about the columns as an argument; nothing where nothing was asked."""
    return {} if consent is None else {"consent": consent}
