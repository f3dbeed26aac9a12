"""A report's first page."""

from __future__ import annotations

from segdesk.charts.palette import OUTLIER_ROLE, segment_role
from segdesk.model.findings import Reality, Stability
from segdesk.model.report import Badge, Cover, Dial, Share
from segdesk.model.report_facts import FEWEST_SHOWN, ReportFacts
from segdesk.text import t
from segdesk.words import captions, findings_wording, wording
from segdesk.words.report_words.known import STABILITY, Known, badge, is_few, is_known, size_text

_REALITY = {
    Reality.NOTHING: (0.15, "error"),
    Reality.SLICES: (0.5, "gold_bright"),
    Reality.NATURAL: (0.85, "success"),
}
"""The first dial has three stops, as in the window: a p value isn't how probable groups are."""


def cover(known: Known, facts: ReportFacts) -> Cover:
    """Say what the segments are, how sure that is, and how they share customers and sales."""
    info, cut = known.info, known.cut
    rows = captions.customers_of(cut)
    method = f"{wording.method_name(info.recipe.method)} ({wording.method_term(info.recipe.method)})"
    about = (
        (t("report.fact_file"), known.dataset.name),
        (t("report.fact_customers"), wording.number(rows)),
        (t("report.fact_method"), t("report.segments_by", segments=cut.segments, method=method)),
        (t("report.fact_made"), wording.date(info.created_at.astimezone())),
    )
    column = facts.portraits.sales_column
    note = t("report.sales_by", column=wording.column_words(column)) if column else t("report.no_sales")
    return Cover(
        title=t("report.title"),
        subtitle=t("report.subtitle", name=known.dataset.name),
        facts=about,
        dials=_dials(known),
        advice=_advice(known),
        shares_title=t("report.shares_title"),
        share_heading=t("report.share_heading"),
        sales_heading=t("report.sales_heading"),
        shares=_shares(known, facts),
        shares_note=note,
        privacy=t("report.full") if known.is_full else t("report.share_safe", count=str(FEWEST_SHOWN)),
    )


def _dials(known: Known) -> tuple[Dial, ...]:
    verdict, repeated = known.verdict, known.reliability
    unknown = t("report.not_checked"), t("report.not_checked_line"), 0.0, "muted"
    real = back = unknown
    if verdict is not None:
        share, tone = _REALITY[verdict.reality]
        title, line = findings_wording.reality_title(verdict.reality), findings_wording.reality_line(verdict)
        real = title, line, share, tone
    if repeated is not None:
        alike = [value for value in repeated.jaccard if value == value]
        title = findings_wording.stability_title(repeated.words)
        back = (
            title,
            findings_wording.repeats_line(repeated),
            sum(alike) / len(alike) if alike else 0.0,
            STABILITY[max(repeated.words, key=list(Stability).index)],
        )
    return (Dial(t("verdict.real_question"), *real), Dial(t("verdict.back_question"), *back))


def _advice(known: Known) -> tuple[str, ...]:
    if known.reliability is None:
        if known.verdict is None:
            return (t("report.advice_unknown"),)
        return (findings_wording.reality_sentence(known.verdict.reality, known.segments),)
    pairs = findings_wording.overlaps(known.reliability, known.labels)
    return findings_wording.advice(known.verdict, known.reliability, known.names, pairs=pairs)


def _shares(known: Known, facts: ReportFacts) -> tuple[Share, ...]:
    cut = known.cut
    found = [
        _share(
            known,
            (segment_role(portrait.segment, known.cut.colours), known.names[portrait.segment]),
            portrait.size,
            portrait.sales_share,
            badge(known, portrait.segment),
        )
        for portrait in facts.portraits.portraits
    ]
    if cut.outliers:
        has_sales = bool(facts.portraits.sales_column)
        sales = facts.portraits.outlier_sales_share if has_sales else float("nan")
        name = OUTLIER_ROLE, t("export.without_segment")
        found.append(_share(known, name, cut.outliers, sales, None))
    return tuple(found)


def _share(known: Known, name: tuple[str, str], size: int, sales: float, word: Badge | None) -> Share:
    """Give a line of the cover; what a handful of customers spent is theirs alone."""
    rows = captions.customers_of(known.cut)
    if is_few(known, size):
        sales = float("nan")
    return Share(
        role=name[0],
        name=name[1],
        customers=t("report.customers", figure=size_text(known, size), count=size),
        share=size / rows,
        share_text=wording.percent(size / rows),
        sales=sales,
        sales_text=wording.percent(sales) if is_known(sales) else "",
        badge=word,
    )
