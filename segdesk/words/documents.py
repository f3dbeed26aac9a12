"""Datasets and runs as JSON documents and as lines of text. Scripts rely on the documents' names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from segdesk.model.changes import Suggestion
from segdesk.model.notes import Note
from segdesk.model.reading import Reading, Receipt
from segdesk.model.result import Cut, FeatureConfig
from segdesk.model.roles import ColumnSummary
from segdesk.model.saved import DatasetInfo, RunInfo
from segdesk.model.transactions import LooksLike
from segdesk.store.runs import metrics
from segdesk.text import t
from segdesk.words import wording

Document = dict[str, Any]


def dataset(
    info: DatasetInfo, columns: tuple[ColumnSummary, ...] | None = None, reading: Reading | None = None
) -> Document:
    """Give a dataset as ``segdesk import --json`` prints it."""
    document: Document = {
        "dataset_id": info.id,
        "name": info.name,
        "original_path": info.original_path,
        "sha256": info.sha256,
        "n_rows": info.rows,
        "imported_at": info.imported_at.isoformat(),
        "runs": info.runs,
        "warnings": [_note(note) for note in info.notes],
    }
    if columns is not None:
        document["columns"] = [_column(column) for column in columns]
    if reading is not None:
        document["looks_like"] = reading.looks_like
        document["dialect"] = reading.dialect and asdict(reading.dialect)
        document["receipt"] = reading.receipt and _receipt(reading.receipt)
        document["sales"] = reading.receipt and reading.receipt.sales and _sales(reading.receipt.sales)
        document["suggestions"] = [_suggestion(suggestion) for suggestion in reading.suggestions]
    return document


def customers(
    info: DatasetInfo,
    columns: tuple[ColumnSummary, ...],
    reading: Reading | None,
    *,
    sales: int,
    path: str,
) -> Document:
    """Give customers made out of the dataset ``sales`` as ``segdesk customers --json`` prints them."""
    return dataset(info, columns, reading) | {"sales_dataset_id": sales, "file": path}


def _suggestion(suggestion: Suggestion) -> Document:
    change = suggestion.change
    return _note(suggestion.note) | {
        "kind": str(change.kind),
        "columns": list(change.columns),
        "name": change.name,
        "applied": suggestion.is_applied,
        "safe": suggestion.is_safe,
    }


def _receipt(receipt: Receipt) -> Document:
    left_out = [
        {"reason": _note(entry.reason), "count": entry.count, "lines": list(entry.lines)}
        for entry in receipt.left_out
    ]
    document = asdict(receipt) | {"left_out": left_out}
    del document["sales"]
    return document


def _sales(sales: LooksLike) -> Document:
    return {
        "reason": _note(sales.reason),
        "columns": asdict(sales.found),
        "makes_customers": sales.columns is not None,
    }


def _column(column: ColumnSummary) -> Document:
    return {
        "name": column.name,
        "role": str(column.role),
        "kind": str(column.kind),
        "missing": column.missing,
        "distinct": column.distinct,
        "reason": _note(column.reason) if column.reason else None,
    }


def _note(note: Note) -> Document:
    return {"code": note.code, "facts": note.facts, "text": wording.note_text(note)}


def run_summary(info: RunInfo) -> Document:
    """Give a run as lists show it."""
    return {
        "run_id": info.id,
        "dataset_id": info.dataset_id,
        "dataset_name": info.dataset_name,
        "method": str(info.recipe.method),
        "n_clusters": info.segments,
        "encoding": str(info.recipe.encoding),
        "silhouette_score": info.silhouette,
        "created_at": info.created_at.isoformat(),
    }


def run(
    info: RunInfo, cut: Cut, features: FeatureConfig, own_names: Mapping[int, str] | None = None
) -> Document:
    """Give a run in full, with SegmentIQ's names; ``own_names`` are those that the user gave to segments."""
    return run_summary(info) | {
        "linkage": str(info.recipe.method),
        "parameters": info.parameters,
        "n_outliers": cut.outliers,
        "seed": info.recipe.seed,
        "feature_config": {
            "numeric_features": list(features.numeric_features),
            "categorical_features": list(features.categorical_features),
            "excluded": [{"name": e.name, "reason": _note(e.reason)} for e in features.excluded],
            "total_original_features": features.total_original_features,
            "encoded_features": features.encoded_features,
            "pca_applied": features.pca_applied,
            "pca_components": features.pca_components,
            "pca_explained_variance": features.pca_explained_variance,
            "pca_variances": list(features.pca_variances),
            "notes": [_note(note) for note in features.notes],
        },
        "metrics": metrics(cut, features),
        "segment_names": list(wording.segment_names(cut, own_names)),
        "seconds": info.seconds,
        "versions": info.versions,
    }


def dataset_line(info: DatasetInfo) -> str:
    """Give a dataset as one line."""
    return t(
        "cli.dataset_line",
        id=str(info.id),
        name=info.name,
        rows=info.rows,
        runs=info.runs,
        when=wording.when(info.imported_at),
    )


def dataset_lines(info: DatasetInfo, columns: tuple[ColumnSummary, ...]) -> list[str]:
    """Give a dataset with its columns and warnings."""
    lines = [dataset_line(info), *(f"  ! {wording.note_text(note)}" for note in info.notes), ""]
    width = max(len(column.name) for column in columns)
    for column in columns:
        reason = wording.note_text(column.reason) if column.reason else ""
        lines.append(f"  {column.name:<{width}}  {wording.role_name(column.role):<13} {reason}".rstrip())
    return lines


def suggestion_lines(reading: Reading | None) -> list[str]:
    """Give what was tidied and what could be."""
    suggestions = reading.suggestions if reading is not None else ()
    lines = []
    for is_applied, head in ((True, t("cli.tidied")), (False, t("cli.suggested"))):
        notes = [wording.note_text(s.note) for s in suggestions if s.is_applied is is_applied]
        lines += ["", head, *(f"  {text}" for text in notes)] if notes else []
    return lines


def run_line(info: RunInfo) -> str:
    """Give a run as one line."""
    return t(
        "cli.run_line",
        id=str(info.id),
        dataset=info.dataset_name,
        title=wording.run_title(info),
        when=wording.when(info.created_at),
    )


def run_lines(
    info: RunInfo, cut: Cut, features: FeatureConfig, own_names: Mapping[int, str] | None = None
) -> list[str]:
    """Give a run with its segments and what was left out."""
    customers = sum(cut.sizes) + cut.outliers
    lines = [
        run_line(info),
        t(
            "cli.quality_line",
            silhouette=wording.number(cut.quality.silhouette, 3),
            band=wording.band_name(cut.quality.band),
            customers=customers,
            columns=len(features.numeric_features) + len(features.categorical_features),
        ),
        "",
    ]
    for number, (name, size, traits) in enumerate(
        zip(wording.segment_names(cut, own_names), cut.sizes, cut.traits, strict=True)
    ):
        lines.append(
            t(
                "cli.segment_line",
                number=str(number),
                name=name,
                size=size,
                share=wording.percent(size / customers),
            )
        )
        lines.extend(f"       {wording.trait_text(trait)}" for trait in traits[:3])
    if cut.outliers:
        lines.append(
            t("cli.outlier_line", size=cut.outliers, share=wording.percent(cut.outliers / customers))
        )
    if features.excluded:
        lines += ["", t("cli.left_out")]
        lines += [f"  {e.name}: {wording.note_text(e.reason)}" for e in features.excluded]
    return lines
