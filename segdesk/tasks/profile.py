"""What every segment of a cut is like in every column."""

from __future__ import annotations

from pathlib import Path

from segdesk.engine.profile_table import profile_table
from segdesk.model.events import Progress, Report, Stage
from segdesk.model.profile import ProfileTable
from segdesk.model.roles import ColumnRole
from segdesk.store.catalogue import run
from segdesk.store.datasets import read_table
from segdesk.store.db import opened
from segdesk.store.runs import labels


def profile(report: Report, *, database: Path, run_id: int, segments: int) -> ProfileTable:
    """Describe the columns used and described of a run cut into ``segments``; nothing is saved.

    Raises
    ------
    StoreError
        ``database.*``
    """
    report(Progress(Stage.DESCRIBING, 0.1))
    with opened(database, "read") as connection:
        info = run(connection, run_id)
        uses = info.recipe.columns
        names = [use.name for use in uses if use.is_used or use.role is ColumnRole.DESCRIBE]
        table = read_table(connection, info.dataset_id, names)
        lines = labels(connection, run_id, segments)
    report(Progress(Stage.DESCRIBING, 0.6))
    return profile_table(table, info.recipe, lines, segments, run_id=run_id)
