"""Two recipes become two runs side by side: saved ones are found, the others wanted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from segdesk.model.recipe import Recipe
from segdesk.ui import pairing
from segdesk.ui.library import Library
from segdesk.ui.pairing import Pairing
from tests.ui.sample_runs import THREE_SEGMENTS, TWO_SEGMENTS

FOUR_SEGMENTS = replace(THREE_SEGMENTS, segments=4)


@pytest.fixture
def wanted() -> list[tuple[int, Recipe]]:
    """Give what was wanted so far."""
    return []


@pytest.fixture
def pairs(two_runs: Library, wanted: list[tuple[int, Recipe]]) -> Iterator[Pairing]:
    made = Pairing(two_runs)
    made.run_wanted.connect(lambda dataset_id, recipe: wanted.append((dataset_id, recipe)))
    yield made
    made.close()


def test_that_two_saved_runs_are_found(pairs: Pairing, wanted: list[tuple[int, Recipe]], qtbot: QtBot):
    with qtbot.waitSignal(pairs.paired) as paired:
        pairs.begin(1, TWO_SEGMENTS, THREE_SEGMENTS)
    assert [view.segments for view in paired.args] == [2, 3]
    assert wanted == []


def test_that_a_missing_run_is_wanted_and_then_paired(
    pairs: Pairing, wanted: list[tuple[int, Recipe]], qtbot: QtBot
):
    with qtbot.assertNotEmitted(pairs.paired):
        pairs.begin(1, FOUR_SEGMENTS, THREE_SEGMENTS)
    assert wanted == [(1, FOUR_SEGMENTS)]
    with qtbot.waitSignal(pairs.paired) as paired:
        pairs.add_run(2)  # as if it were the wanted one
    assert [view.run.id for view in paired.args] == [2, 1]


def test_that_large_runs_are_read_while_the_window_goes_on(
    pairs: Pairing, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(pairing, "AT_ONCE_ROWS", 0)
    heard: list[object] = []
    pairs.paired.connect(lambda *views: heard.extend(views))
    pairs.begin(1, TWO_SEGMENTS, THREE_SEGMENTS)
    assert heard == []
    qtbot.waitUntil(lambda: len(heard) == 2)


def test_that_a_run_that_nobody_waits_for_changes_nothing(pairs: Pairing, qtbot: QtBot):
    with qtbot.assertNotEmitted(pairs.paired, wait=50):
        pairs.add_run(1)
        pairs.begin(1, FOUR_SEGMENTS, THREE_SEGMENTS)
        pairs.forget()
        pairs.add_run(2)


def test_that_a_run_that_is_gone_is_wanted_anew(pairs: Pairing, two_runs: Library, qtbot: QtBot):
    pairs.begin(1, FOUR_SEGMENTS, THREE_SEGMENTS)
    assert pairs.is_busy
    two_runs.delete_run(1)
    with qtbot.assertNotEmitted(pairs.paired), qtbot.waitSignal(pairs.run_wanted):
        pairs.add_run(2)


def test_that_a_run_deleted_while_it_is_read_is_not_shown(
    pairs: Pairing, two_runs: Library, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(pairing, "AT_ONCE_ROWS", 0)
    pairs.begin(1, TWO_SEGMENTS, THREE_SEGMENTS)
    with qtbot.assertNotEmitted(pairs.paired, wait=200):
        two_runs.delete_run(2)
    assert not pairs.is_busy
