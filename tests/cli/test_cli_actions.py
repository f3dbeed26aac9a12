"""``actions``: one's own marketing actions as a list and as a file."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run

DOCUMENT = {
    "actions": {"premium": [{"text": "Tasting evening"}]},
    "personas": [
        {
            "name": "Big but rare",
            "signs": [{"aspect": "spend", "standing": "high"}, {"aspect": "visits", "standing": "low"}],
            "actions": [{"text": "Call them"}, {"code": "win_back"}],
        }
    ],
}


def test_that_without_any_it_says_so(run: Run):
    assert run("actions", "list") == (
        0,
        "There are no actions of your own: SegDesk’s are in force.\n",
        "",
    )


def test_that_they_are_taken_over_listed_and_written(run: Run, tmp_path: Path):
    source, target = tmp_path / "actions.json", tmp_path / "copy.json"
    source.write_text(json.dumps(DOCUMENT))
    code, out, err = run("actions", "import", str(source))
    assert (code, err) == (0, "")
    assert out.startswith("Taken over: actions for 1")
    assert run("actions", "list")[1].splitlines() == [
        "Premium shoppers: Tasting evening",
        "Big but rare (spending high, visits low): Call them; Win-back messages",
    ]
    listed = json.loads(run("actions", "list", "--json")[1])
    assert listed["personas"][0]["actions"] == ["Call them", "Win-back messages"]
    code, out, err = run("actions", "export", str(target), "--json")
    assert (code, json.loads(out)) == (0, {"file": str(target), "actions": 1, "personas": 1})
    assert run("actions", "import", str(target))[0] == 0


def test_that_a_malformed_file_is_refused_in_a_sentence(run: Run, tmp_path: Path):
    source = tmp_path / "actions.json"
    source.write_text('{"personas": [{"name": "x", "signs": [{"aspect": "wealth", "standing": "high"}]}]}')
    code, out, err = run("actions", "import", str(source))
    assert (code, out) == (2, "")
    assert err.startswith("The file speaks of “wealth”, which SegDesk doesn’t know. It knows: income, age")
