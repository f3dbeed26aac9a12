"""Files of customers for the tests of lists, campaigns and reports: English, Amharic, and traps."""

from __future__ import annotations

import csv
from pathlib import Path

from segdesk.model.recipe import ColumnUse, Recipe
from segdesk.store import catalogue
from segdesk.store.db import opened
from segdesk.tasks.import_file import import_file
from segdesk.tasks.segment import segment
from tests.tasks.reporting import quiet

HEADER = [
    "የደንበኛ መለያ",
    "ሙሉ ስም",
    "phone_note",
    "joined",
    "card_number",
    "age",
    "tier",
    "total_spend",
    "opt_out",
]
TRAPS = ["=SUM(A1)", "+251 911", "-x", "@home", "ሰላም ተስፋዬ", "<b>bold & co</b>", "plain"]
TIERS = ["ወርቅ", "ብር", "ነሐስ"]
ROWS = 240
SMALL = 3
"""Customers of the last, small segment where it is asked for."""


def write_customers(path: Path, *, has_small: bool = False) -> Path:
    """Write three kinds of eighty customers, and three rich old ones where asked for."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for i in range(ROWS):
            writer.writerow(_customer(i, i % 3))
        for i in range(ROWS, ROWS + SMALL if has_small else ROWS):
            writer.writerow(
                [f"K{i:04d}", f"ድብቅ {i}", "plain", "2020-01-01", 4 * 10**15 + i, 95, "ወርቅ", 900000 + i, "no"]
            )
    return path


def _customer(i: int, kind: int) -> list[object]:
    spend = (1200, 5200, 14800)[kind] + i * 37 % 400 + 0.5
    age = (24, 38, 55)[kind] + i % 5
    day = f"20{18 + i % 6}-0{1 + i % 9}-1{i % 10}"
    tier = TIERS[kind] if i % 7 else TIERS[(kind + 1) % 3]
    return [
        f"K{i:04d}",
        f"አበበ {i}",
        TRAPS[i % 7],
        day,
        4 * 10**15 + i * 7919,
        age,
        tier,
        spend,
        "yes" if i % 24 == 0 else "no",
    ]


def run_of(database: Path, source: Path, segments: int) -> int:
    """Import a file and find its segments by age, tier and spending."""
    dataset_id = import_file(quiet, database=database, source=source)
    with opened(database, "read") as connection:
        summaries = catalogue.columns(connection, dataset_id)
    used = ("age", "tier", "total_spend")
    uses = tuple(ColumnUse(s.name, s.role, influence=float(s.name in used)) for s in summaries)
    return segment(quiet, database=database, dataset_id=dataset_id, recipe=Recipe(uses, segments=segments))
