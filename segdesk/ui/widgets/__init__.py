"""Reusable widgets that know nothing of segments."""
