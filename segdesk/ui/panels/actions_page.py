"""The marketing actions: what is advised for which kind of segment, to be changed where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from segdesk.model.actions import OWN, Entry, EntryKind, OwnPersona, declared, free_code
from segdesk.model.portrait import Action
from segdesk.store.actions import LONGEST_ACTION
from segdesk.text import t
from segdesk.ui.panels.persona_editor import PersonaEditor
from segdesk.ui.widgets.basics import Button, card, label
from segdesk.ui.widgets.line import Line
from segdesk.words import portrait_wording

GAP = 14
MARGINS = (18, 14, 18, 14)
ENTRIES_SHARE, ACTIONS_SHARE = 2, 3


class _Actions(QListWidget):
    """Lines that F2, Enter or a double click change and Del removes.

    Signals: ``removed(int row)``.
    """

    removed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if self.state() == QAbstractItemView.State.EditingState or item is None:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit(self.currentRow())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.editItem(item)
        else:
            super().keyPressEvent(event)


class ActionsPage(QWidget):
    """Kinds of segments on the left; the actions of the one that is chosen on the right.

    It shows what it is told, and a change only once it is told so.

    Signals: ``actions_changed(str entry, tuple[Action, ...])``, these are to stand in the place of the
    entry's; ``reset_requested(str entry)``, its own are to come back; ``persona_changed(OwnPersona)``, the
    user's kind of customer of that code is to be so; ``persona_removed(str code)``; ``back_requested()``.
    """

    actions_changed = Signal(str, object)
    reset_requested = Signal(str)
    persona_changed = Signal(object)
    persona_removed = Signal(str)
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("actions_page")
        self._personas: tuple[OwnPersona, ...] = ()
        self._entries = declared()
        self._own: dict[str, tuple[Action, ...]] = {}
        self._shown: tuple[Action, ...] = ()
        self._made = ""  # the code of a persona that was asked for and isn't there yet
        self._build_entries()
        self._build_actions()
        self._lay_out()
        self.show_actions({})

    @property
    def entry(self) -> str:
        """The entry whose actions are shown."""
        return self._entries[max(self._list.currentRow(), 0)].code

    def show_actions(
        self, own: Mapping[str, tuple[Action, ...]], personas: Sequence[OwnPersona] = ()
    ) -> None:
        """Show the declared actions, with the user's ``own`` in the place of some entries'.

        Their ``personas`` come first. What was chosen stays so; where it has gone, its neighbour is.
        """
        row, chosen = max(self._list.currentRow(), 0), self.entry
        known = {persona.code for persona in self._personas}
        self._own, self._personas = dict(own), tuple(personas)
        self._entries = (*(persona.entry for persona in personas), *declared())
        self._list.blockSignals(True)
        self._list.clear()
        for entry in self._entries:
            name = self._name_of(entry.code)
            is_changed = entry.code in own and not entry.code.startswith(OWN)
            self._list.addItem(t("actions_page.changed", name=name) if is_changed else name)
        codes = [entry.code for entry in self._entries]
        new = [code for code in codes if code == self._made and code not in known]
        kept = codes.index(chosen) if chosen in codes else min(row, len(codes) - 1)
        self._list.setCurrentRow(codes.index(new[0]) if new else kept)
        self._list.blockSignals(False)
        self._follow()
        if new:
            self._made = ""
            self._editor.start_naming()

    def choose(self, entry: str) -> None:
        """Show this entry's actions; the last entry's, for any other segment, where it isn't known."""
        codes = [each.code for each in self._entries]
        self._list.setCurrentRow(codes.index(entry) if entry in codes else len(codes) - 1)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        entry = self._entries[max(self._list.currentRow(), 0)]
        self._shown = self._own.get(entry.code, tuple(Action(each.code) for each in entry.actions))
        row = self._actions.currentRow()
        self._actions.blockSignals(True)
        self._actions.clear()
        for action in self._shown:
            item = QListWidgetItem(portrait_wording.action_text(action))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self._actions.addItem(item)
        self._actions.setCurrentRow(min(row, len(self._shown) - 1))
        self._actions.blockSignals(False)
        name = self._name_of(entry.code)
        persona = self._persona(entry.code)
        self._editor.setVisible(persona is not None)
        self._title.setVisible(persona is None)
        self._reset.setVisible(persona is None)
        if persona is not None:
            self._editor.show_persona(persona)
        self._title.setText(name)
        self._actions.setAccessibleName(t("actions_page.actions_of", name=name))
        self._when.setText(t("actions_page.when_own") if persona is not None else _when(entry))
        self._empty.setVisible(not self._shown)
        self._reset.setEnabled(entry.code in self._own)
        self._follow_row()

    def _follow_row(self) -> None:
        self._remove.setEnabled(self._actions.currentRow() >= 0)

    def _persona(self, code: str) -> OwnPersona | None:
        return next((persona for persona in self._personas if persona.code == code), None)

    def _name_of(self, code: str) -> str:
        persona = self._persona(code)
        return portrait_wording.persona_name(code, persona.name if persona is not None else "")

    def _on_new_persona(self) -> None:
        taken = {persona.name.casefold() for persona in self._personas}
        numbers = range(1, len(taken) + 2)
        names = (t("actions_page.new_persona_name", number=str(number)) for number in numbers)
        name = next(name for name in names if name.casefold() not in taken)
        self._made = free_code(self._personas)
        self.persona_changed.emit(OwnPersona(self._made, name))

    def _change(self, actions: tuple[Action, ...]) -> None:
        self.actions_changed.emit(self.entry, actions)

    def _on_edited(self, item: QListWidgetItem) -> None:
        row, text = self._actions.row(item), " ".join(item.text().split())[:LONGEST_ACTION]
        before = self._shown[row]
        if text == portrait_wording.action_text(before):
            return
        changed = (*self._shown[:row], Action(text=text), *self._shown[row + 1 :])
        # Later: the list still holds the line's editor, and mustn't be filled anew under it. A line without
        # words is no action; it stays as it was.
        QTimer.singleShot(0, self, lambda: self._change(changed) if text else self._follow())

    def _on_removed(self) -> None:
        row = self._actions.currentRow()
        if row >= 0:
            self._change((*self._shown[:row], *self._shown[row + 1 :]))

    def _on_added(self) -> None:
        text = " ".join(self._new.text().split())
        if text:
            self._new.setText("")  # unlike clear(), it leaves nothing for Ctrl+Z to bring back
            self._change((*self._shown, Action(text=text)))

    # Parts

    def _build_entries(self) -> None:
        self._list = QListWidget()
        self._list.setObjectName("actions_entries")
        self._list.setProperty("look", "plain")
        self._list.setAccessibleName(t("actions_page.entries"))
        self._list.currentRowChanged.connect(lambda _row: self._follow())

        self._make = Button(
            t("actions_page.new_persona"), "pill", name="new_persona", icon="tags", role="soft", size=14
        )
        self._make.clicked.connect(self._on_new_persona)

    def _build_actions(self) -> None:
        self._editor = PersonaEditor()
        self._editor.changed.connect(self.persona_changed)
        self._editor.removed.connect(self.persona_removed)
        self._title = label("", "name", name="actions_title", wrap=True)
        self._when = label("", "muted", name="actions_when", wrap=True)
        self._empty = label(t("actions_page.empty"), "muted", name="actions_empty", wrap=True)
        self._actions = _Actions()
        self._actions.setObjectName("actions_list")
        self._actions.setProperty("look", "plain")
        self._actions.setWordWrap(True)
        self._actions.setToolTip(t("actions_page.keys"))
        self._actions.itemChanged.connect(self._on_edited)
        self._actions.removed.connect(self._on_removed)
        self._actions.currentRowChanged.connect(lambda _row: self._follow_row())
        self._add = Button(t("actions_page.add"), name="add_action", icon="check", size=14)
        self._add.setEnabled(False)
        self._add.clicked.connect(self._on_added)
        self._new = Line()
        self._new.setObjectName("new_action")
        self._new.setAccessibleName(t("actions_page.new"))
        self._new.setPlaceholderText(t("actions_page.new"))
        self._new.setMaxLength(LONGEST_ACTION)
        self._new.returnPressed.connect(self._on_added)
        self._new.textChanged.connect(lambda text: self._add.setEnabled(bool(text.strip())))
        self._remove = Button(
            t("actions_page.remove"), "pill", name="remove_action", icon="trash-2", role="soft", size=14
        )
        self._remove.clicked.connect(self._on_removed)
        self._reset = Button(
            t("actions_page.reset"), "pill", name="reset_actions", icon="history", role="soft", size=14
        )
        self._reset.clicked.connect(lambda: self.reset_requested.emit(self.entry))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        back = Button(
            t("actions_page.back"), "pill", name="actions_back", icon="arrow-left", role="soft", size=14
        )
        back.clicked.connect(self.back_requested)
        head.addWidget(back)
        head.addWidget(label(t("actions_page.title"), "title"), 1)
        left, right = card(name="entries_card"), card(name="actions_card")
        entries = QVBoxLayout(left)
        entries.setContentsMargins(*MARGINS)
        entries.setSpacing(10)
        entries.addWidget(self._list, 1)
        entries.addWidget(self._make)
        actions = QVBoxLayout(right)
        actions.setContentsMargins(*MARGINS)
        actions.setSpacing(8)
        for widget in (self._title, self._editor, self._when, self._empty):
            actions.addWidget(widget)
        actions.addWidget(self._actions, 1)
        adding, changing = QHBoxLayout(), QHBoxLayout()
        adding.setSpacing(8)
        adding.addWidget(self._new, 1)
        adding.addWidget(self._add)
        changing.setSpacing(8)
        changing.addWidget(self._remove)
        changing.addWidget(self._reset)
        changing.addStretch(1)
        actions.addLayout(adding)
        actions.addLayout(changing)
        halves = QHBoxLayout()
        halves.setSpacing(GAP)
        halves.addWidget(left, ENTRIES_SHARE)
        halves.addWidget(right, ACTIONS_SHARE)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(label(t("actions_page.intro"), "soft", wrap=True))
        column.addLayout(halves, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)


def _when(entry: Entry) -> str:
    """Say which segments an entry is for."""
    match entry.kind:
        case EntryKind.PERSONA:
            return t("actions_page.when_persona")
        case EntryKind.RFM:
            return t("actions_page.when_rfm")
        case EntryKind.TRAIT:
            return t("actions_page.when_trait")
        case EntryKind.OTHER:
            return t("actions_page.when_other")
