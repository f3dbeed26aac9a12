"""Saved recipes in a sentence, and as a document for scripts."""

from __future__ import annotations

from typing import Any

from segdesk.store.recipes import KeptRecipe
from segdesk.text import t
from segdesk.words import wording


def recipe_line(kept: KeptRecipe) -> str:
    """Say what a recipe does, of which file it is and since when."""
    when = wording.when(kept.created_at)
    if kept.recipe is None:
        return t("recipes.damaged", when=when)
    return t(
        "recipes.about",
        method=wording.method_name(kept.recipe.method),
        segments=kept.recipe.segments or 0,
        columns=len(kept.recipe.used),
        dataset=kept.dataset,
        known="yes" if kept.dataset else "no",
        when=when,
    )


def recipe(kept: KeptRecipe) -> dict[str, Any]:
    """Give a recipe as ``segdesk recipes list --json`` prints it."""
    made = kept.recipe
    return {
        "name": kept.name,
        "method": None if made is None else made.method.value,
        "n_clusters": None if made is None else made.segments,
        "columns": [] if made is None else [use.name for use in made.used],
        "dataset": kept.dataset or None,
        "run_id": kept.run_id or None,
        "created_at": kept.created_at.isoformat(),
    }
