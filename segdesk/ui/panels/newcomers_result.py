"""What came of placing a file of new customers: how far to trust it, who went where, what was noticed."""

from __future__ import annotations

import math

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from segdesk.charts.palette import OUTLIER_ROLE, segment_role
from segdesk.charts.parts import Part
from segdesk.charts.specs import BarsSpec
from segdesk.model.notes import Note
from segdesk.model.placement import PlacedFile, Trust
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.plots.bars import Bars
from segdesk.ui.widgets.basics import Button, IconLabel, breakable, card, label
from segdesk.ui.widgets.note_row import note_row
from segdesk.ui.widgets.passed_focus import pass_focus
from segdesk.ui.widgets.scrolling import VerticalScroll
from segdesk.words import wording
from segdesk.words.placement_documents import schema_notes

WELL_PLACED = 0.8
"""Four of five in place: a list to act on. Below, the sentence carries a warning."""

DRIFT_DEVIATIONS = 3.0
"""Chance alone brings so many more strangers once in seven hundred files."""

OF = 100


def is_drifting(unlike: int, rows: int, usual: float) -> bool:
    """Tell whether more customers look like no segment than chance brings where ``usual`` of them do.

    The normal approximation of the binomial distribution.
    """
    spread = math.sqrt(max(usual * (1 - usual) * rows, 1.0))
    return unlike > usual * rows + DRIFT_DEVIATIONS * spread


def headline(trust: Trust | None) -> str:
    """Say how far placing can be trusted: by the nested agreement, the honest figure."""
    if trust is None:
        return t("newcomers.no_trust")
    return t("newcomers.headline", count=round(trust.nested.equal * OF), of=OF)


class PlacedCard(QWidget):
    """A placed file.

    Signals: ``save_list_requested()``; ``another_requested()``, a further file is to be placed.
    """

    save_list_requested = Signal()
    another_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("placed_page")
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(14)
        column.addWidget(self._build_trust())
        column.addWidget(self._build_sizes())
        self._notes = card(name="placed_notes")
        self._note_column = QVBoxLayout(self._notes)
        self._note_column.setContentsMargins(20, 14, 20, 14)
        self._note_column.setSpacing(8)
        column.addWidget(self._notes)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(VerticalScroll(holder, name="placed_scroll"), 1)
        outer.addWidget(self._build_list())
        pass_focus(self, self._save)

    def show_placed(self, placed: PlacedFile, names: tuple[str, ...], colours: tuple[int, ...] = ()) -> None:
        """Show where a file's customers went."""
        trust = placed.trust
        is_well = trust is not None and trust.nested.equal >= WELL_PLACED
        self._medal.set_icon(*(("circle-check", "success") if is_well else ("triangle-alert", "warning")))
        self._headline.setText(headline(trust))
        self._measured.setText("" if trust is None else _measured(trust))
        self._measured.setVisible(trust is not None)
        self._bars.show_spec(_bars(placed, names, colours))
        self._placed.setText(t("newcomers.placed", count=placed.rows, how=placed.kind))
        self._show_strangers(placed)
        self._show_notes(placed)
        self._written.setText(
            t("newcomers.written", path=breakable(placed.path)) if placed.path else t("newcomers.not_written")
        )

    def _build_trust(self) -> QFrame:
        frame = card(name="placed_trust")
        self._medal = IconLabel("circle-check", "success", 22)
        self._headline = label("", "name", name="placed_headline", wrap=True)
        self._measured = label("", "muted", name="placed_measured", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._headline)
        words.addWidget(self._measured)
        row = QHBoxLayout(frame)
        row.setContentsMargins(20, 14, 18, 14)
        row.setSpacing(14)
        row.addWidget(self._medal)
        row.addLayout(words, 1)
        return frame

    def _build_sizes(self) -> QFrame:
        frame = card(name="placed_sizes")
        self._placed = label("", "strong", name="placed_count", wrap=True)
        self._bars = Bars(name="placed_bars")
        self._strangers_icon = IconLabel("info", "soft", theme.TEXT_PX + 3)
        self._strangers = label("", "soft", name="placed_strangers", wrap=True)
        strangers = QHBoxLayout()
        strangers.setSpacing(10)
        strangers.addWidget(self._strangers_icon)
        strangers.addWidget(self._strangers, 1)
        column = QVBoxLayout(frame)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(10)
        column.addWidget(self._placed)
        column.addWidget(self._bars)
        column.addLayout(strangers)
        return frame

    def _build_list(self) -> QFrame:
        frame = card(name="placed_list")
        self._written = label("", "soft", name="placed_written", wrap=True)
        self._save = Button(
            t("newcomers.save"), "primary", name="placed_save", icon="download", role="on_gold"
        )
        another = Button(t("newcomers.another"), "", name="placed_another", icon="upload")
        self._save.clicked.connect(self.save_list_requested)
        another.clicked.connect(self.another_requested)
        row = QHBoxLayout(frame)
        row.setContentsMargins(20, 12, 18, 12)
        row.setSpacing(12)
        row.addWidget(self._written, 1)
        row.addWidget(another)
        row.addWidget(self._save)
        return frame

    def _show_strangers(self, placed: PlacedFile) -> None:
        usual = None if placed.trust is None else placed.trust.abstained
        is_drift = usual is not None and is_drifting(placed.unlike, placed.rows, usual)
        self._strangers_icon.set_icon(*(("triangle-alert", "warning") if is_drift else ("info", "soft")))
        share = wording.percent(placed.unlike / placed.rows if placed.rows else 0.0)
        words = [t("newcomers.unlike", count=placed.unlike, share=share)]
        if usual is not None:
            code = "newcomers.drifting" if is_drift else "newcomers.not_drifting"
            words.append(t(code, usual=wording.percent(usual)))
        self._strangers.setText(" ".join(words))

    def _show_notes(self, placed: PlacedFile) -> None:
        while (item := self._note_column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        notes = _notes(placed)
        self._notes.setVisible(bool(notes))
        self._note_column.addWidget(label(t("newcomers.noticed"), "strong"))
        for number, note in enumerate(notes):
            icon = IconLabel("info", "soft", theme.TEXT_PX + 3)
            sentence = breakable(wording.note_text(note))
            self._note_column.addWidget(note_row(sentence, f"placed_note_{number}", icon))


def _measured(trust: Trust) -> str:
    return t(
        "newcomers.measured",
        rows=trust.rows,
        splits=trust.splits,
        rand=wording.number(trust.nested.adjusted_rand, 2),
        together=wording.percent(trust.together.equal),
        flatters="yes" if trust.together.equal > trust.nested.equal else "no",
    )


def _notes(placed: PlacedFile) -> list[Note]:
    """Give what was noticed; a gap says more about a missing column than that it is missing."""
    told = {note.facts.get("column") for note in placed.gaps}
    about = [
        n for n in schema_notes(placed.match) if n.code != "schema.missing" or n.facts["column"] not in told
    ]
    return [*about, *placed.gaps]


def _bars(placed: PlacedFile, names: tuple[str, ...], colours: tuple[int, ...]) -> BarsSpec:
    roles = (segment_role(number, colours) for number in range(len(names)))
    rows = [*zip(names, placed.sizes, roles, strict=True)]
    if placed.unlike:
        rows.append((t("place.unlike"), placed.unlike, OUTLIER_ROLE))
    whole = max(placed.rows, 1)
    parts = [
        Part(name, size, wording.number(size), wording.percent(size / whole), role)
        for name, size, role in rows
    ]
    return BarsSpec(t("chart.bars_title"), tuple(parts))
