"""What stands in one cell of the customers table: how values are shown, copied and coloured."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import isfinite

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from segdesk.model.roles import ColumnRole, ColumnSummary, Kind
from segdesk.text import figures, t
from segdesk.words import wording

TYPICAL_FROM = 0.5
"""A silhouette is 1 − own / next: the own segment is at most half as far away as the next one."""

LOOSE_BELOW = 0.1
"""The own segment is less than a tenth nearer than the next one."""

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Whole numbers that all lie between are years; "1,984" would read oddly."""

DECIMALS = 6
"""Of what a file had as 0.1 + 0.2, nobody wants to read 0.30000000000000004."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins so would run as a formula where it is pasted into a spreadsheet."""

MISSING = "–"
DOT_PX = 10

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class CellColumn:
    """How one column of the dataset is written. ``is_grouped``: with thousands separators."""

    name: str
    kind: Kind
    is_grouped: bool

    @classmethod
    def of(cls, column: ColumnSummary) -> CellColumn:
        """Decide how to write a column."""
        is_counted = column.role is not ColumnRole.IDENTIFIER and not _are_years(column.examples)
        return cls(column.name, column.kind, column.kind is Kind.NUMBER and is_counted)

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """Numbers stand to the right, so that digits line up."""
        return _RIGHT if self.kind is Kind.NUMBER else _LEFT

    def shown(self, value: object) -> str:
        """Write a value for reading."""
        if value is None:
            return MISSING
        if isinstance(value, int | float):
            if not isfinite(value):
                return MISSING
            plain = round(value, DECIMALS)
            return figures.exact(plain, is_grouped=self.is_grouped)
        return wording.date_of_file(str(value)) if self.kind is Kind.DATE else str(value)

    def copied(self, value: object) -> str:
        """Write a value for pasting elsewhere."""
        if value is None:
            return ""
        if isinstance(value, int | float):
            if not isfinite(value):
                return ""
            return str(int(value)) if value == int(value) else repr(float(value))
        text = str(value)
        return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _are_years(examples: tuple[str, ...]) -> bool:
    return bool(examples) and all(
        example.isdecimal() and FIRST_YEAR <= int(example) <= LAST_YEAR for example in examples
    )


def fit_text(silhouette: float) -> str:
    """Say in a word how well a customer fits its segment."""
    if silhouette != silhouette:
        return MISSING
    if silhouette >= TYPICAL_FROM:
        return t("customers.typical")
    return t("customers.loose" if silhouette < LOOSE_BELOW else "customers.fits")


def fit_words() -> tuple[str, ...]:
    """Give every word that `fit_text` may say."""
    return tuple(fit_text(silhouette) for silhouette in (1.0, LOOSE_BELOW, -1.0))


def fit_tip(silhouette: float) -> str:
    """Say what that word stands for, with its number."""
    if silhouette != silhouette:
        return t("customers.fit_unknown")
    name = "fit_nearer" if silhouette >= 0 else "fit_farther"
    share = wording.percent(abs(silhouette))
    return t(f"customers.{name}", value=wording.number(silhouette, 2), share=share)


@cache
def dot(colour: str) -> QIcon:
    """Draw a segment's dot, sharp at 100 % and 200 %."""
    icon = QIcon()
    for ratio in (1, 2):
        picture = QPixmap(DOT_PX * ratio, DOT_PX * ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QRectF(picture.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
        picture.setDevicePixelRatio(ratio)
        icon.addPixmap(picture)
    return icon
