"""From a file on disk to its bytes: what can't be a table is refused, a workbook is told by its bytes."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

from segdesk.errors import InputError

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of zipped (xlsx, xlsb, ods) and of old (xls) spreadsheets."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The stream that a password-protected xlsx keeps inside an old container."""

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
        if _ENCRYPTED in raw:
            raise InputError("file.password", name=name)
        return Source(raw, "xls")
    if raw.startswith(_ZIP):
        return Source(raw, _zipped_format(raw, name))
    if raw.startswith(_OTHER_PACKED):
        raise InputError("file.archive", name=name)
    return Source(raw, "")


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
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
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
        return "ods"
    raise InputError("file.archive", name=name)
