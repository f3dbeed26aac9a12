"""What an export should write, decided where there are words, done where there is a worker."""

from __future__ import annotations

from dataclasses import dataclass

from segdesk.charts.specs import Picture
from segdesk.model.lists import WorkbookWords

UNFINISHED_FOLDER = ".segdesk-unfinished"
"""Files are written here and moved when they are whole; a cancelled export leaves only this."""


@dataclass(frozen=True, slots=True)
class ChartFile:
    """A chart to draw: the file's name, whose ending picks the format, and the chart's Spec."""

    file_name: str
    spec: Picture


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Files to write of a run cut into ``segments``.

    ``segment_names`` empty: no customer lists; ``all_customers`` names the list with everybody;
    ``outliers`` is what customers without a segment are called, empty where there are none;
    ``recipe_file`` is empty where no recipe is wanted. With ``workbook`` the lists are the sheets of
    one workbook instead of files. ``columns`` are the lists' columns in their order, empty for all.
    Lists of segments leave out whoever asked not to be contacted where ``respects_opt_out``; the list
    of everybody never does. ``only`` are the segments whose lists are wanted, -1 for customers without
    one; empty for all.
    """

    segments: int
    segment_names: tuple[str, ...] = ()
    outliers: str = ""
    all_customers: str = ""
    charts: tuple[ChartFile, ...] = ()
    recipe_file: str = ""
    columns: tuple[str, ...] = ()
    respects_opt_out: bool = True
    workbook: WorkbookWords | None = None
    only: tuple[int, ...] = ()
