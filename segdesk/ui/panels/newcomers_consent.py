"""What looks changed in a new file, one sentence each, and what the user says to it."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from segdesk.model.placement import ChangedUnit, Consent, SchemaMatch, UnitChange
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.panels.configure_parameters import read_number
from segdesk.ui.widgets.basics import Button, IconLabel, breakable, card, label
from segdesk.ui.widgets.note_row import note_row
from segdesk.ui.widgets.quiet_combo import QuietCombo
from segdesk.ui.widgets.scrolling import VerticalScroll
from segdesk.words import wording

SHOWN_LEVELS = 5
CONTROL_WIDTH = 170
AS_IT_IS = 1.0


class ConsentCard(QFrame):
    """Each change as a sentence with its control.

    Signals: ``accepted(Consent)``; ``declined()``, another file is to be taken.
    """

    accepted = Signal(object)
    declined = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("consent_card")
        self.setProperty("look", "card")
        self._match = SchemaMatch()
        self._columns: dict[str, QuietCombo] = {}
        self._factors: dict[str, QuietCombo] = {}
        self._rates: dict[str, QLineEdit] = {}
        self._inside = QVBoxLayout()
        self._inside.setSpacing(14)
        holder = QWidget()
        holder.setLayout(self._inside)
        self._inside.setContentsMargins(0, 0, 8, 0)
        self._hint = label("", "warning", name="consent_hint", wrap=True)
        self._go = Button(
            t("newcomers.go_on"), "primary", name="consent_go_on", icon="arrow-right", role="on_gold"
        )
        other = Button(t("newcomers.not_this_file"), "", name="consent_decline")
        self._go.clicked.connect(lambda: self.accepted.emit(self.consent))
        other.clicked.connect(self.declined)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._hint, 1)
        foot.addWidget(other)
        foot.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(t("newcomers.consent_title"), "name", wrap=True))
        column.addWidget(label(t("newcomers.consent_line"), "soft", wrap=True))
        column.addWidget(VerticalScroll(holder, name="consent_scroll"), 1)
        column.addLayout(foot)
        self.setFocusProxy(self._go)

    @property
    def consent(self) -> Consent:
        """What the controls say now: a proposed column that isn't taken stands for none."""
        chosen = {
            str(combo.currentData()): old for old, combo in self._columns.items() if combo.currentData()
        }
        proposed = [each.new for each in self._match.renamed if not each.is_same_word]
        names = {new: "" for new in proposed if new not in chosen} | chosen
        scales = {column: float(combo.currentData()) for column, combo in self._factors.items()}
        rates = {column: _rate(field.text()) for column, field in self._rates.items()}
        return Consent(
            True, names, scales | {column: rate for column, rate in rates.items() if rate is not None}
        )

    def show_match(self, match: SchemaMatch) -> None:
        """Ask about another file."""
        self._match = match
        self._columns, self._factors, self._rates = {}, {}, {}
        while (item := self._inside.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        questions = self._build_questions(match)
        if questions is not None:
            self._inside.addWidget(questions)
        sentences = _sentences(match)
        if sentences:
            self._inside.addWidget(_listed(sentences))
        self._inside.addStretch(1)
        self._follow()

    def _build_questions(self, match: SchemaMatch) -> QWidget | None:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 1)
        asked = [each for each in match.renamed if not each.is_same_word]
        free = (*(each.new for each in asked), *match.added)
        for each in asked:
            says = t("newcomers.renamed", old=each.old, new=each.new, score=wording.percent(each.score))
            self._add(grid, says, self._column_combo(each.old, free, each.new))
        for old in match.missing:
            if free:
                self._add(grid, t("newcomers.missing_asked", column=old), self._column_combo(old, free, ""))
        for unit in match.units:
            self._add(grid, _unit_words(unit), self._unit_control(unit))
        return page if grid.count() else None

    def _add(self, grid: QGridLayout, says: str, control: QWidget) -> None:
        row = grid.rowCount()
        control.setAccessibleDescription(says)
        control.setMinimumWidth(CONTROL_WIDTH)
        grid.addWidget(label(breakable(says), wrap=True), row, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(control, row, 1, Qt.AlignmentFlag.AlignVCenter)

    def _column_combo(self, old: str, free: tuple[str, ...], proposed: str) -> QuietCombo:
        combo = QuietCombo(name=f"consent_column_{old}", says=t("newcomers.which_column", column=old))
        combo.addItem(t("newcomers.not_there"), "")
        for new in free:
            combo.addItem(new, new)
        combo.setCurrentIndex(max(0, combo.findData(proposed)))
        combo.currentIndexChanged.connect(self._follow)
        self._columns[old] = combo
        return combo

    def _unit_control(self, unit: ChangedUnit) -> QWidget:
        if not unit.factor:
            field = QLineEdit()
            field.setObjectName(f"consent_rate_{unit.column}")
            field.setAccessibleName(t("newcomers.which_rate", column=unit.column))
            field.setPlaceholderText(t("newcomers.rate", before=unit.before, now=unit.now))
            field.textChanged.connect(self._follow)
            self._rates[unit.column] = field
            return field
        combo = QuietCombo(
            name=f"consent_factor_{unit.column}", says=t("newcomers.which_factor", column=unit.column)
        )
        combo.addItem(t("newcomers.multiply", factor=f"{unit.factor:,.10g}"), unit.factor)
        combo.addItem(t("newcomers.as_it_is"), AS_IT_IS)
        self._factors[unit.column] = combo
        return combo

    def _follow(self) -> None:
        """Say what keeps one from going on, if anything does."""
        taken = [combo.currentData() for combo in self._columns.values() if combo.currentData()]
        twice = next((new for new in taken if taken.count(new) > 1), None)
        lacking = next((name for name, field in self._rates.items() if _rate(field.text()) is None), None)
        hint = ""
        if self._match.changed_kinds:
            hint = t("newcomers.other_kind", column=self._match.changed_kinds[0])
        elif twice is not None:
            hint = t("newcomers.twice", column=twice)
        elif lacking is not None:
            hint = t("newcomers.lacks_rate", column=lacking)
        self._hint.setText(breakable(hint))
        self._go.setEnabled(not hint)


def _rate(text: str) -> float | None:
    rate = read_number(text, is_whole=False)
    return rate if rate is not None and rate > 0 and math.isfinite(rate) else None


def _unit_words(unit: ChangedUnit) -> str:
    code = "newcomers.other_currency" if unit.kind is UnitChange.CURRENCY else "newcomers.other_unit"
    return t(code, column=unit.column, before=unit.before, now=unit.now)


def _sentences(match: SchemaMatch) -> list[str]:
    """Say what needs no answer."""
    asks_for_missing = bool(match.added) or any(not each.is_same_word for each in match.renamed)
    sentences = [wording.note_text(note) for note in match.notes]
    if not asks_for_missing:
        sentences += [t("newcomers.missing", column=column) for column in match.missing]
    for fresh in match.new_levels:
        listed = ", ".join(fresh.levels[:SHOWN_LEVELS])
        sentences.append(t("newcomers.new_levels", column=fresh.column, levels=listed, customers=fresh.rows))
    if match.added:
        sentences.append(t("newcomers.added", count=len(match.added), columns=", ".join(match.added)))
    return sentences


def _listed(sentences: list[str]) -> QWidget:
    frame = card("plain", name="consent_notes")
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(label(t("newcomers.also"), "strong"))
    for number, sentence in enumerate(sentences):
        icon = IconLabel("info", "soft", theme.TEXT_PX + 3)
        column.addWidget(note_row(breakable(sentence), f"consent_note_{number}", icon))
    return frame
