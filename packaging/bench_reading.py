"""Measures reading: ``python packaging/bench_reading.py large | sniffers FOLDER | pollock FOLDER``.

``large`` times 1,000,000 × 12 and its memory. ``sniffers`` prints the README's table: how often
SegDesk and others agree with the annotations of CSVsniffer; it needs ``pip install clevercsv duckdb``.
``pollock`` counts the polluted files that load to the cells of their clean versions.
"""

from __future__ import annotations

import argparse
import csv
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np

from segdesk.engine.reading import read_dialect, read_table
from segdesk.errors import InputError
from segdesk.model.roles import Kind
from segdesk.model.table import Table

ROOT = Path(__file__).resolve().parents[1]
REPEATS = 3
MEGABYTE = 1e6
ENCODINGS = {"ascii": "utf-8", "utf8": "utf-8", "ansi": "cp1252"}
DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "space": " ", "vslash": "|", "pipe": "|"}
QUOTES = {"doublequote": '"', "singlequote": "'", "": '"'}
SAMPLE_CHARACTERS = 1 << 16
"""What the others are shown of a file: CleverCSV needs minutes for more."""

Found = tuple[str, str, str]
"""Encoding (empty where a tool names none), delimiter, quote."""

_READ_ONCE = """
import pathlib, sys
import pandas, python_calamine
from segdesk.engine.reading import read_table

def memory(field):
    lines = pathlib.Path("/proc/self/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith(field)).split()[1]) * 1024

small = pathlib.Path(sys.argv[1] + ".small")
small.write_text("a,b,day\\n" + "1,x,2020-01-31\\n2,y,2020-02-29\\n" * 2)
read_table(small)  # imports what reading needs, as the warm worker has
pathlib.Path("/proc/self/clear_refs").write_text("5")  # forget the peak so far
before = memory("VmRSS")
read_table(pathlib.Path(sys.argv[1]))
print(memory("VmHWM") - before)
"""


def write_large(path: Path, rows: int, *, quoted: bool) -> None:
    """Write whole numbers, decimals, categories, names and dates, with gaps."""
    random = np.random.default_rng(0)
    whole = random.integers(18, 200_000, (rows, 4))
    decimal = random.lognormal(5, 1, (rows, 3)).round(2)
    codes = random.integers(0, 8, (rows, 3))
    days = np.datetime64("2020-01-01") + random.integers(0, 2000, rows)
    mark = '"' if quoted else ""
    with path.open("w", encoding="utf-8") as file:
        file.write("customer_id,joined,a,b,c,d,x,y,z,town,tier,channel\n")
        for i in range(rows):
            texts = ",".join(f"{mark}level {code}{mark}" for code in codes[i])
            numbers = ",".join(map(str, (*whole[i], *decimal[i])))
            file.write(f"C{i:07},{days[i]},{numbers},{texts}\n")


def bench_large(rows: int) -> None:
    """Time reading a large file, and its memory beside the file's size, each in a fresh process."""
    with tempfile.TemporaryDirectory() as folder:
        for quoted in (False, True):
            path = Path(folder) / "large.csv"
            write_large(path, rows, quoted=quoted)
            times = []
            for _ in range(REPEATS):
                start = time.perf_counter()
                read_table(path)
                times.append(time.perf_counter() - start)
            environment = os.environ | {"PYTHONPATH": str(ROOT)}
            done = subprocess.run(
                [sys.executable, "-c", _READ_ONCE, str(path)],
                env=environment,
                capture_output=True,
                text=True,
                check=True,
            )
            extra, size = int(done.stdout), path.stat().st_size
            print(
                f"{rows:,} × 12{' quoted' if quoted else ''}: {statistics.median(times):.2f} s, file "
                f"{size / MEGABYTE:.0f} MB, extra memory {extra / MEGABYTE:.0f} MB = {extra / size:.1f} × "
                "the file (limit 4)"
            )


def annotated(folder: Path) -> Iterator[tuple[Path, Found]]:
    """Give CSVsniffer's annotated files."""
    for listing in sorted(folder.glob("*annotations*.txt")):
        files = folder / ("W3C-CSVW" if listing.name.startswith("W3C") else "CSV")
        for line in listing.read_text("utf-8").splitlines()[1:]:
            name, encoding, delimiter, quote, *_ = line.split("|")
            if (files / name).exists():
                yield (
                    files / name,
                    (
                        ENCODINGS.get(encoding, encoding),
                        DELIMITERS.get(delimiter, delimiter),
                        QUOTES.get(quote, quote),
                    ),
                )


def by_segdesk(path: Path) -> Found:
    """Ask SegDesk."""
    found = read_dialect(path)
    return found.encoding, found.delimiter, found.quotechar


