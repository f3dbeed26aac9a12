"""What places customers in a run's segments: read back where it was kept, else made and kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from segdesk.engine.familiar import Familiarity
from segdesk.engine.feature_rules import Rules, Transform
from segdesk.engine.pca import Rotation
from segdesk.engine.place import MODELS, Placer, checked, make_placer, measure_trust
from segdesk.engine.resampling import Repeatable
from segdesk.errors import RunError, StoreError
from segdesk.model.events import Progress, Report, Stage
from segdesk.model.placement import Trust
from segdesk.store import json_text
from segdesk.store.catalogue import run
from segdesk.store.datasets import read_table
from segdesk.store.db import opened
from segdesk.store.placers import placer as saved_placer
from segdesk.store.placers import save_placer
from segdesk.store.runs import labels
from segdesk.tasks.memory import usable_memory

_MODEL, _FAMILIAR, _ROTATION = "model.", "familiar.", "rotation."


@dataclass(frozen=True, slots=True)
class _Document:
    """A placer without its arrays."""

    kind: str
    has_outliers: bool
    rules: Rules
    explained: tuple[float, ...]
    trust: Trust | None


def placer_of(
    report: Report, *, database: Path, run_id: int, segments: int, renews: bool = False
) -> tuple[Placer, Trust | None]:
    """Give what places customers in a cut of a run, with what it is worth.

    The first time it is made from the run's own customers, and kept.

    Parameters
    ----------
    renews
        Make it anew, whatever was kept.

    Raises
    ------
    RunError
        ``place.damaged``: what was kept has been altered.
    StoreError
        ``database.*``
    """
    report(Progress(Stage.PREPARING, 0.0))
    with opened(database, "read") as connection:
        info = run(connection, run_id)
        try:
            saved = None if renews else saved_placer(connection, run_id, segments)
        except StoreError as error:
            if error.code != "database.damaged_placer":
                raise
            raise RunError("place.damaged") from None
        if saved is not None:
            return _unpacked(*saved, segments)
        table = read_table(connection, info.dataset_id)
        own = labels(connection, run_id, segments)
    report(Progress(Stage.LEARNING, 0.1))
    # One thread: sums that are shared out among threads are rounded differently with their number.
    with threadpool_limits(limits=1):
        recipe = replace(info.recipe, parameters=info.parameters or info.recipe.parameters)
        placer = make_placer(table, recipe, own, segments)
        report(Progress(Stage.TESTING, 0.3))
        original = Repeatable.of(table, recipe, segments, memory=usable_memory())
        trust = measure_trust(original, own)
    document, arrays = _packed(placer, trust)
    with opened(database, "write") as connection:
        save_placer(connection, run_id, segments, document, arrays)
    return placer, trust


def _packed(placer: Placer, trust: Trust | None) -> tuple[str, dict[str, NDArray[Any]]]:
    rotation = placer.transform.rotation
    document = _Document(
        placer.kind,
        placer.has_outliers,
        placer.transform.rules,
        rotation.explained if rotation is not None else (),
        trust,
    )
    arrays = {_MODEL + name: values for name, values in placer.model.arrays.items()}
    arrays |= {_FAMILIAR + name: values for name, values in placer.familiar.arrays.items()}
    if rotation is not None:
        arrays |= {_ROTATION + "mean": rotation.mean, _ROTATION + "components": rotation.components}
    return json_text.encode(document), arrays


def _unpacked(text: str, arrays: dict[str, NDArray[Any]], segments: int) -> tuple[Placer, Trust | None]:
    try:
        document = json_text.decode(text, _Document, optional=frozenset({"trust"}))
        model = MODELS[document.kind](**_part(arrays, _MODEL))
        familiar = Familiarity(**_part(arrays, _FAMILIAR))
        turning = _part(arrays, _ROTATION)
        rotation = Rotation(**turning, explained=document.explained) if turning else None
        placer = Placer(segments, document.has_outliers, Transform(document.rules, rotation), model, familiar)
        return checked(placer), document.trust
    except (msgspec.DecodeError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        # Something is missing, of another type or of another shape.
        raise RunError("place.damaged") from None


def _part(arrays: dict[str, NDArray[Any]], start: str) -> dict[str, Any]:
    wrong = [name for name in arrays if not name.startswith((_MODEL, _FAMILIAR, _ROTATION))]
    if wrong or not all(np.issubdtype(values.dtype, np.number) for values in arrays.values()):
        raise RunError("place.damaged")
    return {name.removeprefix(start): values for name, values in arrays.items() if name.startswith(start)}
