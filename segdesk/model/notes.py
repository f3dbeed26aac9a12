"""What SegDesk noticed or decided, as codes and facts that wording turns into sentences."""

from __future__ import annotations

from dataclasses import dataclass, field

Fact = str | int | float


@dataclass(frozen=True, slots=True)
class Note:
    """A warning, a reason or a decision; ``code`` names its sentence like an error's."""

    code: str
    facts: dict[str, Fact] = field(default_factory=dict)
