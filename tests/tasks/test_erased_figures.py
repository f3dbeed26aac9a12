"""After a person is erased every figure counts who is left, and nothing SegDesk keeps names them."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest

from segdesk.errors import StoreError
from segdesk.model.campaign import CampaignWishes
from segdesk.model.changes import Change, ChangeKind
from segdesk.model.reading import ReadingChoices
from segdesk.model.recipe import Method
from segdesk.store import catalogue
from segdesk.store.actions import save_actions
from segdesk.store.campaigns import campaign, campaign_parts, campaigns
from segdesk.store.datasets import read_table
from segdesk.store.db import opened
from segdesk.store.exported import Written, save_files
from segdesk.store.names import save_name
from segdesk.store.recipes import recipe_document
from segdesk.store.runs import labels
from segdesk.tasks.campaign import make_campaign
from segdesk.tasks.customers import make_customers
from segdesk.tasks.erase import erase_person, find_person
from segdesk.tasks.import_file import import_file
from segdesk.tasks.portrait import portray
from segdesk.tasks.saved_recipe import save_run_recipe, saved_recipe
from segdesk.tasks.uplift import measure_uplift
from segdesk.words import campaign_words
from tests.tasks.months import run_of
from tests.tasks.reporting import quiet

WHO = "ET0007-Abebech"
ROWS = 90


def shop(path: Path, *, heading: str = "customer_id") -> Path:
    """Write three kinds of customers; the seventh is the one who asks, and the only one of her town."""
    lines = [f"{heading},town,income,visits,total_spend"]
    for i in range(ROWS):
        kind = i % 3
        name = WHO if i == 7 else f"ET{i:04d}"
        town = "Lalibela" if i == 7 else ("Addis", "Adama", "Gondar")[i % 3]
        lines.append(f"{name},{town},{20 + 30 * kind + i % 4},{2 + 9 * kind + i % 3},{100 + 400 * kind + i}")
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


@pytest.fixture
def database(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder / "db.sqlite"


def kept_bytes(database: Path) -> bytes:
    """Everything SegDesk keeps: the database, its log, copies."""
    return b"".join(path.read_bytes() for path in sorted(database.parent.iterdir()) if path.is_file())


def planned(database: Path, run_id: int, folder: Path) -> int:
    return make_campaign(
        quiet,
        database=database,
        run_id=run_id,
        segments=3,
        wishes=CampaignWishes(budget="1000", cost="1"),
        lists=campaign_words.campaign_lists(("A", "B", "C"), is_workbook=False, file="shop.csv"),
        folder=folder,
    )


def test_that_a_campaign_counts_who_is_left(database: Path, tmp_path: Path) -> None:
    run_id = run_of(database, shop(tmp_path / "shop.csv"), segments=3)
    number = planned(database, run_id, tmp_path / "out")
    with opened(database, "read") as connection:
        before = campaign(connection, number).campaign
        part = int(campaign_parts(connection, number)[7])
        own = int(labels(connection, run_id, 3)[7])
        spends = read_table(connection, 1, ["total_spend"]).columns[0].values
        found = labels(connection, run_id, 3)
    done = erase_person(quiet, database=database, column="customer_id", value=WHO)
    assert done.campaigns == 1
    with opened(database, "read") as connection:
        after = campaign(connection, number).campaign
        parts, left = campaign_parts(connection, number), labels(connection, run_id, 3)
    assert before.contacted + before.held_back == ROWS  # everybody is reachable and paid for
    assert (after.contacted, after.held_back) == (
        before.contacted - (part == 1),
        before.held_back - (part == 2),
    )
    for row, was in zip(after.rows, before.rows, strict=True):
        hers = int(row.segment == own)
        assert (row.segment, row.size, row.reachable) == (was.segment, was.size - hers, was.reachable - hers)
        assert row.size == int((left == row.segment).sum())
        assert row.contacted == int((parts[left == row.segment] == 1).sum())
        kept = np.delete(spends, 7)[np.delete(found, 7) == row.segment]
        assert row.sales == pytest.approx(float(kept.mean()))
    assert (
        measure_uplift(quiet, database=database, campaign_id=number, source=tmp_path / "shop.csv").campaign_id
        == number
    )


def test_that_sizes_sales_and_lists_agree(database: Path, tmp_path: Path) -> None:
    run_id = run_of(database, shop(tmp_path / "shop.csv"), segments=3)
    planned(database, run_id, tmp_path / "out")
    erase_person(quiet, database=database, column="customer_id", value=WHO)
    with opened(database, "read") as connection:
        sizes = catalogue.cut(connection, run_id).sizes
        info = catalogue.dataset(connection, 1)
        query = """
            SELECT cluster_label, count(*), sum(c4) FROM cluster_assignments
            JOIN rows_1 USING (row_index) WHERE run_id = ? GROUP BY 1 ORDER BY 1"""
        listed = connection.execute(query, (run_id,)).fetchall()  # as the Customers tab counts them
        in_campaign = {row.segment: row.size for row in campaigns(connection)[0].campaign.rows}
    assert info.rows == ROWS - 1
    assert [count for _, count, _ in listed] == list(sizes)
    assert sum(sizes) == ROWS - 1
    assert in_campaign == dict(enumerate(sizes))
    told = portray(quiet, database=database, run_id=run_id, segments=3)
    shares = [portrait.sales_share for portrait in told.portraits]
    total = sum(spent for *_, spent in listed)
    assert shares == pytest.approx([spent / total for *_, spent in listed])


def test_that_a_receipt_tells_who_was_erased_and_adds_up_who_is_left(database: Path, tmp_path: Path) -> None:
    import_file(quiet, database=database, source=shop(tmp_path / "shop.csv"))
    with opened(database, "read") as connection:
        before = catalogue.reading(connection, 1)
    erase_person(quiet, database=database, column="customer_id", value=WHO)
    erase_person(quiet, database=database, column="customer_id", value="ET0008")
    with opened(database, "read") as connection:
        after = catalogue.reading(connection, 1)
    assert before is not None
    assert before.receipt is not None
    assert after is not None
    assert after.receipt is not None
    assert after.receipt.lines == before.receipt.lines
    assert after.receipt.rows == ROWS - 2
    assert [(left.reason.code, left.count, left.lines) for left in after.receipt.left_out] == [
        ("erase.left_out", 2, ())
    ]
    totals = {each.column: each.total for each in before.receipt.totals}
    # Rows 7 and 8 are of kinds 1 and 2: 100 + 400 + 7 and 100 + 800 + 8 birr were spent.
    totals["total_spend"] -= 507 + 908
    # Incomes of 20 + 30 + 3 and 20 + 60 + 0.
    totals["income"] -= 53 + 80
    assert {each.column: each.total for each in after.receipt.totals} == totals


def test_that_customers_made_of_sales_have_a_receipt_without_the_person(
    database: Path, tmp_path: Path
) -> None:
    path = tmp_path / "sales.csv"
    lines = [f"K{i % 30},2026-01-{1 + i % 28:02d},{10 + i % 7}.25" for i in range(240)]
    path.write_text("customer_id,date,amount\n" + "\n".join(lines) + "\n", "utf-8")
    sales = import_file(quiet, database=database, source=path)
    made = make_customers(quiet, database=database, dataset_id=sales, name="customers")
    hers = sum(10.25 + i % 7 for i in range(240) if i % 30 == 4)
    with opened(database, "read") as connection:
        before = catalogue.reading(connection, made)
    done = erase_person(quiet, database=database, column="customer_id", value="K4")
    assert done.datasets == 2
    with opened(database, "read") as connection:
        after = catalogue.reading(connection, made)
        assert catalogue.dataset(connection, made).rows == 29
    assert before is not None
    assert before.receipt is not None
    assert after is not None
    assert after.receipt is not None
    assert after.receipt.rows == 29
    assert after.receipt.totals[0].total == pytest.approx(before.receipt.totals[0].total - hers)


def with_traces(database: Path, tmp_path: Path) -> int:
    """Name the person wherever a user can, and a value of hers in what was tidied."""
    fold = Change(ChangeKind.FOLD, ("town",), levels=(("Lalibela", "Gondar"), ("adama", "Adama")))
    source = shop(tmp_path / f"{WHO}.csv")
    run_id = run_of(database, source, segments=3)
    with opened(database, "write") as connection:
        choices = ReadingChoices(changes=(fold,))
        connection.execute("UPDATE dataset_readings SET choices = ?", (json.dumps(asdict(choices)),))
        save_name(connection, run_id, 3, 0, f"{WHO} and friends")
        save_files(connection, str(tmp_path), [Written(f"{WHO}.pdf", "report", "0")])
    save_run_recipe(quiet, database=database, run_id=run_id, name=f"after {WHO}")
    return run_id


def test_that_nothing_segdesk_keeps_names_the_person(database: Path, tmp_path: Path) -> None:
    run_id = with_traces(database, tmp_path)
    planned(database, run_id, tmp_path / "out")
    (database.parent / "db-backup-v6.sqlite").write_bytes(database.read_bytes())
    (database.parent / "db-backup-v5.sqlite.part").write_bytes(WHO.encode())
    (database.parent / "db-backup-mine.txt").write_text("somebody else's")
    with opened(database, "write") as reader:  # a log that hasn't been written back yet
        save_actions(reader, "champions", ())
        assert WHO.encode() in kept_bytes(database)
    done = erase_person(quiet, database=database, column="Customer ID", value=WHO)
    assert [Path(path).name for path in done.backups] == ["db-backup-v5.sqlite.part", "db-backup-v6.sqlite"]
    assert done.recipes == 1
    for text in (WHO, "Lalibela"):
        assert text.encode() not in kept_bytes(database)
    assert (database.parent / "db-backup-mine.txt").exists()


def test_that_a_recipe_still_works_without_the_person(database: Path, tmp_path: Path) -> None:
    with_traces(database, tmp_path)
    erase_person(quiet, database=database, column="customer_id", value=WHO)
    with opened(database, "read") as connection:
        ((name,),) = connection.execute("SELECT name FROM recipes").fetchall()
        assert "Lalibela" not in recipe_document(connection, name)
    assert name.startswith("after …")
    saved = saved_recipe(database, name)
    assert saved.reading.changes is not None
    # The pair that names her town goes; the one that names nobody stays.
    assert [change.levels for change in saved.reading.changes] == [(("adama", "Adama"),)]


def test_that_words_of_columns_and_codes_stay(database: Path, tmp_path: Path) -> None:
    path = tmp_path / "shop.csv"
    text = shop(path).read_text("utf-8").replace("Lalibela", "income")  # her town is called like a column
    path.write_text(text, "utf-8")
    run_id = run_of(database, path, segments=3)
    with opened(database, "read") as connection:
        before = catalogue.feature_config(connection, run_id)
    erase_person(quiet, database=database, column="customer_id", value=WHO)
    with opened(database, "read") as connection:
        after = catalogue.feature_config(connection, run_id)
    assert after.numeric_features == before.numeric_features
    assert "income" in after.numeric_features


def test_that_an_open_suggestion_that_was_about_the_person_is_gone(database: Path, tmp_path: Path) -> None:
    path = tmp_path / "shop.csv"
    lines = shop(path).read_text("utf-8").splitlines()
    lines[8] = lines[8].replace(",53,", ",666666,")  # the header is the first line
    path.write_text("\n".join(lines) + "\n", "utf-8")
    import_file(quiet, database=database, source=path)

    def aside() -> list[str]:
        with opened(database, "read") as connection:
            reading = catalogue.reading(connection, 1)
        assert reading is not None
        return [s.note.code for s in reading.suggestions if s.change.kind is ChangeKind.SET_ASIDE]

    assert aside() == ["tidy.above"]
    erase_person(quiet, database=database, column="customer_id", value=WHO)
    assert aside() == []
    assert b"666666" not in kept_bytes(database)


def test_that_what_is_said_of_a_cut_that_is_lost_goes_with_it(database: Path, tmp_path: Path) -> None:
    path = tmp_path / "far.csv"
    rows = [f"k{i},{i % 7 + 60 * (i % 2)},{i % 5}" for i in range(40)]
    path.write_text("code,a,b\n" + "\n".join([*rows, "far away,900,900"]) + "\n", "utf-8")
    run_id = run_of(database, path, segments=2, method=Method.SINGLE)
    with opened(database, "read") as connection:
        sizes = {cut: catalogue.cut(connection, run_id, cut).sizes for cut in (2, 3)}
    assert sizes[2] == (40, 1)  # both cuts set her apart
    assert min(sizes[3]) == 1
    found = find_person(quiet, database=database, column="code", value="far away")
    assert (found.rows, found.datasets) == (1, 1)
    done = erase_person(quiet, database=database, column="code", value="far away")
    assert done.removed_runs == (run_id,)


def test_that_the_same_value_under_another_heading_is_told(database: Path, tmp_path: Path) -> None:
    import_file(quiet, database=database, source=shop(tmp_path / "shop.csv"))
    import_file(quiet, database=database, source=shop(tmp_path / "second.csv", heading="Customer Id"))
    import_file(quiet, database=database, source=shop(tmp_path / "third.csv", heading="loyalty_card"))
    found = find_person(quiet, database=database, column="customer_id", value=WHO)
    # "Customer Id" is the same heading, written otherwise.
    assert (found.rows, found.datasets) == (2, 2)
    assert found.elsewhere == (("third.csv", "loyalty_card"),)
    done = erase_person(quiet, database=database, column="customer_id", value=WHO)
    assert done.elsewhere == found.elsewhere
    with opened(database, "read") as connection:
        assert [info.rows for info in catalogue.datasets(connection)] == [ROWS, ROWS - 1, ROWS - 1]


def test_that_a_reader_that_holds_the_database_is_told(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_file(quiet, database=database, source=shop(tmp_path / "shop.csv"))
    monkeypatch.setattr("segdesk.store.db.PATIENCE", 0.1)
    monkeypatch.setattr("segdesk.store.db.opened.__wrapped__.__kwdefaults__", {"patience": 0.1})
    with opened(database, "read") as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM rows_1").fetchone()
        with pytest.raises(StoreError, match=r"erase\.still_open|database\.busy"):
            erase_person(quiet, database=database, column="customer_id", value=WHO)
        reader.execute("COMMIT")
    with opened(database, "read") as connection:
        assert catalogue.dataset(connection, 1).rows == ROWS - 1
    assert WHO.encode() not in kept_bytes(database)  # the last to close it writes the log back
