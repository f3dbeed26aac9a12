"""Gathers the licences of all that the bundle holds, and lists it for machines (an SBOM).

``python packaging/notices.py FOLDER`` writes ``THIRD-PARTY-NOTICES.txt`` and ``sbom.cdx.json``
(CycloneDX) into it, of the packages installed in the environment that runs it.
``python packaging/notices.py FOLDER --system BUNDLE`` adds the system's own libraries, which a frozen
bundle on Linux holds too.
"""

from __future__ import annotations

import argparse
import json
import platform
import re
import subprocess
import sys
import uuid
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from bundle_contents import EXCLUDED_MODULES
from bundle_lock import pins, shipped

ROOT = Path(__file__).resolve().parents[1]
LICENCES = ROOT / "packaging" / "licences"
RESOURCES = ROOT / "resources"
FILE, SBOM = "THIRD-PARTY-NOTICES.txt", "sbom.cdx.json"
LINE = "=" * 100

# Those whose wheels bring no licence text: (their licence, files of packaging/licences).
_TEXTS = {
    "pyside6-essentials": ("LGPL-3.0-only", ("LGPL-3.txt", "GPL-3.txt")),
    "shiboken6": ("LGPL-3.0-only", ("LGPL-3.txt", "GPL-3.txt")),
    "fluent-runtime": ("Apache-2.0", ("Apache-2.0.txt",)),
    "fluent-syntax": ("Apache-2.0", ("Apache-2.0.txt",)),
}
# Metadata that is empty, a whole text or a name of its own.
_LICENCES = {
    "click-default-group": "Unlicense",
    "colorama": "BSD-3-Clause",
    "contourpy": "BSD-3-Clause",
    "cycler": "BSD-3-Clause",
    "fastcluster": "BSD-2-Clause",
    "kiwisolver": "BSD-3-Clause",
    "kneed": "BSD-3-Clause",
    "matplotlib": "Matplotlib licence (PSF-based)",
    "reportlab": "BSD-3-Clause",
    "scipy": "BSD-3-Clause",
    "sqlite-fts4": "Apache-2.0",
}
# What the kernel is compiled with stays in it.
_COMPILED_IN = ("pybind11",)
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice)", re.I)
_LONGEST_NAME = 60
"""Of a licence; longer is its text, which some put there."""

_INTRODUCTION = """SegDesk: notices of third parties

SegDesk itself is under the MIT licence. It is made with the work of others, listed here with their
licences; the full texts follow.

Qt and PySide6 are used under the GNU Lesser General Public License, version 3. Their libraries lie
unchanged and as separate files in this folder (PySide6/Qt/lib on Linux, PySide6 on Windows,
Contents/Frameworks on macOS), and may be replaced by others of the same interface. Their source is at
https://download.qt.io/official_releases/QtForPython/ and https://code.qt.io.
"""


@dataclass(frozen=True, slots=True)
class Part:
    """One third party: a package, a font, the icons, Python."""

    name: str
    version: str
    licence: str
    home: str
    texts: tuple[str, ...]
    hashes: tuple[str, ...] = ()
    is_package: bool = False


def packages() -> list[Part]:
    """Give the locked packages that are installed here and go into the bundle."""
    found = {}
    locked = pins()
    for pin in (*shipped(locked), *(pin for pin in locked if pin.name in _COMPILED_IN)):
        if pin.name in EXCLUDED_MODULES:
            continue
        try:
            distribution = metadata.distribution(pin.name)
        except metadata.PackageNotFoundError:
            continue  # for another system
        if distribution.version == pin.version:
            found[pin.name] = _part(pin.name, distribution, pin.hashes)
    return list(found.values())


def _part(name: str, distribution: metadata.Distribution, hashes: tuple[str, ...]) -> Part:
    files = [
        file
        for file in distribution.files or ()
        if ".dist-info" in file.parts[0] and _LICENCE_FILE.search("/".join(file.parts[1:]))
    ]
    texts = tuple(file.locate().read_text("utf-8", "replace") for file in sorted(files, key=str))  # type: ignore[attr-defined]
    licence, more = _TEXTS.get(name, ("", ()))
    texts += tuple((LICENCES / file).read_text("utf-8") for file in more)
    about: Any = distribution.metadata
    said = about.get("License-Expression") or about.get("License") or ""
    licence = licence or _LICENCES.get(name) or (said if 0 < len(said) <= _LONGEST_NAME else "")
    return Part(name, distribution.version, licence, _home(about), texts, hashes, is_package=True)


