"""Names, colours and actions that users gave."""

from __future__ import annotations

import sqlite3

import pytest

from segdesk.errors import StoreError
from segdesk.model.portrait import Action
from segdesk.store import catalogue
from segdesk.store.actions import LONGEST_ACTION, forget_actions, own_actions, save_actions
from segdesk.store.names import LONGEST_NAME, colours, names, save_colours, save_name, save_names
from segdesk.store.runs import segmentation
from tests.store import examples


@pytest.fixture
def run_id(connection: sqlite3.Connection) -> int:
    dataset_id = examples.save(connection, examples.customers())
    return examples.save_run(connection, dataset_id, examples.segmentation())


def test_that_a_name_is_kept_for_its_cut_alone(connection: sqlite3.Connection, run_id: int):
    assert save_name(connection, run_id, 3, 1, "  Weekend\n families ") == "Weekend families"
    save_name(connection, run_id, 2, 0, "ቤተሰቦች")
    assert names(connection, run_id, 3) == {1: "Weekend families"}
    assert names(connection, run_id, 2) == {0: "ቤተሰቦች"}


def test_that_an_empty_name_takes_the_users_away(connection: sqlite3.Connection, run_id: int):
    save_name(connection, run_id, 3, 1, "Families")
    assert save_name(connection, run_id, 3, 1, " ") == ""
    assert names(connection, run_id, 3) == {}


def test_that_no_two_segments_are_called_alike(connection: sqlite3.Connection, run_id: int):
    save_name(connection, run_id, 3, 1, "Families")
    with pytest.raises(StoreError) as caught:
        save_name(connection, run_id, 3, 2, "FAMILIES")
    assert caught.value.code == "names.taken"
    assert caught.value.facts == {"name": "FAMILIES"}
    assert save_name(connection, run_id, 3, 1, "families") == "families"  # its own may be spelt anew


def test_that_a_name_is_no_longer_than_a_list_can_show(connection: sqlite3.Connection, run_id: int):
    assert save_name(connection, run_id, 3, 0, "x" * 500) == "x" * LONGEST_NAME


def test_that_carried_names_and_colours_replace_those_before(connection: sqlite3.Connection, run_id: int):
    save_name(connection, run_id, 3, 2, "Old")
    save_names(connection, run_id, 3, {0: "Gold", 1: ""})
    assert names(connection, run_id, 3) == {0: "Gold"}
    save_colours(connection, run_id, 3, (2, 0, 1))
    save_colours(connection, run_id, 3, (0, 4, 2))
    assert colours(connection, run_id, 3) == (0, 4, 2)
    save_colours(connection, run_id, 3, (0, 1, 2))
    assert colours(connection, run_id, 3) == ()


def test_that_kept_colours_come_with_a_runs_cut_and_with_no_other(
    connection: sqlite3.Connection, run_id: int
):
    save_colours(connection, run_id, 3, (0, 4, 2))
    found = segmentation(connection, run_id)
    assert found.cut(3).colours == catalogue.cut(connection, run_id, 3).colours == (0, 4, 2)
    assert found.cut(2).colours == catalogue.cut(connection, run_id, 2).colours == ()


def test_that_a_run_that_is_gone_takes_no_names(connection: sqlite3.Connection, run_id: int):
    for save in (
        lambda: save_name(connection, run_id + 1, 3, 0, "a"),
        lambda: save_names(connection, run_id + 1, 3, {}),
        lambda: save_colours(connection, run_id + 1, 3, ()),
    ):
        with pytest.raises(StoreError) as caught:
            save()
        assert caught.value.code == "database.no_run"


def test_that_names_go_with_their_run(connection: sqlite3.Connection, run_id: int):
    save_name(connection, run_id, 3, 1, "Families")
    save_colours(connection, run_id, 3, (1, 0, 2))
    catalogue.delete_run(connection, run_id)
    catalogue.purge(connection)
    for table in ("segment_names", "segment_colours"):
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)


def test_that_own_actions_are_kept_by_their_entry(connection: sqlite3.Connection):
    save_actions(connection, "premium", [Action("vip_rewards"), Action(text=" Wine\n evening "), Action()])
    save_actions(connection, "lost", [])
    assert own_actions(connection) == {
        "lost": (),
        "premium": (Action("vip_rewards"), Action(text="Wine evening")),
    }
    forget_actions(connection, "lost")
    assert set(own_actions(connection)) == {"premium"}


def test_that_an_action_is_one_line(connection: sqlite3.Connection):
    save_actions(connection, "premium", [Action(text="y" * 999)])
    assert own_actions(connection)["premium"][0].text == "y" * LONGEST_ACTION
