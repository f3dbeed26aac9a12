"""What a user's own kind of customer is called, and by what SegDesk knows it."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from segdesk.model.actions import MOST_SIGNS, OwnPersona, Sign, Standing
from segdesk.model.aspects import Aspect
from segdesk.store.actions import LONGEST_NAME
from segdesk.text import t
from segdesk.ui.widgets.basics import Button, label
from segdesk.ui.widgets.line import Line
from segdesk.ui.widgets.quiet_combo import QuietCombo
from segdesk.words import portrait_wording


class PersonaEditor(QWidget):
    """A line for the name, and a row for each sign: what it speaks of, and where that stands.

    It shows what it is told, and a change only once it is told so.

    Signals: ``changed(OwnPersona)``, it is to be so; ``removed(str code)``.
    """

    changed = Signal(object)
    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("persona_editor")
        self._persona = OwnPersona("", "")
        self._name = Line()
        self._name.setObjectName("persona_name")
        self._name.setAccessibleName(t("actions_page.persona_name"))
        self._name.setMaxLength(LONGEST_NAME)
        self._name.editingFinished.connect(self._on_named)
        self._rows = QWidget()
        self._column = QVBoxLayout(self)
        self._hint = label("", "muted", name="persona_hint", wrap=True)
        self._add = self._button("add_sign", "check")
        self._add.clicked.connect(self._on_added)
        self._remove = self._button("remove_persona", "trash-2")
        self._remove.clicked.connect(lambda: self.removed.emit(self._persona.code))
        self._lay_out()

    def show_persona(self, persona: OwnPersona) -> None:
        """Show another persona, or another state of it."""
        self._persona = persona
        self._name.setText(persona.name)
        self._hint.setText(t("actions_page.signs_some" if persona.signs else "actions_page.signs_none"))
        self._add.setEnabled(len(persona.signs) < MOST_SIGNS)
        self._fill()

    def start_naming(self) -> None:
        """Let the user type the name at once."""
        self._name.setFocus()
        self._name.selectAll()

    def _fill(self) -> None:
        """Make the rows anew, and give the keyboard back to where it was among them."""
        focused = QApplication.focusWidget()
        held = focused.objectName() if focused and self._rows.isAncestorOf(focused) else ""
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        for number in range(len(self._persona.signs)):
            for column, widget in enumerate(self._row(number)):
                grid.addWidget(widget, number, column)
        self._column.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows
        if held:
            again = cast("QWidget | None", rows.findChild(QWidget, held))
            (again or self._add).setFocus()

    def _row(self, number: int) -> tuple[QWidget, QWidget, QWidget]:
        sign = self._persona.signs[number]
        taken = {each.aspect for each in self._persona.signs} - {sign.aspect}
        aspects = [aspect for aspect in Aspect if aspect not in taken]
        names = [_capital(portrait_wording.aspect_name(aspect)) for aspect in aspects]
        what = _box(f"sign_aspect_{number}", t("actions_page.sign_aspect"), names, aspects.index(sign.aspect))
        standings = list(Standing)
        words = [portrait_wording.standing_name(standing) for standing in standings]
        where = _box(
            f"sign_standing_{number}", t("actions_page.sign_standing"), words, standings.index(sign.standing)
        )
        what.activated.connect(lambda i: self._put(number, Sign(aspects[i], sign.standing)))
        where.activated.connect(lambda i: self._put(number, Sign(sign.aspect, standings[i])))
        says = t("actions_page.remove_sign")
        away = Button(look="icon", name=f"remove_sign_{number}", icon="x", says=says, size=14)
        away.clicked.connect(lambda: self._put(number, None))
        return what, where, away

    def _put(self, number: int, sign: Sign | None) -> None:
        signs = list(self._persona.signs)
        signs[number : number + 1] = [] if sign is None else [sign]
        self._change(replace(self._persona, signs=tuple(signs)))

    def _on_added(self) -> None:
        taken = {sign.aspect for sign in self._persona.signs}
        free = next(aspect for aspect in (Aspect.SPEND, Aspect.VISITS, *Aspect) if aspect not in taken)
        signs = (*self._persona.signs, Sign(free, Standing.HIGH))
        self._change(replace(self._persona, signs=signs))

    def _on_named(self) -> None:
        name = " ".join(self._name.text().split())
        if not name:
            self._name.setText(self._persona.name)
        elif name != self._persona.name:
            self._change(replace(self._persona, name=name))

    def _change(self, persona: OwnPersona) -> None:
        # Later: the box or line that was used is still at work, and mustn't be replaced under its own hands.
        if persona != self._persona:
            QTimer.singleShot(0, self, lambda: self.changed.emit(persona))

    def _button(self, name: str, icon: str) -> Button:
        return Button(t(f"actions_page.{name}"), "pill", name=name, icon=icon, role="soft", size=14)

    def _lay_out(self) -> None:
        name = QHBoxLayout()
        name.setSpacing(8)
        words = label(t("actions_page.persona_name"), "soft")
        words.setBuddy(self._name)
        name.addWidget(words)
        name.addWidget(self._name, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._add)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        column = self._column
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(8)
        column.addLayout(name)
        column.addWidget(self._hint)
        column.addWidget(self._rows)
        column.addLayout(buttons)


def _box(name: str, says: str, words: list[str], chosen: int) -> QComboBox:
    box = QuietCombo(name=name, says=says)
    box.addItems(words)
    box.setCurrentIndex(chosen)
    return box


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
