"""The bundled sample is what its generator makes, and its four personas can be found again."""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType

import pytest
from sklearn.metrics import adjusted_rand_score

from segdesk.engine.encode import encode
from segdesk.engine.methods.hierarchical import cut, linkage
from segdesk.engine.reading import read_table
from segdesk.engine.roles import summarise_columns
from segdesk.model.recipe import ColumnUse, Method, Recipe
from tests.house.source import ROOT

SAMPLE = ROOT / "resources" / "samples" / "supermarket_customers.csv"
PERSONAS = 4
# An adjusted Rand index of 1 is the same partition, 0 what chance gives.
RECOVERED = 0.8
MEMORY = 2**33


@pytest.fixture(scope="module")
def make_sample() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_sample", ROOT / "packaging" / "make_sample.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def test_that_the_generator_gives_the_bundled_bytes(make_sample: ModuleType):
    assert make_sample.csv_text().encode() == SAMPLE.read_bytes()


def test_that_the_sample_has_blanks_and_impossible_ages(make_sample: ModuleType):
    rows = [row for _, row in make_sample.customers()]
    assert any(value == "" for row in rows for value in row.values())
    assert any(row["age"] and int(row["age"]) > 110 for row in rows)


def test_that_ward_finds_the_personas(make_sample: ModuleType):
    table = read_table(SAMPLE)
    columns = tuple(ColumnUse(summary.name, summary.role) for summary in summarise_columns(table))
    features = encode(table, Recipe(columns=columns))
    labels = cut(linkage(features, Method.WARD, memory=MEMORY), [PERSONAS])[0]
    personas = [persona for persona, _ in make_sample.customers()]
    assert len(set(personas)) == PERSONAS
    assert adjusted_rand_score(personas, labels) >= RECOVERED
