"""Views with a linkage that can be worked out by hand, for the tests of the tree."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np

from segdesk.model.recipe import Recipe
from segdesk.model.result import Band, Cut, FeatureConfig, Quality, Segmentation
from segdesk.model.saved import RunInfo
from segdesk.ui.session import View

# Customers 0 and 1 join at height 1, 2 and 3 at 2, those pairs at 6, customer 4 at 9.
LINKAGE = np.array([[0, 1, 1, 2], [2, 3, 2, 2], [5, 6, 6, 4], [4, 7, 9, 5]], float)
LABELS = {2: (0, 0, 0, 0, 1), 3: (0, 0, 1, 1, 2), 4: (1, 2, 0, 0, 3), 5: (0, 1, 2, 3, 4)}
FEATURES = FeatureConfig(("age",), (), (), 1, 1, False, None, None, (), ())


def tree_view(segments: int, *, kept: int = 3) -> View:
    """Give the five customers cut into ``segments``; the run was saved with ``kept``."""
    labels = np.array(list(LABELS.values()), np.int8)
    segmentation = Segmentation(
        kept, tuple(_cut(k) for k in LABELS), LINKAGE, labels, np.zeros(labels.shape, np.float32), FEATURES
    )
    made = datetime(2026, 1, 2, tzinfo=UTC)
    return View(RunInfo(1, 1, "five.csv", Recipe(()), kept, 0.5, made, 0.1, {}), segmentation, segments)


def _cut(segments: int) -> Cut:
    sizes = tuple(int(size) for size in np.bincount(LABELS[segments]))
    # Silhouettes 0.20, 0.30, 0.40, 0.50 for 2, 3, 4, 5 segments.
    quality = Quality(segments / 10, 0.0, Band.FAIR, 1.0, 1.0)
    return Cut(segments, quality, sizes, (0.5,) * segments, ((),) * segments)
