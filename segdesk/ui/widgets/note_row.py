"""A sentence with an icon before it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from segdesk.ui.widgets.basics import IconLabel, label


def note_row(sentence: str, name: str, icon: IconLabel) -> QWidget:
    """Make a row of ``icon`` and a label called ``name`` that wraps; more may be added to its layout."""
    result = QWidget()
    row = QHBoxLayout(result)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(sentence, name=name, wrap=True), 1)
    return result
