"""Where files are: the only place that knows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

APP_NAME = "SegDesk"

WINDOW_LOCK = "window.lock"
"""A file in the data folder for as long as a window is open; a crash leaves it there."""

_PACKAGE = Path(__file__).resolve().parent
# Installed and frozen copies carry the resources inside the package, a checkout beside it.
_RESOURCES = next(
    (p for p in (_PACKAGE / "resources", _PACKAGE.parent / "resources") if p.is_dir()),
    _PACKAGE.parent / "resources",
)


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders one user's SegDesk reads and writes."""

    data: Path
    config: Path
    log: Path

    @classmethod
    def of_user(cls) -> Paths:
        """Give the platform's own folders for the current user."""
        import platformdirs

        dirs = platformdirs.PlatformDirs(APP_NAME, appauthor=False)
        return cls(dirs.user_data_path, dirs.user_config_path, dirs.user_log_path)

    @property
    def database(self) -> Path:
        """The one SQLite file with datasets and runs."""
        return self.data / "segdesk.sqlite"

    @property
    def settings(self) -> Path:
        """What the user changed from the defaults."""
        return self.config / "settings.json"


def cache_of_user() -> Path:
    """Give the folder for what can be made again, such as a library's list of fonts."""
    import platformdirs

    return platformdirs.PlatformDirs(APP_NAME, appauthor=False).user_cache_path


def resource(*parts: str) -> Path:
    """Give the path of a bundled file, e.g. ``resource("theme", "dark.json")``."""
    return _RESOURCES.joinpath(*parts)
