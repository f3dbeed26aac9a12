"""The jobs the worker can do, by the name of their task."""

from __future__ import annotations

from enum import StrEnum


class Job(StrEnum):
    """``module:function`` of each task; only the worker imports them."""

    IMPORT = "segdesk.tasks.import_file:import_file"
    CUSTOMERS = "segdesk.tasks.customers:make_customers"
    EXPLORE = "segdesk.tasks.explore:explore"
    SEGMENT = "segdesk.tasks.segment:segment"
    KEEP_CUT = "segdesk.tasks.segment:keep_cut"
    PROFILE = "segdesk.tasks.profile:profile"
    JUDGE = "segdesk.tasks.findings:judge_run"
    COMPARE = "segdesk.tasks.compare:compare"
    EXPORT = "segdesk.tasks.export:export_run"
    DRAW = "segdesk.tasks.export:draw_chart"
