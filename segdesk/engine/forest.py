"""A random forest as plain arrays: grown by scikit-learn, kept and asked without it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import RandomForestClassifier
from threadpoolctl import threadpool_limits

from segdesk.errors import RunError

TREES = 100
"""More change the votes by less than a percent."""

GROWN_ROWS = 20_000
"""Rows that trees are grown on; beyond, a sample says where segments part as well."""

_MOST_LEAVES = 512
"""Of one tree, so that a forest of very many customers stays a few megabytes."""

_LEAST_LEAF = 2

_LEAF = -1
"""The feature of a node that asks nothing."""

_FLOAT32 = 1e30
"""Trees compare in single precision, whose range ends at 3e38."""

_CHUNK_ROWS = 20_000


@dataclass(frozen=True, slots=True, eq=False)
class Forest:
    """All trees' nodes in a row; ``roots`` (int64) are the trees' first nodes.

    A node asks whether ``feature`` (int32) is at most ``threshold`` and sends a row to ``left`` or
    ``right`` (int32), nodes after itself; a leaf has feature -1, and ``votes`` (nodes, classes)
    says how its rows were shared out. ``inputs`` features are asked about.
    """

    roots: NDArray[np.int64]
    feature: NDArray[np.int32]
    threshold: NDArray[np.float64]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    votes: NDArray[np.float32]

    @property
    def arrays(self) -> dict[str, NDArray[Any]]:
        """The arrays by name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


def grow(matrix: NDArray[np.float64], classes: NDArray[np.int64], count: int, *, seed: int) -> Forest:
    """Grow a forest that tells ``count`` classes apart.

    Parameters
    ----------
    matrix
        Shape ``(rows, features)``.
    classes
        Shape ``(rows,)``, each in 0 … count - 1.

    Returns
    -------
    The same for the same rows and seed, bit for bit.

    Source
    ------
    Breiman (2001), Machine Learning 45, 5-32.
    """
    model = RandomForestClassifier(
        TREES,
        max_leaf_nodes=_MOST_LEAVES,
        min_samples_leaf=_LEAST_LEAF,
        bootstrap=True,
        random_state=seed,
        n_jobs=1,
    )
    inputs = _single(matrix)
    with threadpool_limits(limits=1):
        model.fit(inputs, classes)
    found = model.classes_.astype(np.int64)
    parts: dict[str, list[NDArray[Any]]] = {name: [] for name in ("feature", "threshold", "left", "right")}
    votes, roots, first = [], [], 0
    for tree in (each.tree_ for each in model.estimators_):
        is_leaf = tree.children_left < 0
        roots.append(first)
        parts["feature"].append(np.where(is_leaf, _LEAF, tree.feature))
        parts["threshold"].append(np.where(is_leaf, 0.0, tree.threshold))
        parts["left"].append(np.where(is_leaf, 0, tree.children_left + first))
        parts["right"].append(np.where(is_leaf, 0, tree.children_right + first))
        shares = np.zeros((tree.node_count, count))
        shares[:, found] = tree.value[:, 0, :] / tree.value[:, 0, :].sum(axis=1, keepdims=True)
        votes.append(shares)
        first += tree.node_count
    return Forest(
        np.array(roots, dtype=np.int64),
        np.concatenate(parts["feature"]).astype(np.int32),
        np.concatenate(parts["threshold"]).astype(np.float64),
        np.concatenate(parts["left"]).astype(np.int32),
        np.concatenate(parts["right"]).astype(np.int32),
        np.concatenate(votes).astype(np.float32),
    )


def ask(forest: Forest, matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give each row's votes, shape ``(rows, classes)``, each line summing to 1."""
    inputs = _single(matrix)
    votes = np.zeros((len(inputs), forest.votes.shape[1]))
    for start in range(0, len(inputs), _CHUNK_ROWS):
        part = slice(start, start + _CHUNK_ROWS)
        for root in forest.roots:
            votes[part] += forest.votes[_leaves(forest, int(root), inputs[part])]
    return np.asarray(votes / len(forest.roots))


def checked(forest: Forest, *, inputs: int, classes: int) -> Forest:
    """Give the forest if every row can find its way through it.

    Raises
    ------
    RunError
        ``place.damaged``: what was saved isn't a forest any more.
    """
    nodes = len(forest.feature)
    lengths = {len(each) for each in (forest.threshold, forest.left, forest.right, forest.votes)}
    is_shaped = (
        lengths == {nodes}
        and forest.votes.shape == (nodes, classes)
        and all(each.ndim == 1 for name, each in forest.arrays.items() if name != "votes")
        and len(forest.roots) > 0
    )
    if not is_shaped or not _leads_somewhere(forest, nodes, inputs):
        raise RunError("place.damaged")
    return forest


def _leads_somewhere(forest: Forest, nodes: int, inputs: int) -> bool:
    inner = np.flatnonzero(forest.feature != _LEAF)
    leads = np.concatenate([forest.left[inner] - inner, forest.right[inner] - inner])
    ends = np.concatenate([forest.left[inner], forest.right[inner]])
    votes = forest.votes[forest.feature == _LEAF]
    return bool(
        ((forest.roots >= 0) & (forest.roots < nodes)).all()
        and ((forest.feature >= _LEAF) & (forest.feature < inputs)).all()
        # Onwards only: nobody walks in a circle.
        and (leads > 0).all()
        and (ends < nodes).all()
        and np.isfinite(forest.threshold).all()
        and np.isfinite(votes).all()
        and (votes >= 0).all()
        and np.allclose(votes.sum(axis=1), 1.0, atol=1e-3)
    )


def _single(matrix: NDArray[np.float64]) -> NDArray[np.float32]:
    return np.clip(matrix, -_FLOAT32, _FLOAT32).astype(np.float32)


def _leaves(forest: Forest, root: int, inputs: NDArray[np.float32]) -> NDArray[np.int64]:
    node = np.full(len(inputs), root, dtype=np.int64)
    walking = np.arange(len(inputs))
    while True:
        feature = forest.feature[node[walking]]
        walking, feature = walking[feature != _LEAF], feature[feature != _LEAF]
        if not len(walking):
            return node
        at = node[walking]
        is_left = inputs[walking, feature] <= forest.threshold[at]
        node[walking] = np.where(is_left, forest.left[at], forest.right[at])
