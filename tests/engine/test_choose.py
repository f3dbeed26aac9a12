"""How many segments: the votes by their definitions, and the decision."""

from __future__ import annotations

import math

import numpy as np
import pytest
from numpy.typing import NDArray

from segdesk.engine.choose import choose, decide, least_size
from segdesk.engine.gap import gap_curve, one_standard_error
from segdesk.engine.strength import prediction_strength, strength_vote
from segdesk.errors import RunError
from segdesk.model.findings import Adviser, Vote
from segdesk.model.recipe import USUAL_MOST_SEGMENTS
from tests.engine.tables import features


def blobs(groups: int, rows: int, *, width: int = 4, seed: int = 0) -> NDArray[np.float64]:
    """Groups at corners 8 deviations from each other, in turns."""
    rng = np.random.default_rng(seed)
    member = np.arange(rows) % groups
    return 8.0 * np.eye(groups, width)[member] + rng.normal(size=(rows, width))


def votes(
    gaps: list[float], strengths: list[float], silhouettes: list[float], *, error: float = 0.01
) -> tuple[Vote, ...]:
    counts = tuple(range(1, len(gaps) + 1))
    says = 1 + one_standard_error(gaps, [error] * len(gaps))
    return (
        Vote(Adviser.GAP, counts, tuple(gaps), says, (error,) * len(gaps)),
        Vote(Adviser.STRENGTH, counts, tuple(strengths), 1),
        Vote(Adviser.ELBOW, counts, tuple(gaps), None),
        Vote(Adviser.SILHOUETTE, counts[1:], tuple(silhouettes), 2),
    )


def test_that_the_gap_is_the_mean_of_logs_as_a_loop_has_it():
    own = np.array([100.0, 20.0, 10.0])
    references = [np.array([90.0, 50.0, 30.0]), np.array([110.0, 60.0, 25.0])]
    gaps, errors = gap_curve(own, references)
    for k in range(3):
        logs = [math.log(reference[k]) for reference in references]
        mean = (logs[0] + logs[1]) / 2
        deviation = math.sqrt(((logs[0] - mean) ** 2 + (logs[1] - mean) ** 2) / 2)
        assert gaps[k] == pytest.approx(mean - math.log(own[k]))
        assert errors[k] == pytest.approx(deviation * math.sqrt(1 + 1 / 2))


def test_that_a_gap_of_single_points_has_an_end():
    gaps, _ = gap_curve(np.array([10.0, 0.0]), [np.array([10.0, 1.0])])
    assert math.isfinite(gaps[1])


def test_that_the_first_within_one_error_of_the_largest_is_taken():
    # The largest is 0.9 at 3 (fourth); 0.85 at 2 is within its error 0.06, 0.8 at 1 is not.
    assert one_standard_error([0.1, 0.8, 0.85, 0.9], [0.5, 0.5, 0.5, 0.06]) == 2


def test_that_prediction_strength_is_the_worst_segments_share_of_pairs():
    # Segment 0 has four rows, told 0 0 0 1: 3 of 6 pairs stay together. Segment 1 keeps its one pair.
    own = np.array([0, 0, 0, 0, 1, 1], np.int8)
    assert prediction_strength(own, np.array([0, 0, 0, 1, 1, 1])) == pytest.approx(3 / 6)
    # Alone there is no pair to lose.
    assert prediction_strength(np.array([0, 0, 1], np.int8), np.array([1, 1, 1])) == 1.0
    assert prediction_strength(np.array([0, 1], np.int8), np.array([0, 1])) == 0.0


def test_that_strength_is_1_up_to_the_groups_there_are_and_falls_after():
    vote = strength_vote(blobs(3, 120), 5, np.random.default_rng(0))
    assert vote.says == 3
    assert vote.figures[0] == 1.0
    assert vote.figures[2] > 0.95 > 0.8 > vote.figures[3]


def test_that_too_few_rows_have_no_halves():
    assert strength_vote(np.arange(6.0)[:, None], 5, np.random.default_rng(0)).says is None


@pytest.mark.parametrize("groups", [2, 3, 4])
def test_that_planted_groups_are_counted(groups: int):
    choice = choose(features(blobs(groups, 300)), seed=0)
    assert choice.segments == groups
    assert choice.reason.code == "choose.agreed"
    assert choice.vote(Adviser.GAP).says == groups
    assert [vote.adviser for vote in choice.votes] == list(Adviser)


def test_that_a_round_cloud_is_sliced_by_choice_not_by_discovery():
    choice = choose(features(np.random.default_rng(1).normal(size=(300, 5))), seed=0)
    assert choice.vote(Adviser.GAP).says == 1
    assert choice.reason.code == "choose.slices"
    assert 2 <= choice.segments <= USUAL_MOST_SEGMENTS


