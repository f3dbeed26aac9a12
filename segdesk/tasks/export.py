"""Export a run: customer lists, charts, the recipe."""

from __future__ import annotations

import csv
import os
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np

from segdesk.charts.export import ChartFile, ExportRequest
from segdesk.charts.palette import load_palette
from segdesk.charts.render import write_chart
from segdesk.charts.specs import Spec, TableSpec
from segdesk.errors import StoreError
from segdesk.model.events import Progress, Report, Stage
from segdesk.store.catalogue import run
from segdesk.store.db import opened
from segdesk.store.runs import labels
from segdesk.tasks.contacts import opt_out_of
from segdesk.tasks.delivery import delivered
from segdesk.tasks.lists import NOWHERE, ListPlan, chosen_columns, list_names, safe_cell, write_csv_lists
from segdesk.tasks.saved_recipe import document_of
from segdesk.tasks.workbook import ListSummary, write_workbook

LISTS_END = 0.7
"""Charts take about a second each, lists of most stores less; 30 % is kept for them."""

PRINT_THEME = "light"

_LIST_FILES = (".csv", ".xlsx")
KINDS = ("lists", ".png", ".svg", ".json")
"""The kinds of files that an export writes."""


def export_run(
    report: Report,
    *,
    database: Path,
    run_id: int,
    folder: Path,
    request: ExportRequest,
    is_beside: bool = False,
) -> str:
    """Write what is asked for into ``folder`` and give its path.

    Files appear only when all of them are whole, and take the place of the lists that an earlier
    export left there; lists of some segments leave those of others. ``is_beside``: files of the same
    names stay, and the new ones get "(2)".

    Raises
    ------
    StoreError
        ``export.file_open``: another program has one of the files open. ``export.cannot_write``:
        the folder is read-only, or the disk is full. ``export.too_many_rows``: a workbook hasn't
        room for all customers. ``database.*``.
    """
    report(Progress(Stage.EXPORTING, 0.0))
    is_whole = not request.only
    with delivered(
        folder, database=database, kind_of=kind_of, is_whole=is_whole, is_beside=is_beside
    ) as unfinished:
        if request.segment_names:
            _write_lists(report, database, run_id, unfinished, request)
        _write_charts(report, unfinished, request.charts)
        if request.recipe_file:
            _write_recipe(database, run_id, request.segments, unfinished / request.recipe_file)
    return str(folder)


def draw_chart(report: Report, *, spec: Spec, path: Path, theme: str = PRINT_THEME) -> str:
    """Draw one chart, or write a chart's figures as CSV, to a file of the user's choice; give its path.

    Raises
    ------
    StoreError
        ``chart.cannot_write``
    """
    report(Progress(Stage.EXPORTING, 0.1))
    if isinstance(spec, TableSpec):
        _write_table(spec, path)
    else:
        write_chart(spec, path, palette=load_palette(theme))
    return str(path)


def _write_table(spec: TableSpec, path: Path) -> None:
    part = path.with_name(f".{path.stem}.{os.getpid()}.part")
    try:
        try:
            with part.open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(map(safe_cell, spec.headers))
                writer.writerows([safe_cell(value) for value in row] for row in spec.rows)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError("chart.cannot_write", path=str(path)) from error


def kind_of(path: Path) -> str:
    """Say of which kind an exported file is: one export's lists take the place of another's."""
    suffix = path.suffix.lower()
    return "lists" if suffix in _LIST_FILES else suffix


def _write_lists(report: Report, database: Path, run_id: int, folder: Path, request: ExportRequest) -> None:
    def tell(share: float) -> None:
        report(Progress(Stage.EXPORTING, share * LISTS_END))

    called = (*request.segment_names, *([request.outliers] if request.outliers else []))
    # The list of those without a segment is the last one, as -1 counts from the end.
    wanted = np.array(request.only or range(len(called)), dtype=np.int64)
    names = tuple(called[number] for number in wanted)
    with opened(database, "read") as connection:
        info = run(connection, run_id)
        segments = labels(connection, run_id, request.segments)
        list_of = np.full(len(called), NOWHERE, dtype=np.int64)
        list_of[wanted] = np.arange(len(wanted))
        of_all = list_of[segments]
        where = of_all.copy()
        if request.respects_opt_out:
            where[opt_out_of(connection, info.dataset_id).rows] = NOWHERE
        chosen, positions = chosen_columns(connection, info.dataset_id, request.columns)
        plan = ListPlan(info.dataset_id, names, where, segments, called, chosen, positions)
        words = request.workbook
        if words is None:
            files = tuple(list_names(names, taken=request.all_customers))
            plan = replace(plan, names=files, everybody=request.all_customers)
            write_csv_lists(connection, folder, plan, tell)
            return
        summary = [
            ListSummary(
                int(number) if 0 <= number < len(request.segment_names) else None,
                name,
                int((of_all == position).sum()),
                int((where == position).sum()),
                len(segments),
            )
            for position, (number, name) in enumerate(zip(wanted, names, strict=True))
        ]
        # The lists of single segments stand side by side in a folder.
        file_name = list_names(names, taken="", suffix=".xlsx")[0] if len(names) == 1 else words.file_name
        path = folder / file_name
        write_workbook(connection, path, plan, summary, words, tell, created=info.created_at)


def _write_charts(report: Report, folder: Path, charts: tuple[ChartFile, ...]) -> None:
    palette = load_palette(PRINT_THEME)
    for i, chart in enumerate(charts):
        report(Progress(Stage.EXPORTING, LISTS_END + (1 - LISTS_END) * i / len(charts)))
        write_chart(chart.spec, folder / chart.file_name, palette=palette)


def _write_recipe(database: Path, run_id: int, segments: int, path: Path) -> None:
    with opened(database, "read") as connection:
        document = document_of(connection, run_id, segments)
    path.write_bytes(msgspec.json.format(msgspec.json.encode(document), indent=2))
