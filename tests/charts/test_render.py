import struct
import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
import pytest

from segdesk.charts import dendrogram
from segdesk.charts.palette import load_palette
from segdesk.charts.render import write_chart
from segdesk.charts.specs import BarsSpec, DendrogramSpec, DonutSpec, Part, parts
from segdesk.errors import StoreError

SizesOrTree = DonutSpec | BarsSpec | DendrogramSpec
DARK = load_palette("dark")


def some_parts(count: int) -> tuple[Part, ...]:
    names = [f"Income (k$) above ${n} in ድሬ ዳዋ and much more besides, more than fits" for n in range(count)]
    words = ["1,000"] * count
    return parts(names, [count - n for n in range(count)], figures=words, shares=["5%"] * count)


def tree_spec(count: int = 4) -> DendrogramSpec:
    steps = np.arange(39.0)
    older = np.where(steps == 0, 0, 40 + steps - 1)
    linkage = np.column_stack([np.where(steps == 0, 1, steps + 1), older, steps + 1, steps + 2])
    tree = dendrogram.grow_tree(linkage)
    # A chain: the last customers to join stand alone, all the others are one segment.
    labels = np.zeros(40, np.int8)
    labels[41 - count :] = np.arange(1, count)
    nodes = dendrogram.node_segments(tree, labels)
    return dendrogram.dendrogram_spec(
        tree,
        nodes,
        cut=dendrogram.cut_height(tree, count),
        title="Title",
        axis="Axis",
        caption="Caption",
        cut_label="Cut",
        leaves=["customer number one"] * tree.leaves,
        parts=some_parts(count),
    )


SPECS: list[SizesOrTree] = [
    DonutSpec("Title", some_parts(4), "10", "customers"),
    DonutSpec("Title", some_parts(20), "210", "customers"),
    BarsSpec("Title", some_parts(4)),
    BarsSpec("Title", some_parts(20)),
    tree_spec(4),
    tree_spec(20),
]


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: f"{type(spec).__name__}{len(spec.parts)}")
def test_that_every_chart_becomes_a_drawing_that_opens(spec: SizesOrTree, tmp_path: Path):
    path = tmp_path / "chart.svg"
    write_chart(spec, path, palette=DARK)
    root = ET.parse(path).getroot()
    assert root.tag.endswith("svg")
    # Every segment's colour is in it, each at least once.
    used = {DARK.code(part.role).lower() for part in spec.parts}
    text = path.read_text("utf-8").lower()
    assert all(colour in text for colour in used)
    assert [p.name for p in tmp_path.iterdir()] == ["chart.svg"]


def test_that_the_dendrogram_is_fourteen_by_eight_inches_at_300_dots(tmp_path: Path):
    path = tmp_path / "tree.PNG"
    write_chart(tree_spec(), path, palette=load_palette("light"))
    # PNG specification, 11.2.2: width and height are bytes 16 to 23. 14 × 300 and 8 × 300 dots.
    assert struct.unpack(">II", path.read_bytes()[16:24]) == (4200, 2400)


def test_that_a_pdf_is_a_pdf(tmp_path: Path):
    path = tmp_path / "bars.pdf"
    write_chart(SPECS[2], path, palette=DARK)
    assert path.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("suffix", [".svg", ".pdf", ".png"])
def test_that_the_same_chart_is_the_same_file(suffix: str, tmp_path: Path):
    one, two = tmp_path / f"one{suffix}", tmp_path / f"two{suffix}"
    write_chart(SPECS[0], one, palette=DARK)
    write_chart(SPECS[0], two, palette=DARK)
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("name", ["chart.bmp", "chart"])
def test_that_another_format_is_refused_by_name(name: str, tmp_path: Path):
    with pytest.raises(StoreError) as caught:
        write_chart(SPECS[0], tmp_path / name, palette=DARK)
    assert caught.value.code == "chart.unknown_format"
    assert list(tmp_path.iterdir()) == []


def test_that_a_missing_folder_is_said_so(tmp_path: Path):
    path = tmp_path / "gone" / "chart.svg"
    with pytest.raises(StoreError) as caught:
        write_chart(SPECS[0], path, palette=DARK)
    assert (caught.value.code, caught.value.facts) == ("chart.cannot_write", {"path": str(path)})


def test_that_a_failed_write_leaves_what_was_there(tmp_path: Path):
    # A folder of that name can't be replaced by a file: the last step fails.
    taken = tmp_path / "chart.svg"
    taken.mkdir()
    (taken / "kept.txt").write_text("kept", "utf-8")
    with pytest.raises(StoreError):
        write_chart(SPECS[0], taken, palette=DARK)
    assert [p.name for p in tmp_path.iterdir()] == ["chart.svg"]
    assert (taken / "kept.txt").read_text("utf-8") == "kept"
