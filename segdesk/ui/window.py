"""Lays out menu, step bar, banner, panels and foot. No decisions."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QByteArray, QTimer, Signal, Slot
from PySide6.QtWidgets import QMainWindow

from segdesk.paths import APP_NAME
from segdesk.text import t

if TYPE_CHECKING:  # what the empty window doesn't need is imported where it is used
    from PySide6.QtGui import QAction, QCloseEvent
    from PySide6.QtWidgets import QFrame, QWidget

FIRST_SIZE = (1366, 820)
LEAST_SIZE = (1024, 640)
HEADER_HEIGHT = 56
FOOT_HEIGHT = 28
BREATH_MS = 20
"""Between panels that are made ahead: what the user does meanwhile comes first."""

PANEL_STEPS = {
    "import": "import",
    "columns": "import",
    "configure": "configure",
    "compare": "configure",
    "results": "results",
    "pair": "results",
    "actions": "results",
    "campaign": "results",
    "lists": "results",
    "report": "results",
    "uplift": "results",
    "erase": "import",
    "recipes": "import",
    "newcomers": "results",
    "months": "results",
    "settings": "",
    "about": "",
    "welcome": "",
}
"""Which step of the bar each panel belongs to; empty: none."""


@runtime_checkable
class Paged(Protocol):
    """A panel of pages that are made when they are first shown, or ahead of that."""

    def make_page(self) -> bool:
        """Make one that nobody has seen yet; False where all are made."""


class MainWindow(QMainWindow):
    """The main window. It is shown empty, and furnished a moment later.

    Signals: ``acted(str)``, the key of a menu action; ``step_chosen(str)``; ``dropped(Path)``;
    ``several_dropped(int)``; ``setting_chosen(str, str)``; ``closing()``;
    ``banner_action_chosen(str)``; ``history_asked()``, before the history menu shows.
    """

    acted = Signal(str)
    step_chosen = Signal(str)
    dropped = Signal(object)
    several_dropped = Signal(int)
    setting_chosen = Signal(str, str)
    closing = Signal()
    banner_action_chosen = Signal(str)
    history_asked = Signal()

    def __init__(self, geometry: str = "") -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle(APP_NAME)
        self.setMinimumSize(*LEAST_SIZE)
        if not (geometry and self.restoreGeometry(QByteArray.fromHex(geometry.encode("ascii")))):
            self.resize(*FIRST_SIZE)
        self._panels: dict[str, QWidget] = {}
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._is_closing = False

    def furnish(self, makers: dict[str, Callable[[], QWidget]]) -> None:
        """Fill the empty window; each panel is made by its maker when it is first shown."""
        from PySide6.QtWidgets import QVBoxLayout, QWidget

        from segdesk.ui.widgets.banner import Banner
        from segdesk.ui.widgets.drop_zone import FileDrops
        from segdesk.ui.widgets.motion import FadeStack
        from segdesk.ui.widgets.toast import Toaster

        self._makers = makers
        self._breath = QTimer(self, interval=BREATH_MS, singleShot=True)
        self._breath.timeout.connect(self.make_panels)
        self._build_menus()
        ground = QWidget()
        ground.setProperty("look", "ground")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_header())
        self.banner = Banner()
        self.banner.action_chosen.connect(self.banner_action_chosen)
        column.addWidget(self.banner)
        self._stack = FadeStack()
        column.addWidget(self._stack, 1)
        column.addWidget(self._build_foot())
        self.setCentralWidget(ground)
        self.toaster = Toaster(self)
        drops = FileDrops(self)
        drops.dropped.connect(self.dropped)
        drops.several_dropped.connect(self.several_dropped)

    def empty(self) -> None:
        """Take everything out, to be furnished anew: in another language, or with other data."""
        from PySide6.QtWidgets import QMenuBar

        asked = (
            self.acted, self.step_chosen, self.dropped, self.several_dropped, self.setting_chosen,
            self.closing, self.banner_action_chosen, self.history_asked,
        )  # fmt: skip
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about those that nobody listens to
            for signal in asked:
                signal.disconnect()
        self._panels, self._makers = {}, {}
        self.setMenuWidget(None)  # type: ignore[arg-type]  # Qt allows none, the stubs don't
        for child in self.children():
            if child is not self.layout() and not isinstance(child, QMenuBar):  # that goes by itself
                child.setParent(None)  # at once: what is deleted later could still be found by its name
                child.deleteLater()

    def panel(self, key: str) -> QWidget:
        """Give a panel, made now if it is asked for the first time."""
        from segdesk.ui.help import explain

        if key not in self._panels:
            panel = self._makers[key]()
            explain(panel)
            self._panels[key] = panel
            self._stack.addWidget(panel)
        return self._panels[key]

    @Slot()
    def make_panels(self) -> None:
        """Make what nobody has seen yet, a panel or a page of one in each idle moment."""
        if self._is_closing:
            return
        unseen = [key for key in self._makers if key not in self._panels]
        if unseen:
            self.panel(unseen[0])
            self._breath.start()
        elif any(panel.make_page() for panel in self._panels.values() if isinstance(panel, Paged)):
            self._breath.start()

    @property
    def panel_shown(self) -> str:
        """The key of the panel in front."""
        return next((key for key, panel in self._panels.items() if panel is self._stack.currentWidget()), "")

    def show_panel(self, key: str) -> None:
        """Bring a panel to the front; Tab leads from there to its first control."""
        panel = self.panel(key)
        self._stack.show_page(panel)
        self.steps.set_current(PANEL_STEPS[key])
        panel.setFocus()

    def action(self, key: str) -> QAction:
        """Give a menu action."""
        from PySide6.QtGui import QAction

        action = self.findChild(QAction, f"action_{key}")
        assert isinstance(action, QAction)
        return action

    def offer_undo(self, undo: str, redo: str) -> None:
        """Say in the menu what would be undone and redone; empty: nothing."""
        undo_text = t("window.undo_what", what=undo) if undo else t("window.action_undo")
        redo_text = t("window.redo_what", what=redo) if redo else t("window.action_redo")
        for key, text, is_possible in (("undo", undo_text, bool(undo)), ("redo", redo_text, bool(redo))):
            self.action(key).setText(text)
            self.action(key).setEnabled(is_possible)

    def say_progress(self, text: str) -> None:
        """Say at the foot what is being done, beside a button that cancels it; empty: nothing is."""
        self._progress.setText(text)
        self._cancel.setVisible(bool(text))

    def say_saved(self, text: str) -> None:
        """Say at the foot when something was last saved."""
        self._saved.setText(text)

    def say_file(self, name: str) -> None:
        """Show the open file's name in the title bar."""
        self.setWindowTitle(f"{name} – {APP_NAME}" if name else APP_NAME)

    def _build_header(self) -> QFrame:
        from PySide6.QtWidgets import QHBoxLayout

        from segdesk.ui.widgets.basics import Button, IconLabel, card, label
        from segdesk.ui.widgets.history_menu import HistoryMenu
        from segdesk.ui.widgets.step_bar import StepBar

        header = card("bar")
        header.setFixedHeight(HEADER_HEIGHT)
        self.steps = StepBar()
        self.steps.chosen.connect(self.step_chosen)
        self._history = Button(
            "", "icon", name="history", icon="history", role="soft", says=t("window.history"), size=18
        )
        self.history_menu = HistoryMenu(self._history)
        self.history_menu.aboutToShow.connect(self.history_asked)
        self._history.setMenu(self.history_menu)
        themes = Button(
            "", "icon", name="theme", icon="sun-moon", role="soft", says=t("window.theme"), size=18
        )
        themes.setMenu(self._view_menu)
        left, right = QHBoxLayout(), QHBoxLayout()
        left.setSpacing(10)
        left.addWidget(IconLabel("git-fork", "gold_bright", 20))
        left.addWidget(label(APP_NAME, "title"))
        left.addStretch(1)
        right.addStretch(1)
        right.addWidget(self._history)
        right.addWidget(themes)
        self.help_mark = Button(
            "", "icon", name="explain", icon="circle-help", role="soft", says=t("window.explain"), size=18
        )
        self.help_mark.clicked.connect(lambda: self.acted.emit("explain"))
        right.addWidget(self.help_mark)
        settings = Button(
            "", "icon", name="settings", icon="settings", role="soft", says=t("window.settings"), size=18
        )
        settings.clicked.connect(lambda: self.acted.emit("settings"))
        right.addWidget(settings)
        row = QHBoxLayout(header)
        row.setContentsMargins(24, 0, 16, 0)
        row.addLayout(left, 1)
        row.addWidget(self.steps)
        row.addLayout(right, 1)
        return header

    def _build_foot(self) -> QFrame:
        from PySide6.QtWidgets import QHBoxLayout

        from segdesk.ui.widgets.basics import Button, IconLabel, card, label

        foot = card("foot")
        foot.setFixedHeight(FOOT_HEIGHT)
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(14)
        row.addWidget(IconLabel("lock", "muted", 13))
        row.addWidget(label(t("window.stays_here"), "muted"))
        row.addStretch(1)
        self._progress = label("", "muted", name="progress")
        self._cancel = Button(t("window.cancel"), "link", name="cancel", says=t("window.cancel_says"))
        self._cancel.clicked.connect(lambda: self.acted.emit("cancel"))
        self._cancel.hide()
        row.addWidget(self._progress)
        row.addWidget(self._cancel)
        self._saved = label("", "muted", name="saved")
        row.addWidget(self._saved)
        return foot

    def _build_menus(self) -> None:
        from PySide6.QtGui import QActionGroup, QKeySequence

        from segdesk.ui.actions import ACTIONS, MENUS

        menus = {key: self.menuBar().addMenu(t(f"window.menu_{key}")) for key in MENUS}
        self._view_menu = menus["view"]
        groups: dict[str, QActionGroup] = {}
        for info in ACTIONS:
            menu = menus[info.menu]
            if info.separated:
                menu.addSeparator()
            action = menu.addAction(t(f"window.action_{info.key}"))
            action.setObjectName(f"action_{info.key}")
            action.setParent(self)
            action.setShortcuts([QKeySequence(keys) for keys in info.shortcuts])
            if info.choice is None:
                action.triggered.connect(lambda _checked=False, key=info.key: self.acted.emit(key))
                continue
            setting, value = info.choice
            action.setCheckable(True)
            groups.setdefault(setting, QActionGroup(self)).addAction(action)
            action.triggered.connect(
                lambda _checked=False, s=setting, v=value: self.setting_chosen.emit(s, v)
            )

    def closeEvent(self, event: QCloseEvent) -> None:
        self._is_closing = True
        if self._makers:
            self._breath.stop()
        self.closing.emit()
        super().closeEvent(event)
