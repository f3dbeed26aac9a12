"""What the user may change that can't change a result. One declared list feeds window and docs."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its key, its default, and the values it may take (empty: any text)."""

    key: str
    default: str
    choices: tuple[str, ...] = ()


SETTINGS = (
    Setting("theme", "system", ("system", "dark", "light")),
    Setting("motion", "system", ("system", "full", "reduced")),
    Setting("geometry", ""),
    Setting("open_folder", ""),
    Setting("export_folder", ""),
)

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
