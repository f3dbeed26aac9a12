"""About SegDesk: version, promise, languages, where things are, and the licences."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QPlainTextEdit, QVBoxLayout, QWidget

from segdesk.text import figures, t
from segdesk.text.writing import LANGUAGES
from segdesk.ui.widgets.basics import Button, IconLabel, breakable, card, label
from segdesk.ui.widgets.note_row import note_row
from segdesk.ui.widgets.quiet_combo import QuietCombo
from segdesk.ui.widgets.scrolling import VerticalScroll

LEAST_HEIGHT = 260


@dataclass(frozen=True, slots=True)
class AboutFacts:
    """What the page says; ``places`` are folders by ``data``, ``log`` and ``settings``."""

    version: str
    places: dict[str, Path]
    licences: tuple[tuple[str, Path], ...]


class AboutPanel(QWidget):
    """One page that says what SegDesk is.

    Signals: ``folder_requested(Path)``, a folder is to be shown; ``copy_requested()``, the details are to go
    to the clipboard; ``back_requested()``.
    """

    folder_requested = Signal(object)
    copy_requested = Signal()
    back_requested = Signal()

    def __init__(self, facts: AboutFacts) -> None:
        super().__init__()
        self.setObjectName("about_panel")
        self._facts = facts
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 16)
        column.setSpacing(14)
        column.addLayout(self._head())
        left = QVBoxLayout()
        left.setSpacing(14)
        left.addWidget(self._what())
        left.addWidget(self._places())
        left.addStretch(1)
        beside = QHBoxLayout()
        beside.setSpacing(14)
        beside.addLayout(left, 1)
        beside.addWidget(self._licences(), 1)
        column.addLayout(beside, 1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(24, 18, 24, 0)
        outside.addWidget(VerticalScroll(page, name="about_scroll"))
        self.setFocusProxy(self._back)

    def _head(self) -> QLayout:
        row = QHBoxLayout()
        row.addWidget(label(t("about.title"), "title"))
        row.addStretch(1)
        self._back = Button(t("about.back"), name="about_back", icon="arrow-left")
        self._back.clicked.connect(self.back_requested)
        row.addWidget(self._back)
        return row

    def _what(self) -> QFrame:
        frame, column = _card(t("about.version", version=self._facts.version))
        column.addWidget(label(t("about.purpose"), wrap=True))
        column.addWidget(note_row(t("about.private"), "about_private", IconLabel("lock", "gold_bright", 16)))
        column.addWidget(label(t("about.languages"), "strong"))
        for language in LANGUAGES:
            name = figures.language_name(language.code)
            key = "about.language_reviewed" if language.is_reviewed else "about.language_awaits"
            column.addWidget(label(t(key, name=name), "soft", name=f"about_{language.code}", wrap=True))
        return frame

    def _places(self) -> QFrame:
        frame, column = _card(t("about.places"))
        for key, folder in self._facts.places.items():
            column.addWidget(label(t(f"about.{key}_folder"), "soft"))
            column.addWidget(label(breakable(str(folder)), "mono_muted", name=f"about_{key}", wrap=True))
        row = QHBoxLayout()
        for key in ("data", "log"):
            show = Button(t(f"about.open_{key}"), "link", name=f"about_open_{key}")
            show.clicked.connect(
                lambda _checked=False, key=key: self.folder_requested.emit(self._facts.places[key])
            )
            row.addWidget(show)
        copy = Button(t("about.copy"), "link", name="about_copy")
        copy.clicked.connect(self.copy_requested)
        row.addWidget(copy)
        row.addStretch(1)
        column.addLayout(row)
        return frame

    def _licences(self) -> QFrame:
        frame, column = _card(t("about.licences"))
        column.addWidget(label(t("about.licences_line"), "soft", wrap=True))
        self._choice = QuietCombo(name="licence_choice", says=t("about.licence_list"))
        for name, path in self._facts.licences:
            self._choice.addItem(name, str(path))
        self._choice.currentIndexChanged.connect(self._show_licence)
        column.addWidget(self._choice)
        self._text = QPlainTextEdit()
        self._text.setObjectName("licence_text")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setMinimumHeight(LEAST_HEIGHT)
        column.addWidget(self._text, 1)
        self._show_licence()
        return frame

    def _show_licence(self, _index: int = 0) -> None:
        path = self._choice.currentData()
        self._text.setPlainText(Path(path).read_text("utf-8", errors="replace") if path else "")
        self._text.setAccessibleName(t("about.licence_of", name=self._choice.currentText()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)


def _card(title: str) -> tuple[QFrame, QVBoxLayout]:
    frame = card()
    column = QVBoxLayout(frame)
    column.setContentsMargins(18, 14, 18, 14)
    column.setSpacing(10)
    column.addWidget(label(title, "strong"))
    return frame, column
