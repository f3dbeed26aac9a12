"""Starts the window. The only place that knows everything."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from segdesk.paths import APP_NAME, WINDOW_LOCK, Paths, resource
from segdesk.settings import Settings
from segdesk.text import t
from segdesk.text.writing import chosen_by, use, writing
from segdesk.ui.ground import apply_ground, make_application, system_theme
from segdesk.ui.window import MainWindow

if TYPE_CHECKING:  # imported where they are made
    from segdesk.model.recipe import Recipe
    from segdesk.ui.companion import Companion
    from segdesk.ui.recipes import Recipes
    from segdesk.ui.session import View

LOG_BYTES = 500_000
"""Enough for the last few tracebacks; nothing is logged while all goes well."""

WAIT_MS = 200
"""How soon to look again whether the running work is done."""


def run_window(arguments: list[str], language: str = "") -> int:
    """Open the window, in a language if one was named, and give the exit code when it closes."""
    paths = Paths.of_user()
    settings = Settings(paths.settings)
    usual = settings.database(paths)
    database, file = _read_arguments(arguments, usual)
    # Not beside a database that may be moved while SegDesk runs; who names another one wants another window.
    folder = paths.data if database == usual else database.parent
    if (folder / WINDOW_LOCK).exists():
        from segdesk.ui.single_instance import hands_over

        if hands_over(folder, file):
            return 0
    app = make_application(sys.argv[:1])
    app.setApplicationName(APP_NAME)
    apply_ground(app, _theme_name(settings))
    window = MainWindow(settings["geometry"])
    window.show()
    # The window stands; all that takes time comes with the next turn of the event loop.
    rest = App(app, window, settings, database)

    def begin() -> None:
        from segdesk.ui.single_instance import hands_over, hear

        if hands_over(folder, file):  # two were started in the same moment
            window.close()
            return
        hear(app, folder, rest.come_to_front)
        keep_qts_settings(paths)
        use(chosen_by(settings, language))
        rest.begin(file, paths.log)

    QTimer.singleShot(0, begin)
    if (opened := getattr(app, "asked", None)) is not None:
        opened.connect(rest.come_to_front)
    return app.exec()


def keep_qts_settings(paths: Paths) -> None:
    """Have Qt keep what it remembers by itself, such as a file dialog's size, among SegDesk's settings."""
    from PySide6.QtCore import QSettings

    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(paths.config))


def _read_arguments(arguments: list[str], database: Path) -> tuple[Path, Path | None]:
    file = None
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word == "--database" and rest:
            database = Path(rest.pop(0))
        elif word.startswith("--database="):
            database = Path(word.partition("=")[2])
        elif word == "--language":
            rest = rest[1:]  # __main__ has read it
        elif not word.startswith("-"):
            file = Path(word)
    return database, file


def _theme_name(settings: Settings) -> str:
    chosen = settings["theme"]
    return system_theme() if chosen == "system" else chosen


class _Place(NamedTuple):
    """Where the user was: to be found again when the inside has been made anew."""

    panel: str
    dataset_id: int | None
    view: View | None
    recipe: Recipe | None


class App:
    """Builds the window's inside and keeps it alive."""

    def __init__(self, app: QApplication, window: MainWindow, settings: Settings, database: Path) -> None:
        self._app, self.window, self._settings, self._database = app, window, settings, database
        self._first_file: Path | None = None
        self._has_begun = False

    def begin(self, file: Path | None = None, log_folder: Path | None = None) -> None:
        """Furnish the window, start the worker, open the file that was asked for."""
        from PySide6.QtGui import QIcon

        if log_folder is not None:
            _start_log(log_folder)
        self._app.setWindowIcon(QIcon(str(resource("app", "segdesk.svg"))))
        self._follow_settings()
        self._furnish()
        self._has_begun = True
        file = file or self._first_file
        if file is not None:
            self._errands.import_file(file)
        elif self._settings["database"] and not self._database.exists():
            self.window.banner.show_message("warning", t("database.gone", path=str(self._database)))
        else:
            self.preferences.welcome_once()

    def come_to_front(self, file: Path | None = None) -> None:
        """Show the window, as somebody started SegDesk again; ``file`` is opened."""
        from PySide6.QtCore import Qt

        window = self.window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        if file is not None and self._has_begun:
            self._errands.import_file(file)
        elif file is not None:
            self._first_file = file

    def _furnish(self) -> None:
        from segdesk.jobs.runner import JobRunner
        from segdesk.ui import failures
        from segdesk.ui.background import Background
        from segdesk.ui.errands import Errands
        from segdesk.ui.flow import Flow
        from segdesk.ui.help import Help
        from segdesk.ui.insights import GLANCES, STUDIES, Insights
        from segdesk.ui.library import Library
        from segdesk.ui.pace import Pace
        from segdesk.ui.qt_words import speak
        from segdesk.ui.session import Session
        from segdesk.ui.warming import Warming
        from segdesk.ui.widgets.focus import FocusRings

        speak(self._app)
        self.runner, self.session, self.library = JobRunner(), Session(), Library(self._database)
        errands = self._errands = Errands(self.runner, self._database)
        glances = Background(JobRunner(GLANCES))
        self.insights = Insights(
            glances=glances,
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
            companions=self._make_companions(),
            settings=self._settings,
        )
        failures.install_hook(self.flow.show_bug)
        self._rings = FocusRings(self._app, self.window)
        Help(self.window)
        self.flow.begin()
        self._pace = Pace(self._settings, glances, self.session, self.window)
        self.runner.warm_up()
        for setting in ("theme", "motion"):
            self.window.action(f"{setting}_{self._settings[setting]}").setChecked(True)
        self.window.setting_chosen.connect(self._on_setting_chosen)
        self.window.closing.connect(self._on_closing)
        self._app.styleHints().colorSchemeChanged.connect(self._follow_settings)
        self._warming = Warming()
        self._warming.finished.connect(self.window.make_panels)
        self._warming.start()

    def _make_companions(self) -> tuple[Companion, ...]:
        """Make what works beside the main job; each has a worker, which starts when it is needed."""
        from segdesk.jobs.catalogue import Job
        from segdesk.jobs.runner import JobRunner
        from segdesk.ui.background import Background
        from segdesk.ui.choosers import Choosers
        from segdesk.ui.erasing import Erasing
        from segdesk.ui.handouts import HANDOUT_JOBS, Handouts
        from segdesk.ui.next_month import NEXT_JOBS, NextMonth
        from segdesk.ui.preferences import PREFERENCE_JOBS, Preferences
        from segdesk.ui.uplifts import Uplifts

        self.erasing = Erasing(
            self.window,
            background=Background(JobRunner((Job.FIND_PERSON, Job.ERASE))),
            session=self.session,
            library=self.library,
            is_busy=lambda: (
                self._errands.is_busy
                or not all(
                    each.is_idle
                    for each in (
                        self.insights,
                        self.next_month,
                        self.handouts,
                        self.uplifts,
                        self.recipes,
                    )
                )
            ),
        )
        self.handouts = Handouts(
            self.window,
            background=Background(JobRunner(HANDOUT_JOBS)),
            portraits=lambda: self.insights.portraits,
            choosers=Choosers(self.window, self._settings),
            session=self.session,
            library=self.library,
            settings=self._settings,
        )
        choosers = Choosers(self.window, self._settings)
        choosers.picture_chosen.connect(self._errands.draw)
        self.next_month = NextMonth(
            background=Background(JobRunner(NEXT_JOBS)),
            choosers=choosers,
            session=self.session,
            library=self.library,
            database=self._database,
        )
        self.next_month.several_dropped.connect(self.window.several_dropped)
        self.preferences = Preferences(
            self.window,
            background=Background(JobRunner(PREFERENCE_JOBS)),
            choosers=Choosers(self.window, self._settings),
            settings=self._settings,
            paths=Paths.of_user(),
            database=self._database,
            is_busy=lambda: self._is_saving,
        )
        self.uplifts = Uplifts(
            background=Background(JobRunner((Job.UPLIFT,))),
            choosers=Choosers(self.window, self._settings),
            session=self.session,
            library=self.library,
        )
        self.uplifts.several_dropped.connect(self.window.several_dropped)
        self.recipes = self._make_recipes()
        self.preferences.moved.connect(lambda copy: self._when_idle(lambda: self._use_database(copy)))
        return self.handouts, self.erasing, self.next_month, self.preferences, self.uplifts, self.recipes

    def _make_recipes(self) -> Recipes:
        """Make what serves the saved recipes."""
        from segdesk.jobs.runner import JobRunner
        from segdesk.ui.background import Background
        from segdesk.ui.choosers import Choosers
        from segdesk.ui.recipes import RECIPE_JOBS, Recipes

        return Recipes(
            self.window,
            background=Background(JobRunner(RECIPE_JOBS)),
            choosers=Choosers(self.window, self._settings),
            session=self.session,
            library=self.library,
        )

    @property
    def _is_saving(self) -> bool:
        """Whether a job runs that somebody asked for; what is worked out beside begins anew by itself."""
        saving = (self.erasing, self.handouts, self.next_month, self.preferences, self.uplifts, self.recipes)
        return self._errands.is_busy or not all(companion.is_idle for companion in saving)

    def _follow_settings(self, *_scheme: object) -> None:
        from segdesk.ui import theme
        from segdesk.ui.system import wants_reduced_motion
        from segdesk.ui.widgets.motion import set_reduced_motion

        theme.apply_theme(self._app, theme.load_theme(_theme_name(self._settings)))
        motion = self._settings["motion"]
        set_reduced_motion(self._app, motion == "reduced" or (motion == "system" and wants_reduced_motion()))

    def _on_setting_chosen(self, key: str, value: str) -> None:
        self._settings[key] = value
        if key in ("theme", "motion"):
            self._follow_settings()
            self.window.action(f"{key}_{value}").setChecked(True)
        elif key in ("language", "calendar", "currency"):
            # What was said at the start was for then: from now on it is what is chosen here.
            use(chosen_by(self._settings, value if key == "language" else writing().language))
            if self._is_saving:
                self.window.toaster.show_toast(t("settings.later"), kind="info")
            self._when_idle(self._furnish_anew)
        self.preferences.follow()

    # The inside made anew: every text is another, or the data lies elsewhere

    def _when_idle(self, act: Callable[[], None]) -> None:
        """Do something that ends all workers; later, for the widget that asked for it is still at work."""

        def act_or_wait() -> None:
            if self._is_saving:
                QTimer.singleShot(WAIT_MS, self.window, act_or_wait)
            else:
                act()

        QTimer.singleShot(0, self.window, act_or_wait)

    def _use_database(self, copy: Path) -> None:
        """Go on with the copy; what it was made from is kept under another name."""
        from segdesk.store.moving import set_aside

        before, self._database = self._database, copy
        usual = Paths.of_user().database
        self._settings["database"] = "" if copy == usual else str(copy)
        self._furnish_anew()
        self._settings["database_before"] = str(set_aside(before)) if before.exists() else ""
        self.preferences.follow()
        self.window.toaster.show_toast(t("settings.moved", folder=str(copy.parent)))

    def _furnish_anew(self) -> None:
        place = self._place()
        self._end()
        self.window.empty()
        self._furnish()
        self._go_back_to(place)

    def _place(self) -> _Place:
        from segdesk.ui.panels.access import Panels

        panels, panel = Panels(self.window), self.window.panel_shown
        recipe = panels.configure.recipe if self.session.dataset_id is not None else None
        return _Place(panel, self.session.dataset_id, self.session.view, recipe)

    def _go_back_to(self, place: _Place) -> None:
        from segdesk.ui.panels.access import Panels

        if place.dataset_id is not None:
            self.flow.open_dataset(place.dataset_id)
            found = self.library.dataset(place.dataset_id)
            if found is not None:
                Panels(self.window).configure.show_dataset(found.info, found.columns, place.recipe)
        if place.view is not None:
            self.flow.open_run(place.view.run.id, at_once=True)
            self.session.cut(place.view.segments, place.view.given)
        # Two runs side by side have to be asked for again.
        self.window.show_panel("compare" if place.panel == "pair" else place.panel)

    def _on_closing(self) -> None:
        self._settings["geometry"] = bytes(self.window.saveGeometry().toHex().data()).decode("ascii")
        self._end()

    def _end(self) -> None:
        self._app.styleHints().colorSchemeChanged.disconnect(self._follow_settings)
        self._warming.close()
        self._rings.close()
        self.runner.close()
        self.flow.close()
        sys.excepthook = sys.__excepthook__


def _start_log(folder: Path) -> None:
    import logging  # late, like its handlers: the first window doesn't wait for them
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
