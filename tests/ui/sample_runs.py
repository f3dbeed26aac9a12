"""Two runs of one dataset, made as a user makes them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from segdesk.model.recipe import ColumnUse, Recipe
from segdesk.model.roles import ColumnRole
from segdesk.tasks.import_file import import_file
from segdesk.tasks.segment import segment
from tests.tasks.reporting import quiet

ROWS = "age,town\n" + "".join(
    f"{20 + i % 3 * 20 + i % 2},{'Adama' if i % 3 else 'Jimma'}\n" for i in range(30)
)
THREE_SEGMENTS = Recipe(
    (ColumnUse("age", ColumnRole.MEASURE), ColumnUse("town", ColumnRole.CATEGORY)), segments=3
)
TWO_SEGMENTS = replace(THREE_SEGMENTS, segments=2)


def save_two_runs(folder: Path) -> Path:
    """Save a run of three segments and then one of two, and give the database."""
    source, database = folder / "branch.csv", folder / "data.sqlite"
    source.write_text(ROWS)
    dataset_id = import_file(quiet, database=database, source=source)
    for recipe in (THREE_SEGMENTS, TWO_SEGMENTS):
        segment(quiet, database=database, dataset_id=dataset_id, recipe=recipe)
    return database
