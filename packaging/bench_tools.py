"""One tool at one job, in a process of its own: ``python bench_tools.py JOB TOOL IN OUT``.

``bench_peers.py`` starts it, with the interpreter that has the tool. What a tool needs is imported and its
input is in memory before the clock starts, so that only the job itself is timed. One line of JSON goes to
the standard output; what the tool found goes to OUT, so that answers can be compared.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from segdesk.model.table import Features

KIBIBYTES_PER_MEGABYTE = 1024
SEGMENTS = 4
MOST_SILHOUETTES = 15
DENDROGRAM_JOINS = 50
WARM_LINES = 301
NO_FEATURES = ["customer_id", "member_since", "last_purchase"]
"""Numbers of customers and dates, of which the peers would make a column for each value."""
ELBOW_COUNTS = range(1, 11)
_STATUS = Path("/proc/self/status")
_RESET_PEAK = "5"

Floats = NDArray[np.float64]
Job = Callable[[], Any]


def as_features(matrix: Floats) -> Features:
    """Hand a matrix over as it stands."""
    from segdesk.model.table import Features

    names = tuple(str(column) for column in range(matrix.shape[1]))
    return Features(matrix, names, names)


# Ward: a matrix of features in, SciPy's linkage matrix out


def ward_segdesk(matrix: Floats) -> Job:
    """SegDesk's own choice of a way, as a run takes it."""
    from segdesk.engine.methods.hierarchical import linkage
    from segdesk.model.recipe import Method

    features = as_features(matrix)
    return lambda: linkage(features, Method.WARD, memory=1 << 62)


def ward_scipy(matrix: Floats) -> Job:
    """What most tutorials call."""
    from scipy.cluster.hierarchy import linkage

    return lambda: linkage(matrix, "ward")


def ward_fastcluster(matrix: Floats) -> Job:
    """The fastest with a matrix of distances."""
    import fastcluster

    return lambda: fastcluster.linkage(matrix, "ward")


def ward_linkage_vector(matrix: Floats) -> Job:
    """The fastest without one."""
    import fastcluster

    return lambda: fastcluster.linkage_vector(matrix, "ward")


def ward_sklearn(matrix: Floats) -> Job:
    """scikit-learn, with its whole tree and the heights, in SciPy's format."""
    from sklearn.cluster import AgglomerativeClustering

    def run() -> Floats:
        model = AgglomerativeClustering(n_clusters=None, distance_threshold=0.0, linkage="ward").fit(matrix)
        return np.column_stack([model.children_, model.distances_, np.zeros(len(model.distances_))])

    return run


def ward_orange(matrix: Floats) -> Job:
    """Orange's distances widget and its hierarchical clustering."""
    from Orange.clustering.hierarchical import WARD, dist_matrix_linkage
    from Orange.distance import Euclidean

    return lambda: dist_matrix_linkage(Euclidean(matrix), linkage=WARD)


# Silhouettes of the cuts into 2 … 15: a matrix in, one mean silhouette for each cut out


def _cuts(matrix: Floats) -> NDArray[np.int8]:
    from segdesk.engine.methods.hierarchical import cut

    return cut(ward_segdesk(matrix)(), range(2, MOST_SILHOUETTES + 1))


def silhouettes_segdesk(matrix: Floats) -> Job:
    """All cuts in one pass over all pairs, whatever the number of rows."""
    from segdesk.engine import quality

    # A sample would not be the same job.
    vars(quality)["EXACT_ROWS"] = len(matrix)
    features = as_features(matrix)
    labels = _cuts(matrix)
    return lambda: [q.silhouette for q in quality.judge(features, labels, seed=0).qualities]


def silhouettes_sklearn(matrix: Floats) -> Job:
    """One call for each cut."""
    from sklearn.metrics import silhouette_score

    labels = _cuts(matrix)
    return lambda: [silhouette_score(matrix, line) for line in labels]


# Whole pipelines: a customer file in, saved and drawn results out; the labels are the answer


def pipeline_segdesk(file: Path, folder: Path) -> Job:
    """Import, find segments by Ward, save the run, write the lists and draw the dendrogram."""
    from dataclasses import replace

    from segdesk.charts.specs import DendrogramSpec
    from segdesk.choices import column_uses
    from segdesk.exports import CHARTS_PNG, LISTS, export_request
    from segdesk.model.recipe import Encoding, Method, Recipe
    from segdesk.store import catalogue, runs
    from segdesk.store.db import opened
    from segdesk.tasks.export import export_run
    from segdesk.tasks.import_file import import_file
    from segdesk.tasks.segment import segment

    def silent(_event: object) -> None:
        pass

    def run() -> Any:
        database = folder / "bench.sqlite"
        dataset = import_file(silent, database=database, source=file)
        with opened(database, "read") as connection:
            uses = column_uses(catalogue.columns(connection, dataset), None, Encoding.BALANCED)
        recipe = Recipe(uses, Method.WARD, SEGMENTS)
        made = segment(silent, database=database, dataset_id=dataset, recipe=recipe)
        with opened(database, "read") as connection:
            found = runs.segmentation(connection, made)
        charts = export_request(found, SEGMENTS, CHARTS_PNG).charts
        tree = tuple(chart for chart in charts if isinstance(chart.spec, DendrogramSpec))
        request = replace(export_request(found, SEGMENTS, LISTS), charts=tree)
        export_run(silent, database=database, run_id=made, folder=folder / "out", request=request)
        return found.labels[found.position(SEGMENTS)]

    return run


