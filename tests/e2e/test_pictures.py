"""Every panel draws itself in both themes and at both scales; the README's picture is true."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging" / "pictures.py"
README_PICTURE = ROOT / "packaging" / "overview.png"
NAMES = {
    "welcome",
    "settings",
    "about",
    "import",
    "columns",
    "quality",
    "configure",
    "overview",
    "menu-next",
    "menu-export",
    "segment",
    "actions",
    "how_many",
    "profiles",
    "profiles-column",
    "profiles-parallel",
    "map",
    "distribution",
    "dendrogram",
    "customers",
    "compare-start",
    "compare",
    "pair",
    "newcomers-start",
    "newcomers",
    "months-start",
    "months",
    "campaign",
    "another-cut",
    "files",
    "erase-start",
    "erase",
}
DIFFERENT = 40
"""Of 255 levels: more than the smoothing of letters differs between machines."""

MOST_DIFFERENT = 0.01
"""Share of the README picture's pixels that may differ: fonts are bundled, their rasteriser isn't."""

LEAST_COLOURS = 30


def pixels(path: Path) -> NDArray[np.int16]:
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB888)
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return flat[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).astype(np.int16)


def grab(folder: Path, theme: str, scale: int) -> None:
    environment = os.environ | {"QT_SCALE_FACTOR": str(scale), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, str(SCRIPT), str(folder), "--theme", theme]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("theme", "scale"), [("dark", 1), ("light", 2)])
def test_that_every_panel_draws_itself(tmp_path: Path, theme: str, scale: int) -> None:
    grab(tmp_path, theme, scale)
    found = {path.stem: pixels(path) for path in tmp_path.glob("*.png")}
    # What is longer than the window goes on in overview-2, overview-3 and so on.
    assert {re.sub(r"-\d$", "", name) for name in found} == NAMES
    assert "segment-2" in found
    for name, picture in found.items():
        assert picture.shape == (768 * scale, 1366 * scale, 3)
        # One number a pixel: sorting rows of three takes a minute at 200 %.
        colours = np.unique(picture.astype(np.int32) @ (1 << 16, 1 << 8, 1))
        assert len(colours) >= LEAST_COLOURS, name
        assert (picture.mean() < 80) == (theme == "dark"), name  # dark is dark, light is light
    if (theme, scale) == ("dark", 1):
        assert_like_the_readme(found["overview"])


def assert_like_the_readme(picture: NDArray[np.int16]) -> None:
    kept = pixels(README_PICTURE)
    assert kept.shape == picture.shape
    different = (np.abs(kept - picture).max(axis=2) > DIFFERENT).mean()
    assert different <= MOST_DIFFERENT, "run: python packaging/pictures.py --readme, and look at it"
