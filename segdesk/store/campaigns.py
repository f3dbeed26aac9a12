"""Saves campaigns and who is in them, and reads them back as they were."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from segdesk.errors import StoreError
from segdesk.model.campaign import Campaign
from segdesk.store import catalogue, json_text
from segdesk.store.arrays import array, save_array
from segdesk.store.db import atomic


@dataclass(frozen=True, slots=True)
class SavedCampaign:
    """A campaign with its number; ``created_at`` is in UTC."""

    id: int
    campaign: Campaign
    created_at: datetime


def save_campaign(
    connection: sqlite3.Connection, campaign: Campaign, parts: NDArray[np.int8], *, created_at: datetime
) -> int:
    """Save a campaign in one transaction, and give its number.

    ``parts`` has shape ``(rows,)`` and says of each customer what they are in it.

    Raises
    ------
    StoreError
        ``database.no_run``: it was deleted meanwhile.
    """
    with atomic(connection):
        catalogue.run(connection, campaign.run_id)
        found = connection.execute(
            "INSERT INTO campaigns (run_id, document, created_at) VALUES (?, ?, ?) RETURNING id",
            (
                campaign.run_id,
                json_text.encode(campaign),
                created_at.astimezone(UTC).isoformat(timespec="microseconds"),
            ),
        )
        campaign_id = int(found.fetchone()[0])
        save_array(connection, campaign.run_id, _array_name(campaign_id), parts)
    return campaign_id


def campaign(connection: sqlite3.Connection, campaign_id: int) -> SavedCampaign:
    """Give one campaign.

    Raises
    ------
    StoreError
        ``database.no_campaign``: there is none of that number, or its run was deleted.
    """
    found = [saved for saved in _campaigns(connection) if saved.id == campaign_id]
    if not found:
        raise StoreError("database.no_campaign", id=str(campaign_id))
    return found[0]


def campaigns(connection: sqlite3.Connection, run_id: int | None = None) -> tuple[SavedCampaign, ...]:
    """Give the campaigns of one run or of all, newest first, without those of deleted runs."""
    return tuple(saved for saved in _campaigns(connection) if run_id in (None, saved.campaign.run_id))


def campaign_parts(connection: sqlite3.Connection, campaign_id: int) -> NDArray[np.int8]:
    """Give what each customer of the run is in a campaign.

    Raises
    ------
    StoreError
        ``database.no_campaign``.
    """
    run_id = campaign(connection, campaign_id).campaign.run_id
    found = array(connection, run_id, _array_name(campaign_id))
    assert found is not None  # saved with every campaign
    return found


def delete_campaign(connection: sqlite3.Connection, campaign_id: int) -> None:
    """Remove a campaign for good.

    Raises
    ------
    StoreError
        ``database.no_campaign``.
    """
    with atomic(connection):
        run_id = campaign(connection, campaign_id).campaign.run_id
        connection.execute("DELETE FROM campaigns WHERE id = ?", (campaign_id,))
        name = _array_name(campaign_id)
        connection.execute("DELETE FROM run_arrays WHERE run_id = ? AND name = ?", (run_id, name))


def _campaigns(connection: sqlite3.Connection) -> list[SavedCampaign]:
    query = """
        SELECT c.id, c.document, c.created_at FROM campaigns c
        JOIN clustering_runs r ON r.id = c.run_id JOIN datasets d ON d.id = r.dataset_id
        WHERE r.deleted_at IS NULL AND d.deleted_at IS NULL ORDER BY c.id DESC"""
    return [
        SavedCampaign(number, json_text.decode(document, Campaign), datetime.fromisoformat(created_at))
        for number, document, created_at in connection.execute(query)
    ]


def _array_name(campaign_id: int) -> str:
    return f"campaign_{campaign_id}"
