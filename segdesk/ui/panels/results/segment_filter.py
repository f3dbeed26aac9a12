"""A strip of pills that picks one segment, or all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QScrollArea, QWidget

from segdesk.model.result import Cut
from segdesk.text import figures, t
from segdesk.ui.panels.results import cells
from segdesk.ui.panels.results.customers_own import NOBODY, dot
from segdesk.ui.widgets.basics import Button

NAME_PX = 190
"""A name longer than this is cut short: at least three pills show in the smallest window."""

_ALL = 0
"""The strip counts from 1: a QButtonGroup gives buttons of negative numbers numbers of its own."""

_NOBODY = 1000
"""Beyond any segment's number."""


class SegmentFilter(QScrollArea):
    """All, one of up to 20 segments, or those without one; scrolls sideways when they don't fit.

    Signals: ``chosen(object)``, the segment counted from 0, -1 for no segment, or None for all.
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
        self._outliers = self._pill(_NOBODY)
        self._outliers.hide()
        self._row.addStretch(1)
        self._pills: list[Button] = []
        self._colours: tuple[int, ...] = ()
        self.setWidget(self._strip)
        self._group.idClicked.connect(self._on_clicked)

    def show_segments(self, names: tuple[str, ...], cut: Cut) -> None:
        """Offer a cut's segments under these names; the choice stays where it was, by number."""
        self._colours = cut.colours
        while len(self._pills) < len(names):
            self._pills.append(self._pill(len(self._pills) + 1))
        for position, pill in enumerate(self._pills):
            pill.setVisible(position < len(names))
            if position < len(names):
                self._name(pill, names[position], cut.sizes[position])
        self._outliers.setVisible(cut.outliers > 0)
        self._name(self._outliers, t("chart.no_segment"), cut.outliers)
        self._tint()
        self.updateGeometry()

    def choose(self, segment: int | None) -> None:
        """Mark a segment as chosen, without a signal, and bring it into sight."""
        button = self._all
        if segment is not None:
            button = self._outliers if segment == NOBODY else self._pills[segment]
        button.setChecked(True)
        self.ensureWidgetVisible(button, 40, 0)

    def _name(self, pill: Button, name: str, count: int) -> None:
        short = self._all.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, NAME_PX)
        # A button reads & as the mark of a shortcut.
        pill.setText(f" {short.replace('&', '&&')}  {figures.decimal(count)}")
        pill.setToolTip(name)
        pill.setAccessibleName(t("customers.only_segment", name=name, count=count))

    def _pill(self, number: int) -> Button:
        name = {_ALL: "segment_all", _NOBODY: "segment_none"}.get(number, f"segment_{number - 1}")
        pill = Button("", "pill", name=name)
        pill.setIconSize(QSize(cells.DOT_PX, cells.DOT_PX))
        pill.setCheckable(True)
        self._group.addButton(pill, number)
        self._row.insertWidget(min(number, self._row.count()), pill)
        return pill

    def _tint(self) -> None:
        for position, pill in enumerate(self._pills):
            pill.setIcon(dot(position, self._colours))
        self._outliers.setIcon(dot(NOBODY, ()))

    def _on_clicked(self, number: int) -> None:
        self.ensureWidgetVisible(self._group.button(number), 40, 0)
        self.chosen.emit({_ALL: None, _NOBODY: NOBODY}.get(number, number - 1))

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
