"""What a job reports home."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """The steps of a job, in words by ``stage.ftl``."""

    READING = "reading"
    SAVING = "saving"
    PREPARING = "preparing"
    CLUSTERING = "clustering"
    JUDGING = "judging"
    DESCRIBING = "describing"
    EXPORTING = "exporting"
    CHOOSING = "choosing"
    TESTING = "testing"
    REPEATING = "repeating"
    COMPARING = "comparing"
    LEARNING = "learning"
    PLACING = "placing"


@dataclass(frozen=True, slots=True)
class Progress:
    """A job has reached a stage; ``share`` of the whole job (0 … 1) is done."""

    stage: Stage
    share: float


@dataclass(frozen=True, slots=True)
class Found:
    """A part of the result is there, while the job goes on; ``value`` is small: what it is, or itself."""

    value: object


@dataclass(frozen=True, slots=True)
class Finished:
    """A job is done; ``value`` is what its task returned, small: an id or a path."""

    value: object


@dataclass(frozen=True, slots=True)
class Failed:
    """A job failed. ``traceback`` is filled for a bug, empty for a failure with a sentence."""

    code: str
    facts: dict[str, object]
    traceback: str = ""


JobEvent = Progress | Found | Finished | Failed
Report = Callable[[Progress], None]
PartsReport = Callable[[Progress | Found], None]
"""The report of a task that hands over its result in parts."""
