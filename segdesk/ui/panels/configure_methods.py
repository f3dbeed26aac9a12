"""How segments are found: a family, one of its methods, and what may be tuned about it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from segdesk.model.methods import METHODS, Family, MethodInfo, info
from segdesk.model.recipe import Method
from segdesk.text import t
from segdesk.ui.panels.configure_parameters import ParameterCard
from segdesk.ui.widgets.basics import Button
from segdesk.ui.widgets.choice_card import ChoiceCard
from segdesk.words import wording

RECOMMENDED = Method.WARD
"""Compact segments, any number of them from one tree, and no number to tune."""

CARDS_ACROSS = 2
PILL_GAP = 8


class FamilyRow(QWidget):
    """A pill for each family of methods, in two rows where one hasn't the room.

    Signals: ``chosen(str)``, the family that was just chosen.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("method_families")
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(PILL_GAP)
        self._pills: dict[Family, Button] = {}
        for family in Family:
            pill = Button(t(f"configure.family_{family}"), "pill", name=f"family_{family}")
            pill.setCheckable(True)
            pill.setAccessibleDescription(t(f"configure.family_{family}_line"))
            pill.setToolTip(t(f"configure.family_{family}_line"))
            self._group.addButton(pill)
            self._pills[family] = pill
            pill.toggled.connect(lambda on, family=family: self.chosen.emit(str(family)) if on else None)
        self._across = 0
        self._spread(len(self._pills))

    def choose(self, family: Family) -> None:
        """Choose a family as if its pill were clicked."""
        self._pills[family].setChecked(True)

    def _spread(self, across: int) -> None:
        if across == self._across:
            return
        self._grid.setColumnStretch(self._across, 0)
        self._across = across
        for position, pill in enumerate(self._pills.values()):
            self._grid.addWidget(pill, position // across, position % across)
        self._grid.setColumnStretch(across, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = sum(pill.sizeHint().width() + PILL_GAP for pill in self._pills.values())
        self._spread(len(self._pills) if wanted <= self.width() + PILL_GAP else len(self._pills) // 2)

    def minimumSizeHint(self) -> QSize:
        half = len(self._pills) // 2
        widest = max(pill.minimumSizeHint().width() for pill in self._pills.values())
        return QSize(half * widest + (half - 1) * PILL_GAP, super().minimumSizeHint().height())


class MethodCards(QWidget):
    """The methods of one family, of which one is chosen.

    Signals: ``changed()``.
    """

    changed = Signal()

    def __init__(self, methods: tuple[MethodInfo, ...]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._cards: dict[Method, ChoiceCard] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        for column in range(CARDS_ACROSS):
            grid.setColumnStretch(column, 1)
        for position, each in enumerate(methods):
            method = each.method
            choice = ChoiceCard(
                name=f"method_{method}",
                title=wording.method_name(method),
                term=wording.method_term(method),
                line=t(f"configure.method_{method}_line"),
                badge=t("configure.recommended") if method is RECOMMENDED else "",
            )
            self._cards[method] = choice
            self._group.addButton(choice)
            grid.addWidget(choice, position // CARDS_ACROSS, position % CARDS_ACROSS)
        self.choose(methods[0].method)
        self._group.buttonToggled.connect(lambda _card, on: self.changed.emit() if on else None)

    @property
    def method(self) -> Method:
        """The method that is chosen."""
        return next(method for method, choice in self._cards.items() if choice.isChecked())

    def choose(self, method: Method) -> None:
        """Choose a method as if its card were clicked."""
        self._cards[method].setChecked(True)


class MethodChooser(QWidget):
    """Families, methods and their parameters; each family remembers its method, each method its numbers.

    Signals: ``changed()``.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("method_chooser")
        self._family = info(RECOMMENDED).family
        self._families = FamilyRow()
        self._cards = {
            family: MethodCards(tuple(each for each in METHODS if each.family is family)) for family in Family
        }
        self._parameters = {
            each.method: ParameterCard(each.method, each.parameters) for each in METHODS if each.parameters
        }
        self._tune = Button(
            t("configure.fine_tune"), "link", name="fine_tune", icon="chevron-right", role="gold_bright"
        )
        self._tune.setCheckable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._families)
        for cards in self._cards.values():
            column.addWidget(cards)
            cards.changed.connect(self._on_changed)
        column.addWidget(self._tune, 0, Qt.AlignmentFlag.AlignLeft)
        for fields in self._parameters.values():
            column.addWidget(fields)
            fields.changed.connect(self.changed)
        self._families.choose(self._family)
        self._families.chosen.connect(self._on_family_chosen)
        self._tune.toggled.connect(self._follow)
        self._follow()

    @property
    def method(self) -> Method:
        """The method that is chosen."""
        return self._cards[self._family].method

    @property
    def parameters(self) -> dict[str, float]:
        """The numbers that were given for the method; what is absent comes from the data."""
        fields = self._parameters.get(self.method)
        return fields.values if fields else {}

    @property
    def is_valid(self) -> bool:
        """Whether every number that was given can be used."""
        fields = self._parameters.get(self.method)
        return fields is None or fields.is_valid

    def choose(self, method: Method, parameters: dict[str, float], *, rows: int) -> None:
        """Show a recipe's method for so many customers; numbers that were given are never hidden."""
        for each, fields in self._parameters.items():
            fields.show_values(parameters if each is method else {}, rows=rows)
        family = info(method).family
        self._cards[family].choose(method)
        self._families.choose(family)
        self._tune.setChecked(bool(parameters))
        self._follow()

    def _on_family_chosen(self, family: str) -> None:
        self._family = Family(family)
        self._on_changed()

    def _on_changed(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        """Show what belongs to the method that is chosen. The one place that does."""
        for family, cards in self._cards.items():
            cards.setVisible(family is self._family)
        method, is_open = self.method, self._tune.isChecked()
        self._tune.setVisible(method in self._parameters)
        self._tune.set_icon("chevron-down" if is_open else "chevron-right", "gold_bright")
        for each, fields in self._parameters.items():
            fields.setVisible(is_open and each is method)
