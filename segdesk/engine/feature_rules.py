"""The rules that make features of columns: values only, to be kept and used again."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from segdesk.engine.pca import Rotation
from segdesk.errors import RunError
from segdesk.model.roles import Kind

OTHER = "…"
"""The name of the feature that stands for all rarer levels."""


@dataclass(frozen=True, slots=True)
class MeasureRule:
    """How one measure becomes a feature: filled, logged, centred, scaled.

    ``origin`` is the ISO day that a date is counted from, in days; ``median`` is nan where no value was
    known, and the feature 0. ``deviation`` 0 makes the feature 0, nan leaves the value as it is.
    """

    column: str
    kind: Kind
    influence: float
    origin: str
    median: float
    is_logged: bool = False
    divisor: float = 1.0
    mean: float = 0.0
    deviation: float = float("nan")


@dataclass(frozen=True, slots=True)
class CategoryRule:
    """How one category becomes features, one for each level and, if ``has_other``, one for all rarer.

    Feature ``j`` is ``ones[j]`` for customers of that level and ``zeros[j]`` for others. ``commonest``
    stands for a missing value; -1 where no value was known, and the only feature is 0.
    """

    column: str
    influence: float
    levels: tuple[str, ...]
    has_other: bool
    commonest: int
    ones: tuple[float, ...]
    zeros: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of all used columns; ``columns`` is their order.

    ``last_day`` is the latest date (ISO) anywhere in the table, empty without dates.
    """

    columns: tuple[str, ...]
    measures: tuple[MeasureRule, ...]
    categories: tuple[CategoryRule, ...]
    last_day: str

    @property
    def ordered(self) -> tuple[MeasureRule | CategoryRule, ...]:
        """The rules in the features' order."""
        by_name: dict[str, MeasureRule | CategoryRule] = {rule.column: rule for rule in self.measures}
        by_name |= {rule.column: rule for rule in self.categories}
        return tuple(by_name[name] for name in self.columns)


@dataclass(frozen=True, slots=True, eq=False)
class Transform:
    """All that a table and a recipe decide about features."""

    rules: Rules
    rotation: Rotation | None = None


def width(rule: MeasureRule | CategoryRule) -> int:
    """Give how many features a rule makes."""
    return 1 if isinstance(rule, MeasureRule) else max(1, len(rule.ones))


def feature_names(rules: Rules) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the features' names and the columns that they come from, before a rotation."""
    names: list[str] = []
    sources: list[str] = []
    for rule in rules.ordered:
        if isinstance(rule, MeasureRule) or rule.commonest < 0:
            own = [rule.column]
        else:
            levels = (*rule.levels, OTHER) if rule.has_other else rule.levels
            own = [f"{rule.column}={level}" for level in levels]
        names += own
        sources += [rule.column] * len(own)
    return tuple(names), tuple(sources)


def checked_features(transform: Transform) -> int:
    """Give how many features a transform that was saved makes, if its parts fit each other.

    Raises
    ------
    RunError
        ``place.damaged``
    """
    rules, rotation = transform.rules, transform.rotation
    named = [rule.column for rule in rules.measures] + [rule.column for rule in rules.categories]
    is_sound = sorted(named) == sorted(rules.columns) and len(set(named)) == len(named) > 0
    is_sound = is_sound and all(map(_is_sound_measure, rules.measures)) and _is_day(rules.last_day)
    if not is_sound or not all(map(_is_sound_category, rules.categories)):
        raise RunError("place.damaged")
    features = sum(width(rule) for rule in rules.ordered)
    if rotation is None:
        return features
    shape = rotation.components.shape
    is_finite = np.isfinite(rotation.mean).all() and np.isfinite(rotation.components).all()
    if rotation.mean.shape != (features,) or shape[:-1] != (features,) or not shape[-1] or not is_finite:
        raise RunError("place.damaged")
    return int(shape[-1])


def _is_sound_measure(rule: MeasureRule) -> bool:
    numbers = np.array([rule.influence, rule.divisor, rule.mean])
    is_kind = rule.kind is Kind.NUMBER or (rule.kind is Kind.DATE and bool(rule.origin))
    return bool(np.isfinite(numbers).all() and rule.divisor and is_kind and _is_day(rule.origin))


def _is_sound_category(rule: CategoryRule) -> bool:
    levels = len(rule.levels) + rule.has_other
    if rule.commonest == -1:
        return not levels and not rule.ones and not rule.zeros
    is_finite = np.isfinite([rule.influence, *rule.ones, *rule.zeros]).all()
    return bool(is_finite) and len(rule.ones) == len(rule.zeros) == levels and 0 <= rule.commonest < levels


def _is_day(text: str) -> bool:
    try:
        return not text or not np.isnat(np.datetime64(text, "s"))
    except ValueError:
        return False
