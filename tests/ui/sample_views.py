"""Small views of a run, made by hand, and a reader that needs no database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from segdesk.model.recipe import ColumnUse, Method, Recipe
from segdesk.model.result import Band, Cut, FeatureConfig, Quality, Segmentation, Trait
from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from segdesk.model.saved import RunInfo
from segdesk.ui.reader import Row, RowReader
from segdesk.ui.session import View

TRAITS = (
    (
        Trait("annual_income", 1.4, 88_000, 52_000),
        Trait("membership_tier", 0.9, 0.62, 0.21, "Platinum"),
        Trait("spending_score", 0.5, 61, 50),
    ),
    (Trait("annual_income", -0.9, 34_000, 52_000), Trait("age", 0.6, 44, 35)),
    (Trait("age", -1.1, 26, 35), Trait("visit_frequency", 0.7, 0.71, 0.33, "Daily")),
    (Trait("spending_score", -0.1, 49, 50),),
)


def column(
    name: str, kind: Kind = Kind.NUMBER, role: ColumnRole = ColumnRole.MEASURE, *examples: str
) -> ColumnSummary:
    """Make a column's summary."""
    return ColumnSummary(name, kind, role, None, 0, 10, examples, ())


COLUMNS = (
    column("customer_id", Kind.NUMBER, ColumnRole.IDENTIFIER, "1", "2"),
    column("annual_income", Kind.NUMBER, ColumnRole.MEASURE, "45000", "78000"),
    column("region", Kind.TEXT, ColumnRole.CATEGORY, "Addis Ababa", "Dire Dawa"),
    column("year_of_birth", Kind.NUMBER, ColumnRole.MEASURE, "1984", "2001"),
)

FEATURES = FeatureConfig(
    numeric_features=("age", "annual_income", "spending_score"),
    categorical_features=("region", "membership_tier"),
    excluded=(),
    total_original_features=6,
    encoded_features=15,
    pca_applied=False,
    pca_components=None,
    pca_explained_variance=None,
    pca_variances=(),
    notes=(),
)


def quality(silhouette: float = 0.53, error: float = 0.0, band: Band = Band.GOOD) -> Quality:
    """Make a quality."""
    return Quality(silhouette, error, band, 0.9, 812.0)


def cut_of(labels: NDArray[np.int8], *, made: Quality | None = None) -> Cut:
    """Make the cut that labels (0 … segments - 1) describe."""
    sizes = tuple(int(size) for size in np.bincount(labels))
    segments = len(sizes)
    traits = tuple(TRAITS[i % len(TRAITS)] for i in range(segments))
    return Cut(segments, made or quality(), sizes, tuple(0.5 for _ in sizes), traits)


def view_of(
    *labels: Sequence[int] | NDArray[np.int8],
    segments: int | None = None,
    suggested: bool = False,
    dataset_id: int = 1,
    silhouettes: Sequence[float] | None = None,
    features: FeatureConfig = FEATURES,
    made: Quality | None = None,
) -> View:
    """Make a view of a run from the labels of its cuts; the first is the one it was saved with."""
    lines = np.array([np.asarray(line, np.int8) for line in labels])
    cuts = tuple(cut_of(line, made=made) for line in lines)
    rows = lines.shape[1]
    values = np.linspace(-0.2, 0.8, rows) if silhouettes is None else np.array(silhouettes)
    segmentation = Segmentation(
        segments=cuts[0].segments,
        cuts=cuts,
        linkage=np.zeros((0, 4)),
        labels=lines,
        silhouettes=np.tile(values.astype(np.float32), (len(lines), 1)),
        features=features,
    )
    recipe = Recipe(
        (ColumnUse("age", ColumnRole.MEASURE),), Method.WARD, None if suggested else cuts[0].segments
    )
    run = RunInfo(
        7,
        dataset_id,
        "supermarket_customers.csv",
        recipe,
        cuts[0].segments,
        0.53,
        datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
        1.2,
        {},
    )
    return View(run, segmentation, segments or cuts[0].segments)


class FakeReader(RowReader):
    """Makes up the rows of ``COLUMNS``; answers an order when the test says so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(Path("no-such-folder") / "no.sqlite", parent)
        self.reads: list[list[int]] = []
        self.orders: list[tuple[int | None, bool, str]] = []

    def rows(self, row_indexes: Sequence[int], positions: Sequence[int] | None = None) -> list[Row]:
        """Give made-up rows: customer 1001 + row, income 1000.5 × (row + 1)."""
        self.reads.append(list(row_indexes))
        made: list[Row] = [
            (1001 + row, 1000.5 * (row + 1), "Addis Ababa" if row % 2 else None, 1980 + row % 30)
            for row in row_indexes
        ]
        return made if positions is None else [tuple(row[p] for p in positions) for row in made]

    def order(self, *, position: int | None, descending: bool = False, search: str = "") -> int:
        """Note the question; ``answer`` gives the answer."""
        self.orders.append((position, descending, search))
        self._ticket += 1
        return self._ticket

    def answer(self, rows: Sequence[int]) -> None:
        """Answer the newest question."""
        self.ordered.emit(self._ticket, np.array(rows, np.int64))
