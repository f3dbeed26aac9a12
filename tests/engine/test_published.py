"""Published results are reproduced: SegmentIQ's runs and R's trees (issue 2, acceptance 2 and 3)."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from segdesk.engine.encode import encode
from segdesk.engine.methods.centroid import kmeans_sweep
from segdesk.engine.methods.hierarchical import cut, linkage
from segdesk.engine.quality import judge
from segdesk.engine.reading import read_table
from segdesk.engine.roles import summarise_columns
from segdesk.model.recipe import ColumnUse, Encoding, Method, Recipe
from segdesk.model.roles import ColumnRole, Kind
from segdesk.model.table import Features
from segdesk.tasks.segment import find_segments
from tests.engine.tables import is_same_partition

PLENTY = 10**12
R_NAMES = {
    Method.WARD: "ward.D2",
    Method.COMPLETE: "complete",
    Method.AVERAGE: "average",
    Method.SINGLE: "single",
}
MATRICES = (
    "USArrests_std",
    "ethiopia50_num_std",
    "iris_raw",
    "jewellery_std",
    "mall_income_score_raw",
    "wholesale_log1p_std",
)


def r_features(folder: Path, name: str) -> Features:
    table = read_table(folder / f"{name}_input_matrix.csv")
    uses = tuple(ColumnUse(c.name, ColumnRole.MEASURE) for c in table.columns)
    return encode(table, Recipe(uses, encoding=Encoding.RAW))


def read_rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_that_segmentiqs_published_runs_are_reproduced(shared_data: Path) -> None:
    expected = shared_data / "expected"
    labels: dict[str, list[str]] = {}
    for row in read_rows(expected / "segmentiq_published_labels_public.csv"):
        labels.setdefault(row["run"], []).append(row["cluster_label"])
    runs = read_rows(expected / "segmentiq_published_runs_public.csv")
    assert len(runs) == 14
    for run in runs:
        table = read_table(shared_data / "ethiopia" / run["dataset"])
        uses = tuple(
            ColumnUse(c.name, ColumnRole.MEASURE if c.kind is Kind.NUMBER else ColumnRole.CATEGORY)
            for c in table.columns
        )
        segments, pca = int(run["n_clusters"]), int(run["pca_components"] or 0) or None
        recipe = Recipe(uses, Method(run["linkage"]), segments, Encoding.CLASSIC, pca)
        features = encode(table, recipe)
        found = cut(linkage(features, recipe.method, memory=PLENTY), [segments])
        quality = judge(features, found, seed=0).qualities[0]
        assert quality.silhouette == pytest.approx(float(run["silhouette"]), abs=1e-9)
        assert features.matrix.shape[1] == int(run["n_encoded"])
        assert is_same_partition(found[0].tolist(), labels[run["run"]])
        sizes = sorted(found[0].tolist().count(s) for s in range(segments))
        assert sizes == sorted(json.loads(run["cluster_sizes"]).values())
        if pca:
            assert sum(features.explained) == pytest.approx(float(run["pca_explained_variance"]), abs=1e-9)


@pytest.mark.parametrize("name", MATRICES)
@pytest.mark.parametrize("method", list(R_NAMES))
def test_that_rs_trees_are_reproduced(shared_data: Path, name: str, method: Method) -> None:
    folder = shared_data / "expected/R"
    features = r_features(folder, name)
    labels = cut(linkage(features, method, memory=PLENTY), range(2, 9))
    qualities = judge(features, labels, seed=0).qualities
    published = read_rows(folder / f"{name}_labels.csv")
    metrics = {
        int(m["k"]): m
        for m in read_rows(folder / "metrics_public.csv")
        if (m["dataset"], m["algorithm"]) == (name, f"hclust_{R_NAMES[method]}")
    }
    assert metrics
    for line, quality, count in zip(labels, qualities, range(2, 9), strict=True):
        assert is_same_partition(line.tolist(), [row[f"{R_NAMES[method]}_k{count}"] for row in published])
        if count in metrics:
            assert quality.silhouette == pytest.approx(float(metrics[count]["silhouette"]), abs=1e-9)
            assert quality.davies_bouldin == pytest.approx(float(metrics[count]["davies_bouldin"]), abs=1e-9)
            assert quality.calinski_harabasz == pytest.approx(
                float(metrics[count]["calinski_harabasz"]), rel=1e-9
            )


@pytest.mark.parametrize("name", MATRICES)
def test_that_rs_k_means_is_reproduced(shared_data: Path, name: str) -> None:
    folder = shared_data / "expected/R"
    features = r_features(folder, name)
    published = [
        row
        for row in read_rows(folder / "metrics_public.csv")
        if (row["dataset"], row["algorithm"]) == (name, "kmeans_nstart100")
    ]
    counts = [int(row["k"]) for row in published]
    assert counts
    labels, inertias = kmeans_sweep(features.matrix, counts, seed=0, polish=True)
    for row, line, inertia in zip(published, labels, inertias, strict=True):
        assert inertia == pytest.approx(float(row["inertia"]), rel=0.005)
        if inertia != pytest.approx(float(row["inertia"]), rel=1e-9):
            continue  # another optimum as good: its other figures differ
        quality = judge(features, line[None, :], seed=0).qualities[0]
        assert "|".join(str((line == s).sum()) for s in range(line.max() + 1)) == row["sizes"]
        assert quality.silhouette == pytest.approx(float(row["silhouette"]), abs=1e-9)
        assert quality.davies_bouldin == pytest.approx(float(row["davies_bouldin"]), abs=1e-9)
        assert quality.calinski_harabasz == pytest.approx(float(row["calinski_harabasz"]), rel=1e-9)


def test_that_the_malls_five_segments_are_as_published(shared_data: Path) -> None:
    # Income and score of 200 customers as they are, the figures known from countless tutorials
    # (data/README.md).
    table = read_table(shared_data / "customers/Mall_Customers.csv")
    names = ("Annual Income (k$)", "Spending Score (1-100)")
    uses = tuple(ColumnUse(name, ColumnRole.MEASURE) for name in names)
    recipe = Recipe(uses, Method.KMEANS, 5, Encoding.RAW)
    found = find_segments(table, summarise_columns(table), recipe, lambda _: None)
    assert found.cut(5).sizes == (81, 39, 35, 23, 22)
    assert found.cut(5).quality.silhouette == pytest.approx(0.5539, abs=5e-5)
    _, inertias = kmeans_sweep(encode(table, recipe).matrix, [5], seed=0, polish=True)
    assert inertias[0] == pytest.approx(44448.455, rel=0.005)
