"""Two saved runs with other columns are compared once somebody has agreed what is what."""

from __future__ import annotations

from pathlib import Path

import pytest

from segdesk.errors import InputError
from segdesk.model.placement import Consent
from segdesk.model.recipe import Method
from segdesk.tasks.migrate import examine_runs, migrate
from segdesk.tasks.rerun import rerun
from tests.tasks.months import run_of
from tests.tasks.reporting import quiet
from tests.tasks.two_kinds import priced, two_kinds


def two_segments(database: Path, source: Path) -> int:
    return run_of(database, source, segments=2, method=Method.KMEANS)


def movers(database: Path, first: int, second: int, consent: Consent | None = None) -> set[str]:
    agreed = {} if consent is None else {"consent": consent}
    found = migrate(quiet, database=database, before_id=first, after_id=second, **agreed)
    return {who for who, _, _ in found.movers}


def test_that_two_runs_with_renamed_columns_wait_for_consent(database: Path, tmp_path: Path) -> None:
    first = two_segments(database, two_kinds(tmp_path / "may.csv"))
    renamed = two_kinds(tmp_path / "june.csv", headings=("customer_code", "age", "spend_etb"), moves=3)
    second = two_segments(database, renamed)
    found = examine_runs(quiet, database=database, before_id=first, after_id=second)
    assert [(each.old, each.new) for each in found.renamed] == [("spend", "spend_etb")]
    with pytest.raises(InputError, match=r"schema\.consent"):
        movers(database, first, second)
    planted = {"d00", "d01", "d02"}
    assert movers(database, first, second, Consent(accepts=True)) == planted
    assert movers(database, first, second, Consent(names={"spend_etb": "spend"})) == planted
    settled = Consent(names={"spend_etb": "spend"})
    again = examine_runs(quiet, database=database, before_id=first, after_id=second, consent=settled)
    assert not again.needs_consent


def test_that_two_runs_in_other_units_wait_for_consent(database: Path, tmp_path: Path) -> None:
    first = two_segments(database, two_kinds(tmp_path / "may.csv"))
    second = two_segments(database, two_kinds(tmp_path / "june.csv", moves=2, factor=1000))
    found = examine_runs(quiet, database=database, before_id=first, after_id=second)
    assert [(unit.column, unit.factor) for unit in found.units] == [("spend", 0.001)]
    assert movers(database, first, second, Consent(accepts=True)) == {"d00", "d01"}


def test_that_what_was_settled_for_a_repeat_is_not_decided_again(database: Path, tmp_path: Path) -> None:
    first = two_segments(database, two_kinds(tmp_path / "may.csv"))
    source = two_kinds(tmp_path / "june.csv", moves=2, factor=1000)
    # "Leave it as it is", says the user: prices have really risen so.
    as_it_is = Consent(True, scales={"spend": 1.0})
    second = rerun(quiet, database=database, source=source, run_id=first, consent=as_it_is).run_id
    found = examine_runs(quiet, database=database, before_id=first, after_id=second)
    assert not found.needs_consent
    agreed = migrate(quiet, database=database, before_id=first, after_id=second)
    assert agreed.match.units == ()
    # Who moved, d00 and d01, spend 100 and 111, a thousand times: it wasn't scaled back.
    assert agreed.sales_moved == 211_000


def test_that_two_runs_in_other_currencies_need_a_rate(database: Path, tmp_path: Path) -> None:
    first = two_segments(database, priced(tmp_path / "may.csv", "ETB", 1.0))
    second = two_segments(database, priced(tmp_path / "june.csv", "USD", 1 / 57.5, moves=2))
    found = examine_runs(quiet, database=database, before_id=first, after_id=second)
    assert [(unit.column, unit.before, unit.now) for unit in found.units] == [("spend", "ETB", "USD")]
    with pytest.raises(InputError, match=r"schema\.currency"):
        movers(database, first, second, Consent(accepts=True))
    rate = Consent(True, scales={"spend": 57.5})
    assert movers(database, first, second, rate) == {"c40", "c41"}
    # A repeat's amounts are in the first run's currency, though its file says another.
    repeat = rerun(quiet, database=database, source=tmp_path / "june.csv", run_id=first, consent=rate).run_id
    assert movers(database, first, repeat) == {"c40", "c41"}
