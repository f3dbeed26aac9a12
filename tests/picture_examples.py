"""A small profile and map of two segments and a customer without one, made by hand."""

from __future__ import annotations

import numpy as np

from segdesk.charts.curves import CurveSpec
from segdesk.model.profile import CategoryLine, CategoryProfile, MeasureLine, MeasureProfile, ProfileTable
from segdesk.model.recipe import ColumnUse, Method, Recipe
from segdesk.model.result import Band, Cut, FeatureConfig, Projection, Quality, Segmentation, Trait
from segdesk.model.roles import ColumnRole, Kind

LABELS = np.array([0, 0, 0, 1, 1, -1], np.int8)
NAN = float("nan")


def line(effect: float, middle: float, rank: float) -> MeasureLine:
    """Make a segment's line of a measure: quartiles ten to either side."""
    marks = (middle - 20, middle - 10, middle, middle + 10, middle + 20)
    return MeasureLine(effect, marks, (rank - 0.1, rank, rank + 0.1), (0.0, 0.5, 1.0, 0.5))


def measure(name: str, importance: float = 0.5, kind: Kind = Kind.NUMBER) -> MeasureProfile:
    """Make a measure: 60 in segment 0, 40 in segment 1, unknown for the outlier; 50 overall."""
    unknown = MeasureLine(NAN, (NAN,) * 5, (NAN,) * 3, (0.0,) * 4)
    lines = (line(1.0, 60, 0.8), line(-0.8, 40, 0.2), unknown)
    return MeasureProfile(name, kind, importance, 0, 100, line(0.0, 50, 0.5), lines)


TIER = CategoryProfile(
    "tier",
    0.2,
    ("Bronze", "Gold"),
    has_rest=True,
    overall=CategoryLine(0.0, 0, (0.5, 0.3, 0.2)),
    lines=(
        CategoryLine(0.4, 0, (0.7, 0.2, 0.1)),
        CategoryLine(0.9, 1, (0.0, 0.8, 0.2)),
        CategoryLine(NAN, -1, (NAN, NAN, NAN)),
    ),
)

TABLE = ProfileTable(
    7, 2, True, (measure("annual_income", 0.9), measure("age"), TIER, measure("joined", 0.1, Kind.DATE))
)

CUT = Cut(
    2,
    Quality(0.5, 0.0, Band.GOOD, 0.9, 80.0),
    (3, 2),
    (0.5, 0.5),
    ((Trait("annual_income", 1.0, 60, 50),), (Trait("age", -0.8, 40, 50),)),
    outliers=1,
)

PROJECTION = Projection(
    np.array([[2, 1, 0], [2, 2, 1], [3, 1, 1], [-2, -1, 0], [-3, -1, -1], [0, 6, 3]], np.float32),
    ("annual_income", "tier=Gold", "age"),
    ((0.9, -0.5, 0.1), (0.2, 0.6, 0.3), (0.1, 0.1, 0.8)),
    (0.5, 0.3, 0.1),
)

FEATURES = FeatureConfig((), (), (), 3, 4, False, None, None, (), ())


def segmentation(projection: Projection | None = PROJECTION) -> Segmentation:
    """Make the run of six customers."""
    silhouettes = np.array([[0.5, 0.4, 0.6, 0.3, 0.2, NAN]], np.float32)
    return Segmentation(2, (CUT,), None, LABELS[None, :].copy(), silhouettes, FEATURES, projection=projection)


RECIPE = Recipe((ColumnUse("age", ColumnRole.MEASURE),), Method.DBSCAN)

CURVE = CurveSpec(
    "Gap statistic", "segments", "gap", (1, 2, 3), (0.1, 0.5, 0.4), "It says 2.", (0.02, 0.02, 0.02), 2, "2"
)
