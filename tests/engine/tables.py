"""Small tables, built by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from segdesk.model.recipe import ColumnUse, Recipe
from segdesk.model.roles import ColumnRole, Kind
from segdesk.model.table import Column, Features, Table


def number(name: str, values: ArrayLike) -> Column:
    return Column(name, Kind.NUMBER, np.array(values, dtype=np.float64))


def text(name: str, values: Sequence[str]) -> Column:
    levels = tuple(dict.fromkeys(v for v in values if v))
    codes = [levels.index(v) if v else -1 for v in values]
    return Column(name, Kind.TEXT, np.array(codes, dtype=np.int32), levels)


def date(name: str, values: Sequence[str]) -> Column:
    return Column(name, Kind.DATE, np.array(values, dtype="datetime64[s]"))


def table(*columns: Column) -> Table:
    return Table(columns)


def recipe(columns: dict[str, ColumnRole], **choices: Any) -> Recipe:
    return Recipe(tuple(ColumnUse(name, role) for name, role in columns.items()), **choices)


def features(matrix: ArrayLike) -> Features:
    values = np.array(matrix, dtype=np.float64)
    values = values[:, None] if values.ndim == 1 else values
    names = tuple(f"x{i}" for i in range(values.shape[1]))
    return Features(values, names, names, encoded=len(names))


def three_crowds(rows: int = 150, seed: int = 0) -> tuple[Table, NDArray[np.int8]]:
    """Give three round crowds that nobody could mistake for each other, the largest first."""
    random = np.random.default_rng(seed)
    crowd = np.repeat([0, 1, 2], [rows // 2, rows // 3, rows - rows // 2 - rows // 3])
    middles = np.array([[0.0, 0.0], [12.0, 0.0], [0.0, 12.0]])
    points = middles[crowd] + random.normal(size=(rows, 2))
    return table(number("x", points[:, 0]), number("y", points[:, 1])), crowd.astype(np.int8)


def is_same_partition(a: Sequence[object], b: Sequence[object]) -> bool:
    """Tell whether two labellings are equal up to the labels' names."""
    return len(set(zip(a, b, strict=True))) == len(set(a)) == len(set(b))
