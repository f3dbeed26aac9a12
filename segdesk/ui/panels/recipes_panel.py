"""Saved recipes, and one of them on its way: its file, what differs there, what was noticed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from segdesk.model.placement import SchemaMatch
from segdesk.store.recipes import KeptRecipe
from segdesk.text import t
from segdesk.ui.panels.file_pages import GAP, SCROLL_ROOM, DropInvite, FailureLine, NoticedCard, at_top
from segdesk.ui.panels.file_panel import ConsentPanel
from segdesk.ui.panels.newcomers_consent import Purpose
from segdesk.ui.panels.recipes_page import RecipesPage
from segdesk.ui.widgets.basics import Button, IconLabel, breakable, card, label
from segdesk.ui.widgets.scrolling import VerticalScroll

RECIPE_SUFFIX = ".json"


class RecipesPanel(ConsentPanel):
    """The list of recipes; when one is chosen to run, the pages that lead from a file to its result.

    Signals: those of ``RecipesPage`` as ``page`` has them; those of ``ConsentPanel``;
    ``import_requested()``, open the chooser for recipes; ``recipe_chosen(Path)``, a recipe was dropped;
    ``result_requested()``, show what came of it.
    """

    import_requested = Signal()
    recipe_chosen = Signal(object)
    result_requested = Signal()

    def __init__(self) -> None:
        super().__init__(
            name="recipes",
            invite=DropInvite(name="recipes", title=t("recipes.drop"), line=t("recipes.drop_line")),
            trouble=FailureLine(name="recipes_run", again=t("newcomers.another"), icon="upload"),
            purpose=Purpose.RERUN,
            room=SCROLL_ROOM,
        )
        self._waiting_file: Path | None = None
        self.page, self._done = RecipesPage(), self._build_done()
        self._stack.addWidget(self.page)
        self._stack.addWidget(self._done)
        self._import = Button(t("recipes.import"), "", name="recipes_import", icon="upload")
        self._import.clicked.connect(self.import_requested)
        self._lay_out(t("recipes.title"), self._import, body=self._stack)
        self.show_list()

    # What there is to show

    def show_recipes(self, kept: tuple[KeptRecipe, ...]) -> None:
        """List the recipes in this order."""
        self.page.show_recipes(kept)

    def show_list(self) -> None:
        """Go back to the list."""
        self._waiting_file = None
        self._line.setText(t("recipes.line"))
        self._show(self.page)

    def show_waiting(self, name: str) -> None:
        """Wait for the file on which a recipe is to be run; take the one that waits for its recipe."""
        self._line.setText(breakable(t("recipes.running_line", name=name)))
        file, self._waiting_file = self._waiting_file, None
        self.show_invite()
        if file is not None:
            self.file_chosen.emit(file)

    def show_done(self, sentence: str, match: SchemaMatch) -> None:
        """Say that it worked, and what was noticed in the file."""
        self._told.setText(breakable(sentence))
        self._noticed.show_match(match)
        self._show(self._done)
        self._open.setFocus()

    def show_news(self, sentence: str, kind: str = "done") -> None:
        """Say what came of something on the list; ``kind`` is one of ``recipes_page.NEWS``."""
        self.page.show_news(sentence, kind)

    # Parts

    def _build_done(self) -> QWidget:
        frame = card(name="recipes_done")
        self._told = label("", "name", name="recipes_told", wrap=True)
        self._open = Button(
            t("recipes.show"), "primary", name="recipes_show", icon="arrow-right", role="on_gold"
        )
        self._open.clicked.connect(self.result_requested)
        row = QHBoxLayout(frame)
        row.setContentsMargins(20, 16, 18, 16)
        row.setSpacing(GAP)
        row.addWidget(IconLabel("circle-check", "success", 22))
        row.addWidget(self._told, 1)
        row.addWidget(self._open)
        self._noticed = NoticedCard(name="recipes_noticed")
        page = at_top(frame, self._noticed, room=self._room)
        return VerticalScroll(page, name="recipes_done_scroll")

    def _show(self, page: QWidget) -> None:
        is_list = page is self.page
        self._import.setVisible(is_list)
        self._back.setText(t("recipes.back") if is_list else t("recipes.back_to_list"))
        self._back.setVisible(page is not self._running)
        super()._show(page)

    def _on_back(self) -> None:
        if self._stack.currentWidget() is self.page:
            super()._on_back()
        else:
            self.show_list()

    def _take(self, path: Path) -> bool:
        if self._stack.currentWidget() is not self.page:
            return super()._take(path)
        if path.suffix.lower() == RECIPE_SUFFIX:
            self.recipe_chosen.emit(path)
        else:
            self._waiting_file = path
            self.show_news(t("recipes.which", file=path.name), "info")
        return True
