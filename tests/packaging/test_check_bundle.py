"""A bundle that grew, or holds what doesn't belong, is found out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packaging.scripts import ROOT, script

check_bundle = script("check_bundle")

BUILT = ROOT / "dist" / "segdesk"
LARGE_ENOUGH = 60_000


def bundle(folder: Path, **files: bytes) -> Path:
    for name, content in files.items():
        path = folder / "_internal" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


@pytest.mark.parametrize(
    "name",
    [
        "pyarrow/lib.so",
        "llvmlite/binding/libllvmlite.so",
        "libgtk-3.so.0",
        "PySide6/Qt/lib/libQt6WebEngineCore.so.6",
        "PySide6/QtNetwork.abi3.so",
        "PySide6/Qt6Network.dll",
        "pandas/tests/test_frame.py",
        "tkinter/__init__.pyc",
    ],
)
def test_that_what_does_not_belong_is_named(tmp_path: Path, name: str):
    wrong = check_bundle.problems(bundle(tmp_path, **{name: b"x"}))
    assert f"_internal/{name} doesn't belong" in wrong


def test_that_a_new_large_file_has_to_be_looked_at(tmp_path: Path):
    assert check_bundle.problems(bundle(tmp_path, **{"numpy/_core/_multiarray_umath.so": b"x"})) == []
    wrong = check_bundle.problems(bundle(tmp_path, **{"surprise.bin": b"y" * 100}))
    assert wrong == ["_internal/surprise.bin is among the 30 largest files, and nobody has looked at it"]


def test_that_second_copies_are_named_and_links_are_not(tmp_path: Path):
    twice = b"q" * LARGE_ENOUGH
    bundle(tmp_path, **{"libQt6Core.so.6": twice, "PySide6/Qt/lib/libQt6Core.so.6": twice})
    wrong = check_bundle.problems(tmp_path)
    assert wrong == [
        "_internal/libQt6Core.so.6 and _internal/PySide6/Qt/lib/libQt6Core.so.6 are the same file"
    ]

    (tmp_path / "_internal" / "libQt6Core.so.6").unlink()
    (tmp_path / "_internal" / "libQt6Core.so.6").symlink_to("PySide6/Qt/lib/libQt6Core.so.6")
    assert check_bundle.problems(tmp_path) == []


def test_that_the_limits_are_those_of_poor_connections(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    # 380 MB unpacked and 130 MB packed were promised; the rule is tried with bytes instead of megabytes.
    assert (check_bundle.MOST_UNPACKED_MB, check_bundle.MOST_PACKED_MB) == (380, 130)
    monkeypatch.setattr(check_bundle, "MEGABYTE", 1)
    archive = tmp_path / "a.tar.xz"
    archive.write_bytes(b"x" * 131)
    assert check_bundle.archive_problems(archive) == ["a.tar.xz weighs 131 MB, more than 130"]
    archive.write_bytes(b"x" * 130)
    assert check_bundle.archive_problems(archive) == []
    folder = bundle(tmp_path / "bundle", segdesk=b"x" * 381)
    assert "it weighs 381 MB, more than 380" in check_bundle.problems(folder)


@pytest.mark.skipif(not BUILT.is_dir(), reason="no bundle was built here: python packaging/dev.py build")
def test_that_the_bundle_that_was_built_holds_what_it_should():
    assert check_bundle.problems(BUILT) == []
    archives = list(BUILT.parent.glob("*.tar.xz"))
    assert [problem for archive in archives for problem in check_bundle.archive_problems(archive)] == []
