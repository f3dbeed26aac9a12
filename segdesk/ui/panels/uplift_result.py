"""The answer to what a campaign brought: in words, with its interval, and with both groups' figures."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from segdesk.model.campaign import Conclusion, Effect, Uplift
from segdesk.text import t
from segdesk.ui.plots.interval import Interval, IntervalPlot
from segdesk.ui.widgets.basics import Button, IconLabel, breakable, card, label
from segdesk.ui.widgets.passed_focus import pass_focus
from segdesk.ui.widgets.scrolling import VerticalScroll
from segdesk.words import campaign_words

GAP = 14
MARGINS = (20, 16, 20, 16)
ICON = 22

SIGNS = {
    Conclusion.MORE: ("circle-check", "success"),
    Conclusion.LESS: ("triangle-alert", "error"),
    Conclusion.NO_DIFFERENCE: ("info", "soft"),
    Conclusion.TOO_FEW: ("info", "warning"),
}
"""Icon and colour role of each conclusion."""


class UpliftPage(QWidget):
    """A card for each comparison. Signals: ``another_requested()``, another file is to be looked at."""

    another_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[QFrame] = []
        self._file = label("", "muted", name="uplift_file", wrap=True)
        self._another = Button(t("newcomers.another"), "pill", name="uplift_another", icon="upload", size=14)
        self._another.clicked.connect(self.another_requested)
        self._absent = label("", "soft", name="uplift_absent", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._file, 1)
        head.addWidget(self._another)
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(GAP)
        self._column.addWidget(self._absent)
        self._column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(VerticalScroll(page, name="uplift_scroll"), 1)
        pass_focus(self, self._another)

    def show_uplift(self, uplift: Uplift) -> None:
        """Show other comparisons."""
        for frame in self._cards:
            self._column.removeWidget(frame)
            frame.hide()
            frame.deleteLater()
        self._cards = [_effect_card(effect) for effect in uplift.effects]
        for place, frame in enumerate(self._cards):
            self._column.insertWidget(place, frame)
        self._file.setText(breakable(t("campaign.by_file", file=uplift.file, column=uplift.column)))
        absent = campaign_words.absent_text(uplift)
        self._absent.setText(absent)
        self._absent.setVisible(bool(absent))


def _effect_card(effect: Effect) -> QFrame:
    name = f"uplift_{effect.outcome}"
    frame = card(name=name)
    sentence = campaign_words.effect_text(effect)
    low, value, high = campaign_words.interval_texts(effect)
    plot = IntervalPlot(name=f"{name}_interval", says=t("uplift.picture"))
    plot.show_interval(Interval(effect.low, effect.difference, effect.high, low, value, high), says=sentence)
    words = QHBoxLayout()
    words.setSpacing(12)
    words.addWidget(IconLabel(*SIGNS[effect.conclusion], ICON), 0, Qt.AlignmentFlag.AlignTop)
    words.addWidget(label(breakable(sentence), "lead_strong", name=f"{name}_sentence", wrap=True), 1)
    column = QVBoxLayout(frame)
    column.setContentsMargins(*MARGINS)
    column.setSpacing(10)
    column.addWidget(label(campaign_words.outcome_name(effect.outcome), "name"))
    column.addLayout(words)
    column.addWidget(plot)
    column.addWidget(label(campaign_words.effect_figures(effect), "soft", name=f"{name}_figures", wrap=True))
    return frame
