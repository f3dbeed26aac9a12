"""Everything can be found, named and reached by keyboard; Esc cancels wherever the keyboard is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QScrollBar,
    QWidget,
)

from segdesk.ui.widgets.focus import has_ring
from tests.e2e.conftest import SAMPLE, Desk
from tests.e2e.places import PLACES

INTERACTIVE = (
    QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit,
)  # fmt: skip
MOST_STOPS = 80

TAB_POLICY = Qt.FocusPolicy.TabFocus.value


def is_qts_own(widget: QWidget) -> bool:
    """Whether Qt made it as a part of another widget."""
    parent = widget.parentWidget()
    return (
        isinstance(widget, QScrollBar | QHeaderView)
        or widget.focusProxy() is not None
        or isinstance(parent, QAbstractSpinBox | QComboBox | QLineEdit)
        or (isinstance(parent, QAbstractItemView) and isinstance(widget, QAbstractButton))
    )


def interactive(desk: Desk) -> list[QWidget]:
    """Give what can be clicked, typed into or tabbed to, in the panel that shows."""
    return [
        widget
        for widget in desk.window.findChildren(QWidget)
        if widget.isVisible()
        and not is_qts_own(widget)
        and (isinstance(widget, INTERACTIVE) or widget.focusPolicy().value & TAB_POLICY)
    ]


def name_of(widget: QWidget) -> str:
    """Give what a screen reader calls a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert isinstance(interface, QAccessibleInterface)
    return interface.text(QAccessible.Text.Name)


def stops(desk: Desk) -> list[QWidget]:
    """Give the widgets that Tab leads through, once around."""
    found: list[QWidget] = []
    for _ in range(MOST_STOPS):
        focused = QApplication.focusWidget()
        desk.qtbot.keyClick(focused or desk.window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in found:
            break
        found.append(focused)
        assert has_ring(focused) or isinstance(focused, QLineEdit | QAbstractSpinBox), focused.objectName()
    return found


@pytest.fixture
def furnished(desk: Desk) -> Desk:
    """Give a SegDesk with a run of the sample."""
    desk.find_segments(SAMPLE)
    desk.window.toaster.clear()
    return desk


def test_that_everything_interactive_has_a_name_and_can_be_reached_by_tab(furnished: Desk) -> None:
    for place, show in PLACES.items():
        show(furnished)
        widgets = interactive(furnished)
        assert len(widgets) > 5, place
        unnamed = [
            f"{place}: {type(widget).__name__} {widget.objectName()!r} {name_of(widget)!r}"
            for widget in widgets
            if not widget.objectName() or widget.objectName().startswith("qt_") or not name_of(widget)
        ]
        assert not unnamed, "\n".join(unnamed)
        by_tab = [w for w in widgets if w.isEnabled() and w.focusPolicy().value & TAB_POLICY]
        reached = stops(furnished)
        # A group of tabs or pills is one stop, whose arrow keys lead on.
        missed = [w.objectName() for w in by_tab if w not in reached and not is_in_group(w)]
        assert not missed, (place, missed)


def is_in_group(widget: QWidget) -> bool:
    """Whether a widget shares one tab stop with others."""
    return isinstance(widget, QAbstractButton) and widget.group() is not None


def test_that_a_ring_shows_after_tab_and_not_after_a_click(furnished: Desk) -> None:
    furnished.window.show_panel("configure")
    focused = QApplication.focusWidget()
    assert focused is None or not has_ring(focused)
    furnished.qtbot.keyClick(furnished.window, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert has_ring(focused)
    furnished.qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert not has_ring(focused)


def test_that_escape_cancels_wherever_the_keyboard_is(desk: Desk, tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    lines = [",".join(f"{value:.5f}" for value in row) for row in rng.normal(size=(6_000, 5))]
    path = tmp_path / "many.csv"
    path.write_text("a,b,c,d,e\n" + "\n".join(lines) + "\n")
    desk.find_segments(SAMPLE)
    desk.drop(path)
    desk.until_shown("columns")
    desk.app.flow.open_run(1)
    for tab, name in (
        ("customers", "customers_table"),
        ("customers", "customers_search"),
        ("distribution", "segment_sizes"),
        ("dendrogram", "dendrogram_plot"),
        ("dendrogram", "dendrogram_cuts"),
    ):
        desk.click(f"tab_{tab}")
        widget = desk.find(name)
        widget.setFocus()
        desk.app.flow._errands.segment(2, desk.app.flow._panels.configure.recipe)
        assert desk.app.runner.is_busy
        desk.qtbot.keyClick(widget, Qt.Key.Key_Escape)
        assert not desk.app.runner.is_busy, name


def test_that_escape_first_clears_a_search(furnished: Desk) -> None:
    furnished.key(Qt.Key.Key_F, control=True)  # from any tab
    search = furnished.find("customers_search")
    assert isinstance(search, QLineEdit)
    assert search.hasFocus()
    search.setText("Addis")
    furnished.app.flow._errands.segment(1, furnished.app.flow._panels.configure.recipe)
    furnished.qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    assert furnished.app.runner.is_busy
    furnished.qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert not furnished.app.runner.is_busy
