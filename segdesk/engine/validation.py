"""The one place where a recipe's choices are checked against a table."""

from __future__ import annotations

from collections.abc import Collection

from segdesk.errors import InputError
from segdesk.model.methods import Parameter, info
from segdesk.model.recipe import FEWEST_SEGMENTS, MOST_SEGMENTS, Recipe

MOST_INFLUENCE = 10.0
"""At ten times its weight a column already decides everything by itself."""

_COUNT_ROWS = ("min_samples", "min_size")
"""These parameters are numbers of customers."""


def validate(recipe: Recipe, columns: Collection[str], *, rows: int | None = None) -> None:
    """Check a recipe against a table's column names and, if given, its number of rows.

    Raises
    ------
    InputError
        ``recipe.unknown_column``, ``recipe.repeated_column``, ``recipe.influence``,
        ``recipe.no_columns``, ``recipe.segments``, ``recipe.too_many_segments``, ``recipe.pca``,
        ``recipe.parameter_*``.
    """
    seen: set[str] = set()
    for use in recipe.columns:
        if use.name not in columns:
            raise InputError("recipe.unknown_column", name=use.name, known=", ".join(columns))
        if use.name in seen:
            raise InputError("recipe.repeated_column", column=use.name)
        seen.add(use.name)
        if not 0 <= use.influence <= MOST_INFLUENCE:
            raise InputError("recipe.influence", column=use.name, most=f"{MOST_INFLUENCE:g}")
    if not recipe.used:
        raise InputError("recipe.no_columns")
    _check_segments(recipe.segments, rows)
    _check_pca(recipe.pca)
    validate_parameters(recipe, rows=rows)


def validate_parameters(recipe: Recipe, *, rows: int | None = None) -> None:
    """Check the method's own parameters, and if given, against the table's number of rows.

    Raises
    ------
    InputError
        ``recipe.parameter_unknown``: the method has no such parameter; ``recipe.parameter_range``,
        ``recipe.parameter_whole``; ``recipe.parameter_rows``: more customers than there are.
    """
    declared = {each.name: each for each in info(recipe.method).parameters}
    for name, value in recipe.parameters.items():
        if name not in declared:
            raise InputError("recipe.parameter_unknown", parameter=name, method=recipe.method.value)
        _check_parameter(declared[name], value, rows)


def _check_parameter(parameter: Parameter, value: float, rows: int | None) -> None:
    facts = {"parameter": parameter.name, "value": f"{value:g}"}
    if not parameter.lowest <= value <= parameter.highest:  # nan isn't either
        limits = {"lowest": f"{parameter.lowest:g}", "highest": f"{parameter.highest:,.10g}"}
        raise InputError("recipe.parameter_range", **facts, **limits)
    if parameter.is_whole and value != int(value):
        raise InputError("recipe.parameter_whole", **facts)
    if parameter.name in _COUNT_ROWS and rows is not None and value > rows:
        raise InputError("recipe.parameter_rows", **facts, rows=rows)


def _check_segments(segments: int | None, rows: int | None) -> None:
    if rows is not None and rows <= (segments or FEWEST_SEGMENTS):
        raise InputError("recipe.too_many_segments", segments=segments or FEWEST_SEGMENTS, rows=rows)
    if segments is not None and not FEWEST_SEGMENTS <= segments <= MOST_SEGMENTS:
        raise InputError("recipe.segments", fewest=FEWEST_SEGMENTS, most=MOST_SEGMENTS)


def _check_pca(pca: int | float | None) -> None:
    if pca is None:
        return
    # bool is an int to Python, not to the user.
    if isinstance(pca, bool) or not (pca >= 1 if isinstance(pca, int) else 0 < pca < 1):
        raise InputError("recipe.pca", value=f"{pca:g}")
