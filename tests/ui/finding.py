"""Finds widgets that must be there."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QLabel, QPushButton, QTableWidget, QWidget

W = TypeVar("W", bound=QWidget)


def child(parent: QWidget, kind: type[W], name: str = "") -> W:
    """Give a widget by kind and object name."""
    found = parent.findChild(kind, name) if name else parent.findChild(kind)
    assert found is not None, f"no {kind.__name__} {name}"
    return found


def button(parent: QWidget, name: str) -> QPushButton:
    """Give a button."""
    return child(parent, QPushButton, name)


def text(parent: QWidget, name: str) -> str:
    """Give what a label says."""
    return child(parent, QLabel, name).text()


def cells(table: QTableWidget) -> list[list[str]]:
    """Give the words of a table, row by row."""
    items = [
        [table.item(row, column) for column in range(table.columnCount())] for row in range(table.rowCount())
    ]
    return [[item.text() if item is not None else "" for item in row] for row in items]
