"""One segment in a card: its name, its size, what sets it apart, and whether it would come back."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from segdesk.charts.palette import OUTLIER_ROLE, segment_role
from segdesk.model.findings import Stability
from segdesk.model.portrait import Portrait
from segdesk.model.result import Trait
from segdesk.text import figures, t
from segdesk.ui import theme
from segdesk.ui.panels.results.segment_name import SegmentName
from segdesk.ui.session import View
from segdesk.ui.widgets.basics import Button, IconLabel, breakable, label
from segdesk.ui.widgets.focus import has_ring
from segdesk.words import findings_wording, portrait_wording, wording

MENTIONED_EFFECT = 0.2
"""Cohen (1988) calls 0.2 small; a smaller difference isn't worth a sentence."""

MOST_TRAITS = 3
SURE_TRAITS = 2
"""The third trait is mentioned only where it is telling enough for a name."""

MENTIONED_ADVICE = 2
"""Actions on a card; the segment's page has them all."""

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
    return _sentences(tuple((trait, wording.trait_text(trait)) for trait in traits))


def telling_contrasts(portrait: Portrait, currencies: Mapping[str, str] | None = None) -> list[str]:
    """Give the same of a portrait, which says how many times the average something is, too."""
    return _sentences(
        tuple(
            (contrast.trait, portrait_wording.contrast_text(contrast, currencies))
            for contrast in portrait.contrasts
        )
    )


def _sentences(told: tuple[tuple[Trait, str], ...]) -> list[str]:
    worth = [(trait, text) for trait, text in told if abs(trait.effect) >= MENTIONED_EFFECT and _shows(trait)]
    third = [each for each in worth[SURE_TRAITS:MOST_TRAITS] if abs(each[0].effect) >= wording.TELLING_EFFECT]
    sentences = [text for _, text in worth[:SURE_TRAITS] + third] or [t("overview.average")]
    return [sentence[:1].upper() + sentence[1:] for sentence in sentences]


def _shows(trait: Trait) -> bool:
    """Whether the numbers differ as written: means may differ where both medians are 0."""
    return bool(trait.level) or wording.number(trait.value) != wording.number(trait.overall)


