"""Spreadsheets in formats that nothing at hand can write, byte by byte: xlsb, and ones with a password."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence

SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_STREAM, _ROOT = 2, 5


def compound_file(streams: Mapping[str, bytes]) -> bytes:
    """Write an OLE2 container ([MS-CFB]) with one sector chain for each stream and no mini stream."""
    padded = {
        name: data.ljust(max(4096, -(-len(data) // SECTOR) * SECTOR), b"\0") for name, data in streams.items()
    }
    fat = [_FAT, _END]  # the table itself, and the directory: room for a root and three streams
    entries = [_entry("Root Entry", _ROOT, child=1 if padded else _FREE, start=_END, size=0)]
    body = b""
    for number, (name, data) in enumerate(padded.items(), start=1):
        start = len(fat)
        fat += [*range(start + 1, start + len(data) // SECTOR), _END]
        right = number + 1 if number < len(padded) else _FREE
        entries.append(_entry(name, _STREAM, right=right, start=start, size=len(data)))
        body += data
    entries += [bytes(128)] * (4 - len(entries))
    header = struct.pack(
        "<8s16x5H6x9I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, 1, 1, 0, 4096, _END, 0, _END, 0,
    )  # fmt: skip
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    table = struct.pack("<128I", *fat, *[_FREE] * (128 - len(fat)))  # one sector of it: up to 64 kB
    return header + table + b"".join(entries) + body


def _entry(name: str, kind: int, *, child: int = _FREE, right: int = _FREE, start: int, size: int) -> bytes:
    letters = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBB3I36xIQ", letters.ljust(64, b"\0"), len(letters), kind, 1, _FREE, right, child, start, size
    )


def xls_with_password() -> bytes:
    """Write an old workbook ([MS-XLS]) whose first record after BOF says that the rest is encrypted."""
    begin = struct.pack("<2H2H2H2I", 0x0809, 16, 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 0x06)
    password = struct.pack("<2HH", 0x002F, 54, 1) + bytes(52)
    return compound_file({"Workbook": begin + password + bytes(64)})


def xlsb(title: str, rows: Sequence[Sequence[str | float]]) -> bytes:
    """Write a binary workbook ([MS-XLSB]) with one sheet of texts and numbers."""
    book = _record(131) + _record(143)
    book += _record(156, struct.pack("<2I", 0, 1) + _text("rId1") + _text(title))
    book += _record(144) + _record(132)
    sheet = _record(129)
    sheet += _record(148, struct.pack("<4I", 0, len(rows) - 1, 0, max(map(len, rows)) - 1)) + _record(145)
    for number, row in enumerate(rows):
        sheet += _record(0, struct.pack("<I", number) + bytes(13))
        for column, cell in enumerate(row):
            place = struct.pack("<2I", column, 0)
            if isinstance(cell, str):
                sheet += _record(6, place + _text(cell))
            else:
                sheet += _record(5, place + struct.pack("<d", cell))
    sheet += _record(146) + _record(130)
    held = io.BytesIO()
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Default Extension="bin" '
            'ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
        )
        archive.writestr(
            "xl/_rels/workbook.bin.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
            f'Type="{office}/worksheet" Target="worksheets/sheet1.bin"/></Relationships>',
        )
        archive.writestr("xl/workbook.bin", book)
        archive.writestr("xl/worksheets/sheet1.bin", sheet)
    return held.getvalue()


def _text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _record(kind: int, content: bytes = b"") -> bytes:
    """Write a record: its number and its length in bytes of seven bits."""
    return _seven_bits(kind) + _seven_bits(len(content)) + content


def _seven_bits(number: int) -> bytes:
    result = b""
    while True:
        number, low = number >> 7, number & 0x7F
        result += bytes([low | (0x80 if number else 0)])
        if not number:
            return result
