"""The settings page: every declared setting with its choices, and where the data is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from segdesk.model.recipe import Method
from segdesk.settings import SECTIONS, SETTINGS, Setting
from segdesk.text import figures, t
from segdesk.text.writing import LANGUAGES
from segdesk.ui.widgets.basics import Button, breakable, card, label, rule
from segdesk.ui.widgets.quiet_combo import QuietCombo
from segdesk.ui.widgets.scrolling import VerticalScroll
from segdesk.words import wording

if TYPE_CHECKING:
    from segdesk.text.writing import Choices

COMBO_WIDTH = 200
ROW_GAP = 12


def choice_text(setting: Setting, value: str) -> str:
    """Name a choice of a setting."""
    match setting.key:
        case "language" if value != setting.default:
            name = figures.language_name(value)
            is_reviewed = all(each.is_reviewed for each in LANGUAGES if each.code == value)
            return name if is_reviewed else t("settings.unreviewed", name=name)
        case "currency":
            sign = figures.currency_name(value)
            return t("settings.currency_of", code=value, sign=sign) if value else t("settings.currency_none")
        case "method":
            method = Method(value)
            name, term = wording.method_name(method), wording.method_term(method)
            return t("settings.method_term", name=name, term=term)
    return t(f"settings.{setting.key}_{value}")


class SettingsPanel(QWidget):
    """It shows what it is told, and asks for changes.

    Signals: ``setting_chosen(str key, str value)``; ``move_requested()``, the data is to go elsewhere;
    ``usual_place_requested()``, it is to be where it was at first; ``folder_requested()``, its folder is to
    be shown; ``old_copy_refused()``, what a move left behind is to be deleted; ``reset_requested()``;
    ``back_requested()``.
    """

    setting_chosen = Signal(str, str)
    move_requested = Signal()
    usual_place_requested = Signal()
    folder_requested = Signal()
    old_copy_refused = Signal()
    reset_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("settings_panel")
        self._combos: dict[str, QuietCombo] = {}
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 16)
        column.setSpacing(14)
        column.addLayout(self._head())
        first, *others = SECTIONS
        beside = QHBoxLayout()
        beside.setSpacing(14)
        beside.addLayout(_stacked(self._section(first), self._data()), 1)
        beside.addLayout(_stacked(*map(self._section, others), self._reset()), 1)
        column.addLayout(beside)
        column.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(24, 18, 24, 0)
        outside.addWidget(VerticalScroll(page, name="settings_scroll"))
        self.setFocusProxy(self._back)

    def show_settings(self, values: Choices, *, place: str, is_usual: bool) -> None:
        """Show what is chosen; ``place`` is the database's, and whether it is the usual one."""
        for setting in SETTINGS:
            if setting.section:
                combo = self._combos[setting.key]
                combo.blockSignals(True)
                combo.setCurrentIndex(combo.findData(values[setting.key]))
                combo.blockSignals(False)
        self._place.setText(breakable(place))
        self._usual.setVisible(not is_usual)
        before = values["database_before"]
        self._before.setText(t("settings.before", path=breakable(before)) if before else "")
        self._old_copy.setVisible(bool(before))

    def set_moving(self, is_moving: bool) -> None:
        """Say that the data is on its way, and take no other request about it."""
        self._moving.setVisible(is_moving)
        for button in (self._move, self._usual, self._delete):
            button.setDisabled(is_moving)

    def _head(self) -> QLayout:
        row = QHBoxLayout()
        row.addWidget(label(t("settings.title"), "title"))
        row.addStretch(1)
        self._back = Button(t("settings.back"), name="settings_back", icon="arrow-left")
        self._back.clicked.connect(self.back_requested)
        row.addWidget(self._back)
        return row

    def _section(self, section: str) -> QFrame:
        frame, column = _card(t(f"settings.section_{section}"))
        for number, setting in enumerate(each for each in SETTINGS if each.section == section):
            if number:
                column.addWidget(rule())
            column.addLayout(self._row(setting))
        if section == "language" and not all(language.is_reviewed for language in LANGUAGES):
            column.addWidget(label(t("settings.unreviewed_line"), "muted", wrap=True))
        return frame

    def _reset(self) -> QWidget:
        reset = Button(t("settings.reset"), name="settings_reset", icon="undo-2")
        reset.clicked.connect(self.reset_requested)
        return reset

    def _row(self, setting: Setting) -> QLayout:
        name, line = t(f"settings.{setting.key}"), t(f"settings.{setting.key}_line")
        combo = QuietCombo(name=f"setting_{setting.key}", says=name)
        combo.setAccessibleDescription(line)
        combo.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToContents)
        combo.setMinimumWidth(COMBO_WIDTH)
        for value in setting.choices:
            combo.addItem(choice_text(setting, value), value)
        combo.currentIndexChanged.connect(
            lambda _index: self.setting_chosen.emit(setting.key, combo.currentData())
        )
        self._combos[setting.key] = combo
        return _row_of(name, line, combo)

    def _data(self) -> QFrame:
        frame, column = _card(t("settings.section_data"))
        self._move = Button(t("settings.database_move"), name="database_move")
        self._move.clicked.connect(self.move_requested)
        column.addLayout(_row_of(t("settings.database"), t("settings.database_line"), self._move))
        self._place = label("", "mono_muted", name="database_place", wrap=True)
        column.addWidget(self._place)
        links = QHBoxLayout()
        show = Button(t("settings.database_open"), "link", name="database_open")
        show.clicked.connect(self.folder_requested)
        self._usual = Button(t("settings.database_back"), "link", name="database_usual")
        self._usual.clicked.connect(self.usual_place_requested)
        links.addWidget(show)
        links.addWidget(self._usual)
        links.addStretch(1)
        column.addLayout(links)
        self._moving = label(t("settings.moving"), "soft", name="database_moving", wrap=True)
        self._moving.hide()
        column.addWidget(self._moving)
        column.addWidget(self._build_old_copy())
        return frame

    def _build_old_copy(self) -> QWidget:
        self._old_copy = QWidget()
        row = QHBoxLayout(self._old_copy)
        row.setContentsMargins(0, 0, 0, 0)
        self._before = label("", "soft", name="database_before", wrap=True)
        self._delete = Button(t("settings.before_delete"), name="database_delete", icon="trash-2")
        self._delete.clicked.connect(self.old_copy_refused)
        row.addWidget(self._before, 1)
        row.addWidget(self._delete)
        return self._old_copy

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)


def _stacked(*widgets: QWidget) -> QLayout:
    column = QVBoxLayout()
    column.setSpacing(14)
    for widget in widgets:
        is_card = isinstance(widget, QFrame)
        column.addWidget(widget, 0, Qt.AlignmentFlag(0) if is_card else Qt.AlignmentFlag.AlignLeft)
    column.addStretch(1)
    return column


def _card(title: str) -> tuple[QFrame, QVBoxLayout]:
    frame = card()
    column = QVBoxLayout(frame)
    column.setContentsMargins(18, 14, 18, 14)
    column.setSpacing(ROW_GAP)
    column.addWidget(label(title, "strong"))
    return frame, column


def _row_of(name: str, line: str, control: QWidget) -> QLayout:
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(label(name, wrap=True))
    words.addWidget(label(line, "muted", wrap=True))
    row = QHBoxLayout()
    row.setSpacing(24)
    row.addLayout(words, 1)
    row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
    return row
