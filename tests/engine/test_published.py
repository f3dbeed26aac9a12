"""Published results are reproduced: SegmentIQ's runs and R's trees (issue 2, acceptance 2 and 3)."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from segdesk.engine.encode import encode
from segdesk.engine.methods.hierarchical import cut, linkage
from segdesk.engine.quality import judge
from segdesk.engine.reading import read_table
from segdesk.model.recipe import ColumnUse, Encoding, Method, Recipe
from segdesk.model.roles import ColumnRole, Kind
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
@pytest.mark.parametrize("method", list(Method))
def test_that_rs_trees_are_reproduced(shared_data: Path, name: str, method: Method) -> None:
    folder = shared_data / "expected/R"
    table = read_table(folder / f"{name}_input_matrix.csv")
    uses = tuple(ColumnUse(c.name, ColumnRole.MEASURE) for c in table.columns)
    features = encode(table, Recipe(uses, method, encoding=Encoding.RAW))
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
            assert quality.davies_bouldin == pytest.approx(float(metrics[count]["davies_bouldin"]))
            assert quality.calinski_harabasz == pytest.approx(float(metrics[count]["calinski_harabasz"]))
