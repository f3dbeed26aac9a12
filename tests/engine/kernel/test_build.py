from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from scipy.cluster import hierarchy

from segdesk.engine import kernel
from segdesk.engine.methods.hierarchical import linkage
from segdesk.model.recipe import Method
from segdesk.model.table import Features

ROOT = Path(__file__).resolve().parents[3]
BUILD = [sys.executable, str(ROOT / "packaging" / "build_kernel.py")]
PLENTY = 10**12


def has_libasan() -> bool:
    compiler = shutil.which(os.environ.get("CXX", "g++"))
    if sys.platform != "linux" or compiler is None:
        return False
    asked = [compiler, "-print-file-name=libasan.so"]
    return Path(
        subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()
    ).is_absolute()


@pytest.mark.skipif("SEGDESK_SANITIZE" not in os.environ, reason="SEGDESK_SANITIZE=1 asks for it: a minute")
@pytest.mark.skipif(not has_libasan(), reason="there is no g++ with libasan here")
def test_that_the_sanitizers_find_nothing():
    done = subprocess.run([*BUILD, "--sanitize"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("method", [Method.WARD, Method.SINGLE])
def test_that_without_a_kernel_the_tree_is_the_same(monkeypatch, method):
    points = np.random.default_rng(5).normal(size=(3_100, 3))
    features = Features(points, ("a", "b", "c"), ("a", "b", "c"), encoded=3)
    compiled = linkage(features, method, memory=PLENTY)
    monkeypatch.setattr(kernel, "_kernel", None)
    assert not kernel.available()
    plain = linkage(features, method, memory=PLENTY)
    assert compiled[:, 2] == pytest.approx(plain[:, 2], rel=1e-9)
    assert hierarchy.is_valid_linkage(plain)
