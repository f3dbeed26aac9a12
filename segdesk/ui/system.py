"""What the operating system asks for that Qt doesn't tell."""

from __future__ import annotations

import contextlib
import ctypes
import plistlib
import sys
from pathlib import Path

SPI_GETCLIENTAREAANIMATION = 0x1042
MAC_PREFERENCES = Path("Library/Preferences/com.apple.universalaccess.plist")


def wants_reduced_motion() -> bool:
    """Whether Windows or macOS is set to show no animations; other systems: the app's setting."""
    if sys.platform == "win32":
        animated = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(animated), 0)
        return not animated.value
    if sys.platform == "darwin":
        with contextlib.suppress(OSError, plistlib.InvalidFileException):
            values = plistlib.loads((Path.home() / MAC_PREFERENCES).read_bytes())
            return bool(values.get("reduceMotion", False))
    return False
