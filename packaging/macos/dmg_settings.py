"""How the disk image looks: read by dmgbuild, ``dmgbuild -s dmg_settings.py -D app=… SegDesk OUT.dmg``."""

from __future__ import annotations

from pathlib import Path

# dmgbuild runs this file with `defines`, what -D says, in its names.
_app = Path(defines["app"])  # type: ignore[name-defined]  # noqa: F821

format = "ULMO"  # compressed by LZMA, which macOS 10.15 and newer opens
filesystem = "HFS+"
files = [str(_app)]
symlinks = {"Applications": "/Applications"}
icon_locations = {_app.name: (160, 180), "Applications": (440, 180)}
window_rect = ((200, 200), (600, 400))
default_view = "icon-view"
icon_size = 112
text_size = 13
show_status_bar = False
show_sidebar = False
