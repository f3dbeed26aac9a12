"""What the user may change that can't change a result. One declared list feeds window and docs."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

from segdesk.paths import Paths


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its key, its default, and the values it may take (empty: any text).

    ``section`` is where it stands on the settings page; empty: SegDesk remembers it by itself.
    """

    key: str
    default: str
    choices: tuple[str, ...] = ()
    section: str = ""


SETTINGS = (
    Setting("language", "system", ("system", "en", "am"), "language"),
    Setting("calendar", "gregorian", ("gregorian", "ethiopian"), "language"),
    # For amounts whose file names none.
    Setting("currency", "", ("", "ETB", "USD", "EUR", "GBP", "KES", "SAR", "AED", "CNY"), "language"),
    Setting("theme", "system", ("system", "dark", "light"), "look"),
    Setting("motion", "system", ("system", "full", "reduced"), "look"),
    # Where the choice of a method starts, for a file that has no run yet; a test holds them to the methods.
    Setting(
        "method",
        "ward",
        (
            "ward", "complete", "average", "single", "kmeans",
            "gmm", "gmm_diagonal", "dbscan", "hdbscan",
        ),
        "work",
    ),
    # Empty: in the user's data folder. The other is what was left there when it was moved away.
    Setting("database", ""),
    Setting("database_before", ""),
    Setting("welcomed", "no", ("no", "yes")),
    Setting("geometry", ""),
    # How fast this machine is, as it was last measured: times are told by it.
    Setting("pace", ""),
    Setting("open_folder", ""),
    Setting("export_folder", ""),
    # What was last chosen where files are handed out.
    Setting("list_format", "csv", ("csv", "xlsx")),
    Setting("list_columns", ""),
    Setting("report_content", "safe", ("safe", "full")),
    Setting("report_format", "pdf", ("pdf", "html")),
)  # fmt: skip

SECTIONS = tuple(dict.fromkeys(setting.section for setting in SETTINGS if setting.section))
"""The parts of the settings page, in their order."""

_BY_KEY = {setting.key: setting for setting in SETTINGS}


class Settings:
    """The user's settings; the file holds only what differs from the defaults."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values: dict[str, str] = {}
        with contextlib.suppress(OSError, ValueError):
            # A missing or damaged file means the defaults: settings are never worth a failed start.
            saved = json.loads(path.read_text("utf-8"))
            if isinstance(saved, dict):
                self._values = {key: value for key, value in saved.items() if _is_valid(key, value)}

    def __getitem__(self, key: str) -> str:
        return self._values.get(key, _BY_KEY[key].default)

    def __setitem__(self, key: str, value: str) -> None:
        if not _is_valid(key, value):
            raise ValueError(f"{key}={value}")
        self._values[key] = value
        if value == _BY_KEY[key].default:
            del self._values[key]
        self._save()

    def database(self, paths: Paths) -> Path:
        """Give the database's place: the one it was moved to, or the user's data folder."""
        moved = self["database"]
        return Path(moved) if moved else paths.database

    def _save(self) -> None:
        # A read-only folder means that nothing is remembered, and nothing else.
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh = self._path.with_suffix(".new")
            fresh.write_text(json.dumps(self._values, indent=1), "utf-8")
            os.replace(fresh, self._path)


def _is_valid(key: str, value: object) -> bool:
    setting = _BY_KEY.get(key)
    if setting is None or not isinstance(value, str):
        return False
    return not setting.choices or value in setting.choices
