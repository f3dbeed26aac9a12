"""Measures SegDesk against what people would run instead, both sides of a ratio in turns in one run.

    python packaging/bench.py peers                  everything; hours
    python packaging/bench.py peers --others 20000   20,000 rows of other shapes than customer-like
    python packaging/bench.py peers --only pipeline  one of the jobs
    python packaging/bench.py peers --longest 60     nothing that is expected to take above a minute
    python packaging/bench.py peers --readme         and write the README's tables anew

Each tool works in a process of its own, on one thread, with its imports and its input in memory before the
clock starts. Orange gets an environment of its own, made at the first call.
"""

from __future__ import annotations

import json
import math
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import make_customers
import numpy as np
import pandas as pd
import psutil
import shapes
from sklearn.metrics import adjusted_rand_score

ROOT = Path(__file__).resolve().parents[1]
TOOLS = Path(__file__).with_name("bench_tools.py")
README = ROOT / "README.md"
ORANGE = ROOT / ".venv-orange"
BANK = ROOT.parent / "shared" / "data" / "customers"
START, END = "<!-- peers: made by packaging/bench.py peers --readme -->", "<!-- /peers -->"

SIZES = (1_000, 10_000, 20_000, 50_000, 100_000, 300_000, 1_000_000)
BANK_ROWS = 20_000
SILHOUETTE_ROWS = 20_000
MATRIX_PEERS = ("scipy", "fastcluster", "scikit-learn", "orange")
WARD_PEERS = ("scipy", "fastcluster", "linkage_vector", "scikit-learn", "orange")
PIPELINE_PEERS = ("segmentiq", "smartcart")
TITLES = {
    "ward": "Exact Ward (in brackets: the largest difference of a height, over the last one)",
    "silhouettes": "Exact silhouettes of 14 cuts (in brackets: the largest difference)",
    "pipeline": "From a file to saved, drawn results (in brackets: agreement of the segments)",
}
JOBS = tuple(TITLES)
PAIRWISE_TOOLS = {*MATRIX_PEERS, *PIPELINE_PEERS}

SHORT, SHORT_REPEATS, LONG_REPEATS = 5.0, 3, 1
"""Seconds: a job below is done three times, one above once."""
LONGEST = 300.0
"""Seconds that a tool may be expected to take, if not told; what would take longer isn't begun."""
GROWTH = 2.0
"""The power of the rows with which time is taken to grow, as where all pairs are looked at, as long as a tool
has done a job at one size only."""
PAIR_BYTES = 16
"""Of a matrix of distances and the copy that is made of it."""
SHARE_OF_MEMORY = 0.8
LEAST_SECONDS, LEAST_MEMORY = 0.001, 1.0
"""What the clock and the system's count of memory can tell apart."""
WHOLE_FROM = 10
SEED = 1


@dataclass(slots=True)
class Figures:
    """What a tool took, once for each repeat: CPU seconds, seconds, MB more than before."""

    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    extra: list[float] = field(default_factory=list)
    why_not: str = ""


@dataclass(slots=True)
class Case:
    """One job on one input, and what each tool took; ``agreement`` is each tool's with SegDesk."""

    job: str
    shape: str
    rows: int
    tools: dict[str, Figures]
    agreement: dict[str, str] = field(default_factory=dict)


def customer_like(rows: int) -> np.ndarray:
    """Make the shape that counts most."""
    return np.asarray(shapes.customer_like(rows, SEED))


def shape_cases() -> dict[str, Callable[[int], np.ndarray]]:
    """Name the shapes of Ward's benchmark."""
    return {
        "customer-like, 18 columns": customer_like,
        **{
            f"Gaussian, {d} columns": lambda rows, d=d: shapes.gaussian(rows, d, SEED)  # type: ignore[misc]
            for d in (4, 8, 18, 40)
        },
        "tied grid, 4 columns": lambda rows: shapes.tied_grid(rows, SEED),
        "20 copies of each, 18 columns": lambda rows: shapes.duplicate_heavy(rows, SEED),
    }


def segmentiq_file(rows: int, path: Path) -> None:
    """Write customers with the columns of SegmentIQ's sample, of which it says that 10,000 take 6 s."""
    random = np.random.default_rng(SEED)
    segment = random.choice(4, rows)
    levels = {
        "gender": ("Female", "Male"),
        "region": make_customers.CITIES,
        "membership_tier": ("Bronze", "Silver", "Gold", "Platinum"),
        "visit_frequency": ("Daily", "Weekly", "Monthly"),
    }
    pd.DataFrame(
        {
            "customer_id": np.arange(1, rows + 1),
            "age": random.normal(np.array((25, 33, 42, 50))[segment], 4).round().astype(int),
            "annual_income": random.normal(np.array((38, 60, 85, 45))[segment], 6).round(2) * 1_000,
            "spending_score": random.normal(np.array((80, 60, 65, 40))[segment], 6).round().astype(int),
        }
        | {name: random.choice(words, rows) for name, words in levels.items()}
    ).to_csv(path, index=False)


