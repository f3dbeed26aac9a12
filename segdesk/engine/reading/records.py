"""Counts fields line by line, mends or evens out the rows that differ, and sees where zeros lead."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from segdesk.engine.reading.mend import Shapes, mend, split

_CHUNK = 1 << 22
"""Bytes looked at in one go: the positions found stay well under 50 MB."""

_LONGEST_FIELD = 2**31 - 1

_LONGEST_RECORD = 1_000
"""Lines: a quoted text longer than this was opened by a stray quotation mark."""

_MOST_TRIED = 300_000
"""Characters of broken rows tried hard, a few seconds' work; a file with more is better exported again."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Lines ``start`` … ``stop - 1`` of a body that aren't one row of the right length."""

    start: int
    stop: int


@dataclass(slots=True)
class Scan:
    """What a body's lines are like; lines count from 0. ``zero_columns`` may hold numbers such as 01569.

    ``blank_surplus``: rows that are too long by nothing but empty cells.
    """

    rows: int = 0
    troubles: list[Trouble] = field(default_factory=list)
    blank_surplus: list[Trouble] = field(default_factory=list)
    blank_lines: list[int] = field(default_factory=list)
    zero_columns: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Evened:
    """A body whose rows all have the right length, and what had to be done for it."""

    body: bytes
    mended: list[int] = field(default_factory=list)
    short: list[int] = field(default_factory=list)
    long: list[int] = field(default_factory=list)
    tried: int = 0


def scan(body: bytes, *, separator: str, quote: str, width: int) -> Scan:
    """Count the fields of every record of ``body`` against ``width``."""
    result = Scan()
    if quote and quote.encode() in body:
        _scan_quoted(body, separator, width, result)
    else:
        _scan_plain(body, separator, width, result)
    return result


def _scan_quoted(body: bytes, separator: str, width: int, result: Scan) -> None:
    csv.field_size_limit(_LONGEST_FIELD)
    text = io.TextIOWrapper(io.BytesIO(body), "utf-8", errors="replace", newline="\n")
    reader = csv.reader(text, delimiter=separator, skipinitialspace=True, strict=True)
    start = 0
    while True:
        try:
            for record in reader:
                stop = reader.line_num
                if record:
                    result.rows += 1
                    if len(record) != width or stop - start > _LONGEST_RECORD:
                        is_blank = len(record) > width and not any(c.strip() for c in record[width:])
                        (result.blank_surplus if is_blank else result.troubles).append(Trouble(start, stop))
                else:
                    result.blank_lines.append(start)
                start = stop
            break
        except csv.Error:
            # A letter behind a closing quote, or a quote that never closes.
            stop = max(reader.line_num, start + 1)
            result.rows += 1
            result.troubles.append(Trouble(start, stop))
            start = stop
    if any(_has_leading_zero(chunk, ord(separator)) for chunk in _chunks(body)):
        # Which fields these are would cost another pass: every numeric column is looked at closely.
        result.zero_columns.update(range(width))


def _has_leading_zero(chunk: NDArray[np.uint8], separator: int) -> bool:
    zeros = np.flatnonzero(chunk[:-1] == ord("0"))
    zeros = zeros[(chunk[zeros + 1] >= ord("0")) & (chunk[zeros + 1] <= ord("9"))]
    before = chunk[np.maximum(zeros - 1, 0)]
    opens = (zeros == 0) | np.isin(before, np.frombuffer(b'"\n ', np.uint8)) | (before == separator)
    return bool(opens.any())


def _scan_plain(body: bytes, separator: str, width: int, result: Scan) -> None:
    line = 0
    for chunk in _chunks(body):
        ends = np.flatnonzero(chunk == ord("\n"))
        marks = np.flatnonzero(chunk == ord(separator))
        starts = np.concatenate([[0], ends[:-1] + 1])
        before = np.searchsorted(marks, starts)
        fields = np.diff(np.append(before, len(marks))) + 1
        blank = ends == starts
        result.rows += int((~blank).sum())
        result.blank_lines.extend((line + np.flatnonzero(blank)).tolist())
        for i in np.flatnonzero(~blank & (fields != width)).tolist():
            surplus = chunk[marks[before[i] + width - 1] : ends[i]] if fields[i] > width else None
            is_blank = surplus is not None and bool(np.isin(surplus, (ord(separator), ord(" "))).all())
            (result.blank_surplus if is_blank else result.troubles).append(Trouble(line + i, line + i + 1))
        _find_zeros(chunk, marks, starts, before, result.zero_columns)
        line += len(ends)


def _find_zeros(
    chunk: NDArray[np.uint8],
    marks: NDArray[np.int64],
    starts: NDArray[np.int64],
    before: NDArray[np.int64],
    columns: set[int],
) -> None:
    firsts = np.concatenate([starts, marks + 1])
    firsts = firsts[firsts < len(chunk) - 1]
    zeros = firsts[
        (chunk[firsts] == ord("0")) & (chunk[firsts + 1] >= ord("0")) & (chunk[firsts + 1] <= ord("9"))
    ]
    lines = np.searchsorted(starts, zeros, side="right") - 1
    columns.update(np.unique(np.searchsorted(marks, zeros) - before[lines]).tolist())


def _chunks(body: bytes) -> Iterator[NDArray[np.uint8]]:
    """Cut at line ends; every chunk ends with one."""
    position = 0
    while position < len(body):
        end = body.rfind(b"\n", position, position + _CHUNK) + 1
        if end <= position:
            end = body.find(b"\n", position) + 1 or len(body)
        piece = body[position:end]
        yield np.frombuffer(piece if piece.endswith(b"\n") else piece + b"\n", dtype=np.uint8)
        position = end


def line_starts(body: bytes) -> NDArray[np.int64]:
    """Give the offset of every line, and of the end."""
    ends = np.flatnonzero(np.frombuffer(body, np.uint8) == ord("\n")) + 1
    starts = np.concatenate([[0], ends])
    return starts if starts[-1] == len(body) else np.append(starts, len(body))


class _Lines:
    """The lines of a body as text; ``position`` may be set back."""

    def __init__(self, body: bytes, starts: NDArray[np.int64]) -> None:
        self._body, self._starts = body, starts
        self.position = self.begin = 0
        self.end = len(starts) - 1

    def text(self, first: int, stop: int) -> str:
        """Give lines ``first`` … ``stop - 1`` without the last line end."""
        return self._body[self._starts[first] : self._starts[stop]].decode("utf-8", "replace").rstrip("\n")

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self.position >= self.end or self.position - self.begin >= _LONGEST_RECORD:
            raise StopIteration
        self.position += 1
        return self._body[self._starts[self.position - 1] : self._starts[self.position]].decode(
            "utf-8", "replace"
        )


def even_out(
    body: bytes, found: Scan, *, separator: str, quote: str, width: int, shapes: Shapes | None
) -> Evened:
    """Write every troubled row anew with ``width`` fields: mended where that is clear, else cut or filled.

    Lines keep their numbers: what a row no longer needs becomes a blank line.
    """
    result = Evened(body)
    starts = line_starts(body)
    lines = _Lines(body, starts)
    pieces: list[bytes] = []
    done = 0
    for trouble in sorted([*found.troubles, *found.blank_surplus], key=lambda t: t.start):
        if trouble.start < done:
            continue
        pieces.append(body[starts[done] : starts[trouble.start]])
        done = trouble.start
        while done < trouble.stop:
            begin = done
            cells, done = _next_row(lines, begin, separator, quote, width, shapes, result)
            pieces.append(_written(cells, begin, done, separator, quote))
    pieces.append(body[starts[done] :])
    result.body = b"".join(pieces)
    return result


def _next_row(
    lines: _Lines,
    begin: int,
    separator: str,
    quote: str,
    width: int,
    shapes: Shapes | None,
    result: Evened,
) -> tuple[list[str], int]:
    """Read one row from line ``begin`` on; give its cells and the line after it."""
    lines.begin = lines.position = begin
    reader = csv.reader(lines, delimiter=separator, skipinitialspace=True, strict=True) if quote else None
    try:
        cells = (
            next(reader, []) if reader else split(lines.text(begin, begin + 1), separator, "", strict=True)
        )
    except csv.Error:
        cells = None
    stop = max(lines.position, begin + 1)
    if cells is not None and (not cells or len(cells) == width):
        return cells, stop
    for end in sorted({begin + 1, stop}) if shapes is not None else ():
        text = lines.text(begin, end)
        result.tried += len(text)
        if result.tried > _MOST_TRIED:
            break
        mended = mend(text, separator=separator, quote=quote, width=width, shapes=shapes) if shapes else None
        if mended is not None:
            result.mended.append(begin)
            return mended, end
    if cells is None or stop - begin > 1:
        # Quotes that make no sense are letters, and a row ends with its line.
        stop = begin + 1
        text = lines.text(begin, stop)
        cells = split(text, separator, quote, strict=True)
        if cells is None or len(cells) != width:
            cells = split(text, separator, "", strict=False) or []
        if len(cells) == width:
            result.mended.append(begin)
            return cells, stop
    return _cut_or_filled(cells, width, begin, result), stop


def _cut_or_filled(cells: Sequence[str], width: int, line: int, result: Evened) -> list[str]:
    if len(cells) < width:
        result.short.append(line)
    elif any(c.strip() for c in cells[width:]):
        result.long.append(line)
    return [*cells[:width], *[""] * (width - len(cells))]


def _written(cells: Sequence[str], start: int, stop: int, separator: str, quote: str) -> bytes:
    out = io.StringIO()
    if quote and cells:
        csv.writer(out, delimiter=separator, lineterminator="\n").writerow(cells)
    else:
        out.write(separator.join(cells) + "\n")
    text = out.getvalue()
    return (text + "\n" * (stop - start - text.count("\n"))).encode()
