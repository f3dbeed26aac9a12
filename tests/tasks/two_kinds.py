"""Files of two kinds of customers that nobody could mistake for each other, and of the months after."""

from __future__ import annotations

from pathlib import Path

HEADINGS = ("customer_code", "age", "spend")


def two_kinds(
    path: Path,
    *,
    headings: tuple[str, ...] = HEADINGS,
    moves: int = 0,
    factor: int = 1,
    unit: str = "",
) -> Path:
    """Write forty thrifty customers (age from 20, spend from 100) and 24 lavish ones (from 60, from 900).

    ``moves`` of the lavish have become thrifty; ``factor`` and ``unit`` say how spend is written.
    """
    rows = [f"c{i:02},{20 + i * 7 % 13},{(100 + i * 11 % 17) * factor}{unit}" for i in range(40)]
    for i in range(24):
        age, spend = (60, 900) if i >= moves else (20, 100)
        rows.append(f"d{i:02},{age + i * 7 % 13},{(spend + i * 11 % 17) * factor}{unit}")
    path.write_text(",".join(headings) + "\n" + "\n".join(rows) + "\n", "utf-8")
    return path


def priced(path: Path, currency: str, factor: float, *, moves: int = 0) -> Path:
    """Write customers whose amounts carry a currency."""
    lines = ["customer_code,age,visits,spend"]
    for i in range(64):
        is_lavish = i >= 40 + moves
        spend = ((900 if is_lavish else 100) + i * 11 % 17) * factor
        age, visits = (60, 20) if is_lavish else (20, 2)
        lines.append(f"c{i:02},{age + i * 7 % 13},{visits + i % 3},{currency} {spend:.2f}")
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path
