"""A card with a picture: its title, its table twin, and how to save both."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from segdesk.charts.specs import Picture, TableSpec
from segdesk.text import t
from segdesk.ui.plots.twin_table import TwinTable, table_toggle
from segdesk.ui.widgets.basics import Button, label

MARGIN = 18
SUFFIXES = ("png", "svg", "pdf", "csv")

MakeTable = Callable[[], TableSpec]


class PictureCard(QFrame):
    """A picture under its title, with buttons for its figures as a table and for saving.

    Signals: ``save_requested(object, str)``, a Spec and the wanted suffix, e.g. ``.png``; a table's
    is ``.csv``.
    """

    save_requested = Signal(object, str)

    def __init__(self, picture: QWidget, *, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_card")
        self.setProperty("look", "card")
        self._spec: Picture | None = None
        self._make_table: MakeTable | None = None
        self._make_file: MakeTable | None = None
        self._title = label("", "strong", name=f"{name}_title", wrap=True)
        self._stack = QStackedWidget()
        self._stack.addWidget(picture)
        self._table = TwinTable(name=f"{name}_table")
        self._stack.addWidget(self._table)
        self._toggle = table_toggle(self._table.objectName())
        self._toggle.toggled.connect(self._on_toggled)
        self.header = QHBoxLayout()
        self.header.setSpacing(8)
        self.header.addWidget(self._title, 1)
        self.header.addWidget(self._toggle)
        self.header.addWidget(self._save_button(name))
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 14, MARGIN, 14)
        column.setSpacing(8)
        column.addLayout(self.header)
        column.addWidget(self._stack, 1)

    def show_spec(self, spec: Picture, make_table: MakeTable, make_file: MakeTable | None = None) -> None:
        """Remember what the picture shows now; its table is made when it is wanted.

        ``make_file`` makes a longer table for the CSV file.
        """
        self._spec, self._make_table, self._make_file = spec, make_table, make_file or make_table
        self._title.setText(spec.title)
        self._fill_table()

    def add_hint(self, widget: QWidget) -> None:
        """Put a widget between the title and the buttons."""
        self.header.insertWidget(1, widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def _save_button(self, name: str) -> Button:
        button = Button(
            t("profiles.save"),
            "pill",
            name=f"{name}_save",
            icon="download",
            role="soft",
            says=t("profiles.save_says"),
            size=14,
        )
        menu = QMenu(button)
        menu.setObjectName(f"{name}_save_menu")
        for suffix in SUFFIXES:
            action = QAction(t(f"profiles.save_{suffix}"), menu)
            action.setObjectName(f"{name}_save_{suffix}")
            action.triggered.connect(lambda _checked=False, suffix=suffix: self._save(suffix))
            menu.addAction(action)
        button.setMenu(menu)
        return button

    def _save(self, suffix: str) -> None:
        if self._spec is None or self._make_file is None:
            return
        wanted = self._make_file() if suffix == "csv" else self._spec
        self.save_requested.emit(wanted, f".{suffix}")

    def _on_toggled(self, shown: bool) -> None:
        self._fill_table()
        self._stack.setCurrentIndex(1 if shown else 0)

    def _fill_table(self) -> None:
        if self._toggle.isChecked() and self._make_table is not None:
            self._table.show_table(self._make_table())
