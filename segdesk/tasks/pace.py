"""How fast this machine is, so that a run's time can be told before it starts."""

from __future__ import annotations

from dataclasses import replace

from segdesk.engine.pace import machine
from segdesk.model.cost import Machine
from segdesk.model.events import Report
from segdesk.tasks.memory import usable_memory


def measure_pace(_report: Report) -> Machine:
    """Measure this machine; nothing is saved."""
    return replace(machine(), memory=usable_memory())