def by_csv(path: Path) -> Found:
    """Ask the standard library, which names no encoding."""
    dialect = csv.Sniffer().sniff(_text(path))
    return "", dialect.delimiter, dialect.quotechar or '"'


def by_clevercsv(path: Path) -> Found:
    """Ask CleverCSV; its encoding is charset-normalizer's or chardet's."""
    import clevercsv
    from clevercsv.encoding import get_encoding

    encoding = (get_encoding(str(path)) or "").lower().replace("_", "-")
    dialect = clevercsv.Sniffer().sniff(_text(path))
    same = {"ascii": "utf-8", "utf-8-sig": "utf-8", "windows-1252": "cp1252", "latin-1": "cp1252"}
    if dialect is None:
        raise ValueError(path)
    return same.get(encoding, encoding), dialect.delimiter or ",", dialect.quotechar or '"'


def by_duckdb(path: Path) -> Found:
    """Ask DuckDB, which reads UTF-8 unless it is told otherwise."""
    import duckdb

    with duckdb.connect() as connection:
        row = connection.execute("SELECT Delimiter, Quote FROM sniff_csv(?)", [str(path)]).fetchone()
    if row is None:
        raise ValueError(path)
    quote = '"' if row[1] in ("", "\0", "(empty)") else row[1]
    return "utf-8", row[0], quote


def _text(path: Path) -> str:
    return path.read_bytes()[:SAMPLE_CHARACTERS].decode("utf-8", "replace").lstrip("\ufeff")


def bench_sniffers(folder: Path) -> None:
    """Print how often each sniffer agrees with the annotations."""
    files = list(annotated(folder))
    print(f"{len(files)} files | all three | delimiter and quote | encoding | gave up | seconds")
    tools: dict[str, Callable[[Path], Found]] = {
        "SegDesk": by_segdesk,
        "csv.Sniffer": by_csv,
        "CleverCSV": by_clevercsv,
        "DuckDB": by_duckdb,
    }
    for name, tool in tools.items():
        whole = marks = encodings = failed = 0
        start = time.perf_counter()
        for path, true in files:
            try:
                found = tool(path)
            except Exception as error:  # whatever another tool raises counts against it alone
                if name == "SegDesk" and not isinstance(error, InputError):
                    raise
                failed += 1
                continue
            marks += found[1:] == true[1:]
            encodings += found[0] == true[0]
            whole += found == true
        share = [f"{100 * n / len(files):.1f} %" for n in (whole, marks, encodings)]
        if name == "csv.Sniffer":
            share[0] = share[2] = "–"
        print(" | ".join([name, *share, str(failed), f"{time.perf_counter() - start:.1f}"]))


def cells(table: Table) -> list[tuple[str, list[str | None]]]:
    """Give a table's cells as texts."""
    given: list[tuple[str, list[str | None]]] = []
    for column in table.columns:
        if column.kind is Kind.TEXT:
            given.append((column.name, [column.levels[c] if c >= 0 else None for c in column.values]))
        else:
            pairs = zip(column.values, column.is_missing, strict=True)
            given.append((column.name, [None if missing else str(value) for value, missing in pairs]))
    return given


def loaded(path: Path) -> list[tuple[str, list[str | None]]] | str:
    """Give a file's cells, or why it is refused."""
    try:
        return cells(read_table(path))
    except InputError as error:
        return error.code


def bench_pollock(folder: Path) -> None:
    """Count the polluted files that load to the cells of their clean versions, and name the others."""
    for part in ("polluted", "survey_sample"):
        paths = sorted((folder / part / "csv").iterdir())
        different = [p.name for p in paths if loaded(p) != loaded(folder / part / "clean" / p.name)]
        same = len(paths) - len(different)
        print(f"{part}: {same} of {len(paths)} ({100 * same / len(paths):.0f} %)")
        for name in different:
            print(f"  not {name}")


def main() -> None:
    """Run the benchmark that is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    benchmarks = parser.add_subparsers(dest="name", required=True)
    benchmarks.add_parser("large", help=bench_large.__doc__).add_argument(
        "--rows", type=int, default=1_000_000
    )
    for name, function in (("sniffers", bench_sniffers), ("pollock", bench_pollock)):
        benchmarks.add_parser(name, help=function.__doc__).add_argument("folder", type=Path)
    arguments = parser.parse_args()
    if arguments.name == "large":
        bench_large(arguments.rows)
    else:
        {"sniffers": bench_sniffers, "pollock": bench_pollock}[arguments.name](arguments.folder)


if __name__ == "__main__":
    main()
