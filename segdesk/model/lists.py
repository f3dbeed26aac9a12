"""Customer lists: what a workbook's words are, and which rows stand on which list."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WorkbookWords:
    """A workbook's file name and the words on its first sheet."""

    file_name: str
    summary: str
    title: str
    facts: tuple[tuple[str, str], ...]
    number: str
    list_name: str
    customers: str
    share: str
    listed: str
    left_out: str
    sheet: str
    total: str
    opt_out: str


EXCEL_ROWS = 1_048_576
"""A sheet's rows with its heading, in every Excel since 2007."""


@dataclass(frozen=True, slots=True)
class CampaignLists:
    """How a campaign's two lists are written: what they are called, and all else as in an export."""

    contact: str
    held_back: str
    segment_names: tuple[str, ...]
    columns: tuple[str, ...] = ()
    workbook: WorkbookWords | None = None
