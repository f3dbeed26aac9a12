"""The task that copies the database elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from segdesk.errors import StoreError
from segdesk.model.events import Progress, Stage
from segdesk.store.db import integrity, opened
from segdesk.tasks.move import copy_to_folder


def test_that_the_database_is_copied_and_said_where(tmp_path: Path) -> None:
    database, folder = tmp_path / "here.sqlite", tmp_path / "there"
    folder.mkdir()
    with opened(database, "write"):
        pass
    told: list[Progress] = []
    copy = copy_to_folder(told.append, database=database, folder=folder)
    assert copy == folder / "here.sqlite"
    assert integrity(copy) == ()
    assert [progress.stage for progress in told] == [Stage.SAVING]


def test_that_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        copy_to_folder(lambda _progress: None, database=tmp_path / "a.sqlite", folder=tmp_path / "nowhere")
    assert caught.value.code == "database.no_folder"
    assert not (tmp_path / "a.sqlite").exists()
