"""Mends a row with a stray quote, a lost or a surplus separator by what its columns look like elsewhere."""

from __future__ import annotations

import csv
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from segdesk.engine.reading.sniff import USUAL

_LEARNED_ROWS = 500
_LONGEST_LINE = 5_000
"""Characters: trying every place of a longer line would take seconds."""

_MOST_QUOTES = 40
_UNSEEN = math.log(1e-4)
_CLEAR_LEAD = 1e-6
_PLACEHOLDER = "\ue000"
"""A private character that stands for a quote meant literally while a line is parsed again."""

_MOST_JOINED = 8
"""Words of an unquoted cell in a row that is separated by spaces."""

_PHRASE = 12
"""A shape longer than this is a phrase: only its ends are compared."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """What each column's cells look like: how often each shape occurs, and how long cells are."""

    exact: tuple[Counter[str], ...]
    rough: tuple[Counter[str], ...]
    lengths: tuple[tuple[float, float], ...]
    rows: int


def learn(rows: Sequence[Sequence[str]], width: int) -> Shapes | None:
    """Learn the columns' shapes from rows that are whole; None where there are too few."""
    whole = [r for r in rows if len(r) == width][:_LEARNED_ROWS]
    if len(whole) < 3:
        return None
    columns = list(zip(*whole, strict=True))
    lengths = []
    for column in columns:
        logs = [math.log1p(len(c)) for c in column]
        mean = sum(logs) / len(logs)
        lengths.append((mean, max(0.2, math.sqrt(sum((x - mean) ** 2 for x in logs) / len(logs)))))
    return Shapes(
        tuple(Counter(map(_exact, c)) for c in columns),
        tuple(Counter(map(_rough, c)) for c in columns),
        tuple(lengths),
        len(whole),
    )


def _exact(cell: str) -> str:
    return re.sub(r"[^\W\d_]", "a", re.sub(r"\d", "9", cell.strip()))[:40]


def _rough(cell: str) -> str:
    text = re.sub(r"\d+", "9", re.sub(r"[A-Z]+", "A", re.sub(r"[^\WA-Z\d_]+", "a", cell)))
    return text if len(text) <= _PHRASE else f"{text[:2]}…{text[-1]}"


class _Fits:
    """How well cells fit their columns; a row's candidates share most of their cells."""

    def __init__(self, shapes: Shapes) -> None:
        self._shapes = shapes
        self._known: dict[tuple[int, str], float] = {}

    def of(self, cells: Sequence[str]) -> float:
        """Give the mean log share of rows with such cells there."""
        total = 0.0
        for place in enumerate(cells):
            if place not in self._known:
                self._known[place] = _cell_fit(place[1], place[0], self._shapes)
            total += self._known[place]
        return total / len(cells)


def _cell_fit(cell: str, i: int, shapes: Shapes) -> float:
    share = (0.6 * shapes.exact[i][_exact(cell)] + 0.4 * shapes.rough[i][_rough(cell)]) / shapes.rows
    mean, spread = shapes.lengths[i]
    off = abs(math.log1p(len(cell)) - mean) / spread
    return (math.log(share) if share else _UNSEEN) - 0.1 * min(off, 10.0)


def mend(line: str, *, separator: str, quote: str, width: int, shapes: Shapes) -> list[str] | None:
    """Give a broken row's cells, or None where no reading fits its columns clearly best.

    Tried are: one quotation mark that is none, a separator that was lost beside a quote or inside
    a cell, one that is too many, and another separator throughout.
    """
    if len(line) > _LONGEST_LINE:
        return None
    found: dict[tuple[str, ...], float] = {}
    fits = _Fits(shapes)
    for cells in _candidates(line, separator, quote, width):
        key = tuple(cells)
        if key not in found:
            found[key] = fits.of(cells)
    if not found:
        return None
    ranked = sorted(found.items(), key=lambda item: -item[1])
    best, score = ranked[0]
    if len(ranked) > 1 and score - ranked[1][1] < _CLEAR_LEAD:
        return None
    # A cell like no other in its column speaks against a reading. Where a quote was taken for a letter
    # that cell is strange indeed.
    strange = sum(_is_strange(c, i, shapes) for i, c in enumerate(best))
    return list(best) if strange <= sum(quote in c for c in best if quote) else None


def _is_strange(cell: str, i: int, shapes: Shapes) -> bool:
    has_few_shapes = len(shapes.rough[i]) <= 0.2 * shapes.rows + 1
    return has_few_shapes and not shapes.exact[i][_exact(cell)] and not shapes.rough[i][_rough(cell)]


def split(
    line: str, separator: str, quote: str, *, strict: bool, skip_spaces: bool = True
) -> list[str] | None:
    """Split one record; None where a quote stands where none may."""
    reader = csv.reader(
        line.splitlines(keepends=True) if quote else [line],
        delimiter=separator,
        quotechar=quote or None,
        quoting=csv.QUOTE_MINIMAL if quote else csv.QUOTE_NONE,
        skipinitialspace=skip_spaces,
        strict=strict,
    )
    try:
        records = list(reader)
    except csv.Error:
        return None
    return records[0] if len(records) == 1 else None


def _candidates(line: str, separator: str, quote: str, width: int) -> Iterator[list[str]]:
    plain = split(line, separator, quote, strict=True)
    if plain is not None and len(plain) == width:
        yield plain
    if quote and 0 < line.count(quote) <= _MOST_QUOTES:
        yield from _quote_mended(line, separator, quote, width)
    for other in (*USUAL, " "):
        if other != separator and other in line:
            cells = split(line, other, quote, strict=True) or []
            more = len(cells) - width
            if 0 <= more <= _MOST_JOINED:
                # Other separators also stand in words: "Kids' Hat" between spaces is one cell.
                for i in range(width if more else 1):
                    yield [*cells[:i], other.join(cells[i : i + more + 1]), *cells[i + more + 1 :]]
    if plain is not None and len(plain) == width - 1:
        for i, cell in enumerate(plain):
            yield from ([*plain[:i], cell[:k], cell[k:], *plain[i + 1 :]] for k in range(len(cell) + 1))
    if plain is not None and len(plain) == width + 1:
        # "Bole, Addis Ababa" without quotes: its space belongs to it.
        spaced = split(line, separator, quote, strict=True, skip_spaces=False) or plain
        yield from _without_one(plain, spaced if len(spaced) == len(plain) else plain, separator)


def _without_one(cells: list[str], spaced: list[str], separator: str) -> Iterator[list[str]]:
    """Drop an empty cell, or put two neighbours back together, or cut the last."""
    for i in range(len(cells) - 1):
        if not cells[i].strip():
            yield [*cells[:i], *cells[i + 1 :]]
        elif cells[i + 1].strip():
            yield [*cells[:i], cells[i] + separator + spaced[i + 1], *cells[i + 2 :]]
    yield cells[:-1]


def _quote_mended(line: str, separator: str, quote: str, width: int) -> Iterator[list[str]]:
    places = [i for i, c in enumerate(line) if c == quote]
    for i in places:
        for text in (
            line[:i] + _PLACEHOLDER + line[i + 1 :],
            line[:i] + separator + line[i:],
            line[: i + 1] + separator + line[i + 1 :],
        ):
            cells = split(text, separator, quote, strict=True)
            if cells is not None and len(cells) == width:
                yield [c.replace(_PLACEHOLDER, quote) for c in cells]
