"""The bundled sample with a run, what its generator knows of the next quarter, and a till's months."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from segdesk.choices import column_uses
from segdesk.model.recipe import Encoding, Method, Recipe
from segdesk.paths import resource
from segdesk.store import catalogue
from segdesk.store.db import opened
from segdesk.tasks.import_file import import_file
from segdesk.tasks.segment import segment
from tests.tasks.reporting import quiet

SAMPLE = resource("samples", "supermarket_customers.csv")
NEXT = resource("samples", "supermarket_customers_next_quarter.csv")


def run_of(database: Path, source: Path, *, segments: int = 4, method: Method = Method.WARD) -> int:
    """Import a file and segment it; give the run's number."""
    dataset_id = import_file(quiet, database=database, source=source)
    with opened(database, "read") as connection:
        uses = column_uses(catalogue.columns(connection, dataset_id), None, Encoding.BALANCED)
    choice = Recipe(uses, method, segments=segments)
    return segment(quiet, database=database, dataset_id=dataset_id, recipe=choice)


def sample_maker() -> ModuleType:
    """Give the script that makes the sample."""
    path = Path(__file__).resolve().parents[2] / "packaging" / "make_sample.py"
    spec = importlib.util.spec_from_file_location("make_sample", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def rewritten(source: Path, target: Path, old: str, new: str) -> Path:
    """Write a file in which one text stands for another, and give its path."""
    target.write_text(source.read_text("utf-8").replace(old, new), "utf-8")
    return target


def sales_of(path: Path, *, month: int, growing: int) -> Path:
    """Write till lines of 90 customers: two kinds, of whom ``growing`` rare ones come often now."""
    lines = ["CustomerID,InvoiceDate,InvoiceNo,Quantity,UnitPrice"]
    for who in range(90):
        often = who % 2 == 0 or who < 2 * growing
        for visit in range(12 if often else 3):
            day = 28 - (2 * visit + who % 3) if often else 10 - 3 * visit + who % 3
            price = (40 if often else 5) + (who * 7 + visit) % 4
            invoice = 10_000 * month + 12 * who + visit
            lines.append(f"{17000 + who},2026-{month:02}-{day:02} 10:{visit:02},{invoice},1,{price}")
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path
