"""Draws the program's icon for each system, and writes Windows' version resource, into a folder.

``python packaging/bundle_icons.py FOLDER`` (in the build's environment: Qt draws, Pillow packs).
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from segdesk import __version__
from segdesk.paths import APP_NAME, resource

DRAWING = resource("app", "segdesk.svg")
WINDOWS_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""Those that Explorer and the task bar ask for at 100 to 200 %."""
MAC_SIZES = (16, 32, 64, 128, 256, 512, 1024)
LINUX_SIZE = 256

_VERSION = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004,
    fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable('040904B0', [
      StringStruct('CompanyName', 'The SegDesk developers'),
      StringStruct('FileDescription', '{name}'),
      StringStruct('FileVersion', '{version}'),
      StringStruct('InternalName', 'segdesk'),
      StringStruct('LegalCopyright', 'MIT licence'),
      StringStruct('OriginalFilename', '{name}.exe'),
      StringStruct('ProductName', '{name}'),
      StringStruct('ProductVersion', '{version}')])]),
    VarFileInfo([VarStruct('Translation', [0x0409, 1200])])
  ]
)
"""


def drawn(size: int) -> Image.Image:
    """Draw the icon in a size: sharper than one drawing scaled down."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # its stub knows bytes only, Qt takes both
    return Image.open(io.BytesIO(buffer.data().data()))


def four_numbers(version: str) -> tuple[int, ...]:
    """Give a version as Windows wants it: 0.1.0 is (0, 1, 0, 0)."""
    numbers = [int(part) for part in version.split(".")[:3] if part.isdigit()]
    return tuple([*numbers, 0, 0, 0, 0][:4])


def main(folder: Path) -> None:
    """Write all of it."""
    folder.mkdir(parents=True, exist_ok=True)
    _application = QGuiApplication([])
    *small, large = [drawn(size) for size in WINDOWS_SIZES]
    large.save(folder / "segdesk.ico", append_images=small, sizes=[(size, size) for size in WINDOWS_SIZES])
    *small, large = [drawn(size) for size in MAC_SIZES]
    large.save(folder / "segdesk.icns", append_images=small)
    drawn(LINUX_SIZE).save(folder / "segdesk.png")
    text = _VERSION.format(numbers=four_numbers(__version__), version=__version__, name=APP_NAME)
    (folder / "version.txt").write_text(text, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
