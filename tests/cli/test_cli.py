"""The command line: documents that scripts rely on, one sentence for what can be mended."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from segdesk.__main__ import COMMANDS
from segdesk.cli.base import commands
from segdesk.model.events import Stage
from segdesk.paths import resource
from segdesk.text import t
from tests.cli.conftest import Run, document

SAMPLE = resource("samples", "supermarket_customers.csv")
STAGES = {t(f"stage.{stage}") for stage in Stage}


@pytest.fixture
def customers(tmp_path: Path) -> Path:
    """Two kinds of customers that nobody could mistake for each other."""
    path = tmp_path / "customers.csv"
    rows = [f"c{i},{20 + 7 * i % 40},{100 + i % 7},Gold" for i in range(20)]
    rows += [f"d{i},{20 + 7 * i % 40},{900 + i % 7},Bronze" for i in range(12)]
    path.write_text("customer_code,age,spend,tier\n" + "\n".join(rows) + "\n")
    return path


def test_that_the_first_word_decides_between_window_and_command_line() -> None:
    assert set(COMMANDS) == set(commands.commands)


def test_that_a_mistyped_command_opens_no_window(run: Run) -> None:
    code, _, err = run("segmnet")

    assert code == 2
    assert "segmnet" in err


def test_that_import_tells_what_each_column_is(run: Run, customers: Path) -> None:
    found = document(run, "import", str(customers))
    assert found["name"] == "customers.csv"
    assert found["n_rows"] == 32
    assert found["warnings"] == []
    assert [(c["name"], c["role"], c["kind"], c["missing"]) for c in found["columns"]] == [
        ("customer_code", "identifier", "text", 0),
        ("age", "measure", "number", 0),
        ("spend", "measure", "number", 0),
        ("tier", "category", "text", 0),
    ]
    assert found["columns"][0]["reason"]["code"] == "reason.unique"
    assert found["columns"][1]["reason"] is None


def test_that_segment_gives_the_document_that_scripts_rely_on(run: Run, customers: Path) -> None:
    found = document(run, "segment", str(customers), "--k", "2", "--encoding", "classic")
    assert found["method"] == "ward"
    assert found["n_clusters"] == 2
    config = found["feature_config"]
    assert config["numeric_features"] == ["age", "spend"]
    assert config["categorical_features"] == ["tier"]
    assert [(e["name"], e["reason"]["code"]) for e in config["excluded"]] == [
        ("customer_code", "reason.unique")
    ]
    assert config["encoded_features"] == 4  # two measures, two tiers
    assert (config["pca_applied"], config["pca_components"], config["pca_explained_variance"]) == (
        False,
        None,
        None,
    )
    metrics = found["metrics"]
    assert metrics["n_samples"] == 32
    assert metrics["n_clusters"] == 2
    assert metrics["n_encoded_features"] == 4
    assert metrics["cluster_sizes"] == {"0": 20, "1": 12}  # the file's two kinds, largest first
    assert 0.5 < metrics["silhouette_score"] <= 0.7  # SegmentIQ's band "good": 0.51 to 0.70
    assert metrics["silhouette_band"] == "good"
    assert {"davies_bouldin", "calinski_harabasz"} <= set(metrics)
    assert {"run_id", "dataset_id", "created_at"} <= set(found)


def test_that_labels_put_each_row_in_its_segment(run: Run, customers: Path) -> None:
    run_id = document(run, "segment", str(customers), "--k", "2")["run_id"]
    code, out, _ = run("labels", str(run_id))
    rows = list(csv.DictReader(StringIO(out)))
    assert code == 0
    assert [int(row["row_index"]) for row in rows] == list(range(32))
    assert [row["segment"] for row in rows] == ["0"] * 20 + ["1"] * 12


def test_that_a_saved_dataset_is_segmented_by_its_number(run: Run, customers: Path) -> None:
    dataset_id = document(run, "import", str(customers))["dataset_id"]
    customers.unlink()  # everything is in the database
    found = document(run, "segment", str(dataset_id), "--method", "complete", "--k", "3")
    assert (found["dataset_id"], found["method"], found["n_clusters"]) == (dataset_id, "complete", 3)
    assert document(run, "show", str(found["run_id"])) == found


def test_that_columns_names_exactly_the_columns_used(run: Run, customers: Path) -> None:
    found = document(run, "segment", str(customers), "--columns", "customer_code, age")
    config = found["feature_config"]
    assert config["numeric_features"] == ["age"]
    assert config["categorical_features"] == ["customer_code"]
    assert {e["name"]: e["reason"]["code"] for e in config["excluded"]} == {
        "spend": "reason.user",
        "tier": "reason.user",
    }


def test_that_a_name_with_a_comma_is_asked_for_as_it_is_suggested(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "odd names.csv"
    head = '"income, net","say ""hi""",plain\n'
    path.write_text(head + "".join(f"{i}.5,{i * i % 7}.25,{i % 3}.75\n" for i in range(12)))
    names = '"income, net", "say ""hi"""'
    config = document(run, "segment", str(path), "--columns", names)["feature_config"]
    assert config["numeric_features"] == ["income, net", 'say "hi"']
    code, _, err = run("segment", str(path), "--columns", "income, net")
    assert code == 2
    assert '"income, net","say ""hi""",plain' in err


