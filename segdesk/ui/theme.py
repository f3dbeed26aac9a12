"""The look: colours by role, fonts, style sheet, tinted icons. Nothing else knows a colour."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from segdesk.charts.palette import Palette, load_palette, segment_role
from segdesk.paths import resource

SERIF = ["Instrument Serif", "Noto Sans Ethiopic"]
SANS = ["Sora", "Noto Sans Ethiopic"]
MONO = ["JetBrains Mono", "Noto Sans Ethiopic"]

TEXT_PX = 13
SMALL_PX = 12
TINY_PX = 11

_PROPERTY = "segdesk_theme"


@dataclass(frozen=True)
class Theme(Palette):
    """A palette that speaks Qt."""

    def colour(self, role: str, alpha: float = 1.0) -> QColor:
        """Give the colour of a role, e.g. ``"gold"`` or ``"segment_3"``, with opacity ``alpha``."""
        colour = QColor(self.code(role))
        colour.setAlphaF(alpha)
        return colour

    def segment(self, number: int) -> QColor:
        """Give the colour of the segment counted from 0; they repeat after the last."""
        return self.colour(segment_role(number))

    @property
    def is_dark(self) -> bool:
        """Whether this is a dark theme."""
        return self.name == "dark"


@cache
def load_theme(name: str) -> Theme:
    """Read ``resources/theme/<name>.json``."""
    palette = load_palette(name)
    return Theme(palette.name, palette.colours, palette.segments)


def current() -> Theme:
    """Give the theme in use. Ask when painting: a change of theme repaints every widget."""
    app = QApplication.instance()
    name = app.property(_PROPERTY) if app else None
    return load_theme(str(name or "dark"))


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Put fonts, palette and style sheet in force; every widget repaints."""
    load_fonts()
    app.setProperty(_PROPERTY, theme.name)
    app.setStyle("Fusion")
    app.setPalette(_palette(theme))
    app.setFont(font())
    app.setStyleSheet(_style_sheet(theme))


@cache
def load_fonts() -> None:
    """Register the bundled fonts."""
    for path in sorted(resource("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def font(px: int = TEXT_PX, *, families: list[str] = SANS, weight: int = 400) -> QFont:
    """Give one of the bundled fonts at a size in device-independent pixels."""
    result = QFont()
    result.setFamilies(families)
    result.setPixelSize(px)
    result.setWeight(QFont.Weight(weight))
    return result


def _palette(theme: Theme) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: "ground",
        QPalette.ColorRole.Base: "card",
        QPalette.ColorRole.AlternateBase: "raised",
        QPalette.ColorRole.Button: "raised",
        QPalette.ColorRole.ToolTipBase: "raised",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.Highlight: "gold_tint",
        QPalette.ColorRole.HighlightedText: "text",
        QPalette.ColorRole.Link: "gold_bright",
        QPalette.ColorRole.Accent: "gold",
    }
    palette = QPalette()
    for qt_role, role in roles.items():
        palette.setColor(qt_role, theme.colour(role))
    for qt_role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, qt_role, theme.colour("muted"))
    return palette


def _style_sheet(theme: Theme) -> str:
    sheet = resource("theme", "app.qss").read_text("utf-8")
    values = dict(theme.colours)
    values |= {"serif": _quoted(SERIF), "sans": _quoted(SANS), "mono": _quoted(MONO)}
    values["chevron"] = resource("theme", f"chevron-{theme.name}.svg").as_posix()
    # Longest names first: $gold_bright must not be read as $gold followed by _bright.
    for role in sorted(values, key=len, reverse=True):
        sheet = sheet.replace(f"${role}", values[role])
    return sheet


def _quoted(families: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in families)


def icon(name: str, role: str = "text", size: int = 18, *, gap: int = 0, gap_first: bool = False) -> QIcon:
    """Give a bundled one-colour icon, tinted with the current theme's ``role``.

    ``gap`` adds empty pixels after the icon (``gap_first``: before it): Qt offers no other way to
    set a button's icon apart from its text. Widgets that outlive a change of theme use
    ``widgets.basics``, which ask again.
    """
    result = QIcon()
    for ratio in (1.0, 2.0):
        picture = pixmap(name, role, size, ratio)
        if gap:
            wide = QPixmap(round((size + gap) * ratio), picture.height())
            wide.fill(Qt.GlobalColor.transparent)
            wide.setDevicePixelRatio(ratio)
            painter = QPainter(wide)
            painter.drawPixmap(gap if gap_first else 0, 0, picture)
            painter.end()
            picture = wide
        result.addPixmap(picture)
    return result


def pixmap(name: str, role: str, size: int, ratio: float) -> QPixmap:
    """Give a bundled icon as a picture, sharp at the device's pixel ratio."""
    return _rendered(resource("icons", f"{name}.svg"), current().colours[role], size, ratio)


@cache
def _rendered(path: Path, colour: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # 80 ms that the first window need not wait for

    svg = path.read_text("utf-8").replace("currentColor", colour)
    result = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    QSvgRenderer(svg.encode()).render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    result.setDevicePixelRatio(ratio)
    return result


def look(widget: QWidget, name: str) -> None:
    """Give a widget one of the style sheet's looks, e.g. ``card`` or ``primary``."""
    give(widget, "look", name)


def give(widget: QWidget, name: str, value: object) -> None:
    """Give a widget a property that the style sheet asks for."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
