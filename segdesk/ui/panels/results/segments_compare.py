"""Two or three segments beside all customers, column by column."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QVBoxLayout

from segdesk.charts.palette import segment_role
from segdesk.charts.specs import TableSpec
from segdesk.model.profile import CategoryLine, CategoryProfile, ColumnProfile, MeasureLine, ProfileTable
from segdesk.text import t
from segdesk.ui.plots.painting import dot
from segdesk.ui.plots.twin_table import ROW, TwinTable
from segdesk.ui.widgets.basics import Button, label
from segdesk.ui.widgets.waiting import Waiting
from segdesk.ui.widgets.wrapping_row import WrappingRow
from segdesk.words import wording

MOST_CHOSEN = 3
DOT = 10
NAME_PX = 200
MOST_ROWS_SHOWN = 14
"""More columns scroll inside the table, whose heading then stays in sight."""


class SegmentsCompare(QFrame):
    """Pills to choose segments by, and a table of what they are like.

    Signals: ``again()``, the figures that couldn't be worked out are to be tried once more.
    """

    again = Signal()

    def __init__(self) -> None:
        self._pills: list[Button] = []  # Qt sends changes from within the constructor
        super().__init__()
        self.setObjectName("segments_compare")
        self.setProperty("look", "card")
        self._names: tuple[str, ...] = ()
        self._colours: tuple[int, ...] = ()
        self._profile: ProfileTable | None = None
        self._row = WrappingRow(spacing=6)
        self._table = TwinTable(name="segments_compare_table")
        header = self._table.horizontalHeader()
        header.setMaximumSectionSize(NAME_PX)  # wider, and all customers would be out of sight
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._waiting = Waiting(t("portrait_page.compare_waiting"), name="segments_compare_waiting")
        self._waiting.again.connect(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(label(t("portrait_page.compare"), "strong"))
        column.addWidget(label(t("portrait_page.compare_hint", most=MOST_CHOSEN), "muted", wrap=True))
        column.addWidget(self._row)
        column.addWidget(self._waiting)
        column.addWidget(self._table)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The segments beside each other, in their order."""
        return tuple(number for number, pill in enumerate(self._pills) if pill.isChecked())

    @property
    def is_waiting(self) -> bool:
        """Whether the figures aren't there yet."""
        return self._profile is None

    def show_segments(self, names: tuple[str, ...], colours: tuple[int, ...] = ()) -> None:
        """Offer these segments; the choice stays where it was, by number."""
        self._names, self._colours = names, colours
        while len(self._pills) < len(names):
            self._add_pill()
        for number, pill in enumerate(self._pills):
            is_there = number < len(names)
            pill.setVisible(is_there)
            if not is_there:
                pill.setChecked(False)
                continue
            short = pill.fontMetrics().elidedText(names[number], Qt.TextElideMode.ElideRight, NAME_PX)
            pill.setText(f" {short.replace('&', '&&')}")
            pill.setToolTip(names[number])
            pill.setAccessibleName(t("portrait_page.compare_says", name=names[number]))
        self._tint()
        self._fill()

    def choose(self, segments: tuple[int, ...]) -> None:
        """Put these side by side."""
        for number, pill in enumerate(self._pills):
            pill.setChecked(number in segments)
        self._fill()

    def show_profile(self, profile: ProfileTable | None) -> None:
        """Show what all columns are like; None where that isn't known yet."""
        self._profile = profile
        self._waiting.tell(t("portrait_page.compare_waiting"))
        self._fill()

    def show_failure(self, sentence: str) -> None:
        """Say why there are no figures."""
        if self._profile is None:
            self._waiting.fail(sentence)

    def _tint(self) -> None:
        for number, pill in enumerate(self._pills):
            if number < len(self._names):
                role = segment_role(number, self._colours)
                pill.setIcon(QIcon(dot(role, DOT, self.devicePixelRatioF())))

    def _add_pill(self) -> None:
        number = len(self._pills)
        pill = Button("", "pill", name=f"compare_segment_{number}")
        pill.setCheckable(True)
        pill.setIconSize(QSize(DOT, DOT))
        pill.clicked.connect(self._fill)
        self._pills.append(pill)
        self._row.add(pill)

    def _fill(self) -> None:
        chosen = self.chosen
        for pill in self._pills:
            pill.setEnabled(pill.isChecked() or len(chosen) < MOST_CHOSEN)
        self._table.setVisible(self._profile is not None)
        self._waiting.setVisible(self._profile is None)
        if self._profile is None:
            return
        table = compared(self._profile, self._names, chosen)
        self._table.show_table(table)
        header = self._table.horizontalHeader().sizeHint().height()
        bar = self._table.horizontalScrollBar().sizeHint().height()
        rows = min(len(table.rows), MOST_ROWS_SHOWN)
        self._table.setFixedHeight(header + rows * ROW + bar + 2 * self._table.frameWidth())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange):
            self._tint()


def compared(profile: ProfileTable, names: tuple[str, ...], chosen: tuple[int, ...]) -> TableSpec:
    """Give the middle value or the commonest level of each column, by segment and of all customers."""
    heads = (t("portrait_page.column"), *(names[number] for number in chosen), t("portrait_page.everybody"))
    rows = []
    for column in profile.columns:
        own = (_cell(column, column.lines[number]) for number in chosen)
        rows.append((wording.column_words(column.name), *own, _cell(column, column.overall)))
    return TableSpec(t("portrait_page.compare"), heads, tuple(rows))


def _cell(column: ColumnProfile, line: MeasureLine | CategoryLine) -> str:
    if isinstance(column, CategoryProfile):
        assert isinstance(line, CategoryLine)
        if line.commonest < 0:
            return wording.number(float("nan"))
        return f"{column.levels[line.commonest]} {wording.percent(line.shares[line.commonest])}"
    assert isinstance(line, MeasureLine)
    return wording.measure(column.name, column.kind, line.marks[2])
