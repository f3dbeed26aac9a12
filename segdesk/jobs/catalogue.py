"""The jobs the worker can do, by the name of their task."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Job(StrEnum):
    """``module:function`` of each task; only the worker imports them."""

    IMPORT = "segdesk.tasks.import_file:import_file"
    CUSTOMERS = "segdesk.tasks.customers:make_customers"
    EXPLORE = "segdesk.tasks.explore:explore"
    PACE = "segdesk.tasks.pace:measure_pace"
    SEGMENT = "segdesk.tasks.segment:segment"
    KEEP_CUT = "segdesk.tasks.segment:keep_cut"
    PROFILE = "segdesk.tasks.profile:profile"
    PORTRAY = "segdesk.tasks.portrait:portray"
    JUDGE = "segdesk.tasks.findings:judge_run"
    COMPARE = "segdesk.tasks.compare:compare"
    EXPORT = "segdesk.tasks.export:export_run"
    DRAW = "segdesk.tasks.export:draw_chart"
    CAMPAIGN = "segdesk.tasks.campaign:make_campaign"
    UPLIFT = "segdesk.tasks.uplift:measure_uplift"
    REPORT_FACTS = "segdesk.tasks.report:gather_report"
    TILL = "segdesk.tasks.report:gather_till"
    REPORT = "segdesk.tasks.report:write_report"
    EXAMINE = "segdesk.tasks.place:examine_file"
    PLACE = "segdesk.tasks.place:place_file"
    PLACE_ONE = "segdesk.tasks.place:place_one"
    RERUN = "segdesk.tasks.rerun:rerun"
    MIGRATE = "segdesk.tasks.migrate:migrate"
    EXAMINE_RUNS = "segdesk.tasks.migrate:examine_runs"
    EXAMINE_RECIPE = "segdesk.tasks.rerun:examine_recipe"
    SAVE_RECIPE = "segdesk.tasks.saved_recipe:save_run_recipe"
    IMPORT_RECIPE = "segdesk.tasks.saved_recipe:import_recipe"
    EXPORT_RECIPE = "segdesk.tasks.saved_recipe:export_recipe"
    FIND_PERSON = "segdesk.tasks.erase:find_person"
    ERASE = "segdesk.tasks.erase:erase_person"
    MOVE = "segdesk.tasks.move:copy_to_folder"


_LATE = {Job.SEGMENT: "kneed", Job.JUDGE: "kneed", Job.COMPARE: "kneed"}
"""Libraries that a task imports only where it comes to them, and that take a second."""


def modules(jobs: Iterable[Job]) -> tuple[str, ...]:
    """Name what some jobs import, so that a worker can do it while it waits."""
    chosen = tuple(jobs)
    late = (_LATE[job] for job in chosen if job in _LATE)
    return tuple(dict.fromkeys([*(job.partition(":")[0] for job in chosen), *late]))
