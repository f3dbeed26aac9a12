"""Campaigns as words, for lists, the window, JSON documents and lines of text."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from segdesk.model.campaign import Campaign, CampaignSegment, Conclusion, Effect, Outcome, Uplift
from segdesk.model.lists import CampaignLists, WorkbookWords
from segdesk.text import t
from segdesk.words import wording

Document = dict[str, Any]


def campaign_lists(
    names: tuple[str, ...], *, columns: tuple[str, ...] = (), is_workbook: bool = False, file: str = ""
) -> CampaignLists:
    """Say how a campaign's lists are called; ``names`` are by segment, the outliers' last."""
    return CampaignLists(
        contact=t("campaign.contact_list"),
        held_back=t("campaign.held_back_list"),
        segment_names=names,
        columns=columns,
        workbook=_workbook(file) if is_workbook else None,
    )


def _workbook(file: str) -> WorkbookWords:
    return WorkbookWords(
        file_name=t("campaign.workbook"),
        summary=t("export.book_summary"),
        title=t("campaign.book_title"),
        facts=((t("export.book_file"), file), (t("campaign.rule"), t("campaign.rule_means"))),
        number=t("export.book_number"),
        list_name=t("campaign.book_list"),
        customers=t("export.book_customers"),
        share=t("export.book_share"),
        listed=t("export.book_listed"),
        left_out=t("export.book_left_out"),
        sheet=t("export.book_sheet"),
        total=t("campaign.book_total"),
        opt_out=t("export.book_opt_out"),
    )


def campaign_document(number: int, campaign: Campaign, names: tuple[str, ...], files: list[str]) -> Document:
    """Give a campaign as ``segdesk campaign --json`` prints it."""
    document = asdict(campaign)
    document["wishes"]["order"] = list(campaign.wishes.order)
    document["segments_in_order"] = [
        {key: _figure(value) for key, value in asdict(row).items()} | {"name": names[row.segment]}
        for row in campaign.rows
    ]
    del document["rows"]
    return document | {
        "campaign_id": number,
        "n_clusters": document.pop("segments"),
        "contacted": campaign.contacted,
        "held_back": campaign.held_back,
        "smallest": _figure(campaign.smallest),
        "files": files,
    }


def campaign_lines(number: int, campaign: Campaign, names: tuple[str, ...]) -> list[str]:
    """Give a campaign in plain words."""
    cost = wording.number(campaign.contacted * float(campaign.wishes.cost))
    lines = [
        t(
            "campaign.made",
            number=str(number),
            contacted=campaign.contacted,
            held_back=campaign.held_back,
            cost=cost,
            budget=wording.number(float(campaign.wishes.budget)),
        ),
        "",
        *(segment_line(row, names[row.segment]) for row in campaign.rows),
        "",
        *campaign_notes(campaign),
        t("campaign.next", number=str(number)),
    ]
    return lines


def segment_line(row: CampaignSegment, name: str) -> str:
    """Say one segment's part in a campaign."""
    beyond = row.reachable - row.contacted - row.held_back
    return t(
        "campaign.segment_line",
        segment=str(row.segment),
        name=name,
        contacted=row.contacted,
        held_back=row.held_back,
        beyond=beyond,
    )


def campaign_notes(campaign: Campaign) -> tuple[str, ...]:
    """Say who was left out, and what the held back are good for."""
    notes = []
    if campaign.opted_out:
        columns = ", ".join(campaign.opt_out_columns)
        notes.append(t("campaign.opted_out", customers=campaign.opted_out, columns=columns))
    if campaign.unknown:
        notes.append(t("campaign.unknown", customers=campaign.unknown, column=campaign.identifier))
    if not campaign.identifier:
        notes.append(t("campaign.cannot_follow"))
    if campaign.smallest == campaign.smallest:
        smallest, column = wording.number(campaign.smallest), wording.column_words(campaign.sales)
        notes.append(t("campaign.smallest", smallest=smallest, column=column))
    return tuple(notes)


def uplift_document(uplift: Uplift) -> Document:
    """Give an uplift as ``segdesk uplift --json`` prints it."""
    document = asdict(uplift)
    document["effects"] = [
        {key: _figure(value) for key, value in asdict(effect).items()} | {"text": effect_text(effect)}
        for effect in uplift.effects
    ]
    return document


def uplift_lines(uplift: Uplift) -> list[str]:
    """Give an uplift in plain words."""
    lines = [t("campaign.by_file", file=uplift.file, column=uplift.column)]
    for effect in uplift.effects:
        lines += ["", outcome_name(effect.outcome), effect_text(effect), effect_figures(effect)]
    if absent := absent_text(uplift):
        lines += ["", absent]
    return lines


def outcome_name(outcome: Outcome) -> str:
    """Say what is compared."""
    return t(f"campaign.outcome_{outcome}")


def absent_text(uplift: Uplift) -> str:
    """Say how many customers of the campaign aren't in the file; empty for none."""
    absent = uplift.contacted_absent + uplift.held_back_absent
    if not absent:
        return ""
    key = "campaign.absent_is_zero" if uplift.absent_is_zero else "campaign.absent_is_unknown"
    return t(key, customers=absent)


def interval_texts(effect: Effect) -> tuple[str, str, str]:
    """Give the ends of a difference's interval and the difference itself, as they stand in a picture."""
    if effect.outcome is Outcome.BUYING:
        points = (
            t("campaign.points", points=_points(x)) for x in (effect.low, effect.difference, effect.high)
        )
        low, value, high = points
        return low, value, high
    return _signed(effect.low), _signed(effect.difference), _signed(effect.high)


def effect_text(effect: Effect) -> str:
    """Say what a comparison shows."""
    amount = _points if effect.outcome is Outcome.BUYING else _signed
    low, high = amount(effect.low), amount(effect.high)
    plain = wording.percent if effect.outcome is Outcome.BUYING else _money
    if effect.conclusion is Conclusion.TOO_FEW:
        return t("campaign.too_few", smallest=plain(effect.smallest), low=low, high=high)
    kind = f"campaign.{effect.outcome}_{effect.conclusion}"
    return t(kind, difference=plain(abs(effect.difference)), low=low, high=high)


def effect_figures(effect: Effect) -> str:
    """Give both groups' figures."""
    plain = wording.percent if effect.outcome is Outcome.BUYING else _money
    return t(
        "campaign.figures_adjusted" if effect.is_adjusted else "campaign.figures",
        contacted=effect.contacted,
        held_back=effect.held_back,
        contacted_mean=plain(effect.contacted_mean),
        held_back_mean=plain(effect.held_back_mean),
    )


def _money(value: float) -> str:
    return wording.money(wording.number(value))


def _signed(value: float) -> str:
    return ("+" if value > 0 else "") + wording.number(value)


def _points(value: float) -> str:
    return ("+" if value > 0 else "") + wording.number(value * 100, 1)


def _figure(value: Any) -> Any:
    return None if isinstance(value, float) and value != value else value
