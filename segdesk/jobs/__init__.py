"""Carries tasks to the worker process and their events back. QtCore only."""
