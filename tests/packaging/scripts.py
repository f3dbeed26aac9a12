"""The scripts of packaging/ as modules. That folder is no package: its name would hide PyPI's."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"


def script(name: str, folder: str = "") -> ModuleType:
    """Import a script, which finds the others beside it."""
    sys.path.insert(0, str(PACKAGING / folder))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(PACKAGING / folder))
