"""Tests the built kernel, or the watched build that packaging/build_kernel.py --sanitize names."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator

import pytest

from segdesk.engine import kernel

WATCHED = os.environ.get("SEGDESK_WATCHED_KERNEL")


@pytest.fixture(autouse=True)
def built() -> Iterator[None]:
    """Skip where there is no kernel; use the watched one where it is named."""
    if not WATCHED:
        if not kernel.available():
            pytest.skip("the kernel isn't built: there is no C++ compiler")
        yield
        return
    spec = importlib.util.spec_from_file_location("_kernel", WATCHED)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    usual, kernel._kernel = kernel._kernel, module
    yield
    kernel._kernel = usual
