"""What was typed after ``segment``, as a recipe."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from segdesk.errors import InputError
from segdesk.model.recipe import FEWEST_SEGMENTS, MOST_SEGMENTS, ColumnUse, Encoding
from segdesk.model.roles import ColumnRole, ColumnSummary, Kind

SEPARATOR = ","

_RAW_MEASURES = (ColumnRole.MEASURE, ColumnRole.CATEGORY, ColumnRole.DESCRIBE)


def segments(text: str) -> int | None:
    """Read ``--k``: a number of segments, or None for ``auto``.

    Raises
    ------
    InputError
        ``recipe.segments_word``, ``recipe.segments``.
    """
    if text == "auto":
        return None
    if not (text.isascii() and text.isdigit()):
        raise InputError("recipe.segments_word", text=text)
    if not FEWEST_SEGMENTS <= int(text) <= MOST_SEGMENTS:
        raise InputError("recipe.segments", fewest=FEWEST_SEGMENTS, most=MOST_SEGMENTS)
    return int(text)


def directions(text: str) -> int | float | None:
    """Read ``--pca``: a number of directions, a share of the variance, or None for ``none``.

    Raises
    ------
    InputError
        ``recipe.pca_word``, ``recipe.pca``.
    """
    if text == "none":
        return None
    try:
        value = int(text) if text.isascii() and text.isdigit() else float(text)
    except ValueError:
        raise InputError("recipe.pca_word", text=text) from None
    if not (value >= 1 if isinstance(value, int) else 0 < value < 1):
        raise InputError("recipe.pca", value=text)
    return value


def column_uses(
    summaries: Sequence[ColumnSummary], names: str | None, encoding: Encoding
) -> tuple[ColumnUse, ...]:
    """Use the columns as their roles say, or exactly those that ``--columns`` names.

    Raises
    ------
    InputError
        ``recipe.unknown_column``, ``recipe.repeated_column``, ``recipe.no_columns``.
    """
    if names is None:
        return tuple(ColumnUse(s.name, _role(s, encoding)) for s in summaries)
    wanted = chosen_columns(summaries, names)
    return tuple(
        ColumnUse(s.name, _asked_role(s, encoding))
        if s.name in wanted
        else ColumnUse(s.name, s.role, influence=0.0)
        for s in summaries
    )


def chosen_columns(summaries: Sequence[ColumnSummary], names: str) -> tuple[str, ...]:
    """Read names of columns, in the order in which they stand.

    Raises
    ------
    InputError
        ``recipe.unknown_column``, ``recipe.repeated_column``, ``recipe.no_columns``.
    """
    wanted = _names(names)
    known = [s.name for s in summaries]
    for position, name in enumerate(wanted):
        if name not in known:
            raise InputError("recipe.unknown_column", name=name, known=_written(known))
        if name in wanted[:position]:
            raise InputError("recipe.repeated_column", column=name)
    if not wanted:
        raise InputError("recipe.no_columns")
    return tuple(wanted)


def _role(summary: ColumnSummary, encoding: Encoding) -> ColumnRole:
    # Standardised is there to repeat what notebooks did: they scale 0/1 columns and rare flags as numbers.
    is_number = summary.kind is Kind.NUMBER and not summary.is_changed
    if encoding is Encoding.STANDARDISED and is_number and _is_flag(summary):
        return ColumnRole.MEASURE
    # Raw is for a matrix that has been prepared already: each of its numbers counts as it stands, a
    # 0/1 column, a rare value and a near copy too. What the user decided, customer numbers and
    # postcodes stay as they are.
    if encoding is not Encoding.RAW or summary.is_changed or summary.kind is not Kind.NUMBER:
        return summary.role
    is_amount = summary.reason is None or summary.reason.code != "reason.postcode"
    return ColumnRole.MEASURE if summary.role in _RAW_MEASURES and is_amount else summary.role


def _is_flag(summary: ColumnSummary) -> bool:
    """Tell whether a column of numbers has two values, however rare one of them is."""
    is_left_out = summary.reason is not None and summary.reason.code == "reason.constant"
    may_be = summary.role is ColumnRole.CATEGORY or (summary.role is ColumnRole.DESCRIBE and is_left_out)
    return may_be and summary.distinct == 2


def _asked_role(summary: ColumnSummary, encoding: Encoding) -> ColumnRole:
    role = _role(summary, encoding)
    if role.is_used:
        return role
    return ColumnRole.CATEGORY if summary.kind is Kind.TEXT else ColumnRole.MEASURE


def _names(text: str) -> list[str]:
    """Split at commas; a name that holds one stands in quotation marks."""
    cells = next(csv.reader([text], delimiter=SEPARATOR, skipinitialspace=True), [])
    return [name.strip() for name in cells]


def _written(names: Sequence[str]) -> str:
    """Write names as ``--columns`` takes them."""
    line = io.StringIO()
    csv.writer(line, delimiter=SEPARATOR, lineterminator="").writerow(names)
    return line.getvalue()
