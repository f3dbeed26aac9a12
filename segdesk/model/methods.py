"""The methods, declared once: engine, window, command line, documents and tests read this list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from segdesk.model.recipe import Method


class Family(StrEnum):
    """Methods that work alike."""

    HIERARCHICAL = "hierarchical"
    CENTROID = "centroid"
    MIXTURE = "mixture"
    DENSITY = "density"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number that a method takes; where it isn't given, ``default``, or for None the data, decides."""

    name: str
    lowest: float
    highest: float
    default: float | None = None
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class MethodInfo:
    """What a method is and can do."""

    method: Method
    family: Family
    parameters: tuple[Parameter, ...] = ()

    @property
    def has_tree(self) -> bool:
        """Whether any number of segments is cut from one tree."""
        return self.family is Family.HIERARCHICAL

    @property
    def finds_count(self) -> bool:
        """Whether the data, not the user, says how many segments there are; some customers then have none."""
        return self.family is Family.DENSITY


_STARTS = Parameter("starts", 1, 100, default=10)
_CLOUD_STARTS = Parameter("starts", 1, 100)
_NEIGHBOURS = Parameter("min_samples", 2, 1_000)

METHODS: tuple[MethodInfo, ...] = (
    MethodInfo(Method.WARD, Family.HIERARCHICAL),
    MethodInfo(Method.COMPLETE, Family.HIERARCHICAL),
    MethodInfo(Method.AVERAGE, Family.HIERARCHICAL),
    MethodInfo(Method.SINGLE, Family.HIERARCHICAL),
    MethodInfo(Method.KMEANS, Family.CENTROID, (_STARTS,)),
    MethodInfo(Method.GMM, Family.MIXTURE, (_CLOUD_STARTS,)),
    MethodInfo(Method.GMM_DIAGONAL, Family.MIXTURE, (_CLOUD_STARTS,)),
    MethodInfo(Method.DBSCAN, Family.DENSITY, (Parameter("eps", 1e-9, 1e9, is_whole=False), _NEIGHBOURS)),
    MethodInfo(Method.HDBSCAN, Family.DENSITY, (Parameter("min_size", 2, 100_000), _NEIGHBOURS)),
)


def info(method: Method) -> MethodInfo:
    """Give what is declared of a method."""
    return next(each for each in METHODS if each.method is method)
