"""Features and recipe to labels: one door for every method."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.methods import density
from segdesk.engine.methods.agreement import sample_note
from segdesk.engine.methods.centroid import kinds_of, kmeans_sweep
from segdesk.engine.methods.hierarchical import cut, linkage
from segdesk.engine.methods.limits import refuse_too_large
from segdesk.engine.methods.mixture import Mixtures, Shape, mixture_sweep
from segdesk.engine.validation import validate_parameters
from segdesk.errors import RunError
from segdesk.model.cost import default_starts, fits_in_half_only
from segdesk.model.methods import Family, info
from segdesk.model.notes import Note
from segdesk.model.recipe import MOST_SEGMENTS, Method, Recipe
from segdesk.model.table import Features


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """What a method found.

    ``labels`` has shape ``(len(segments), rows)``: each line holds all of ``0 .. segments - 1``, 0 the
    largest, and -1 for outliers. ``parameters`` are the method's own as they were used. Only so many
    ``kinds`` of rows differ; where there are more than segments, any larger number.
    """

    segments: tuple[int, ...]
    labels: NDArray[np.int8]
    linkage: NDArray[np.float64] | None
    parameters: dict[str, float]
    notes: tuple[Note, ...]
    kinds: int


@dataclass(frozen=True, slots=True, eq=False)
class _Task:
    """What a family of methods gets; ``parameters`` are those given and those with a default."""

    features: Features
    method: Method
    seed: int
    segments: tuple[int, ...]
    memory: int
    parameters: dict[str, float]
    kinds: int
    asked: int | None
    report: Callable[[float], None] | None = None

    def among(self, rows: NDArray[np.int64], parameters: dict[str, float]) -> _Task:
        """Give the same for these rows only."""
        part = replace(self.features, matrix=self.features.matrix[rows])
        return replace(self, features=part, parameters=parameters)


def fit(
    features: Features,
    recipe: Recipe,
    *,
    segments: Sequence[int],
    memory: int,
    report: Callable[[float], None] | None = None,
) -> Fitted:
    """Find segments as the recipe says.

    Parameters
    ----------
    features
        ``matrix`` of shape ``(rows, features)``.
    recipe
        Its method, parameters and seed count; its number of segments only says for which of the
        numbers a mixture's agreement with its sample is measured.
    segments
        The numbers of segments wanted, ascending, each in 1 … min(rows, 127). Density methods find
        their own number instead. One that a mixture can't find is left out, with a note.
    memory
        Free bytes.
    report
        Told the share of a tree that is built, up to 1, where that takes a while.

    Raises
    ------
    InputError
        ``recipe.parameter_*``
    RunError
        ``method.too_few_rows``; ``method.all_same``: no row differs from another;
        ``method.memory``, ``method.memory_rows``: more than fits; ``method.fewer_segments``: a
        mixture can't find that many; ``method.flat_clouds``; ``method.one_segment``,
        ``method.all_outliers``: no two crowds anywhere.
    """
    matrix = features.matrix
    rows, width = matrix.shape
    validate_parameters(recipe, rows=rows)
    declared = info(recipe.method)
    wanted = () if declared.finds_count else tuple(segments)
    if rows < 2 or max(wanted, default=1) > rows:
        raise RunError("method.too_few_rows", rows=rows)
    kinds = kinds_of(matrix, max(wanted, default=2))[1]
    if kinds == 1:
        raise RunError("method.all_same")
    refuse_too_large(rows, width, recipe.method, memory=memory)
    defaults = {each.name: each.default for each in declared.parameters if each.default is not None}
    parameters = defaults | recipe.parameters
    task = _Task(
        features, recipe.method, recipe.seed, wanted, memory, parameters, kinds, recipe.segments, report
    )
    return _FAMILIES[declared.family](task)


def _hierarchical(task: _Task) -> Fitted:
    rows, width = task.features.matrix.shape
    report = task.report
    progress = None if report is None else lambda merges: report(merges / (rows - 1))
    tree = linkage(task.features, task.method, memory=task.memory, progress=progress)
    is_half = fits_in_half_only(rows, width, task.method, task.memory)
    notes = (Note("note.half_memory", {"rows": rows}),) if is_half else ()
    return Fitted(task.segments, cut(tree, task.segments), tree, task.parameters, notes, task.kinds)


def _centroid(task: _Task) -> Fitted:
    labels, _ = kmeans_sweep(
        task.features.matrix,
        task.segments,
        seed=task.seed,
        starts=int(task.parameters["starts"]),
        polish=True,
    )
    return Fitted(task.segments, labels, None, task.parameters, (), task.kinds)


_SHAPES: dict[Method, Shape] = {Method.GMM: "full", Method.GMM_DIAGONAL: "diag"}


def _mixture(task: _Task) -> Fitted:
    matrix = task.features.matrix
    parameters = {"starts": default_starts(task.method, len(matrix))} | task.parameters
    starts = int(parameters["starts"])
    found = mixture_sweep(matrix, task.segments, shape=_SHAPES[task.method], seed=task.seed, starts=starts)
    if not found.segments:
        most = max(found.fewer)
        raise RunError("method.fewer_segments", segments=most, found=found.fewer[most])
    notes = _mixture_notes(found, replace(task, parameters=parameters))
    return Fitted(found.segments, found.labels, None, parameters, notes, task.kinds)


def _mixture_notes(found: Mixtures, task: _Task) -> tuple[Note, ...]:
    notes = []
    sample, rows = found.looked_at, found.labels.shape[1]
    if len(sample) < rows:
        notes.append(Note("note.mixture_sample", {"sample": len(sample), "rows": rows}))
        line = found.segments.index(task.asked) if task.asked in found.segments else 0

        def among(held: NDArray[np.int64]) -> NDArray[np.int8] | None:
            part = task.features.matrix[held]
            starts, counts = int(task.parameters["starts"]), found.segments[line : line + 1]
            fitted = mixture_sweep(part, counts, shape=_SHAPES[task.method], seed=task.seed, starts=starts)
            return fitted.labels[0] if fitted.segments else None

        agreement = sample_note(found.labels[line], sample, among, seed=task.seed)
        notes += [agreement] if agreement is not None else []
    if found.unsettled:
        notes.append(Note("note.not_converged", {"segments": _listed(found.unsettled)}))
    if found.fewer:
        notes.append(Note("note.fewer_segments", {"segments": _listed(tuple(found.fewer))}))
    return tuple(notes)


def _listed(numbers: tuple[int, ...]) -> str:
    return ", ".join(str(number) for number in numbers)


def _dbscan(task: _Task) -> tuple[density.Crowds, dict[str, float], list[Note]]:
    matrix = task.features.matrix
    neighbours = int(task.parameters.get("min_samples", density.default_neighbours(*matrix.shape)))
    given = task.parameters.get("eps")
    crowds, curve, eps = density.dbscan(matrix, min_samples=neighbours, eps=given, seed=task.seed)
    code = "note.eps_knee" if curve.has_knee else "note.eps_without_knee"
    notes = [] if given is not None else [Note(code, {"eps": f"{eps:.3g}", "neighbours": neighbours})]
    return crowds, {"eps": eps, "min_samples": neighbours}, notes


def _hdbscan(task: _Task) -> tuple[density.Crowds, dict[str, float], list[Note]]:
    matrix = task.features.matrix
    least = int(task.parameters.get("min_size", density.default_least(len(matrix))))
    fitting = min(least, density.default_neighbours(*matrix.shape))
    neighbours = int(task.parameters.get("min_samples", fitting))
    crowds = density.hdbscan(matrix, min_size=least, min_samples=neighbours, seed=task.seed)
    return crowds, {"min_size": least, "min_samples": neighbours}, []


_CROWDS = {Method.DBSCAN: _dbscan, Method.HDBSCAN: _hdbscan}


def _density(task: _Task) -> Fitted:
    crowds, parameters, notes = _CROWDS[task.method](task)
    facts = {"method": task.method.value} | {name: f"{value:.3g}" for name, value in parameters.items()}
    if crowds.found < 2:
        raise RunError("method.one_segment" if crowds.found else "method.all_outliers", **facts)
    rows = len(crowds.labels)
    sample = crowds.looked_at
    if len(sample) < rows:
        notes.append(Note("note.density_sample", {"sample": len(sample), "rows": rows}))
        thinned = partial(_thinned, parameters, sample=len(sample), rows=rows)

        def among(held: NDArray[np.int64]) -> NDArray[np.int8]:
            return _CROWDS[task.method](task.among(held, thinned(len(held))))[0].labels

        agreement = sample_note(crowds.labels, sample, among, seed=task.seed)
        notes += [agreement] if agreement is not None else []
    if crowds.found > MOST_SEGMENTS:
        notes.append(Note("note.largest_segments", {"found": crowds.found, "most": MOST_SEGMENTS}))
    segments = int(crowds.labels.max()) + 1
    return Fitted((segments,), crowds.labels[None, :], None, parameters, tuple(notes), task.kinds)


def _thinned(parameters: dict[str, float], held: int, *, sample: int, rows: int) -> dict[str, float]:
    """Count among customers held back what the parameters count in the sample, or among all."""
    among = {"min_samples": sample, "min_size": rows}
    return {
        name: max(2.0, float(round(value * held / among[name]))) if name in among else value
        for name, value in parameters.items()
    }


_FAMILIES: dict[Family, Callable[[_Task], Fitted]] = {
    Family.HIERARCHICAL: _hierarchical,
    Family.CENTROID: _centroid,
    Family.MIXTURE: _mixture,
    Family.DENSITY: _density,
}
