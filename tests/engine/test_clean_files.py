"""On real files the suggestions are those that a person would make (issue 3, acceptance 5)."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from segdesk.choices import column_uses
from segdesk.engine.clean import Cleaned, apply_changes, suggest
from segdesk.engine.encode import encode
from segdesk.engine.methods.hierarchical import cut, linkage
from segdesk.engine.reading import read_table
from segdesk.engine.roles import summarise_columns
from segdesk.model.changes import ChangeKind, Suggestion
from segdesk.model.recipe import Encoding, Method, Recipe
from segdesk.paths import resource
from segdesk.tasks.saved_recipe import read_recipe

PLENTY = 10**12


def suggested(path: Path) -> tuple[Suggestion, ...]:
    table = read_table(path)
    return suggest(table, summarise_columns(table))


@pytest.mark.parametrize(
    "name",
    [
        "customers/Mall_Customers.csv",
        "customers/Telco-Customer-Churn.csv",  # tenure is there already
        "customers/pycaret_jewellery.csv",
        "customers/Wholesale_customers_clean.csv",
        "customers/WA_Marketing-Campaign.csv",
        "ethiopia/ethiopian_supermarket_customers.csv",
        "messy/derived_with_truth/29_amharic_headers_utf16.csv",
    ],
)
def test_that_a_tidy_file_stays_as_it_is(shared_data: Path, name: str) -> None:
    assert suggested(shared_data / name) == ()


@pytest.mark.parametrize("name", ["smartcart_customers.csv", "marketing_data_country_BOM.csv"])
def test_that_smartcarts_pipeline_is_suggested(shared_data: Path, name: str) -> None:
    found = suggested(shared_data / "customers" / name)
    assert not any(suggestion.is_safe for suggestion in found)
    amounts = ("Wines", "Fruits", "MeatProducts", "FishProducts", "SweetProducts", "GoldProds")
    assert [s.change.columns for s in found if s.change.kind is not ChangeKind.FOLD] == [
        ("Year_Birth",),
        ("Dt_Customer",),
        tuple(f"Mnt{name}" for name in amounts),
        ("Kidhome", "Teenhome"),
        ("Year_Birth",),
        ("Income",),
    ]
    living = {"Married": "Partner", "Together": "Partner"} | dict.fromkeys(
        ("Single", "Divorced", "Widow", "Absurd", "YOLO"), "Alone"
    )
    steps = {"Graduation": "Graduate", "Basic": "Undergraduate", "2n Cycle": "Undergraduate"}
    steps |= {"Master": "Postgraduate", "PhD": "Postgraduate"}
    folds = {s.change.columns[0]: dict(s.change.levels) for s in found if s.change.kind is ChangeKind.FOLD}
    # As data/README.md tells SmartCart's recipe.
    assert (folds["Education"], folds["Marital_Status"]) == (steps, living)
    births, incomes = found[-2:]
    # Nobody else was born before 1940 or earns over 162,397.
    assert births.note.facts["values"] == "1893, 1899, 1900"
    assert incomes.note.facts["values"] == "666666"


def test_that_all_suggestions_together_keep_the_published_rows(shared_data: Path) -> None:
    table = read_table(shared_data / "customers/smartcart_customers.csv")
    summaries = summarise_columns(table)
    cleaned = apply_changes(table, summaries, [s.change for s in suggest(table, summaries)])
    assert cleaned.table.rows == 2236
    assert [(out.count, len(out.lines)) for out in cleaned.left_out] == [(3, 3), (1, 1)]
    lines = (shared_data / "customers/smartcart_customers.csv").read_text("utf-8").splitlines()
    births = {lines[number - 1].split(",")[1] for number in cleaned.left_out[0].lines}
    assert births == {"1893", "1899", "1900"}
    assert lines[cleaned.left_out[1].lines[0] - 1].split(",")[4] == "666666"


def test_that_the_suggestions_alone_give_the_published_segments(shared_data: Path) -> None:
    table = read_table(shared_data / "customers/smartcart_customers.csv")
    summaries = summarise_columns(table)
    cleaned = apply_changes(table, summaries, [s.change for s in suggest(table, summaries)])
    uses = column_uses(cleaned.summaries, None, Encoding.STANDARDISED)
    features = encode(cleaned.table, Recipe(uses, encoding=Encoding.STANDARDISED, pca=3))
    # Issue 3, acceptance 5.
    assert features.encoded == 18
    assert [round(share, 5) for share in features.explained] == [0.23163, 0.11385, 0.10406]
    labels = cut(linkage(features, Method.WARD, memory=PLENTY), [4])[0]
    assert np.bincount(labels).tolist() == [905, 534, 444, 353]


def published(shared_data: Path) -> Cleaned:
    saved = read_recipe(resource("samples", "smartcart.recipe.json"))
    table = read_table(shared_data / "customers/smartcart_customers.csv", choices=saved.reading)
    return apply_changes(table, summarise_columns(table), saved.reading.changes or ())


def test_that_smartcarts_derived_columns_are_the_published_ones(shared_data: Path) -> None:
    table = published(shared_data).table
    # The first five customers in the notebook's output, cell 35.
    shown = {
        "Age": [69, 72, 61, 42, 45],
        "Customer_Tenure_Days": [663, 113, 312, 139, 161],
        "Total_Spending": [1617, 27, 776, 53, 422],
        "Total_Children": [0, 2, 0, 1, 1],
    }
    for name, values in shown.items():
        assert table.column(name).values[:5].tolist() == values, name
    assert set(table.column("Education").levels) == {"Undergraduate", "Graduate", "Postgraduate"}
    # Three customers live "Alone" in the file, which is what the others are called now.
    assert set(table.column("Living_With").levels) == {"Alone", "Partner"}


def test_that_smartcarts_published_segments_are_reproduced(shared_data: Path) -> None:
    expected = json.loads((shared_data / "expected/smartcart_recomputed.json").read_text("utf-8"))
    recipe = read_recipe(resource("samples", "smartcart.recipe.json")).recipe
    table = published(shared_data).table
    assert table.rows == expected["rows_after_outliers"] == 2236
    features = encode(table, recipe)
    assert features.encoded == expected["encoded_features"] == 18
    assert [round(share, 5) for share in features.explained] == [0.23163, 0.11385, 0.10406]
    labels = cut(linkage(features, recipe.method, memory=PLENTY), [4])[0]
    assert np.bincount(labels).tolist() == expected["ward4_sizes"] == [905, 534, 444, 353]
    incomes = table.column("Income").values
    means = [float(np.nanmean(incomes[labels == segment])) for segment in range(4)]
    # The notebook filled 24 blank incomes before it took these means.
    assert means == pytest.approx(expected["ward4_income_means"], rel=0.01)
