"""A recipe as a file: how to read, and how to segment. Last month's choices, to be used again."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from segdesk.errors import InputError
from segdesk.model.reading import ReadingChoices
from segdesk.model.recipe import Recipe


@dataclass(frozen=True, slots=True)
class SavedRecipe:
    """The part of an exported recipe that decides a result; what else stands in the file only tells."""

    recipe: Recipe
    reading: ReadingChoices = field(default_factory=ReadingChoices)


def read_recipe(path: Path) -> SavedRecipe:
    """Read what an export wrote as its recipe.

    Raises
    ------
    InputError
        ``recipe.no_file``: it can't be opened. ``recipe.not_saved``: it holds something else.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=SavedRecipe)
    except OSError:
        raise InputError("recipe.no_file", path=str(path)) from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise InputError("recipe.not_saved", path=str(path)) from None
