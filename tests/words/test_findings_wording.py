"""What a verdict and a reliability say in words."""

from __future__ import annotations

import math

import numpy as np
import pytest

from segdesk.model.findings import Reality, Stability
from segdesk.words import findings_wording as fw
from tests.ui.sample_findings import reliability_of, verdict_of

SOLID, USABLE, FUZZY, UNSTABLE = Stability
NAMES = ("Families", "Professionals", "Premium", "Occasional")


@pytest.mark.parametrize(
    ("p", "text"),
    [
        (0.0004, "p below 0.001"),
        (0.0, "p below 0.001"),
        (0.002, "p = 0.002"),
        (0.049, "p = 0.049"),
        (0.34, "p = 0.34"),
        (1.0, "p = 1.00"),
        (math.nan, "p not known"),
    ],
)
def test_that_a_p_value_has_no_more_figures_than_it_is_worth(p: float, text: str):
    assert fw.p_value(p) == text


def test_that_each_verdict_has_its_words():
    # The sentence about the smooth spread is STATISTICS.md's, section 2.
    assert fw.reality_title(Reality.NATURAL) == "Natural groups"
    assert fw.reality_line(verdict_of(Reality.NATURAL, 0.002)) == "stands out from chance, p = 0.002"
    assert fw.reality_sentence(Reality.SLICES, 4) == (
        "Your customers form a smooth spread, not separate groups. "
        "You can still cut it into 4 slices: that is a choice, not a discovery."
    )
    assert "Choose other columns" in fw.reality_sentence(Reality.NOTHING)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ((SOLID, SOLID), "All solid"),
        ((USABLE, USABLE), "All usable"),
        ((FUZZY, FUZZY), "All fuzzy"),
        ((UNSTABLE,) * 3, "None of them"),
        ((SOLID, USABLE), "Solid or usable"),
        ((FUZZY, UNSTABLE), "Fuzzy at best"),
        ((SOLID, SOLID, SOLID, FUZZY), "Solid, one fuzzy"),
        ((USABLE, UNSTABLE, USABLE), "Usable, one not"),
        ((SOLID, FUZZY, FUZZY, USABLE, SOLID), "3 of 5 would"),
    ],
)
def test_that_the_title_sums_up_all_segments(words: tuple[Stability, ...], title: str):
    assert fw.stability_title(words) == title


def test_that_few_repeats_are_listed_and_many_summed_up():
    few = reliability_of([0.91, 0.88, 0.86, 0.69])
    assert fw.repeats_line(few) == "in 100 repeats: 0.91 · 0.88 · 0.86 · 0.69"
    many = reliability_of([0.9, 0.5, math.nan, 0.7, 0.8, 0.6, 0.95])
    assert fw.repeats_line(many) == "in 100 repeats: 0.50 to 0.95"


def test_that_above_chance_is_the_silhouette_less_that_of_its_own_number():
    # Four segments: 0.53 - 0.22 = 0.31; three: 0.10 - 0.25 = -0.15.
    verdict = verdict_of(segments=(3, 4), chance=(0.25, 0.22))
    above = fw.above_chance(verdict, 4, 0.53)
    assert above == pytest.approx(0.31)
    assert fw.above_chance_text(0.31) == "+0.31 above chance"
    below = fw.above_chance(verdict, 3, 0.10)
    assert below is not None
    assert fw.above_chance_text(below) == "−0.15 above chance"
    assert fw.above_chance(verdict, 9, 0.5) is None
    assert fw.above_chance(verdict, 4, math.nan) is None


def test_that_an_overlap_counts_borderline_customers_of_both_sides():
    # Segment 2 is fuzzy. Rows 0 and 1 sit between 2 and 0 (one from each side), row 2 between 2 and 1.
    # Row 3 is sure enough, row 4 sits between 0 and 1, row 5 wasn't looked at.
    labels = np.array([2, 0, 2, 2, 0, 2], np.int8)
    found = reliability_of(
        [0.9, 0.9, 0.65],
        certainty=[0.6, 0.7, 0.5, 0.75, 0.5, math.nan],
        second=[0, 2, 1, 0, 1, -1],
    )
    assert fw.overlaps(found, labels) == (fw.Overlap(2, 0, 2),)


def test_that_advice_says_what_to_act_on_and_who_sits_between():
    # 42 customers of the last segment came into the second as often.
    labels = np.array([3] * 50 + [0, 1, 2], np.int8)
    certainty = [0.6] * 42 + [0.9] * 11
    found = reliability_of([0.91, 0.88, 0.86, 0.69], certainty=certainty, second=[1] * 53)
    assert fw.advice(verdict_of(), found, NAMES, pairs=fw.overlaps(found, labels)) == (
        "Act on the first 3 segments.",
        "Occasional overlaps with Professionals: 42 customers sit between them.",
    )
    assert fw.advice(verdict_of(), found, NAMES) == (
        "Act on the first 3 segments.",
        "42 customers sit between two segments.",
    )


@pytest.mark.parametrize(
    ("jaccard", "says"),
    [
        ((0.9, 0.9), "You can act on both segments."),
        ((0.9, 0.8, 0.8), "You can act on all 3 segments."),
        ((0.9, 0.5), "Act on the first segment only."),
        ((0.5, 0.9, 0.3), "Act on Professionals only."),
        ((0.9, 0.5, 0.9, 0.9), "Act on all segments but Professionals."),
        ((0.5, 0.9, 0.5, 0.9), "Act on segments 2 and 4."),
        ((0.9, 0.5, 0.9, 0.9, 0.5), "Act on segments 1, 3 and 4."),
        ((0.3, 0.4), "Don't act on single segments"),
    ],
)
def test_that_advice_names_the_firm_segments(jaccard: tuple[float, ...], says: str):
    names = (*NAMES, "Rest")[: len(jaccard)]
    assert fw.advice(verdict_of(), reliability_of(jaccard), names)[0].startswith(says)


def test_that_a_column_that_decides_nearly_everything_is_named():
    found = reliability_of([0.9, 0.9], dominance=(("Region", 0.35), ("City", 0.71)))
    assert "Without City 71% change segment." in fw.advice(verdict_of(), found, NAMES[:2])
    half = reliability_of([0.9, 0.9], dominance=(("Region", 0.5),))
    assert fw.dominating(half) is None
    both = reliability_of([0.5, 0.5], dominance=(("City", 0.71), ("Region", 0.4)))
    assert fw.dominating(both) is None  # the segments fall apart whatever is left out
    assert fw.dominating(reliability_of([0.9], dominance=())) is None


def test_that_slices_are_called_a_choice_before_any_advice():
    first, second = fw.advice(verdict_of(Reality.SLICES, 0.4), reliability_of([0.9, 0.9]), NAMES[:2])
    assert "into 2 slices: that is a choice" in first
    assert second == "You can act on both segments."


def test_that_nobody_is_told_to_act_on_nothing():
    found = fw.advice(verdict_of(Reality.NOTHING, 0.6), reliability_of([0.9, 0.9]), NAMES[:2])
    assert found == (fw.reality_sentence(Reality.NOTHING),)


def test_that_a_long_name_is_cut_short_in_a_sentence():
    name = "Very high annual income before taxes, mostly Platinum members"
    (sentence,) = fw.advice(verdict_of(), reliability_of([0.5, 0.9]), ("A", name))
    # 43 letters and the ellipsis.
    assert sentence == f"Act on {name[:43].rstrip()}… only."
