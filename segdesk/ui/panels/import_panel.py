"""The first screen: drop a file, try the sample, or open one of the files from before.

Part of the first second, so nothing heavier than Qt is imported here.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.panels.dataset_list import DatasetList
from segdesk.ui.widgets.basics import Button, label
from segdesk.ui.widgets.drop_zone import DropZone, pasted_files
from segdesk.words import wording

if TYPE_CHECKING:
    from segdesk.model.saved import DatasetInfo

MARGIN = 24
SIDE_WIDTHS = (320, 380)
ROUND = 72
PROGRESS_STEPS = 1000
"""Fine enough that the bar glides."""


class _RoundIcon(QWidget):
    """The upload icon in a round tint."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(ROUND, ROUND)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().colour("gold_tint"))
        painter.drawEllipse(QRectF(self.rect()))
        icon = theme.pixmap("upload", "gold_bright", 30, self.devicePixelRatioF())
        painter.drawPixmap((ROUND - 30) // 2, (ROUND - 30) // 2, icon)


def _centred(text: str, look: str, name: str) -> QWidget:
    result = label(text, look, name=name, wrap=True)
    result.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return result


class ImportPanel(QWidget):
    """Where a file comes in.

    Signals: ``file_requested()``, open the file chooser; ``file_chosen(Path)``, dropped or
    pasted; ``several_dropped(int)``, more files came than the one that was taken;
    ``sample_requested()``; ``recipes_requested()``, show the saved recipes; ``dataset_opened(int)``,
    ``runs_requested(int)`` and ``delete_requested(int)`` with a dataset's id; ``cancel_requested()``.
    """

    file_requested = Signal()
    file_chosen = Signal(object)
    several_dropped = Signal(int)
    sample_requested = Signal()
    recipes_requested = Signal()
    dataset_opened = Signal(int)
    runs_requested = Signal(int)
    delete_requested = Signal(int)
    cancel_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("import_panel")
        self._zone = DropZone(name="drop_zone")
        self._zone.setAccessibleName(t("import.hero"))
        self._zone.dropped.connect(self.file_chosen)
        self._zone.several_dropped.connect(self.several_dropped)
        self._zone.clicked.connect(self.file_requested)
        self._pages = QStackedLayout(self._zone)
        self._pages.addWidget(self._made_invitation())
        self._pages.addWidget(self._made_progress())
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        row.setSpacing(MARGIN)
        row.addWidget(self._zone, 5)
        row.addWidget(self._made_side(), 2)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self._on_pasted)
        self.setFocusProxy(self._choose)
        self.show_datasets(())

    @property
    def is_busy(self) -> bool:
        """Whether a file is being read."""
        return self._pages.currentIndex() == 1

    def show_datasets(self, datasets: tuple[DatasetInfo, ...]) -> None:
        """List the saved datasets in this order."""
        self._list.show_datasets(datasets)
        self._list.setVisible(bool(datasets))
        self._hint.setText(t("import.files_hint") if datasets else t("import.files_empty"))

    def set_busy(self, stage: str | None, share: float = 0.0) -> None:
        """Show that a file is being read, and how far; ``None`` invites the next one."""
        was_busy = self.is_busy
        self._stage.setText(stage or "")
        self._bar.setValue(round(share * PROGRESS_STEPS))
        self._share.setText(wording.percent(share))
        if was_busy == (stage is not None):
            return
        had_focus = self._zone.isAncestorOf(self.focusWidget())
        self._zone.set_open(stage is None)
        self._pages.setCurrentIndex(0 if stage is None else 1)
        if had_focus:
            (self._choose if stage is None else self._cancel).setFocus()

    def _made_invitation(self) -> QWidget:
        page = QWidget()
        self._choose = Button(
            t("import.choose"), "primary", name="choose_file", icon="folder-open", role="on_gold"
        )
        self._choose.clicked.connect(self.file_requested)
        sample = Button(t("import.sample"), name="try_sample", icon="sparkles")
        sample.clicked.connect(self.sample_requested)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch(1)
        buttons.addWidget(self._choose)
        buttons.addWidget(sample)
        buttons.addStretch(1)
        column = QVBoxLayout(page)
        column.setContentsMargins(32, 24, 32, 24)
        column.addStretch(1)
        column.addWidget(_RoundIcon(), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(10)
        column.addWidget(_centred(t("import.hero"), "hero", "import_hero"))
        column.addSpacing(8)
        column.addWidget(_centred(t("import.lead"), "lead", "import_lead"))
        column.addSpacing(18)
        column.addLayout(buttons)
        column.addSpacing(12)
        column.addWidget(self._made_keys())
        column.addStretch(1)
        return page

    def _made_keys(self) -> QWidget:
        keys = {"open": QKeySequence.StandardKey.Open, "paste": QKeySequence.StandardKey.Paste}
        names = {
            name: escape(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText))
            for name, key in keys.items()
        }
        # The one rich text: it sets the keys in the figures' font.
        result = label("", "muted", name="import_keys", wrap=True)
        result.setTextFormat(Qt.TextFormat.RichText)
        result.setText(t("import.keys", font=theme.MONO[0], **names))
        result.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return result

    def _made_progress(self) -> QWidget:
        page = QWidget()
        self._stage = label(name="import_stage", look="soft")
        self._share = label(name="import_share", look="mono_muted")
        self._bar = QProgressBar()
        self._bar.setObjectName("import_progress")
        self._bar.setAccessibleName(t("import.reading"))
        self._bar.setRange(0, PROGRESS_STEPS)
        self._bar.setTextVisible(False)
        self._cancel = Button(t("import.cancel"), name="import_cancel", icon="x")
        self._cancel.clicked.connect(self.cancel_requested)
        words = QHBoxLayout()
        words.addWidget(self._stage, 1)
        words.addWidget(self._share)
        middle = QWidget()
        middle.setMaximumWidth(420)
        middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        inner = QVBoxLayout(middle)
        inner.setSpacing(10)
        inner.addWidget(_centred(t("import.reading"), "hero", "import_reading"))
        inner.addSpacing(8)
        inner.addLayout(words)
        inner.addWidget(self._bar)
        inner.addSpacing(12)
        inner.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignHCenter)
        column = QHBoxLayout(page)
        column.setContentsMargins(32, 24, 32, 24)
        column.addStretch(1)
        column.addWidget(middle, 4)
        column.addStretch(1)
        return page

    def _made_side(self) -> QWidget:
        side = QWidget()
        side.setMinimumWidth(SIDE_WIDTHS[0])
        side.setMaximumWidth(SIDE_WIDTHS[1])
        self._list = DatasetList()
        self._list.opened.connect(self.dataset_opened)
        self._list.runs_requested.connect(self.runs_requested)
        self._list.delete_requested.connect(self.delete_requested)
        self._hint = label(look="muted", name="import_files_hint", wrap=True)
        self._recipes = Button(t("import.recipes"), "pill", name="open_recipes", icon="list", size=14)
        self._recipes.clicked.connect(self.recipes_requested)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(label(t("import.files"), "title", name="import_files"))
        # The card grows with its rows up to its maximum; what is left goes below the hint.
        column.addWidget(self._list, 1)
        column.addWidget(self._hint)
        column.addWidget(self._recipes, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(0)
        return side

    def _on_pasted(self) -> None:
        files = pasted_files(QGuiApplication.clipboard().mimeData())
        if not files or self.is_busy:
            return
        self.file_chosen.emit(files[0])
        if len(files) > 1:
            self.several_dropped.emit(len(files))
