"""Puts the compiled kernel into SegDesk's wheel; where there is no compiler, the wheel is made without it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent))

import build_kernel


class KernelHook(BuildHookInterface[Any]):
    """Hatchling calls it before it packs a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and say that the wheel is for this kind of machine only."""
        made = build_kernel.built() if not build_kernel.is_stale() else build_kernel.build()
        # An editable install finds it in the checkout.
        if made is None or version == "editable":
            return
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        build_data["artifacts"].append(f"/{made.relative_to(build_kernel.ROOT).as_posix()}")
