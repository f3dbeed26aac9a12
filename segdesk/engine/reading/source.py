"""From a file on disk to UTF-8 bytes with plain line ends."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from segdesk.errors import InputError
from segdesk.model.notes import Note

_SPREADSHEET_SUFFIXES = {".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"}
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
"""The first bytes of zipped (xlsx, ods) and of old (xls) spreadsheets."""

_PROBE = 65_536
"""Bytes looked at to tell text from pictures and programs."""

_BINARY_SHARE = 0.01
"""More control characters than this and a file isn't a table."""

_CONTROLS = np.array([b for b in range(32) if b not in (9, 10, 12, 13)], dtype=np.uint8)


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text as UTF-8 with plain line feeds, and what was done to get it."""

    data: bytes
    notes: tuple[Note, ...]


def load(path: Path) -> Source:
    """Read a text file whatever its encoding.

    Raises
    ------
    InputError
        ``file.missing``, ``file.folder``, ``file.no_permission``, ``file.unreadable``,
        ``file.empty``, ``file.spreadsheet``, ``file.archive``, ``file.binary``.
    """
    raw = _bytes(path)
    if not raw.strip(b"\0\xff\xfe\xef\xbb\xbf \t\r\n"):
        raise InputError("file.empty", name=path.name)
    _refuse_other_formats(path, raw)
    data, notes = _as_utf8(raw, path)
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return Source(data, notes)


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise InputError("file.folder", name=path.name)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError("file.missing", name=path.name) from None
    except PermissionError:
        raise InputError("file.no_permission", name=path.name) from None
    except (OSError, ValueError):
        raise InputError("file.unreadable", name=path.name) from None


def _refuse_other_formats(path: Path, raw: bytes) -> None:
    looks_zipped = raw.startswith(_ZIP)
    is_workbook = b"xl/" in raw[:4096] or b"opendocument.spreadsheet" in raw[:4096]
    if raw.startswith(_OLE) or (
        looks_zipped and (is_workbook or path.suffix.lower() in _SPREADSHEET_SUFFIXES)
    ):
        raise InputError("file.spreadsheet", name=path.name)
    if looks_zipped or raw.startswith(b"\x1f\x8b"):
        raise InputError("file.archive", name=path.name)


def _as_utf8(raw: bytes, path: Path) -> tuple[bytes, tuple[Note, ...]]:
    if raw.startswith(codecs.BOM_UTF8):
        raw = raw[len(codecs.BOM_UTF8) :]
    wide = _utf16(raw)
    if wide is not None:
        try:
            return raw.decode(wide).lstrip("\ufeff").encode(), ()
        except UnicodeDecodeError:
            raise InputError("file.binary", name=path.name) from None
    probe = np.frombuffer(raw[:_PROBE], dtype=np.uint8)
    if np.isin(probe, _CONTROLS).mean() > _BINARY_SHARE:
        raise InputError("file.binary", name=path.name)
    notes: list[Note] = []
    zeros = raw.count(b"\0")
    if zeros:
        raw = raw.replace(b"\0", b"")
        notes.append(Note("note.nul_bytes", {"count": zeros}))
    return _narrow(raw, notes), tuple(notes)


def _utf16(raw: bytes) -> str | None:
    """Name the UTF-16 flavour by its mark, or by every second byte being zero."""
    if raw.startswith(codecs.BOM_UTF16_LE) or raw.startswith(codecs.BOM_UTF16_BE):
        return "utf-16"
    probe = np.frombuffer(raw[: _PROBE - _PROBE % 2], dtype=np.uint8)
    # Mostly Latin text in UTF-16 has zeros in nearly all of one half and none of the other.
    even, odd = (probe[::2] == 0).mean(), (probe[1::2] == 0).mean() if len(probe) > 1 else 0.0
    if odd > 0.5 and even < 0.1:
        return "utf-16-le"
    if even > 0.5 and odd < 0.1:
        return "utf-16-be"
    return None


def _narrow(raw: bytes, notes: list[Note]) -> bytes:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return raw
    mended = raw.decode("utf-8", "replace")
    broken = mended.count("\ufffd")
    whole = sum(ord(c) > 127 for c in mended[: _PROBE * 4]) - mended[: _PROBE * 4].count("\ufffd")
    # A UTF-8 file with a byte or two broken stays UTF-8; Windows-1252 read as UTF-8 breaks nearly
    # every accented letter.
    if whole > 4 * broken:
        notes.append(Note("note.broken_letters", {"count": broken}))
        return mended.encode()
    notes.append(Note("note.old_encoding", {"encoding": "Windows-1252"}))
    return raw.decode("cp1252", "replace").encode()
