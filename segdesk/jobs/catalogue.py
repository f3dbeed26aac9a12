"""The jobs the worker can do, by the name of their task."""

from __future__ import annotations

from enum import StrEnum


class Job(StrEnum):
    """``module:function`` of each task; only the worker imports them."""

    IMPORT = "segdesk.tasks.import_file:import_file"
    CUSTOMERS = "segdesk.tasks.customers:make_customers"
    SEGMENT = "segdesk.tasks.segment:segment"
    KEEP_CUT = "segdesk.tasks.segment:keep_cut"
    EXPORT = "segdesk.tasks.export:export_run"
    DRAW = "segdesk.tasks.export:draw_chart"
