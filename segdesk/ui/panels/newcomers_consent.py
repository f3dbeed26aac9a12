"""What looks changed in a new file, one sentence each, and what the user says to it."""

from __future__ import annotations

import math
from collections.abc import Collection
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from segdesk.model.placement import (
    NOTHING_AGREED,
    ChangedUnit,
    Consent,
    Renamed,
    SchemaMatch,
    UnitChange,
)
from segdesk.text import figures, t
from segdesk.ui import theme
from segdesk.ui.panels.configure_parameters import read_number
from segdesk.ui.widgets.basics import Button, IconLabel, breakable, card, label
from segdesk.ui.widgets.note_row import note_row
from segdesk.ui.widgets.passed_focus import pass_focus
from segdesk.ui.widgets.quiet_combo import QuietCombo
from segdesk.ui.widgets.scrolling import VerticalScroll
from segdesk.words import wording
from segdesk.words.placement_documents import unit_figure

SHOWN_LEVELS = 5
CONTROL_WIDTH = 170
AS_IT_IS = 1.0
DATE_ORDER = "schema.date_order"
"""A note that dates stand the other way round than in the first file: worth a look beforehand."""


class Purpose(StrEnum):
    """What the columns are looked at for; it decides what a missing one means."""

    PLACE = "place"
    RERUN = "rerun"
    COMPARE = "compare"


def must_ask(match: SchemaMatch, used: Collection[str], said: Consent | None = None) -> bool:
    """Tell whether somebody should look at a match before it is used, or at what ``said`` left open."""
    proposals = any(not each.is_same_word for each in match.renamed)
    if said is not None:
        units = any(unit.column not in said.scales for unit in match.units)
        return proposals or units or bool(match.changed_kinds)
    is_poorer = any(column in used for column in match.missing)
    turned = any(note.code == DATE_ORDER for note in match.notes)
    return match.needs_consent or bool(match.changed_kinds) or is_poorer or turned


def follows(match: SchemaMatch, consent: Consent) -> bool:
    """Tell whether columns stand for each other as they were proposed, so that nothing new can come up."""
    proposed = {each.new: each.old for each in match.renamed if not each.is_same_word}
    return proposed == {new: old for new, old in consent.names.items() if new in proposed or old}


