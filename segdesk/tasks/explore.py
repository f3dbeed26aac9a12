"""Look through a dataset's columns for the data quality page."""

from __future__ import annotations

from pathlib import Path

from threadpoolctl import threadpool_limits

from segdesk.engine.explore import explore as look_through
from segdesk.model.events import Progress, Report, Stage
from segdesk.model.exploration import Exploration
from segdesk.store import catalogue
from segdesk.store.datasets import read_table
from segdesk.store.db import opened

READING_ENDS = 0.75
"""Measured on 100,000 rows of 12 columns: 0.27 s to read them back, 0.09 s to look through them."""


def explore(report: Report, *, database: Path, dataset_id: int) -> Exploration:
    """Describe every column of a dataset, small enough to be handed to the window.

    Raises
    ------
    StoreError
        ``database.*``
    """
    report(Progress(Stage.READING, 0.0))
    with opened(database, "read") as connection:
        summaries = catalogue.columns(connection, dataset_id)
        table = read_table(connection, dataset_id)
    report(Progress(Stage.DESCRIBING, READING_ENDS))
    # One thread: the window's own work goes on meanwhile.
    with threadpool_limits(limits=1, user_api="blas"):
        return look_through(table, summaries, dataset_id=dataset_id)
