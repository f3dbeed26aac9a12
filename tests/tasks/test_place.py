"""Placing files and single customers: the list, what is kept, and what is refused."""

from __future__ import annotations

import csv
import json
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from segdesk.errors import InputError, RunError, StoreError
from segdesk.model.placement import Consent, PlaceRequest
from segdesk.model.recipe import Method
from segdesk.store.db import opened
from segdesk.store.placements import placement, placements
from segdesk.store.runs import labels
from segdesk.tasks.place import examine_file, place_file, place_one
from tests.tasks.months import NEXT, SAMPLE, rewritten, run_of
from tests.tasks.reporting import quiet

NAMES = ("A", "B", "=C", "D")
REQUEST = PlaceRequest(NAMES, "none of them")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    database = tmp_path_factory.mktemp("placing") / "db.sqlite"
    return database, run_of(database, SAMPLE)


def test_that_a_file_is_placed_and_listed(made: tuple[Path, int], tmp_path: Path) -> None:
    database, run_id = made
    out = tmp_path / "list.csv"
    request = PlaceRequest(NAMES, "none of them", out, saves=True)
    found = place_file(quiet, database=database, run_id=run_id, source=SAMPLE, request=request)
    assert found.rows == 612
    assert sum(found.sizes) + found.unlike == 612
    assert found.unlike / 612 <= 0.10
    assert found.trust is not None
    assert found.trust.nested.adjusted_rand > 0.9  # the sample's personas are plain
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    with opened(database, "read") as connection:
        own = labels(connection, run_id)
        told = placement(connection, found.placement)
        assert placements(connection, run_id) == (found.placement,)
    assert told[:2] == (run_id, 4)
    # The run's own customers go back to their segments.
    assert (told[3].nearest == own).mean() > 0.97
    assert [int(row["segment"]) for row in rows] == told[3].segment.tolist()
    assert {row["segment_name"] for row in rows} == {"A", "B", "'=C", "D", "none of them"}
    assert [row["customer_id"] for row in rows][:2] == [
        line.split(",")[0] for line in SAMPLE.read_text("utf-8").splitlines()[1:3]
    ]


def test_that_what_places_is_kept_and_gives_the_same_again(made: tuple[Path, int]) -> None:
    database, run_id = made
    first = place_file(quiet, database=database, run_id=run_id, source=NEXT, request=REQUEST)
    again = place_file(quiet, database=database, run_id=run_id, source=NEXT, request=REQUEST)
    anew = PlaceRequest(NAMES, "", renews=True)
    assert first == again == place_file(quiet, database=database, run_id=run_id, source=NEXT, request=anew)


@pytest.mark.parametrize("method", [Method.KMEANS, Method.GMM])
def test_that_methods_with_a_rule_of_their_own_use_it(tmp_path: Path, method: Method) -> None:
    database = tmp_path / "db.sqlite"
    run_id = run_of(database, SAMPLE, method=method)
    first = place_file(quiet, database=database, run_id=run_id, source=SAMPLE, request=REQUEST)
    assert first.kind == {Method.KMEANS: "centres", Method.GMM: "clouds"}[method]
    # From what was kept, in bytes: the same.
    assert first == place_file(quiet, database=database, run_id=run_id, source=SAMPLE, request=REQUEST)


def test_that_a_renamed_column_is_proposed_and_then_used(made: tuple[Path, int], tmp_path: Path) -> None:
    database, run_id = made
    source = rewritten(NEXT, tmp_path / "renamed.csv", "annual_income,", "income_etb,")
    match = examine_file(quiet, database=database, run_id=run_id, source=source)
    assert [(each.old, each.new) for each in match.renamed] == [("annual_income", "income_etb")]
    with pytest.raises(InputError, match=r"schema\.consent"):
        place_file(quiet, database=database, run_id=run_id, source=source, request=REQUEST)
    plain = place_file(quiet, database=database, run_id=run_id, source=NEXT, request=REQUEST)
    for consent in (Consent(accepts=True), Consent(names={"income_etb": "annual_income"})):
        found = place_file(
            quiet, database=database, run_id=run_id, source=source, request=REQUEST, consent=consent
        )
        assert found.sizes == plain.sizes


def test_that_missing_columns_and_new_values_are_told(made: tuple[Path, int], tmp_path: Path) -> None:
    database, run_id = made
    with NEXT.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    source = tmp_path / "less.csv"
    names = [name for name in rows[0] if name != "avg_basket_size"]
    with source.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, extrasaction="ignore")
        writer.writeheader()
        for row in rows[:9]:
            row["membership_tier"] = "Diamond"
        writer.writerows(rows)
    found = place_file(quiet, database=database, run_id=run_id, source=source, request=REQUEST)
    told = {(note.code, note.facts["column"]) for note in found.gaps}
    assert ("place.absent", "avg_basket_size") in told
    assert ("place.unknown", "membership_tier") in told
    assert found.match.missing == ("avg_basket_size",)


