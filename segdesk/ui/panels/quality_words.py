"""What the data quality page says of columns, outliers, tails and correlations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from segdesk.charts.matrix import MatrixSpec
from segdesk.charts.specs import TableSpec
from segdesk.model.exploration import ColumnQuality, Correlations, Exploration, Spread
from segdesk.model.roles import Kind
from segdesk.text import figures, t
from segdesk.words import wording

SOME_TAIL, LONG_TAIL = 0.5, 1.0
"""Bulmer (1979, "Principles of Statistics"): within a half a distribution is fairly symmetrical, beyond one
highly skewed."""

SLIGHT, SOME, STRONG = 0.1, 0.3, 0.5
"""Cohen (1988) calls correlations from here on small, medium and large."""

COPY = 0.95
"""From here on ``engine.copies`` calls two columns near copies."""

EARLIEST_YEAR = 1000
"""A birth year of 1893 is a mistake, and a year all the same."""

MOST_NAMED = 6
"""A sentence with more names isn't read."""

NONE = "–"
RANGE = " – "


def kind_name(kind: Kind) -> str:
    """Name what a column holds."""
    return t(f"quality.kind_{kind}")


def spread_texts(spread: Spread, kind: Kind) -> tuple[str, ...]:
    """Write lowest value, quartiles and highest value; those of dates as days, years without commas."""
    marks = (spread.minimum, spread.lower, spread.median, spread.upper, spread.maximum)
    if kind is Kind.DATE:
        return tuple(wording.date(wording.EPOCH + timedelta(days=mark)) for mark in marks)
    is_year = (
        wording.YEARS[0] <= spread.median <= wording.YEARS[1]
        and spread.minimum >= EARLIEST_YEAR
        and spread.maximum <= wording.YEARS[1]
        and all(mark == int(mark) for mark in (spread.minimum, spread.maximum))
    )
    return tuple(figures.plain(mark) if is_year else wording.number(mark) for mark in marks)


def range_text(column: ColumnQuality) -> str:
    """Write a column's lowest and highest value."""
    if column.spread is None:
        return NONE
    texts = spread_texts(column.spread, column.kind)
    return f"{texts[0]}{RANGE}{texts[-1]}"


def skew_words(skew: float) -> str:
    """Say how long a distribution's tail is, and on which side."""
    if abs(skew) < SOME_TAIL:
        return t("quality.skew_even")
    length = "long" if abs(skew) > LONG_TAIL else "tail"
    return t(f"quality.skew_{length}_{'high' if skew > 0 else 'low'}")


def level_shares(column: ColumnQuality, rows: int) -> tuple[tuple[str, float], ...]:
    """Give the commonest levels with their shares of the known values, and what is left."""
    known = max(1, rows - column.missing)
    shares = [(level.name, level.count / known) for level in column.levels]
    rest = 1.0 - sum(share for _, share in shares)
    if len(column.levels) < column.distinct and rest > 0:
        shares.append((t("quality.others"), rest))
    return tuple(shares)


def shape_sentence(column: ColumnQuality, rows: int) -> str:
    """Tell a column's distribution in numbers."""
    if column.is_hidden:
        return t("quality.hidden_says", column=column.name)
    if column.spread is not None:
        minimum, lower, median, upper, maximum = spread_texts(column.spread, column.kind)
        return t(
            "quality.spread_says",
            column=column.name,
            minimum=minimum,
            lower=lower,
            median=median,
            upper=upper,
            maximum=maximum,
        )
    if not column.levels:
        return t("quality.no_values")
    levels = (
        t("quality.level_share", level=name, share=wording.percent(share))
        for name, share in level_shares(column, rows)
    )
    return t("quality.levels_say", column=column.name, levels=", ".join(levels))


def outliers_sentence(name: str, spread: Spread) -> str:
    """Say how many values lie far outside, and by which rule."""
    if spread.outliers is None:
        return t("quality.outliers_unknown", column=name)
    if spread.skew is not None and spread.skew > LONG_TAIL:
        return t("quality.outliers_say_log", column=name, count=spread.outliers)
    return t("quality.outliers_say", column=name, count=spread.outliers)


