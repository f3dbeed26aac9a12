"""Counts fields line by line: which rows are too short or too long, and where zeros lead."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

_CHUNK = 1 << 24
"""Bytes looked at in one go: the positions found stay well under 200 MB."""

_SHOWN = 3
"""Line numbers named in a warning."""

_LONGEST_FIELD = 2**31 - 1


@dataclass(slots=True)
class Scan:
    """What a text's lines are like. ``zero_columns`` may hold numbers such as 01569.

    ``lines`` are those of the first ragged rows, counted from ``first_line``.
    """

    rows: int = 0
    short: int = 0
    long: int = 0
    lines: list[int] = field(default_factory=list)
    zero_columns: set[int] = field(default_factory=set)


def scan(body: bytes, *, separator: str, width: int, first_line: int) -> Scan:
    """Count the fields of every record of ``body`` against ``width``."""
    result = Scan()
    if b'"' in body:
        _scan_quoted(body, separator, width, first_line, result)
    else:
        _scan_plain(body, separator, width, first_line, result)
    return result


def _scan_quoted(body: bytes, separator: str, width: int, first_line: int, result: Scan) -> None:
    csv.field_size_limit(_LONGEST_FIELD)
    text = io.TextIOWrapper(io.BytesIO(body), "utf-8", errors="replace", newline="")
    reader = csv.reader(text, delimiter=separator, skipinitialspace=True)
    start = first_line
    for record in reader:
        if record:
            result.rows += 1
            if len(record) != width:
                _ragged(result, is_long=len(record) > width, line=start)
        start = first_line + reader.line_num
    if any(_has_leading_zero(chunk, ord(separator)) for chunk in _chunks(body)):
        # Which fields these are would cost another pass: every numeric column is looked at closely.
        result.zero_columns.update(range(width))


def _has_leading_zero(chunk: NDArray[np.uint8], separator: int) -> bool:
    zeros = np.flatnonzero(chunk[:-1] == ord("0"))
    zeros = zeros[(chunk[zeros + 1] >= ord("0")) & (chunk[zeros + 1] <= ord("9"))]
    before = chunk[np.maximum(zeros - 1, 0)]
    opens = (zeros == 0) | np.isin(before, np.frombuffer(b'"\n ', np.uint8)) | (before == separator)
    return bool(opens.any())


def _ragged(result: Scan, *, is_long: bool, line: int) -> None:
    if is_long:
        result.long += 1
    else:
        result.short += 1
    if len(result.lines) < _SHOWN:
        result.lines.append(line)


def _scan_plain(body: bytes, separator: str, width: int, first_line: int, result: Scan) -> None:
    line = first_line
    for chunk in _chunks(body):
        ends = np.flatnonzero(chunk == ord("\n"))
        marks = np.flatnonzero(chunk == ord(separator))
        starts = np.concatenate([[0], ends[:-1] + 1])
        before = np.searchsorted(marks, starts)
        fields = np.diff(np.append(before, len(marks))) + 1
        blank = ends == starts
        result.rows += int((~blank).sum())
        ragged = ~blank & (fields != width)
        result.short += int((ragged & (fields < width)).sum())
        result.long += int((ragged & (fields > width)).sum())
        room = _SHOWN - len(result.lines)
        result.lines.extend(int(line + i) for i in np.flatnonzero(ragged)[:room])
        _find_zeros(chunk, marks, starts, before, ord(separator), result.zero_columns)
        line += len(ends)


def _find_zeros(
    chunk: NDArray[np.uint8],
    marks: NDArray[np.int64],
    starts: NDArray[np.int64],
    before: NDArray[np.int64],
    separator: int,
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
