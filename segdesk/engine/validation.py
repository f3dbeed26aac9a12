"""The one place where a recipe's choices are checked against a table."""

from __future__ import annotations

from collections.abc import Collection

from segdesk.errors import InputError
from segdesk.model.recipe import FEWEST_SEGMENTS, MOST_SEGMENTS, Recipe

MOST_INFLUENCE = 10.0
"""At ten times its weight a column already decides everything by itself."""


def validate(recipe: Recipe, columns: Collection[str], *, rows: int | None = None) -> None:
    """Check a recipe against a table's column names and, if given, its number of rows.

    Raises
    ------
    InputError
        ``recipe.unknown_column``, ``recipe.repeated_column``, ``recipe.influence``,
        ``recipe.no_columns``, ``recipe.segments``, ``recipe.too_many_segments``, ``recipe.pca``.
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
