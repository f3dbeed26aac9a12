"""The marketing actions: what is advised for which kind of segment, to be changed where it stands."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from segdesk.model.actions import Entry, EntryKind, declared
from segdesk.model.portrait import Action
from segdesk.store.actions import LONGEST_ACTION
from segdesk.text import t
from segdesk.ui.widgets.basics import Button, card, label
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
    entry's; ``reset_requested(str entry)``, its own are to come back; ``back_requested()``.
    """

    actions_changed = Signal(str, object)
    reset_requested = Signal(str)
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("actions_page")
        self._entries = declared()
        self._own: dict[str, tuple[Action, ...]] = {}
        self._shown: tuple[Action, ...] = ()
        self._build_entries()
        self._build_actions()
        self._lay_out()
        self.show_actions({})
        self._list.setCurrentRow(0)

    @property
    def entry(self) -> str:
        """The entry whose actions are shown."""
        return self._entries[max(self._list.currentRow(), 0)].code

    def show_actions(self, own: Mapping[str, tuple[Action, ...]]) -> None:
        """Show the declared actions, with the user's ``own`` in the place of some entries'."""
        self._own = dict(own)
        for row, entry in enumerate(self._entries):
            name = portrait_wording.persona_name(entry.code)
            changed = t("actions_page.changed", name=name) if entry.code in own else name
            self._list.item(row).setText(changed)
        self._follow()

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
        name = portrait_wording.persona_name(entry.code)
        self._title.setText(name)
        self._actions.setAccessibleName(t("actions_page.actions_of", name=name))
        self._when.setText(_when(entry))
        self._empty.setVisible(not self._shown)
        self._reset.setEnabled(entry.code in self._own)
        self._follow_row()

    def _follow_row(self) -> None:
        self._remove.setEnabled(self._actions.currentRow() >= 0)

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
            self._new.clear()
            self._change((*self._shown, Action(text=text)))

    # Parts

    def _build_entries(self) -> None:
        self._list = QListWidget()
        self._list.setObjectName("actions_entries")
        self._list.setProperty("look", "plain")
        self._list.setAccessibleName(t("actions_page.entries"))
        for entry in self._entries:
            self._list.addItem(QListWidgetItem(portrait_wording.persona_name(entry.code)))
        self._list.currentRowChanged.connect(lambda _row: self._follow())

    def _build_actions(self) -> None:
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
        self._new = QLineEdit()
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
        entries.addWidget(self._list)
        actions = QVBoxLayout(right)
        actions.setContentsMargins(*MARGINS)
        actions.setSpacing(8)
        for widget in (self._title, self._when, self._empty):
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
