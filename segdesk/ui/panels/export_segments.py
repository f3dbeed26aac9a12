"""Which segments' customers are listed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from segdesk.charts.palette import OUTLIER_ROLE, segment_role
from segdesk.text import t
from segdesk.ui.plots.segment_dot import SegmentDot
from segdesk.ui.session import View
from segdesk.ui.widgets.basics import Button, breakable, label
from segdesk.ui.widgets.toggle import Toggle
from segdesk.words import wording

DOT = 10
WITHOUT = -1
"""Stands for customers without a segment, as everywhere in the data."""


class _Pick(QWidget):
    """A segment that may be listed. Signals: ``toggled()``."""

    toggled = Signal()

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.toggle = Toggle(name=f"lists_segment_{number}", says="")
        self.toggle.setChecked(True)
        self.toggle.toggled.connect(self.toggled)
        self._dot = SegmentDot(DOT)
        self._name = label("", "", name=f"lists_name_{number}", wrap=True)
        self._size = label("", "mono_muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.toggle)
        row.addWidget(self._dot)
        row.addWidget(self._name, 1)
        row.addWidget(self._size)

    def tell(self, name: str, role: str, size: int) -> None:
        """Show another segment."""
        self._dot.show_role(role)
        self._name.setText(breakable(name))
        self._size.setText(wording.number(size))
        self.toggle.setAccessibleName(t("lists_panel.use", name=name, customers=size))


class SegmentPicks(QWidget):
    """A switch for each segment, and one for customers without any. Signals: ``changed()``."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._picks: dict[int, _Pick] = {}
        self._sizes: dict[int, int] = {}
        links = QHBoxLayout()
        links.setSpacing(4)
        for key, text, is_in in (
            ("all", t("columns_chooser.all"), True),
            ("none", t("columns_chooser.none"), False),
        ):
            link = Button(text, "link", name=f"lists_segments_{key}")
            link.clicked.connect(lambda _checked=False, is_in=is_in: self._turn_all(is_in))
            links.addWidget(link)
        links.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addLayout(links)

    def show_view(self, view: View) -> None:
        """Offer the segments of a view."""
        cut = view.cut
        self._sizes = dict(enumerate(cut.sizes))
        names = dict(enumerate(view.names))
        if cut.outliers:
            self._sizes[WITHOUT], names[WITHOUT] = cut.outliers, t("export.without_segment")
        for number in self._sizes:
            if number not in self._picks:
                pick = self._picks[number] = _Pick(number)
                pick.toggled.connect(self.changed)
            self._column.addWidget(self._picks[number])
        for number, pick in self._picks.items():
            pick.setVisible(number in self._sizes)
            if number in self._sizes:
                role = OUTLIER_ROLE if number == WITHOUT else segment_role(number, view.colours)
                pick.tell(names[number], role, self._sizes[number])
        self.changed.emit()

    def tick_all(self) -> None:
        """Take all segments."""
        self._turn_all(True)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The segments that are listed."""
        return tuple(number for number in self._sizes if self._picks[number].toggle.isChecked())

    @property
    def is_all(self) -> bool:
        """Whether no segment is left out."""
        return len(self.chosen) == len(self._sizes)

    @property
    def customers(self) -> int:
        """How many customers are in the segments that are listed."""
        return sum(self._sizes[number] for number in self.chosen)

    def _turn_all(self, is_in: bool) -> None:
        for number in self._sizes:
            self._picks[number].toggle.setChecked(is_in)
