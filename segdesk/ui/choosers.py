"""File choosers that remember their folders; nothing else in SegDesk is modal."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, SignalInstance
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from segdesk.settings import Settings
from segdesk.text import t

HANDOUT_SUFFIXES = {"pdf": ".pdf", "html": ".html", "till_card": ".pdf"}
"""Of a report by its format, and of the card for the till."""

_UNFIT_FOR_FILES = re.compile(r'[\\/:*?"<>|]+')
"""What Windows allows in no file name."""


class Choosers(QObject):
    """Open, export and save dialogs.

    Signals: ``file_chosen(Path)``; ``folder_chosen(str kind, Path)``; ``picture_chosen(spec, Path)``;
    ``handout_chosen(str kind, Path)``; ``list_chosen(Path)``; ``recipe_chosen(Path)``;
    ``recipe_target_chosen(str name, Path)``, where a recipe is to be written.
    """

    file_chosen = Signal(object)
    folder_chosen = Signal(str, object)
    picture_chosen = Signal(object, object)
    handout_chosen = Signal(str, object)
    list_chosen = Signal(object)
    recipe_chosen = Signal(object)
    recipe_target_chosen = Signal(str, object)

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings

    def choose_file(self) -> None:
        """Ask for a customer file."""
        dialog = self._dialog("choose_file", t("window.choose_file"), "open_folder")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([t("window.file_kinds"), t("window.all_files")])
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def choose_folder(self, kind: str) -> None:
        """Ask where the files of an export shall go."""
        dialog = self._dialog("choose_folder", t("window.choose_folder"), "export_folder")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda chosen: self._on_folder(kind, chosen))
        dialog.open()

    def choose_database_folder(self) -> None:
        """Ask where the database shall go: ``folder_chosen`` with the kind ``database``."""
        dialog = self._dialog("choose_database_folder", t("settings.choose_folder"), "export_folder")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda chosen: self.folder_chosen.emit("database", Path(chosen)))
        dialog.open()

    def choose_picture(self, spec: object, suffix: str) -> None:
        """Ask for a picture's file name; ``suffix`` is ``.png`` or ``.svg``."""
        dialog = self._save_dialog("choose_picture", t("window.save_chart"), t("export.picture"), suffix)
        dialog.fileSelected.connect(lambda chosen: self._on_saved(self.picture_chosen, spec, chosen))
        dialog.open()

    def choose_handout(self, kind: str) -> None:
        """Ask for a report's file name; ``kind`` is one of ``HANDOUT_SUFFIXES``."""
        name = t("window.till_card_file") if kind == "till_card" else t("window.report_file")
        title, suffix = t("window.save_handout"), HANDOUT_SUFFIXES[kind]
        dialog = self._save_dialog("choose_handout", title, name, suffix)
        dialog.fileSelected.connect(lambda chosen: self._on_saved(self.handout_chosen, kind, chosen))
        dialog.open()

    def choose_list(self) -> None:
        """Ask for the name of a list of new customers."""
        dialog = self._save_dialog("choose_list", t("newcomers.save_title"), t("newcomers.title"), ".csv")
        dialog.fileSelected.connect(self._on_list)
        dialog.open()

    def choose_recipe(self) -> None:
        """Ask for a recipe that was exported."""
        dialog = self._dialog("choose_recipe", t("recipes.choose_title"), "open_folder")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([t("recipes.file_kinds"), t("window.all_files")])
        dialog.fileSelected.connect(self._on_recipe)
        dialog.open()

    def choose_recipe_target(self, name: str) -> None:
        """Ask for the file that a recipe shall be written to."""
        file = _UNFIT_FOR_FILES.sub(" ", name).strip()
        dialog = self._save_dialog("choose_recipe_target", t("recipes.save_title"), file, ".json")
        dialog.fileSelected.connect(lambda chosen: self._on_saved(self.recipe_target_chosen, name, chosen))
        dialog.open()

    def show_folder(self, folder: Path) -> None:
        """Open a folder in the system's own file browser."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _dialog(self, name: str, title: str, setting: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setObjectName(name)
        folder = self._settings[setting]
        dialog.setDirectory(folder if folder and Path(folder).is_dir() else str(Path.home()))
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _save_dialog(self, name: str, title: str, file: str, suffix: str) -> QFileDialog:
        kind = suffix.removeprefix(".")
        dialog = self._dialog(name, title, "export_folder")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind)
        dialog.setNameFilters([f"{kind.upper()} (*.{kind})"])
        dialog.selectFile(f"{file}.{kind}")
        return dialog

    def _on_file(self, chosen: str) -> None:
        self._settings["open_folder"] = str(Path(chosen).parent)
        self.file_chosen.emit(Path(chosen))

    def _on_recipe(self, chosen: str) -> None:
        self._settings["open_folder"] = str(Path(chosen).parent)
        self.recipe_chosen.emit(Path(chosen))

    def _on_folder(self, kind: str, chosen: str) -> None:
        self._settings["export_folder"] = chosen
        self.folder_chosen.emit(kind, Path(chosen))

    def _on_list(self, chosen: str) -> None:
        self._settings["export_folder"] = str(Path(chosen).parent)
        self.list_chosen.emit(Path(chosen))

    def _on_saved(self, signal: SignalInstance, what: object, chosen: str) -> None:
        self._settings["export_folder"] = str(Path(chosen).parent)
        signal.emit(what, Path(chosen))
