"""How things are written for the user: in which language, by which calendar, in which money."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Protocol

    class Choices(Protocol):
        """Settings by their keys."""

        def __getitem__(self, key: str) -> str:
            """Give what is chosen."""


SOURCE_LANGUAGE = "en"
"""What a sentence is shown in where the user's language lacks it."""

BY_SYSTEM = "system"
"""The setting that leaves the language to the system."""

VARIABLE = "SEGDESK_LANGUAGE"


# Named tuples: these stand before the first window, and a frozen dataclass takes half a millisecond to build.


class Language(NamedTuple):
    """A language that SegDesk speaks.

    ``is_complete``: every sentence is there, which a test holds it to. ``is_reviewed``: somebody who
    grew up with it has read it.
    """

    code: str
    is_complete: bool = True
    is_reviewed: bool = True


LANGUAGES = (Language(SOURCE_LANGUAGE), Language("am", is_reviewed=False))

CODES = tuple(language.code for language in LANGUAGES)


class Writing(NamedTuple):
    """What the user has chosen. ``currency`` is for amounts whose file names none; empty: none."""

    language: str = SOURCE_LANGUAGE
    calendar: str = "gregorian"
    currency: str = ""


_in_force = [Writing()]


def writing() -> Writing:
    """Give how things are written now."""
    return _in_force[0]


def use(chosen: Writing) -> None:
    """Write so from now on; what stands on screen already doesn't change."""
    _in_force[0] = chosen


def chosen_by(settings: Choices, said: str = "") -> Writing:
    """Give how to write by the user's settings; ``said`` is a language named for this once.

    A language named in ``SEGDESK_LANGUAGE`` stands above the settings', and all above the system's.
    """
    for language in (said, os.environ.get(VARIABLE, ""), settings["language"]):
        if language in CODES:
            break
    else:
        from segdesk.text.system import wanted_languages

        language = next((code for code in wanted_languages() if code in CODES), SOURCE_LANGUAGE)
    return Writing(language, settings["calendar"], settings["currency"])
