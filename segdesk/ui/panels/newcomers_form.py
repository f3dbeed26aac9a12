"""One new customer, typed in: a field for each column that segments are made from."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from segdesk.charts.palette import segment_role
from segdesk.model.placement import UNLIKE, PlacedOne
from segdesk.model.profile import CategoryProfile, ColumnProfile, MeasureProfile, ProfileTable
from segdesk.model.roles import Kind
from segdesk.text import t
from segdesk.ui.panels.configure_parameters import read_number
from segdesk.ui.plots.painting import dot
from segdesk.ui.widgets.basics import Button, breakable, label
from segdesk.ui.widgets.quiet_combo import QuietCombo
from segdesk.ui.widgets.scrolling import VerticalScroll
from segdesk.words import wording

DOT = 12
_MINUS = re.compile(r"\s*[-−]\s*")


class OneForm(QFrame):
    """A customer's values, and where they put the customer.

    Signals: ``one_requested(dict)``, a value by column: a float, a word, a date as ISO text; what isn't
    known is absent.
    """

    one_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("one_form")
        self.setProperty("look", "card")
        self._columns: tuple[ColumnProfile, ...] = ()
        self._fields: dict[str, QLineEdit | QuietCombo] = {}
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 8, 0)
        holder = QWidget()
        holder.setLayout(self._place)
        self._hint = label("", "warning", name="one_hint", wrap=True)
        self._ask = Button(t("newcomers.one_ask"), "primary", name="one_ask", icon="search", role="on_gold")
        self._ask.clicked.connect(self._on_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 14, 16)
        column.setSpacing(10)
        column.addWidget(label(t("newcomers.one_title"), "name", wrap=True))
        self._line = label(t("newcomers.one_line"), "soft", name="one_line", wrap=True)
        column.addWidget(self._line)
        column.addWidget(VerticalScroll(holder, name="one_scroll"), 1)
        column.addWidget(self._hint)
        column.addWidget(self._ask, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._build_answer())
        self.show_fields(None, ())

    def show_fields(self, table: ProfileTable | None, used: Collection[str]) -> None:
        """Make fields for the columns used, the most telling first; None while they aren't known."""
        self._columns = () if table is None else tuple(c for c in table.columns if c.name in set(used))
        while (item := self._place.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._fields = {}
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for row, column in enumerate(self._columns):
            field = self._field(column)
            self._fields[column.name] = field
            words = label(breakable(wording.column_words(column.name)), "soft", wrap=True)
            words.setBuddy(field)
            grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, row, 1)
        self._place.addWidget(page)
        self._place.addStretch(1)
        self._answer.hide()
        self._follow()

    def show_one(self, placed: PlacedOne, names: tuple[str, ...], colours: tuple[int, ...] = ()) -> None:
        """Say where the customer goes."""
        is_unlike = placed.segment == UNLIKE
        self._where.setText(breakable(t("place.unlike") if is_unlike else names[placed.segment]))
        sure = wording.percent(placed.confidence)
        nearest = names[placed.nearest] if placed.nearest >= 0 else ""
        sentences = []
        if is_unlike and nearest:
            sentences.append(t("newcomers.one_nearest", name=nearest))
        elif not is_unlike:
            sentences.append(t("newcomers.one_sure", sure=sure))
        if placed.second >= 0:
            sentences.append(t("newcomers.one_second", name=names[placed.second]))
        self._how.setText(breakable(" ".join(sentences)))
        role = segment_role(placed.segment, colours)
        self._dot.setPixmap(dot(role, DOT, self.devicePixelRatioF()))
        gaps = [wording.note_text(note) for note in placed.gaps if note.code != "place.absent"]
        absent = sum(note.code == "place.absent" for note in placed.gaps)
        if absent:
            gaps.append(t("newcomers.one_absent", count=absent))
        self._gaps.setText(breakable(" ".join(gaps)))
        self._gaps.setVisible(bool(gaps))
        self._say("")
        self._answer.show()
        self._answer.setAccessibleName(f"{self._where.text()}. {self._how.text()}")

    def show_failure(self, sentence: str) -> None:
        """Say why there is no answer."""
        self._answer.hide()
        self._say(sentence)

    def _build_answer(self) -> QFrame:
        self._answer = QFrame()
        self._answer.setObjectName("one_answer")
        self._dot = QLabel()
        self._dot.setFixedSize(DOT, DOT)
        self._where = label("", "name", name="one_where", wrap=True)
        self._how = label("", "soft", name="one_how", wrap=True)
        self._gaps = label("", "muted", name="one_gaps", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._dot, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._where, 1)
        column = QVBoxLayout(self._answer)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._how)
        column.addWidget(self._gaps)
        return self._answer

    def _field(self, column: ColumnProfile) -> QLineEdit | QuietCombo:
        says = wording.column_words(column.name)
        if isinstance(column, CategoryProfile):
            combo = QuietCombo(name=f"one_{column.name}", says=says)
            combo.addItem(t("newcomers.dont_know"), "")
            for level in column.levels:
                combo.addItem(level, level)
            # Only the commonest are listed; a rarer one can be typed.
            combo.setEditable(column.has_rest)
            combo.currentTextChanged.connect(self._follow)
            return combo
        field = QLineEdit()
        field.setObjectName(f"one_{column.name}")
        field.setAccessibleName(says)
        field.setPlaceholderText(_range(column))
        field.setToolTip(_range(column))
        field.textChanged.connect(self._follow)
        field.returnPressed.connect(self._on_asked)
        return field

    def _value(self, column: ColumnProfile) -> str | float | None:
        """Read a field; None where it is empty.

        Raises
        ------
        ValueError
            It holds neither a number nor a date, where it should.
        """
        field = self._fields[column.name]
        if isinstance(field, QuietCombo):
            typed = field.currentText().strip()
            return None if typed == t("newcomers.dont_know") else typed or None
        text = field.text().strip()
        if not text:
            return None
        if isinstance(column, MeasureProfile) and column.kind is Kind.DATE:
            if not QDate.fromString(text, Qt.DateFormat.ISODate).isValid():
                raise ValueError
            return text
        sign = _MINUS.match(text)
        number = read_number(text[sign.end() :] if sign else text, is_whole=False)
        if number is None:
            raise ValueError
        return -number if sign else number

    def _read(self) -> tuple[dict[str, str | float], str]:
        """Give what was typed, and the first column that can't be read."""
        values: dict[str, str | float] = {}
        wrong = ""
        for column in self._columns:
            try:
                value = self._value(column)
            except ValueError:
                wrong = wrong or column.name
                continue
            if value is not None:
                values[column.name] = value
        return values, wrong

    def _follow(self) -> None:
        """Say what keeps one from asking; an answer to other values is gone."""
        values, wrong = self._read()
        self._answer.hide()
        hint = ""
        if wrong:
            column = next(each for each in self._columns if each.name == wrong)
            is_date = isinstance(column, MeasureProfile) and column.kind is Kind.DATE
            words = wording.column_words(wrong)
            hint = t("newcomers.no_date" if is_date else "newcomers.no_number", column=words)
        self._say(hint)
        self._ask.setEnabled(bool(values) and not wrong)

    def _say(self, hint: str) -> None:
        self._hint.setText(breakable(hint))
        self._hint.setVisible(bool(hint))

    def _on_asked(self) -> None:
        if self._ask.isEnabled():
            self.one_requested.emit(self._read()[0])


def _range(column: MeasureProfile) -> str:
    ends = (column.low, column.high)
    if column.kind is Kind.DATE:  # written as it is to be typed
        low, high = (f"{wording.EPOCH + timedelta(days=value):%Y-%m-%d}" for value in ends)
    else:
        low, high = (wording.measure(column.name, column.kind, value) for value in ends)
    return t("newcomers.range", low=low, high=high)
