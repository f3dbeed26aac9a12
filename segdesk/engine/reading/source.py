"""From a file on disk to its bytes: what can't be a table is refused, a workbook is told by its bytes."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from segdesk.errors import InputError

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of zipped (xlsx, xlsb, ods) and of old (xls) spreadsheets."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The stream that a password-protected xlsx keeps inside an old container."""

_OLD_BOOK = re.compile(rb"\x09\x08(?:\x10\0\0\x06|\x08\0\0\x05)\x05\0")
_FILE_PASS = 0x2F
"""How an old workbook begins, and the record that comes soon where it is encrypted ([MS-XLS] 2.4.117)."""

_SECTOR = 512
_ODS_MANIFEST = "META-INF/manifest.xml"
_ODS_ENCRYPTED = b"encryption-data"

_OTHER_PACKED = (
    b"\x1f\x8b",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"BZh",
    b"\xfd7zXZ\0",
    b"\x28\xb5\x2f\xfd",
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file's bytes; ``workbook`` names the spreadsheet format (xlsx, xlsb, xls, ods) or is empty."""

    raw: bytes
    workbook: str


def load(path: Path) -> Source:
    """Read a file whole.

    Raises
    ------
    InputError
        ``file.missing``, ``file.folder``, ``file.no_permission``, ``file.unreadable``,
        ``file.changed``, ``file.empty``, ``file.archive``, ``file.password``.
    """
    name = path.name
    before = _state(path, name)
    raw = _bytes(path)
    refuse_changed(path, before, size=len(raw))
    if not raw.strip(b"\0\xff\xfe\xef\xbb\xbf \t\r\n"):
        raise InputError("file.empty", name=name)
    if raw.startswith(_OLE):
        if _ENCRYPTED in raw or _is_old_and_protected(raw):
            raise InputError("file.password", name=name)
        return Source(raw, "xls")
    if raw.startswith(_ZIP):
        return Source(raw, _zipped_format(raw, name))
    if raw.startswith(_OTHER_PACKED):
        raise InputError("file.archive", name=name)
    return Source(raw, "")


def _is_old_and_protected(raw: bytes) -> bool:
    """Tell whether an xls needs a password: calamine only says that it can't be read."""
    begin = _OLD_BOOK.search(raw)
    if begin is None:
        return False
    place, end = begin.start(), min(begin.start() + _SECTOR, len(raw)) - 4
    while place < end:
        kind, length = struct.unpack_from("<2H", raw, place)
        if kind == _FILE_PASS:
            return True
        place += 4 + length
    return False


def refuse_changed(path: Path, before: tuple[int, int], *, size: int) -> None:
    """Raise ``file.changed`` unless the file is what it was and as long as what was read."""
    try:
        after = _state(path, path.name)
    except InputError:
        after = (-1, -1)
    if after != before or before[0] != size:
        raise InputError("file.changed", name=path.name)


def _state(path: Path, name: str) -> tuple[int, int]:
    """Give a file's size and the time of its last change in nanoseconds."""
    try:
        found = path.stat()
    except FileNotFoundError:
        raise InputError("file.missing", name=name) from None
    except PermissionError:
        raise InputError("file.no_permission", name=name) from None
    except (OSError, ValueError):
        raise InputError("file.unreadable", name=name) from None
    if path.is_dir():
        raise InputError("file.folder", name=name)
    if not path.is_file():
        # A pipe or a device may never end.
        raise InputError("file.unreadable", name=name)
    return found.st_size, found.st_mtime_ns


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError("file.missing", name=path.name) from None
    except PermissionError:
        raise InputError("file.no_permission", name=path.name) from None
    except (OSError, ValueError):
        raise InputError("file.unreadable", name=path.name) from None


def _zipped_format(raw: bytes, name: str) -> str:
    """Tell spreadsheets from other packed files by what they hold, never by their name."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = set(archive.namelist())
            manifest = archive.read(_ODS_MANIFEST) if _ODS_MANIFEST in names else b""
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, RuntimeError):
        head = raw[:4096]
        # Cut short or damaged: the reader of spreadsheets will say so.
        if b"xl/" in head or b"[Content_Types]" in head:
            return "xlsx"
        if b"opendocument.spreadsheet" in head:
            return "ods"
        raise InputError("file.archive", name=name) from None
    if "xl/workbook.bin" in names:
        return "xlsb"
    if any(n.startswith("xl/") for n in names):
        return "xlsx"
    if "content.xml" in names and b"opendocument.spreadsheet" in raw[:4096]:
        if _ODS_ENCRYPTED in manifest:
            raise InputError("file.password", name=name)
        return "ods"
    raise InputError("file.archive", name=name)
