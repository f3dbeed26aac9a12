"""Saved recipes by name: keep this one, run one on a file, hand one on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from segdesk.store.recipes import LONGEST_NAME, KeptRecipe
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.panels.recipe_row import RecipeRow
from segdesk.ui.widgets.basics import Button, IconLabel, breakable, card, label, rule
from segdesk.ui.widgets.scrolling import VerticalScroll

NEWS = {
    "done": ("circle-check", "success"),
    "info": ("info", "soft"),
    "failure": ("triangle-alert", "warning"),
}


class RecipesPage(QWidget):
    """A row for each recipe, and a line to keep the open run's.

    Signals: ``save_requested(str)``, keep the open run's recipe under that name; ``run_requested(str)``,
    ``export_requested(str)``, ``delete_requested(str)``; ``renamed(str, str)``, a recipe and the name
    it is to have.
    """

    save_requested = Signal(str)
    run_requested = Signal(str)
    export_requested = Signal(str)
    delete_requested = Signal(str)
    renamed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("recipes_page")
        self._names: tuple[str, ...] = ()
        self._made: list[RecipeRow] = []
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(20, 4, 14, 4)
        self._rows.setSpacing(0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 8, 8)
        outer.setSpacing(14)
        outer.addWidget(self._build_says())
        outer.addWidget(self._build_keep())
        outer.addWidget(self._build_list(), 1)
        self.show_run("")
        self.show_recipes(())

    # What there is to show

    def show_run(self, dataset: str) -> None:
        """Offer to keep the open run's recipe; ``dataset`` names its file, empty where no run is open."""
        self._keep.setVisible(bool(dataset))
        self._keep_line.setText(breakable(t("recipes.keep_line", dataset=dataset)))
        self._name.clear()
        self._follow()

    def show_recipes(self, kept: tuple[KeptRecipe, ...]) -> None:
        """List the recipes in this order; the keyboard stays at the place it had."""
        had_focus = next((i for i, row in enumerate(self._made) if _holds_focus(row)), None)
        self._names = tuple(each.name for each in kept)
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._made = [self._row(number, each) for number, each in enumerate(kept)]
        for number, row in enumerate(self._made):
            if number:
                self._rows.addWidget(rule())
            self._rows.addWidget(row)
        if not kept:
            none = label(t("recipes.none"), "soft", name="recipes_none", wrap=True)
            none.setContentsMargins(0, 12, 0, 12)
            self._rows.addWidget(none)
        self._rows.addStretch(1)
        if self._made and had_focus is not None:
            self._made[min(had_focus, len(self._made) - 1)].take_focus()
        self._follow()

    def show_news(self, sentence: str, kind: str = "done") -> None:
        """Say what came of something; ``kind`` is one of ``NEWS``. No sentence: no news."""
        self._medal.set_icon(*NEWS[kind])
        self._sentence.setText(breakable(sentence))
        self._says.setVisible(bool(sentence))

    def take_focus(self) -> None:
        """Bring the keyboard to the first thing that can be done here."""
        if self._made:
            self._made[0].take_focus()
        elif not self._keep.isHidden():
            self._name.setFocus()

    # Building

    def _build_says(self) -> QFrame:
        self._says = card(name="recipes_says")
        self._medal = IconLabel("circle-check", "success", theme.TEXT_PX + 7)
        self._sentence = label("", name="recipes_sentence", wrap=True)
        row = QHBoxLayout(self._says)
        row.setContentsMargins(20, 12, 18, 12)
        row.setSpacing(14)
        row.addWidget(self._medal)
        row.addWidget(self._sentence, 1)
        self._says.hide()
        return self._says

    def _build_keep(self) -> QFrame:
        self._keep = card(name="recipes_keep")
        self._keep_line = label("", "strong", name="recipes_keep_line", wrap=True)
        self._name = QLineEdit()
        self._name.setObjectName("recipes_name")
        self._name.setAccessibleName(t("recipes.name"))
        self._name.setPlaceholderText(t("recipes.name"))
        self._name.setMaxLength(LONGEST_NAME)
        self._hint = label("", "warning", name="recipes_hint", wrap=True)
        self._save = Button(t("recipes.save"), "primary", name="recipes_save", icon="save", role="on_gold")
        self._name.textChanged.connect(self._follow)
        self._name.returnPressed.connect(self._on_saved)
        self._save.clicked.connect(self._on_saved)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._name, 1)
        row.addWidget(self._save)
        column = QVBoxLayout(self._keep)
        column.setContentsMargins(20, 14, 18, 16)
        column.setSpacing(8)
        column.addWidget(self._keep_line)
        column.addLayout(row)
        column.addWidget(self._hint)
        return self._keep

    def _build_list(self) -> QFrame:
        frame = card(name="recipes_list")
        holder = QWidget()
        holder.setLayout(self._rows)
        column = QVBoxLayout(frame)
        column.setContentsMargins(2, 6, 2, 6)
        column.addWidget(VerticalScroll(holder, name="recipes_scroll"))
        return frame

    def _row(self, number: int, kept: KeptRecipe) -> RecipeRow:
        name = kept.name
        row = RecipeRow(number, kept, others=[other for other in self._names if other != name])
        row.run_requested.connect(lambda: self.run_requested.emit(name))
        row.export_requested.connect(lambda: self.export_requested.emit(name))
        row.delete_requested.connect(lambda: self.delete_requested.emit(name))
        row.renamed.connect(lambda new: self.renamed.emit(name, new))
        return row

    # Following

    def _follow(self) -> None:
        """Allow a name that is free, whatever its case."""
        name = " ".join(self._name.text().split())
        is_taken = name.casefold() in {each.casefold() for each in self._names}
        self._hint.setText(breakable(t("recipes.taken", name=name)) if is_taken else "")
        self._hint.setVisible(is_taken)
        self._save.setEnabled(bool(name) and not is_taken)

    def _on_saved(self) -> None:
        if self._save.isEnabled():
            self.save_requested.emit(" ".join(self._name.text().split()))


def _holds_focus(row: QWidget) -> bool:
    return row.isAncestorOf(row.window().focusWidget())
