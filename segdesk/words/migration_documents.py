"""Two snapshots as a JSON document and as lines of text. Scripts rely on the document's names."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from segdesk.model.placement import NOBODY, Call, Fate, Flow, Migration, Rerun, Risk, Transition
from segdesk.text import figures, t
from segdesk.words import wording
from segdesk.words.placement_documents import schema, schema_notes

Document = dict[str, Any]

SHOWN_CALLS = 20

Names = tuple[tuple[str, ...], tuple[str, ...]]
"""The segments' names in the older and the newer run."""


def rerun(found: Rerun) -> Document:
    """Give a recipe used again as ``segdesk rerun --json`` prints it beside the run."""
    return {
        "repeats_run_id": found.before_id or None,
        "origins": list(found.origins),
        "left_out": list(found.left_out),
        "schema": schema(found.match),
    }


def rerun_lines(found: Rerun, file_name: str, names: Sequence[str]) -> list[str]:
    """Give the same for people."""
    if not found.before_id:
        lines = [t("migrate.rerun_recipe", id=str(found.run_id), name=file_name)]
    else:
        lines = [t("migrate.rerun", id=str(found.run_id), before=str(found.before_id), name=file_name)]
        for segment, (name, origin) in enumerate(zip(names, found.origins, strict=True)):
            facts = {"number": str(segment), "name": name}
            lines.append(
                "  " + (t("migrate.is_new", **facts) if origin < 0 else t("migrate.became", **facts))
            )
    lines += ["  ! " + t("migrate.left_out", column=column) for column in found.left_out]
    told = [note for note in schema_notes(found.match) if note.code != "schema.missing"]
    return [*lines, *(f"  ! {wording.note_text(note)}" for note in told), ""]


def migration(found: Migration, names: Names) -> Document:
    """Give two snapshots as ``segdesk migrate --json`` prints them; what isn't known is null."""
    document: Document = _without_nan(asdict(found))
    document["match"] = schema(found.match)
    document["movers"] = [
        {"identifier": who, "before": before, "after": after} for who, before, after in found.movers
    ]
    document["names_before"], document["names_after"] = map(list, names)
    return document


def migration_lines(found: Migration, names: Names) -> list[str]:
    """Give the same for people."""
    facts = {"before": str(found.run_before), "after": str(found.run_after), "identifier": found.identifier}
    lines = [t("migrate.head", **facts, shared=found.shared, joined=found.joined, left=found.left)]
    lines.append(t("migrate.moved", share=wording.percent(found.moved), count=len(found.movers)))
    share = wording.percent(found.moved_refit)
    if math.isnan(found.noise):
        lines.append(t("migrate.moved_refit_only", share=share))
    else:
        lines.append(t("migrate.moved_refit", share=share, noise=wording.percent(found.noise)))
    lines.append(t("migrate.goalposts", share=wording.percent(found.goalposts)))
    if found.sales_column and not math.isnan(found.sales_moved):
        amount = wording.number(found.sales_moved)
        lines.append(t("migrate.sales", sales=amount, column=found.sales_column))
    if found.unlike:
        lines.append(t("migrate.unlike", count=found.unlike))
    lines += ["", *(f"  {_transition(each, names)}" for each in found.transitions), ""]
    moves = [flow for flow in found.flows if flow.before != flow.after]
    lines += [f"  {_flow(flow, names[0])}" for flow in moves]
    if found.calls:
        lines += ["", t("migrate.calls"), *(f"  {_call(c, names[0])}" for c in found.calls[:SHOWN_CALLS])]
    if len(found.calls) > SHOWN_CALLS:
        lines.append("  " + t("migrate.more_calls", count=len(found.calls) - SHOWN_CALLS))
    return lines


def _transition(each: Transition, names: Names) -> str:
    facts = {
        "before": figures.listed(names[0][segment] for segment in each.before),
        "after": figures.listed(names[1][segment] for segment in each.after),
        "shared": wording.percent(each.shared),
    }
    match each.fate:
        case Fate.SURVIVED:
            return t("migrate.survived", **facts)
        case Fate.SPLIT:
            return t("migrate.split", **facts)
        case Fate.MERGED:
            return t("migrate.merged", **facts)
        case Fate.DISAPPEARED:
            return t("migrate.disappeared", before=facts["before"])
        case Fate.APPEARED:
            return t("migrate.appeared", after=facts["after"])


def _flow(flow: Flow, names: tuple[str, ...]) -> str:
    before = t("migrate.joined") if flow.before == NOBODY else _name(flow.before, names)
    after = t("migrate.gone") if flow.after == NOBODY else _name(flow.after, names)
    return t("migrate.flow", before=before, after=after, count=flow.customers)


def _call(call: Call, names: tuple[str, ...]) -> str:
    facts = {
        "who": call.identifier,
        "before": _name(call.before, names),
        "after": _name(call.after, names),
    }
    return t("migrate.call_moved", **facts) if call.risk is Risk.MOVED else t("migrate.call_sliding", **facts)


def _name(segment: int, names: tuple[str, ...]) -> str:
    return t("migrate.none") if segment < 0 else names[segment]


def _without_nan(value: Any) -> Any:
    match value:
        case float() if not math.isfinite(value):
            return None
        case dict():
            return {key: _without_nan(item) for key, item in value.items()}
        case list() | tuple():
            return [_without_nan(item) for item in value]
    return value
