"""Move the database to another folder."""

from __future__ import annotations

from pathlib import Path

from segdesk.model.events import Progress, Report, Stage
from segdesk.store.moving import copy_database


def copy_to_folder(report: Report, *, database: Path, folder: Path) -> Path:
    """Copy the database into a folder and check the copy; who asked decides to use it.

    Raises
    ------
    StoreError
        ``database.*``
    """
    report(Progress(Stage.SAVING, 0.0))
    return copy_database(database, folder)