def test_that_the_same_seed_chooses_alike_and_a_sample_has_errors():
    data = features(blobs(3, 2_500))
    one, two = choose(data, seed=5), choose(data, seed=5)
    assert one == two
    assert (one.segments, one.rows, one.least) == (3, 1_000, 50)
    assert min(one.vote(Adviser.SILHOUETTE).errors) > 0
    assert set(choose(features(blobs(3, 90)), seed=5).vote(Adviser.SILHOUETTE).errors) == {0.0}


def test_that_the_smallest_segment_allowed_follows_its_rule():
    # 5 % of 50 and 100, 30 from 600 on, 2 % from 1,500 on; one customer at the least.
    assert [least_size(n) for n in (8, 50, 100, 600, 1_000, 1_500, 10_000)] == [1, 2, 5, 30, 30, 30, 200]


def test_that_a_number_both_agree_on_wins_over_a_larger_gap_that_does_not_come_back():
    # Rise 0 to 1; at 3 it is 0.9 of it, comes back, and 4 doesn't raise it. 5 has the largest gap.
    found = votes([0, 0.4, 0.9, 0.85, 1.0], [1, 0.9, 0.9, 0.5, 0.4], [0.3, 0.5, 0.4, 0.2])
    segments, reason = decide(found, [2, 3, 4, 5])
    assert (segments, reason.code) == (3, "choose.agreed")


def test_that_a_gap_that_goes_on_rising_stops_where_segments_stop_coming_back():
    # 3 comes back and has 0.8 of the rise; 4 raises the gap, but doesn't come back. 2 has but 0.4 of it.
    found = votes([0, 0.4, 0.8, 0.9, 1.0], [1, 0.9, 0.9, 0.5, 0.9], [0.3, 0.5, 0.4, 0.2])
    assert decide(found, [2, 3, 4, 5])[0] == 3
    # Where 4 comes back too, it raises the gap by more than its error of 0.01: 4, as 5 does not come back.
    found = votes([0, 0.4, 0.8, 0.9, 1.0], [1, 0.9, 0.9, 0.9, 0.4], [0.3, 0.5, 0.4, 0.2])
    assert decide(found, [2, 3, 4, 5])[0] == 4


def test_that_the_gap_decides_alone_where_nothing_comes_back():
    found = votes([0, 0.4, 0.8, 1.0, 0.9], [1, 0.6, 0.6, 0.5, 0.4], [0.3, 0.5, 0.4, 0.2])
    segments, reason = decide(found, [2, 3, 4, 5])
    assert (segments, reason.code) == (4, "choose.gap")


def test_that_a_gap_without_an_end_names_no_number():
    # It rises up to 8, where it ends: 2 comes back, and without that 3 has the best silhouette.
    gaps = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]
    silhouettes = [0.3, 0.4, 0.2, 0.1, 0.1, 0.1, 0.1]
    steady = votes(gaps, [1, 0.9, 0.6, 0.5, 0.5, 0.5, 0.5, 0.5], silhouettes)
    assert decide(steady, range(2, 8))[0] == 2
    segments, reason = decide(votes(gaps, [1] + [0.5] * 7, silhouettes), range(2, 8))
    assert (segments, reason.code) == (3, "choose.unclear")


def test_that_limits_are_told():
    found = votes([0, 0.4, 0.8, 1.0, 0.9], [1, 0.6, 0.6, 0.5, 0.4], [0.3, 0.5, 0.4, 0.2])
    segments, reason = decide(found, [2, 3])
    assert (segments, reason.code, reason.facts) == (3, "choose.limited", {"segments": 3, "wanted": 4})
    # Nothing is within the limits: two at least, and never a refusal.
    assert decide(found, [])[0] == 2


def test_that_slices_are_those_that_come_back_or_else_the_closest():
    steady = votes([1, 0.4, 0.3, 0.2, 0.1], [1, 0.9, 0.85, 0.5, 0.4], [0.3, 0.2, 0.4, 0.2])
    assert decide(steady, [2, 3, 4])[0] == 3
    assert decide(steady, [2, 3, 4])[1].code == "choose.slices_steady"
    shaky = votes([1, 0.4, 0.3, 0.2, 0.1], [1, 0.6, 0.5, 0.5, 0.4], [0.3, 0.2, 0.4, 0.2])
    assert decide(shaky, [2, 3, 4])[0] == 4
    assert decide(shaky, [])[0] == 2


@pytest.mark.parametrize(
    ("matrix", "code"),
    [(np.zeros((2, 1)), "method.too_few_rows"), (np.ones((30, 2)), "method.all_same")],
)
def test_that_tables_without_differences_get_their_sentence(matrix: NDArray[np.float64], code: str):
    with pytest.raises(RunError) as caught:
        choose(features(matrix), seed=0)
    assert caught.value.code == code


@pytest.mark.parametrize("rows", [3, 4, 7, 12, 20])
def test_that_a_handful_of_customers_still_gets_a_number(rows: int):
    matrix = np.random.default_rng(rows).normal(size=(rows, 3))
    assert 2 <= choose(features(matrix), seed=0).segments < rows
