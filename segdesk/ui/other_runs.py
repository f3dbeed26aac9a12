"""Which saved runs a run can be compared with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from segdesk.model.saved import RunInfo


def comparable(
    run: RunInfo, runs: Iterable[RunInfo], repeated: Mapping[int, int]
) -> tuple[tuple[RunInfo, ...], tuple[RunInfo, ...]]:
    """Give the runs on other files than a run's, newest first: made alike, and such as share some columns.

    Made alike are runs of the same columns, and such as repeat the same run, whatever their file lacked.
    """
    used, known = {use.name for use in run.recipe.used}, {use.name for use in run.recipe.columns}
    others = sorted(
        (other for other in runs if other.dataset_id != run.dataset_id),
        key=lambda other: other.created_at,
        reverse=True,
    )
    alike, doubtful = [], []
    for other in others:
        is_kin = _first(other.id, repeated) == _first(run.id, repeated)
        if is_kin or {use.name for use in other.recipe.used} == used:
            alike.append(other)
        elif known & {use.name for use in other.recipe.columns}:
            doubtful.append(other)
    return tuple(alike), tuple(doubtful)


def _first(run_id: int, repeated: Mapping[int, int]) -> int:
    """Give the run that a row of repeats began with; a run repeats only such as were there before it."""
    while run_id in repeated and repeated[run_id] < run_id:
        run_id = repeated[run_id]
    return run_id
