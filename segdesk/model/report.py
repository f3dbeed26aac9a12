"""A report in words, ready to be drawn: what is on each page, and nothing about how it looks.

Tones are roles of colours: success, warning, error, muted. Roles of segments are ``segment_0`` and so on.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dial:
    """One of the two dials of the verdict; ``share`` (0 … 1) is how far it is turned."""

    question: str
    answer: str
    line: str
    share: float
    tone: str


@dataclass(frozen=True, slots=True)
class Badge:
    """A word in a coloured pill."""

    text: str
    tone: str


@dataclass(frozen=True, slots=True)
class Share:
    """A segment's line in the overview; ``share`` and ``sales`` are 0 … 1, ``sales`` nan where unknown."""

    role: str
    name: str
    customers: str
    share: float
    share_text: str
    sales: float
    sales_text: str
    badge: Badge | None


@dataclass(frozen=True, slots=True)
class Card:
    """A segment's card; an empty part isn't shown."""

    role: str
    name: str
    badge: Badge | None
    figures: tuple[tuple[str, str], ...]
    traits_title: str
    traits: tuple[str, ...]
    rule: str
    actions_title: str
    actions: tuple[tuple[str, str], ...]
    typical_title: str
    typical: tuple[tuple[str, str], ...]
    note: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart, and what it shows in a sentence. ``spec`` is a chart's Spec, drawn by charts."""

    spec: object
    says: str


@dataclass(frozen=True, slots=True)
class Pairs:
    """A table of names and values."""

    title: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sentences:
    """A list of sentences under a title."""

    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TillStep:
    """A step of the till card: a question with where its answers lead, or the name of a segment.

    ``number`` is what other steps call it; ``role`` is empty for a question.
    """

    number: str
    text: str
    yes: str = ""
    no: str = ""
    yes_role: str = ""
    no_role: str = ""
    yes_note: str = ""
    no_note: str = ""


@dataclass(frozen=True, slots=True)
class TillPage:
    """The card for the staff at the till."""

    intro: str
    yes_word: str
    no_word: str
    steps: tuple[TillStep, ...]
    notes: tuple[str, ...]


Part = Pairs | Sentences | Picture | TillPage


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter: its title, a sentence to begin with, and its parts."""

    title: str
    intro: str
    cards: tuple[Card, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page."""

    title: str
    subtitle: str
    facts: tuple[tuple[str, str], ...]
    dials: tuple[Dial, ...]
    advice: tuple[str, ...]
    shares_title: str
    share_heading: str
    sales_heading: str
    shares: tuple[Share, ...]
    shares_note: str
    privacy: str


@dataclass(frozen=True, slots=True)
class ReportContent:
    """All of a report. ``running`` stands on every page, ``language`` is the document's. A till card alone
    has no cover.
    """

    title: str
    running: str
    language: str
    cover: Cover | None
    sections: tuple[Section, ...]
