"""The worker finds its tasks by name: every name must lead somewhere."""

from __future__ import annotations

import importlib
import inspect

import pytest

from segdesk.jobs.catalogue import Job


@pytest.mark.parametrize("job", Job)
def test_that_a_job_leads_to_a_task_that_reports(job: Job):
    module, _, name = job.value.partition(":")
    assert module.startswith("segdesk.tasks.")
    task = getattr(importlib.import_module(module), name)
    parameters = list(inspect.signature(task).parameters.values())
    # A task is (report, *, …): the worker hands it one positional argument.
    assert parameters[0].kind is inspect.Parameter.POSITIONAL_OR_KEYWORD
    assert {parameter.kind for parameter in parameters[1:]} <= {inspect.Parameter.KEYWORD_ONLY}
