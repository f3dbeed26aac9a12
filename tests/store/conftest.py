"""A database of its own for every test of the store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from segdesk.store.db import opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "segdesk.sqlite"


@pytest.fixture
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    with opened(path, "write") as connection:
        yield connection
