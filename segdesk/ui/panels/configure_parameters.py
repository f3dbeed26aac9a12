"""A method's own numbers: an empty field leaves the number to the data."""

from __future__ import annotations

import math
import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit

from segdesk.model.methods import Parameter
from segdesk.model.recipe import Method
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.widgets.basics import label
from segdesk.words import wording

FIELD_WIDTH = 150
TINY = 1e-6
"""A lowest value below this only says that the number is above 0."""

CUSTOMERS = ("min_samples", "min_size")
"""These count customers, so no more than there are."""

_WHOLE = re.compile(r"\d{1,3}([ ,.']\d{3})+|\d+")
_DECIMAL = re.compile(r"\d*[.,]?\d+(e-?\d+)?", re.IGNORECASE)
_UNCLEAR = re.compile(r"\d{1,3},\d{3}")
"""One thousand, or one? A decimal comma with three figures behind it isn't guessed at."""


def read_number(text: str, *, is_whole: bool) -> float | None:
    """Read what was typed into a field: a number above 0, or None where it isn't one."""
    text = text.strip()
    if is_whole:
        return float(re.sub(r"\D", "", text)) if _WHOLE.fullmatch(text) else None
    if not _DECIMAL.fullmatch(text) or _UNCLEAR.fullmatch(text):
        return None
    value = float(text.replace(",", "."))
    return value if math.isfinite(value) else None


class ParameterCard(QFrame):
    """A field for each of a method's parameters, checked while one types.

    Signals: ``changed()``.
    """

    changed = Signal()

    def __init__(self, method: Method, parameters: tuple[Parameter, ...]) -> None:
        super().__init__()
        self.setObjectName(f"fine_tune_{method}")
        self.setProperty("look", "card")
        self._parameters = {each.name: each for each in parameters}
        self._rows: int | None = None
        self._fields: dict[str, QLineEdit] = {}
        self._says: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 14, 20, 14)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(2, 1)
        for row, each in enumerate(parameters):
            self._add(grid, row, f"{method}_{each.name}", each)

    def _add(self, grid: QGridLayout, row: int, name: str, parameter: Parameter) -> None:
        title = t(f"configure.parameter_{parameter.name}")
        field = QLineEdit()
        field.setObjectName(f"parameter_{name}")
        field.setAccessibleName(title)
        field.setMaximumWidth(FIELD_WIDTH)
        field.setPlaceholderText(_placeholder(parameter))
        field.textChanged.connect(self._on_changed)
        says = label("", "muted", name=f"parameter_{name}_says", wrap=True)
        self._fields[parameter.name], self._says[parameter.name] = field, says
        self._follow(parameter.name)
        top = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(label(title, "strong", wrap=True), row, 0, top)
        grid.addWidget(field, row, 1, top)
        grid.addWidget(says, row, 2, top)

    @property
    def values(self) -> dict[str, float]:
        """What was given, by name; a field that is empty or wrong is absent."""
        read = {name: self._value(name) for name in self._fields}
        return {name: value for name, value in read.items() if value is not None}

    @property
    def is_valid(self) -> bool:
        """Whether every field is empty or holds a number that can be used."""
        return all(self._is_right(name) for name in self._fields)

    def show_values(self, values: dict[str, float], *, rows: int) -> None:
        """Fill the fields for a dataset of so many customers; what is absent is left to the data."""
        self._rows = rows
        for name, field in self._fields.items():
            field.setText(_written(values[name]) if name in values else "")

    def _value(self, name: str) -> float | None:
        parameter = self._parameters[name]
        value = read_number(self._fields[name].text(), is_whole=parameter.is_whole)
        return value if value is not None and parameter.lowest <= value <= self._highest(name) else None

    def _highest(self, name: str) -> float:
        highest = self._parameters[name].highest
        return min(highest, self._rows) if self._rows and name in CUSTOMERS else highest

    def _is_right(self, name: str) -> bool:
        return not self._fields[name].text().strip() or self._value(name) is not None

    def _on_changed(self) -> None:
        for name in self._fields:
            self._follow(name)
        self.changed.emit()

    def _follow(self, name: str) -> None:
        """Say what a number means, or what is wrong with it."""
        is_right, parameter = self._is_right(name), self._parameters[name]
        says = (
            t(f"configure.parameter_{name}_line") if is_right else _correction(parameter, self._highest(name))
        )
        self._says[name].setText(says)
        theme.look(self._says[name], "muted" if is_right else "error")
        self._fields[name].setAccessibleDescription(says)


def _placeholder(parameter: Parameter) -> str:
    if parameter.default is None:
        return t("configure.from_data")
    return t("configure.usually", value=wording.number(parameter.default))


def _correction(parameter: Parameter, highest: float) -> str:
    if parameter.lowest < TINY:
        return t("configure.not_positive")
    lowest = wording.number(parameter.lowest)
    return t("configure.not_in_range", lowest=lowest, highest=wording.number(highest))


def _written(value: float) -> str:
    return str(int(value)) if value == int(value) else repr(value)