class SegmentCard(QAbstractButton):
    """A segment to click, or to open with Enter or Space; ``OUTLIERS`` for those without one.

    Once its portrait is shown, Enter asks for the segment's page. F2 renames it.

    Signals: ``clicked(bool)``; ``more_requested``, the segment's page is wanted;
    ``name_chosen(str)``, the user calls the segment so, empty for SegDesk's own name.
    """

    more_requested = Signal()
    name_chosen = Signal(str)

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._role = OUTLIER_ROLE
        key = "none" if number == OUTLIERS else str(number)
        self.setObjectName(f"segment_card_{key}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(t("overview.open_segment"))
        self._title = ""
        self._name = SegmentName(key, can_edit=number != OUTLIERS)
        self._name.chosen.connect(self.name_chosen)
        self._name.closed.connect(self.setFocus)
        self._pill = label("", "pill_soft", name=f"segment_reliability_{key}")
        self._pill.hide()
        self._told: list[str] = []
        self._noted: list[str] = []
        self._figure = label("", "figure")
        self._size = label("", "muted")
        self._sales = label("", "figure", name=f"segment_sales_{key}")
        self._of_sales = label(t("who.sales"), "muted")
        self._silhouette = label("", "mono_muted")
        for caption in (self._size, self._of_sales):
            caption.setContentsMargins(0, 0, 0, BASELINE_PX)
        self._traits = [label("", "soft", wrap=True) for _ in range(MOST_TRAITS)]
        self._advice = label("", "advice", name=f"segment_advice_{key}", wrap=True)
        self._advice_row = QWidget()
        self._persona = label("", "muted", name=f"segment_persona_{key}", wrap=True)
        self._more = Button(t("who.more"), "link", name=f"segment_more_{key}")
        self._more.clicked.connect(self.more_requested)
        self._portrait: Portrait | None = None
        self._contrasts: list[str] = []
        self._lay_out()
        self.show_portrait(None)

    def show_segment(self, view: View, names: tuple[str, ...]) -> None:
        """Show this card's segment of a view; ``names`` are those of all."""
        cut, number = view.cut, self._number
        self._role = segment_role(number, view.colours)
        name, others = names[number], (*names[:number], *names[number + 1 :])
        size, customers = cut.sizes[number], len(view.labels)
        share = wording.percent(size / customers)
        sentences = telling_traits(cut.traits[number])
        self._name.show_name(name, others=others, is_given=number in view.given)
        self._more.setAccessibleName(t("who.more_says", name=name))
        self._figure.setText(wording.number(size))
        self._size.setText(t("overview.segment_share", count=size, share=share))
        value = cut.segment_silhouettes[number]
        self._silhouette.setText(t("overview.segment_silhouette", value=wording.number(value, 2)))
        self._show_traits(sentences)
        self._tell(name, t("overview.segment_size", count=size, share=share), *sentences)

    def show_outliers(self, view: View) -> None:
        """Show how many customers of a view have no segment."""
        count, name = view.cut.outliers, t("chart.no_segment")
        share = wording.percent(count / len(view.labels))
        self._name.show_name(name)
        self._figure.setText(wording.number(count))
        self._size.setText(t("overview.segment_share", count=count, share=share))
        self._silhouette.setText("")
        self._show_traits([t("overview.outliers")])
        size = t("overview.segment_size", count=count, share=share)
        self._tell(name, size, t("overview.outliers"))

    def show_reliability(self, word: Stability | None, jaccard: float = float("nan")) -> None:
        """Say whether the segment would come back, or for None nothing."""
        self._pill.setVisible(word is not None)
        self._noted = []
        if word is not None:
            says, figure = findings_wording.stability_sentence(word), wording.number(jaccard, 2)
            self._pill.setText(findings_wording.stability_name(word))
            self._pill.setToolTip(t("overview.reliability", says=says, figure=figure))
            theme.look(self._pill, PILLS[word])
            self._noted = [findings_wording.stability_name(word), says]
        self._describe()

    def show_portrait(self, portrait: Portrait | None, currencies: Mapping[str, str] | None = None) -> None:
        """Say what the segment brings and what to do, or for None nothing; after ``show_segment``.

        ``currencies`` are those of columns that have one.
        """
        self._portrait = portrait
        self._contrasts = [] if portrait is None else telling_contrasts(portrait, currencies)
        share = portrait.sales_share if portrait is not None else float("nan")
        advice = portrait.advice[:MENTIONED_ADVICE] if portrait is not None else ()
        persona = ""
        if portrait is not None:
            persona = portrait_wording.persona_name(portrait.persona, portrait.persona_name)
        is_told = not persona or self._title.casefold().startswith(persona.casefold())
        for widget in (self._sales, self._of_sales):
            widget.setVisible(share == share)
        self._sales.setText(wording.percent(share))
        self._advice.setText(_listed([portrait_wording.action_text(each.action) for each in advice]))
        self._advice_row.setVisible(bool(advice))
        self._persona.setText("" if is_told else t("portrait.persona_line", persona=persona))
        self._more.setVisible(portrait is not None)
        if portrait is not None:
            self._show_traits(self._contrasts)
        self.setToolTip(t("overview.open_segment" if portrait is None else "who.open_either"))
        self._describe()

    def _show_traits(self, sentences: list[str]) -> None:
        for position, line in enumerate(self._traits):
            line.setVisible(position < len(sentences))
            line.setText(breakable(sentences[position]) if position < len(sentences) else "")

    def _tell(self, name: str, *sentences: str) -> None:
        self._title = name
        self.setAccessibleName(name)
        self._told = list(sentences)
        self._describe()

    def _describe(self) -> None:
        """Tell in words all that the card shows."""
        told, portrait = self._told, self._portrait
        if portrait is not None:
            told = [*self._told[:1], *self._contrasts]
            if portrait.sales_share == portrait.sales_share:
                told.insert(1, t("who.sales_says", share=wording.percent(portrait.sales_share)))
            told += [text for text in (self._advice.text(), self._persona.text()) if text]
        self.setAccessibleDescription(". ".join(each.rstrip(".") for each in (*told, *self._noted)))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self._figure)
        line.addWidget(self._size, 0, Qt.AlignmentFlag.AlignBottom)
        line.addSpacing(14)
        line.addWidget(self._sales)
        line.addWidget(self._of_sales, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(22, 14, 18, 12)
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
        advice = QHBoxLayout(self._advice_row)
        advice.setContentsMargins(0, 0, 0, 0)
        advice.setSpacing(8)
        advice.addWidget(IconLabel("lightbulb", "gold_bright", 16), 0, Qt.AlignmentFlag.AlignTop)
        advice.addWidget(self._advice, 1)
        layout.addWidget(self._advice_row)
        layout.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self._persona, 1)
        foot.addWidget(self._silhouette)
        foot.addWidget(self._more)
        layout.addLayout(foot)

    def sizeHint(self) -> QSize:
        return self._column.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._column.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._portrait is not None:
                self.more_requested.emit()
            else:
                self.click()
        elif event.key() == Qt.Key.Key_F2 and self._number != OUTLIERS:
            self._name.edit()
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
        painter.fillRect(QRectF(0, 0, EDGE_PX, self.height()), colours.colour(self._role))
        painter.restore()
        is_ringed = has_ring(self)
        painter.setPen(QPen(colours.colour("gold_bright" if is_ringed else "line"), 2 if is_ringed else 1))
        edge = QPainterPath()
        edge.addRect(QRectF(EDGE_PX, 0, self.width(), self.height()))
        if not is_ringed:  # the coloured side needs no line around it
            painter.setClipPath(edge)
        painter.drawPath(frame)


def _listed(actions: list[str]) -> str:
    """Join actions as one line; only the first begins with a capital, unless a name follows."""
    return figures.listed([*actions[:1], *(_lowered(action) for action in actions[1:])])


def _lowered(action: str) -> str:
    # VIP and SMS stay as they are.
    return action[:1].lower() + action[1:] if action[1:2].islower() else action
