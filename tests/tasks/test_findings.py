"""What the tasks after a run promise: parts saved one by one, nothing done twice, methods compared."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from segdesk.choices import column_uses
from segdesk.errors import InputError, StoreError
from segdesk.model.events import Found, Progress, Stage
from segdesk.model.findings import Contender, Finding
from segdesk.model.methods import METHODS
from segdesk.model.recipe import Encoding, Method, Recipe
from segdesk.paths import resource
from segdesk.store import catalogue, findings
from segdesk.store.db import opened
from segdesk.tasks import compare as comparing
from segdesk.tasks import findings as judging
from segdesk.tasks.compare import compare
from segdesk.tasks.findings import how_many, judge_run
from segdesk.tasks.import_file import import_file
from segdesk.tasks.segment import segment
from tests.tasks.reporting import quiet

SAMPLE = resource("samples", "supermarket_customers.csv")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """Give a database with the sample and a run of it, and the run's number."""
    database = tmp_path_factory.mktemp("sample") / "db.sqlite"
    dataset_id = import_file(quiet, database=database, source=SAMPLE)
    return database, segment(quiet, database=database, dataset_id=dataset_id, recipe=recipe(database))


def recipe(database: Path) -> Recipe:
    with opened(database, "read") as connection:
        summaries = catalogue.columns(connection, 1)
    return Recipe(column_uses(summaries, None, Encoding.BALANCED), segments=4)


@pytest.fixture
def judged(made: tuple[Path, int]) -> tuple[Path, int, list[object]]:
    database, run_id = made
    heard: list[object] = []
    assert judge_run(heard.append, database=database, run_id=run_id, segments=4) == run_id
    return database, run_id, heard


def test_that_a_run_is_judged_part_by_part_and_only_once(judged: tuple[Path, int, list[object]]) -> None:
    database, run_id, heard = judged
    with opened(database, "read") as connection:
        choice = findings.choice(connection, run_id)
        verdict = findings.verdict(connection, run_id)
        reliability = findings.reliability(connection, run_id, 4)
        rows = catalogue.dataset(connection, 1).rows
    assert choice is not None
    assert verdict is not None
    assert reliability is not None
    assert (reliability.segments, reliability.rows, reliability.repeats) == (4, rows, 100)
    assert len(reliability.certainty) == rows
    shares = [event.share for event in heard if isinstance(event, Progress)]
    assert shares == sorted(shares)
    assert 0 <= shares[0] <= shares[-1] <= 1
    again: list[object] = []
    judge_run(again.append, database=database, run_id=run_id, segments=4)
    assert not any(isinstance(event, Found) for event in again)


def test_that_another_cut_needs_only_its_own_repeats(judged: tuple[Path, int, list[object]]) -> None:
    database, run_id, _ = judged
    heard: list[object] = []
    judge_run(heard.append, database=database, run_id=run_id, segments=3)
    assert [event.value for event in heard if isinstance(event, Found)] == [Finding.RELIABILITY]
    with opened(database, "read") as connection:
        assert findings.reliability(connection, run_id, 3) is not None
        assert findings.reliability(connection, run_id, 4) is not None


def test_that_each_part_is_saved_before_it_is_told(tmp_path: Path, made: tuple[Path, int]) -> None:
    database = tmp_path / "db.sqlite"
    dataset_id = import_file(quiet, database=database, source=SAMPLE)
    run_id = segment(quiet, database=database, dataset_id=dataset_id, recipe=recipe(database))
    told: list[Finding] = []

    def look(event: object) -> None:
        if not isinstance(event, Found):
            return
        assert isinstance(event.value, Finding)
        told.append(event.value)
        with opened(database, "read") as connection:
            parts = (
                findings.choice(connection, run_id),
                findings.verdict(connection, run_id),
                findings.reliability(connection, run_id, 4),
            )
        order = [Finding.CHOICE, Finding.VERDICT, Finding.RELIABILITY]
        known = [finding for finding, part in zip(order, parts, strict=True) if part is not None]
        assert known == order[: len(known)]
        assert known[-1] is event.value

    judge_run(look, database=database, run_id=run_id, segments=4)
    assert told[-2:] == [Finding.VERDICT, Finding.RELIABILITY]


