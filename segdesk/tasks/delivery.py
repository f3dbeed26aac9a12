"""Files for the user: they appear only when they are whole, and only SegDesk's own are replaced."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from segdesk.charts.export import UNFINISHED_FOLDER
from segdesk.errors import StoreError
from segdesk.store.db import opened
from segdesk.store.exported import Written, forget_files, save_files, written_files

_FIRST_COPY = 2
"""The name beside "Customers.xlsx" is "Customers (2).xlsx"."""


@contextmanager
def delivered(
    folder: Path,
    *,
    database: Path,
    kind_of: Callable[[Path], str],
    is_whole: bool = True,
    is_beside: bool = False,
) -> Iterator[Path]:
    """Give a folder to write into; when the work is whole, move its files into ``folder``.

    A file of the user's own, and one that was changed since SegDesk wrote it, stays as it is: the new one
    gets "(2)". Files of the same kinds that SegDesk wrote there earlier go.

    Parameters
    ----------
    kind_of
        Which kind a file is of, by its path.
    is_whole
        Whether this is all there is of its kinds; a part leaves other files of earlier exports there.
    is_beside
        Whether files of earlier exports stay even where the names are the same: the new ones get "(2)".

    Raises
    ------
    StoreError
        ``export.file_open``: another program has a file open that is to be replaced; nothing is
        changed then. ``export.cannot_write``: the folder is read-only or the disk is full.
    """
    unfinished = folder / UNFINISHED_FOLDER
    path = folder
    try:
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        yield unfinished
        fresh = sorted(unfinished.iterdir())
        kinds = {kind_of(file) for file in fresh}
        own = _unchanged(database, folder, kinds)
        targets = _targets(folder, fresh, set() if is_beside else own)
        others = own - set(targets)
        gone = others if is_whole and not is_beside else set()
        for target in {*targets, *gone}:
            refuse_open(target)
        for file, path in zip(fresh, targets, strict=True):
            os.replace(file, path)
        for path in gone:
            path.unlink(missing_ok=True)
        _remember(database, folder, kinds, [*targets, *(others - gone)], kind_of)
    except OSError as error:
        raise StoreError("export.cannot_write", path=str(error.filename2 or error.filename or path)) from None
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def replace_file(part: Path, path: Path) -> None:
    """Move a file that is whole to where it belongs.

    Raises
    ------
    StoreError
        ``export.file_open``, ``export.cannot_write``.
    """
    try:
        refuse_open(path)
        os.replace(part, path)
    except PermissionError:
        raise _is_open(path) from None
    except OSError as error:
        raise StoreError("export.cannot_write", path=str(error.filename2 or error.filename or path)) from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def refuse_open(path: Path) -> None:
    """Refuse to replace a file that another program holds open, as Excel does on Windows.

    Raises
    ------
    StoreError
        ``export.file_open``, with a free name to save as.
    """
    if not path.is_file():
        return
    try:
        with path.open("r+b"):
            pass
    except PermissionError:
        raise _is_open(path) from None


def free_name(path: Path, taken: Sequence[Path] = ()) -> Path:
    """Give the first of "name", "name (2)", "name (3)" … that no file has."""
    copy, result = 1, path
    while result in taken or result.exists():
        copy += 1
        result = path.with_name(f"{path.stem} ({max(copy, _FIRST_COPY)}){path.suffix}")
    return result


def _is_open(path: Path) -> StoreError:
    return StoreError("export.file_open", path=str(path), free=free_name(path).name)


def _unchanged(database: Path, folder: Path, kinds: set[str]) -> set[Path]:
    """Give the files of these kinds that are still as SegDesk wrote them."""
    with opened(database, "read") as connection:
        written = written_files(connection, str(folder.resolve()))
    found = set()
    for file in written:
        path = folder / file.name
        if file.kind in kinds and path.is_file() and _sha256(path) == file.sha256:
            found.add(path)
    return found


def _targets(folder: Path, fresh: list[Path], own: set[Path]) -> list[Path]:
    """Say where each new file goes. A folder of its name is in the way: the move will say so."""
    targets: list[Path] = []
    for file in fresh:
        path = folder / file.name
        if path.is_file() and path not in own:
            path = _free_or_own(path, own, targets)
        targets.append(path)
    return targets


def _free_or_own(path: Path, own: set[Path], targets: list[Path]) -> Path:
    copy, result = 1, path
    while result in targets or (result.exists() and result not in own):
        copy += 1
        result = path.with_name(f"{path.stem} ({copy}){path.suffix}")
    return result


def _remember(
    database: Path, folder: Path, kinds: set[str], targets: list[Path], kind_of: Callable[[Path], str]
) -> None:
    place = str(folder.resolve())
    written = [Written(path.name, kind_of(path), _sha256(path)) for path in targets]
    with opened(database, "write") as connection:
        forget_files(connection, place, kinds)
        save_files(connection, place, written)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
