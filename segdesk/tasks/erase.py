"""Erase one person from every dataset, run and placement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.prune import without_leaves
from segdesk.engine.roles import summarise_columns
from segdesk.errors import InputError
from segdesk.model.erased import Erased, Person
from segdesk.model.events import Progress, Report, Stage
from segdesk.model.findings import BORDERLINE
from segdesk.store import catalogue, erase, erased_texts
from segdesk.store.arrays import array, save_array
from segdesk.store.datasets import read_table
from segdesk.store.db import Connection, atomic, opened
from segdesk.store.placers import forget_placers
from segdesk.tasks.erased_figures import count_campaigns_anew, count_reading_anew

FEWEST_ROWS = 2
_CERTAINTY = "certainty_"


def erase_person(report: Report, *, database: Path, column: str, value: str) -> Erased:
    """Remove one person from everything, in one transaction, and their traces from the file.

    Rows are deleted and the others move up; runs keep their segments without the person; examples
    and quotations go; receipts and campaigns are counted anew; what places customers, and comparisons of
    methods, are made anew when they are next needed. What was deleted but could be restored is gone for
    good first, and so are copies of older databases.

    Raises
    ------
    InputError
        ``erase.nobody``: no dataset has that value; ``erase.last_rows``: a dataset would have one row left.
    StoreError
        ``database.*``; ``erase.still_open``
    """
    report(Progress(Stage.READING, 0.0))
    with opened(database, "read") as connection:  # refuses where there is no database
        _refuse_nobody(erase.rows_of(connection, column, value), column, value)
    done = _Done()
    with erase.wiping(database) as connection:
        catalogue.purge(connection)
        with atomic(connection):
            found = erase.rows_of(connection, column, value)
            _refuse_nobody(found, column, value)
            for count, (dataset_id, rows) in enumerate(found.items()):
                report(Progress(Stage.SAVING, 0.1 + 0.7 * count / len(found)))
                _erase_from(connection, dataset_id, rows, value.strip(), done)
            erased_texts.hide_typed(connection, done.names)
            done.recipes = erased_texts.hide_in_recipes(connection, done.names, done.texts)
            elsewhere = erase.elsewhere(connection, column, value)
        report(Progress(Stage.SAVING, 0.9))
    gone, kept = erase.delete_backups(database)
    return Erased(
        rows=sum(map(len, found.values())),
        datasets=len(found),
        runs=done.runs,
        placements=len(done.placements),
        campaigns=done.campaigns,
        recipes=done.recipes,
        removed_runs=tuple(done.removed),
        backups=tuple(map(str, gone)),
        kept_backups=tuple(map(str, kept)),
        elsewhere=elsewhere,
    )


def find_person(report: Report, *, database: Path, column: str, value: str) -> Person:
    """Look for a person without changing anything; one without rows isn't there.

    Raises
    ------
    StoreError
        ``database.*``
    """
    report(Progress(Stage.READING, 0.0))
    with opened(database, "read") as connection:
        found = erase.rows_of(connection, column, value)
        elsewhere = erase.elsewhere(connection, column, value)
    copies = tuple(map(str, erase.backups(database)))
    return Person(sum(map(len, found.values())), len(found), elsewhere, copies)


@dataclass(slots=True)
class _Done:
    """What was changed so far; ``names`` of the person and all ``texts`` that nobody else has."""

    runs: int = 0
    campaigns: int = 0
    recipes: int = 0
    placements: set[int] = field(default_factory=set)
    removed: list[int] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)


def _refuse_nobody(found: dict[int, tuple[int, ...]], column: str, value: str) -> None:
    if not found:
        raise InputError("erase.nobody", column=column, value=value)


def _erase_from(
    connection: Connection, dataset_id: int, rows: Sequence[int], value: str, done: _Done
) -> None:
    info = catalogue.dataset(connection, dataset_id)
    if info.rows - len(rows) < FEWEST_ROWS:
        raise InputError("erase.last_rows", name=info.name, id=str(dataset_id))
    done.names |= erased_texts.own_texts(connection, dataset_id, rows, only_identifiers=True) | {value}
    texts = erased_texts.own_texts(connection, dataset_id, rows) | {value}
    before = read_table(connection, dataset_id)
    done.placements |= set(erase.delete_rows(connection, dataset_id, rows))
    erase.describe_anew(connection, dataset_id, summarise_columns(read_table(connection, dataset_id)))
    count_reading_anew(connection, dataset_id, before, rows)
    erase.forget_comparisons(connection, dataset_id)
    erased_texts.hide_texts(connection, dataset_id, texts)
    done.texts |= texts
    for run_id in erase.runs_of(connection, dataset_id):
        done.runs += 1
        forget_placers(connection, run_id)
        if _rewrite_run(connection, dataset_id, run_id, rows):
            done.campaigns += count_campaigns_anew(connection, run_id)
        else:
            erase.remove_run(connection, run_id)
            done.removed.append(run_id)


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
    lost = [count for count, is_kept in zip(counts, is_whole, strict=True) if not is_kept]
    erase.forget_cuts(connection, run_id, lost)
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
