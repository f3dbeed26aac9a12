"""One segment in a card: its name, its size and what sets it apart."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout

from segdesk import wording
from segdesk.model.result import Trait
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.session import View
from segdesk.ui.widgets.basics import breakable, label
from segdesk.ui.widgets.focus import has_ring

MENTIONED_EFFECT = 0.2
"""Cohen (1988) calls 0.2 small; a smaller difference isn't worth a sentence."""

MOST_TRAITS = 3
SURE_TRAITS = 2
"""The third trait is mentioned only where it is telling enough for a name."""

RADIUS = 12
EDGE_PX = 4
BASELINE_PX = 3
"""Lifts small text onto the baseline of the figure before it."""


def telling_traits(traits: tuple[Trait, ...]) -> list[str]:
    """Give the two or three sentences that set a segment apart from all customers."""
    worth = [trait for trait in traits if abs(trait.effect) >= MENTIONED_EFFECT and _shows(trait)]
    third = worth[SURE_TRAITS:MOST_TRAITS]
    told = worth[:SURE_TRAITS] + [trait for trait in third if abs(trait.effect) >= wording.TELLING_EFFECT]
    sentences = [wording.trait_text(trait) for trait in told] or [t("overview.average")]
    return [sentence[:1].upper() + sentence[1:] for sentence in sentences]


def _shows(trait: Trait) -> bool:
    """Whether the numbers differ as written: means may differ where both medians are 0."""
    return bool(trait.level) or wording.number(trait.value) != wording.number(trait.overall)


class SegmentCard(QAbstractButton):
    """A segment to click, or to open with Enter or Space.

    Signals: ``clicked(bool)``.
    """

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.setObjectName(f"segment_card_{number}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(t("overview.open_segment"))
        self._name = label("", "name", name=f"segment_name_{number}", wrap=True)
        self._figure = label("", "figure")
        self._size = label("", "muted")
        self._silhouette = label("", "mono_muted")
        for caption in (self._size, self._silhouette):
            caption.setContentsMargins(0, 0, 0, BASELINE_PX)
        self._traits = [label("", "soft", wrap=True) for _ in range(MOST_TRAITS)]
        self._lay_out()

    def show_segment(self, view: View, name: str) -> None:
        """Show this card's segment of a view."""
        cut, number = view.cut, self._number
        size, customers = cut.sizes[number], len(view.labels)
        share = wording.percent(size / customers)
        sentences = telling_traits(cut.traits[number])
        self._name.setText(breakable(name))
        self._figure.setText(wording.number(size))
        self._size.setText(t("overview.segment_share", count=size, share=share))
        value = cut.segment_silhouettes[number]
        self._silhouette.setText(t("overview.segment_silhouette", value=wording.number(value, 2)))
        for position, line in enumerate(self._traits):
            line.setVisible(position < len(sentences))
            line.setText(breakable(sentences[position]) if position < len(sentences) else "")
        self.setAccessibleName(name)
        told = [t("overview.segment_size", count=size, share=share), *sentences]
        self.setAccessibleDescription(". ".join(told))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._figure)
        line.addWidget(self._size, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        line.addWidget(self._silhouette, 0, Qt.AlignmentFlag.AlignBottom)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(22, 16, 18, 16)
        layout.setSpacing(6)
        layout.addWidget(self._name)
        layout.addLayout(line)
        layout.addSpacing(2)
        for trait in self._traits:
            layout.addWidget(trait)
        layout.addStretch(1)

    def sizeHint(self) -> QSize:
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._column.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        is_lit = self.underMouse() or self.isDown()
        painter.fillPath(frame, colours.colour("raised" if is_lit else "card"))
        painter.save()
        painter.setClipPath(frame)
        painter.fillRect(QRectF(0, 0, EDGE_PX, self.height()), colours.segment(self._number))
        painter.restore()
        is_ringed = has_ring(self)
        painter.setPen(QPen(colours.colour("gold_bright" if is_ringed else "line"), 2 if is_ringed else 1))
        edge = QPainterPath()
        edge.addRect(QRectF(EDGE_PX, 0, self.width(), self.height()))
        if not is_ringed:  # the coloured side needs no line around it
            painter.setClipPath(edge)
        painter.drawPath(frame)
