"""Small tables and runs for the store's tests, and the sentence of a refusal."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import numpy as np

from segdesk.errors import StoreError
from segdesk.model.notes import Note
from segdesk.model.recipe import ColumnUse, Encoding, Method, Recipe
from segdesk.model.result import Band, Cut, Excluded, FeatureConfig, Quality, Segmentation, Trait
from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from segdesk.model.table import Column, Table
from segdesk.store import datasets, runs
from segdesk.text import t

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)

RECIPE = Recipe(
    columns=(ColumnUse("age", ColumnRole.MEASURE, 2.0), ColumnUse("city", ColumnRole.CATEGORY)),
    method=Method.AVERAGE,
    segments=None,
    encoding=Encoding.CLASSIC,
    pca=0.9,
    seed=7,
)


def number(name: str, values: Sequence[float | None]) -> Column:
    return Column(name, Kind.NUMBER, np.array(values, np.float64))


def date(name: str, values: Sequence[str | None]) -> Column:
    return Column(name, Kind.DATE, np.array([value or "NaT" for value in values], "datetime64[s]"))


def text(name: str, values: Sequence[str | None]) -> Column:
    levels = tuple(dict.fromkeys(value for value in values if value is not None))
    codes = [-1 if value is None else levels.index(value) for value in values]
    return Column(name, Kind.TEXT, np.array(codes, np.int32), levels)


def customers() -> Table:
    return Table(
        (
            number("age", [34, None, 27, 34]),
            number("spend", [10.5, 0.1, None, 1e6]),
            text("city", ["Mekelle", "addis ababa", None, "Bahir Dar"]),
            date("joined", ["2024-02-29", None, "2020-01-01", "2021-07-05"]),
        ),
        (Note("file.blanks", {"column": "age", "count": 1}),),
    )


def large(rows: int) -> Table:
    """Give enough of a table that SQLite writes to the disk long before it is all in."""
    values = np.random.default_rng(0).random((6, rows))
    return Table(tuple(Column(f"x{j}", Kind.NUMBER, line) for j, line in enumerate(values)))


def summaries(table: Table) -> tuple[ColumnSummary, ...]:
    return tuple(
        ColumnSummary(
            name=column.name,
            kind=column.kind,
            role=ColumnRole.MEASURE if column.kind is Kind.NUMBER else ColumnRole.DESCRIBE,
            reason=None if column.kind is Kind.NUMBER else Note("role.dates", {"share": 0.25}),
            missing=int(column.is_missing.sum()),
            distinct=3,
            examples=("34", "27"),
            histogram=(2, 1),
        )
        for column in table.columns
    )


def save(
    connection: sqlite3.Connection,
    table: Table,
    *,
    name: str = "customers",
    imported_at: datetime = NOON,
    report: Callable[[float], None] | None = None,
) -> int:
    return datasets.save_dataset(
        connection,
        table,
        summaries(table),
        name=name,
        original_path="/home/abebe/customers.csv",
        sha256="ab" * 32,
        imported_at=imported_at,
        report=report,
    )


def save_run(
    connection: sqlite3.Connection,
    dataset_id: int,
    found: Segmentation,
    *,
    created_at: datetime = NOON,
    report: Callable[[float], None] | None = None,
) -> int:
    return runs.save_run(
        connection,
        dataset_id,
        RECIPE,
        found,
        created_at=created_at,
        seconds=1.5,
        versions={"segdesk": "0.1.0", "numpy": "2.4.0"},
        report=report,
    )


def segmentation(rows: int = 4, *, segments: int = 3) -> Segmentation:
    """Give cuts into 2, 3 and 4 segments; customer i is in segment i mod k."""
    random = np.random.default_rng(1)
    labels = np.array([np.arange(rows) % k for k in (2, 3, 4)], np.int8)
    silhouettes = random.uniform(-1, 1, (3, rows)).astype(np.float32)
    silhouettes[:, 1] = np.nan
    return Segmentation(
        segments=segments,
        cuts=tuple(
            _cut(k, np.bincount(line, minlength=k)) for k, line in zip((2, 3, 4), labels, strict=True)
        ),
        linkage=random.random((rows - 1, 4)),
        labels=labels,
        silhouettes=silhouettes,
        features=FEATURES,
    )


FEATURES = FeatureConfig(
    numeric_features=("age",),
    categorical_features=("city",),
    excluded=(Excluded("joined", Note("role.dates", {"share": 0.25})),),
    total_original_features=4,
    encoded_features=5,
    pca_applied=True,
    pca_components=2,
    pca_explained_variance=0.92,
    pca_variances=(0.8, 0.12),
    notes=(Note("clean.filled", {"column": "age", "count": 1}),),
)


def _cut(segments: int, sizes: np.ndarray) -> Cut:
    return Cut(
        segments=segments,
        quality=Quality(0.532, 0.0, Band.GOOD, float("nan"), 12.25),
        sizes=tuple(int(size) for size in sizes),
        segment_silhouettes=(float("nan"),) + (0.5,) * (segments - 1),
        traits=((Trait("age", 1.5, 34.0, 30.5), Trait("city", -0.5, 0.1, 0.3, "Mekelle")),) * segments,
    )


def sentence(error: StoreError) -> str:
    """Give what the user reads; raises where a sentence or one of its facts is missing."""
    return t(error.code, **error.facts)
