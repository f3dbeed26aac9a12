"""Reads mutated files and looks for anything but a table or an ``InputError``.

``python packaging/fuzz_reading.py FOLDER [--files 10000] [--seed 0]`` mutates the small files below
FOLDER. A file that crashes the process, takes over 10 s or raises something else is kept and named.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from segdesk.engine.reading import read_table
from segdesk.errors import InputError

LONGEST_SECONDS = 10
LARGEST_SEED = 60_000
"""Bytes: mutations find more in many small files than in few large ones."""

SUFFIXES = {".csv", ".tsv", ".txt", ".xls", ".xlsx", ".ods"}
TOKENS = (
    b'"', b'""', b"'", b",", b";", b"\t", b"|", b"\n", b"\r", b"\r\n", b"\0", b"\xff", b"\xfe", b"\\", b'\\"',
    b"\xef\xbb\xbf", b"sep=;\n", b"=", b" ", b"\xc2\xa0", b"\xe2\x80\xaf", b"1e999", b"-", b"(", b")", b"%",
    b"$", b"\xe2\x82\xac", b"01569", b"9" * 30, b"0,435", b"1.234,56", b"31/02/2014", b"2014-13-45",
    b"99999-01-01", b"24:61", b"nan", b"inf", b"Total", b"\xed\xa0\x80", b"\x1a", b"\x85", b"\x0b", b"\x0c",
    b"\xe1\x8b\x95", "−".encode(), "½²".encode(), "٣".encode(), b"," * 200, b"\n" * 50, b'"' * 40,
)  # fmt: skip

Mutation = Callable[[bytearray, random.Random], bytes]


def _insert(data: bytearray, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 8)):
        place = chance.randint(0, len(data))
        data[place:place] = chance.choice(TOKENS)
    return bytes(data)


def _flip(data: bytearray, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 20)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def _delete(data: bytearray, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(data))
        del data[start : start + chance.choice((1, 1, 2, 10, 300))]
        if not data:
            break
    return bytes(data)


def _truncate(data: bytearray, chance: random.Random) -> bytes:
    start = chance.choice((0, 0, 0, chance.randrange(len(data))))
    return bytes(data[start : start + chance.randrange(len(data) + 1)])


def _replace(data: bytearray, chance: random.Random) -> bytes:
    old, new = chance.choice(TOKENS), chance.choice(TOKENS)
    return bytes(data).replace(old, new, chance.choice((1, 5, -1)))


def _repeat(data: bytearray, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    piece = bytes(data[start : start + chance.choice((1, 20, 400))])
    return bytes(data[:start]) + piece * chance.choice((2, 30)) + bytes(data[start:])


def _recode(data: bytearray, chance: random.Random) -> bytes:
    text = bytes(data).decode("utf-8", "replace")
    encodings = (
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "cp1252",
        "cp1251",
        "utf-7",
        "shift_jis",
        "cp037",
    )
    return text.encode(chance.choice(encodings), "replace")


MUTATIONS: tuple[Mutation, ...] = (_insert, _flip, _delete, _truncate, _replace, _repeat, _recode)


def mutated(seed: bytes, chance: random.Random) -> bytes:
    """Spoil a file in one to three ways; the inside of a zipped one half of the time."""
    data = seed
    if data.startswith(b"PK") and chance.random() < 0.5:
        return _inside_zip(data, chance)
    for _ in range(chance.randint(1, 3)):
        if data:
            data = chance.choice(MUTATIONS)(bytearray(data), chance)
    return data


def _inside_zip(data: bytes, chance: random.Random) -> bytes:
    with tempfile.TemporaryFile() as out:
        out.write(data)
        try:
            with zipfile.ZipFile(out) as archive:
                parts = {name: archive.read(name) for name in archive.namelist()}
        except zipfile.BadZipFile:
            return _flip(bytearray(data), chance)
        victim = chance.choice(sorted(parts))
        if parts[victim]:
            parts[victim] = chance.choice(MUTATIONS)(bytearray(parts[victim]), chance)
        out.seek(0)
        out.truncate()
        with zipfile.ZipFile(out, "w") as archive:
            for name, part in parts.items():
                archive.writestr(name, part)
        out.seek(0)
        return out.read()


def small_files(folder: Path) -> list[bytes]:
    """Give the files that mutations start from."""
    paths = sorted(p for p in folder.rglob("*") if p.suffix.lower() in SUFFIXES and p.is_file())
    return [p.read_bytes() for p in paths if 0 < p.stat().st_size <= LARGEST_SEED]


class TooSlowError(Exception):
    """Reading took longer than it may."""


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlowError


def fuzz(seeds: Sequence[bytes], *, files: int, seed: int, keep: Path) -> tuple[Counter[str], list[str]]:
    """Read mutated files; give how each ended, and what must not happen. Those files stay in ``keep``."""
    outcomes: Counter[str] = Counter()
    bad: list[str] = []
    signal.signal(signal.SIGALRM, _stop)
    for number in range(files):
        chance = random.Random(f"{seed}/{number}")
        path = keep / f"{seed}_{number}.csv"
        path.write_bytes(mutated(chance.choice(seeds), chance))
        start = time.perf_counter()
        signal.alarm(LONGEST_SECONDS)
        try:
            read_table(path)
            outcome = "table"
        except InputError as error:
            outcome = error.code
        except BaseException as error:  # also Rust's panics, which are no Exception
            if isinstance(error, KeyboardInterrupt):
                raise
            outcome = f"!{type(error).__name__}"
            last = traceback.extract_tb(error.__traceback__)[-1]
            where = next(
                (f for f in reversed(traceback.extract_tb(error.__traceback__)) if "segdesk" in f.filename),
                last,
            )
            seconds = time.perf_counter() - start
            bad.append(f"{path}: {error!r:.200} at {where.filename}:{where.lineno} after {seconds:.1f} s")
        finally:
            signal.alarm(0)
        outcomes[outcome] += 1
        if not outcome.startswith("!"):
            path.unlink()
    return outcomes, bad


def main() -> int:
    """Fuzz, and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    keep = Path(tempfile.mkdtemp(prefix="segdesk-fuzz-"))
    start = time.perf_counter()
    outcomes, bad = fuzz(small_files(arguments.folder), files=arguments.files, seed=arguments.seed, keep=keep)
    for outcome, count in outcomes.most_common():
        print(f"{count:>7} {outcome}")
    print(*bad, sep="\n")
    print(f"{arguments.files} files in {time.perf_counter() - start:.0f} s, {len(bad)} bad")
    if not bad:
        keep.rmdir()
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
