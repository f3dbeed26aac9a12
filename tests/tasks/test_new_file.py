"""A new file is read as the old one settled it, and what was tidied is tidied again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from segdesk.choices import column_uses
from segdesk.model.placement import NOTHING_AGREED, Consent
from segdesk.model.recipe import Encoding, Recipe
from segdesk.store import catalogue
from segdesk.store.datasets import read_table
from segdesk.store.db import opened
from segdesk.tasks.import_file import import_file
from segdesk.tasks.new_file import NewFile, Tidying, read_alike
from tests.tasks.reporting import quiet


def read(
    database: Path, source: Path, *, tidying: Tidying = Tidying.COLUMNS, consent: Consent = NOTHING_AGREED
) -> NewFile:
    """Read a file as dataset 1's."""
    with opened(database, "read") as connection:
        reading = catalogue.reading(connection, 1)
        before = read_table(connection, 1)
        uses = column_uses(catalogue.columns(connection, 1), None, Encoding.BALANCED)
    columns = Recipe(uses).columns
    return read_alike(source, before, columns, reading, report=quiet, tidying=tidying, consent=consent)


def dated(path: Path, days: list[str]) -> Path:
    lines = [f"k{i},{days[i % len(days)]},{i * 7 % 13}" for i in range(40)]
    path.write_text("code,joined,visits\n" + "\n".join(lines) + "\n", "utf-8")
    return path


@pytest.mark.parametrize(
    ("settled", "other", "fourth_of_may"),
    [("12/25/2025", "25/12/2025", "05/04/2026"), ("25/12/2025", "12/25/2025", "04/05/2026")],
)
def test_that_an_open_date_order_is_the_old_files(
    tmp_path: Path, settled: str, other: str, fourth_of_may: str
) -> None:
    database = tmp_path / "db.sqlite"
    # There is no month 25: the first file says which is the day, and 04/05 could be both.
    import_file(quiet, database=database, source=dated(tmp_path / "a.csv", [settled]))
    found = read(database, dated(tmp_path / "b.csv", [fourth_of_may]))
    assert found.table.column("joined").values[0] == np.datetime64("2026-05-04")
    # One that says the other order itself is read so, and that is told.
    found = read(database, dated(tmp_path / "c.csv", [other]))
    assert found.table.column("joined").values[0] == np.datetime64("2025-12-25")
    assert [note.code for note in found.match.notes] == ["schema.date_order"]


def aged(path: Path, *, oldest: int, heading: str = "Year_Birth") -> Path:
    lines = [f"k{i},{1950 + i},{i * 37 % 100},2024-06-{1 + i % 28:02}" for i in range(48)]
    lines.append(f"k99,{oldest},50,2024-06-09")
    path.write_text(f"code,{heading},spend,last_visit\n" + "\n".join(lines) + "\n", "utf-8")
    return path


def test_that_ages_are_made_again_and_nobody_is_set_aside_to_be_placed(tmp_path: Path) -> None:
    database = tmp_path / "db.sqlite"
    import_file(quiet, database=database, source=aged(tmp_path / "a.csv", oldest=1893), accepts=True)
    with opened(database, "read") as connection:
        names = [column.name for column in catalogue.columns(connection, 1)]
        assert catalogue.dataset(connection, 1).rows == 48  # who is 131 was set aside
    (made,) = set(names) - {"code", "Year_Birth", "spend", "last_visit"}
    source = aged(tmp_path / "b.csv", oldest=1894, heading="YEAR BIRTH")
    found = read(database, source)
    # The reference is the year of the file's last day: 2024 - 1950.
    assert found.table.column(made).values[0] == 74
    assert found.table.rows == 49
    assert [(each.old, each.new) for each in found.match.renamed] == [("Year_Birth", "YEAR BIRTH")]
    assert not found.match.needs_consent
    assert read(database, source, tidying=Tidying.ALL).table.rows == 48


def born(database: Path, tmp_path: Path) -> str:
    """Import a file of which an age is made; give the made column's name."""
    import_file(quiet, database=database, source=aged(tmp_path / "a.csv", oldest=1950), accepts=True)
    with opened(database, "read") as connection:
        (made,) = {c.name for c in catalogue.columns(connection, 1)} - {
            "code",
            "Year_Birth",
            "spend",
            "last_visit",
        }
    return made


def test_that_a_declined_name_feeds_no_derived_column(tmp_path: Path) -> None:
    database = tmp_path / "db.sqlite"
    made = born(database, tmp_path)
    source = aged(tmp_path / "b.csv", oldest=1950, heading="Birth year")
    proposed = read(database, source)
    assert [(each.old, each.new) for each in proposed.match.renamed] == [("Year_Birth", "Birth year")]
    assert proposed.table.column(made).values[0] == 74  # 2024 - 1950
    declined = read(database, source, consent=Consent(True, {"Birth year": ""}))
    names = [column.name for column in declined.table.columns]
    assert made not in names
    assert "Birth year" in names
    assert declined.match.renamed == ()
    assert {"Year_Birth", made} <= set(declined.match.missing)


def test_that_a_column_the_user_names_feeds_the_derived_one(tmp_path: Path) -> None:
    database = tmp_path / "db.sqlite"
    made = born(database, tmp_path)
    lines = aged(tmp_path / "b.csv", oldest=1950, heading="Birth year").read_text("utf-8").splitlines()
    wrong = [f"{line},{'begun' if i == 0 else 1990 + i % 9}" for i, line in enumerate(lines)]
    (tmp_path / "c.csv").write_text("\n".join(wrong) + "\n", "utf-8")
    found = read(database, tmp_path / "c.csv", consent=Consent(True, {"begun": "Year_Birth"}))
    # The first customer's line, the second of the file: 1990 + 1 % 9 = 1991, and 2024 - 1991 = 33.
    assert found.table.column(made).values[0] == 33
    assert [(each.old, each.new, each.is_same_word) for each in found.match.renamed] == [
        ("Year_Birth", "begun", True)
    ]
