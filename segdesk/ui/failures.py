"""Failures on screen: a sentence for what is known, details to copy for what is a bug."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from segdesk.text import t
from segdesk.ui.widgets.basics import Button, label

log = logging.getLogger(__name__)

DIALOG_SIZE = (680, 440)


class BugReport(QDialog):
    """What went wrong inside SegDesk, with a button that copies it."""

    def __init__(self, parent: QWidget | None, details: str) -> None:
        super().__init__(parent)
        self.setObjectName("bug_report")
        self.setWindowTitle(t("failures.bug_title"))
        self.resize(*DIALOG_SIZE)
        text = QPlainTextEdit(details)
        text.setObjectName("bug_details")
        text.setAccessibleName(t("failures.details"))
        text.setReadOnly(True)
        copy = Button(t("failures.copy"), "primary", name="copy_details", icon="copy", role="on_gold")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        close = Button(t("failures.close"), name="close_report")
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(t("failures.bug_title"), "title"))
        column.addWidget(label(t("failures.bug_line"), "soft", wrap=True))
        column.addWidget(text, 1)
        column.addLayout(buttons)


def install_hook(show: Callable[[str], None]) -> None:
    """Send every uncaught exception to the log and to ``show``, as text to copy."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        details = "".join(traceback.format_exception(kind, error, trace))
        log.error("uncaught\n%s", details)
        show(details)

    sys.excepthook = hook
