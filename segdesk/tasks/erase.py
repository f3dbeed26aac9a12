"""Erase one person from every dataset, run and placement."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.prune import without_leaves
from segdesk.engine.roles import summarise_columns
from segdesk.errors import InputError
from segdesk.model.erased import Erased
from segdesk.model.events import Progress, Report, Stage
from segdesk.model.findings import BORDERLINE
from segdesk.store import catalogue, erase
from segdesk.store.arrays import array, save_array
from segdesk.store.datasets import read_table
from segdesk.store.db import Connection, atomic, opened
from segdesk.store.placers import forget_placers

FEWEST_ROWS = 2
_CERTAINTY = "certainty_"


def erase_person(report: Report, *, database: Path, column: str, value: str) -> Erased:
    """Remove one person from everything, in one transaction, and their traces from the file.

    Rows are deleted and the others move up; runs keep their segments without the person; examples
    and quotations go; what places customers is made anew when it is next needed. What was deleted but could
    be restored is gone for good first.

    Raises
    ------
    InputError
        ``erase.nobody``: no dataset has that value; ``erase.last_rows``: a dataset would have one row left.
    StoreError
        ``database.*``
    """
    report(Progress(Stage.READING, 0.0))
    with opened(database, "read") as connection:  # refuses where there is no database
        _refuse_nobody(erase.rows_of(connection, column, value), column, value)
    with erase.wiping(database) as connection:
        catalogue.purge(connection)
        with atomic(connection):
            found = erase.rows_of(connection, column, value)
            _refuse_nobody(found, column, value)
            placements: set[int] = set()
            changed: set[int] = set()
            removed: list[int] = []
            for done, (dataset_id, rows) in enumerate(found.items()):
                report(Progress(Stage.SAVING, 0.1 + 0.7 * done / len(found)))
                placements |= set(_erase_from(connection, dataset_id, rows, value.strip()))
                for run_id in erase.runs_of(connection, dataset_id):
                    changed.add(run_id)
                    forget_placers(connection, run_id)
                    if not _rewrite_run(connection, dataset_id, run_id, rows):
                        erase.remove_run(connection, run_id)
                        removed.append(run_id)
        report(Progress(Stage.SAVING, 0.9))
    return Erased(
        sum(map(len, found.values())),
        len(found),
        len(changed),
        len(placements),
        tuple(removed),
        tuple(str(path) for path in erase.backups(database)),
    )


def _refuse_nobody(found: dict[int, tuple[int, ...]], column: str, value: str) -> None:
    if not found:
        raise InputError("erase.nobody", column=column, value=value)


def _erase_from(connection: Connection, dataset_id: int, rows: Sequence[int], value: str) -> tuple[int, ...]:
    info = catalogue.dataset(connection, dataset_id)
    if info.rows - len(rows) < FEWEST_ROWS:
        raise InputError("erase.last_rows", name=info.name, id=str(dataset_id))
    texts = erase.own_texts(connection, dataset_id, rows) | {value}
    placements = erase.delete_rows(connection, dataset_id, rows)
    erase.describe_anew(connection, dataset_id, summarise_columns(read_table(connection, dataset_id)))
    # The longest first: a name is part of an address.
    erase.hide_texts(connection, dataset_id, sorted(texts, key=len, reverse=True))
    return placements


def _rewrite_run(connection: Connection, dataset_id: int, run_id: int, gone: Sequence[int]) -> bool:
    """Take rows out of a run's arrays and figures; tell whether all its own segments still have somebody."""
    before = catalogue.dataset(connection, dataset_id).rows + len(gone)
    segments = catalogue.run(connection, run_id).segments
    arrays = {name: array(connection, run_id, name) for name in erase.array_names(connection, run_id)}
    labels = arrays.pop("labels")
    silhouettes = arrays.pop("silhouettes")
    assert labels is not None  # every run has both
    assert silhouettes is not None
    labels = np.delete(labels, gone, axis=1)
    counts = _cut_counts(connection, run_id)
    is_whole = np.array([_has_all(line, count) for line, count in zip(labels, counts, strict=True)])
    if not is_whole[counts.index(segments)]:
        return False
    save_array(connection, run_id, "labels", labels[is_whole])
    save_array(connection, run_id, "silhouettes", np.delete(silhouettes, gone, axis=1)[is_whole])
    for name, values in arrays.items():
        if values is None:
            continue
        if name == "linkage":
            save_array(connection, run_id, name, without_leaves(values, gone))
        elif before in values.shape:
            shorter = np.delete(values, gone, axis=values.shape.index(before))
            save_array(connection, run_id, name, shorter)
    _rewrite_figures(connection, run_id, labels, is_whole, counts.index(segments))
    return True


def _has_all(line: NDArray[np.int8], segments: int) -> bool:
    """Tell whether every segment has somebody."""
    return bool((np.bincount(line[line >= 0], minlength=segments) > 0).all())


def _cut_counts(connection: Connection, run_id: int) -> list[int]:
    found: list[int] = []

    def look(cuts: Any) -> Any:
        found.extend(cut["segments"] for cut in cuts)
        return cuts

    erase.change_documents(connection, "clustering_runs", "cuts", run_id, look)
    return found


def _rewrite_figures(
    connection: Connection,
    run_id: int,
    labels: NDArray[np.int8],
    is_whole: NDArray[np.bool_],
    own: int,
) -> None:
    """Count customers anew wherever a run's documents say how many there are."""
    sizes = [np.bincount(line.astype(np.int64) + 1, minlength=1).tolist() for line in labels]

    def cuts(document: Any) -> Any:
        return [
            cut | {"sizes": size[1:], "outliers": size[0]}
            for cut, size, is_kept in zip(document, sizes, is_whole, strict=True)
            if is_kept
        ]

    def metrics(document: Any) -> Any:
        named = {str(segment): size for segment, size in enumerate(sizes[own][1:])}
        counts = {"n_samples": labels.shape[1], "n_outliers": sizes[own][0], "cluster_sizes": named}
        return document | counts

    def findings(document: Any) -> Any:
        if "borderline" in document:
            certainty = array(connection, run_id, f"{_CERTAINTY}{document['segments']}")
            document["borderline"] = 0 if certainty is None else int((certainty < BORDERLINE).sum())
        if "rows" in document:
            document["rows"] = min(document["rows"], labels.shape[1])
        return document

    erase.change_documents(connection, "clustering_runs", "cuts", run_id, cuts)
    erase.change_documents(connection, "clustering_runs", "metrics", run_id, metrics)
    erase.change_documents(connection, "run_findings", "document", run_id, findings)
