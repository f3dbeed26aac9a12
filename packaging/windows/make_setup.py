"""Makes setup.exe out of a frozen bundle: ``python packaging/windows/make_setup.py BUNDLE ICON [OUT]``.

``makensis`` runs on Windows and Linux alike. Where SEGDESK_SIGN holds a command (``%1`` being the file),
setup.exe and the uninstaller are signed with it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from segdesk import __version__

SCRIPT = Path(__file__).with_name("segdesk.nsi")
DIST = Path(__file__).resolve().parents[2] / "dist"
PROGRAMS = ("SegDesk.exe", "segdesk-cli.exe", "_internal")
"""What the script installs, and removes by name: a bundle that holds more or less has changed."""

_USUAL_PLACES = (r"C:\Program Files (x86)\NSIS\makensis.exe", r"C:\Program Files\NSIS\makensis.exe")


def makensis() -> str | None:
    """Give NSIS's compiler, None where it isn't installed."""
    return shutil.which("makensis") or next((p for p in _USUAL_PLACES if Path(p).is_file()), None)


def make_setup(bundle: Path, icon: Path, out: Path) -> None:
    """Compile the script; a warning is an error."""
    compiler = makensis()
    if compiler is None:
        sys.exit("NSIS is needed: apt-get install nsis, or choco install nsis.")
    there = {path.name for path in bundle.iterdir()}
    if there != set(PROGRAMS):
        sys.exit(f"{bundle} should hold {', '.join(PROGRAMS)}, and holds {', '.join(sorted(there))}.")
    numbers = ".".join([*(part for part in __version__.split(".") if part.isdigit()), "0", "0", "0"][:4])
    values = {"VERSION": __version__, "NUMBERS": numbers, "BUNDLE": bundle, "ICON": icon, "OUT": out}
    defined = [f"-D{key}={value}" for key, value in values.items()]
    if sign := os.environ.get("SEGDESK_SIGN"):
        defined.append(f"-DSIGN={sign}")
    out.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([compiler, "-V2", "-WX", *defined, str(SCRIPT)], check=True)


if __name__ == "__main__":
    _bundle, _icon = (Path(argument).absolute() for argument in sys.argv[1:3])
    _default = DIST / f"SegDesk-{__version__}-windows-x64-setup.exe"
    make_setup(_bundle, _icon, Path(sys.argv[3]).absolute() if len(sys.argv) > 3 else _default)
