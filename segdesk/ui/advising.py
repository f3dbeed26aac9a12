"""The page where marketing actions and kinds of customers are changed, and what its changes do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from segdesk.ui.library import Library

if TYPE_CHECKING:
    from segdesk.ui.panels.actions_page import ActionsPage


class Advising:
    """Makes the page when it is first asked for, and keeps it up to date."""

    def __init__(self, library: Library, show_panel: Callable[[str], None]) -> None:
        self._library, self._show_panel = library, show_panel
        self._page: ActionsPage | None = None
        library.actions_changed.connect(self._follow)

    def make_page(self) -> ActionsPage:
        """Give the page where actions are changed."""
        from segdesk.ui.panels.actions_page import ActionsPage

        page = self._page = ActionsPage()
        self._follow()
        page.actions_changed.connect(self._library.set_actions)
        page.reset_requested.connect(lambda entry: self._library.set_actions(entry, None))
        page.persona_changed.connect(self._library.set_persona)
        page.persona_removed.connect(self._library.remove_persona)
        page.back_requested.connect(lambda: self._show_panel("results"))
        return page

    def open(self, entry: str) -> None:
        """Show an entry's actions."""
        self._show_panel("actions")  # which makes the page, if nobody has seen it yet
        assert self._page is not None
        self._page.choose(entry)

    def _follow(self) -> None:
        if self._page is not None:
            self._page.show_actions(self._library.actions(), self._library.personas())
