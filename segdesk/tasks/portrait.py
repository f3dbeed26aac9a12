"""Who the customers of each segment are: a run's cards."""

from __future__ import annotations

from pathlib import Path

from threadpoolctl import threadpool_limits

from segdesk.engine.encode import encode
from segdesk.engine.portrait import Given, portraits
from segdesk.model.events import Progress, Report, Stage
from segdesk.model.portrait import Portraits
from segdesk.store import catalogue
from segdesk.store.actions import own_actions, own_personas
from segdesk.store.datasets import read_table
from segdesk.store.db import opened
from segdesk.store.names import names
from segdesk.store.runs import labels


def portray(report: Report, *, database: Path, run_id: int, segments: int) -> Portraits:
    """Draw the portraits of a run's cut into ``segments``; nothing is saved.

    Raises
    ------
    StoreError
        ``database.*``
    """
    report(Progress(Stage.PREPARING, 0.1))
    with opened(database, "read") as connection:
        info = catalogue.run(connection, run_id)
        summaries = catalogue.columns(connection, info.dataset_id)
        table = read_table(connection, info.dataset_id)
        line = labels(connection, run_id, segments)
        standard = catalogue.cut(connection, run_id, segments).standard
        given = Given(
            segments=segments,
            standard=standard,
            names=names(connection, run_id, segments),
            actions=own_actions(connection),
            personas=own_personas(connection),
        )
    with threadpool_limits(limits=1):
        features = encode(table, info.recipe)
        report(Progress(Stage.DESCRIBING, 0.4))
        return portraits(table, summaries, info.recipe, features, line, given, run_id=run_id)
