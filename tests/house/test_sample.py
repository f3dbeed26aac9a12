"""The bundled samples are what their generator makes; personas and planted moves can be found again."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from sklearn.metrics import adjusted_rand_score

from segdesk.engine.carry import Seen, carry_names
from segdesk.engine.encode import encode
from segdesk.engine.methods.hierarchical import cut, linkage
from segdesk.engine.reading import read_table
from segdesk.engine.roles import summarise_columns
from segdesk.model.recipe import ColumnUse, Method, Recipe
from tests.house.source import ROOT
from tests.tasks.months import sample_maker

SAMPLE = ROOT / "resources" / "samples" / "supermarket_customers.csv"
NEXT_SAMPLE = ROOT / "resources" / "samples" / "supermarket_customers_next_quarter.csv"
PERSONAS = 4
# An adjusted Rand index of 1 is the same partition, 0 what chance gives.
RECOVERED = 0.8
MEMORY = 2**33
SEEN = 0.95


@pytest.fixture(scope="module")
def make_sample() -> ModuleType:
    return sample_maker()


def test_that_the_generator_gives_the_bundled_bytes(make_sample: ModuleType):
    assert make_sample.csv_text().encode() == SAMPLE.read_bytes()


def test_that_the_sample_has_blanks_and_impossible_ages(make_sample: ModuleType):
    rows = [row for _, row in make_sample.customers()]
    assert any(value == "" for row in rows for value in row.values())
    assert any(row["age"] and int(row["age"]) > 110 for row in rows)


def found(file: Path) -> dict[str, int]:
    """Give each customer's segment by their number."""
    table = read_table(file)
    columns = tuple(ColumnUse(summary.name, summary.role) for summary in summarise_columns(table))
    features = encode(table, Recipe(columns=columns))
    labels = cut(linkage(features, Method.WARD, memory=MEMORY), [PERSONAS])[0]
    numbers = table.column("customer_id")
    who = [numbers.levels[code] for code in numbers.values.tolist()]
    return dict(zip(who, labels.tolist(), strict=True))


def test_that_ward_finds_the_personas(make_sample: ModuleType):
    personas = [persona for persona, _ in make_sample.customers()]
    assert len(set(personas)) == PERSONAS
    assert adjusted_rand_score(personas, list(found(SAMPLE).values())) >= RECOVERED


def test_that_the_generator_gives_the_next_quarters_bytes(make_sample: ModuleType):
    assert make_sample.csv_text(make_sample.next_quarter().rows).encode() == NEXT_SAMPLE.read_bytes()


def test_that_a_tenth_moves_and_some_leave_and_join(make_sample: ModuleType):
    quarter = make_sample.next_quarter()
    before = {row["customer_id"]: persona for persona, row in make_sample.customers()}
    after = [row["customer_id"] for row in quarter.rows]
    assert len(after) == len(set(after))
    assert set(after) == (set(before) - set(quarter.left)) | set(quarter.joined)
    assert 0.08 <= len(quarter.moved) / len(before) <= 0.12
    assert all(
        before[who] == old != new == quarter.personas[who] for who, (old, new) in quarter.moved.items()
    )
    stayed = set(after) - set(quarter.moved) - set(quarter.joined)
    assert all(before[who] == quarter.personas[who] for who in stayed)
    assert quarter.left
    assert quarter.joined


def test_that_names_are_carried_and_the_planted_moves_are_seen(make_sample: ModuleType):
    quarter = make_sample.next_quarter()
    before, after = found(SAMPLE), found(NEXT_SAMPLE)
    seen = [
        Seen(np.array(list(labels.values()), np.int8), PERSONAS, tuple(labels)) for labels in (before, after)
    ]
    carried = carry_names(old=seen[0], new=seen[1])
    assert len(carried) == PERSONAS
    moved = {who for who in before if who in after and carried[before[who]] != after[who]}
    planted = set(quarter.moved)
    assert len(moved & planted) >= SEEN * len(planted)
    assert len(moved - planted) <= (1 - SEEN) * len(before)