def callouts(exploration: Exploration) -> tuple[tuple[str, str, str], ...]:
    """Give what stands out in a file: icon, its colour role, and the sentence."""
    columns = exploration.columns
    found = []
    if personal := [column.name for column in columns if column.is_personal]:
        sentence = t("quality.personal", count=len(personal), columns=_listed(personal))
        found.append(("lock", "success", sentence))
    if empty := [column.name for column in columns if column.distinct == 0]:
        sentence = t("quality.empty", count=len(empty), columns=_listed(empty))
        found.append(("triangle-alert", "warning", sentence))
    if constant := [column for column in columns if column.same_share]:
        named = [
            t("quality.constant_column", column=column.name, share=_share(column.same_share))
            for column in constant
        ]
        sentence = t("quality.constant", count=len(named), columns=_listed(named))
        found.append(("info", "soft", sentence))
    if pairs := [t("quality.copy_pair", copy=copy, original=of) for copy, of in exploration.copies]:
        found.append(("copy", "warning", t("quality.copies", count=len(pairs), pairs=_listed(pairs))))
    if exploration.duplicates:
        found.append(("list", "warning", t("quality.duplicates", count=exploration.duplicates)))
    return tuple(found) or (("circle-check", "success", t("quality.nothing_odd")),)


def _share(share: float) -> str:
    # 99.96% isn't 100%.
    return wording.percent(share) if share == 1 else figures.percent(int(share * 1000) / 10, 1)


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    return t("quality.and_more", list=shown, count=more) if more > 0 else shown


def how_words(r: float) -> str:
    """Say how two measures go together."""
    if r != r:  # nan
        return t("quality.how_unknown")
    size = abs(r)
    if size < SLIGHT:
        return t("quality.how_none")
    strength = "copy" if size > COPY else "strong" if size >= STRONG else "some" if size >= SOME else "slight"
    return t(f"quality.how_{strength}_{'up' if r > 0 else 'down'}")


def figure(value: float, decimals: int) -> str:
    """Write a figure that may be a little below zero, but never minus nothing."""
    return wording.number(round(value, decimals) + 0.0, decimals)


def pair_sentence(spec: MatrixSpec, row: int, column: int) -> str:
    """Say how two measures of a picture go together."""
    return t(
        "quality.pair_says",
        first=spec.names[column],
        second=spec.names[row],
        how=how_words(spec.values[row][column]),
        figure=spec.figures[row][column],
    )


def pairs_of(spec: MatrixSpec) -> tuple[tuple[int, int], ...]:
    """Give the cells (row, column) below the diagonal, the strongest first."""
    cells = [(row, column) for row in range(len(spec.names)) for column in range(row)]

    def weakness(cell: tuple[int, int]) -> float:
        value = spec.values[cell[0]][cell[1]]
        return -abs(value) if value == value else 1.0

    return tuple(sorted(cells, key=weakness))


def matrix_of(found: Correlations) -> MatrixSpec:
    """Make the picture of the correlations."""
    caption = t("quality.together_caption", logged=len(found.logged))
    if found.measures > len(found.names):
        capped = t("quality.together_capped", total=found.measures, shown=len(found.names))
        caption = f"{capped} {caption}"
    return MatrixSpec(
        title=t("quality.together"),
        names=found.names,
        values=found.r,
        figures=tuple(tuple(figure(r, 2) for r in line) for line in found.r),
        legend=(t("quality.legend_opposite"), t("quality.legend_together")),
        caption=caption,
    )


def pairs_table(spec: MatrixSpec) -> TableSpec:
    """Make the table of the picture's figures."""
    headers = (t("quality.first"), t("quality.second"), t("quality.how"), t("quality.figure"))
    rows = []
    for row, column in pairs_of(spec):
        value = spec.values[row][column]
        figure = value if value == value else ""
        rows.append((spec.names[column], spec.names[row], how_words(value), figure))
    return TableSpec(title=spec.title, headers=headers, rows=tuple(rows))