class ConsentCard(QFrame):
    """Each change as a sentence with its control.

    Signals: ``accepted(Consent)``; ``declined()``, another file is to be taken.
    """

    accepted = Signal(object)
    declined = Signal()

    def __init__(self, purpose: Purpose = Purpose.PLACE) -> None:
        super().__init__()
        self.setObjectName("consent_card")
        self.setProperty("look", "card")
        self._purpose = purpose
        self._match = SchemaMatch()
        self._used: Collection[str] | None = None
        self._said = NOTHING_AGREED
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
        self._other = Button("", name="consent_decline")
        self._go.clicked.connect(lambda: self.accepted.emit(self.consent))
        self._other.clicked.connect(self.declined)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self._other)
        foot.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        self._title = label("", "name", name="consent_title", wrap=True)
        self._line = label("", "soft", name="consent_line", wrap=True)
        column.addWidget(self._title)
        column.addWidget(self._line)
        column.addWidget(VerticalScroll(holder, name="consent_scroll"), 1)
        column.addLayout(foot)
        pass_focus(self, self._go)

    @property
    def consent(self) -> Consent:
        """What the controls say now: a proposed column that isn't taken stands for none."""
        chosen = {
            str(combo.currentData()): old for old, combo in self._columns.items() if combo.currentData()
        }
        proposed = [each.new for each in self._asked(self._match)]
        names = {new: "" for new in proposed if new not in chosen} | chosen
        scales = {column: float(combo.currentData()) for column, combo in self._factors.items()}
        rates = {column: _rate(field.text()) for column, field in self._rates.items()}
        told = scales | {column: rate for column, rate in rates.items() if rate is not None}
        return Consent(True, {**self._said.names, **names}, {**self._said.scales, **told})

    def show_match(
        self,
        match: SchemaMatch,
        *,
        used: Collection[str] | None = None,
        said: Consent = NOTHING_AGREED,
        purpose: Purpose | None = None,
    ) -> None:
        """Ask about another file.

        ``used`` are the columns that segments are made from, all where it isn't known; ``said`` is what was
        said of this file before, ``purpose`` another one than before.
        """
        self._match, self._used, self._said = match, used, said
        self._purpose = purpose or self._purpose
        self._title.setText(t(f"newcomers.title_{self._purpose}"))
        is_file = self._purpose is not Purpose.COMPARE
        self._line.setText(t("newcomers.consent_line") if is_file else t("newcomers.runs_line"))
        self._other.setText(t("newcomers.not_this_file") if is_file else t("newcomers.not_this_run"))
        self._columns, self._factors, self._rates = {}, {}, {}
        while (item := self._inside.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        questions = self._build_questions(match)
        if questions is not None:
            self._inside.addWidget(questions)
        sentences = self._sentences(match)
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
        asked = self._asked(match)
        free = (*(each.new for each in asked), *match.added)
        for each in asked:
            says = t("newcomers.renamed", old=each.old, new=each.new, score=wording.percent(each.score))
            if each.is_same_word:  # the user's own word
                says = self._missing_words(each.old, is_asked=True)
            self._add(grid, says, self._column_combo(each.old, free, each.new))
        for old in match.missing:
            if free:
                says = self._missing_words(old, is_asked=True)
                self._add(grid, says, self._column_combo(old, free, ""))
        for unit in match.units:
            if unit.column not in self._said.scales:
                self._add(grid, _unit_words(unit), self._unit_control(unit))
        return page if grid.count() else None

    def _asked(self, match: SchemaMatch) -> list[Renamed]:
        """Give what somebody should look at: proposals, and what was said of columns before."""
        return [each for each in match.renamed if not each.is_same_word or each.new in self._said.names]

    def _missing_words(self, column: str, *, is_asked: bool) -> str:
        """Say what it means that a column is missing, and that another one may stand for it."""
        if self._used is not None and column not in self._used:
            code = "newcomers.unused_asked" if is_asked else "newcomers.unused"
            return t(code, column=column)
        how = "rerun" if self._purpose is Purpose.RERUN else "typical"
        code = "newcomers.missing_asked" if is_asked else "newcomers.missing"
        return t(code, column=column, how=how)

    def _sentences(self, match: SchemaMatch) -> list[str]:
        """Say what needs no answer."""
        sentences = [wording.note_text(note) for note in match.notes]
        if not (match.added or self._asked(match)):
            sentences += [self._missing_words(column, is_asked=False) for column in match.missing]
        return sentences + told_anyway(match)

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
        combo.addItem(t("newcomers.multiply", factor=figures.exact(unit.factor)), unit.factor)
        combo.addItem(t("newcomers.as_it_is"), AS_IT_IS)
        self._factors[unit.column] = combo
        return combo

    def _follow(self) -> None:
        """Say what keeps one from going on, if anything does."""
        taken = [combo.currentData() for combo in self._columns.values() if combo.currentData()]
        twice = next((new for new in taken if taken.count(new) > 1), None)
        lacking = next((name for name, field in self._rates.items() if _rate(field.text()) is None), None)
        wrong = next((column for column in self._match.changed_kinds if self._is_as_examined(column)), None)
        hint = ""
        if wrong is not None:
            hint = t("newcomers.other_kind", column=wrong)
        elif twice is not None:
            hint = t("newcomers.twice", column=twice)
        elif lacking is not None:
            hint = t("newcomers.lacks_rate", column=lacking)
        self._hint.setText(breakable(hint))
        self._go.setEnabled(not hint)

    def _is_as_examined(self, column: str) -> bool:
        """Tell whether a column is still the one whose values were looked at."""
        combo = self._columns.get(column)
        seen = next((each.new for each in self._match.renamed if each.old == column), "")
        return combo is None or combo.currentData() == seen


def _rate(text: str) -> float | None:
    rate = read_number(text, is_whole=False)
    return rate if rate is not None and rate > 0 and math.isfinite(rate) else None


def _unit_words(unit: ChangedUnit) -> str:
    code = "newcomers.other_currency" if unit.kind is UnitChange.CURRENCY else "newcomers.other_unit"
    facts = {"before": unit_figure(unit.before), "now": unit_figure(unit.now)}
    return t(code, column=unit.column, **facts)


def told_anyway(match: SchemaMatch) -> list[str]:
    """Say what is new in a file and changes nothing."""
    sentences = []
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
