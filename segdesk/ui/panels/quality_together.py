"""The card that shows how the measures go together: picture, sentence and table."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from segdesk.charts.matrix import MatrixSpec
from segdesk.model.exploration import Correlations
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.panels import quality_words as words
from segdesk.ui.plots.matrix import NOWHERE, MatrixMap
from segdesk.ui.plots.tables import SmallTable
from segdesk.ui.widgets.basics import Button, label
from segdesk.ui.widgets.passed_focus import pass_focus

MARGIN = 18
SIDE_BY_SIDE = 660
"""Narrower than this, the table stands below the picture."""
SAID = 3
"""As many pairs as the picture's description names."""
TALLEST = 320


class PairsTable(SmallTable):
    """The pairs of measures, the strongest first."""

    def __init__(self) -> None:
        headers = (t("quality.pair"), t("quality.how"), t("quality.figure"))
        super().__init__(headers, name="correlation_pairs", says=t("quality.pairs"))

    def show_pairs(self, spec: MatrixSpec, pairs: tuple[tuple[int, int], ...]) -> None:
        """List other pairs."""
        blocked = QSignalBlocker(self)
        self.setRowCount(len(pairs))
        for line, (row, column) in enumerate(pairs):
            names = t("quality.pair_names", first=spec.names[column], second=spec.names[row])
            how = words.how_words(spec.values[row][column])
            self._put(line, (names, how, spec.figures[row][column]))
            for cell in range(2):
                if (item := self.item(line, cell)) is not None:
                    item.setFont(theme.font(theme.SMALL_PX))
        self.clearSelection()
        self.setCurrentCell(-1, -1)
        blocked.unblock()
        self.setFixedHeight(min(self.sizeHint().height(), TALLEST))


class TogetherCard(QFrame):
    """How the measures of a dataset go together.

    Signals: ``save_requested(object, str)``, a Spec and the wanted suffix, e.g. ``.png``.
    """

    save_requested = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("together_card")
        self.setProperty("look", "card")
        self._spec: MatrixSpec | None = None
        self._pairs: tuple[tuple[int, int], ...] = ()
        self._map = MatrixMap(name="correlation_map", says=t("quality.together_name"))
        self._map.pointed.connect(self._on_pointed)
        pass_focus(self, self._map)
        self._table = PairsTable()
        self._table.itemSelectionChanged.connect(self._on_row_chosen)
        self._said = label("", "soft", name="correlation_said", wrap=True)
        self._caption = label("", "muted", name="correlation_caption", wrap=True)
        self._none = label(t("quality.together_none"), "soft", name="correlation_none", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(10)
        column.addLayout(self._header())
        column.addWidget(self._none)
        self._body = QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._body)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(20)
        self._sides.addWidget(self._map, 0, Qt.AlignmentFlag.AlignTop)
        self._sides.addLayout(self._made_words(), 1)
        column.addWidget(self._body)
        column.addWidget(self._caption)

    @property
    def strongest(self) -> str:
        """Which two measures go together most, as a sentence; empty where there are no two."""
        return words.pair_sentence(self._spec, *self._pairs[0]) if self._spec is not None else ""

    def show_correlations(self, found: Correlations) -> None:
        """Show how other measures go together."""
        has_pairs = len(found.names) > 1
        for widget in (self._body, self._caption, *self._buttons):
            widget.setVisible(has_pairs)
        self._none.setVisible(not has_pairs)
        if not has_pairs:
            self._spec = None
            return
        self._spec = spec = words.matrix_of(found)
        self._pairs = words.pairs_of(spec)
        strongest = "; ".join(words.pair_sentence(spec, *cell) for cell in self._pairs[:SAID])
        self._map.show_spec(spec, says=t("quality.matrix_says", count=len(spec.names), pairs=strongest))
        self._table.show_pairs(spec, self._pairs)
        self._caption.setText(spec.caption)
        self._say(NOWHERE)
        self._turn()

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(t("quality.together"), "strong", wrap=True), 1)
        self._buttons = []
        for kind in ("png", "svg", "csv"):
            name, says = f"save_correlations_{kind}", t(f"quality.save_{kind}_says")
            text = t(f"quality.save_{kind}")
            button = Button(text, "pill", name=name, icon="download", role="soft", says=says, size=14)
            button.clicked.connect(lambda _=False, kind=kind: self._save(kind))
            self._buttons.append(button)
            row.addWidget(button)
        return row

    def _made_words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._said)
        column.addWidget(self._table)
        column.addStretch(1)
        return column

    def _save(self, kind: str) -> None:
        if self._spec is not None:
            spec = words.pairs_table(self._spec) if kind == "csv" else self._spec
            self.save_requested.emit(spec, f".{kind}")

    def _say(self, cell: tuple[int, int]) -> str:
        assert self._spec is not None
        is_cell = cell != NOWHERE
        sentence = words.pair_sentence(self._spec, *cell) if is_cell else t("quality.together_hint")
        self._said.setText(sentence)
        return sentence if is_cell else ""

    def _on_pointed(self, row: int, column: int) -> None:
        self._map.pick(row, column, says=self._say((row, column)))

    def _on_row_chosen(self) -> None:
        rows = self._table.selectionModel().selectedRows()
        cell = self._pairs[rows[0].row()] if rows else NOWHERE
        self._map.pick(*cell, says=self._say(cell))

    def _turn(self) -> None:
        room = self.width() - 2 * MARGIN - self._map.sizeHint().width()
        is_wide = self.width() >= SIDE_BY_SIDE and room >= self._table.minimumSizeHint().width()
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._sides.direction() != way:
            self._sides.setDirection(way)
            # Or the page around keeps the height that it reckoned for the other direction.
            for widget in (self._body, self):
                widget.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._spec is not None:
            self._turn()
