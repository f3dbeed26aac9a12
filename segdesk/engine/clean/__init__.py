"""Tidies a table: suggests derived columns, joined levels and impossible values; makes what is accepted.

Safe, and so made by default, is only what loses nothing of the file: joining spellings of one
level that differ in case or blanks. Rows, sums, dates and columns then stay those of the file, as the
import receipt promises. A derived column changes which segments are found, a row that is set aside
isn't in any: both wait for the user's word.
"""

from segdesk.engine.clean.apply import Cleaned, apply_changes
from segdesk.engine.clean.suggest import log, suggest

__all__ = ["Cleaned", "apply_changes", "log", "suggest"]
