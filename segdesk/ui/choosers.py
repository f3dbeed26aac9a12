"""File choosers that remember their folders; nothing else in SegDesk is modal."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from segdesk.settings import Settings
from segdesk.text import t


class Choosers(QObject):
    """Open, export and save dialogs.

    Signals: ``file_chosen(Path)``; ``folder_chosen(str kind, Path)``; ``picture_chosen(spec, Path)``.
    """

    file_chosen = Signal(object)
    folder_chosen = Signal(str, object)
    picture_chosen = Signal(object, object)

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

    def choose_picture(self, spec: object, suffix: str) -> None:
        """Ask for a picture's file name; ``suffix`` is ``.png`` or ``.svg``."""
        kind = suffix.removeprefix(".")
        dialog = self._dialog("choose_picture", t("window.save_chart"), "export_folder")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kind)
        dialog.setNameFilters([f"{kind.upper()} (*.{kind})"])
        dialog.selectFile(f"{t('export.picture')}.{kind}")
        dialog.fileSelected.connect(lambda chosen: self._on_picture(spec, chosen))
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

    def _on_file(self, chosen: str) -> None:
        self._settings["open_folder"] = str(Path(chosen).parent)
        self.file_chosen.emit(Path(chosen))

    def _on_folder(self, kind: str, chosen: str) -> None:
        self._settings["export_folder"] = chosen
        self.folder_chosen.emit(kind, Path(chosen))

    def _on_picture(self, spec: object, chosen: str) -> None:
        self._settings["export_folder"] = str(Path(chosen).parent)
        self.picture_chosen.emit(spec, Path(chosen))
