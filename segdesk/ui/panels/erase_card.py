"""Erase one person: look first, type the value once more, then it is gone for good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from segdesk.model.erased import Person
from segdesk.text import t
from segdesk.ui.widgets.basics import Button, IconLabel, breakable, label, rule
from segdesk.ui.widgets.passed_focus import pass_focus
from segdesk.ui.widgets.quiet_combo import QuietCombo


class EraseCard(QFrame):
    """A column, a value, how many rows that is, and a button that works once the value is typed again.

    Signals: ``preview_requested(str column, str value)``, count who that is;
    ``erase_requested(str column, str value)``; ``closed()``, nothing is to be erased.
    """

    preview_requested = Signal(str, str)
    erase_requested = Signal(str, str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("erase_card")
        self.setProperty("look", "card")
        self._seen: tuple[str, str] | None = None
        close = Button(look="icon", name="erase_close", icon="x", role="soft", says=t("erasing.close"))
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(label(t("erasing.title"), "name", wrap=True), 1)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 18, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(label(t("erasing.line"), "soft", wrap=True))
        column.addLayout(self._build_question())
        column.addLayout(self._build_says())
        column.addWidget(self._build_confirmation())
        column.addWidget(rule())
        column.addLayout(_what_stays())
        pass_focus(self, self._column)
        self.show_columns(())

    def show_columns(self, columns: Sequence[str], chosen: str = "") -> None:
        """Offer columns to find the person by, the customer number first; forget what was typed."""
        self._column.clear()
        self._column.addItems(list(columns))
        self._column.setCurrentIndex(max(0, self._column.findText(chosen)))
        self._value.clear()
        self._forget()

    def show_looking(self) -> None:
        """Wait for the answer."""
        self._confirmation.hide()
        self._tell(t("erasing.looking"), "info")

    def show_preview(self, column: str, value: str, person: Person) -> None:
        """Say what was found of a value; without any rows there is nothing to confirm.

        The answer to what isn't asked any more is dropped.
        """
        if (column, value) != (self._column.currentText(), self._value.text().strip()):
            return
        rows = person.rows
        self._seen = (column, value) if rows else None
        found = t("erasing.found", rows=rows, datasets=person.datasets, value=value)
        lines = [found if rows else t("erasing.nobody", value=value)]
        lines += [t("erasing.also", name=name, column=other) for name, other in person.elsewhere]
        if rows and person.backups:
            lines.append(t("erasing.backups", count=len(person.backups)))
        self._tell(" ".join(lines), "info" if rows else "triangle-alert")
        self._confirmation.setVisible(bool(rows))
        self._again.clear()
        if rows:
            self._again.setFocus()

    def show_busy(self) -> None:
        """Wait for the person to be gone."""
        self._confirmation.hide()
        self._look.setEnabled(False)
        self._tell(t("erasing.busy"), "info")

    def show_done(self, sentence: str) -> None:
        """Say what the person was removed from."""
        self._value.clear()
        self._forget()
        self._tell(sentence, "circle-check")

    def show_failure(self, sentence: str) -> None:
        """Say why nobody was erased."""
        self._forget()
        self._tell(sentence, "triangle-alert")

    def _build_question(self) -> QGridLayout:
        self._column = QuietCombo(name="erase_column", says=t("erasing.column"))
        self._column.currentIndexChanged.connect(self._forget)
        self._value = QLineEdit()
        self._value.setObjectName("erase_value")
        self._value.setAccessibleName(t("erasing.value"))
        self._value.textChanged.connect(self._forget)
        self._value.returnPressed.connect(self._on_looked)
        self._look = Button(t("erasing.look"), "", name="erase_look", icon="search")
        self._look.clicked.connect(self._on_looked)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for place, words in enumerate((t("erasing.column"), t("erasing.value"))):
            grid.addWidget(label(words, "muted", wrap=True), 0, place)
        for place, widget in enumerate((self._column, self._value, self._look)):
            grid.addWidget(widget, 1, place)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        return grid

    def _build_says(self) -> QHBoxLayout:
        self._icon = IconLabel("info", "soft")
        self._sentence = label("", name="erase_sentence", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._sentence, 1)
        return row

    def _build_confirmation(self) -> QWidget:
        self._confirmation = QWidget()
        self._again = QLineEdit()
        self._again.setObjectName("erase_again")
        self._again.setAccessibleName(t("erasing.again"))
        self._again.setPlaceholderText(t("erasing.again"))
        self._again.textChanged.connect(self._follow)
        self._erase = Button(t("erasing.erase"), "primary", name="erase_now", icon="trash-2", role="on_gold")
        self._erase.clicked.connect(self._on_erased)
        row = QHBoxLayout(self._confirmation)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._again, 1)
        row.addWidget(self._erase)
        return self._confirmation

    def _tell(self, sentence: str, icon: str) -> None:
        role = {"circle-check": "success", "triangle-alert": "warning"}.get(icon, "soft")
        self._icon.set_icon(icon, role)
        self._icon.setVisible(bool(sentence))
        self._sentence.setText(breakable(sentence))
        self._sentence.setVisible(bool(sentence))

    def _forget(self) -> None:
        """Take back what was found: it is of another value."""
        self._seen = None
        self._confirmation.hide()
        self._again.clear()
        self._tell("", "info")
        self._look.setEnabled(bool(self._value.text().strip()) and self._column.count() > 0)
        self._follow()

    def _follow(self) -> None:
        self._erase.setEnabled(self._seen is not None and self._again.text().strip() == self._seen[1])

    def _on_looked(self) -> None:
        if self._look.isEnabled():
            self.preview_requested.emit(self._column.currentText(), self._value.text().strip())

    def _on_erased(self) -> None:
        if self._seen is not None and self._erase.isEnabled():
            self.erase_requested.emit(*self._seen)


def _what_stays() -> QVBoxLayout:
    """Say before anything is done what it doesn't change."""
    column = QVBoxLayout()
    column.setSpacing(8)
    column.addWidget(label(t("erasing.stays_title"), "strong"))
    for icon, sentence in (
        ("list", t("erasing.changes")),
        ("ruler", t("erasing.stays")),
        ("folder-open", t("erasing.not_ours")),
    ):
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(IconLabel(icon, "soft"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(sentence, "soft", wrap=True), 1)
        column.addLayout(row)
    return column
