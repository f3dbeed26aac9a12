"""Makes the samples: fictional supermarket customers with four real personas, and the same a quarter later.

In the later file it is known who moved from one persona to another, who left and who joined.
``python packaging/make_sample.py`` writes ``resources/samples/supermarket_customers*.csv``. Python's own
random numbers, not NumPy's, because they stay the same from version to version: the same seed gives
the same bytes everywhere.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[1] / "resources" / "samples"
SAMPLE = SAMPLES / "supermarket_customers.csv"
NEXT_SAMPLE = SAMPLES / "supermarket_customers_next_quarter.csv"
SEED = 2017  # 2025 in the Ethiopian calendar
LAST_DAY = date(2025, 9, 10)  # the last day of the Ethiopian year 2017
BLANK_SHARE = 0.012
STRAY_SHARE = 0.04  # of categories: people don't keep to their persona
IMPOSSIBLE_AGES = (0, 1, 4, 118)  # typing errors, as tills produce them

COLUMNS = (
    "customer_id", "age", "annual_income", "spending_score", "gender", "region", "membership_tier",
    "visit_frequency", "total_spend", "avg_basket_size", "preferred_category", "joined",
)  # fmt: skip
# What a customer takes along from one persona to another.
STAYS = ("customer_id", "age", "gender", "region", "joined")
CAN_BE_BLANK = ("age", "annual_income", "gender", "membership_tier", "avg_basket_size", "preferred_category")

# Towns by how many of a supermarket chain's customers live there.
TOWNS = {
    "Addis Ababa": 30, "Dire Dawa": 12, "Hawassa": 14, "Bahir Dar": 13, "Mekelle": 9, "Gondar": 8,
    "Jimma": 7, "Adama": 15,
}  # fmt: skip
TIERS = ("Bronze", "Silver", "Gold", "Platinum")
FREQUENCIES = ("Daily", "Weekly", "Monthly", "Rarely")
CATEGORIES = (
    "Fresh produce", "Grains and spices", "Household", "Meat and dairy", "Coffee and drinks", "Ready meals",
    "Snacks", "Imported goods",
)  # fmt: skip


@dataclass(frozen=True)
class Persona:
    """A kind of shopper. Pairs are mean and standard deviation; mappings are shares in any unit."""

    name: str
    customers: int
    age: tuple[float, float]
    income: tuple[float, float]
    score: tuple[float, float]
    spend: tuple[float, float]
    basket: tuple[float, float]
    towns: dict[str, int]
    tiers: dict[str, int]
    frequencies: dict[str, int]
    categories: dict[str, int]
    years: tuple[float, float]


PERSONAS = (
    Persona(
        "premium shoppers", 128, (44, 6), (96_000, 7_500), (58, 6), (118_000, 17_000), (27, 4),
        TOWNS, {"Platinum": 6, "Gold": 4}, {"Weekly": 9, "Daily": 1},
        {"Imported goods": 5, "Meat and dairy": 3, "Fresh produce": 2}, (4.5, 1.5),
    ),
    Persona(
        "budget families", 176, (39, 6), (40_000, 4_800), (78, 5), (64_000, 8_500), (43, 6),
        TOWNS, {"Bronze": 6, "Silver": 4}, {"Monthly": 9, "Weekly": 1},
        {"Grains and spices": 5, "Household": 4, "Fresh produce": 2}, (3.5, 1.5),
    ),
    Persona(
        "young urban professionals", 152, (27, 2.6), (63_000, 5_500), (85, 4), (55_000, 8_000), (9, 2.5),
        {"Addis Ababa": 9, "Adama": 1}, {"Silver": 6, "Gold": 4}, {"Daily": 6, "Weekly": 4},
        {"Ready meals": 5, "Coffee and drinks": 4, "Snacks": 3}, (1.8, 0.8),
    ),
    Persona(
        "occasional shoppers", 156, (45, 10), (58_000, 15_000), (37, 6), (13_000, 4_000), (12, 3.5),
        TOWNS, {"Bronze": 8, "Silver": 2}, {"Rarely": 6, "Monthly": 4},
        {"Household": 4, "Coffee and drinks": 3, "Snacks": 3, "Fresh produce": 2}, (2.5, 1.5),
    ),
)  # fmt: skip

# Who moves where: a tenth of the customers. Nobody grows younger, so nobody becomes a young professional.
MOVES = {
    ("premium shoppers", "occasional shoppers"): 15,
    ("budget families", "occasional shoppers"): 17,
    ("budget families", "premium shoppers"): 8,
    ("occasional shoppers", "budget families"): 12,
    ("occasional shoppers", "premium shoppers"): 7,
}  # fmt: skip
LEAVE = 34
JOIN = 41
QUARTER = timedelta(days=91)
BIRTHDAY_SHARE = 0.25
RAISE_SHARE = 0.1


@dataclass(frozen=True)
class Quarter:
    """The customers a quarter later, and what is known of them by their numbers.

    ``moved`` gives the personas before and after, ``personas`` those of everybody in the later file.
    """

    rows: tuple[dict[str, str], ...]
    moved: dict[str, tuple[str, str]]
    left: tuple[str, ...]
    joined: tuple[str, ...]
    personas: dict[str, str]


def customers() -> list[tuple[str, dict[str, str]]]:
    """Give every customer with the name of the persona it was made from."""
    dice = random.Random(SEED)
    made = [
        (persona.name, _customer(persona, dice)) for persona in PERSONAS for _ in range(persona.customers)
    ]
    dice.shuffle(made)
    for number, (_, row) in enumerate(made, start=1):
        row["customer_id"] = f"ET{number:05d}"
        for column in CAN_BE_BLANK:
            if dice.random() < BLANK_SHARE:
                row[column] = ""
    for age, (_, row) in zip(IMPOSSIBLE_AGES, dice.sample(made, len(IMPOSSIBLE_AGES)), strict=True):
        row["age"] = str(age)
    return made


def next_quarter() -> Quarter:
    """Give the same customers a quarter later: most a little changed, some moved, some gone, some new."""
    dice = random.Random(SEED + 1)
    before = {row["customer_id"]: (name, row) for name, row in customers()}
    left = tuple(sorted(dice.sample(sorted(before), LEAVE)))
    moved = _moves({who: name for who, (name, _) in before.items() if who not in left}, dice)
    personas, rows = {}, []
    for who, (name, row) in before.items():
        if who in left:
            continue
        personas[who] = moved[who][1] if who in moved else name
        rows.append(_moved(row, personas[who], dice) if who in moved else _later(row, dice))
    numbers = range(len(before) + 1, len(before) + JOIN + 1)
    joined = tuple(f"ET{number:05d}" for number in numbers)
    for who in joined:
        persona = dice.choices(PERSONAS, [persona.customers for persona in PERSONAS])[0]
        day = LAST_DAY + timedelta(days=dice.randint(1, QUARTER.days))
        rows.append(_customer(persona, dice) | {"customer_id": who, "joined": day.isoformat()})
        personas[who] = persona.name
    dice.shuffle(rows)
    return Quarter(tuple(rows), moved, left, joined, personas)


def _moves(personas: dict[str, str], dice: random.Random) -> dict[str, tuple[str, str]]:
    """Choose who moves, each once."""
    moved: dict[str, tuple[str, str]] = {}
    for (old, new), count in MOVES.items():
        free = sorted(who for who, name in personas.items() if name == old and who not in moved)
        moved |= dict.fromkeys(dice.sample(free, count), (old, new))
    return moved


def _moved(row: dict[str, str], persona: str, dice: random.Random) -> dict[str, str]:
    made = _customer(next(each for each in PERSONAS if each.name == persona), dice)
    return made | {column: row[column] for column in STAYS}


def _later(row: dict[str, str], dice: random.Random) -> dict[str, str]:
    """Let a customer's figures drift as a quarter's do."""
    later = dict(row)
    if row["age"] and dice.random() < BIRTHDAY_SHARE:
        later["age"] = str(int(row["age"]) + 1)
    if row["annual_income"] and dice.random() < RAISE_SHARE:
        later["annual_income"] = str(round(int(row["annual_income"]) * dice.uniform(1.01, 1.06)) // 100 * 100)
    later["spending_score"] = str(min(100, max(1, int(row["spending_score"]) + round(dice.gauss(0, 1.5)))))
    later["total_spend"] = f"{float(row['total_spend']) * dice.gauss(1.01, 0.04):.2f}"
    if row["avg_basket_size"]:
        later["avg_basket_size"] = f"{max(1.0, float(row['avg_basket_size']) * dice.gauss(1, 0.04)):.1f}"
    return later


def csv_text(rows: Iterable[dict[str, str]] | None = None) -> str:
    """Give a file's text: the sample's, or that of other rows."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows((row for _, row in customers()) if rows is None else rows)
    return text.getvalue()


