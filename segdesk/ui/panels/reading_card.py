"""How the file was read, what was only guessed, and the choice of something else in the same place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from segdesk.model.reading import Dialect, Guess, Reading, ReadingChoices
from segdesk.model.roles import ColumnSummary, Kind
from segdesk.text import t
from segdesk.ui.widgets.basics import breakable, label
from segdesk.ui.widgets.toggle import Toggle

FEWEST_LETTERS = 8
ENCODINGS = ("utf-8", "utf-16", "cp1252", "iso-8859-15", "cp1250", "cp1251")
DELIMITERS = (",", ";", "\t", "|")
HEADER_ROWS = tuple(range(6))

_OPTIONS: dict[str, tuple[object, ...]] = {
    "encoding": ENCODINGS,
    "delimiter": DELIMITERS,
    "decimal": (".", ","),
    "thousands": ("", ",", ".", " ", "'"),
    "dayfirst": (True, False),
    "header_row": HEADER_ROWS,
}
"""What a file of text can be read as; a spreadsheet has only its sheets and a header row."""

_IN_SPREADSHEETS = ("sheet", "header_row")

_DATE = re.compile(r"\s*(\d{4}([-/.])\d{1,2}\2\d{1,2}|\d{1,2}([-/.])\d{1,2}\3\d{4})(?![\d\-/.])")

_WORDS = {
    ",": "comma",
    ";": "semicolon",
    "\t": "tab",
    "|": "bar",
    ".": "point",
    " ": "space",
    "'": "apostrophe",
}


class ReadingCard(QFrame):
    """One line for each thing that was found out about the file.

    Signals: ``choices_changed(ReadingChoices)``, the file should be read again so.
    """

    choices_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("reading_card")
        self.setProperty("look", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(label(t("reading.title"), "strong"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column.addLayout(self._rows)
        self._choices = ReadingChoices()

    def show_reading(self, reading: Reading | None, columns: Sequence[ColumnSummary] = ()) -> None:
        """Show how a dataset's file was read, and its dates; hidden where that isn't known."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        dialect = reading.dialect if reading is not None else None
        self.setVisible(dialect is not None)
        if reading is None or dialect is None:
            return
        self._choices = reading.choices
        guesses = {guess.field: guess for guess in dialect.guesses}
        for field in _fields(dialect):
            self._rows.addWidget(self._row(field, getattr(dialect, field), dialect, guesses.get(field)))
        unknown = self._switch("unknown", t("reading.unknown_is_missing"), reading.choices.unknown_is_missing)
        unknown.toggled.connect(lambda is_on: self._change(unknown_is_missing=is_on))
        for number, name in enumerate(date_like(columns, reading.choices)):
            is_ethiopian = name in reading.choices.ethiopian_dates
            says = t("reading.ethiopian", column=name)
            calendar = self._switch(f"ethiopian_{number}", says, is_ethiopian)
            calendar.toggled.connect(lambda is_on, name=name: self._on_calendar(name, is_on))

    def _switch(self, name: str, says: str, is_on: bool) -> Toggle:
        result = QWidget()
        row = QHBoxLayout(result)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(label(breakable(says), "soft", wrap=True), 1)
        switch = Toggle(name=f"reading_{name}", says=says)
        switch.setChecked(is_on)
        row.addWidget(switch, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(result)
        return switch

    def _on_calendar(self, name: str, is_ethiopian: bool) -> None:
        others = tuple(column for column in self._choices.ethiopian_dates if column != name)
        self._change(ethiopian_dates=(*others, name) if is_ethiopian else others)

    def _row(self, field: str, value: object, dialect: Dialect, guess: Guess | None) -> QWidget:
        result = QWidget()
        grid = QGridLayout(result)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(t(f"reading.field_{field}"), "soft"))
        if guess is not None and getattr(self._choices, field) is None:
            pill = label(t("reading.guessed"), "pill_gold", name=f"guessed_{field}")
            pill.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
            head.addWidget(pill, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        grid.addLayout(head, 0, 0)
        grid.addWidget(self._box(field, value, dialect), 0, 1)
        if guess is not None and guess.examples:
            said = t("reading.examples", examples=" · ".join(f"{a} → {b}" for a, b in guess.examples))
            grid.addWidget(label(said, "muted", name=f"examples_{field}", wrap=True), 1, 0, 1, 2)
        return result

    def _box(self, field: str, value: object, dialect: Dialect) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"reading_{field}")
        box.setAccessibleName(t(f"reading.field_{field}"))
        # As wide as the card leaves it, not as its longest choice.
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(FEWEST_LETTERS)
        options = list(dialect.sheets if field == "sheet" else _OPTIONS[field])
        if value not in options:
            options.insert(0, value)
        for option in options:
            box.addItem(_in_words(field, option), option)
        box.setCurrentIndex(options.index(value))
        box.activated.connect(lambda position: self._on_chosen(field, options[position], value))
        return box

    def _on_chosen(self, field: str, option: Any, before: object) -> None:
        if option != before:
            self._change(**{field: option})

    def _change(self, **said: Any) -> None:
        # What was tidied, and which columns tell of sales, was said of a table that may be another one now.
        fresh = ReadingChoices()
        self.choices_changed.emit(replace(self._choices, changes=fresh.changes, sales=fresh.sales, **said))


def date_like(columns: Sequence[ColumnSummary], choices: ReadingChoices) -> tuple[str, ...]:
    """Name the columns that hold dates, or what looks like dates of another calendar: 30-13-2015."""
    return tuple(
        column.name
        for column in columns
        if column.kind is Kind.DATE
        or column.name in choices.ethiopian_dates
        or (
            column.kind is Kind.TEXT
            and bool(column.examples)
            and all(_DATE.match(example) for example in column.examples)
        )
    )


def _fields(dialect: Dialect) -> tuple[str, ...]:
    if dialect.sheets:
        return _IN_SPREADSHEETS
    # Only what this file has: no order of days in a file without dates.
    return tuple(field for field in _OPTIONS if field != "dayfirst" or dialect.dayfirst is not None)


def _in_words(field: str, option: object) -> str:
    match field, option:
        case "dayfirst", bool(first):
            return t("reading.dayfirst") if first else t("reading.monthfirst")
        case "header_row", int(row):
            return t("reading.header_row", row=str(row)) if row else t("reading.no_header")
        case (("delimiter" | "decimal" | "thousands"), str(mark)):
            if not mark:
                return t("reading.nothing")
            return t(f"reading.mark_{_WORDS[mark]}") if mark in _WORDS else repr(mark)
    return str(option)
