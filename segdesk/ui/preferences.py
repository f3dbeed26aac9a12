"""Settings, About and the welcome: what the user chooses once, and what they may want to know."""

from __future__ import annotations

import platform
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from segdesk import __version__
from segdesk.errors import StoreError
from segdesk.jobs.catalogue import Job
from segdesk.model.events import Failed
from segdesk.paths import APP_NAME, Paths, resource
from segdesk.settings import SETTINGS, Settings
from segdesk.store.moving import remove_database
from segdesk.text import t
from segdesk.text.writing import writing
from segdesk.ui.background import Background
from segdesk.ui.choosers import Choosers
from segdesk.ui.companion import BackgroundCompanion
from segdesk.ui.window import PANEL_STEPS, MainWindow

if TYPE_CHECKING:
    from segdesk.ui.panels.about_panel import AboutPanel
    from segdesk.ui.panels.settings_panel import SettingsPanel
    from segdesk.ui.panels.welcome_panel import WelcomePanel

PREFERENCE_JOBS = (Job.MOVE,)

SETTINGS_PAGE, ABOUT, WELCOME = "settings", "about", "welcome"
NOTICES = "THIRD-PARTY-NOTICES.txt"
"""What an installed copy brings: the licences of everything that is inside."""


class Preferences(BackgroundCompanion):
    """Makes the pages of the menu that belong to no step, and answers them.

    ``is_busy`` tells whether a job runs that saves something.

    Signals: ``moved(Path)``, a sound copy of the database is there now, to be used from here on;
    ``acted(str)``, something of the menu is wanted.
    """

    moved = Signal(object)
    acted = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        *,
        background: Background,
        choosers: Choosers,
        settings: Settings,
        paths: Paths,
        database: Path,
        is_busy: Callable[[], bool],
    ) -> None:
        super().__init__(background)
        self._window, self._choosers = window, choosers
        self._settings, self._paths, self._database = settings, paths, database
        self._is_busy = is_busy
        self._panel: SettingsPanel | None = None
        self._came_from = "import"
        window.acted.connect(self._on_acted)
        window.setting_chosen.connect(self.follow)
        choosers.folder_chosen.connect(lambda _kind, folder: self.move(folder))

    def makers(self) -> dict[str, Callable[[], QWidget]]:
        """Give what makes the three pages."""
        return {SETTINGS_PAGE: self._make_settings, ABOUT: self._make_about, WELCOME: self._make_welcome}

    def _make_settings(self) -> SettingsPanel:
        from segdesk.ui.panels.settings_panel import SettingsPanel

        panel = self._panel = SettingsPanel()
        panel.setting_chosen.connect(self._window.setting_chosen)
        panel.move_requested.connect(self._choosers.choose_database_folder)
        panel.usual_place_requested.connect(lambda: self.move(self._paths.database.parent))
        panel.folder_requested.connect(lambda: self._choosers.show_folder(self._database.parent))
        panel.old_copy_refused.connect(self._delete_old_copy)
        panel.reset_requested.connect(self._reset)
        panel.back_requested.connect(self._go_back)
        self.follow()
        return panel

    def _make_about(self) -> AboutPanel:
        from segdesk.ui.panels.about_panel import AboutFacts, AboutPanel

        places = {"data": self._database.parent, "log": self._paths.log, "settings": self._paths.config}
        panel = AboutPanel(AboutFacts(__version__, places, licences()))
        panel.folder_requested.connect(self._choosers.show_folder)
        panel.copy_requested.connect(self._copy_details)
        panel.back_requested.connect(self._go_back)
        return panel

    def _make_welcome(self) -> WelcomePanel:
        from segdesk.ui.panels.welcome_panel import WelcomePanel

        panel = WelcomePanel()
        panel.sample_requested.connect(lambda: self._leave_welcome("sample"))
        panel.file_requested.connect(lambda: self._leave_welcome("open"))
        panel.skipped.connect(lambda: self._leave_welcome(""))
        return panel

    def welcome_once(self) -> None:
        """Greet who starts SegDesk for the first time."""
        if self._settings["welcomed"] == "no":
            self._settings["welcomed"] = "yes"
            self.panel_asked.emit(WELCOME)

    def _leave_welcome(self, action: str) -> None:
        self.panel_asked.emit("import")
        if action:
            self._window.acted.emit(action)

    def _on_acted(self, key: str) -> None:
        if key in (SETTINGS_PAGE, ABOUT, WELCOME):
            if PANEL_STEPS.get(self._window.panel_shown):
                self._came_from = self._window.panel_shown
            self.panel_asked.emit(key)

    def _go_back(self) -> None:
        self.panel_asked.emit(self._came_from)

    # Settings

    def follow(self, *_chosen: str) -> None:
        """Show what is chosen, wherever it was."""
        if self._panel is not None:
            self._panel.show_settings(
                self._settings, place=str(self._database), is_usual=self._database == self._paths.database
            )

    def _reset(self) -> None:
        before = {each.key: self._settings[each.key] for each in SETTINGS if each.section}
        self._put({each.key: each.default for each in SETTINGS if each.section})
        self._window.toaster.show_toast(
            t("settings.was_reset"), action=t("settings.undo"), on_action=lambda: self._put(before)
        )

    def _put(self, values: dict[str, str]) -> None:
        for key, value in values.items():
            if self._settings[key] != value:
                self._window.setting_chosen.emit(key, value)

    def _copy_details(self) -> None:
        lines = (
            f"{APP_NAME} {__version__}",
            f"Python {platform.python_version()}",
            f"Qt {qVersion()}",
            platform.platform(),
            writing().language,
        )
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._window.toaster.show_toast(t("about.copied"), kind="info")

    # The database

    def move(self, folder: Path) -> None:
        """Copy the database into a folder; when the copy is known to be sound, it is used."""
        if self._is_busy() or self._background.is_busy:
            self._window.toaster.show_toast(t("window.busy"), kind="warning")
            return
        if not self._database.exists():  # nothing to take along: no file yet, or its disk is gone
            self.moved.emit(folder / self._database.name)
            return
        if self._panel is not None:
            self._panel.set_moving(True)
        self._background.ask(Job.MOVE, database=self._database, folder=folder)

    def _on_finished(self, _job: Job, _asked: dict[str, Any], copy: Path) -> None:
        self._end_moving()
        self.moved.emit(copy)

    def _on_failed(self, _job: Job, _asked: dict[str, Any], failure: Failed) -> None:
        self._end_moving()
        self.failed.emit(failure)

    def _end_moving(self) -> None:
        if self._panel is not None:
            self._panel.set_moving(False)

    def _delete_old_copy(self) -> None:
        try:
            remove_database(Path(self._settings["database_before"]))
        except StoreError as error:
            self.failed.emit(Failed(error.code, error.facts))
            return
        self._settings["database_before"] = ""
        self.follow()
        self._window.toaster.show_toast(t("settings.before_deleted"))


def licences() -> tuple[tuple[str, Path], ...]:
    """Give the licence texts that this copy brings, by the names of what they are for."""
    found = [(APP_NAME, resource("LICENSE"))]
    for folder in ("fonts", "icons"):
        for path in sorted(resource(folder).glob("LICENSE-*.txt")):
            found.append((path.stem.removeprefix("LICENSE-"), path))
    notices = resource(NOTICES)
    if notices.exists():
        found.append((notices.stem, notices))
    return tuple(found)
