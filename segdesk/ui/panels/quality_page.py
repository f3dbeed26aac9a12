"""The data quality page: what stands out, what each column holds, how the measures go together."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QStackedLayout, QVBoxLayout, QWidget

from segdesk.model.exploration import Exploration
from segdesk.text import t
from segdesk.ui.panels import quality_words as words
from segdesk.ui.panels.quality_table import QualityTable
from segdesk.ui.panels.quality_together import TogetherCard
from segdesk.ui.widgets.basics import Button, IconLabel, card, label
from segdesk.ui.widgets.note_row import note_row
from segdesk.ui.widgets.scrolling import VerticalScroll

SPACING = 14


class QualityPage(QWidget):
    """What an exploration found, or that it is being looked for, or why it couldn't be.

    Signals: ``asked_again()``, look once more after a failure; ``save_requested(object, str)``, a
    Spec and the wanted suffix, e.g. ``.png``.
    """

    asked_again = Signal()
    save_requested = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("quality_page")
        self._table = QualityTable()
        self._together = TogetherCard()
        self._together.save_requested.connect(self.save_requested)
        said = label(t("quality.waiting"), "soft", name="quality_waiting", wrap=True)
        self._waiting = _in_the_middle(said)
        self._why = label("", "soft", name="quality_failed", wrap=True)
        again = Button(t("quality.again"), "pill", name="quality_again")
        again.clicked.connect(self.asked_again)
        self._failed = _in_the_middle(self._why, again)
        self._found = self._made_found()
        self._stack = QStackedLayout(self)
        for page in (self._waiting, self._failed, self._found):
            self._stack.addWidget(page)

    def show_waiting(self) -> None:
        """Say that the columns are being looked through."""
        self._stack.setCurrentWidget(self._waiting)

    def show_failure(self, sentence: str) -> None:
        """Say why the columns couldn't be looked through."""
        self._why.setText(sentence)
        self._stack.setCurrentWidget(self._failed)

    def show_exploration(self, exploration: Exploration) -> None:
        """Show what was found."""
        self._table.show_exploration(exploration)
        self._together.show_correlations(exploration.correlations)
        self._show_callouts(exploration)
        self._stack.setCurrentWidget(self._found)

    def _made_found(self) -> QWidget:
        self._callouts_card = card(name="quality_callouts")
        self._callouts_card.setAccessibleName(t("quality.callouts"))
        self._callouts = QVBoxLayout(self._callouts_card)
        self._callouts.setContentsMargins(16, 12, 16, 12)
        self._callouts.setSpacing(8)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(SPACING)
        column.addWidget(self._callouts_card)
        column.addWidget(self._made_table_card())
        column.addWidget(self._together)
        column.addStretch(1)
        self._scroll = VerticalScroll(content, name="quality_scroll")
        return self._scroll

    def _made_table_card(self) -> QFrame:
        result = card(name="quality_table_card")
        column = QVBoxLayout(result)
        column.setContentsMargins(1, 2, 1, 6)
        column.addWidget(self._table)
        return result

    def _show_callouts(self, exploration: Exploration) -> None:
        while (item := self._callouts.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for number, (icon, role, sentence) in enumerate(words.callouts(exploration)):
            row = note_row(sentence, f"quality_callout_{number}", IconLabel(icon, role))
            self._callouts.addWidget(row)
        if self._together.strongest:
            self._callouts.addWidget(self._made_strongest())

    def _made_strongest(self) -> QWidget:
        """Make a row that names the strongest correlation, with the way down to the picture."""
        sentence = t("quality.strongest", pair=self._together.strongest)
        row = note_row(sentence, "quality_strongest", IconLabel("lightbulb", "gold_bright"))
        show = Button(t("quality.show"), "link", name="show_correlations", says=t("quality.show_says"))
        show.clicked.connect(self._on_show)
        layout = row.layout()
        assert layout is not None
        layout.addWidget(show)
        return row

    def _on_show(self) -> None:
        self._scroll.verticalScrollBar().setValue(self._together.y())
        self._together.setFocus(Qt.FocusReason.OtherFocusReason)


def _in_the_middle(said: QLabel, *below: QWidget) -> QWidget:
    result = QWidget()
    column = QVBoxLayout(result)
    column.setSpacing(SPACING)
    column.addStretch(1)
    said.setAlignment(Qt.AlignmentFlag.AlignCenter)
    column.addWidget(said)
    for widget in below:
        column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(2)
    return result
