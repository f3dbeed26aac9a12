"""Two months compared, made by hand: 500 customers in both, 25 joined, 20 left."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from segdesk.model.placement import NOBODY, Call, Fate, Flow, Migration, Risk, SchemaMatch, Transition
from tests.ui.sample_newcomers import RUN

NAMES_AFTER = ("Budget-minded families", "Students nearby", "Premium shoppers", "Occasional visitors")
RUNS = (
    replace(RUN, id=9, dataset_name="december.csv", created_at=datetime(2026, 12, 2, tzinfo=UTC)),
    replace(RUN, id=8, dataset_name="november.csv", created_at=datetime(2026, 11, 20, tzinfo=UTC)),
)
NAN = float("nan")

# Who moved: 22 + 11 + 7 = 40 of 500, 8 %.
FLOWS = (
    Flow(0, 0, 190, 61_000.0),
    Flow(1, 1, 120, 83_500.0),
    Flow(2, 2, 90, 171_000.0),
    Flow(3, 3, 60, 9_100.0),
    Flow(NOBODY, 0, 25, 4_800.0),
    Flow(2, 0, 22, 9_900.0),
    Flow(3, NOBODY, 20, 1_200.0),
    Flow(0, 3, 11, 700.0),
    Flow(1, 2, 7, 8_400.0),
)
MOVERS = tuple((f"C{n:04d}", 2, 0) for n in range(40))
CALLS = (
    Call("C0007", Risk.MOVED, 2, 0, 2_410.5, 480.0),
    Call("ደንበኛ 12", Risk.SLIDING, 2, 0, 1_900.0, 1_100.0),
    *(Call(f"C{n:04d}", Risk.MOVED, 0, 3, 300.0 - n, NAN) for n in range(20, 31)),
)
MIGRATION = Migration(
    run_before=7,
    run_after=9,
    identifier="customer_id",
    segments=4,
    segments_after=4,
    shared=500,
    joined=25,
    left=20,
    moved=0.08,
    moved_refit=0.12,
    goalposts=0.05,
    noise=0.1,
    sales_column="total_spend",
    sales_moved=19_000.0,
    unlike=6,
    origins=(0, -1, 2, 3),
    transitions=(
        Transition(Fate.SURVIVED, (0,), (0,), 0.94),
        Transition(Fate.DISAPPEARED, (1,), (), 0.41),
        Transition(Fate.MERGED, (2, 3), (2,), 0.8),
        Transition(Fate.APPEARED, (), (1,), 0.0),
    ),
    flows=FLOWS,
    calls=CALLS,
    movers=MOVERS,
    match=SchemaMatch(),
)