def test_that_raw_takes_every_number_of_a_prepared_matrix(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "matrix.csv"
    # "copy" is 2x + 1, "flag" a dummy; the code counts the rows.
    rows = [f"{100 + i},{i * i % 11}.5,{2 * (i * i % 11) + 1},{i % 2}" for i in range(24)]
    path.write_text("code,x,copy,flag\n" + "\n".join(rows) + "\n")
    found = document(run, "segment", str(path), "--encoding", "raw")
    assert found["feature_config"]["numeric_features"] == ["x", "copy", "flag"]
    assert found["feature_config"]["encoded_features"] == 3
    balanced = document(run, "segment", str(found["dataset_id"]))["feature_config"]
    assert (balanced["numeric_features"], balanced["categorical_features"]) == (["x"], ["flag"])


def test_that_more_segments_than_kinds_of_customers_are_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "kinds.csv"
    path.write_text("a,b\n" + "".join(f"{i % 3}.5,{i % 3 * i % 3}.5\n" for i in range(30)))
    config = document(run, "segment", str(path), "--columns", "a", "--k", "5")["feature_config"]
    (note,) = config["notes"]
    assert (note["code"], note["facts"]) == ("note.same_customers", {"kinds": 3, "segments": 5})


def test_that_pca_keeps_a_share_of_the_variance(run: Run, customers: Path) -> None:
    config = document(run, "segment", str(customers), "--pca", "0.9")["feature_config"]
    assert config["pca_applied"] is True
    assert config["pca_explained_variance"] >= 0.9


def test_that_the_same_seed_gives_the_same_result(run: Run, customers: Path) -> None:
    first = document(run, "segment", str(customers), "--seed", "7")
    second = document(run, "segment", str(customers), "--seed", "7")
    assert first["metrics"] == second["metrics"]


def test_that_lists_show_what_is_saved_and_delete_removes_it(run: Run, customers: Path) -> None:
    assert document(run, "datasets") == []
    assert document(run, "runs") == []
    found = document(run, "segment", str(customers))
    assert [d["runs"] for d in document(run, "datasets")] == [1]
    assert [r["run_id"] for r in document(run, "runs")] == [found["run_id"]]
    assert document(run, "delete", "dataset", str(found["dataset_id"])) == {
        "deleted": "dataset",
        "id": found["dataset_id"],
    }
    assert document(run, "datasets") == []
    assert document(run, "runs") == []
    assert document(run, "check") == {"ok": True, "problems": []}


def test_that_deleting_a_run_keeps_its_dataset(run: Run, customers: Path) -> None:
    found = document(run, "segment", str(customers))
    document(run, "delete", "run", str(found["run_id"]))
    assert [d["runs"] for d in document(run, "datasets")] == [0]


def test_that_export_writes_lists_charts_and_recipe(run: Run, customers: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    found = document(run, "segment", str(customers), "--k", "2", "--export", str(folder))
    names = {path.name for path in folder.iterdir()}
    assert {"All customers.csv", "Recipe.json", "Tree.png", "Tree.svg", "Shares.png", "Sizes.svg"} <= names
    lists = [path for path in folder.glob("*.csv") if path.name != "All customers.csv"]
    assert sorted(len(path.read_text("utf-8-sig").splitlines()) - 1 for path in lists) == [12, 20]
    everybody = list(csv.DictReader(StringIO((folder / "All customers.csv").read_text("utf-8-sig"))))
    assert everybody[0]["customer_code"] == "c0"
    assert everybody[0]["segment_name"] == found["segment_names"][0]
    recipe = json.loads((folder / "Recipe.json").read_text())
    assert recipe["recipe"]["segments"] == 2
    (folder / "my own notes.txt").touch()
    again = document(run, "export", str(found["run_id"]), str(folder))
    assert {Path(file).name for file in again["files"]} == names


def test_that_a_run_is_told_although_its_export_fails(run: Run, customers: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    code, out, err = run("segment", str(customers), "--export", str(tmp_path / "taken"), "--json")
    assert code == 2
    assert "taken" in err.splitlines()[-1]
    assert document(run, "show", "1") == json.loads(out)


def test_that_text_is_for_people(run: Run, customers: Path) -> None:
    code, out, err = run("segment", str(customers), "--k", "2")
    assert code == 0
    assert "2 segments" in out
    assert "20 customers · 62%" in out
    assert "Finding who belongs together" in err  # progress never mixes with the result
    for words in (("import", str(customers)), ("datasets",), ("runs",), ("show", "1"), ("check",)):
        code, out, _ = run(*words)
        assert code == 0
        assert out.strip()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("import", "nowhere.csv"), "nowhere.csv"),
        (("segment", "FILE", "--k", "1"), "2"),
        (("segment", "FILE", "--k", "many"), "many"),
        (("segment", "FILE", "--k", "200"), "20"),
        (("segment", "FILE", "--k", "²"), "²"),
        (("segment", "FILE", "--pca", "lots"), "lots"),
        (("segment", "FILE", "--pca", "1.5"), "1.5"),
        (("segment", "FILE", "--seed", "9" * 30), "9" * 30),
        (("segment", "FILE", "--columns", "age,age"), "age"),
        (("segment", "FILE", "--columns", ""), "column"),
        (("segment", "FILE", "--columns", "age,height"), "height"),
        (("segment", "FILE", "--method", "guess"), "guess"),
        (("segment", "99"), "99"),
        (("segment", "9" * 30), "9" * 30),
        (("show", "9" * 30), "9" * 30),
        (("show", "99"), "99"),
        (("labels", "99"), "99"),
        (("export", "99", "out"), "99"),
        (("delete", "dataset", "99"), "99"),
        (("delete", "run", "99"), "99"),
        (("datasets", "--frobnicate"), "--frobnicate"),
    ],
)
def test_that_what_can_be_mended_gets_one_sentence(
    run: Run, customers: Path, words: tuple[str, ...], sentence: str
) -> None:
    run("import", str(customers))
    words = tuple(str(customers) if word == "FILE" else word for word in words)
    code, out, err = run(*words)
    assert code == 2
    assert out == ""
    (last,) = set(err.splitlines()) - STAGES
    assert sentence in last


