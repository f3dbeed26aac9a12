"""Which job is running, for what, and who hears how it ended."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from segdesk.charts.export import UNFINISHED_FOLDER
from segdesk.jobs.catalogue import Job
from segdesk.model.events import Failed, Progress, Stage
from segdesk.model.recipe import Recipe
from segdesk.ui.errands import Errands
from tests.ui.fake_runner import FakeRunner
from tests.ui.sample_views import view_of

DATABASE = Path("no.sqlite")


@pytest.fixture
def runner() -> FakeRunner:
    return FakeRunner()


@pytest.fixture
def errands(qapp: object, runner: FakeRunner) -> Errands:
    return Errands(runner, DATABASE)  # type: ignore[arg-type]  # it has all that errands use


def test_that_an_import_tells_the_dataset(errands: Errands, runner: FakeRunner):
    heard: list[object] = []
    for signal in (errands.started, errands.ended, errands.imported):
        signal.connect(heard.append)
    errands.import_file(Path("a.csv"))
    runner.finish(3)
    assert runner.started == [(Job.IMPORT, {"database": DATABASE, "source": Path("a.csv")})]
    assert heard == [Job.IMPORT, Job.IMPORT, 3]


def test_that_the_sample_is_a_file_that_is_there(errands: Errands, runner: FakeRunner):
    errands.import_sample()
    source = runner.started[0][1]["source"]
    assert isinstance(source, Path)
    assert source.is_file()


def test_that_a_second_job_is_refused(errands: Errands, runner: FakeRunner, qtbot: QtBot):
    errands.segment(1, Recipe(()))
    with qtbot.waitSignal(errands.refused):
        errands.import_file(Path("a.csv"))
    assert len(runner.started) == 1
    with qtbot.waitSignal(errands.segmented) as heard:
        runner.finish(8)
    assert heard.args == [1, 8]  # the dataset of the job that ran


def test_that_progress_says_whose_it_is(errands: Errands, runner: FakeRunner, qtbot: QtBot):
    errands.import_file(Path("a.csv"))
    progress = Progress(Stage.READING, 0.5)
    with qtbot.waitSignal(errands.progressed) as heard:
        runner.progressed.emit(progress)
    assert heard.args == [Job.IMPORT, progress]


def test_that_a_failure_is_told_after_the_end(errands: Errands, runner: FakeRunner):
    told: list[str] = []
    errands.ended.connect(lambda _job: told.append("ended"))
    errands.failed.connect(lambda failure: told.append(failure.code))
    errands.import_file(Path("a.csv"))
    runner.failed.emit(Job.IMPORT, Failed("file.empty", {}))
    assert told == ["ended", "file.empty"]


def test_that_a_kept_cut_and_pictures_are_told(errands: Errands, runner: FakeRunner, qtbot: QtBot):
    view = view_of((0, 0, 1, 1), (0, 0, 0, 1))
    with qtbot.waitSignal(errands.kept) as kept:
        errands.keep_cut(view)
        runner.finish(9)
    assert kept.args == [9]
    with qtbot.waitSignal(errands.drawn) as drawn:
        errands.draw(None, Path("tree.png"))  # type: ignore[arg-type]  # nobody draws here
        runner.finish("tree.png")
    assert drawn.args == [Path("tree.png")]


def test_that_a_cancelled_export_leaves_nothing(
    errands: Errands, runner: FakeRunner, tmp_path: Path, qtbot: QtBot
):
    errands.export(view_of((0, 0, 1, 1)), "recipe", tmp_path)
    (tmp_path / UNFINISHED_FOLDER).mkdir()
    (tmp_path / UNFINISHED_FOLDER / "half.csv").write_text("x")
    (tmp_path / "mine.txt").write_text("x")
    with qtbot.waitSignal(errands.cancelled):
        errands.cancel()
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_that_a_run_of_a_dataset_that_is_gone_is_stopped(errands: Errands, runner: FakeRunner):
    errands.segment(1, Recipe(()))
    errands.forget_dataset(2)
    assert runner.is_busy
    errands.forget_dataset(1)
    assert not runner.is_busy
