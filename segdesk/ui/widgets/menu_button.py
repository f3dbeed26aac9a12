"""A button that opens a menu."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from segdesk.ui.widgets.basics import Button


def menu_button(
    text: str, *, name: str, icon: str, entries: Mapping[str, str], chosen: Callable[[str], object]
) -> Button:
    """Make a pill with a menu of ``entries``, text by key; ``chosen`` is called with the key.

    The menu's object name is the button's with ``_menu``, an action's is the button's with its key.
    """
    button = Button(text, "pill", name=name, icon=icon, size=14)
    menu = QMenu(button)
    menu.setObjectName(f"{name}_menu")
    for key, words in entries.items():
        action = QAction(words, menu)
        action.setObjectName(f"{name}_{key}")
        action.triggered.connect(lambda _checked, key=key: chosen(key))
        menu.addAction(action)
    button.setMenu(menu)
    return button
