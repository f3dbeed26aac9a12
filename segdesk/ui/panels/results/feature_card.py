"""What was used and left out, and why: the sums behind the segments in plain words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from segdesk.model.result import FeatureConfig
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.widgets.basics import breakable, label, rule
from segdesk.words import wording

BAR_ROW_PX = 20
BAR_PX = 8
NUMBER_PX = 26
SHARE_PX = 48


class VarianceBars(QWidget):
    """How much of the variation each direction holds, as one bar each."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pca_bars")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._shares: tuple[float, ...] = ()

    def show_shares(self, shares: tuple[float, ...]) -> None:
        """Show these shares, each 0 … 1."""
        self._shares = shares
        self.setAccessibleName(t("overview.pca_title"))
        told = ", ".join(wording.percent(share) for share in shares)
        self.setAccessibleDescription(t("overview.pca_bars", shares=told))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(160, BAR_ROW_PX * len(self._shares))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.TINY_PX, families=theme.MONO))
        full = max(1.0, self.width() - NUMBER_PX - SHARE_PX)
        longest = max(self._shares, default=1.0) or 1.0
        for position, share in enumerate(self._shares):
            top = position * BAR_ROW_PX
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.setPen(colours.colour("muted"))
            painter.drawText(QRectF(0, top, NUMBER_PX, BAR_ROW_PX), middle, str(position + 1))
            place = QRectF(self.width() - SHARE_PX, top, SHARE_PX, BAR_ROW_PX)
            painter.setPen(colours.colour("soft"))
            painter.drawText(place, middle | Qt.AlignmentFlag.AlignRight, wording.percent(share))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("soft"))
            bar = QRectF(NUMBER_PX, top + (BAR_ROW_PX - BAR_PX) / 2, max(2.0, full * share / longest), BAR_PX)
            painter.drawRoundedRect(bar, 2, 2)


class FeatureCard(QFrame):
    """The columns used, those left out with the reason, the preparation, and PCA's directions."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("feature_card")
        self.setProperty("look", "card")
        self._features: FeatureConfig | None = None
        self._body: QWidget | None = None
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(20, 18, 20, 18)
        self._outer.setSpacing(10)
        self._outer.addWidget(label(t("overview.used_title"), "strong", wrap=True))

    def show_features(self, features: FeatureConfig) -> None:
        """Show what a run used; every cut of one run shares it."""
        if features is self._features:
            return
        self._features = features
        old, self._body = self._body, self._new_body(features)
        if old is not None:
            old.hide()
            old.deleteLater()
        self._outer.addWidget(self._body)
        self._body.show()

    def _new_body(self, features: FeatureConfig) -> QWidget:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        groups = (("measures", features.numeric_features), ("categories", features.categorical_features))
        for name, columns in groups:
            if columns:
                text = ", ".join(breakable(column) for column in columns)
                _add(layout, _heading(name), label(text, "soft", name=f"used_{name}", wrap=True))
        _section(layout, "left_out")
        for excluded in features.excluded:
            reason = label(breakable(wording.note_text(excluded.reason)), "muted", wrap=True)
            _add(layout, label(breakable(excluded.name), "soft", wrap=True), reason)
        if not features.excluded:
            layout.addWidget(label(t("overview.nothing_left_out"), "soft", wrap=True))
        if features.notes:
            _section(layout, "decisions")
            for note in features.notes:
                _add(layout, label(breakable(wording.note_text(note)), "soft", wrap=True))
        if features.pca_applied:
            _section(layout, "pca_title")
            _add(layout, *_variance(features))
        return body


def _variance(features: FeatureConfig) -> tuple[QWidget, QWidget]:
    bars = VarianceBars()
    bars.show_shares(features.pca_variances)
    kept = features.pca_explained_variance
    share = wording.percent(sum(features.pca_variances) if kept is None else kept)
    text = t("overview.pca_total", count=len(features.pca_variances), share=share)
    return bars, label(text, "soft", name="pca_total", wrap=True)


def _heading(name: str) -> QLabel:
    return label(t(f"overview.{name}"), "muted", wrap=True)


def _section(layout: QVBoxLayout, name: str) -> None:
    layout.addSpacing(8)
    layout.addWidget(rule())
    layout.addSpacing(6)
    layout.addWidget(_heading(name))


def _add(layout: QVBoxLayout, *widgets: QWidget) -> None:
    for widget in widgets:
        layout.addWidget(widget)
    layout.addSpacing(4)
