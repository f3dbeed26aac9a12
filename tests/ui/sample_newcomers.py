"""A run, its profile, and files of new customers held beside it, made by hand."""

from __future__ import annotations

from datetime import UTC, datetime

from segdesk.model.notes import Note
from segdesk.model.placement import (
    Agreement,
    ChangedUnit,
    NewLevels,
    PlacedFile,
    PlacedOne,
    Renamed,
    SchemaMatch,
    Trust,
    UnitChange,
)
from segdesk.model.profile import CategoryLine, CategoryProfile, MeasureLine, MeasureProfile, ProfileTable
from segdesk.model.recipe import ColumnUse, Method, Recipe
from segdesk.model.roles import ColumnRole, Kind
from segdesk.model.saved import RunInfo

NAMES = ("Budget-minded families", "Young city professionals", "Premium shoppers", "Occasional visitors")
TRUST = Trust(Agreement(0.74, 0.862), Agreement(0.91, 0.957), abstained=0.05, splits=5, rows=612)
_USED = ("annual_income", "visit_frequency", "first_visit", "age")
_SOME = MeasureLine(0.0, (0.0,) * 5, (0.0,) * 3, ())
_LEVEL = CategoryLine(0.0, 0, (0.5, 0.5))

RUN = RunInfo(
    id=7,
    dataset_id=3,
    dataset_name="supermarket_customers.csv",
    recipe=Recipe(
        (
            *(ColumnUse(name, ColumnRole.MEASURE) for name in ("annual_income", "first_visit", "age")),
            ColumnUse("visit_frequency", ColumnRole.CATEGORY),
            ColumnUse("note", ColumnRole.DESCRIBE),
        ),
        Method.KMEANS,
        4,
    ),
    segments=4,
    silhouette=0.53,
    created_at=datetime(2026, 11, 2, tzinfo=UTC),
    seconds=1.2,
    versions={},
)


def _measure(name: str, low: float, high: float, kind: Kind = Kind.NUMBER) -> MeasureProfile:
    return MeasureProfile(name, kind, 0.5, low, high, _SOME, (_SOME,) * 4)


# 18,262 days after 1970-01-01 is 2020-01-01, 20,453 is 2025-12-31.
PROFILE = ProfileTable(
    7,
    4,
    has_outliers=False,
    columns=(
        _measure("annual_income", 12_000, 156_000),
        CategoryProfile(
            "visit_frequency",
            0.4,
            ("Weekly", "Monthly", "Daily"),
            has_rest=False,
            overall=_LEVEL,
            lines=(_LEVEL,) * 4,
        ),
        _measure("first_visit", 18_262, 20_453, Kind.DATE),
        _measure("age", 18, 79),
        CategoryProfile("note", 0.0, ("a", "b"), has_rest=True, overall=_LEVEL, lines=(_LEVEL,) * 4),
    ),
)

MATCH = SchemaMatch(
    renamed=(
        Renamed("annual_income", "income_etb", 0.82, is_same_word=False),
        Renamed("visit_frequency", "Visit Frequency", 1.0, is_same_word=True),
    ),
    missing=("age",),
    added=("loyalty_app", "years_old"),
    new_levels=(NewLevels("visit_frequency", ("Fortnightly", "Never"), 14),),
    units=(ChangedUnit("basket_value", UnitChange.SCALE, 0.001, "1240", "1251000"),),
    notes=(Note("schema.settled", {"what": "dayfirst"}),),
)
IN_DOLLARS = SchemaMatch(units=(ChangedUnit("annual_income", UnitChange.CURRENCY, 0.0, "ETB", "USD"),))


def placed(*, unlike: int = 12, trust: Trust | None = TRUST, path: str = "") -> PlacedFile:
    """Give a file of 400 customers of whom ``unlike`` look like no segment."""
    sizes = (160, 104, 76, 60 - unlike)
    return PlacedFile(
        run_id=7,
        rows=400,
        sizes=sizes,
        unlike=unlike,
        confidence=0.88,
        kind="centres",
        trust=trust,
        match=MATCH,
        gaps=(
            Note("place.absent", {"column": "age"}),
            Note("place.filled", {"column": "annual_income", "count": 9, "rows": 400}),
        ),
        path=path,
    )


ONE = PlacedOne(
    segment=2,
    nearest=2,
    second=0,
    confidence=0.91,
    unlikeness=0.3,
    gaps=(Note("place.absent", {"column": "age"}), Note("place.absent", {"column": "first_visit"})),
)
STRANGER = PlacedOne(segment=-1, nearest=1, second=0, confidence=0.55, unlikeness=0.99, gaps=())