def test_that_a_file_of_something_else_is_refused(made: tuple[Path, int], tmp_path: Path) -> None:
    database, run_id = made
    source = tmp_path / "weather.csv"
    source.write_text("day,rain\n" + "\n".join(f"2026-01-{i:02},{i}" for i in range(1, 29)), "utf-8")
    with pytest.raises(InputError, match=r"schema\.(no_columns|consent)"):
        place_file(quiet, database=database, run_id=run_id, source=source, request=REQUEST)


def test_that_one_customer_is_placed_as_in_a_file(made: tuple[Path, int]) -> None:
    database, run_id = made
    with SAMPLE.open(encoding="utf-8", newline="") as file:
        row = next(each for each in csv.DictReader(file) if all(each.values()))
        number = int(row["customer_id"].removeprefix("ET"))
    found = place_one(quiet, database=database, run_id=run_id, values=dict(row))
    lines = SAMPLE.read_text("utf-8").splitlines()[1:]
    position = next(i for i, line in enumerate(lines) if line.startswith(f"ET{number:05}"))
    with opened(database, "read") as connection:
        assert found.nearest == labels(connection, run_id)[position]
    assert found.gaps == ()
    little = place_one(quiet, database=database, run_id=run_id, values={"age": 33.0, "annual_income": None})
    assert {note.code for note in little.gaps} == {"place.absent"}
    with pytest.raises(InputError, match=r"place\.not_a_number"):
        place_one(quiet, database=database, run_id=run_id, values={"age": "old"})
    with pytest.raises(InputError, match=r"schema\.no_columns"):
        place_one(quiet, database=database, run_id=run_id, values={"shoe": "brown", "age": " "})


ALTERATIONS = (
    "UPDATE placer_arrays SET dtype = '|O' WHERE name = 'model.left'",
    "UPDATE placer_arrays SET shape = '[4]' WHERE name = 'model.left'",
    "UPDATE placer_arrays SET shape = '[-1]' WHERE name = 'model.left'",
    "UPDATE placer_arrays SET shape = '[99999999999]' WHERE name = 'model.left'",
    "UPDATE placer_arrays SET shape = 'os.system' WHERE name = 'model.left'",
    "UPDATE placer_arrays SET data = x'00' WHERE name = 'model.votes'",
    "UPDATE placer_arrays SET data = (SELECT data FROM placer_arrays WHERE name = 'model.feature') "
    "WHERE name = 'model.left'",
    "UPDATE placer_arrays SET name = 'model.__class__' WHERE name = 'model.left'",
    "UPDATE placer_arrays SET name = 'other' WHERE name = 'model.left'",
    "DELETE FROM placer_arrays WHERE name = 'familiar.points'",
    "UPDATE placers SET document = '{}'",
    "UPDATE placers SET document = 'import os'",
    "UPDATE placers SET document = replace(document, 'forest', 'pickle')",
    "UPDATE placers SET document = replace(document, 'measures', 'measure')",
)


@pytest.mark.parametrize("alteration", ALTERATIONS)
def test_that_an_altered_placer_is_refused_and_can_be_made_anew(
    made: tuple[Path, int], tmp_path: Path, alteration: str
) -> None:
    database = tmp_path / "copy.sqlite"
    values = {"age": 33.0}
    place_one(quiet, database=made[0], run_id=made[1], values=values)
    with sqlite3.connect(made[0]) as source, sqlite3.connect(database) as copy:
        source.backup(copy)
        assert copy.execute(alteration).rowcount
    source.close()
    copy.close()
    with pytest.raises(RunError, match=r"place\.damaged"):
        place_one(quiet, database=database, run_id=made[1], values=values)


def test_that_arrays_are_plain_numbers(made: tuple[Path, int]) -> None:
    place_one(quiet, database=made[0], run_id=made[1], values={"age": 33.0})
    with opened(made[0], "read") as connection:
        found = connection.execute("SELECT DISTINCT dtype FROM placer_arrays").fetchall()
        (document,) = connection.execute("SELECT document FROM placers").fetchone()
    assert {np.dtype(kind).kind for (kind,) in found} <= {"f", "i"}
    assert json.loads(document)["kind"] == "forest"


def test_that_a_placement_that_isnt_there_is_said(made: tuple[Path, int]) -> None:
    with opened(made[0], "read") as connection, pytest.raises(StoreError, match=r"database\.no_placement"):
        placement(connection, 999)
