"""Saved recipes, and one of them on its way: its file, what differs there, what was noticed."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from segdesk.model.placement import NOTHING_AGREED, Consent, SchemaMatch
from segdesk.store.recipes import KeptRecipe
from segdesk.text import t
from segdesk.ui.panels.file_pages import DropInvite, FailureLine, NoticedCard, at_top, filling
from segdesk.ui.panels.newcomers_consent import ConsentCard, Purpose
from segdesk.ui.panels.recipes_page import RecipesPage
from segdesk.ui.widgets.basics import Button, IconLabel, breakable, card, label
from segdesk.ui.widgets.drop_zone import FileDrops
from segdesk.ui.widgets.job_line import JobLine
from segdesk.ui.widgets.motion import FadeStack
from segdesk.ui.widgets.scrolling import VerticalScroll

RECIPE_SUFFIX = ".json"


class RecipesPanel(QWidget):
    """The list of recipes; when one is chosen to run, the pages that lead from a file to its result.

    Signals: those of ``RecipesPage`` as ``page`` has them; ``import_requested()``, open the chooser for
    recipes; ``recipe_chosen(Path)``, a recipe was dropped; ``file_requested()``, open the chooser for
    customer files; ``file_chosen(Path)``, this is to be run; ``several_dropped(int)``;
    ``mapping_accepted(Consent)``; ``result_requested()``, show what came of it; ``cancel_requested()``;
    ``back_requested()``.
    """

    import_requested = Signal()
    recipe_chosen = Signal(object)
    file_requested = Signal()
    file_chosen = Signal(object)
    several_dropped = Signal(int)
    mapping_accepted = Signal(object)
    result_requested = Signal()
    cancel_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("recipes_panel")
        self._waiting_file: Path | None = None
        self._stack = FadeStack()
        self.page = RecipesPage()
        self._zone = self._build_zone()
        self._job = JobLine(name="recipes", cancel=t("newcomers.cancel"))
        self._job.cancel_requested.connect(self.cancel_requested)
        self._trouble = FailureLine(name="recipes_run", again=t("newcomers.another"), icon="upload")
        self._trouble.again_requested.connect(self._show_zone)
        self._running, self._failure = at_top(self._job, right=8), at_top(self._trouble, right=8)
        self._consent = ConsentCard(Purpose.RERUN)
        self._asking = filling(self._consent, right=8)
        self._consent.accepted.connect(self.mapping_accepted)
        self._consent.declined.connect(self._show_zone)
        self._done = self._build_done()
        pages = (self.page, self._zone, self._running, self._asking, self._done, self._failure)
        for page in pages:
            self._stack.addWidget(page)
        # On every page, or the window would take the file for a dataset of its own.
        drops = FileDrops(self)
        drops.dropped.connect(self._on_dropped)
        self._lay_out()
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
        self._show_zone()
        if file is not None:
            self.file_chosen.emit(file)

    def show_progress(self, text: str, share: float) -> None:
        """Say what is being done and how far it is."""
        if self._stack.currentWidget() is not self._running:
            self._show(self._running)
            self._job.setFocus()  # where Esc cancels
        self._job.show_progress(text, share)

    def show_consent(
        self, match: SchemaMatch, *, used: Collection[str] | None = None, said: Consent = NOTHING_AGREED
    ) -> None:
        """Ask about what looks changed in the file."""
        self._consent.show_match(match, used=used, said=said)
        self._show(self._asking)
        self._consent.setFocus()

    def show_done(self, sentence: str, match: SchemaMatch) -> None:
        """Say that it worked, and what was noticed in the file."""
        self._told.setText(breakable(sentence))
        self._noticed.show_match(match)
        self._show(self._done)
        self._open.setFocus()

    def show_failure(self, sentence: str) -> None:
        """Say why the recipe couldn't be run."""
        self._trouble.tell(sentence)
        self._show(self._failure)
        self._trouble.setFocus()

    def show_news(self, sentence: str, kind: str = "done") -> None:
        """Say what came of something on the list; ``kind`` is one of ``recipes_page.NEWS``."""
        self.page.show_news(sentence, kind)

    # Building

    def _lay_out(self) -> None:
        self._back = Button("", "link", name="recipes_back", icon="arrow-left", role="gold")
        self._back.clicked.connect(self._on_back)
        self._import = Button(t("recipes.import"), "", name="recipes_import", icon="upload")
        self._import.clicked.connect(self.import_requested)
        self._line = label("", "soft", name="recipes_line", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(t("recipes.title"), "title"))
        words.addWidget(self._line)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addLayout(words, 1)
        head.addWidget(self._import, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 16, 12)
        outer.setSpacing(14)
        outer.addLayout(head)
        outer.addWidget(self._stack, 1)

    def _build_zone(self) -> QWidget:
        zone = DropInvite(name="recipes", title=t("recipes.drop"), line=t("recipes.drop_line"))
        zone.dropped.connect(self.file_chosen)
        zone.several_dropped.connect(self.several_dropped)
        zone.clicked.connect(self.file_requested)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 8)
        column.addWidget(zone)
        return page

    def _build_done(self) -> QWidget:
        frame = card(name="recipes_done")
        self._told = label("", "name", name="recipes_told", wrap=True)
        self._open = Button(
            t("recipes.show"), "primary", name="recipes_show", icon="arrow-right", role="on_gold"
        )
        self._open.clicked.connect(self.result_requested)
        row = QHBoxLayout(frame)
        row.setContentsMargins(20, 16, 18, 16)
        row.setSpacing(14)
        row.addWidget(IconLabel("circle-check", "success", 22))
        row.addWidget(self._told, 1)
        row.addWidget(self._open)
        self._noticed = NoticedCard(name="recipes_noticed")
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(14)
        column.addWidget(frame)
        column.addWidget(self._noticed)
        column.addStretch(1)
        return VerticalScroll(holder, name="recipes_done_scroll")

    def _show(self, page: QWidget) -> None:
        is_list = page is self.page
        self._import.setVisible(is_list)
        self._back.setText(t("recipes.back") if is_list else t("recipes.back_to_list"))
        self._back.setVisible(page is not self._running)
        self._stack.show_page(page)

    def _show_zone(self) -> None:
        self._show(self._zone)

    def _on_back(self) -> None:
        if self._stack.currentWidget() is self.page:
            self.back_requested.emit()
        else:
            self.show_list()

    def _on_dropped(self, path: Path) -> None:
        shown = self._stack.currentWidget()
        if shown is self._running:
            return
        if shown is not self.page:
            self.file_chosen.emit(path)
        elif path.suffix.lower() == RECIPE_SUFFIX:
            self.recipe_chosen.emit(path)
        else:
            self._waiting_file = path
            self.show_news(t("recipes.which", file=path.name), "info")

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._stack.currentWidget() is self._running:
            self.cancel_requested.emit()
        else:
            super().keyPressEvent(event)
