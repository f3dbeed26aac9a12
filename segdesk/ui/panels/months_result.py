"""What changed between two months: the figures, the picture, each segment's fate, and whom to call."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from segdesk.charts.specs import TableSpec
from segdesk.model.placement import Call, Migration, Risk, SchemaMatch, Transition
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.panels.file_pages import NoticedCard
from segdesk.ui.panels.months_flow import FlowCard
from segdesk.ui.plots.twin_table import ROW, TwinTable
from segdesk.ui.widgets.basics import Button, IconLabel, breakable, card, label
from segdesk.ui.widgets.note_row import note_row
from segdesk.ui.widgets.scrolling import VerticalScroll
from segdesk.words import wording

FIGURES = ("moved", "joined", "left", "sales")
SHOWN_CALLS = 200
"""Nobody calls more people from a screen; the saved list has all of them."""
MOST_LINES = 9
TABLE_HEAD = 34
WORD_COLUMNS = 4
BEYOND_CHANCE = 1.5
"""Half as many again as chance alone moves are more than one month's luck."""

LEAST_SHIFT = 0.01
"""Borders that shift under fewer than one customer of a hundred have held, however calm chance is."""


def honest_sentence(migration: Migration) -> str:
    """Hold who moved beside what chance moves, and beside borders that shifted."""
    moved = wording.percent(migration.moved)
    anew, shifted = wording.percent(migration.moved_refit), wording.percent(migration.goalposts)
    if migration.noise != migration.noise:
        return t("months.honest_no_noise", moved=moved, anew=anew, shifted=shifted)
    limit = BEYOND_CHANCE * migration.noise
    return t(
        "months.honest",
        moved=moved,
        anew=anew,
        noise=wording.percent(migration.noise),
        shifted=shifted,
        customers="moved" if migration.moved_refit > limit else "chance",
        segments="shifted" if migration.goalposts > max(limit, LEAST_SHIFT) else "held",
    )


def calls_table(migration: Migration, names: tuple[str, ...], most: int | None = None) -> TableSpec:
    """Give the call list, or its first ``most`` customers."""
    headers = [t("months.customer"), t("months.why"), t("months.from"), t("months.to")]
    if migration.sales_column:
        headers += [t("months.sales_before"), t("months.sales_now")]
    rows = tuple(
        _call_row(call, names, has_sales=bool(migration.sales_column)) for call in migration.calls[:most]
    )
    return TableSpec(t("months.calls"), tuple(headers), rows)


def movers_table(migration: Migration, names: tuple[str, ...]) -> TableSpec:
    """Give everybody who moved, for a spreadsheet."""
    headers = (t("months.customer"), t("months.from"), t("months.to"))
    rows = tuple((who, _name(one, names), _name(other, names)) for who, one, other in migration.movers)
    return TableSpec(t("months.movers"), headers, rows)


