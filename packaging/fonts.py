"""Makes ``resources/fonts`` from the npm packages ``@fontsource/*`` 5.3.0 (all OFL-1.1).

Run once, after ``npm install @fontsource/instrument-serif @fontsource/sora
@fontsource/jetbrains-mono @fontsource/noto-sans-ethiopic``::

    python packaging/fonts.py node_modules/@fontsource

The packages hold one compressed file for each script; Qt and matplotlib want one TrueType file
for each weight, whose names say which family and weight it is.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parents[1] / "resources" / "fonts"
STYLES = {400: "Regular", 600: "SemiBold"}
# Windows, Unicode BMP, US English: the one record that every platform reads.
PLATFORM = (3, 1, 0x409)


@dataclass(frozen=True)
class Family:
    """A family to bundle: its package, its name on screen, its weights and scripts."""

    package: str
    name: str
    weights: tuple[int, ...]
    scripts: tuple[str, ...] = ("latin", "latin-ext")


FAMILIES = (
    Family("instrument-serif", "Instrument Serif", (400,)),
    Family("sora", "Sora", (400, 600)),
    Family("jetbrains-mono", "JetBrains Mono", (400, 600)),
    # Latin letters come from the family in front of this one, so its own would be dead weight.
    Family("noto-sans-ethiopic", "Noto Sans Ethiopic", (400, 600), ("ethiopic",)),
)


def main() -> None:
    """Convert, merge, name and save every family."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("packages", type=Path, help="the folder node_modules/@fontsource")
    packages: Path = parser.parse_args().packages
    TARGET.mkdir(parents=True, exist_ok=True)
    for family in FAMILIES:
        shutil.copyfile(packages / family.package / "LICENSE", TARGET / f"LICENSE-{family.package}.txt")
        for weight in family.weights:
            font = _merged(packages / family.package / "files", family, weight)
            _name(font, family.name, weight)
            path = TARGET / f"{family.name.replace(' ', '')}-{STYLES[weight]}.ttf"
            font.save(path)
            sys.stdout.write(
                f"{path.name}: {len(font.getBestCmap())} characters, {path.stat().st_size:,} bytes\n"
            )


def _merged(files: Path, family: Family, weight: int) -> TTFont:
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for script in family.scripts:
            font = TTFont(files / f"{family.package}-{script}-{weight}-normal.woff2", recalcTimestamp=False)
            font.flavor = None
            parts.append(str(Path(folder, f"{script}.ttf")))
            font.save(parts[-1])
        merged = Merger().merge(parts) if len(parts) > 1 else TTFont(parts[0], lazy=False)
        # Merging stamps the clock's time: keep the design's, so that the same input gives the same file.
        design = TTFont(parts[0])["head"]
        merged["head"].created, merged["head"].modified = design.created, design.modified
        merged.recalcTimestamp = False
    return merged


def _name(font: TTFont, family: str, weight: int) -> None:
    """Write the names: old programs know four styles, so other weights get a family of their own (id 1)."""
    table = font["name"]
    style = STYLES[weight]
    copyright_notice = table.getDebugName(0) or ""
    table.names = []
    names = {
        0: copyright_notice,
        1: family if style == "Regular" else f"{family} {style}",
        2: "Regular",
        3: f"{family} {style} (SegDesk)",
        4: f"{family} {style}",
        6: f"{family.replace(' ', '')}-{style}",
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        14: "https://openfontlicense.org",
    }
    if style != "Regular":
        names |= {16: family, 17: style}
    for number, text in names.items():
        table.setName(text, number, *PLATFORM)
    font["OS/2"].usWeightClass = weight


if __name__ == "__main__":
    main()
