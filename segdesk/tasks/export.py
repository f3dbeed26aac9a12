"""Export a run: customer lists as CSV, charts, the recipe."""

from __future__ import annotations

import csv
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import msgspec

from segdesk.charts.export import UNFINISHED_FOLDER, ChartFile, ExportRequest
from segdesk.charts.palette import load_palette
from segdesk.charts.render import write_chart
from segdesk.charts.specs import Spec, TableSpec
from segdesk.errors import StoreError
from segdesk.model.events import Progress, Report, Stage
from segdesk.model.reading import ReadingChoices
from segdesk.store.catalogue import columns, dataset, reading, run
from segdesk.store.datasets import rows
from segdesk.store.db import opened
from segdesk.store.runs import segmentation

PAGE_ROWS = 20_000
"""Rows held at a time: a few MB, and progress several times a second."""

LISTS_END = 0.7
"""Charts take about a second each, lists of most stores less; 30 % is kept for them."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A text cell that starts so is run as a formula by spreadsheets (OWASP, CSV injection)."""

LONGEST_NAME = 80
_UNSAFE_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')

PRINT_THEME = "light"


def export_run(report: Report, *, database: Path, run_id: int, folder: Path, request: ExportRequest) -> str:
    """Write what is asked for into ``folder`` and give its path.

    Files appear only when all of them are whole.

    Raises
    ------
    StoreError
        ``export.cannot_write``: the folder is read-only, the disk is full, or another program
        has one of the files open.
    """
    report(Progress(Stage.EXPORTING, 0.0))
    with _delivered(folder) as unfinished:
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


@contextmanager
def _delivered(folder: Path) -> Iterator[Path]:
    """Give a folder to write into; when the work is whole, move its files into ``folder``."""
    unfinished = folder / UNFINISHED_FOLDER
    path = folder
    try:
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        yield unfinished
        for file in sorted(unfinished.iterdir()):
            path = folder / file.name
            os.replace(file, path)
    except OSError as error:
        raise StoreError("export.cannot_write", path=str(error.filename2 or error.filename or path)) from None
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _write_lists(report: Report, database: Path, run_id: int, folder: Path, request: ExportRequest) -> None:
    with opened(database, "read") as connection, ExitStack() as files:
        info = run(connection, run_id)
        total = dataset(connection, info.dataset_id).rows
        result = segmentation(connection, run_id)
        labels = result.labels[result.position(request.segments)]
        header = [safe_cell(c.name) for c in columns(connection, info.dataset_id)] + [
            "segment",
            "segment_name",
        ]
        writers = [
            csv.writer(files.enter_context((folder / name).open("w", encoding="utf-8-sig", newline="")))
            for name in _list_files(request)
        ]
        for writer in writers:
            writer.writerow(header)
        own_lists = writers[1:]
        # Who has none stands last: -1 counts from the end.
        safe_names = [safe_cell(name) for name in _named(request)]
        for start in range(0, total, PAGE_ROWS):
            page = range(start, min(start + PAGE_ROWS, total))
            for values, segment in zip(
                rows(connection, info.dataset_id, page), labels[start : page.stop].tolist(), strict=True
            ):
                line = [*map(safe_cell, values), segment, safe_names[segment]]
                writers[0].writerow(line)
                own_lists[segment].writerow(line)
            report(Progress(Stage.EXPORTING, page.stop / total * LISTS_END))


def file_names(request: ExportRequest) -> tuple[str, ...]:
    """Give the names of the files that an export writes."""
    lists = _list_files(request) if request.segment_names else []
    recipe = [request.recipe_file] if request.recipe_file else []
    return (*lists, *(chart.file_name for chart in request.charts), *recipe)


def _list_files(request: ExportRequest) -> list[str]:
    return [request.all_customers, *list_names(_named(request), taken=request.all_customers)]


def _named(request: ExportRequest) -> tuple[str, ...]:
    return (*request.segment_names, *([request.outliers] if request.outliers else []))


def list_names(segment_names: tuple[str, ...], *, taken: str) -> list[str]:
    """Give each segment's list a file name that every system accepts, no two alike."""
    used = {taken.casefold()}
    result: list[str] = []
    for name in segment_names:
        words = " ".join(_UNSAFE_IN_NAMES.sub(" ", name).split())
        stem = words.strip(" .")[:LONGEST_NAME].rstrip(" .") or "segment"
        candidate, copy = f"{stem}.csv", 1
        while candidate.casefold() in used:
            copy += 1
            candidate = f"{stem} ({copy}).csv"
        used.add(candidate.casefold())
        result.append(candidate)
    return result


def safe_cell(value: object) -> object:
    """Give a cell that no spreadsheet runs as a formula; numbers stay numbers."""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return "'" + value
    return "" if value is None else value


def _write_charts(report: Report, folder: Path, charts: tuple[ChartFile, ...]) -> None:
    palette = load_palette(PRINT_THEME)
    for i, chart in enumerate(charts):
        report(Progress(Stage.EXPORTING, LISTS_END + (1 - LISTS_END) * i / len(charts)))
        write_chart(chart.spec, folder / chart.file_name, palette=palette)


def _write_recipe(database: Path, run_id: int, segments: int, path: Path) -> None:
    with opened(database, "read") as connection:
        info = run(connection, run_id)
        source = dataset(connection, info.dataset_id)
        how = reading(connection, info.dataset_id)
    document = {
        "reading": how.choices if how is not None else ReadingChoices(),
        "recipe": replace(info.recipe, segments=segments),
        "dataset": {"name": source.name, "sha256": source.sha256, "rows": source.rows},
        "versions": info.versions,
    }
    path.write_bytes(msgspec.json.format(msgspec.json.encode(document), indent=2))
