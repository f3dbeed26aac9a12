"""Compares SegDesk's methods with published results of the same algorithms: ``bench_methods.py FOLDER``.

``FOLDER`` holds Gagolewski's clustering benchmarks: ``index.json``, the points and reference labels by
battery, and ``results_original/<algorithm>/<battery>/<name>.k<k>.csv``. Prints the adjusted Rand index of
both against the reference labels (noise points left out), and the mean difference of each algorithm.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import adjusted_rand_score

from segdesk.engine.methods import fit
from segdesk.model.recipe import Method, Recipe
from segdesk.model.table import Features

PUBLISHED = {
    Method.WARD: "fastcluster_ward",
    Method.COMPLETE: "fastcluster_complete",
    Method.AVERAGE: "fastcluster_average",
    Method.KMEANS: "sklearn_kmeans",
    Method.GMM: "sklearn_gm",
}
"""Ours beside theirs. Single linkage, the diagonal mixture and the density methods aren't published there."""

NOISE = 1e-6
"""The suite's own preparation adds so much, so that no distances are equal."""

PLENTY = 1 << 36
LARGEST_DIFFERENCE = 0.02


@dataclass(frozen=True)
class Problem:
    """Points, one of their reference labellings (0 is noise), and where the published results lie."""

    battery: str
    name: str
    points: NDArray[np.float64]
    reference: NDArray[np.int64]

    @property
    def segments(self) -> int:
        """How many groups the reference has."""
        return int(self.reference.max())

    def score(self, labels: NDArray[np.integer]) -> float:
        """Give the adjusted Rand index against the reference, without its noise points."""
        known = self.reference > 0
        return float(adjusted_rand_score(self.reference[known], labels[known]))


def problems(folder: Path) -> Iterator[Problem]:
    """Read every labelling of every set of points that is there."""
    for entry in json.loads((folder / "index.json").read_text("utf-8")):
        stem = folder / entry["battery"] / entry["name"]
        points = stem.with_suffix(".csv")
        if not points.exists():
            continue
        values = prepared(np.loadtxt(points, delimiter=",", skiprows=1, ndmin=2))
        for labels in entry["labels"]:
            path = stem.with_name(f"{entry['name']}.labels{labels['i']}.csv")
            if path.exists():
                reference = np.loadtxt(path, skiprows=1, dtype=np.int64)
                yield Problem(entry["battery"], entry["name"], values, reference)


def prepared(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Prepare points as the suite does: no constant columns, a little noise, one scale for all columns."""
    points = points[:, points.var(axis=0) > 0]
    noise = np.random.default_rng(0).normal(0.0, points.std(ddof=1) * NOISE, size=points.shape)
    points = points + noise
    return np.ascontiguousarray((points - points.mean(axis=0)) / points.std(ddof=1))


def ours(problem: Problem, method: Method) -> NDArray[np.int8]:
    """Find as many segments as the reference has."""
    names = tuple(f"x{i}" for i in range(problem.points.shape[1]))
    features = Features(problem.points.copy(), names, names)
    labels: NDArray[np.int8] = fit(
        features, Recipe((), method), segments=(problem.segments,), memory=PLENTY
    ).labels[0]
    return labels


def theirs(folder: Path, problem: Problem, algorithm: str) -> NDArray[np.int64] | None:
    """Read the published labels; None where there are none."""
    name = f"{problem.name}.k{problem.segments}.csv"
    path = folder / "results_original" / algorithm / problem.battery / name
    return np.loadtxt(path, skiprows=1, dtype=np.int64) if path.exists() else None


def main() -> int:
    """Print the table; give 1 where a mean difference is too large."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    differences: dict[Method, list[float]] = {method: [] for method in PUBLISHED}
    heads = "".join(f"{method:>20}" for method in PUBLISHED)
    print(f"{'points (segments)':<30}{heads}\n{'':<30}{'ours / published':>20}")
    for problem in problems(folder):
        cells = []
        for method, algorithm in PUBLISHED.items():
            labels = theirs(folder, problem, algorithm)
            if labels is None:
                cells.append("–")
                continue
            mine, published = problem.score(ours(problem, method)), problem.score(labels)
            differences[method].append(mine - published)
            cells.append(f"{mine:.3f} / {published:.3f}")
        title = f"{problem.name} ({problem.segments})"
        print(f"{title:<30}" + "".join(f"{cell:>20}" for cell in cells), flush=True)
    means = {method: float(np.mean(values)) for method, values in differences.items() if values}
    print(f"{'mean difference':<30}" + "".join(f"{means.get(m, np.nan):>+20.4f}" for m in PUBLISHED))
    apart = {method: float(np.abs(values).mean()) for method, values in differences.items() if values}
    print(f"{'mean absolute difference':<30}" + "".join(f"{apart.get(m, np.nan):>20.4f}" for m in PUBLISHED))
    print(f"{'sets compared':<30}" + "".join(f"{len(values):>20}" for values in differences.values()))
    return int(any(abs(mean) > LARGEST_DIFFERENCE for mean in means.values()))


if __name__ == "__main__":
    sys.exit(main())
