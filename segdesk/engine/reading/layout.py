"""Where the table lies in a text: its marks, title lines, header, rows, total rows and footnotes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field

from segdesk.engine.reading.footer import footer_of
from segdesk.engine.reading.header import Header, find_header
from segdesk.engine.reading.mend import learn
from segdesk.engine.reading.records import even_out, line_starts, scan
from segdesk.engine.reading.sniff import Marks, csv_options, find_marks, records_of
from segdesk.errors import InputError
from segdesk.model.notes import Note
from segdesk.model.reading import Guess, LeftOut, ReadingChoices

_SAMPLE_BYTES = 1 << 20

_RAGGED_SHARE = 0.2
"""More lines of another length than this: the lines are no rows of one table."""

_FEWEST_RAGGED = 5
"""A handful of odd lines is named in a warning, however short the file."""

_MOST_HEADERS_SOUGHT = 1_000

_REPEATED = "note.repeated_header_lines"

_SHOWN_LINES = 10
"""Line numbers kept for the receipt."""

_SHOWN = 3


@dataclass(slots=True)
class Layout:
    """A text's marks, header and rows as bytes; every row of ``body`` has ``header.width`` fields.

    ``first_line`` is the line of the file (from 1) that ``body`` starts on; ``sample`` holds its
    first records as strings.
    """

    marks: Marks
    header: Header
    header_row: int
    body: bytes
    first_line: int
    sample: list[list[str]]
    zero_columns: frozenset[int]
    lines: int
    notes: list[Note] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


def find_layout(data: bytes, choices: ReadingChoices, *, name: str) -> Layout:
    """Find marks, header and rows of a text, and even out its rows.

    Raises
    ------
    InputError
        ``file.one_column``, ``file.ragged``, ``file.only_header``, ``file.too_many_columns``,
        ``file.no_such_row``, ``file.bad_separator``.
    """
    lines = data.count(b"\n") + (not data.endswith(b"\n"))
    text = _head(data)
    found = find_marks(text, separator=choices.delimiter, quote=choices.quotechar, name=name)
    skipped = int(found.has_sep_line)
    if skipped:
        data = data[data.find(b"\n") + 1 :] if b"\n" in data else b""
    marks = found
    if not found.is_standard:
        data, marks = _standardised(data, found), Marks(",")
    text = _head(data)
    records, ends = records_of(text, marks)
    if not any(len(r) > 1 for r in records):
        raise InputError("file.one_column", name=name)
    chosen = max(1, choices.header_row - skipped) if choices.header_row else choices.header_row
    header = find_header(records, chosen=chosen, name=name)
    rows = [r for r in records[header.below :] if r]
    if not any(c.strip() for r in rows for c in r):
        raise InputError("file.only_header", name=name, columns=len(header.names))
    start = ends[header.below - 1] if header.below else 0
    above = _after_line(data, start)
    layout = Layout(
        found, header, header.top + 1 + skipped if header.below > header.top else 0, data[above:],
        start + skipped + 1, rows, frozenset(), lines, list(header.notes), list(header.guesses),
    )  # fmt: skip
    if header.top:
        titles = tuple(range(1 + skipped, 1 + skipped + min(header.top, _SHOWN_LINES)))
        note = Note("note.title_lines", {"count": header.top})
        layout.left_out.append(LeftOut(note, header.top, titles))
    if found.rival and choices.delimiter is None:
        layout.guesses.append(Guess("delimiter", (), _cut(text, found)))
    header_line = (
        data[_after_line(data, ends[header.below - 1] - 1) : above] if header.below > header.top else b""
    )
    del data
    _without_footer(layout, marks)
    _without_repeated(layout, header_line)
    _even(layout, marks, name)
    return layout


def _cut(text: str, marks: Marks) -> tuple[tuple[str, str], ...]:
    lines = [line for line in text.splitlines()[:50] if line.strip()][:_SHOWN]
    cut = [records_of(line, marks)[0] for line in lines]
    return tuple((line, " | ".join(c[0])) for line, c in zip(lines, cut, strict=True) if c)


def _head(data: bytes) -> str:
    head = data[:_SAMPLE_BYTES]
    if len(data) > len(head):
        head = head[: head.rfind(b"\n") + 1] or head
    return head.decode("utf-8", "replace")


def _standardised(data: bytes, marks: Marks) -> bytes:
    """Write a text of unusual marks with commas and doubled quotation marks, line by line."""
    out = io.StringIO(newline="")
    source = io.TextIOWrapper(io.BytesIO(data), "utf-8", errors="replace", newline="")
    writer = csv.writer(out, lineterminator="\n")
    csv.field_size_limit(2**31 - 1)
    try:
        for record in csv.reader(source, **csv_options(marks)):
            if marks.separator == " " and len(record) > 1 and not record[-1]:
                record.pop()  # a space at the line's end
            if any(record):
                writer.writerow(record)
            else:
                out.write("," * max(0, len(record) - 1) + "\n")
    except csv.Error:
        pass  # an escape at the very end: what was read so far will do
    return out.getvalue().encode()


def _after_line(data: bytes, lines: int) -> int:
    position = 0
    for _ in range(lines):
        found = data.find(b"\n", position)
        if found < 0:
            return len(data)
        position = found + 1
    return position


def _without_footer(layout: Layout, marks: Marks) -> None:
    """Leave out totals and notes below the table, also below blank lines."""
    body = layout.body
    footer = footer_of(_upwards(body, marks), layout.header.width)
    if footer.cut is None:
        return
    for code, found in (("note.total_row", footer.totals), ("note.footnotes", footer.notes)):
        if found:
            note = Note(code, {"count": len(found)})
            lines = tuple(layout.first_line + body.count(b"\n", 0, start) for start in sorted(found))
            layout.notes.append(note)
            layout.left_out.append(LeftOut(note, len(found), lines))
    layout.body = body[: footer.cut]


def _upwards(body: bytes, marks: Marks) -> Iterator[tuple[int, list[str]]]:
    """Give lines from the last to the second: where they start, and their cells."""
    end = len(body.rstrip(b"\n"))
    start = body.rfind(b"\n", 0, end) + 1
    while start > 0:
        line = body[start:end].decode("utf-8", "replace")
        yield start, [c.strip() for c in (records_of(line, marks, 1)[0] or [[]])[0]]
        end = start - 1
        start = body.rfind(b"\n", 0, end) + 1


def _without_repeated(layout: Layout, header_line: bytes) -> None:
    """Blank the lines that repeat the header: pages printed one below the other, or files joined."""
    if (
        len(header_line.strip()) < 3
        or not header_line.endswith(b"\n")
        or layout.header.below - layout.header.top > 1
    ):
        return
    body = layout.body
    lines: list[int] = []
    if body.startswith(header_line):
        body = b"\n" + body[len(header_line) :]
        lines.append(layout.first_line)
    position = body.find(b"\n" + header_line)
    if position >= 0:
        starts = line_starts(body)
        while position >= 0:
            lines.append(layout.first_line + int(starts.searchsorted(position, side="right")))
            position = body.find(b"\n" + header_line, position + 1)
        body = body.replace(b"\n" + header_line, b"\n\n")
    if lines:
        layout.body = body
        note = Note(_REPEATED, {"count": len(lines)})
        layout.notes.append(note)
        layout.left_out.append(LeftOut(note, len(lines), tuple(lines)))


def _even(layout: Layout, marks: Marks, name: str) -> None:
    """Give every row the same number of fields; cut off a second table below."""
    width, first = layout.header.width, layout.first_line
    marked = {"separator": marks.separator, "quote": marks.quote}
    found = scan(layout.body, width=width, **marked)
    if found.troubles:
        cut = _second_table(layout, [t.start for t in found.troubles], marks)
        if cut is not None:
            starts = line_starts(layout.body)
            below = len(starts) - 1 - cut
            layout.body = layout.body[: starts[cut]]
            note = Note("note.second_table", {"count": below, "line": first + cut})
            layout.notes.append(note)
            layout.left_out.append(LeftOut(note, below, (first + cut,)))
            found = scan(layout.body, width=width, **marked)
    bad = len(found.troubles)
    if bad >= _FEWEST_RAGGED and bad > _RAGGED_SHARE * found.rows:
        raise InputError("file.ragged", name=name, rows=bad, total=found.rows)
    gone = {n for left in layout.left_out for n in left.lines if left.reason.code == _REPEATED}
    blank = [first + i for i in found.blank_lines if first + i not in gone]
    if blank:
        note = Note("note.blank_rows", {"count": len(blank)})
        layout.left_out.append(LeftOut(note, len(blank), tuple(blank[:_SHOWN_LINES])))
    layout.zero_columns = frozenset(found.zero_columns)
    if len(found.blank_surplus) > _RAGGED_SHARE * found.rows:
        found.blank_surplus.clear()  # separators at the end of every line are the file's habit
    if not found.troubles and not found.blank_surplus:
        return
    evened = even_out(layout.body, found, width=width, shapes=learn(layout.sample, width), **marked)
    layout.body = evened.body
    if b'"' in layout.body:
        # Rows written anew may be quoted where none was: their zeros stand behind a quote now.
        layout.zero_columns |= scan(layout.body, width=width, **marked).zero_columns
    if evened.mended:
        where = ", ".join(str(first + i) for i in evened.mended[:_SHOWN])
        layout.notes.append(Note("note.mended_rows", {"count": len(evened.mended), "lines": where}))
    short, long = len(evened.short), len(evened.long)
    if short or long:
        where = ", ".join(str(first + i) for i in sorted([*evened.short, *evened.long])[:_SHOWN])
        facts: dict[str, str | int | float] = {
            "count": short + long,
            "short": short,
            "long": long,
            "lines": where,
        }
        layout.notes.append(Note("note.ragged_rows", facts))


def _second_table(layout: Layout, troubled: list[int], marks: Marks) -> int | None:
    """Give the line that a second table's header stands on.

    That is a line which says the first table's names again, some more or fewer, or one below which
    all rows differ from those above.
    """
    starts = line_starts(layout.body)

    def cells_of(line: int) -> list[str]:
        text = layout.body[starts[line] : starts[line + 1]].decode("utf-8", "replace")
        return [c.strip() for c in (records_of(text, marks, 1)[0] or [[]])[0]]

    names = list(layout.header.names)
    for line in troubled[:_MOST_HEADERS_SOUGHT]:
        cells = cells_of(line)
        if len(cells) > 1 and (cells[: len(names)] == names or names[: len(cells)] == cells):
            return line
    first = len(troubled) - 1
    while first > 0 and troubled[first - 1] >= troubled[first] - 2:
        first -= 1
    begin = troubled[first]
    if troubled[-1] < len(starts) - 3 or len(troubled) - first < _FEWEST_RAGGED or begin < _FEWEST_RAGGED:
        return None
    cells = cells_of(begin)
    is_heading = len(set(cells)) == len(cells) > 1 and all(c and not c[0].isdigit() for c in cells)
    return begin if is_heading else None
