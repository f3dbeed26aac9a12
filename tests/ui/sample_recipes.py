"""Saved recipes, made by hand."""

from __future__ import annotations

from datetime import UTC, datetime

from segdesk.store.recipes import KeptRecipe
from tests.ui.sample_newcomers import RUN

NOON = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
MONTHLY = KeptRecipe("Every month", NOON, RUN.recipe, "supermarket_customers.csv", 7, "{}")
AMHARIC = KeptRecipe("ወርሃዊ", NOON, RUN.recipe, "", 0, "{}")
DAMAGED = KeptRecipe("Torn", NOON, None, "", 0, "[")
KEPT = (MONTHLY, AMHARIC, DAMAGED)
