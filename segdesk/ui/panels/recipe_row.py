"""A saved recipe in a list: its name, what it does, and what can be done with it."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from segdesk.store.recipes import LONGEST_NAME, KeptRecipe
from segdesk.text import t
from segdesk.ui.widgets.basics import Button, breakable, label
from segdesk.ui.widgets.line_edit import NameEdit
from segdesk.words.recipe_words import recipe_line


class RecipeRow(QWidget):
    """One recipe. F2 or the pencil turns its name into a line to type in, Delete deletes it.

    Signals: ``run_requested()``, ``export_requested()``, ``delete_requested()``;
    ``renamed(str)``, another name is wanted.
    """

    run_requested = Signal()
    export_requested = Signal()
    delete_requested = Signal()
    renamed = Signal(str)

    def __init__(self, number: int, kept: KeptRecipe, *, others: Collection[str]) -> None:
        super().__init__()
        self._key = f"recipe_{number}"
        self._kept = kept
        self._taken = {other.casefold() for other in others}
        self.setObjectName(self._key)
        self._name = label(breakable(kept.name), "strong", name=f"{self._key}_name", wrap=True)
        self._refusal = label("", "error", name=f"{self._key}_refusal", wrap=True)
        self._edit = NameEdit(name=f"{self._key}_edit", longest=LONGEST_NAME)
        self._edit.setAccessibleName(t("recipes.rename_says"))
        self._edit.setToolTip(t("recipes.rename_says"))
        self._edit.done.connect(self._on_done)
        self._edit.given_up.connect(self._close)
        self._edit.textEdited.connect(lambda _text: self._refusal.hide())
        self._edit.hide()
        self._refusal.hide()
        words = QVBoxLayout()
        words.setSpacing(2)
        for widget in (self._name, self._edit, self._refusal):
            words.addWidget(widget)
        words.addWidget(label(breakable(recipe_line(kept)), "muted", name=f"{self._key}_about", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 12)
        row.setSpacing(8)
        row.addLayout(words, 1)
        for button in self._build_buttons(kept.name):
            row.addWidget(button)

    def take_focus(self) -> None:
        """Bring the keyboard here."""
        (self._run if self._run.isEnabled() else self._bin).setFocus(Qt.FocusReason.OtherFocusReason)

    def edit(self) -> None:
        """Turn the name into a line to type in."""
        self._edit.setText(self._kept.name)
        self._edit.selectAll()
        self._name.hide()
        self._edit.show()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_buttons(self, name: str) -> list[Button]:
        key, is_readable = self._key, self._kept.recipe is not None
        says = t("recipes.run_says", name=name)
        self._run = Button(t("recipes.run"), "", name=f"{key}_run", icon="play", says=says)
        says = t("recipes.export_says", name=name)
        export = Button(t("recipes.export"), "", name=f"{key}_export", icon="download", says=says)
        says = t("recipes.rename", name=name)
        self._pencil = Button("", "icon", name=f"{key}_rename", icon="pencil", role="soft", says=says)
        says = t("recipes.delete", name=name)
        self._bin = Button("", "icon", name=f"{key}_delete", icon="trash-2", role="soft", says=says)
        self._run.clicked.connect(self.run_requested)
        export.clicked.connect(self.export_requested)
        self._pencil.clicked.connect(self.edit)
        self._bin.clicked.connect(self.delete_requested)
        for button in (self._run, export):
            button.setEnabled(is_readable)
        return [self._run, export, self._pencil, self._bin]

    def _on_done(self, by_key: bool) -> None:
        wanted = " ".join(self._edit.text().split())
        if by_key and wanted.casefold() in self._taken:
            self._refusal.setText(breakable(t("recipes.taken", name=wanted)))
            self._refusal.show()
            return
        is_other = bool(wanted) and wanted != self._kept.name and wanted.casefold() not in self._taken
        self._close()
        if is_other:
            self.renamed.emit(wanted)

    def _close(self) -> None:
        had_focus = self._edit.hasFocus()
        self._edit.hide()
        self._refusal.hide()
        self._name.show()
        if had_focus:
            self._pencil.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.edit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        else:
            super().keyPressEvent(event)
