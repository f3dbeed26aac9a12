"""Two snapshots in words and for scripts: every fate has a sentence, and what isn't known is null."""

from __future__ import annotations

from dataclasses import replace

from segdesk.model.placement import NOBODY, Call, Fate, Flow, Rerun, Risk, SchemaMatch, Transition
from segdesk.words.migration_documents import SHOWN_CALLS, migration, migration_lines, rerun_lines
from tests.ui.sample_months import MIGRATION

NAN = float("nan")
NAMES = (("gold", "silver", "tin"), ("first", "second", "third"))
FOUND = replace(
    MIGRATION,
    segments=3,
    segments_after=3,
    noise=NAN,
    sales_column="",
    sales_moved=NAN,
    unlike=1,
    origins=(0, -1, -1),
    transitions=(
        Transition(Fate.SPLIT, (0,), (0, 1), 0.9),
        Transition(Fate.MERGED, (0, 1), (2,), 0.8),
        Transition(Fate.DISAPPEARED, (2,), (), 0.4),
        Transition(Fate.APPEARED, (), (1,), 0.0),
    ),
    flows=(Flow(0, 1, 4, NAN), Flow(-1, NOBODY, 1, NAN), Flow(1, 1, 70, NAN)),
    calls=(Call("k1", Risk.SLIDING, 0, 1, NAN, NAN),) * (SHOWN_CALLS + 5),
    movers=(("k2", 0, 1),) * 8,
)


def test_that_every_fate_has_a_sentence() -> None:
    text = "\n".join(migration_lines(FOUND, NAMES))
    for sentence in (
        "gold has split into first, second (90% of it).",
        "gold, silver have become one: third (80% of them).",
        "tin is gone; no new segment holds half of it.",
        "second is new.",
        "gold → silver: 4 customers",
        "no segment → customers who left: one customer",
        "k1: still in gold, but nearly in silver",
        "and 5 more",
        "One customer of the newer file looks like none of the old segments.",
    ):
        assert sentence in text
    assert "silver → silver" not in text
    # Neither noise nor sales are known: nothing is said of them.
    assert "Two draws" not in text
    assert "brings" not in text


def test_that_noise_and_sales_are_told_where_they_are_known() -> None:
    text = "\n".join(migration_lines(replace(FOUND, noise=0.07, sales_column="sum", sales_moved=5e4), NAMES))
    assert "Two draws of the older month alone would move 7%." in text
    assert "Who moved brings 50,000 now (“sum”)." in text


def test_that_what_isnt_known_is_null() -> None:
    found = migration(FOUND, NAMES)
    assert found["noise"] is None
    assert found["sales_moved"] is None
    assert found["flows"][0]["sales"] is None
    assert found["movers"][0] == {"identifier": "k2", "before": 0, "after": 1}
    assert found["names_after"] == ["first", "second", "third"]


def test_that_a_rerun_tells_what_is_new_and_what_was_left_out() -> None:
    lines = rerun_lines(Rerun(5, 1, (0, -1), ("age",), SchemaMatch()), "june.csv", ["gold", "silver"])
    assert lines[0] == "Run 5 repeats run 1 on june.csv."
    assert lines[1:4] == [
        "  0  gold is what it was",
        "  1  silver is new",
        "  ! “age” isn't in the file and was left out of the sums.",
    ]