def _customer(persona: Persona, dice: random.Random) -> dict[str, str]:
    return {
        "age": str(_whole(persona.age, 18, 84, dice)),
        "annual_income": str(_whole(persona.income, 24_000, 150_000, dice) // 100 * 100),
        "spending_score": str(_whole(persona.score, 1, 100, dice)),
        "gender": dice.choice(("Female", "Male")),
        "region": _pick(persona.towns, TOWNS, dice),
        "membership_tier": _pick(persona.tiers, TIERS, dice),
        "visit_frequency": _pick(persona.frequencies, FREQUENCIES, dice),
        "total_spend": f"{max(900.0, dice.gauss(*persona.spend)):.2f}",
        "avg_basket_size": f"{max(1.0, dice.gauss(*persona.basket)):.1f}",
        "preferred_category": _pick(persona.categories, CATEGORIES, dice),
        "joined": _joined(persona.years, dice).isoformat(),
    }


def _whole(bell: tuple[float, float], least: int, most: int, dice: random.Random) -> int:
    return min(most, max(least, round(dice.gauss(*bell))))


def _pick(shares: dict[str, int], anything: dict[str, int] | tuple[str, ...], dice: random.Random) -> str:
    if dice.random() < STRAY_SHARE:
        return dice.choice(list(anything))
    return dice.choices(list(shares), list(shares.values()))[0]


def _joined(years: tuple[float, float], dice: random.Random) -> date:
    return LAST_DAY - timedelta(days=round(max(0.1, dice.gauss(*years)) * 365.25))


def main() -> None:
    """Write the samples."""
    SAMPLES.mkdir(parents=True, exist_ok=True)
    SAMPLE.write_text(csv_text(), "utf-8", newline="\n")
    NEXT_SAMPLE.write_text(csv_text(next_quarter().rows), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