def _home(about: Any) -> str:
    urls = dict(entry.split(", ", 1) for entry in about.get_all("Project-URL") or () if ", " in entry)
    known = {key.lower(): url for key, url in urls.items()}
    named = (
        known[key] for key in ("homepage", "source", "repository", "source code", "code") if key in known
    )
    return about.get("Home-page") or next(named, "") or f"https://pypi.org/project/{about['Name']}"


def bundled_files() -> list[Part]:
    """Give Python, the fonts and the icons."""
    python = next(
        path
        for path in (
            Path(sys.base_prefix, "LICENSE.txt"),  # Windows
            Path(json.__file__).parents[1] / "LICENSE.txt",
            Path(f"/usr/share/doc/python{sys.version_info[0]}.{sys.version_info[1]}/copyright"),
        )
        if path.is_file()
    )
    parts = [_text_part("Python", platform.python_version(), "PSF-2.0", "https://www.python.org", python)]
    for path in sorted((RESOURCES / "fonts").glob("LICENSE-*.txt")):
        name = path.stem.removeprefix("LICENSE-").replace("-", " ").title()
        parts.append(_text_part(f"{name} (font)", "", "OFL-1.1", "https://fontsource.org", path))
    lucide = RESOURCES / "icons" / "LICENSE-lucide.txt"
    parts.append(_text_part("Lucide (icons)", "", "ISC", "https://lucide.dev", lucide))
    return parts


def _text_part(name: str, version: str, licence: str, home: str, text: Path) -> Part:
    return Part(name, version, licence, home, (text.read_text("utf-8", "replace"),))


def notices(parts: list[Part]) -> str:
    """Give the whole text: what there is, then each licence once."""
    lines = [_INTRODUCTION]
    lines += [
        f"  {p.name} {p.version}".ljust(44) + f" {p.licence.ljust(34)} {p.home}".rstrip() for p in parts
    ]
    of_text: dict[str, list[str]] = {}
    for part in parts:
        for text in part.texts:
            of_text.setdefault(text.strip(), []).append(part.name)
    for text, names in of_text.items():
        lines += ["", LINE, ", ".join(dict.fromkeys(names)), LINE, "", text]
    return "\n".join(lines) + "\n"


def sbom(parts: list[Part], version: str) -> dict[str, Any]:
    """Give the list for machines: CycloneDX 1.6, from names, versions and locked hashes."""
    components: list[dict[str, Any]] = []
    for part in parts:
        component: dict[str, Any] = {
            "type": "library" if part.is_package else "file",
            "bom-ref": f"{part.name}@{part.version}",
            "name": part.name,
            "licenses": [{"license": {"name": part.licence}}],
        }
        if part.version:
            component["version"] = part.version
        if part.is_package:
            component["purl"] = f"pkg:pypi/{part.name}@{part.version}"
            # The lock names each system's wheel; which one was installed is told by none of them.
            component["properties"] = [{"name": "segdesk:locked-sha256", "value": h} for h in part.hashes]
        components.append(component)
    name = "SegDesk"
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        # The same parts have the same number, so that two builds can be compared.
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, repr([name, version, components]))}",
        "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": name, "name": name, "version": version}},
        "components": components,
        "dependencies": [{"ref": name, "dependsOn": [c["bom-ref"] for c in components]}],
    }


def system_libraries(bundle: Path) -> str:
    """Give the notices of the libraries that a frozen bundle has from a Debian system."""
    internal = bundle / "_internal"
    names = sorted(path.name for path in internal.glob("lib*.so*") if not path.is_symlink())
    texts: dict[str, list[str]] = {}
    for name in names:
        command = ["dpkg-query", "--search", f"*/{name}"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        package = done.stdout.partition(":")[0]
        copyright_file = Path("/usr/share/doc", package, "copyright")
        if package and copyright_file.is_file():
            texts.setdefault(copyright_file.read_text("utf-8", "replace").strip(), []).append(name)
    lines = ["", LINE, "Libraries of Debian, unchanged; their source is at https://sources.debian.org", LINE]
    for text, of in texts.items():
        lines += ["", ", ".join(of), "", text, ""]
    lesser = (LICENCES / "LGPL-2.1.txt").read_text("utf-8")
    return "\n".join([*lines, LINE, lesser])


def main() -> None:
    """Write what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--system", metavar="BUNDLE", type=Path, help="add the system's libraries of a bundle"
    )
    asked = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    from segdesk import __version__

    asked.folder.mkdir(parents=True, exist_ok=True)
    if asked.system is not None:
        with (asked.folder / FILE).open("a", encoding="utf-8") as file:
            file.write(system_libraries(asked.system))
        return
    parts = packages() + bundled_files()
    (asked.folder / FILE).write_text(notices(parts), "utf-8")
    (asked.folder / SBOM).write_text(json.dumps(sbom(parts, __version__), indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
