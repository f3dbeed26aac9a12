"""One adviser's chart in a card, and all their figures in a table."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QHeaderView, QMenu, QVBoxLayout

from segdesk.charts.curves import CurveSpec
from segdesk.charts.specs import TableSpec
from segdesk.model.findings import Adviser
from segdesk.text import t
from segdesk.ui.plots.curve import Curve
from segdesk.ui.plots.tables import SmallTable
from segdesk.ui.widgets.basics import Button, label
from segdesk.words import wording

PICTURES = ("png", "svg")
CHART_PX = 170
LARGE = 100
"""The spread inside segments is a sum over all customers: its decimals say nothing."""


class AdviserCard(QFrame):
    """A chart with what it says and how far to trust it.

    Signals: ``cut_chosen(int)``; ``picture_requested(object spec, str suffix)``;
    ``table_requested()``, the figures are wanted as a CSV file.
    """

    cut_chosen = Signal(int)
    picture_requested = Signal(object, str)
    table_requested = Signal()

    def __init__(self, adviser: Adviser) -> None:
        super().__init__()
        self.setObjectName(f"adviser_{adviser}")
        self.setProperty("look", "card")
        self._spec: CurveSpec | None = None
        self.curve = Curve(name=f"curve_{adviser}")
        self.curve.setMinimumHeight(CHART_PX)
        self.curve.chosen.connect(lambda x: self.cut_chosen.emit(round(x)))
        title = t(f"howmany.title_{adviser}")
        self._reading = label("", "muted", name=f"reading_{adviser}", wrap=True)
        self._reading.setAlignment(Qt.AlignmentFlag.AlignTop)
        top = QHBoxLayout()
        top.addWidget(label(title, "strong", wrap=True), 1)
        top.addWidget(self._save_button(adviser, title), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 14)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.curve, 1)
        column.addWidget(self._reading)

    def show_curve(self, spec: CurveSpec, *, choosable: Collection[float], current: float) -> None:
        """Show another curve; only the numbers in ``choosable`` can be cut to."""
        self._spec = spec
        self._reading.setText(spec.reading)
        self.curve.show_spec(spec, choosable=choosable, current=current)

    def _save_button(self, adviser: Adviser, title: str) -> Button:
        says = t("howmany.save_says", title=title)
        button = Button("", "icon", name=f"save_{adviser}", icon="download", role="soft", says=says, size=15)
        menu = QMenu(button)
        menu.setObjectName(f"save_menu_{adviser}")
        for kind in (*PICTURES, "csv"):
            action = QAction(t(f"howmany.save_{kind}"), menu)
            action.setObjectName(f"save_{adviser}_{kind}")
            action.triggered.connect(lambda _checked, kind=kind: self._save(kind))
            menu.addAction(action)
        button.setMenu(menu)
        return button

    def _save(self, kind: str) -> None:
        if kind not in PICTURES:
            self.table_requested.emit()
        elif self._spec is not None:
            self.picture_requested.emit(self._spec, f".{kind}")


class FiguresTable(SmallTable):
    """All advisers' figures; the number in view is gold, and those that can't be cut to are grey.

    Signals: ``cut_chosen(int)``, a row was clicked or reached by keys.
    """

    cut_chosen = Signal(int)

    def __init__(self, headers: tuple[str, ...]) -> None:
        super().__init__(headers, name="how_many_figures", says=t("howmany.table_name"))
        self.setProperty("look", "list_gold")
        self._fewest_rows = 20
        # All are short: in one wide column the figures would stand far from the number they are about.
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._numbers: tuple[int, ...] = ()
        self._in_view = 0
        self.currentCellChanged.connect(self._on_row_changed)

    def show_table(self, spec: TableSpec, *, choosable: Collection[int], current: int) -> None:
        """Show other figures."""
        blocked = QSignalBlocker(self)
        self._in_view = current
        self._numbers = tuple(int(row[0]) for row in spec.rows)
        self.setRowCount(len(spec.rows))
        for row, cells in enumerate(spec.rows):
            figures = tuple(_written(cell) for cell in cells[1:])
            self._put(row, (str(cells[0]), *figures))
            if self._numbers[row] not in choosable:
                self._make_grey(row)
        row = self._numbers.index(current) if current in self._numbers else -1
        self.setCurrentCell(row, 0 if row >= 0 else -1)
        blocked.unblock()
        self.updateGeometry()

    def _make_grey(self, row: int) -> None:
        for column in range(self.columnCount()):
            item = self.item(row, column)
            if item is not None:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled & ~Qt.ItemFlag.ItemIsSelectable)

    def _on_row_changed(self, row: int, _column: int, old_row: int, _old_column: int) -> None:
        if 0 <= row < len(self._numbers) and row != old_row and self._numbers[row] != self._in_view:
            self.cut_chosen.emit(self._numbers[row])


def _written(cell: str | float) -> str:
    """Write a figure: those of one column with as many decimals, large sums with none."""
    if isinstance(cell, str):
        return "–"
    return wording.number(cell, 2 if abs(cell) < LARGE else 0)
