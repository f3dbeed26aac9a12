"""Customer lists to take along: of which segments, with which columns, for which program."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from segdesk.exports import ListWishes
from segdesk.text import t
from segdesk.ui.panels.export_columns import ColumnChooser
from segdesk.ui.panels.export_segments import SegmentPicks
from segdesk.ui.panels.handout_page import GAP, MARGINS, HandoutPage, about, list_format
from segdesk.ui.session import View
from segdesk.ui.widgets.basics import Button, card, label
from segdesk.ui.widgets.toggle import Toggle


class ExportPanel(HandoutPage):
    """Segments, columns and format of customer lists.

    Signals: those of ``HandoutPage``; ``export_requested(ListWishes)``.
    """

    export_requested = Signal(object)

    def __init__(self) -> None:
        save = Button(t("lists_panel.save"), "primary", name="save_lists", icon="download", role="on_gold")
        super().__init__(name="lists", make=save)
        self._shown: tuple[int, int] | None = None
        self._segments = SegmentPicks()
        self._columns = ColumnChooser(name="lists")
        self._format = list_format("lists")
        self._opt_out = Toggle(name="lists_opt_out", says=t("lists_panel.opt_out"))
        self._opt_out.setChecked(True)
        self._everybody = Toggle(name="lists_everybody", says=t("lists_panel.everybody"))
        self._format_line = label("", "muted", name="lists_format_line", wrap=True)
        self._sum = label("", "strong", name="lists_sum", wrap=True)
        self._segments.changed.connect(self._follow)
        self._columns.changed.connect(self._follow)
        self._format.chosen.connect(self._follow)
        self._lay_out(
            self._cards(),
            title=t("lists_panel.title"),
            intro=t("lists_panel.intro"),
            back=t("lists_panel.back"),
        )
        self._follow()

    def show_view(
        self, view: View, columns: Sequence[str], *, chosen: Sequence[str] = (), format_: str = "csv"
    ) -> None:
        """Offer a view's segments and its file's columns; ``chosen`` and ``format_`` were used last."""
        is_other = self._shown != (view.run.id, view.segments)
        self._shown = view.run.id, view.segments
        self._segments.show_view(view)
        if is_other:
            self._segments.tick_all()
            self._columns.show_columns(columns, chosen)
            self._format.choose(format_)
        self._follow()

    @property
    def format_(self) -> str:
        """The program that the lists are for: one of ``LIST_FORMATS``."""
        return self._format.choice

    @property
    def wishes(self) -> ListWishes | None:
        """What the controls say, None where nothing would be written."""
        segments, columns = self._segments.chosen, self._columns.chosen
        if not segments or not columns:
            return None
        is_workbook = self._format.choice == "xlsx"
        return ListWishes(
            is_workbook=is_workbook,
            columns=columns,
            respects_opt_out=self._opt_out.isChecked(),
            segments=() if self._segments.is_all else segments,
            with_everybody=not is_workbook and self._everybody.isChecked(),
        )

    def _follow(self) -> None:
        is_workbook = self._format.choice == "xlsx"
        self._format_line.setText(t(f"lists_panel.format_{self._format.choice}_line"))
        self._everybody_row.setVisible(not is_workbook)
        wishes = self.wishes
        self._make.setEnabled(wishes is not None and not self._is_busy)
        if wishes is not None:
            text = t(
                "lists_panel.sum",
                lists=len(self._segments.chosen),
                customers=self._segments.customers,
                columns=len(wishes.columns),
            )
        elif self._segments.chosen:
            text = t("lists_panel.no_column")
        else:
            text = t("lists_panel.no_segment")
        self._sum.setText(text)

    def _on_made(self) -> None:
        if (wishes := self.wishes) is not None and not self._is_busy:
            self.export_requested.emit(wishes)

    # Parts

    def _cards(self) -> QWidget:
        page = QWidget()
        cards = QHBoxLayout(page)
        cards.setContentsMargins(0, 0, 0, 16)
        cards.setSpacing(GAP)
        for frame, share in (
            (_titled(t("lists_panel.segments"), self._segments), 5),
            (_titled(t("lists_panel.columns"), self._columns), 4),
            (self._wishes_card(), 4),
        ):
            column = QVBoxLayout()
            column.addWidget(frame)
            column.addStretch(1)
            cards.addLayout(column, share)
        return page

    def _wishes_card(self) -> QFrame:
        frame = card(name="lists_wishes")
        column = QVBoxLayout(frame)
        column.setContentsMargins(*MARGINS)
        column.setSpacing(12)
        column.addWidget(label(t("lists_panel.format"), "strong", wrap=True))
        column.addWidget(self._format, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._format_line)
        column.addWidget(_switched(self._opt_out, t("lists_panel.opt_out")))
        self._everybody_row = _switched(self._everybody, t("lists_panel.everybody"))
        column.addWidget(self._everybody_row)
        column.addLayout(about(t("lists_panel.about")))
        column.addWidget(self._sum)
        column.addWidget(self._make)
        return frame


def _titled(title: str, content: QWidget) -> QFrame:
    """Give a card with a heading."""
    frame = card()
    column = QVBoxLayout(frame)
    column.setContentsMargins(*MARGINS)
    column.setSpacing(10)
    column.addWidget(label(title, "strong", wrap=True))
    column.addWidget(content)
    return frame


def _switched(toggle: Toggle, words: str) -> QWidget:
    """Give a toggle with its words beside it."""
    result = QWidget()
    row = QHBoxLayout(result)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(toggle, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(words, "soft", wrap=True), 1)
    return result
