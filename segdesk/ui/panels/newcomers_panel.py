"""New customers and the segments of a run: a file of them, or one typed in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from segdesk.model.placement import PlacedFile, PlacedOne
from segdesk.model.profile import ProfileTable
from segdesk.model.saved import RunInfo
from segdesk.text import t
from segdesk.ui.panels.file_pages import DropInvite, FailureLine
from segdesk.ui.panels.file_panel import ConsentPanel
from segdesk.ui.panels.newcomers_consent import Purpose
from segdesk.ui.panels.newcomers_form import OneForm
from segdesk.ui.panels.newcomers_result import PlacedCard
from segdesk.ui.widgets.basics import breakable

FORM_WIDTHS = (300, 400)


class NewcomersPanel(ConsentPanel):
    """A file's customers to the left, one customer to the right.

    Signals: those of ``ConsentPanel``; ``save_list_requested()``; ``one_requested(dict)``.
    """

    save_list_requested = Signal()
    one_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__(
            name="newcomers",
            invite=DropInvite(name="newcomers", title=t("newcomers.drop"), line=t("newcomers.drop_line")),
            trouble=FailureLine(name="newcomers", again=t("newcomers.another"), icon="upload"),
            purpose=Purpose.PLACE,
        )
        self._used: frozenset[str] = frozenset()
        self._placed = PlacedCard()
        self._placed.save_list_requested.connect(self.save_list_requested)
        self._placed.another_requested.connect(self.show_invite)
        self._stack.addWidget(self._placed)
        self._form = OneForm()
        self._form.setMinimumWidth(FORM_WIDTHS[0])
        self._form.setMaximumWidth(FORM_WIDTHS[1])
        self._form.one_requested.connect(self.one_requested)
        sides = QWidget()
        row = QHBoxLayout(sides)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._stack, 5)
        row.addWidget(self._form, 3)
        self._lay_out(t("newcomers.title"), body=sides)
        self.show_invite()

    # What there is to show

    def show_run(self, run: RunInfo, table: ProfileTable | None = None) -> None:
        """Place in another run's segments; ``table`` is its profile, or follows with ``show_fields``."""
        self._used = frozenset(use.name for use in run.recipe.used)
        self._line.setText(breakable(t("newcomers.line", segments=run.segments, dataset=run.dataset_name)))
        self.show_fields(table)
        self.show_invite()

    def show_fields(self, table: ProfileTable | None) -> None:
        """Make the single customer's fields from the run's profile."""
        self._form.show_fields(table, self._used)

    def show_placed(self, placed: PlacedFile, names: tuple[str, ...], colours: tuple[int, ...] = ()) -> None:
        """Show where the file's customers went."""
        self._placed.show_placed(placed, names, colours)
        self._show(self._placed)
        self._placed.setFocus()

    def show_one(self, placed: PlacedOne, names: tuple[str, ...], colours: tuple[int, ...] = ()) -> None:
        """Say where the single customer goes."""
        self._form.show_one(placed, names, colours)

    def show_one_failure(self, sentence: str) -> None:
        """Say why the single customer couldn't be placed."""
        self._form.show_failure(sentence)
