"""Says how many customers are picked out, and lets them go."""

from __future__ import annotations

from PySide6.QtCore import Slot

from segdesk.text import t
from segdesk.ui.selection import Selection
from segdesk.ui.widgets.basics import Button


class SelectionPill(Button):
    """A pill that shows only while customers are picked out; a click picks nobody out."""

    def __init__(self, selection: Selection, *, name: str) -> None:
        super().__init__("", "pill", name=name, icon="x", role="gold_bright", size=13)
        self.setCheckable(True)
        self.setToolTip(t("profiles.picked_says"))
        self._selection = selection
        selection.changed.connect(self._on_changed)
        self.clicked.connect(selection.clear)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        count = self._selection.count
        text = t("profiles.picked", count=count)
        self.setText(text)
        self.setAccessibleName(f"{text}. {t('profiles.picked_says')}")
        self.setChecked(True)
        self.setVisible(count > 0)
