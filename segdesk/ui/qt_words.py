"""Qt's own texts in the user's language: context menus and file dialogs. Qt has no Amharic of its own."""

from __future__ import annotations

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from segdesk.text import in_source_language, t
from segdesk.text.writing import SOURCE_LANGUAGE, writing

KEYS = (
    # Menus of lines and pages of text, buttons of a number.
    "undo", "redo", "cut", "copy", "paste", "delete", "select_all", "clear", "step_up", "step_down",
    # Buttons.
    "ok", "save", "save_letter", "open", "open_letter", "cancel", "close", "yes", "no", "choose",
    # The file dialog, where the system has none.
    "look_in", "directory", "file_name", "file_types", "back", "forward", "parent_directory",
    "create_folder", "new_folder", "new_folder_letter", "list_view", "detail_view", "rename",
    "delete_letter", "show_hidden", "computer", "my_computer", "sidebar", "name", "size", "type",
    "date_modified", "exists", "not_found", "go_back", "go_forward", "go_up", "create_tip",
    "list_tip", "detail_tip", "drive", "folder",
)  # fmt: skip
"""``qt.<key>`` is Qt's own text in English, and what is shown in its place in another language."""


class QtWords(QTranslator):
    """Answers Qt when it asks for a text."""

    def __init__(self) -> None:
        super().__init__()
        self._keys = {in_source_language(f"qt.{key}"): key for key in KEYS}

    def translate(
        self, _context: str, source: str, _disambiguation: str | None = None, _n: int = -1
    ) -> str | None:
        """Give Qt's text in the user's language; none where it is none of ours."""
        key = self._keys.get(source.replace("\n", " "))
        return None if key is None else t(f"qt.{key}")


_installed: list[QtWords] = []


def speak(app: QApplication) -> None:
    """Have Qt use the language that is chosen; what stands on screen already doesn't change."""
    while _installed:
        app.removeTranslator(_installed.pop())
    if writing().language != SOURCE_LANGUAGE:
        _installed.append(QtWords())
        app.installTranslator(_installed[0])
