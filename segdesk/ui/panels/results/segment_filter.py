"""A strip of pills that picks one segment, or all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QScrollArea, QWidget

from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.panels.results import cells
from segdesk.ui.widgets.basics import Button

NAME_PX = 190
"""A name longer than this is cut short: at least three pills show in the smallest window."""

_ALL = 0
"""The strip counts from 1: a QButtonGroup gives buttons of negative numbers numbers of its own."""


class SegmentFilter(QScrollArea):
    """All, or one of up to 20 segments; scrolls sideways when they don't fit.

    Signals: ``chosen(object)``, the segment counted from 0, or None for all.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("segment_filter")
        self.setAccessibleName(t("customers.segment_filter"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._strip = QWidget()
        self._row = QHBoxLayout(self._strip)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._group = QButtonGroup(self)
        self._all = self._pill(_ALL)
        self._all.setText(t("customers.all_segments"))
        self._all.setChecked(True)
        self._row.addStretch(1)
        self._pills: list[Button] = []
        self.setWidget(self._strip)
        self._group.idClicked.connect(self._on_clicked)

    def show_segments(self, names: tuple[str, ...], sizes: tuple[int, ...]) -> None:
        """Offer these segments; the choice stays where it was, by number."""
        while len(self._pills) < len(names):
            self._pills.append(self._pill(len(self._pills) + 1))
        metrics = self._all.fontMetrics()
        for position, pill in enumerate(self._pills):
            pill.setVisible(position < len(names))
            if position >= len(names):
                continue
            name = metrics.elidedText(names[position], Qt.TextElideMode.ElideRight, NAME_PX)
            # A button reads & as the mark of a shortcut.
            pill.setText(f" {name.replace('&', '&&')}  {sizes[position]:,}")
            pill.setToolTip(names[position])
            pill.setAccessibleName(t("customers.only_segment", name=names[position], count=sizes[position]))
        self._tint()
        self.updateGeometry()

    def choose(self, segment: int | None) -> None:
        """Mark a segment as chosen, without a signal, and bring it into sight."""
        button = self._all if segment is None else self._pills[segment]
        button.setChecked(True)
        self.ensureWidgetVisible(button, 40, 0)

    def _pill(self, number: int) -> Button:
        name = "segment_all" if number == _ALL else f"segment_{number - 1}"
        pill = Button("", "pill", name=name)
        pill.setIconSize(QSize(cells.DOT_PX, cells.DOT_PX))
        pill.setCheckable(True)
        self._group.addButton(pill, number)
        self._row.insertWidget(number, pill)
        return pill

    def _tint(self) -> None:
        for position, pill in enumerate(self._pills):
            pill.setIcon(cells.dot(theme.current().segment(position).name()))

    def _on_clicked(self, number: int) -> None:
        self.ensureWidgetVisible(self._group.button(number), 40, 0)
        self.chosen.emit(None if number == _ALL else number - 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - event.angleDelta().y() - event.angleDelta().x())
        event.accept()

    def sizeHint(self) -> QSize:
        bar = self.horizontalScrollBar()
        is_scrolling = self._strip.minimumSizeHint().width() > self.width()
        height = self._strip.sizeHint().height() + (bar.sizeHint().height() if is_scrolling else 0)
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())
