"""Actions and kinds of customers of one's own, carried as a file that can do no harm."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from segdesk.errors import InputError, StoreError
from segdesk.model.actions import OwnPersona, Sign, Standing
from segdesk.model.aspects import Aspect
from segdesk.model.portrait import Action
from segdesk.store.actions import own_actions, own_personas, save_actions, save_persona
from segdesk.store.db import opened
from segdesk.tasks.own_actions import LARGEST_FILE, Told, export_actions, import_actions

SPENDERS = OwnPersona(
    "own_1", "Big but rare", (Sign(Aspect.SPEND, Standing.HIGH), Sign(Aspect.VISITS, Standing.LOW))
)
SIGN = {"aspect": "spend", "standing": "high"}


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "db.sqlite"
    with opened(path, "write") as connection:
        save_persona(connection, SPENDERS)
        save_actions(connection, "own_1", [Action(text="ይደውሉ"), Action("win_back")])
        save_actions(connection, "premium", [Action(text="Tasting evening")])
    return path


def written(tmp_path: Path, document: object) -> Path:
    path = tmp_path / "actions.json"
    path.write_text(document if isinstance(document, str) else json.dumps(document), "utf-8")
    return path


def test_that_what_is_exported_comes_back_on_another_laptop(database: Path, tmp_path: Path):
    file, other = tmp_path / "actions.json", tmp_path / "other.sqlite"
    assert export_actions(database, file) == Told(actions=1, personas=1)
    assert import_actions(other, file) == Told(actions=1, personas=1)
    with opened(database, "read") as here, opened(other, "read") as there:
        assert own_actions(there) == own_actions(here)
        assert own_personas(there) == own_personas(here) == (SPENDERS,)


def test_that_one_of_the_same_name_is_replaced_and_others_stay(database: Path, tmp_path: Path):
    again = {"name": "BIG  BUT RARE", "signs": [SIGN], "actions": [{"text": "Write"}]}
    new = {"name": "Students", "signs": [{"aspect": "age", "standing": "low"}]}
    import_actions(database, written(tmp_path, {"personas": [new, again]}))
    with opened(database, "read") as connection:
        assert [(p.code, p.name) for p in own_personas(connection)] == [
            ("own_1", "BIG BUT RARE"),
            ("own_2", "Students"),
        ]
        found = own_actions(connection)
    assert found["own_1"] == (Action(text="Write"),)
    assert found["premium"] == (Action(text="Tasting evening"),)


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ("", "personas.not_actions"),
        ("not JSON", "personas.not_actions"),
        ("[" * 100_000, "personas.not_actions"),
        ("[]", "personas.not_actions"),
        ({}, "personas.not_actions"),
        ({"actions": {"premium": "__import__('os')"}}, "personas.not_actions"),
        ({"personas": [{"name": "x"}]}, "personas.not_actions"),
        ({"personas": [{"name": "x", "signs": [SIGN]}] * 101}, "personas.not_actions"),
        ({"actions": {"own_1": [{"text": "x"}]}}, "personas.unknown"),
        ({"actions": {"premium": [{"code": "rm -rf"}]}}, "personas.unknown"),
        ({"actions": {"premium": [{"text": " "}]}}, "personas.unknown"),
        ({"personas": [{"name": " ", "signs": [SIGN]}]}, "personas.no_name"),
        ({"personas": [{"name": "x", "signs": []}]}, "personas.no_signs"),
        ({"personas": [{"name": "x", "signs": [SIGN, SIGN]}]}, "personas.twice"),
        (
            {"personas": [{"name": "x", "signs": [{"aspect": "eval", "standing": "high"}]}]},
            "personas.unknown",
        ),
        ({"personas": [{"name": "x", "signs": [{"aspect": "age", "standing": "> 3"}]}]}, "personas.unknown"),
        ({"personas": [{"name": "x", "signs": [SIGN]}, {"name": "X", "signs": [SIGN]}]}, "personas.taken"),
    ],
)
def test_that_a_tampered_file_is_refused_and_changes_nothing(
    database: Path, tmp_path: Path, document: object, code: str
):
    with pytest.raises(InputError) as caught:
        import_actions(database, written(tmp_path, document))
    assert caught.value.code == code
    with opened(database, "read") as connection:
        assert own_personas(connection) == (SPENDERS,)
        assert len(own_actions(connection)) == 2


def test_that_more_signs_than_can_hold_are_refused(database: Path, tmp_path: Path):
    signs = [{"aspect": aspect.value, "standing": "high"} for aspect in list(Aspect)[:6]]
    with pytest.raises(InputError, match="many_signs"):
        import_actions(database, written(tmp_path, {"personas": [{"name": "x", "signs": signs}]}))


def test_that_no_file_and_an_endless_one_are_told_apart(database: Path, tmp_path: Path):
    with pytest.raises(InputError, match="no_file"):
        import_actions(database, tmp_path / "nowhere.json")
    with pytest.raises(InputError, match="too_large"):
        import_actions(database, written(tmp_path, " " * (LARGEST_FILE + 1)))
    with pytest.raises(StoreError, match="cannot_write"):
        export_actions(database, tmp_path / "no folder" / "actions.json")


def test_that_two_personas_have_two_names_and_each_has_one(database: Path):
    with opened(database, "write") as connection:
        for name, code in (("big but RARE", "personas.taken"), (" ", "personas.no_name")):
            with pytest.raises(StoreError) as caught:
                save_persona(connection, OwnPersona("own_2", name))
            assert caught.value.code == code
        save_persona(connection, OwnPersona("own_1", "big but RARE"))  # its own may be spelt anew
