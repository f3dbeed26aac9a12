"""One segment in a card: its name, its size, what sets it apart, and whether it would come back."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout

from segdesk import findings_wording, wording
from segdesk.model.findings import Stability
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

OUTLIERS = -1
"""The number of the card of those whom a density method left without a segment."""

PILLS = {
    Stability.SOLID: "pill_success",
    Stability.USABLE: "pill_soft",
    Stability.FUZZY: "pill_warning",
    Stability.UNSTABLE: "pill_error",
}


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
    """A segment to click, or to open with Enter or Space; ``OUTLIERS`` for those without one.

    Signals: ``clicked(bool)``.
    """

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        key = "none" if number == OUTLIERS else str(number)
        self.setObjectName(f"segment_card_{key}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(t("overview.open_segment"))
        self._name = label("", "name", name=f"segment_name_{key}", wrap=True)
        self._pill = label("", "pill_soft", name=f"segment_reliability_{key}")
        self._pill.hide()
        self._told: list[str] = []
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
        self._tell(name, t("overview.segment_size", count=size, share=share), *sentences)

    def show_outliers(self, view: View) -> None:
        """Show how many customers of a view have no segment."""
        count, name = view.cut.outliers, t("chart.no_segment")
        share = wording.percent(count / len(view.labels))
        self._name.setText(name)
        self._figure.setText(wording.number(count))
        self._size.setText(t("overview.segment_share", count=count, share=share))
        self._silhouette.setText("")
        for position, line in enumerate(self._traits):
            line.setVisible(position == 0)
        self._traits[0].setText(t("overview.outliers"))
        size = t("overview.segment_size", count=count, share=share)
        self._tell(name, size, t("overview.outliers"))

    def show_reliability(self, word: Stability | None, jaccard: float = float("nan")) -> None:
        """Say whether the segment would come back, or for None nothing."""
        self._pill.setVisible(word is not None)
        sentences: list[str] = []
        if word is not None:
            says, figure = findings_wording.stability_sentence(word), wording.number(jaccard, 2)
            self._pill.setText(findings_wording.stability_name(word))
            self._pill.setToolTip(t("overview.reliability", says=says, figure=figure))
            theme.look(self._pill, PILLS[word])
            sentences = [findings_wording.stability_name(word), says]
        self.setAccessibleDescription(". ".join([*self._told, *sentences]))

    def _tell(self, name: str, *sentences: str) -> None:
        self.setAccessibleName(name)
        self._told = [sentence.rstrip(".") for sentence in sentences]
        self.setAccessibleDescription(". ".join(self._told))

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
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._name, 1)
        top.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(top)
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
