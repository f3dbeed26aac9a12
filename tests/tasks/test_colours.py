"""A segment keeps its colour, and its name, when the recipe runs again on new data."""

from __future__ import annotations

from pathlib import Path

from segdesk.charts.palette import segment_role
from segdesk.model.recipe import ColumnUse, Method, Recipe
from segdesk.store import catalogue
from segdesk.store.db import opened
from segdesk.store.names import names
from segdesk.store.runs import segmentation
from segdesk.tasks.import_file import import_file
from segdesk.tasks.rerun import rerun
from segdesk.tasks.segment import segment
from segdesk.words import captions
from tests.tasks.reporting import quiet

AGES = {"young": 20, "middle": 50, "old": 80}
NAMES = ("Young", "Middle", "Old")


def customers(path: Path, **sizes: int) -> Path:
    """Write so many customers of each age; they spend ten times their age, and keep their numbers."""
    lines = ["customer_id,age,spend"]
    for kind, size in sizes.items():
        for i in range(size):
            age = AGES[kind] + i * 7 % 5
            lines.append(f"{kind}{i},{age},{age * 10 + i * 11 % 7}")
    path.write_text("\n".join(lines) + "\n")
    return path


def run_of(database: Path, source: Path, **choices: object) -> int:
    dataset_id = import_file(quiet, database=database, source=source)
    with opened(database, "read") as connection:
        uses = tuple(ColumnUse(c.name, c.role) for c in catalogue.columns(connection, dataset_id))
    return segment(quiet, database=database, dataset_id=dataset_id, recipe=Recipe(uses, **choices))  # type: ignore[arg-type]


def shown(database: Path, run_id: int) -> dict[str, str]:
    """Give the colour in which each named segment is drawn in the charts."""
    with opened(database, "read") as connection:
        found = segmentation(connection, run_id)
        given = names(connection, run_id, found.segments)
    cut = found.named(found.segments, given).cut(found.segments)
    return {part.label: part.role for part in captions.segment_parts(cut)}


def test_that_names_and_colours_stay_though_sizes_swap(database: Path, tmp_path: Path):
    before = run_of(
        database,
        customers(tmp_path / "may.csv", young=90, middle=70, old=50),
        method=Method.KMEANS,
        segments=3,
    )
    later = customers(tmp_path / "june.csv", young=50, middle=70, old=90)
    after = rerun(quiet, database=database, source=later, run_id=before, names=NAMES).run_id
    # Largest first in May: young, middle, old. In June the old are most, and still the third.
    assert shown(database, after) == {"Young": "segment_0", "Middle": "segment_1", "Old": "segment_2"}
    with opened(database, "read") as connection:
        assert catalogue.cut(connection, after).sizes == (50, 70, 90)


def test_that_colours_stay_though_fewer_segments_are_left_and_for_good(database: Path, tmp_path: Path):
    before = run_of(
        database,
        customers(tmp_path / "may.csv", young=90, middle=70, old=50),
        method=Method.DBSCAN,
        segments=None,
        parameters={"eps": 0.4},
    )
    later = customers(tmp_path / "june.csv", middle=70, old=50)
    after = rerun(quiet, database=database, source=later, run_id=before, names=NAMES).run_id
    assert shown(database, after) == {"Middle": segment_role(1), "Old": segment_role(2)}
    # And once more, from the repeat: July has nobody new, so both are who they were.
    with opened(database, "read") as connection:
        called = tuple(names(connection, after, 2)[segment] for segment in range(2))
    july = customers(tmp_path / "july.csv", middle=50, old=70)
    again = rerun(quiet, database=database, source=july, run_id=after, names=called).run_id
    assert shown(database, again) == {"Middle": segment_role(1), "Old": segment_role(2)}
