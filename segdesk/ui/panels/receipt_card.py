"""The import receipt: what became of the file's lines, to compare with the till."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from segdesk.model.reading import LeftOut, Receipt
from segdesk.model.roles import ColumnSummary
from segdesk.model.saved import DatasetInfo
from segdesk.text import t
from segdesk.ui.widgets.basics import label
from segdesk.words import wording


class ReceiptCard(QFrame):
    """Figures of an import, one in a row."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("receipt_card")
        self.setProperty("look", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(label(t("columns.receipt"), "strong"))
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(9)
        self._grid.setColumnStretch(0, 1)
        column.addWidget(self._rows)

    def show_receipt(
        self, info: DatasetInfo, columns: tuple[ColumnSummary, ...], receipt: Receipt | None
    ) -> None:
        """Show what is known of an import; a dataset of before receipts has fewer figures."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        if receipt is not None:
            self._add("lines", t("columns.receipt_lines"), wording.number(receipt.lines))
        self._add("rows", t("columns.receipt_rows"), wording.number(info.rows))
        for number, entry in enumerate(receipt.left_out if receipt else ()):
            self._add(f"left_out_{number}", wording.note_text(entry.reason), wording.number(entry.count))
            self._add_lines(f"lines_{number}", entry)
        if receipt is not None:
            self._add("duplicates", t("columns.receipt_duplicates"), wording.number(receipt.duplicates))
        self._add("columns", t("columns.receipt_columns"), wording.number(info.columns))
        used = sum(column.role.is_used for column in columns)
        self._add("used", t("columns.receipt_used"), wording.number(used))
        missing = sum(column.missing for column in columns)
        self._add("missing", t("columns.receipt_missing"), wording.number(missing))
        if receipt is not None and receipt.first_date:
            self._add("first_date", t("columns.receipt_first_date"), receipt.first_date)
            self._add("last_date", t("columns.receipt_last_date"), receipt.last_date)
        for number, total in enumerate(receipt.totals if receipt else ()):
            figure = f"{wording.number(total.total)} {total.currency}".rstrip()
            self._add(f"total_{number}", t("columns.receipt_total", column=total.column), figure)

    def _add_lines(self, name: str, entry: LeftOut) -> None:
        """Say in which lines of the file that was, where it is known."""
        if not entry.lines:
            return
        lines = ", ".join(str(line) for line in entry.lines)
        if entry.count > len(entry.lines):
            lines += " …"
        says = t("columns.receipt_in_lines", lines=lines, count=entry.count)
        where = label(says, "muted", name=f"receipt_{name}", wrap=True)
        self._grid.addWidget(where, self._grid.rowCount(), 0, 1, 2)

    def _add(self, name: str, says: str, figure: str) -> None:
        row = self._grid.rowCount()
        value = label(figure, "mono", name=f"receipt_{name}")
        value.setAccessibleName(says)
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        words = label(says, "soft", wrap=True)
        self._grid.addWidget(words, row, 0)
        self._grid.addWidget(value, row, 1)
