"""Help beside each choice: F1 explains what has the keyboard, the question mark explains the page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from segdesk.text import t
from segdesk.ui.widgets.basics import label
from segdesk.ui.widgets.scrolling import VerticalScroll
from segdesk.ui.window import MainWindow

WIDTH = 440
TALLEST = 0.75
"""Of the window's height."""

GAP = 6


@dataclass(frozen=True, slots=True)
class Topic:
    """One explanation: its words are ``help.<key>_title`` and ``help.<key>``.

    ``controls`` are object names; one that ends in an underscore stands for all that begin so.
    """

    page: str
    key: str
    controls: tuple[str, ...] = ()


TOPICS = (
    Topic("import", "file", ("drop_zone", "choose_file", "try_sample")),
    Topic("import", "saved", ("dataset_",)),
    Topic("import", "saved_recipes", ("open_recipes",)),
    Topic("columns", "roles", ("columns_table",)),
    *(
        Topic("columns", f"role_{role}")
        for role in ("measure", "category", "date", "identifier", "text", "describe", "ignored")
    ),
    Topic("columns", "suggestions", ("suggestion_", "columns_side")),
    Topic("columns", "sales", ("make_customers", "sales_columns")),
    Topic("columns", "reading", ("reading_",)),
    Topic("columns", "data_quality", ("tab_quality", "quality_", "correlation_", "save_correlations_")),
    Topic("configure", "method_ward", ("method_ward", "family_hierarchical")),
    Topic("configure", "method_complete", ("method_complete",)),
    Topic("configure", "method_average", ("method_average",)),
    Topic("configure", "method_single", ("method_single",)),
    Topic("configure", "method_kmeans", ("method_kmeans", "family_centroid")),
    Topic("configure", "method_gmm", ("method_gmm", "family_mixture")),
    Topic("configure", "method_gmm_diagonal", ("method_gmm_diagonal",)),
    Topic("configure", "method_dbscan", ("method_dbscan", "family_density")),
    Topic("configure", "method_hdbscan", ("method_hdbscan",)),
    Topic("configure", "fine_tune", ("fine_tune", "parameter_")),
    Topic("configure", "how_many", ("segments_",)),
    Topic("configure", "pca", ("pca_",)),
    Topic("configure", "encoding", ("encoding", "show_advanced")),
    Topic("configure", "influence", ("influence_",)),
    Topic("configure", "seed", ("seed",)),
    Topic("configure", "compare", ("compare_methods",)),
    Topic("results", "real", ("verdict_",)),
    Topic("results", "back"),
    Topic("results", "silhouette", ("overview_scroll",)),
    Topic("results", "segment", ("segment_card_", "segment_more_")),
    Topic("results", "segment_name", ("rename_", "segment_name_")),
    Topic("results", "sureness"),
    Topic("results", "tab_how_many", ("tab_how_many", "open_how_many")),
    Topic("results", "tab_profiles", ("tab_profiles",)),
    Topic("results", "tab_map", ("tab_map",)),
    Topic("results", "tab_tree", ("tab_dendrogram", "keep_view")),
    Topic("results", "tab_customers", ("tab_customers", "customers_table")),
    Topic("results", "export", ("export", "next")),
    Topic("compare", "comparison", ("compare_table", "use_recommended", "agreement_table")),
    Topic("pair", "pair"),
    Topic("actions", "actions"),
    Topic("lists", "lists"),
    Topic("report", "report"),
    Topic("campaign", "campaign"),
    Topic("campaign", "held_back", ("campaign_control",)),
    Topic("uplift", "uplift"),
    Topic("erase", "erase"),
    Topic("newcomers", "newcomers"),
    Topic("months", "months"),
    Topic("recipes", "recipes"),
    Topic("settings", "settings"),
)


def topic_of(name: str) -> Topic | None:
    """Give what explains a control, by its object name."""
    for topic in TOPICS:
        for control in topic.controls:
            if name == control or (control.endswith("_") and name.startswith(control)):
                return topic
    return None


def explain(panel: QWidget) -> None:
    """Tell the system's own aids what they may say about each control of a panel."""
    for widget in (panel, *panel.findChildren(QWidget)):
        if (topic := topic_of(widget.objectName())) is not None:
            widget.setWhatsThis(t(f"help.{topic.key}"))


class HelpBubble(QFrame):
    """Explanations over the window; Esc, F1 or a click beside it closes it."""

    def __init__(self, parent: QWidget, topics: tuple[Topic, ...]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("help_bubble")
        self.setProperty("look", "toast")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(4)
        for topic in topics:
            column.addWidget(label(t(f"help.{topic.key}_title"), "strong", wrap=True))
            words = label(t(f"help.{topic.key}"), "soft", name=f"help_{topic.key}", wrap=True)
            column.addWidget(words)
            column.addSpacing(8)
        column.addWidget(label(t("help.f1"), "muted", wrap=True))
        self._page = page
        self._scroll = VerticalScroll(page, name="help_scroll", says=t("help.title"))
        outside = QVBoxLayout(self)
        outside.setContentsMargins(1, 1, 1, 1)
        outside.addWidget(self._scroll)
        self.setAccessibleName(t("help.title"))
        self.setAccessibleDescription("\n".join(t(f"help.{topic.key}") for topic in topics))

    def show_beside(self, place: QRect, window: QWidget) -> None:
        """Appear under ``place``, or over it where there is no room, and inside the window."""
        self.ensurePolished()
        tall = self._page.heightForWidth(WIDTH - 16) + 8
        size = QSize(WIDTH, min(tall, round(window.height() * TALLEST)))
        inside = QRect(window.mapToGlobal(QPoint(0, 0)), window.size())
        left = max(inside.left() + GAP, min(place.left(), inside.right() - size.width() - GAP))
        top = place.bottom() + GAP
        if top + size.height() > inside.bottom():
            top = max(inside.top() + GAP, min(place.top(), inside.bottom()) - size.height() - GAP)
        self.setGeometry(QRect(QPoint(left, top), size))
        self.show()
        self._scroll.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_Return, Qt.Key.Key_Space):
            self.close()
        else:
            super().keyPressEvent(event)


class Help(QObject):
    """Answers the window's wish for an explanation."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.acted.connect(self._on_acted)

    def _on_acted(self, key: str) -> None:
        if key == "explain":
            self._explain()

    def _explain(self) -> None:
        widget = QApplication.focusWidget()
        topic, place = None, None
        while widget is not None and widget is not self._window and topic is None:
            topic = topic_of(widget.objectName())
            place = place or QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())
            widget = widget.parentWidget()
        page = tuple(each for each in TOPICS if each.page == self._window.panel_shown)
        topics = (topic,) if topic is not None else page
        if not topics:
            topics = tuple(each for each in TOPICS if each.page == "import")
        if topic is None or place is None:  # the page: under the question mark
            mark = self._window.help_mark
            place = QRect(mark.mapToGlobal(QPoint(0, 0)), mark.size())
        HelpBubble(self._window, topics).show_beside(place, self._window)
