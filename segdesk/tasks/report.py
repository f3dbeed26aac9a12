"""Make a report: gather what it says, and draw it as a PDF or an HTML file."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from segdesk.charts.palette import load_palette
from segdesk.engine.till import askable, till_card
from segdesk.errors import RunError, StoreError
from segdesk.model.events import Progress, Report, Stage
from segdesk.model.portrait import Portraits
from segdesk.model.report import ReportContent
from segdesk.model.report_facts import ReportFacts
from segdesk.model.roles import ColumnRole, ColumnSummary
from segdesk.model.till import TillCard
from segdesk.store.catalogue import columns, run
from segdesk.store.datasets import read_table, rows
from segdesk.store.db import opened
from segdesk.store.runs import labels
from segdesk.tasks.delivery import replace_file
from segdesk.tasks.portrait import portray
from segdesk.tasks.profile import profile

if TYPE_CHECKING:  # only store knows SQLite; the others hand a connection on
    from sqlite3 import Connection

FORMATS = (".pdf", ".html", ".htm")

PRINT_THEME = "light"

_PERSONAL = frozenset({"reason.email", "reason.phone", "reason.person_name"})
_TELLING = (ColumnRole.IDENTIFIER, ColumnRole.TEXT)
"""Roles of columns whose values tell one customer from another."""


def gather_report(
    report: Report, *, database: Path, run_id: int, segments: int, is_full: bool
) -> ReportFacts:
    """Work out what a report on a run's cut says; nothing is saved.

    ``is_full``: with each segment's typical customer, as they stand in the file.

    Raises
    ------
    StoreError
        ``database.*``
    """
    portraits = portray(report, database=database, run_id=run_id, segments=segments)
    table = profile(report, database=database, run_id=run_id, segments=segments)
    report(Progress(Stage.DESCRIBING, 0.7))
    try:
        till: TillCard | None = gather_till(report, database=database, run_id=run_id, segments=segments)
    except RunError:
        till = None
    with opened(database, "read") as connection:
        dataset_id = run(connection, run_id).dataset_id
        summaries = columns(connection, dataset_id)
        typical = _typical(connection, dataset_id, summaries, portraits) if is_full else ()
    hidden = tuple(summary.name for summary in summaries if is_personal(summary))
    return ReportFacts(portraits, table, till, hidden, typical)


def is_personal(summary: ColumnSummary) -> bool:
    """Tell whether a column's values tell single customers apart, whatever the user made of it."""
    is_person = summary.reason is not None and summary.reason.code in _PERSONAL
    return is_person or summary.role in _TELLING or summary.guessed in _TELLING


def gather_till(
    report: Report, *, database: Path, run_id: int, segments: int, ask: tuple[str, ...] = ()
) -> TillCard:
    """Make the till card of a run's cut; nothing is saved.

    ``ask`` names the columns that may be asked, empty lets SegDesk choose.

    Raises
    ------
    RunError
        ``till.no_columns``, ``till.no_answer``.
    StoreError
        ``database.*``
    """
    report(Progress(Stage.DESCRIBING, 0.8))
    with opened(database, "read") as connection:
        info = run(connection, run_id)
        summaries = columns(connection, info.dataset_id)
        table = read_table(connection, info.dataset_id, ask or askable(summaries))
        found = labels(connection, run_id, segments)
    categories = [summary.name for summary in summaries if summary.role is ColumnRole.CATEGORY]
    return till_card(table, found, segments, categories=categories, seed=info.recipe.seed)


def _typical(
    connection: Connection,
    dataset_id: int,
    summaries: tuple[ColumnSummary, ...],
    portraits: Portraits,
) -> tuple[tuple[tuple[str, str], ...], ...]:
    found = rows(connection, dataset_id, [portrait.typical for portrait in portraits.portraits])
    return tuple(
        tuple((s.name, _written(cell)) for s, cell in zip(summaries, row, strict=True) if cell is not None)
        for row in found
    )


def _written(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def write_report(report: Report, *, content: ReportContent, path: Path) -> str:
    """Draw a report as a PDF or one HTML file, by the suffix, and give its path.

    Raises
    ------
    StoreError
        ``report.unknown_format``: another suffix. ``export.file_open``, ``export.cannot_write``.
    """
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise StoreError("report.unknown_format", suffix=path.suffix or path.name)
    report(Progress(Stage.EXPORTING, 0.1))
    part = path.with_name(f".{path.stem[:80]}.{os.getpid()}.part")
    palette = load_palette(PRINT_THEME)
    try:
        if suffix == ".pdf":
            from segdesk.charts.report_pdf import write_pdf  # reportlab takes a moment to import

            write_pdf(content, part, palette=palette)
        else:
            from segdesk.charts.report_html import html_of

            part.write_text(html_of(content, palette=palette), "utf-8")
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise StoreError("export.cannot_write", path=str(path)) from None
    report(Progress(Stage.EXPORTING, 0.95))
    replace_file(part, path)
    return str(path)
