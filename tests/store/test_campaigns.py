"""Campaigns come back as they were and go with their run; written files are remembered by folder."""

from __future__ import annotations

import math
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from segdesk.errors import StoreError
from segdesk.model.campaign import Campaign, CampaignSegment, CampaignWishes
from segdesk.store import catalogue
from segdesk.store.campaigns import (
    campaign,
    campaign_parts,
    campaigns,
    delete_campaign,
    save_campaign,
)
from segdesk.store.db import opened
from segdesk.store.exported import Written, forget_files, save_files, written_files
from tests.store import examples

Connection = sqlite3.Connection
PARTS = np.array([1, 2, 0, 1], np.int8)


def made(run_id: int) -> Campaign:
    return Campaign(
        run_id=run_id,
        segments=2,
        wishes=CampaignWishes("100", "2.50", order=(1, 0), seed=7),
        identifier="የደንበኛ መለያ",
        sales="",
        rows=(CampaignSegment(1, 2, 2, 1, 1, math.nan), CampaignSegment(0, 2, 2, 1, 0, 12.5)),
        opted_out=1,
        opt_out_columns=("opt_out",),
        unknown=0,
        smallest=math.nan,
    )


@pytest.fixture
def run_id(connection: Connection) -> int:
    return examples.save_run(
        connection, examples.save(connection, examples.customers()), examples.segmentation()
    )


def test_that_a_campaign_comes_back_as_it_was(connection: Connection, run_id: int) -> None:
    number = save_campaign(connection, made(run_id), PARTS, created_at=examples.NOON)
    found = campaign(connection, number)
    assert found.created_at == examples.NOON
    assert repr(found.campaign) == repr(made(run_id))  # nan equals itself in words only
    assert found.campaign.contacted == 2
    assert found.campaign.held_back == 1
    assert campaign_parts(connection, number).tolist() == PARTS.tolist()
    assert [saved.id for saved in campaigns(connection, run_id)] == [number]
    assert campaigns(connection, run_id + 1) == ()


def test_that_a_campaign_goes_with_its_run(connection: Connection, run_id: int) -> None:
    number = save_campaign(connection, made(run_id), PARTS, created_at=examples.NOON)
    catalogue.delete_run(connection, run_id)
    with pytest.raises(StoreError, match=r"database\.no_campaign"):
        campaign(connection, number)
    catalogue.restore_run(connection, run_id)
    assert campaign(connection, number).id == number
    catalogue.delete_run(connection, run_id)
    catalogue.purge(connection)
    assert connection.execute("SELECT count(*) FROM campaigns").fetchone() == (0,)


def test_that_a_deleted_campaign_leaves_nothing(connection: Connection, run_id: int) -> None:
    number = save_campaign(connection, made(run_id), PARTS, created_at=examples.NOON)
    delete_campaign(connection, number)
    assert campaigns(connection) == ()
    query = "SELECT count(*) FROM run_arrays WHERE name LIKE 'campaign%'"
    assert connection.execute(query).fetchone() == (0,)
    with pytest.raises(StoreError, match=r"database\.no_campaign"):
        delete_campaign(connection, number)


def test_that_a_campaign_of_a_missing_run_is_refused(connection: Connection) -> None:
    with pytest.raises(StoreError, match=r"database\.no_run"):
        save_campaign(connection, made(99), PARTS, created_at=examples.NOON)


def test_that_written_files_are_remembered_by_folder_and_kind(connection: Connection) -> None:
    a, b = Written("All.csv", "lists", "00"), Written("Tree.png", ".png", "11")
    save_files(connection, "/home/a", [a, b])
    save_files(connection, "/home/b", [a])
    forget_files(connection, "/home/a", ["lists"])
    assert written_files(connection, "/home/a") == (b,)
    assert written_files(connection, "/home/b") == (a,)
    save_files(connection, "/home/b", [Written("All.csv", "lists", "22")])
    assert [file.sha256 for file in written_files(connection, "/home/b")] == ["22"]


def test_that_a_path_that_is_no_utf_8_can_be_remembered(tmp_path: Path) -> None:
    with opened(tmp_path / "db.sqlite", "write") as connection:
        save_files(connection, "/home/\udce9", [Written("\udce9.csv", "lists", "00")])
        assert len(written_files(connection, "/home/\udce9")) == 1