def test_that_deleting_makes_no_database(run: Run, tmp_path: Path) -> None:
    assert run("delete", "run", "1")[0] == 2
    assert not (tmp_path / "db.sqlite").exists()


def test_that_a_run_of_hours_is_told_beforehand(
    run: Run, customers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("segdesk.cli.base.LONG_SECONDS", 0)
    _, _, err = run("segment", str(customers))
    assert t("cli.long", time="1 second") in err.splitlines()


def test_that_too_little_memory_is_told_before_the_customers_are_read(
    run: Run, customers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document(run, "import", str(customers))
    monkeypatch.setattr("segdesk.tasks.segment.usable_memory", lambda: 1000)
    monkeypatch.delattr("segdesk.tasks.segment.read_table")
    code, _, err = run("segment", "1")
    assert code == 2
    assert "GB" in err.splitlines()[-1]


def test_that_a_bug_exits_with_one(run: Run, customers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object, **__: object) -> None:
        raise ZeroDivisionError("on purpose")

    monkeypatch.setattr("segdesk.tasks.import_file.read_table", stumble)
    code, out, err = run("import", str(customers))
    assert (code, out) == (1, "")
    assert "ZeroDivisionError" in err


def test_that_a_damaged_database_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "db.sqlite").write_bytes(b"this is no database, whatever its name says" * 100)
    code, _, err = run("datasets")
    assert code == 2
    assert err.count("\n") == 1


def test_that_the_program_runs_as_a_module(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "segdesk",
        "--database",
        str(tmp_path / "db.sqlite"),
        "segment",
        str(SAMPLE),
    ]
    done = subprocess.run([*command, "--k", "4", "--json"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["n_clusters"] == 4


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell's pipes")
def test_that_a_reader_who_has_seen_enough_is_no_failure(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    path.write_text("a,b\n" + "".join(f"{i % 97}.5,{i % 89}.25\n" for i in range(20_000)))
    run("import", str(path))
    # 20,000 lines are more than a pipe holds, so that `head` is gone before the last is written.
    run("segment", "1", "--columns", "a", "--method", "single", "--k", "2")
    segdesk = f"{sys.executable} -m segdesk --database {tmp_path / 'db.sqlite'} labels 1"
    piped = subprocess.run(
        ["bash", "-c", f"{segdesk} | head -1; exit ${{PIPESTATUS[0]}}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (piped.returncode, piped.stdout, piped.stderr) == (0, "row_index,segment\n", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_that_a_full_disk_behind_stdout_gets_a_sentence(run: Run, customers: Path, tmp_path: Path) -> None:
    run("import", str(customers))
    command = [sys.executable, "-m", "segdesk", "--database", str(tmp_path / "db.sqlite"), "datasets"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, t("cli.cannot_print") + "\n")


@pytest.fixture
def sales(tmp_path: Path) -> Path:
    """Three customers on nine lines, the last without anybody; one name is a formula to a spreadsheet."""
    path = tmp_path / "till.csv"
    lines = [f"{100 + i},{('K1', 'K2', '=K3')[i % 3]},2024-03-0{1 + i},{10 * (i + 1)}.5" for i in range(8)]
    path.write_text(
        "invoice_no,customer_id,date,amount\n" + "\n".join([*lines, "108,,2024-03-20,7.5"]) + "\n"
    )
    return path


def test_that_import_says_whether_a_file_looks_like_sales(run: Run, customers: Path, sales: Path) -> None:
    assert document(run, "import", str(customers))["looks_like"] == "customers"
    assert document(run, "import", str(sales))["looks_like"] == "transactions"


def test_that_customers_writes_one_row_for_each(run: Run, sales: Path, tmp_path: Path) -> None:
    out = tmp_path / "made" / "customers.csv"
    found = document(run, "customers", str(sales), "--out", str(out))
    assert (found["file"], found["n_rows"], found["looks_like"]) == (str(out), 3, "customers")
    assert found["name"] == "till.csv · customers"
    assert found["receipt"]["left_out"][0]["count"] == 1
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(StringIO(out.read_text("utf-8-sig"))))
    assert [row["customer_id"] for row in rows] == ["K1", "K2", "'=K3"]  # no spreadsheet runs it
    # K1 bought on the 1st, 4th and 7th for 10.5 + 40.5 + 70.5; the file ends on the 20th.
    assert (
        rows[0] | {"recency_days": "13", "frequency": "3", "monetary": "121.5", "tenure_days": "19"}
        == rows[0]
    )
    assert rows[0] | {"last_purchase": "2024-03-07", "days_between_purchases": "3"} == rows[0]
    assert list(out.parent.iterdir()) == [out]
    sales.unlink()  # everything is in the database
    again = document(run, "customers", str(found["sales_dataset_id"]), "--out", str(out))
    assert again["n_rows"] == 3
    code, text, _ = run("customers", str(found["sales_dataset_id"]), "--out", str(out))
    assert code == 0
    assert str(out) in text


def test_that_customers_made_from_sales_can_be_segmented(run: Run, sales: Path, tmp_path: Path) -> None:
    made = document(run, "customers", str(sales), "--out", str(tmp_path / "c.csv"))
    found = document(run, "segment", str(made["dataset_id"]), "--k", "2")
    assert found["metrics"]["n_samples"] == 3


def test_that_sales_columns_can_be_named_and_used_again_next_month(run: Run, tmp_path: Path) -> None:
    def till(name: str, first: int) -> str:
        path = tmp_path / name
        lines = [f"W{i % 4},2024-03-{1 + i:02},{first + i}.5" for i in range(20)]
        path.write_text("wer,date,amount\n" + "\n".join(lines) + "\n", "utf-8")
        return str(path)

    march, out = till("march.csv", 10), str(tmp_path / "c.csv")
    assert document(run, "import", march)["looks_like"] == "customers"
    made = document(
        run, "customers", march, "--customer-column", "wer", "--category-column", "", "--out", out
    )
    assert (made["n_rows"], made["columns"][0]["name"]) == (4, "wer")
    sales = document(run, "import", march)["dataset_id"]
    by_number = document(run, "customers", str(sales), "--customer-column", "wer", "--out", out)
    assert by_number["n_rows"] == 4
    folder = tmp_path / "out"
    document(run, "segment", str(made["dataset_id"]), "--k", "2", "--export", str(folder))
    recipe = str(folder / "Recipe.json")
    april = till("april.csv", 50)
    again = document(run, "segment", april, "--recipe", recipe)
    assert (again["dataset_name"], again["metrics"]["n_samples"]) == ("april.csv · customers", 4)
    assert document(run, "customers", april, "--recipe", recipe, "--out", out)["n_rows"] == 4
    code, _, err = run("customers", march, "--customer-column", "kunde", "--out", out)
    assert code == 2
    assert "It has: wer, date, amount." in err


def test_that_import_says_why_sales_cannot_become_customers(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "till.csv"
    lines = [f"{i},2024-03-{1 + i:02},{1 + i % 3},{i}.5" for i in range(20)]
    path.write_text("invoice_no,date,quantity,price\n" + "\n".join(lines) + "\n", "utf-8")
    sales = document(run, "import", str(path))["sales"]
    assert (sales["makes_customers"], sales["columns"]["invoice"]) == (False, "invoice_no")
    code, out, _ = run("import", str(path))
    assert code == 0
    assert out.splitlines()[-1] == sales["reason"]["text"]


def test_that_dates_in_the_ethiopian_calendar_are_read(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "members.csv"
    path.write_text("name,age,joined\nA,31,01/01/2000\nB,32,06/13/2011\n", "utf-8")
    receipt = document(run, "import", str(path), "--ethiopian-dates", "joined")["receipt"]
    # The millennium, and the 6th day of Pagume.
    assert (receipt["first_date"], receipt["last_date"]) == ("2007-09-12", "2019-09-11")


def test_that_customers_of_customers_are_refused(run: Run, customers: Path, tmp_path: Path) -> None:
    out = tmp_path / "c.csv"
    code, _, err = run("customers", str(customers), "--out", str(out))
    assert code == 2
    assert "customers.csv" in err.splitlines()[-1]
    assert not out.exists()


@pytest.fixture
def members(tmp_path: Path) -> Path:
    """Customers with birth years, one of them impossible, and the days they joined."""
    path = tmp_path / "members.csv"
    born = [1893, *(1950 + 7 * i % 39 for i in range(39))]
    rows = [f"{year},{('Gold', 'Silver')[i % 2]},2024-01-{1 + i % 28:02d}" for i, year in enumerate(born)]
    path.write_text("Year_Birth,tier,joined\n" + "\n".join(rows) + "\n")
    return path


def test_that_import_suggests_and_does_nothing_unasked(run: Run, members: Path) -> None:
    found = document(run, "import", str(members))
    assert (found["n_rows"], [c["name"] for c in found["columns"]]) == (40, ["Year_Birth", "tier", "joined"])
    assert found["suggestions"][2] == {
        "code": "tidy.below",
        "facts": {"column": "Year_Birth", "count": 1, "low": "1934", "values": "1893"},  # 2024 - 90
        "text": "1 customer is set aside whose “Year_Birth” is below 1934: 1893.",
        "kind": "set_aside",
        "columns": ["Year_Birth"],
        "name": "",
        "applied": False,
        "safe": False,
    }
    code, text, _ = run("import", str(members))
    assert code == 0
    assert t("cli.suggested") in text
    assert t("cli.tidied") not in text


def test_that_all_suggestions_are_taken_at_a_word(run: Run, members: Path) -> None:
    found = document(run, "import", str(members), "--accept-suggestions")
    assert found["n_rows"] == 39
    assert [c["name"] for c in found["columns"]] == ["Year_Birth", "tier", "joined", "Age", "Tenure_Days"]
    assert all(suggestion["applied"] for suggestion in found["suggestions"])
    assert found["receipt"]["left_out"][0]["lines"] == [2]
    segmented = document(run, "segment", str(members), "--accept-suggestions", "--k", "2")
    assert segmented["feature_config"]["numeric_features"] == ["Age", "Tenure_Days"]


def test_that_an_exported_recipe_segments_the_next_file_alike(
    run: Run, members: Path, tmp_path: Path
) -> None:
    words = ("--accept-suggestions", "--k", "3", "--encoding", "classic", "--columns", "Age,tier")
    first = document(run, "segment", str(members), *words, "--export", str(tmp_path / "out"))
    recipe = str(tmp_path / "out" / "Recipe.json")
    again = document(run, "segment", str(members), "--recipe", recipe)
    for part in ("method", "encoding", "n_clusters", "feature_config", "metrics"):
        assert again[part] == first[part]
    # What stands on the command line stands above the recipe.
    other = document(
        run, "segment", str(members), "--recipe", recipe, "--method", "complete", "--k", "2", "--pca", "1"
    )
    assert (other["method"], other["n_clusters"], other["encoding"]) == ("complete", 2, "classic")
    assert other["feature_config"]["pca_components"] == 1
    by_columns = document(run, "segment", str(members), "--recipe", recipe, "--columns", "Tenure_Days")
    assert by_columns["feature_config"]["numeric_features"] == ["Tenure_Days"]


def test_that_a_recipe_for_another_file_is_told(run: Run, members: Path, customers: Path) -> None:
    sample = str(resource("samples", "smartcart.recipe.json"))
    code, _, err = run("segment", str(members), "--recipe", sample)
    assert code == 2
    assert err.splitlines()[-1] == t("tidy.no_column", column="Dt_Customer")
    code, _, err = run("segment", str(members), "--recipe", str(customers))
    assert code == 2
    assert err.splitlines()[-1] == t("recipe.not_saved", path=str(customers))


def test_that_smartcarts_published_run_is_one_command(run: Run, shared_data: Path) -> None:
    sample = str(resource("samples", "smartcart.recipe.json"))
    found = document(
        run, "segment", str(shared_data / "customers/smartcart_customers.csv"), "--recipe", sample
    )
    assert found["metrics"]["n_samples"] == 2236
    assert found["metrics"]["cluster_sizes"] == {"0": 905, "1": 534, "2": 444, "3": 353}
    config = found["feature_config"]
    assert config["encoded_features"] == 18
    assert [round(share, 5) for share in config["pca_variances"]] == [0.23163, 0.11385, 0.10406]


def test_that_the_derived_files_keep_their_rows_and_columns(run: Run, shared_data: Path) -> None:
    # Customers born in 1893 and 1900 are among them: what an import makes of a file is the file.
    folder = shared_data / "messy/derived_with_truth"
    truth = json.loads((folder / "truth_public.json").read_text("utf-8"))
    for name in ("01_plain_utf8.csv", "09_nbsp_thousands_decimal_comma.csv", "29_amharic_headers_utf16.csv"):
        found = document(run, "import", str(folder / name))
        assert found["n_rows"] == truth[name]["rows"]
        assert [c["name"] for c in found["columns"]] == truth[name]["columns"]
