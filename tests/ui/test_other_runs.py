"""Which runs are offered to compare with: made alike first, others that share columns after them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from segdesk.model.recipe import ColumnUse
from segdesk.model.roles import ColumnRole
from segdesk.model.saved import RunInfo
from segdesk.ui.other_runs import comparable
from tests.ui.sample_newcomers import RUN


def run(number: int, dataset: int, day: int, **recipe: object) -> RunInfo:
    made = replace(RUN.recipe, **recipe)  # type: ignore[arg-type]
    when = datetime(2026, 11, day, tzinfo=UTC)
    return replace(RUN, id=number, dataset_id=dataset, created_at=when, recipe=made)


OTHER_COLUMNS = (ColumnUse("annual_income", ColumnRole.MEASURE), ColumnUse("shoes", ColumnRole.CATEGORY))
STRANGE = (ColumnUse("crop", ColumnRole.CATEGORY),)


def ids(runs: tuple[RunInfo, ...]) -> list[int]:
    return [each.id for each in runs]


def test_that_runs_of_the_same_columns_come_newest_first():
    runs = [run(8, 4, 5), run(9, 5, 9), run(10, 6, 7)]
    alike, doubtful = comparable(RUN, runs, {})
    assert ids(alike) == [9, 10, 8]
    assert doubtful == ()


def test_that_runs_on_the_same_file_are_no_months():
    assert comparable(RUN, [RUN, run(8, RUN.dataset_id, 5)], {}) == ((), ())


def test_that_a_repeat_is_alike_though_its_file_lacked_columns():
    runs = [run(8, 4, 5, columns=OTHER_COLUMNS), run(9, 5, 6, columns=OTHER_COLUMNS)]
    # 9 repeats 8, which repeats the run itself.
    assert ids(comparable(RUN, runs, {8: RUN.id, 9: 8})[0]) == [9, 8]
    # And the other way round, from a repeat to its sister.
    assert ids(comparable(runs[0], [RUN, runs[1]], {8: RUN.id, 9: RUN.id})[0]) == [9, RUN.id]


def test_that_runs_with_some_of_the_columns_are_doubtful_and_others_are_not_offered():
    runs = [run(8, 4, 5, columns=OTHER_COLUMNS), run(9, 5, 6, columns=STRANGE)]
    assert [ids(each) for each in comparable(RUN, runs, {})] == [[], [8]]


def test_that_tampered_repeats_end():
    assert comparable(RUN, [run(8, 4, 5)], {RUN.id: 8, 8: RUN.id})[1] == ()
