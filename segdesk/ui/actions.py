"""The one declared list of menu actions: menus, shortcuts, and the help that lists them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segdesk.ui.session import Session


@dataclass(frozen=True, slots=True)
class ActionInfo:
    """An action: its object name is ``action_<key>``, its words are ``window.action_<key>``.

    ``choice`` is the setting and value that a checkable action stands for.
    """

    key: str
    menu: str
    shortcuts: tuple[str, ...] = ()
    choice: tuple[str, str] | None = None
    separated: bool = False


ACTIONS = (
    ActionInfo("open", "file", ("Ctrl+O",)),
    ActionInfo("sample", "file"),
    ActionInfo("export", "file", ("Ctrl+E",), separated=True),
    ActionInfo("settings", "file", ("Ctrl+,",), separated=True),
    ActionInfo("quit", "file", ("Ctrl+Q",), separated=True),
    ActionInfo("undo", "edit", ("Ctrl+Z",)),
    ActionInfo("redo", "edit", ("Ctrl+Shift+Z", "Ctrl+Y")),
    ActionInfo("find", "edit", ("Ctrl+F",), separated=True),
    ActionInfo("erase", "edit", separated=True),
    ActionInfo("import", "go", ("Ctrl+1",)),
    ActionInfo("configure", "go", ("Ctrl+2",)),
    ActionInfo("results", "go", ("Ctrl+3",)),
    ActionInfo("run", "run", ("Ctrl+R",)),
    ActionInfo("keep", "run", ("Ctrl+K",)),
    ActionInfo("cancel", "run", ("Esc",)),
    ActionInfo("recipes", "run", separated=True),
    ActionInfo("theme_system", "view", choice=("theme", "system")),
    ActionInfo("theme_dark", "view", choice=("theme", "dark")),
    ActionInfo("theme_light", "view", choice=("theme", "light")),
    ActionInfo("motion_system", "view", choice=("motion", "system"), separated=True),
    ActionInfo("motion_full", "view", choice=("motion", "full")),
    ActionInfo("motion_reduced", "view", choice=("motion", "reduced")),
    ActionInfo("explain", "help", ("F1",)),
    ActionInfo("welcome", "help"),
    ActionInfo("about", "help", separated=True),
)

MENUS = ("file", "edit", "go", "run", "view", "help")


def possible_actions(session: Session, *, is_busy: bool) -> dict[str, bool]:
    """Say of each action that isn't always possible whether it is now."""
    view, has_dataset = session.view, session.dataset_id is not None
    return {
        "configure": has_dataset,
        "results": view is not None,
        "find": view is not None,
        "run": has_dataset and not is_busy,
        "export": view is not None and not is_busy,
        "keep": view is not None and not view.is_kept and not is_busy,
        "erase": not is_busy,
        "cancel": is_busy,
    }


def reachable_steps(session: Session) -> set[str]:
    """Say which steps of the bar can be gone to."""
    steps = {"import"}
    if session.dataset_id is not None:
        steps.add("configure")
    if session.view is not None:
        steps.add("results")
    return steps
