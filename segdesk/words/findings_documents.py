"""How many, are they real, which method: as JSON documents and as lines of text, like ``documents``."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from segdesk.model.notes import Note
from segdesk.text import t
from segdesk.words import findings_wording, wording

if TYPE_CHECKING:  # they bring NumPy
    from collections.abc import Sequence

    from segdesk.model.findings import Choice, Comparison, Contender, Reliability, Verdict, Vote
    from segdesk.model.result import Cut

Document = dict[str, Any]


def choice(found: Choice) -> Document:
    """Give a choice as ``segdesk choose --json`` prints it."""
    return {
        "segments": found.segments,
        "reason": _note(found.reason),
        "votes": {str(vote.adviser): _vote(vote) for vote in found.votes},
        "limits": {"most": found.most, "least": found.least},
        "rows": found.rows,
    }


def _vote(vote: Vote) -> Document:
    return {
        "says": vote.says,
        "segments": list(vote.segments),
        "figures": [_figure(figure) for figure in vote.figures],
        "errors": [_figure(error) for error in vote.errors],
    }


def choice_lines(found: Choice) -> list[str]:
    """Give a choice in plain words, with what every adviser says."""
    lines = [
        t("findings.choice", segments=found.segments),
        wording.note_text(found.reason),
        "",
    ]
    lines += [_vote_line(vote) for vote in found.votes]
    lines += ["", t("findings.limits", most=found.most, least=found.least)]
    return [*lines, t("findings.looked_at", rows=found.rows)]


def _vote_line(vote: Vote) -> str:
    name = t(f"findings.adviser_{vote.adviser}")
    if vote.says is None:
        return t("findings.vote_unknown", adviser=name)
    return t("findings.vote", adviser=name, segments=vote.says)


def verdict(
    run_id: int, cut: Cut, found: Verdict, reliability: Reliability, names: Sequence[str]
) -> Document:
    """Give what is known about a run as ``segdesk verdict --json`` prints it."""
    above = findings_wording.above_chance(found, cut.segments, cut.quality.silhouette)
    dominating = findings_wording.dominating(reliability)
    return {
        "run_id": run_id,
        "n_clusters": cut.segments,
        "real": str(found.reality),
        "p": _figure(found.p),
        "dip_p": _figure(found.dip_p),
        "silhouette_p": _figure(found.silhouette_p),
        "gap_segments": found.gap_segments,
        "silhouette_score": _figure(cut.quality.silhouette),
        "above_chance": None if above is None else _figure(above),
        "chance": {
            str(segments): _figure(figure)
            for segments, figure in zip(found.segments, found.chance, strict=True)
        },
        "rows": found.rows,
        "repeats": reliability.repeats,
        "repeated_rows": reliability.rows,
        "stability": [
            {"segment": number, "name": name, "jaccard": _figure(jaccard), "word": str(word)}
            for number, (name, jaccard, word) in enumerate(
                zip(names, reliability.jaccard, reliability.words, strict=True)
            )
        ],
        "borderline": reliability.borderline,
        "dominating_column": None if dominating is None else dominating.column,
        "dominance": [{"column": each.column, "moved": each.moved} for each in reliability.dominance],
    }


def verdict_lines(found: Verdict, reliability: Reliability, names: Sequence[str]) -> list[str]:
    """Give a verdict in plain words."""
    lines = [
        _answer(t("verdict.real_question"), findings_wording.reality_title(found.reality)),
        f"  {findings_wording.reality_line(found)}",
        _answer(t("verdict.back_question"), findings_wording.stability_title(reliability.words)),
        f"  {findings_wording.repeats_line(reliability)}",
        "",
    ]
    for number, (name, word) in enumerate(zip(names, reliability.words, strict=True)):
        stability = findings_wording.stability_name(word)
        lines.append(t("findings.segment", number=str(number), name=name, stability=stability))
    lines += ["", *findings_wording.advice(found, reliability, names)]
    return lines


def _answer(question: str, answer: str) -> str:
    return f"{question} {answer}"


def comparison(dataset_id: int, found: Comparison) -> Document:
    """Give a comparison as ``segdesk compare --json`` prints it."""
    methods = [str(each.method) for each in found.contenders]
    return {
        "dataset_id": dataset_id,
        "recommended": None if found.recommended is None else methods[found.recommended],
        "reason": _note(found.reason),
        "contenders": [_contender(each) for each in found.contenders],
        "agreement": {
            method: {other: _figure(figure) for other, figure in zip(methods, line, strict=True)}
            for method, line in zip(methods, found.agreement, strict=True)
        },
        "rows": found.rows,
    }


def _contender(found: Contender) -> Document:
    return {
        "method": str(found.method),
        "failure": None if found.failure is None else _note(found.failure),
        "n_clusters": found.segments,
        "cluster_sizes": {str(number): size for number, size in enumerate(found.sizes)},
        "silhouette_score": _figure(found.silhouette),
        "davies_bouldin": _figure(found.davies_bouldin),
        "calinski_harabasz": _figure(found.calinski_harabasz),
        "stability": _figure(found.stability),
        "unassigned": found.unassigned,
        "balance": _figure(found.balance),
        "seconds": found.seconds,
    }


def comparison_lines(found: Comparison) -> list[str]:
    """Give a comparison as a table in plain words, and which method to take."""
    lines = [contender_line(each) for each in found.contenders]
    if found.recommended is not None:
        name = wording.method_name(found.contenders[found.recommended].method)
        lines += ["", t("findings.recommended", method=name)]
    return [*lines, wording.note_text(found.reason), t("findings.looked_at", rows=found.rows)]


def contender_line(found: Contender) -> str:
    """Give one method in a comparison as a line."""
    name = f"{wording.method_name(found.method)} ({wording.method_term(found.method)})"
    if found.failure is not None:
        return t("findings.failed", method=name, reason=wording.note_text(found.failure))
    return t(
        "findings.contender",
        method=name,
        segments=found.segments,
        silhouette=wording.number(found.silhouette, 2),
        stability=wording.number(found.stability, 2),
        unassigned=wording.percent(found.unassigned),
    )


def _figure(value: float) -> float | None:
    """Give a number as JSON can say it."""
    return value if math.isfinite(value) else None


def _note(note: Note) -> Document:
    return {"code": note.code, "facts": note.facts, "text": wording.note_text(note)}
