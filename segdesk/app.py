"""Starts the window. The only place that knows everything."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from segdesk.paths import APP_NAME, Paths
from segdesk.settings import Settings
from segdesk.ui.ground import apply_ground, system_theme
from segdesk.ui.window import MainWindow

if TYPE_CHECKING:  # imported where they are made
    from segdesk.ui.companion import Companion
    from segdesk.ui.errands import Errands

LOG_BYTES = 500_000
"""Enough for the last few tracebacks; nothing is logged while all goes well."""


def run_window(arguments: list[str]) -> int:
    """Open the window and give the exit code when it closes."""
    paths = Paths.of_user()
    database, file = _read_arguments(arguments, paths)
    app = QApplication(sys.argv[:1])
    app.setApplicationName(APP_NAME)
    settings = Settings(paths.settings)
    apply_ground(app, _theme_name(settings))
    window = MainWindow(settings["geometry"])
    window.show()
    # The window stands; all that takes time comes with the next turn of the event loop.
    rest = App(app, window, settings, database)
    QTimer.singleShot(0, lambda: rest.begin(file, paths.log))
    return app.exec()


def _read_arguments(arguments: list[str], paths: Paths) -> tuple[Path, Path | None]:
    database, file = paths.database, None
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word == "--database" and rest:
            database = Path(rest.pop(0))
        elif word.startswith("--database="):
            database = Path(word.partition("=")[2])
        elif not word.startswith("-"):
            file = Path(word)
    return database, file


def _theme_name(settings: Settings) -> str:
    chosen = settings["theme"]
    return system_theme() if chosen == "system" else chosen


class App:
    """Builds the window's inside and keeps it alive."""

    def __init__(self, app: QApplication, window: MainWindow, settings: Settings, database: Path) -> None:
        self._app, self.window, self._settings, self._database = app, window, settings, database

    def begin(self, file: Path | None = None, log_folder: Path | None = None) -> None:
        """Furnish the window, start the worker, open the file that was asked for."""
        from segdesk.jobs.runner import JobRunner
        from segdesk.ui import failures
        from segdesk.ui.background import Background
        from segdesk.ui.errands import Errands
        from segdesk.ui.flow import Flow
        from segdesk.ui.insights import GLANCES, STUDIES, Insights
        from segdesk.ui.library import Library
        from segdesk.ui.session import Session
        from segdesk.ui.warming import Warming
        from segdesk.ui.widgets.focus import FocusRings

        if log_folder is not None:
            _start_log(log_folder)
        self._follow_settings()
        self.runner, self.session, self.library = JobRunner(), Session(), Library(self._database)
        errands = Errands(self.runner, self._database)
        self.insights = Insights(
            glances=Background(JobRunner(GLANCES)),
            studies=Background(JobRunner(STUDIES)),
            session=self.session,
            library=self.library,
            database=self._database,
        )
        self.flow = Flow(
            self.window,
            errands=errands,
            session=self.session,
            library=self.library,
            insights=self.insights,
            companions=self._make_companions(errands),
            settings=self._settings,
        )
        failures.install_hook(self.flow.show_bug)
        self._rings = FocusRings(self._app, self.window)
        self.flow.begin()
        self.runner.warm_up()
        for setting in ("theme", "motion"):
            self.window.action(f"{setting}_{self._settings[setting]}").setChecked(True)
        self.window.setting_chosen.connect(self._on_setting_chosen)
        self.window.closing.connect(self._on_closing)
        self._app.styleHints().colorSchemeChanged.connect(self._follow_settings)
        if file is not None:
            errands.import_file(file)
        self._warming = Warming()
        self._warming.finished.connect(self.window.make_panels)
        self._warming.start()

    def _make_companions(self, errands: Errands) -> tuple[Companion, ...]:
        """Make what works beside the main job; each has a worker, which starts when it is needed."""
        from segdesk.jobs.catalogue import Job
        from segdesk.jobs.runner import JobRunner
        from segdesk.ui.background import Background
        from segdesk.ui.choosers import Choosers
        from segdesk.ui.erasing import Erasing
        from segdesk.ui.handouts import HANDOUT_JOBS, Handouts
        from segdesk.ui.next_month import NEXT_JOBS, NextMonth

        self.erasing = Erasing(
            self.window,
            background=Background(JobRunner((Job.ERASE,))),
            session=self.session,
            library=self.library,
            is_busy=lambda: (
                errands.is_busy
                or not (self.insights.is_idle and self.next_month.is_idle and self.handouts.is_idle)
            ),
        )
        self.handouts = Handouts(
            self.window,
            background=Background(JobRunner(HANDOUT_JOBS)),
            portraits=lambda: self.insights.portraits,
            choosers=Choosers(self.window, self._settings),
            session=self.session,
            library=self.library,
        )
        choosers = Choosers(self.window, self._settings)
        choosers.picture_chosen.connect(errands.draw)
        self.next_month = NextMonth(
            background=Background(JobRunner(NEXT_JOBS)),
            choosers=choosers,
            session=self.session,
            library=self.library,
            database=self._database,
        )
        self.next_month.several_dropped.connect(self.window.several_dropped)
        return self.handouts, self.erasing, self.next_month

    def _follow_settings(self, *_scheme: object) -> None:
        from segdesk.ui import theme
        from segdesk.ui.system import wants_reduced_motion
        from segdesk.ui.widgets.motion import set_reduced_motion

        theme.apply_theme(self._app, theme.load_theme(_theme_name(self._settings)))
        motion = self._settings["motion"]
        set_reduced_motion(self._app, motion == "reduced" or (motion == "system" and wants_reduced_motion()))

    def _on_setting_chosen(self, key: str, value: str) -> None:
        self._settings[key] = value
        self._follow_settings()

    def _on_closing(self) -> None:
        self._app.styleHints().colorSchemeChanged.disconnect(self._follow_settings)
        self._settings["geometry"] = bytes(self.window.saveGeometry().toHex().data()).decode("ascii")
        self._warming.close()
        self._rings.close()
        self.runner.close()
        self.flow.close()
        sys.excepthook = sys.__excepthook__


def _start_log(folder: Path) -> None:
    from logging.handlers import RotatingFileHandler

    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "segdesk.log", maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8"
        )
    except OSError:
        return  # a read-only folder: SegDesk works without a log
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
