"""The menus of the Results step: what can be done next, and what can be taken along."""

from __future__ import annotations

from collections.abc import Callable

from segdesk.text import t
from segdesk.ui.widgets.basics import Button
from segdesk.ui.widgets.menu_button import menu_button

NEXT = ("newcomers", "months", "recipes", "campaign", "uplift")
"""Panels that go on from a result, by their key."""

PAGES = ("lists", "report")
"""Panels where it is chosen what is taken along, by their key."""

HANDOUTS = ("till_card",)
EXPORTS = ("charts_png", "charts_svg", "recipe", "all")


def next_button(*, opened: Callable[[str], object]) -> Button:
    """Make the menu of what can be done next; ``opened`` is called with one of ``NEXT``."""
    entries = {key: t(f"results.next_{key}") for key in NEXT}
    return menu_button(t("results.next"), name="next", icon="arrow-right", entries=entries, chosen=opened)


def export_button(
    *,
    opened: Callable[[str], object],
    exported: Callable[[str], object],
    handed_out: Callable[[str], object],
) -> Button:
    """Make the menu of what is taken along.

    ``opened`` gets one of ``PAGES``, ``handed_out`` one of ``HANDOUTS``, ``exported`` one of ``EXPORTS``.
    """
    wanted = (
        dict.fromkeys(PAGES, opened) | dict.fromkeys(HANDOUTS, handed_out) | dict.fromkeys(EXPORTS, exported)
    )
    texts = {kind: t(f"results.export_{kind}") for kind in wanted}
    button = menu_button(
        t("results.export"),
        name="export",
        icon="download",
        entries=texts,
        chosen=lambda kind: wanted[kind](kind),
    )
    menu = button.menu()
    actions = menu.actions()
    for first in (actions[len(PAGES) + len(HANDOUTS)], actions[-1]):  # single files, and all there is
        menu.insertSeparator(first)
    return button
