"""What scripts read about choices, verdicts and comparisons, and the same in plain words."""

from __future__ import annotations

import json
import math
from dataclasses import replace

import pytest

from segdesk.model.findings import Adviser, Choice, Comparison, Contender, Dominance, Reality, Verdict, Vote
from segdesk.model.notes import Note
from segdesk.model.recipe import Method, Recipe
from segdesk.model.result import Band, Cut, Quality
from segdesk.words import findings_documents
from tests.ui.sample_findings import reliability_of

REASON = Note("compare.best", {"stability": "solid", "silhouette": "0.41"})
CHOICE = Choice(
    segments=3,
    reason=REASON,
    votes=(
        Vote(Adviser.GAP, (1, 2, 3), (0.1, 0.4, 0.5), 3, (0.01, 0.02, math.nan)),
        Vote(Adviser.STRENGTH, (2, 3), (0.9, 0.5), 1),
        Vote(Adviser.ELBOW, (2, 3), (9.0, math.inf), None),
    ),
    most=7,
    least=30,
    rows=1000,
)
VERDICT = Verdict(Reality.SLICES, 0.2, 0.3, math.nan, 1, (2, 3), (0.3, 0.25), 1000)
# 0.9 is solid, a figure that isn't known unstable; the customer with 0.5 is borderline.
RELIABILITY = reliability_of(
    [0.9, math.nan],
    certainty=[1, 0.5, math.nan, 0.8],
    dominance=(("city", 0.71), ("age", 0.0)),
    columns=("age", "city"),
    rows=4,
)
CUT = Cut(2, Quality(0.5, 0.0, Band.FAIR, 1.0, 9.0), (3, 1), (0.5, 0.4), ((), ()))
COMPARISON = Comparison(
    contenders=(
        Contender(Method.WARD, Recipe(()), None, 2, (3, 1), 0.41, 0.9, 12.5, 0.9, 0.25, 1 / 3, 0.2),
        Contender(Method.KMEANS, Recipe(()), Note("method.all_same")),
    ),
    agreement=((1.0, math.nan), (math.nan, math.nan)),
    recommended=0,
    reason=REASON,
    rows=4,
)


def as_script_reads(document: object) -> object:
    return json.loads(json.dumps(document, allow_nan=False))


def test_that_a_choice_has_its_votes_with_their_curves() -> None:
    found = findings_documents.choice(CHOICE)
    assert as_script_reads(found) == found
    assert (found["segments"], found["limits"], found["rows"]) == (3, {"most": 7, "least": 30}, 1000)
    assert found["reason"]["code"] == "compare.best"
    assert found["votes"]["gap"] == {
        "says": 3,
        "segments": [1, 2, 3],
        "figures": [0.1, 0.4, 0.5],
        "errors": [0.01, 0.02, None],
    }
    assert found["votes"]["elbow"]["says"] is None
    assert found["votes"]["elbow"]["figures"] == [9.0, None]


def test_that_a_choice_in_words_names_every_adviser() -> None:
    lines = findings_documents.choice_lines(CHOICE)
    assert lines[0] == "3 segments"
    assert "Gap statistic (decides): 3 segments" in lines
    assert "Prediction strength: no groups" in lines
    assert "Elbow: can't tell" in lines
    assert lines[-2:] == [
        "At most 7 segments are proposed, each of 30 customers or more.",
        "1,000 customers were looked at.",
    ]


def test_that_a_verdict_has_what_scripts_ask_for() -> None:
    found = findings_documents.verdict(12, CUT, VERDICT, RELIABILITY, ("Young", "Old"))
    assert as_script_reads(found) == found
    assert (found["run_id"], found["n_clusters"], found["real"]) == (12, 2, "slices")
    assert (found["p"], found["dip_p"], found["silhouette_p"]) == (0.2, 0.3, None)
    assert found["above_chance"] == pytest.approx(0.2)  # 0.5 against 0.3 by chance
    assert found["chance"] == {"2": 0.3, "3": 0.25}
    assert found["stability"] == [
        {"segment": 0, "name": "Young", "jaccard": 0.9, "word": "solid"},
        {"segment": 1, "name": "Old", "jaccard": None, "word": "unstable"},
    ]
    assert (found["borderline"], found["dominating_column"]) == (1, "city")
    assert found["dominance"] == [{"column": "city", "moved": 0.71}, {"column": "age", "moved": 0.0}]


def test_that_no_column_dominates_where_few_customers_change_without_it() -> None:
    calm = replace(RELIABILITY, dominance=(Dominance("city", 0.2),))
    found = findings_documents.verdict(12, CUT, VERDICT, calm, ("Young", "Old"))
    assert found["dominating_column"] is None


def test_that_a_cut_that_chance_was_not_asked_about_has_nothing_above_it() -> None:
    four = replace(CUT, segments=4)
    found = findings_documents.verdict(12, four, VERDICT, RELIABILITY, ("Young", "Old"))
    assert found["above_chance"] is None


def test_that_a_verdict_in_words_answers_both_questions_first() -> None:
    lines = findings_documents.verdict_lines(VERDICT, RELIABILITY, ("Young", "Old"))
    assert lines[0] == "Are they real? Useful slices"
    assert lines[2].startswith("Would they come back? ")
    assert "0  Young: Solid" in lines
    assert any("Without city 71% change segment" in line for line in lines)


def test_that_a_comparison_has_every_contender_with_its_figures_or_its_reason() -> None:
    found = findings_documents.comparison(5, COMPARISON)
    assert as_script_reads(found) == found
    assert (found["dataset_id"], found["recommended"], found["rows"]) == (5, "ward", 4)
    ward, kmeans = found["contenders"]
    assert (ward["method"], ward["n_clusters"], ward["cluster_sizes"]) == ("ward", 2, {"0": 3, "1": 1})
    assert (ward["silhouette_score"], ward["stability"], ward["unassigned"]) == (0.41, 0.9, 0.25)
    assert ward["failure"] is None
    assert kmeans["failure"]["code"] == "method.all_same"
    assert kmeans["silhouette_score"] is None
    assert found["agreement"] == {
        "ward": {"ward": 1.0, "kmeans": None},
        "kmeans": {"ward": None, "kmeans": None},
    }


def test_that_a_comparison_in_words_ends_with_what_to_take_and_why() -> None:
    lines = findings_documents.comparison_lines(COMPARISON)
    assert lines[0] == (
        "Balanced groups (Ward): 2 segments · silhouette 0.41 · come back 0.90 · left out 25%"
    )
    assert lines[1].startswith("Round groups (k-means): All customers are the same")
    assert lines[-3] == "Recommended: Balanced groups"
    assert lines[-1] == "4 customers were looked at."


def test_that_where_all_methods_fail_the_lines_say_so() -> None:
    lost = replace(COMPARISON, recommended=None, reason=Note("compare.none"))
    assert findings_documents.comparison(5, lost)["recommended"] is None
    lines = findings_documents.comparison_lines(lost)
    assert lines[-2].startswith("No method found segments")
