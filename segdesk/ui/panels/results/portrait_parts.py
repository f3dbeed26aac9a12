"""Parts of a segment's page: bars of contrasts and money, lists of pairs, what one more purchase brings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from segdesk.model.portrait import Contrast, Portrait, one_more_purchase
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.plots.painting import fill_area
from segdesk.ui.widgets.basics import IconLabel, breakable, label
from segdesk.words import portrait_wording, wording

MOST_CONTRASTS = 5
BAR = 8
LEAST_BAR = 2.0
"""Even a share near nothing is seen."""

WIDEST_EFFECT = 2.5
"""Standard deviations at which a contrast's bar is full; hardly any segment lies farther out."""

FIRST_PERCENT = round(portrait_wording.WHAT_IF * 100)
MARGINS = (18, 14, 18, 14)


def titled(title: str, *, name: str) -> tuple[QFrame, QVBoxLayout]:
    """Make a card with a title, and give it with its column."""
    frame = QFrame()
    frame.setObjectName(name)
    frame.setProperty("look", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(*MARGINS)
    column.setSpacing(8)
    column.addWidget(label(title, "strong"))
    return frame, column


class _Bar(QWidget):
    """A bar on a track; what it shows stands in words beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._start, self._end, self._role = 0.0, 0.0, "soft"

    def show_part(self, start: float, end: float, role: str) -> None:
        """Fill the track from ``start`` to ``end`` (0 … 1)."""
        self._start, self._end, self._role = start, end, role
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, BAR + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, BAR + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - BAR) / 2
        painter.fillPath(_rounded(QRectF(0, top, self.width(), BAR)), theme.current().colour("raised"))
        width = max(LEAST_BAR, (self._end - self._start) * self.width())
        fill_area(painter, _rounded(QRectF(self._start * self.width(), top, width, BAR)), self._role)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()


def _rounded(area: QRectF) -> QPainterPath:
    path = QPainterPath()
    radius = min(BAR, area.width()) / 2
    path.addRoundedRect(area, radius, radius)
    return path


class Contrasts(QWidget):
    """Up to five sentences, each with a bar from the middle: to the right is above all customers."""

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        self._rows: list[tuple[QLabel, _Bar]] = []
        for row in range(MOST_CONTRASTS):
            sentence, bar = label("", "soft", name=f"contrast_{row}", wrap=True), _Bar()
            grid.addWidget(sentence, row, 0)
            grid.addWidget(bar, row, 1)
            self._rows.append((sentence, bar))

    def show_contrasts(self, contrasts: Sequence[Contrast], currencies: Mapping[str, str]) -> None:
        """Show other contrasts."""
        for row, (sentence, bar) in enumerate(self._rows):
            is_shown = row < len(contrasts)
            sentence.setVisible(is_shown or (row == 0 and not contrasts))
            bar.setVisible(is_shown)
            if is_shown:
                text = portrait_wording.contrast_text(contrasts[row], currencies)
                sentence.setText(breakable(text[:1].upper() + text[1:]))
                effect = contrasts[row].trait.effect
                reach = min(abs(effect) / WIDEST_EFFECT, 1.0) / 2
                start, end = (0.5, 0.5 + reach) if effect > 0 else (0.5 - reach, 0.5)
                bar.show_part(start, end, "above" if effect > 0 else "below")
                size = wording.number(abs(effect), 1)
                says = t("portrait_page.above" if effect > 0 else "portrait_page.below", size=size)
                bar.setToolTip(says)
                sentence.setToolTip(says)
            elif row == 0:
                sentence.setText(t("overview.average"))
                sentence.setToolTip("")


class MoneyBars(QWidget):
    """A segment's share of the customers against its share of sales, in the segment's colour."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("money_bars")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        self._rows: list[tuple[QLabel, _Bar, QLabel]] = []
        for row, key in enumerate(("customers", "sales")):
            title = label(
                t("portrait_page.of_customers" if key == "customers" else "portrait_page.of_sales"), "soft"
            )
            bar, figure = _Bar(), label("", "mono", name=f"share_of_{key}")
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for column, widget in enumerate((title, bar, figure)):
                grid.addWidget(widget, row, column)
            self._rows.append((title, bar, figure))
        self._note = label("", "muted", name="money_note", wrap=True)
        grid.addWidget(self._note, 2, 0, 1, 3)

    def show_portrait(self, portrait: Portrait, sales_column: str, role: str) -> None:
        """Show another segment's shares in the colour of its role."""
        for (title, bar, figure), share in zip(
            self._rows, (portrait.share, portrait.sales_share), strict=True
        ):
            for widget in (title, bar, figure):
                widget.setVisible(share == share)
            if share == share:
                bar.show_part(0.0, min(max(share, 0.0), 1.0), role)
            figure.setText(wording.percent(share))
        note = t("portrait.no_sales")
        if sales_column:
            note = t("portrait_page.sales_by", column=wording.column_words(sales_column))
        self._note.setText(note)
        self.setAccessibleDescription(f"{portrait_wording.share_text(portrait)}. {note}")


class PairList(QWidget):
    """Words with what belongs to them. With ``icon`` the first stands above the second."""

    def __init__(self, *, name: str, icon: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self._icon = icon
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8 if icon else 5)
        self._grid.setColumnStretch(1, 1)

    def show_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show other pairs."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row, (first, second) in enumerate(pairs):
            if self._icon:
                icon = IconLabel(self._icon, "gold_bright", 16)
                both = QWidget()
                column = QVBoxLayout(both)
                column.setContentsMargins(0, 0, 0, 0)
                column.setSpacing(1)
                column.addWidget(label(breakable(first), "", wrap=True))
                column.addWidget(label(breakable(second), "muted", wrap=True))
                self._grid.addWidget(icon, row, 0, Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(both, row, 1)
            else:
                value = label(breakable(second), "mono", wrap=True)
                value.setAlignment(Qt.AlignmentFlag.AlignRight)
                top = Qt.AlignmentFlag.AlignTop
                self._grid.addWidget(label(breakable(first), "soft", wrap=True), row, 0, top)
                self._grid.addWidget(value, row, 1)


class WhatIf(QFrame):
    """What it brings if some of a segment's customers bought once more; a slider says how many."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("what_if_card")
        self.setProperty("look", "card")
        self._portrait: Portrait | None = None
        self._currency = ""
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setObjectName("what_if_share")
        self._slider.setAccessibleName(t("portrait_page.what_if_says"))
        self._slider.setRange(1, 100)
        self._slider.setPageStep(10)
        self._slider.setValue(FIRST_PERCENT)
        self._slider.setMinimumWidth(90)
        self._slider.valueChanged.connect(self._follow)
        self._share = label("", "mono", name="what_if_percent")
        self._gain = label("", "figure", name="what_if_gain")
        self._range = label("", "soft", name="what_if_range", wrap=True)
        self._note = label("", "muted", name="what_if_note", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._slider, 1)
        row.addWidget(self._share)
        column = QVBoxLayout(self)
        column.setContentsMargins(*MARGINS)
        column.setSpacing(8)
        column.addWidget(label(t("portrait_page.what_if"), "strong", wrap=True))
        column.addLayout(row)
        for widget in (self._gain, self._range, self._note):
            column.addWidget(widget)

    def show_portrait(self, portrait: Portrait, currency: str) -> None:
        """Reckon with another segment; hidden where nothing says what a purchase is worth."""
        self._portrait, self._currency = portrait, currency
        self.setVisible(portrait.purchase is not None)
        self._note.setText(f"{portrait_wording.basis_text(portrait)} {t('portrait_page.nine_in_ten')}")
        self._follow()

    def _follow(self) -> None:
        portrait = self._portrait
        if portrait is None or portrait.purchase is None:
            return
        gain = one_more_purchase(portrait.purchase, portrait.size, self._slider.value() / 100)
        low, middle, high = (wording.number(value, 0) for value in (gain.low, gain.middle, gain.high))
        self._share.setText(wording.percent(self._slider.value() / 100))
        self._gain.setText(f"+ {wording.money(middle, self._currency)}")
        self._range.setText(t("portrait_page.gain_range", count=gain.customers, low=low, high=high))
        self._slider.setAccessibleDescription(f"{self._gain.text()}, {self._range.text()}")
