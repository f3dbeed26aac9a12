"""Dots painted into a picture with NumPy: twenty thousand of them many times a second."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

OPAQUE = np.uint32(0xFF000000)
RING = 0.36
"""How much of a hollow dot's radius its ring takes."""


def packed(colours: list[QColor]) -> NDArray[np.uint32]:
    """Give colours as opaque 32-bit pixels."""
    codes = [(0xFF << 24) | (c.red() << 16) | (c.green() << 8) | c.blue() for c in colours]
    return np.array(codes, np.uint32)


def mixed(
    colours: NDArray[np.uint32], ground: QColor, share: NDArray[np.float64] | float
) -> NDArray[np.uint32]:
    """Mix opaque pixels with a ground colour: ``share`` (0 … 1) of the colour stays."""
    result = np.full(np.broadcast(colours, share).shape, OPAQUE, np.uint32)
    for shift, base in ((16, ground.red()), (8, ground.green()), (0, ground.blue())):
        channel = ((colours >> np.uint32(shift)) & np.uint32(0xFF)).astype(np.float64)
        blended = np.clip(channel * share + base * (1 - share), 0, 255).astype(np.uint32)
        result |= blended << np.uint32(shift)
    return result


SHADES = 4
"""Steps from a dot's full colour to the ground: its edge is smooth, and set off from dots behind it."""


def shades(
    colours: NDArray[np.uint32], ground: QColor, share: NDArray[np.float64] | float
) -> NDArray[np.uint32]:
    """Give each colour mixed with the ground in ``SHADES`` steps towards it: ``(points, SHADES)``."""
    strength = np.asarray(share, np.float64)
    steps = [mixed(colours, ground, strength * (1 - step / SHADES)) for step in range(SHADES)]
    return np.stack(steps, axis=-1)


def stamped(
    size: tuple[int, int],
    places: NDArray[np.float64],
    colours: NDArray[np.uint32],
    radius: float,
    *,
    hollow: NDArray[np.bool_],
) -> QImage:
    """Paint dots, the last ones on top.

    Parameters
    ----------
    size
        Width and height in pixels.
    places
        Shape ``(points, 2)``, in pixels from the upper left corner.
    colours
        What ``shades`` gave.
    hollow
        Which dots are rings.
    """
    width, height = size
    pad = int(radius + 2)
    wide = width + 2 * pad
    pixels = np.zeros(wide * (height + 2 * pad), np.uint32)
    x, y = np.floor(places[:, 0]).astype(np.int64), np.floor(places[:, 1]).astype(np.int64)
    seen = (x >= -1) & (x <= width) & (y >= -1) & (y <= height)
    steps = np.arange(-pad + 1, pad)
    away = np.hypot(*np.meshgrid(steps, steps))
    covered = np.clip(radius + 0.5 - away, 0, 1)
    spots = covered > 1 / (2 * SHADES)
    offsets = (steps[:, None] * wide + steps)[spots]
    shade = np.minimum(((1 - covered[spots]) * SHADES).round().astype(np.int64), SHADES - 1)
    if seen.any():
        base = (y[seen] + pad) * wide + x[seen] + pad
        values = colours[seen][:, shade]
        if hollow.any():
            middle = away[spots] < radius - RING * radius
            values[np.ix_(hollow[seen], middle)] = colours[seen][hollow[seen]][:, -1:]
        # Where dots overlap NumPy keeps the last value, so that the last dot lies on top.
        pixels[(base[:, None] + offsets).ravel()] = values.ravel()
    picture = np.ascontiguousarray(pixels.reshape(-1, wide)[pad : pad + height, pad : pad + width])
    return QImage(picture.data, width, height, 4 * width, QImage.Format.Format_ARGB32).copy()


def shaded(picture: NDArray[np.float32]) -> QImage:
    """Turn a picture ``(up, across, 4)`` of 0 … 1, the lowest line first, into an image."""
    flipped = (np.clip(picture[::-1], 0, 1) * 255).round().astype(np.uint8)
    red, green, blue, alpha = np.moveaxis(flipped, 2, 0)
    image = np.ascontiguousarray(np.stack([blue, green, red, alpha], axis=2))
    height, width = image.shape[:2]
    return QImage(image.data, width, height, 4 * width, QImage.Format.Format_ARGB32).copy()
