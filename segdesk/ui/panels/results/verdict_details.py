"""How the verdict came about: the tests with their figures, each segment's repeats, each column's weight."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from segdesk.model.findings import Reliability, Verdict
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.plots.share_bars import ShareBars
from segdesk.ui.plots.tables import SmallTable
from segdesk.ui.session import View
from segdesk.ui.widgets.basics import label
from segdesk.words import findings_wording, wording
from segdesk.words.findings_wording import DOMINATES

MARGIN, GAP = 20, 28
NARROW_PX = 1100
"""Below this the three parts stand one above the other."""
MOST_COLUMNS = 10
"""Of 300 columns, those that matter are the first few; all are in the saved findings."""

FACTS = ("test_dip", "test_silhouette", "test_gap", "silhouette_row", "rows_row")
REPEAT_FACTS = ("repeats_row", "borderline_row")


class _Facts(QWidget):
    """Questions to the left, their figures to the right."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        self._figures: dict[str, QLabel] = {}
        for row, name in enumerate(names):
            question = label(t(f"verdict.{name}"), "soft", wrap=True)
            figure = self._figures[name] = label("", "mono_muted", name=f"verdict_{name}", wrap=True)
            question.setBuddy(figure)
            grid.addWidget(question, row, 0)
            grid.addWidget(figure, row, 1)

    def tell(self, figures: dict[str, str]) -> None:
        """Show these figures; the others aren't known."""
        for name, figure in self._figures.items():
            figure.setText(figures.get(name, t("verdict.not_known")))


class _StabilityTable(SmallTable):
    """Segments with their reliability in a word and a figure."""

    _fewest_rows = 20

    def __init__(self) -> None:
        headers = (t("verdict.segment"), t("verdict.stability"), t("verdict.alike"))
        super().__init__(headers, name="verdict_stability", says=t("verdict.table_name"))

    def show_words(self, names: tuple[str, ...], reliability: Reliability) -> None:
        self.setRowCount(len(names))
        rows = zip(names, reliability.words, reliability.jaccard, strict=True)
        for row, (name, word, value) in enumerate(rows):
            texts = (name, findings_wording.stability_name(word), wording.number(value, 2))
            self._put(row, texts).setFont(theme.font())
            item = self.item(row, 1)
            if item is not None:
                item.setFont(theme.font(theme.SMALL_PX))
                item.setToolTip(findings_wording.stability_sentence(word))
        self.updateGeometry()


class VerdictDetails(QFrame):
    """The figures behind the two dials. Hidden while nothing is known."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("verdict_details")
        self.setProperty("look", "card")
        self._view: View | None = None
        self._verdict: Verdict | None = None
        self._reliability: Reliability | None = None
        self._tests = _Facts(FACTS)
        self._repeats = _Facts(REPEAT_FACTS)
        self._table = _StabilityTable()
        self._means = label("", "strong", name="verdict_means", wrap=True)
        self._bars = ShareBars(name="verdict_columns", says=t("verdict.columns_name"), loud_from=DOMINATES)
        self._columns_line = label("", "muted", name="verdict_columns_line", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(20)
        self._parts = (
            self._part("real_question", self._tests),
            self._part("back_question", self._table, self._repeats),
            self._part("details_columns", self._columns_line, self._bars),
        )
        self._across = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 18, MARGIN, 20)
        column.setSpacing(14)
        column.addWidget(label(t("verdict.details"), "name"))
        column.addWidget(self._means)
        column.addLayout(self._grid)
        self._spread(3)
        self._follow()

    def show_view(self, view: View) -> None:
        """Show the figures of another cut."""
        self._view = view
        self._follow()

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Show the tests, or for None none."""
        self._verdict = verdict
        self._follow()

    def show_reliability(self, reliability: Reliability | None) -> None:
        """Show each segment's repeats, or for None none."""
        self._reliability = reliability
        self._follow()

    def _follow(self) -> None:
        view, verdict, reliability = self._view, self._verdict, self._reliability
        if view is None or (reliability is not None and reliability.segments != view.segments):
            reliability = None
        self.setVisible(view is not None and (verdict is not None or reliability is not None))
        if view is None:
            return
        self._means.setVisible(verdict is not None)
        if verdict is not None:
            self._means.setText(findings_wording.reality_sentence(verdict.reality, view.segments))
        self._tests.tell(_test_figures(verdict, view) if verdict is not None else {})
        self._table.setVisible(reliability is not None)
        if reliability is not None:
            self._table.show_words(view.names, reliability)
        self._repeats.tell(_repeat_figures(reliability) if reliability is not None else {})
        self._show_columns(reliability)

    def _show_columns(self, reliability: Reliability | None) -> None:
        found = reliability.dominance[:MOST_COLUMNS] if reliability is not None else ()
        line = t("verdict.columns_lead" if found else "verdict.columns_none")
        if reliability is not None and findings_wording.dominating(reliability) is not None:
            line = f"{line} {t('verdict.columns_one')}"
        self._columns_line.setText(line)
        self._bars.setVisible(bool(found))
        says = [
            t("verdict.column_share", column=each.column, share=wording.percent(each.moved)) for each in found
        ]
        self._bars.show_shares([(each.column, each.moved) for each in found], says="; ".join(says))

    def _part(self, title: str, *widgets: QWidget) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(t(f"verdict.{title}"), "muted"))
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        return part

    def _spread(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for number, part in enumerate(self._parts):
            self._grid.addWidget(part, number // across, number % across)
            self._grid.setColumnStretch(number, int(number < across))

    def minimumSizeHint(self) -> QSize:
        # One above the other they need a third of the width that they ask for side by side.
        widest = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(widest + 2 * MARGIN, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread(3 if event.size().width() >= NARROW_PX else 1)


def _test_figures(verdict: Verdict, view: View) -> dict[str, str]:
    figures = {
        "test_dip": findings_wording.p_value(verdict.dip_p),
        "test_silhouette": findings_wording.p_value(verdict.silhouette_p),
        "test_gap": str(verdict.gap_segments) if verdict.gap_segments > 1 else t("verdict.gap_none"),
        "rows_row": wording.number(verdict.rows),
    }
    silhouette = view.cut.quality.silhouette
    above = findings_wording.above_chance(verdict, view.segments, silhouette)
    if above is not None:
        figures["silhouette_row"] = t(
            "verdict.silhouette_figure",
            silhouette=wording.number(silhouette, 2),
            chance=wording.number(silhouette - above, 2),
            above=findings_wording.above_chance_text(above),
        )
    return figures


def _repeat_figures(reliability: Reliability) -> dict[str, str]:
    return {
        "repeats_row": wording.number(reliability.repeats),
        "borderline_row": wording.number(reliability.borderline),
    }
