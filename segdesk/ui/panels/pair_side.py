"""One of two results side by side: who made it, its sizes, and what its segments are like."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from segdesk.charts.parts import Part
from segdesk.model.profile import ProfileTable
from segdesk.text import t
from segdesk.ui.plots.bars import Bars
from segdesk.ui.plots.heatmap import Heatmap
from segdesk.ui.plots.pointing import NONE
from segdesk.ui.plots.twin_table import TwinTable, table_toggle
from segdesk.ui.selection import Selection
from segdesk.ui.session import View
from segdesk.ui.widgets.basics import Button, label
from segdesk.ui.widgets.elided import ElidedLabel
from segdesk.ui.widgets.waiting import Waiting
from segdesk.words import wording
from segdesk.words.captions import bars_of
from segdesk.words.picture_captions import profile_of, twin_of


def fill(frame: QFrame, *, spacing: int = 8) -> QVBoxLayout:
    """Give a card its layout."""
    column = QVBoxLayout(frame)
    column.setContentsMargins(18, 14, 18, 14)
    column.setSpacing(spacing)
    return column


def coloured(parts: tuple[Part, ...], roles: tuple[str, ...]) -> tuple[Part, ...]:
    """Give segments the colours of those that they match in the other result."""
    return tuple(replace(part, role=role) for part, role in zip(parts, roles, strict=True))


class SideCard(QFrame):
    """A result's letter, method, facts and sizes.

    Signals: ``opened()``, this result is to be shown with all its tabs.
    """

    opened = Signal()

    def __init__(self, letter: str) -> None:
        super().__init__()
        self.setObjectName(f"pair_side_{letter.lower()}")
        self.setProperty("look", "card")
        self._letter = letter
        self._method = ElidedLabel("name", name=f"pair_method_{letter.lower()}")
        self._facts = label("", "muted", name=f"pair_facts_{letter.lower()}", wrap=True)
        self._bars = Bars(name=f"pair_bars_{letter.lower()}")
        self._bars.setAccessibleName(t("pair.sizes", letter=letter))
        says = t("pair.open_says", letter=letter)
        button = Button(t("pair.open"), "pill", name=f"pair_open_{letter.lower()}", says=says)
        button.clicked.connect(self.opened)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._method)
        words.addWidget(self._facts)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(label(letter, "pill_gold"), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(words, 1)
        head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = fill(self, spacing=10)
        column.addLayout(head)
        column.addWidget(self._bars)
        column.addStretch(1)

    def show_view(self, view: View, roles: tuple[str, ...]) -> None:
        """Show a result, its segments in these colours."""
        method = view.run.recipe.method
        self._method.setText(wording.method_name(method))
        self._method.setAccessibleName(
            t("pair.side_says", letter=self._letter, method=wording.method_name(method))
        )
        self._facts.setText(
            t(
                "pair.facts",
                term=wording.method_term(method),
                segments=view.segments,
                silhouette=wording.number(view.cut.quality.silhouette, 2),
            )
        )
        spec = bars_of(view.cut)
        self._bars.show_spec(replace(spec, parts=coloured(spec.parts, roles)))


class ProfileCard(QFrame):
    """What a result's segments are like; a line picks its segment out.

    Signals: ``again()``, the profile that couldn't be worked out is to be tried once more.
    """

    again = Signal()

    def __init__(self, letter: str, selection: Selection) -> None:
        super().__init__()
        self.setObjectName(f"pair_profile_{letter.lower()}")
        self.setProperty("look", "card")
        self._selection = selection
        self._view: View | None = None
        self._roles: tuple[str, ...] = ()
        self._waiting = Waiting(t("pair.profile_waiting"), name=f"pair_waiting_{letter.lower()}")
        self._waiting.again.connect(self._on_again)
        self._heatmap = Heatmap(name=f"pair_heatmap_{letter.lower()}")
        self._heatmap.segment_picked.connect(self._on_picked)
        selection.changed.connect(self._follow)
        self._table = TwinTable(name=f"pair_heatmap_{letter.lower()}_table")
        self._toggle = table_toggle(self._table.objectName())
        self._toggle.toggled.connect(self._show_either)
        head = QHBoxLayout()
        head.addWidget(label(t("pair.profile_title", letter=letter), "strong", wrap=True), 1)
        head.addWidget(self._toggle)
        column = fill(self)
        column.addLayout(head)
        column.addWidget(self._waiting)
        column.addWidget(self._heatmap, 1)
        column.addWidget(self._table, 1)
        self._hide_both()

    def show_view(self, view: View, roles: tuple[str, ...]) -> None:
        """Wait for the profile of a result, its segments in these colours."""
        self._view, self._roles = view, roles
        self._waiting.tell(t("pair.profile_waiting"))
        self._waiting.show()
        self._hide_both()

    def show_profile(self, table: ProfileTable) -> None:
        """Show the profile, if it is that of the result in view."""
        view = self._view
        if view is None or (table.run_id, table.segments) != (view.run.id, view.segments):
            return
        spec = profile_of(table, view.cut)
        self._heatmap.show_spec(replace(spec, parts=coloured(spec.parts, self._roles)))
        self._table.show_table(twin_of(spec))
        self._waiting.hide()
        self._toggle.show()
        self._show_either(self._toggle.isChecked())
        self._follow()

    def show_failure(self, run_id: int, segments: int, sentence: str) -> None:
        """Say why there is no profile, if it is that of the result in view and not there yet."""
        view = self._view
        if view is not None and (run_id, segments) == (view.run.id, view.segments):
            self._waiting.fail(sentence)

    def _hide_both(self) -> None:
        for widget in (self._heatmap, self._table, self._toggle):
            widget.hide()

    def _show_either(self, as_table: bool) -> None:
        self._table.setVisible(as_table)
        self._heatmap.setVisible(not as_table)

    def _on_again(self) -> None:
        self._waiting.tell(t("pair.profile_waiting"))
        self.again.emit()

    def _on_picked(self, line: int) -> None:
        if self._view is not None:
            segment = line if line < self._view.segments else NONE
            self._selection.pick_segment(self._view.labels, segment, source=self.objectName())

    def _follow(self) -> None:
        is_own = self._selection.source == self.objectName() and self._selection.segment is not None
        segment = self._selection.segment if is_own and self._view is not None else None
        if segment is None or self._view is None:
            self._heatmap.pick(NONE)
        else:
            self._heatmap.pick(segment if segment >= 0 else self._view.segments)
