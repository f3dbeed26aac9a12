"""How a run was made, and what was decided on the way."""

from __future__ import annotations

from segdesk.model.report import Pairs, Section, Sentences
from segdesk.model.saved import RunInfo
from segdesk.text import t
from segdesk.words import findings_wording, wording
from segdesk.words.report_words.known import Known

VERSIONS_SHOWN = ("segdesk", "python", "scikit-learn", "scipy", "numpy")


def how_it_was_done(known: Known) -> Section:
    """Say all that somebody needs to do it again, and what became of the file's lines."""
    info, features = known.info, known.segmentation.features
    rows = [
        (t("report.fact_file"), t("report.file_rows", name=known.dataset.name, rows=known.dataset.rows)),
        (t("report.how_measures"), _listed(features.numeric_features)),
        (t("report.how_categories"), _listed(features.categorical_features)),
        (t("report.how_encoding"), wording.encoding_name(info.recipe.encoding)),
        (
            t("report.fact_method"),
            f"{wording.method_name(info.recipe.method)} ({wording.method_term(info.recipe.method)})",
        ),
        (t("report.how_count"), _why_so_many(known)),
        (t("report.how_quality"), _quality_text(known)),
    ]
    if features.pca_applied:
        share = wording.percent(features.pca_explained_variance or 0.0)
        kept = t("report.pca", directions=features.pca_components or 0, share=share)
        rows.append((t("report.how_pca"), kept))
    versions = [f"{name} {info.versions[name]}" for name in VERSIONS_SHOWN if name in info.versions]
    rows.append(
        (t("report.how_versions"), ", ".join([*versions, t("report.seed", seed=str(info.recipe.seed))]))
    )
    parts: list[Pairs | Sentences] = [Pairs("", tuple(rows))]
    receipt = _receipt(known)
    if receipt is not None:
        parts.append(receipt)
    return Section(t("report.how_title"), t("report.how_intro"), parts=tuple(parts))


def _quality_text(known: Known) -> str:
    quality = known.cut.quality
    band, value = wording.band_name(quality.band), wording.number(quality.silhouette, 2)
    text = t("report.silhouette", value=value, band=band)
    if known.verdict is not None:
        above = findings_wording.above_chance(known.verdict, known.segments, quality.silhouette)
        if above is not None:
            return f"{text}, {findings_wording.above_chance_text(above)}"
    return text


def _versions(info: RunInfo) -> str:
    versions = [f"{name} {info.versions[name]}" for name in VERSIONS_SHOWN if name in info.versions]
    return ", ".join([*versions, t("report.seed", seed=str(info.recipe.seed))])


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(map(wording.column_words, names)) or t("report.none")


def _why_so_many(known: Known) -> str:
    count = str(known.segments)
    if known.info.recipe.segments is None and known.choice is not None:
        return t("report.count_because", segments=count, reason=wording.note_text(known.choice.reason))
    return t("report.count_chosen", segments=count)


def _receipt(known: Known) -> Pairs | None:
    receipt = known.reading.receipt if known.reading is not None else None
    if receipt is None:
        return None
    rows = [
        (t("report.receipt_lines"), wording.number(receipt.lines)),
        (t("report.receipt_rows"), wording.number(receipt.rows)),
        (t("report.receipt_left_out"), wording.number(sum(entry.count for entry in receipt.left_out))),
        (t("report.receipt_duplicates"), wording.number(receipt.duplicates)),
        (t("report.receipt_blanks"), wording.number(receipt.blanks)),
    ]
    if receipt.first_date:
        rows.append((t("report.receipt_dates"), f"{receipt.first_date} – {receipt.last_date}"))
    rows += [
        (
            t("report.receipt_total", column=wording.column_words(total.column)),
            f"{wording.number(total.total)} {total.currency}".strip(),
        )
        for total in receipt.totals
    ]
    return Pairs(t("report.receipt_title"), tuple(rows))


def decision_log(known: Known) -> Section:
    """Say what was tidied, left out and filled in."""
    features = known.segmentation.features
    left_out = [
        t("report.left_out_because", column=each.name, reason=wording.note_text(each.reason))
        for each in features.excluded
    ]
    tidied = [s.note for s in known.reading.suggestions if s.is_applied] if known.reading else []
    reading = [wording.note_text(note) for note in (*known.dataset.notes, *tidied)]
    done = [wording.note_text(note) for note in features.notes]
    groups = (
        (t("report.log_reading"), reading),
        (t("report.log_left_out"), left_out),
        (t("report.log_done"), done),
    )
    parts = tuple(Sentences(title, tuple(sentences)) for title, sentences in groups if sentences)
    return Section(
        t("report.log_title"), t("report.log_intro") if parts else t("report.log_empty"), parts=parts
    )
