"""Qt's own menus and dialogs speak the user's language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from segdesk.text import in_source_language
from segdesk.text.writing import Writing, use, writing
from segdesk.ui.qt_words import KEYS, speak


@pytest.fixture
def amharic(qapp: QApplication) -> Iterator[QApplication]:
    before = writing()
    use(Writing(language="am"))
    speak(qapp)
    yield qapp
    use(before)
    speak(qapp)


def test_that_a_context_menu_is_translated_and_english_comes_back(
    qtbot: QtBot, amharic: QApplication
) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    texts = [action.text().split("\t")[0] for action in line.createStandardContextMenu().actions()]
    assert [text for text in texts if text] == [
        "ቀልብስ (&U)", "ድገም (&R)", "ቁረጥ (&T)", "ቅዳ (&C)", "ለጥፍ (&P)", "ሰርዝ", "ሁሉንም ምረጥ",
    ]  # fmt: skip
    use(Writing())
    speak(amharic)
    assert line.createStandardContextMenu().actions()[0].text().startswith("&Undo")


def test_that_the_file_dialog_is_translated(qtbot: QtBot, amharic: QApplication) -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    shown = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"የሚታይበት አቃፊ (&L)፦", "የፋይል ስም (&N)፦", "የፋይል ዓይነት (&T)፦"} <= shown


def test_that_what_is_no_text_of_ours_stays_as_it_is(amharic: QApplication) -> None:
    assert QCoreApplication.translate("Any", "Nothing of the kind") == "Nothing of the kind"


def test_that_no_two_texts_of_qt_are_the_same() -> None:
    sources = [in_source_language(f"qt.{key}") for key in KEYS]
    assert len(sources) == len(set(sources))
