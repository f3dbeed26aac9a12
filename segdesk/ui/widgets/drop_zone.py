"""Taking files that are dropped or pasted."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QWidget

from segdesk.ui import theme

RADIUS = 20
DASHES = [4.0, 3.0]
TINT = 0.13
TINT_HOVERED = 0.28
FADES_OUT_AT = 0.55
"""The tint is gone a little below the middle, so that the text stands on the plain ground."""


def dropped_files(data: QMimeData) -> list[Path]:
    """Give the local files among what is dragged or on the clipboard."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def pasted_files(data: QMimeData) -> list[Path]:
    """Give the files on the clipboard, or the one whose path or ``file:`` URL is its text."""
    files = dropped_files(data)
    if files or not data.hasText():
        return files
    lines = [line.strip() for line in data.text().splitlines()]
    # Windows copies a path in quotation marks.
    first = next((line.strip("\"'") for line in lines if line), "")
    if not first:
        return []
    url = QUrl(first)
    return [Path(url.toLocalFile()) if url.isLocalFile() else Path(first).expanduser()]


def mixed(ground: QColor, ink: QColor, share: float) -> QColor:
    """Mix two colours: a gradient of opaque colours shows fewer bands than one of see-through ones."""
    rest = 1 - share
    return QColor.fromRgbF(
        ground.redF() * rest + ink.redF() * share,
        ground.greenF() * rest + ink.greenF() * share,
        ground.blueF() * rest + ink.blueF() * share,
    )


class FileDrops(QObject):
    """Makes any widget, or the whole window, take a dropped file.

    Signals: ``dropped(Path)``, the first file; ``several_dropped(int)``, how many there were
    when it wasn't one, after ``dropped``; ``hovered(bool)``, a file is held over the widget.
    """

    dropped = Signal(object)
    several_dropped = Signal(int)
    hovered = Signal(bool)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def _take(self, event: QDropEvent) -> None:
        files = dropped_files(event.mimeData())
        if not files:
            return
        # The file stays where it is. Where the source offers nothing but to move it, say that nothing
        # was done, or the source would delete it.
        can_copy = bool(event.possibleActions() & Qt.DropAction.CopyAction)
        event.setDropAction(Qt.DropAction.CopyAction if can_copy else Qt.DropAction.IgnoreAction)
        event.accept()
        self.dropped.emit(files[0])
        if len(files) > 1:
            self.several_dropped.emit(len(files))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # QDragEnterEvent is a QDragMoveEvent is a QDropEvent: the narrowest first.
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            if not dropped_files(event.mimeData()):
                return False
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.hovered.emit(True)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.hovered.emit(False)
        elif isinstance(event, QDropEvent):
            self.hovered.emit(False)
            self._take(event)
            return True
        return False


class DropZone(QFrame):
    """A dashed frame that takes a dropped file and can be clicked.

    Signals: ``dropped(Path)``, ``several_dropped(int)`` as `FileDrops`; ``clicked()``.
    """

    dropped = Signal(object)
    several_dropped = Signal(int)
    clicked = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._is_hovered = False
        self._drops = FileDrops(self)
        self._drops.dropped.connect(self.dropped)
        self._drops.several_dropped.connect(self.several_dropped)
        self._drops.hovered.connect(self._on_hovered)
        self.set_open(True)

    def set_open(self, is_open: bool) -> None:
        """Take files and clicks, or not."""
        self.setAcceptDrops(is_open)
        self._is_open = is_open
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_open else Qt.CursorShape.ArrowCursor)
        self._on_hovered(False)

    @property
    def is_hovered(self) -> bool:
        """Whether a file is held over it."""
        return self._is_hovered

    def _on_hovered(self, is_hovered: bool) -> None:
        if is_hovered != self._is_hovered:
            self._is_hovered = is_hovered
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and self._is_open and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()
            return
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self._is_hovered else 1
        area = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        hovered = self._is_hovered
        ground, gold = colours.colour("ground"), colours.colour("gold")
        tint = QLinearGradient(area.topLeft(), area.bottomLeft())
        tint.setColorAt(0, mixed(ground, gold, TINT_HOVERED if hovered else TINT))
        tint.setColorAt(1 if hovered else FADES_OUT_AT, mixed(ground, gold, TINT / 2 if hovered else 0))
        pen = QPen(colours.colour("gold_bright") if hovered else gold, width)
        pen.setDashPattern(DASHES)
        painter.setPen(pen)
        painter.setBrush(tint)
        painter.drawRoundedRect(area, RADIUS, RADIUS)