def pipeline_segmentiq(file: Path, folder: Path) -> Job:
    """SegmentIQ as its documents describe it: one file in, assignments and a picture out."""
    import matplotlib as mpl

    mpl.use("Agg")
    import pandas as pd
    from matplotlib import pyplot as plt
    from scipy.cluster.hierarchy import dendrogram, fcluster, linkage
    from sklearn.metrics import silhouette_score
    from sklearn.preprocessing import OneHotEncoder, StandardScaler

    def run() -> Any:
        table = pd.read_csv(file).drop(columns=NO_FEATURES, errors="ignore")
        numbers, words = table.select_dtypes("number"), table.select_dtypes(exclude="number")
        encoder = OneHotEncoder(handle_unknown="ignore", sparse_output=False)
        dummies = encoder.fit_transform(words.fillna(""))
        matrix = np.hstack([StandardScaler().fit_transform(numbers.fillna(numbers.median())), dummies])
        tree = linkage(matrix, "ward")
        labels = fcluster(tree, SEGMENTS, "maxclust") - 1
        silhouette_score(matrix, labels)
        figure, axes = plt.subplots(figsize=(14, 8))
        dendrogram(tree, truncate_mode="lastp", p=DENDROGRAM_JOINS, ax=axes)
        figure.savefig(folder / "dendrogram.png", dpi=100)
        lines = [
            {"row_index": row, "cluster_label": int(label), "payload": payload}
            for row, (label, payload) in enumerate(zip(labels, table.to_dict("records"), strict=True))
        ]
        (folder / "assignments.json").write_text(json.dumps(lines), "utf-8")
        return labels

    return run


def pipeline_smartcart(file: Path, folder: Path) -> Job:
    """SmartCart as its documents describe it: k-means beside Ward on three components, elbow, silhouette."""
    import matplotlib as mpl

    mpl.use("Agg")
    import pandas as pd
    from kneed import KneeLocator
    from matplotlib import pyplot as plt
    from sklearn.cluster import AgglomerativeClustering, KMeans
    from sklearn.decomposition import PCA
    from sklearn.metrics import silhouette_score
    from sklearn.preprocessing import StandardScaler

    def run() -> Any:
        table = pd.read_csv(file).drop(columns=NO_FEATURES, errors="ignore")
        numbers = table.select_dtypes("number")
        table[numbers.columns] = numbers.fillna(numbers.median())
        matrix = StandardScaler().fit_transform(pd.get_dummies(table))
        points = PCA(3, random_state=0).fit_transform(matrix)
        fits = [KMeans(k, n_init=10, random_state=0).fit(points) for k in ELBOW_COUNTS]
        KneeLocator(list(ELBOW_COUNTS), [f.inertia_ for f in fits], curve="convex", direction="decreasing")
        for fitted in fits[1:]:
            silhouette_score(points, fitted.labels_)
        labels = AgglomerativeClustering(SEGMENTS).fit_predict(points)
        figure = plt.figure(figsize=(10, 8))
        figure.add_subplot(projection="3d").scatter(*points.T, c=labels, s=4)
        figure.savefig(folder / "scatter.png", dpi=100)
        table.assign(cluster=labels).to_csv(folder / "segments.csv", index=False)
        return labels

    return run


MATRIX_JOBS: dict[str, dict[str, Callable[[Floats], Job]]] = {
    "ward": {
        "segdesk": ward_segdesk,
        "scipy": ward_scipy,
        "fastcluster": ward_fastcluster,
        "linkage_vector": ward_linkage_vector,
        "scikit-learn": ward_sklearn,
        "orange": ward_orange,
    },
    "silhouettes": {"segdesk": silhouettes_segdesk, "scikit-learn": silhouettes_sklearn},
}
FILE_JOBS: dict[str, dict[str, Callable[[Path, Path], Job]]] = {
    "pipeline": {
        "segdesk": pipeline_segdesk,
        "segmentiq": pipeline_segmentiq,
        "smartcart": pipeline_smartcart,
    },
}


def memory(field: str) -> float:
    """Give a field of /proc/self/status in MB; 0 but on Linux."""
    if not _STATUS.exists():
        return 0.0
    line = next(line for line in _STATUS.read_text("utf-8").splitlines() if line.startswith(field))
    return int(line.split()[1]) / KIBIBYTES_PER_MEGABYTE


def timed(job: Job) -> tuple[Any, dict[str, float]]:
    """Do the job once: its answer; seconds of all threads and by the clock, and MB at the peak."""
    if _STATUS.exists():
        _STATUS.with_name("clear_refs").write_text(_RESET_PEAK, "ascii")
    before = memory("VmRSS")
    wall, cpu = time.perf_counter(), time.process_time()
    answer = job()
    figures = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}
    return answer, figures | {"extra": memory("VmHWM") - before}


def warm(make: Callable[[Path, Path], Job], source: Path, folder: Path) -> Job:
    """Do the job once with a few customers: what is imported at the first call is there then."""
    few, first, then = folder / "few.csv", folder / "first", folder / "then"
    first.mkdir()
    then.mkdir()
    with source.open(encoding="utf-8") as lines:
        few.write_text("".join(line for _, line in zip(range(WARM_LINES), lines, strict=False)), "utf-8")
    make(few, first)()
    return make(source, then)


def main() -> None:
    """Do what the arguments say."""
    name, tool, source, out = sys.argv[1:]
    if name in MATRIX_JOBS:
        job = MATRIX_JOBS[name][tool](np.load(source))
        answer, figures = timed(job)
    else:
        with tempfile.TemporaryDirectory() as folder:
            answer, figures = timed(warm(FILE_JOBS[name][tool], Path(source), Path(folder)))
    np.save(out, np.asarray(answer))
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
