"""Who the segments are: names that can be changed and taken back, a page for each, actions of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from segdesk.store.db import opened
from segdesk.store.names import names
from tests.e2e.conftest import PATIENCE_MS, SAMPLE, Desk, text


@pytest.fixture
def found(desk: Desk) -> Desk:
    """A SegDesk that has found the sample's segments, and knows who they are."""
    desk.find_segments(SAMPLE)
    desk.qtbot.waitUntil(lambda: _is_visible(desk, "segment_sales_0"), timeout=PATIENCE_MS)
    return desk


def _is_visible(desk: Desk, name: str) -> bool:
    return any(widget.isVisible() for widget in desk.window.findChildren(QLabel, name))


def test_that_a_card_says_what_a_segment_brings_and_what_to_do(found: Desk) -> None:
    personas = [text(found, f"segment_persona_{number}") for number in range(4)]
    assert sorted(personas) == [
        "Like: Budget-conscious families",
        "Like: Occasional shoppers",
        "Like: Premium shoppers",
        "Like: Young urban professionals",
    ]
    assert "Family bulk packages" in text(found, f"segment_advice_{personas.index(min(personas))}")


def test_that_a_name_is_changed_everywhere_kept_and_taken_back(found: Desk, tmp_path: Path) -> None:
    view = found.app.session.view
    assert view is not None
    before = view.names[0]
    found.click("rename_0")
    edit = found.find("segment_name_edit_0")
    assert isinstance(edit, QLineEdit)
    edit.setText("Families of the south")
    found.qtbot.keyClick(edit, Qt.Key.Key_Return)
    view = found.app.session.view
    assert view is not None
    assert view.names[0] == "Families of the south"
    with opened(found.paths.database, "read") as connection:
        assert names(connection, view.run.id, view.segments) == {0: "Families of the south"}
    found.key(Qt.Key.Key_Z, control=True)
    view = found.app.session.view
    assert view is not None
    assert view.names[0] == before


def test_that_each_segment_has_a_page_that_leads_on_and_back(found: Desk) -> None:
    found.click("segment_more_0")
    assert text(found, "portrait_persona").startswith("Like:")
    position = text(found, "portrait_position")
    found.click("portrait_next")
    assert text(found, "portrait_position") != position
    found.click("portrait_back")
    found.find("segment_more_0")
