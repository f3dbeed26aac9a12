"""The till card: a few questions that tell which segment a customer belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from segdesk.model.roles import Kind


@dataclass(frozen=True, slots=True)
class TillNode:
    """A question or an answer.

    A question asks whether ``column`` is ``level``, or below ``limit`` where there is no level;
    ``yes`` and ``no`` are positions of the next nodes. Who can't say counts as no. An answer has
    no ``column``: it names the ``segment`` and says of how many ``customers`` who get here what ``share``
    are in it.
    """

    segment: int
    customers: int
    share: float
    column: str = ""
    kind: Kind = Kind.TEXT
    level: str = ""
    limit: float = 0.0
    yes: int = -1
    no: int = -1

    @property
    def is_question(self) -> bool:
        """Whether there is something to ask here."""
        return bool(self.column)


@dataclass(frozen=True, slots=True)
class TillCard:
    """A tree of questions, the first node is the first question.

    ``agreement`` is the share of customers for whom a card made from others named their segment
    (cross-validation), ``low`` … ``high`` its 95 % interval; ``chance`` is the largest segment's share,
    what naming it always would reach. ``found`` is the same share segment by segment. ``questions`` is
    the most that is ever asked.
    """

    nodes: tuple[TillNode, ...]
    segments: int
    questions: int
    agreement: float
    low: float
    high: float
    chance: float
    found: tuple[float, ...]
    customers: int
    folds: int
