"""Soft changes between pages; still where the system asks for reduced motion."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, Qt
from PySide6.QtWidgets import QApplication, QGraphicsOpacityEffect, QLabel, QStackedWidget, QWidget

FADE_MS = 180

_PROPERTY = "segdesk_reduced_motion"


def set_reduced_motion(app: QApplication, reduced: bool) -> None:
    """Turn soft changes off (or on) for the whole window."""
    app.setProperty(_PROPERTY, reduced)


def is_motion_reduced() -> bool:
    """Whether things should change at once."""
    app = QApplication.instance()
    return bool(app and app.property(_PROPERTY))


class FadeStack(QStackedWidget):
    """Pages of which one shows; a change fades the old page out over the new one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._veil: QLabel | None = None
        self._fade: QPropertyAnimation | None = None

    def show_page(self, page: QWidget) -> None:
        """Bring ``page`` to the front and give it a chance to take the keyboard."""
        if page is self.currentWidget():
            return
        old = self.currentWidget()
        moving = old is not None and self.isVisible() and not is_motion_reduced()
        picture = old.grab() if old is not None and moving else None
        self.setCurrentWidget(page)
        if picture is None:
            return
        self._end()
        # A picture of the old page fades away on top: the new page works from the first moment.
        veil = QLabel(self)
        veil.setPixmap(picture)
        veil.setGeometry(self.rect())
        veil.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        effect = QGraphicsOpacityEffect(veil)
        veil.setGraphicsEffect(effect)
        veil.show()
        veil.raise_()
        fade = QPropertyAnimation(effect, b"opacity", self)
        fade.setDuration(FADE_MS)
        fade.setStartValue(1.0)
        fade.setEndValue(0.0)
        fade.setEasingCurve(QEasingCurve.Type.OutCubic)
        fade.finished.connect(self._end)
        self._veil, self._fade = veil, fade
        fade.start()

    def _end(self) -> None:
        if self._fade is not None:
            self._fade.stop()
            self._fade.deleteLater()
            self._fade = None
        if self._veil is not None:
            self._veil.hide()
            self._veil.deleteLater()
            self._veil = None
