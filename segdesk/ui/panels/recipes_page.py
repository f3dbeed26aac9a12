"""Saved recipes by name: keep this one, run one on a file, hand one on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.widgets.basics import Button, IconLabel, breakable, card, label, rule
from segdesk.ui.widgets.drop_zone import FileDrops
from segdesk.ui.widgets.scrolling import VerticalScroll

SCALE = 1000
LONGEST_NAME = 80
"""As many letters as are kept."""


class RecipesPage(QWidget):
    """A row for each recipe.

    Signals: ``save_requested(str)``, keep the open run's recipe under that name; ``run_requested(str)``,
    choose a file for the recipe of that name; ``export_requested(str)``, ``delete_requested(str)``;
    ``import_requested()``, open the file chooser; ``file_chosen(Path)``, a recipe was dropped;
    ``cancel_requested()``; ``back_requested()``.
    """

    save_requested = Signal(str)
    run_requested = Signal(str)
    export_requested = Signal(str)
    delete_requested = Signal(str)
    import_requested = Signal()
    file_chosen = Signal(object)
    cancel_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("recipes_page")
        self._names: tuple[str, ...] = ()
        self._has_run = False
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(20, 8, 12, 8)
        self._rows.setSpacing(0)
        drops = FileDrops(self)
        drops.dropped.connect(self._on_dropped)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 18, 24, 20)
        outer.setSpacing(14)
        outer.addLayout(self._build_head())
        outer.addWidget(self._build_job())
        outer.addWidget(self._build_says())
        outer.addWidget(self._build_keep())
        outer.addWidget(self._build_list(), 1)
        self.show_run("")
        self.show_recipes(())

    # What there is to show

    def show_run(self, dataset: str) -> None:
        """Offer to keep the open run's recipe; ``dataset`` names its file, empty where no run is open."""
        self._has_run = bool(dataset)
        self._keep.setVisible(self._has_run)
        self._keep_line.setText(breakable(t("recipes.keep_line", dataset=dataset)))
        self._name.clear()
        self._follow()

    def show_recipes(self, names: tuple[str, ...]) -> None:
        """List the recipes in this order."""
        self._names = names
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for number, name in enumerate(names):
            if number:
                self._rows.addWidget(rule())
            self._rows.addWidget(self._row(number, name))
        if not names:
            self._rows.addWidget(label(t("recipes.none"), "soft", name="recipes_none", wrap=True))
        self._rows.addStretch(1)
        self._follow()

    def show_progress(self, text: str, share: float) -> None:
        """Say what is being done with a recipe and how far it is."""
        self._says.hide()
        if self._job.isHidden():
            self._job.show()
            self._cancel.setFocus()  # where Esc cancels
        self._stage.setText(text)
        self._bar.setValue(round(share * SCALE))
        self._bar.setAccessibleName(text)

    def show_done(self, sentence: str) -> None:
        """Say what came of it."""
        self._tell(sentence, "circle-check", "success")

    def show_failure(self, sentence: str) -> None:
        """Say why it didn't work."""
        self._tell(sentence, "triangle-alert", "warning")

    def show_idle(self) -> None:
        """Show no news: nothing runs any more."""
        self._job.hide()
        self._says.hide()

    # Building

    def _build_head(self) -> QHBoxLayout:
        back = Button(t("recipes.back"), "link", name="recipes_back", icon="arrow-left", role="gold")
        back.clicked.connect(self.back_requested)
        bring = Button(t("recipes.import"), "", name="recipes_import", icon="upload")
        bring.clicked.connect(self.import_requested)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(t("recipes.title"), "title"))
        words.addWidget(label(t("recipes.line"), "soft", wrap=True))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addLayout(words, 1)
        head.addWidget(bring, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _build_job(self) -> QFrame:
        self._job = card(name="recipes_job")
        self._stage = label("", "strong", name="recipes_stage", wrap=True)
        self._bar = QProgressBar()
        self._bar.setObjectName("recipes_bar")
        self._bar.setRange(0, SCALE)
        self._bar.setTextVisible(False)
        self._cancel = Button(t("newcomers.cancel"), "", name="recipes_cancel", icon="x")
        self._cancel.clicked.connect(self.cancel_requested)
        words = QVBoxLayout()
        words.setSpacing(10)
        words.addWidget(self._stage)
        words.addWidget(self._bar)
        row = QHBoxLayout(self._job)
        row.setContentsMargins(20, 14, 18, 14)
        row.setSpacing(18)
        row.addLayout(words, 1)
        row.addWidget(self._cancel)
        self._job.hide()
        return self._job

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
        column.setContentsMargins(20, 14, 18, 14)
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

    def _row(self, number: int, name: str) -> QWidget:
        row = QWidget()
        row.setObjectName(f"recipe_{number}")
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 10, 0, 10)
        line.setSpacing(8)
        line.addWidget(label(breakable(name), "strong", name=f"recipe_{number}_name", wrap=True), 1)
        run = Button(
            t("recipes.run"),
            "",
            name=f"recipe_{number}_run",
            icon="play",
            says=t("recipes.run_says", name=name),
        )
        export = Button(
            t("recipes.export"),
            "",
            name=f"recipe_{number}_export",
            icon="download",
            says=t("recipes.export_says", name=name),
        )
        delete = Button(
            look="icon",
            name=f"recipe_{number}_delete",
            icon="trash-2",
            role="soft",
            says=t("recipes.delete_says", name=name),
        )
        run.clicked.connect(lambda: self.run_requested.emit(name))
        export.clicked.connect(lambda: self.export_requested.emit(name))
        delete.clicked.connect(lambda: self.delete_requested.emit(name))
        for button in (run, export, delete):
            line.addWidget(button)
        return row

    # Following

    def _tell(self, sentence: str, icon: str, role: str) -> None:
        self._job.hide()
        self._medal.set_icon(icon, role)
        self._sentence.setText(breakable(sentence))
        self._says.show()

    def _follow(self) -> None:
        """Allow a name that is free: whatever its case, as the database sees it."""
        name = " ".join(self._name.text().split())
        is_taken = name.casefold() in {each.casefold() for each in self._names}
        self._hint.setText(breakable(t("recipes.taken", name=name)) if is_taken else "")
        self._hint.setVisible(is_taken)
        self._save.setEnabled(bool(name) and not is_taken)

    def _on_saved(self) -> None:
        if self._save.isEnabled():
            self.save_requested.emit(" ".join(self._name.text().split()))

    def _on_dropped(self, path: Path) -> None:
        if self._job.isHidden():
            self.file_chosen.emit(path)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._job.isHidden():
            self.cancel_requested.emit()
        else:
            super().keyPressEvent(event)