FILES: dict[str, tuple[Callable[[int, Path], None], tuple[int, ...]]] = {
    "a file of SegmentIQ's 8 columns": (segmentiq_file, (10_000,)),
    "a file of 12 columns": (make_customers.write, (10_000, 100_000, 1_000_000)),
}
"""What writes a file, and with how many customers it is measured."""


def interpreter(tool: str) -> str:
    """Give the Python that has a tool; Orange's is made where it is missing."""
    if tool != "orange":
        return sys.executable
    folder = "Scripts" if os.name == "nt" else "bin"
    python = ORANGE / folder / "python"
    if not python.exists():
        venv.create(ORANGE, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "Orange3"], check=True)
    return str(python)


def once(job: str, tool: str, source: Path, out: Path) -> dict[str, float] | str:
    """Let a tool do its job in a process of its own: its figures, or why there are none."""
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        **dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"),
    }
    command = [interpreter(tool), str(TOOLS), job, tool, str(source), str(out)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        last = (done.stderr.strip().splitlines() or [f"ended with {done.returncode}"])[-1]
        return last[:80]
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def measured(job: str, shape: str, rows: int, source: Path, tools: tuple[str, ...], known: Known) -> Case:
    """Let SegDesk and every tool that can do it in time and memory take turns at one job."""
    case = Case(job, shape, rows, {tool: Figures() for tool in ("segdesk", *tools)})
    answers: dict[str, np.ndarray] = {}
    with tempfile.TemporaryDirectory() as folder:
        for repeat in range(SHORT_REPEATS):
            for tool, figures in case.tools.items():
                figures.why_not = figures.why_not or known.why_not(job, shape, tool, rows)
                if figures.why_not or (repeat >= LONG_REPEATS and max(figures.wall) > SHORT):
                    continue
                out = Path(folder) / f"{tool}.npy"
                took = once(job, tool, source, out)
                if isinstance(took, str):
                    figures.why_not = took
                    continue
                for name in ("cpu", "wall", "extra"):
                    getattr(figures, name).append(took[name])
                answers[tool] = np.load(out)
        for tool, figures in case.tools.items():
            if figures.wall:
                known.learn(job, shape, tool, rows, statistics.median(figures.wall))
    ours = answers.pop("segdesk", None)
    if ours is not None:
        case.agreement = {tool: agreement(job, ours, theirs) for tool, theirs in answers.items()}
    return case


class Known:
    """What tools took before, and so what they would take of more rows."""

    def __init__(self, longest: float) -> None:
        self._longest = longest
        self._took: dict[tuple[str, str, str], list[tuple[int, float]]] = {}

    def learn(self, job: str, shape: str, tool: str, rows: int, seconds: float) -> None:
        """Remember what a tool did, the largest job last."""
        self._took.setdefault((job, shape, tool), []).append((rows, seconds))

    def why_not(self, job: str, shape: str, tool: str, rows: int) -> str:
        """Say why a tool isn't asked; empty where it is."""
        if tool in PAIRWISE_TOOLS:
            needed = rows * rows / 2 * PAIR_BYTES
            if needed > SHARE_OF_MEMORY * psutil.virtual_memory().total:
                return f"needs {needed / 1e9:,.0f} GB"
        took = self._took.get((job, shape, tool), [])
        if not took:
            return ""
        before, seconds = took[-1]
        expected = seconds * (rows / before) ** _growth(took)
        return f"about {expected / 60:,.0f} min" if expected > self._longest else ""


def _growth(took: list[tuple[int, float]]) -> float:
    """Give the power of the rows with which a tool's time grew from one size to the next."""
    if len(took) < 2:
        return GROWTH
    (fewer, less), (more, longer) = took[-2:]
    return max(1.0, math.log(longer / max(less, LEAST_SECONDS)) / math.log(more / fewer))


def agreement(job: str, ours: np.ndarray, theirs: np.ndarray) -> str:
    """Say how alike two answers are: heights, silhouettes or labels."""
    if job == "pipeline":
        return f"ARI {adjusted_rand_score(ours, theirs):.2f}"
    if job == "silhouettes":
        return f"{np.abs(ours - theirs).max():.1e}"
    # Where distances tie there are many trees, and their heights differ.
    difference = np.abs(np.sort(ours[:, 2]) - np.sort(theirs[:, 2])) / ours[:, 2].max()
    return f"{difference.max():.0e}"


def cases(most: int, others: int, only: str | None, longest: float) -> Iterator[Case]:
    """Measure everything up to ``most`` rows, of other shapes than customer-like up to ``others``."""
    known = Known(longest)
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "matrix.npy"
        if only in (None, "ward"):
            if BANK.exists() and most >= BANK_ROWS:
                matrix = shapes.bank(BANK, BANK_ROWS)
                np.save(source, matrix)
                shape = f"bank-additional, {matrix.shape[1]} columns"
                yield measured("ward", shape, BANK_ROWS, source, WARD_PEERS, known)
            for shape, make in shape_cases().items():
                limit = most if make is customer_like else min(most, others)
                for rows in (size for size in SIZES if size <= limit):
                    np.save(source, make(rows))
                    yield measured("ward", shape, rows, source, WARD_PEERS, known)
        if only in (None, "silhouettes") and most >= SILHOUETTE_ROWS:
            np.save(source, shapes.customer_like(SILHOUETTE_ROWS, SEED))
            shape = "customer-like, 18 columns, k = 2 … 15"
            yield measured("silhouettes", shape, SILHOUETTE_ROWS, source, ("scikit-learn",), known)
        if only in (None, "pipeline"):
            for shape, (write, sizes) in FILES.items():
                for rows in (size for size in sizes if size <= most):
                    file = Path(name) / "customers.csv"
                    write(rows, file)
                    yield measured("pipeline", shape, rows, file, PIPELINE_PEERS, known)


def line(case: Case) -> str:
    """Write a case as a row of a table: SegDesk's figures, then how many times as long each peer takes."""
    ours = case.tools["segdesk"]
    if not ours.cpu:
        return f"| {case.shape} | {case.rows:,} | {ours.why_not} |"
    cells = [case.shape, f"{case.rows:,}", spread(ours.cpu), f"{statistics.median(ours.extra):,.0f}"]
    for tool, figures in case.tools.items():
        if tool != "segdesk":
            cells.append(ratio(ours, figures) + told(case.agreement.get(tool, "")))
    return f"| {' | '.join(cells)} |"


def spread(seconds: list[float]) -> str:
    """Write a median, with the least and the most where they differ."""
    middle, least, most = statistics.median(seconds), min(seconds), max(seconds)
    if f"{least:.2f}" == f"{most:.2f}":
        return f"{middle:.2f}"
    return f"{middle:.2f} ({least:.2f}–{most:.2f})"


def ratio(ours: Figures, theirs: Figures) -> str:
    """Write how many times the time and memory of SegDesk a peer takes."""
    if not theirs.cpu:
        return theirs.why_not
    times = statistics.median(theirs.cpu) / max(statistics.median(ours.cpu), LEAST_SECONDS)
    memory = statistics.median(theirs.extra) / max(statistics.median(ours.extra), LEAST_MEMORY)
    return f"{fold(times)}, {fold(memory)}"


def fold(times: float) -> str:
    """Write a ratio to two figures."""
    return f"{times:.1f} ×" if times < WHOLE_FROM else f"{times:,.0f} ×"


def told(text: str) -> str:
    """Put a word in brackets, if there is one."""
    return f" ({text})" if text else ""


def machine() -> str:
    """Name the machine and what the tools are."""
    from importlib.metadata import version

    names = ("numpy", "scipy", "scikit-learn", "fastcluster")
    cpu = next(
        (
            text.split(":")[1].strip()
            for text in Path("/proc/cpuinfo").read_text("utf-8").splitlines()
            if text.startswith("model name")
        )
        if Path("/proc/cpuinfo").exists()
        else iter(()),
        platform.processor(),
    )
    memory = psutil.virtual_memory().total / 2**30
    versions = ", ".join(f"{name} {version(name)}" for name in names)
    return (
        f"{cpu}, {psutil.cpu_count()} cores, {memory:.0f} GB, Python {platform.python_version()}, {versions}"
    )


def bench_peers(most: int, others: int, only: str | None, longest: float, *, is_for_readme: bool) -> None:
    """Print the tables, and put them into the README if asked."""
    lines = [f"{machine()}; one thread.", ""]
    print(lines[0], flush=True)
    job = ""
    for case in cases(most, others, only, longest):
        if case.job != job:
            job = case.job
            head = ["input", "rows", "SegDesk, CPU s", "MB more", *(t for t in case.tools if t != "segdesk")]
            lines += ["", f"**{TITLES[job]}**", "", f"| {' | '.join(head)} |", "|---" * len(head) + "|"]
            print("\n".join(lines[-4:]), flush=True)
        lines.append(line(case))
        print(lines[-1], flush=True)
    if is_for_readme:
        text = README.read_text("utf-8")
        before, after = text.index(START) + len(START), text.index(END)
        README.write_text(f"{text[:before]}\n" + "\n".join(lines) + f"\n{text[after:]}", "utf-8")
