"""Choosing what a column is used for: a pill to paint in a table's cell and the menu it opens."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QMenu, QWidget

from segdesk.model.roles import ColumnRole, Kind
from segdesk.text import t
from segdesk.ui import theme
from segdesk.words import wording

ROLE_ICONS = {
    ColumnRole.MEASURE: "ruler",
    ColumnRole.CATEGORY: "tags",
    ColumnRole.DATE: "calendar",
    ColumnRole.IDENTIFIER: "key-round",
    ColumnRole.TEXT: "text",
    ColumnRole.DESCRIBE: "eye",
    ColumnRole.IGNORED: "ban",
}

HEIGHT = 26
ICON = 14
CHEVRON = 12
PAD = 11
GAP = 6


def roles_for(kind: Kind, now: ColumnRole) -> tuple[ColumnRole, ...]:
    """Give the roles that a column of ``kind`` can have, and the one it has ``now``.

    Words can't measure; days can, counted from the first one. Only days are dates.
    """
    barred = {
        Kind.NUMBER: {ColumnRole.DATE, ColumnRole.TEXT},
        Kind.TEXT: {ColumnRole.DATE, ColumnRole.MEASURE},
        Kind.DATE: {ColumnRole.CATEGORY, ColumnRole.TEXT},
    }[kind]
    return tuple(role for role in ColumnRole if role not in barred or role is now)


def pill_width(name: str) -> float:
    """Give the width of a pill that says ``name`` in full."""
    words = QFontMetricsF(theme.font(theme.SMALL_PX)).horizontalAdvance(name)
    return PAD + ICON + GAP + words + GAP + CHEVRON + PAD + 1


def paint_role(
    painter: QPainter,
    area: QRectF,
    role: ColumnRole,
    *,
    ratio: float,
    is_focused: bool = False,
    is_hovered: bool = False,
) -> None:
    """Paint the pill of ``role`` at the left of ``area``: filled where used, outlined where not."""
    colours = theme.current()
    name = wording.role_name(role)
    width = min(pill_width(name), area.width())
    pill = QRectF(area.left(), area.center().y() - HEIGHT / 2, width, HEIGHT)
    ink = "gold_bright" if role.is_used else "muted"
    edge = "gold_tint" if role.is_used else "line"
    if is_hovered:
        edge = "gold"
    if is_focused:
        edge = "gold_bright"
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colours.colour(edge), 1.4 if is_focused else 1))
    painter.setBrush(colours.colour("gold_tint") if role.is_used else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), HEIGHT / 2, HEIGHT / 2)
    top = pill.center().y()
    icon = theme.pixmap(ROLE_ICONS[role], ink, ICON, ratio)
    painter.drawPixmap(round(pill.left() + PAD), round(top - ICON / 2), icon)
    chevron = theme.pixmap("chevron-down", ink, CHEVRON, ratio)
    painter.drawPixmap(round(pill.right() - PAD - CHEVRON), round(top - CHEVRON / 2), chevron)
    painter.setFont(theme.font(theme.SMALL_PX))
    painter.setPen(colours.colour(ink))
    words = pill.adjusted(PAD + ICON + GAP, 0, -(PAD + CHEVRON + GAP - 1), 0)
    fitting = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, round(words.width()))
    painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitting)
    painter.restore()


class RoleMenu(QMenu):
    """The roles a column can have, the one it has now ticked.

    Signals: ``chosen(ColumnRole)``.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget, *, column: str, kind: Kind, role: ColumnRole) -> None:
        super().__init__(parent)
        self.setObjectName("role_menu")
        self.setAccessibleName(t("columns.role_of", column=column))
        self.setToolTipsVisible(True)
        for choice in roles_for(kind, role):
            action = self.addAction(wording.role_name(choice))
            action.setObjectName(f"role_{choice}")
            action.setToolTip(t(f"columns.about_{choice}"))
            is_now = choice is role
            action.setIcon(theme.icon(ROLE_ICONS[choice], "gold_bright" if is_now else "soft", ICON))
            action.triggered.connect(lambda _checked=False, choice=choice: self.chosen.emit(choice))
            if is_now:
                self.setActiveAction(action)
                self.setDefaultAction(action)