def test_that_who_cancels_keeps_what_was_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cancelled(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    database = tmp_path / "db.sqlite"
    dataset_id = import_file(quiet, database=database, source=SAMPLE)
    run_id = segment(quiet, database=database, dataset_id=dataset_id, recipe=recipe(database))
    monkeypatch.setattr(judging, "reliability", cancelled)
    with pytest.raises(KeyboardInterrupt):
        judge_run(quiet, database=database, run_id=run_id, segments=4)
    with opened(database, "read") as connection:
        assert findings.verdict(connection, run_id) is not None
        assert findings.reliability(connection, run_id, 4) is None


def test_that_a_run_that_is_gone_is_told(made: tuple[Path, int]) -> None:
    with pytest.raises(StoreError) as refusal:
        judge_run(quiet, database=made[0], run_id=99, segments=4)
    assert refusal.value.code == "database.no_run"


def test_that_how_many_saves_nothing(made: tuple[Path, int]) -> None:
    database, _ = made
    found = how_many(quiet, database=database, dataset_id=1, recipe=recipe(database))
    assert 1 <= found.segments <= found.most
    with opened(database, "read") as connection:
        assert len(catalogue.runs(connection)) == 1


def test_that_all_methods_are_compared_one_by_one(made: tuple[Path, int]) -> None:
    database, _ = made
    heard: list[object] = []
    saved = compare(heard.append, database=database, dataset_id=1, recipe=recipe(database))
    contenders = [event.value for event in heard if isinstance(event, Found)]
    assert all(isinstance(each, Contender) for each in contenders)
    assert saved > 0
    with opened(database, "read") as connection:
        found = findings.comparison(connection, 1)
        rows = catalogue.dataset(connection, 1).rows
    assert found is not None
    assert [each.method for each in found.contenders] == [info.method for info in METHODS]
    assert {each.method for each in contenders if isinstance(each, Contender)} == set(Method)
    assert found.rows == rows
    assert found.recommended is not None
    asked = [each for each in found.contenders if each.recipe.segments is not None and not each.failure]
    assert {each.segments for each in asked} == {4}
    for i, each in enumerate(found.contenders):
        assert each.failure is not None or found.agreement[i][i] == 1
        assert each.failure is not None or each.seconds > 0
    shares = [event.share for event in heard if isinstance(event, Progress)]
    assert shares == sorted(shares)
    assert Progress(Stage.SAVING, 1.0) in heard


def test_that_many_customers_are_sampled_and_the_number_is_told(
    made: tuple[Path, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    database, _ = made
    monkeypatch.setattr(comparing, "COMPARED_ROWS", 200)
    monkeypatch.setattr(comparing, "CHEAPEST_FIRST", (Method.KMEANS, Method.WARD))
    figures = []
    for _ in range(2):
        compare(quiet, database=database, dataset_id=1, recipe=recipe(database))
        with opened(database, "read") as connection:
            found = findings.comparison(connection, 1)
        assert found is not None
        assert found.rows == 200
        assert sum(found.contenders[0].sizes) == 200
        figures.append([(each.silhouette, each.stability, each.sizes) for each in found.contenders])
    assert figures[0] == figures[1]


def test_that_without_a_number_of_segments_the_data_suggest_one(
    made: tuple[Path, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    database, _ = made
    auto = Recipe(recipe(database).columns)
    monkeypatch.setattr(comparing, "CHEAPEST_FIRST", (Method.KMEANS,))
    compare(quiet, database=database, dataset_id=1, recipe=auto)
    with opened(database, "read") as connection:
        found = findings.comparison(connection, 1)
    assert found is not None
    suggested = how_many(quiet, database=database, dataset_id=1, recipe=auto).segments
    assert found.contenders[0].segments == suggested
    assert found.contenders[0].recipe.segments == suggested


def test_that_columns_that_are_not_there_cannot_be_compared(made: tuple[Path, int]) -> None:
    with pytest.raises(InputError) as refusal:
        compare(quiet, database=made[0], dataset_id=1, recipe=Recipe(()))
    assert refusal.value.code == "recipe.no_columns"


def test_that_certainty_is_known_for_every_customer(judged: tuple[Path, int, list[object]]) -> None:
    database, run_id, _ = judged
    with opened(database, "read") as connection:
        found = findings.reliability(connection, run_id, 4)
    assert found is not None
    assert not np.isnan(found.certainty).any()
    assert found.borderline == (found.certainty < 0.75).sum()


def test_that_the_distance_that_dbscan_went_by_is_found_with_its_curve(tmp_path: Path) -> None:
    rng = np.random.default_rng(2)
    values = np.repeat([[0.0, 0.0], [40.0, 40.0]], 60, axis=0) + rng.normal(0, 1, (120, 2))
    source = tmp_path / "customers.csv"
    source.write_text("spend,visits\n" + "\n".join(f"{a:.3f},{b:.3f}" for a, b in values) + "\n")
    database = tmp_path / "db.sqlite"
    dataset_id = import_file(quiet, database=database, source=source)
    wanted = replace(recipe(database), method=Method.DBSCAN, segments=None)
    run_id = segment(quiet, database=database, dataset_id=dataset_id, recipe=wanted)
    with opened(database, "read") as connection:
        run = catalogue.run(connection, run_id)
    judge_run(quiet, database=database, run_id=run_id, segments=run.segments)
    used = run.parameters
    with opened(database, "read") as connection:
        found = findings.nearness(connection, run_id)
    assert found is not None
    assert (found.eps, found.neighbours) == (used["eps"], used["min_samples"])
    assert found.shares[-1] == 1.0
    assert list(found.distances) == sorted(found.distances)
    assert found.distances[0] < found.eps <= found.distances[-1]