class MigrationPage(QWidget):
    """Everything about one comparison, in one page that scrolls.

    Signals: ``save_requested(object, str)``, a picture or a table and the wanted suffix.
    """

    save_requested = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("migration_page")
        self._migration: Migration | None = None
        self._names: tuple[str, ...] = ()
        self._figures: dict[str, QLabel] = {}
        self._flow = FlowCard()
        self._flow.save_requested.connect(self.save_requested)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 8, 16)
        column.setSpacing(14)
        column.addWidget(self._build_head())
        column.addWidget(self._flow)
        column.addWidget(self._build_fates())
        column.addWidget(self._build_calls())
        self._noticed = NoticedCard(name="months_noticed")
        column.addWidget(self._noticed)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(VerticalScroll(holder, name="months_scroll"))

    def show_migration(
        self,
        migration: Migration,
        names: tuple[str, ...],
        names_after: tuple[str, ...],
        colours: tuple[int, ...] = (),
    ) -> None:
        """Show another comparison; ``names`` are the older segments', ``names_after`` the newer ones'."""
        self._migration, self._names = migration, names
        self._honest.setText(honest_sentence(migration))
        self._unlike.setText(t("migrate.unlike", count=migration.unlike))
        self._unlike.setVisible(migration.unlike > 0)
        self._show_figures(migration)
        self._flow.show_migration(migration, names, colours)
        self._show_fates(migration.transitions, names, names_after)
        self._show_calls(migration)

    def show_noticed(self, match: SchemaMatch) -> None:
        """Say what was noticed in the newer file's columns."""
        self._noticed.show_match(match)

    def _build_head(self) -> QFrame:
        frame = card(name="months_head")
        grid = QGridLayout()
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(2)
        for place, key in enumerate(FIGURES):
            self._figures[key] = label("", "figure", name=f"months_{key}")
            self._figures[f"{key}_line"] = label("", "muted", name=f"months_{key}_line", wrap=True)
            grid.addWidget(self._figures[key], 0, place)
            grid.addWidget(self._figures[f"{key}_line"], 1, place, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place, 1)
        self._honest = label("", "lead", name="months_honest", wrap=True)
        self._unlike = label("", "soft", name="months_unlike", wrap=True)
        column = QVBoxLayout(frame)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(grid)
        column.addWidget(self._honest)
        column.addWidget(self._unlike)
        return frame

    def _build_fates(self) -> QFrame:
        frame = card(name="months_fates")
        self._fates = QVBoxLayout(frame)
        self._fates.setContentsMargins(20, 14, 20, 14)
        self._fates.setSpacing(8)
        return frame

    def _build_calls(self) -> QFrame:
        frame = card(name="months_calls")
        self._calls_line = label("", "soft", name="months_calls_line", wrap=True)
        self._calls = TwinTable(name="months_calls_table")
        self._save_calls = Button(
            t("months.save_calls"), "primary", name="months_save_calls", icon="download", role="on_gold"
        )
        self._save_movers = Button(t("months.save_movers"), "", name="months_save_movers", icon="download")
        self._save_calls.clicked.connect(self._on_save_calls)
        self._save_movers.clicked.connect(self._on_save_movers)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addStretch(1)
        foot.addWidget(self._save_movers)
        foot.addWidget(self._save_calls)
        column = QVBoxLayout(frame)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(8)
        column.addWidget(label(t("months.calls"), "name", wrap=True))
        column.addWidget(self._calls_line)
        column.addWidget(self._calls)
        column.addLayout(foot)
        return frame

    def _on_save_calls(self) -> None:
        assert self._migration is not None  # the button is on the page that shows one
        self.save_requested.emit(calls_table(self._migration, self._names), ".csv")

    def _on_save_movers(self) -> None:
        assert self._migration is not None
        self.save_requested.emit(movers_table(self._migration, self._names), ".csv")

    def _show_figures(self, migration: Migration) -> None:
        has_sales = migration.sales_moved == migration.sales_moved
        shared = migration.shared
        column = wording.column_words(migration.sales_column)
        texts = {
            "moved": wording.number(len(migration.movers)),
            "moved_line": t("months.moved", shared=shared, share=wording.percent(migration.moved)),
            "joined": wording.number(migration.joined),
            "joined_line": t("months.joined_line", count=migration.joined),
            "left": wording.number(migration.left),
            "left_line": t("months.left_line", count=migration.left),
            "sales": wording.number(migration.sales_moved) if has_sales else "",
            "sales_line": t("months.sales_moved", column=column) if has_sales else "",
        }
        for key, text in texts.items():
            self._figures[key].setText(breakable(text))

    def _show_fates(
        self, transitions: tuple[Transition, ...], names: tuple[str, ...], names_after: tuple[str, ...]
    ) -> None:
        while (item := self._fates.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._fates.addWidget(label(t("months.fates"), "strong"))
        for number, each in enumerate(transitions):
            facts = {
                "before": _listed(each.before, names),
                "after": _listed(each.after, names_after),
                "shared": wording.percent(each.shared),
            }
            icon = IconLabel(*_FATE_ICONS[each.fate], theme.TEXT_PX + 3)
            sentence = breakable(t(f"migrate.{each.fate}", **facts))
            self._fates.addWidget(note_row(sentence, f"months_fate_{number}", icon))

    def _show_calls(self, migration: Migration) -> None:
        count, movers = len(migration.calls), len(migration.movers)
        moved = sum(call.risk is Risk.MOVED for call in migration.calls)
        words = [t("months.calls_line", count=count, moved=moved, sliding=count - moved)]
        if count > SHOWN_CALLS:
            words.append(t("months.calls_shown", count=SHOWN_CALLS))
        self._calls_line.setText(" ".join(words))
        self._calls.show_table(calls_table(migration, self._names, SHOWN_CALLS))
        self._align_words()
        lines = min(MOST_LINES, count)
        self._calls.setFixedHeight(TABLE_HEAD + ROW * lines)
        self._calls.setVisible(count > 0)
        self._save_calls.setEnabled(count > 0)
        self._save_movers.setEnabled(movers > 0)

    def _align_words(self) -> None:
        """Put the words to the left: only what was spent is a figure."""
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for column in range(WORD_COLUMNS):
            cells = [self._calls.item(row, column) for row in range(self._calls.rowCount())]
            for cell in (self._calls.horizontalHeaderItem(column), *cells):
                if cell is not None:
                    cell.setTextAlignment(left)


_FATE_ICONS = {
    "survived": ("circle-check", "success"),
    "split": ("git-fork", "warning"),
    "merged": ("git-fork", "warning"),
    "disappeared": ("circle-x", "error"),
    "appeared": ("sparkles", "gold"),
}


def _listed(segments: tuple[int, ...], names: tuple[str, ...]) -> str:
    return " + ".join(names[segment] for segment in segments)


def _name(segment: int, names: tuple[str, ...]) -> str:
    return names[segment] if segment >= 0 else t("chart.no_segment")


def _call_row(call: Call, names: tuple[str, ...], *, has_sales: bool) -> tuple[str | float | int, ...]:
    row = (
        call.identifier,
        t(f"months.risk_{call.risk}"),
        _name(call.before, names),
        _name(call.after, names),
    )
    if not has_sales:
        return row
    spent = (call.sales_before, call.sales_now)
    return (*row, *("–" if value != value else round(value, 2) for value in spent))
