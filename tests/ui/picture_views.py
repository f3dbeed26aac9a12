"""A view of the six customers of ``tests.picture_examples``."""

from __future__ import annotations

from datetime import UTC, datetime

from segdesk.model.result import Projection
from segdesk.model.saved import RunInfo
from segdesk.ui.session import View
from tests.picture_examples import PROJECTION, RECIPE, segmentation


def picture_view(projection: Projection | None = PROJECTION, *, run_id: int = 7) -> View:
    """Make the view of a run of the six customers."""
    when = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    run = RunInfo(run_id, 1, "shop.csv", RECIPE, 2, 0.5, when, 1.0, {})
    return View(run, segmentation(projection), 2)
