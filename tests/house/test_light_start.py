"""What import contracts can't see: the modules that a process really holds."""

from __future__ import annotations

import subprocess
import sys

from tests.house.source import ROOT, modules

HEAVY = ("pandas", "scipy", "sklearn", "matplotlib", "fastcluster", "segdesk.engine", "segdesk.tasks")
LIGHT_PACKAGES = ("segdesk/ui", "segdesk/jobs", "segdesk/app.py")


def test_that_the_windows_modules_load_nothing_heavy():
    names = [m.name.removesuffix(".py").replace("/", ".") for m in modules() if m.is_below(*LIGHT_PACKAGES)]
    program = (
        "import importlib, sys\n"
        f"for name in {names!r}: importlib.import_module(name.removesuffix('.__init__'))\n"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "[]", done.stdout + done.stderr
