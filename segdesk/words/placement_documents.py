"""Placed customers as JSON documents and as lines of text. Scripts rely on the documents' names."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from segdesk.model.notes import Fact, Note
from segdesk.model.placement import PlacedFile, SchemaMatch, Trust, UnitChange
from segdesk.text import t
from segdesk.words import wording

Document = dict[str, Any]

_DECIMALS = 3


def placed(result: PlacedFile, names: tuple[str, ...]) -> Document:
    """Give a placed file as ``segdesk predict --json`` prints it."""
    return {
        "run_id": result.run_id,
        "n_customers": result.rows,
        "placed_by": result.kind,
        "segments": [
            {"segment": segment, "name": name, "n_customers": size}
            for segment, (name, size) in enumerate(zip(names, result.sizes, strict=True))
        ],
        "unlike": result.unlike,
        "mean_confidence": result.confidence,
        "trust": None if result.trust is None else asdict(result.trust),
        "schema": schema(result.match),
        "notes": [_note(note) for note in result.gaps],
        "placement_id": result.placement or None,
        "file": result.path or None,
    }


def schema(match: SchemaMatch) -> Document:
    """Give what became of a file's columns."""
    document = asdict(match)
    document["notes"] = [_note(note) for note in schema_notes(match)]
    return document


def placed_lines(result: PlacedFile, names: tuple[str, ...]) -> list[str]:
    """Give a placed file for people."""
    notes = (*schema_notes(result.match), *result.gaps)
    told = {note.facts.get("column") for note in result.gaps}
    shown = [n for n in notes if n.code != "schema.missing" or n.facts["column"] not in told]
    lines = [t("place.placed", count=result.rows, run=str(result.run_id), how=result.kind)]
    lines += [
        "  " + t("place.segment", number=str(segment), name=name, count=size, share=_share(size, result.rows))
        for segment, (name, size) in enumerate(zip(names, result.sizes, strict=True))
    ]
    usual = "–" if result.trust is None else wording.percent(result.trust.abstained)
    share = _share(result.unlike, result.rows)
    lines += ["  " + t("place.unlike_line", count=result.unlike, share=share, usual=usual), ""]
    lines += trust_lines(result.trust)
    if shown:
        lines += ["", *(f"  ! {wording.note_text(note)}" for note in shown)]
    if result.placement:
        lines.append(t("place.saved", id=str(result.placement)))
    return lines + ([t("cli.written", path=result.path)] if result.path else [])


def trust_lines(trust: Trust | None) -> list[str]:
    """Say what placing with a run is worth."""
    if trust is None:
        return [t("place.no_trust")]
    nested, together = trust.nested, trust.together
    return [
        t(
            "place.nested",
            equal=wording.percent(nested.equal),
            rand=wording.number(nested.adjusted_rand, _DECIMALS),
        ),
        t(
            "place.together",
            equal=wording.percent(together.equal),
            rand=wording.number(together.adjusted_rand, _DECIMALS),
        ),
    ]


def schema_notes(match: SchemaMatch) -> tuple[Note, ...]:
    """Give one sentence for each thing that became of a file's columns."""
    notes = list(match.notes)
    for each in match.renamed:
        code = "schema.same_word" if each.is_same_word else "schema.renamed"
        score = wording.percent(each.score)
        notes.append(Note(code, {"old": each.old, "new": each.new, "score": score}))
    notes += [Note("schema.missing", {"column": column}) for column in match.missing]
    for unit in match.units:
        facts: dict[str, Fact] = {
            "column": unit.column,
            "before": unit_figure(unit.before),
            "now": unit_figure(unit.now),
            "factor": f"{unit.factor:g}",
        }
        if unit.kind is UnitChange.CURRENCY:
            notes.append(Note("schema.in_currency", facts))
        else:
            notes.append(Note("schema.scale" if unit.before else "schema.scaled", facts))
    for fresh in match.new_levels:
        listed = ", ".join(fresh.levels)
        notes.append(
            Note("schema.new_levels", {"column": fresh.column, "count": fresh.rows, "levels": listed})
        )
    notes += [Note("schema.added", {"column": column}) for column in match.added]
    return tuple(notes)


def unit_figure(text: str) -> str:
    """Write what half of the customers are above for people; a currency stays as it is."""
    try:
        return wording.number(float(text))
    except ValueError:
        return text


def _note(note: Note) -> Document:
    return {"code": note.code, "facts": dict(note.facts), "text": wording.note_text(note)}


def _share(count: int, total: int) -> str:
    return wording.percent(count / total if total else 0.0)
