"""The jobs the window asks for: requests with their arguments, answers by their names."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from segdesk.charts.export import UNFINISHED_FOLDER
from segdesk.jobs.catalogue import Job
from segdesk.jobs.runner import JobRunner
from segdesk.model.events import Failed
from segdesk.paths import resource

if TYPE_CHECKING:  # these bring NumPy, which the first window doesn't wait for
    from segdesk.charts.specs import Spec
    from segdesk.model.reading import ReadingChoices
    from segdesk.model.recipe import Recipe
    from segdesk.ui.session import View

SAMPLE = ("samples", "supermarket_customers.csv")


class Errands(QObject):
    """Starts jobs, one at a time, and tells how they ended.

    Signals: ``started(Job)``; ``refused()``, another job is running; ``progressed(Job, Progress)``;
    ``ended(Job)``, however it ended, before one of: ``imported(int dataset)``,
    ``segmented(int dataset, int run)``, ``kept(int run)``, ``exported(Path folder)``,
    ``drawn(Path)``, ``failed(Failed)``, ``cancelled(Job)``.
    """

    started = Signal(object)
    refused = Signal()
    progressed = Signal(object, object)
    ended = Signal(object)
    imported = Signal(int)
    segmented = Signal(int, int)
    kept = Signal(int)
    exported = Signal(object)
    drawn = Signal(object)
    failed = Signal(object)
    cancelled = Signal(object)

    def __init__(self, runner: JobRunner, database: Path) -> None:
        super().__init__()
        self._runner, self._database = runner, database
        self._job: Job | None = None
        self._dataset_id = 0
        self._folder = Path()
        runner.progressed.connect(lambda progress: self.progressed.emit(self._job, progress))
        runner.finished.connect(self._on_finished)
        runner.failed.connect(self._on_failed)
        runner.cancelled.connect(self._on_cancelled)

    @property
    def is_busy(self) -> bool:
        """Whether a job is running."""
        return self._runner.is_busy

    def import_file(self, source: Path) -> None:
        """Read a file and save it as a dataset."""
        self._start(Job.IMPORT, database=self._database, source=source)

    def import_sample(self) -> None:
        """Read the bundled customers."""
        self.import_file(resource(*SAMPLE))

    def read_again(self, source: Path, choices: ReadingChoices, *, replaces: int) -> None:
        """Read a file in another way, in place of the dataset that came out of it."""
        database = self._database
        self._start(Job.IMPORT, database=database, source=source, choices=choices, replaces=replaces)

    def make_customers(self, dataset_id: int, name: str) -> None:
        """Make a dataset of customers out of one of sales."""
        self._start(Job.CUSTOMERS, database=self._database, dataset_id=dataset_id, name=name)

    def segment(self, dataset_id: int, recipe: Recipe) -> None:
        """Find segments in a dataset."""
        if self._start(Job.SEGMENT, database=self._database, dataset_id=dataset_id, recipe=recipe):
            self._dataset_id = dataset_id

    def keep_cut(self, view: View) -> None:
        """Save the cut in view as a run of its own."""
        self._start(Job.KEEP_CUT, database=self._database, run_id=view.run.id, segments=view.segments)

    def export(self, view: View, kind: str, folder: Path) -> None:
        """Write files of the view into a folder; ``kind`` is one of ``exports.KINDS``."""
        from segdesk.exports import export_request

        request = export_request(view.segmentation, view.segments, kind, names=view.names, run=view.run)
        run_id = view.run.id
        if self._start(Job.EXPORT, database=self._database, run_id=run_id, folder=folder, request=request):
            self._folder = folder

    def draw(self, spec: Spec, path: Path) -> None:
        """Save one chart as a picture."""
        self._start(Job.DRAW, spec=spec, path=path)

    def forget_dataset(self, dataset_id: int) -> None:
        """Stop looking for segments in a dataset that is gone."""
        if self.is_busy and self._job is Job.SEGMENT and self._dataset_id == dataset_id:
            self.cancel()

    def cancel(self) -> None:
        """Stop the running job; nothing of it is kept."""
        self._runner.cancel()

    def _start(self, job: Job, **kwargs: object) -> bool:
        if self._runner.is_busy:
            self.refused.emit()
            return False
        self._job = job
        self._runner.start(job, **kwargs)
        self.started.emit(job)
        return True

    def _on_finished(self, job: Job, value: object) -> None:
        self.ended.emit(job)
        match job, value:
            case Job.IMPORT | Job.CUSTOMERS, int(dataset_id):
                self.imported.emit(dataset_id)
            case Job.SEGMENT, int(run_id):
                self.segmented.emit(self._dataset_id, run_id)
            case Job.KEEP_CUT, int(run_id):
                self.kept.emit(run_id)
            case Job.EXPORT, str(folder):
                self.exported.emit(Path(folder))
            case Job.DRAW, str(path):
                self.drawn.emit(Path(path))

    def _on_failed(self, job: Job, failure: Failed) -> None:
        self.ended.emit(job)
        self.failed.emit(failure)

    def _on_cancelled(self, job: Job) -> None:
        if job is Job.EXPORT:
            shutil.rmtree(self._folder / UNFINISHED_FOLDER, ignore_errors=True)
        self.ended.emit(job)
        self.cancelled.emit(job)
