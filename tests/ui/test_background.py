"""Jobs that nobody waits for queue up, and the newest request of a kind counts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from segdesk.jobs.catalogue import Job
from segdesk.model.events import Failed, Progress, Stage
from segdesk.ui.background import Background
from tests.ui.fake_runner import FakeRunner


@pytest.fixture
def runner(qapp: object) -> FakeRunner:
    return FakeRunner()


@pytest.fixture
def background(runner: FakeRunner) -> Background:
    return Background(runner)  # type: ignore[arg-type]  # it has all that is used


@pytest.fixture
def heard(background: Background) -> list[tuple[object, ...]]:
    """Note every signal, with its name first."""
    notes: list[tuple[object, ...]] = []

    def note(name: str) -> Callable[..., None]:
        return lambda *values: notes.append((name, *values))

    for name in ("progressed", "found", "finished", "failed", "cancelled"):
        getattr(background, name).connect(note(name))
    return notes


def test_that_jobs_run_one_after_another(background: Background, runner: FakeRunner) -> None:
    background.ask(Job.EXPORT, run_id=1)
    background.ask(Job.DRAW, path="a.png")
    assert runner.started == [(Job.EXPORT, {"run_id": 1})]

    runner.finish("done")

    assert runner.started[1:] == [(Job.DRAW, {"path": "a.png"})]


def test_that_a_newer_request_takes_the_place_of_the_running_one(
    background: Background, runner: FakeRunner, heard: list[tuple[object, ...]]
) -> None:
    background.ask(Job.EXPORT, run_id=1)
    background.ask(Job.EXPORT, run_id=2)

    assert heard == [("cancelled", Job.EXPORT, {"run_id": 1})]
    assert runner.started == [(Job.EXPORT, {"run_id": 1}), (Job.EXPORT, {"run_id": 2})]


def test_that_a_newer_request_takes_the_place_of_a_waiting_one(
    background: Background, runner: FakeRunner, heard: list[tuple[object, ...]]
) -> None:
    background.ask(Job.DRAW, path="a.png")
    background.ask(Job.EXPORT, run_id=1)
    background.ask(Job.EXPORT, run_id=2)
    runner.finish("a.png")
    runner.finish("done")

    assert [kwargs for _, kwargs in runner.started] == [{"path": "a.png"}, {"run_id": 2}]
    assert [note[0] for note in heard] == ["finished", "finished"]


def test_that_what_runs_already_is_not_started_again(
    background: Background, runner: FakeRunner, heard: list[tuple[object, ...]]
) -> None:
    background.ask(Job.EXPORT, run_id=1)
    background.ask(Job.EXPORT, run_id=1)
    runner.finish("done")

    assert len(runner.started) == 1
    assert heard == [("finished", Job.EXPORT, {"run_id": 1}, "done")]


def test_that_every_signal_names_what_was_asked(
    background: Background, runner: FakeRunner, heard: list[tuple[object, ...]]
) -> None:
    progress, failure = Progress(Stage.EXPORTING, 0.5), Failed("job.memory", {})
    background.ask(Job.EXPORT, run_id=1)
    runner.progressed.emit(progress)
    runner.found.emit(Job.EXPORT, "part")
    runner.failed.emit(Job.EXPORT, failure)

    asked = (Job.EXPORT, {"run_id": 1})
    assert heard == [("progressed", *asked, progress), ("found", *asked, "part"), ("failed", *asked, failure)]


def test_that_the_queue_goes_on_after_a_failure(background: Background, runner: FakeRunner) -> None:
    background.ask(Job.EXPORT, run_id=1)
    background.ask(Job.DRAW, path="a.png")
    runner.failed.emit(Job.EXPORT, Failed("job.memory", {}))

    assert runner.started[-1][0] is Job.DRAW


def test_that_an_answer_may_lead_to_the_next_request(background: Background, runner: FakeRunner) -> None:
    background.finished.connect(lambda *_: background.ask(Job.DRAW, path="b.png"))
    background.ask(Job.EXPORT, run_id=1)
    runner.finish("done")

    assert runner.started == [(Job.EXPORT, {"run_id": 1}), (Job.DRAW, {"path": "b.png"})]


def test_that_cancel_drops_what_waits_and_stops_what_runs(
    background: Background, runner: FakeRunner, heard: list[tuple[object, ...]]
) -> None:
    background.ask(Job.EXPORT, run_id=1)
    background.ask(Job.DRAW, path="a.png")
    background.cancel(Job.DRAW)
    background.cancel(Job.EXPORT)

    assert heard == [("cancelled", Job.EXPORT, {"run_id": 1})]
    assert len(runner.started) == 1


def test_that_closing_drops_everything_without_a_word(
    background: Background, runner: FakeRunner, heard: list[tuple[object, ...]]
) -> None:
    background.ask(Job.EXPORT, run_id=1)
    background.ask(Job.DRAW, path="a.png")
    background.close()
    runner.finish("late")

    assert runner.is_closed
    assert heard == []
    assert len(runner.started) == 1
