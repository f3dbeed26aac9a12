"""The failures SegDesk expects and can explain."""

from __future__ import annotations


class SegdeskError(Exception):
    """A failure that SegDesk expects and can explain.

    ``code`` picks the sentence in ``resources/text`` (``"file.no_rows"`` is the message
    ``no_rows`` of ``file.ftl``); ``facts`` fill it in, so the engine stays free of language.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts


class InputError(SegdeskError):
    """The file or the choices can be mended by the user."""


class RunError(SegdeskError):
    """These numbers can't be used so."""


class StoreError(SegdeskError):
    """The disk or the database says no."""
