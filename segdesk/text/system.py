"""Which languages the system's user reads. Without Qt, as the command line asks, too.

Imported before the first window: what only one system needs is imported where it is used.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

MAC_PREFERENCES = Path("Library/Preferences/.GlobalPreferences.plist")
VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
PLAIN = ("C", "POSIX")


def wanted_languages() -> tuple[str, ...]:
    """Give the languages' codes, ``am`` for one, the most wanted first."""
    names = _on_windows() if sys.platform == "win32" else _on_mac() or _by_variables()
    return tuple(dict.fromkeys(name.replace("-", "_").partition("_")[0].lower() for name in names))


def _on_windows() -> tuple[str, ...]:
    if sys.platform != "win32":  # mypy knows no windll elsewhere
        return ()
    import ctypes
    import locale

    number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
    return (locale.windows_locale.get(number, ""),)


def _on_mac() -> tuple[str, ...]:
    """Give the list of the system settings: a program started by a click sees no variables."""
    if sys.platform == "darwin":
        import plistlib  # 10 ms, which the first window elsewhere needn't wait for

        with contextlib.suppress(OSError, plistlib.InvalidFileException):
            found = plistlib.loads((Path.home() / MAC_PREFERENCES).read_bytes()).get("AppleLanguages", ())
            return tuple(map(str, found))
    return ()


def _by_variables() -> tuple[str, ...]:
    """Read the variables as gettext does: LANGUAGE lists several, unless the locale is the plain one."""
    set_one = next((os.environ[name] for name in VARIABLES if os.environ.get(name)), "")
    name = set_one.partition(".")[0].partition("@")[0]
    if not name or name in PLAIN:
        return ()
    return (*filter(None, os.environ.get("LANGUAGE", "").split(":")), name)
