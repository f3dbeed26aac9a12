"""What campaigns brought: a saved one is held beside the file of the time after it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from segdesk.errors import SegdeskError
from segdesk.jobs.catalogue import Job
from segdesk.model.events import Failed, Progress
from segdesk.store import catalogue
from segdesk.store.db import opened
from segdesk.text import t
from segdesk.ui.background import Background
from segdesk.ui.choosers import Choosers
from segdesk.ui.companion import BackgroundCompanion
from segdesk.ui.library import Library
from segdesk.ui.session import Session
from segdesk.words import wording

if TYPE_CHECKING:
    import sqlite3

    from segdesk.model.campaign import Uplift
    from segdesk.store.campaigns import SavedCampaign
    from segdesk.ui.panels.uplift_panel import CampaignChoice, UpliftPanel

UPLIFT = "uplift"
NO_SPENDING = "campaign.no_spending"


class Uplifts(BackgroundCompanion):
    """Asks for what the panel of uplifts wants, and brings it the answers.

    Signals: ``several_dropped(int)``, so many files at once.
    """

    several_dropped = Signal(int)

    def __init__(
        self, *, background: Background, choosers: Choosers, session: Session, library: Library
    ) -> None:
        super().__init__(background)
        self._choosers, self._session, self._library = choosers, session, library
        self._panel: UpliftPanel | None = None
        self._asked: dict[str, Any] | None = None
        self._source: Path | None = None
        choosers.file_chosen.connect(self._measure)

    def makers(self) -> dict[str, Callable[[], QWidget]]:
        """Give what makes the panel of uplifts."""
        return {UPLIFT: self._make_panel}

    def _make_panel(self) -> UpliftPanel:
        from segdesk.ui.panels.uplift_panel import UpliftPanel

        panel = self._panel = UpliftPanel()
        panel.file_requested.connect(self._choosers.choose_file)
        panel.file_chosen.connect(self._measure)
        panel.several_dropped.connect(self.several_dropped)
        panel.column_chosen.connect(self._measure_by)
        panel.plan_requested.connect(lambda: self.panel_asked.emit("campaign"))
        panel.cancel_requested.connect(self._stop)
        panel.back_requested.connect(lambda: self.panel_asked.emit("results"))
        panel.shown.connect(self._show_campaigns)
        return panel

    def _show_campaigns(self) -> None:
        """Bring the panel up to date, unless it waits for an answer: a campaign may have been made since."""
        if self._panel is None or self._asked is not None:
            return
        known = self._panel.campaign_ids
        try:
            with opened(self._library.database, "read") as connection:
                choices = self._choices(connection)
        except SegdeskError as error:
            self.failed.emit(Failed(error.code, error.facts))
            return
        if known != tuple(choice.id for choice in choices):  # else what it shows is still of interest
            self._panel.show_campaigns(choices)

    def _choices(self, connection: sqlite3.Connection) -> tuple[CampaignChoice, ...]:
        """Give all campaigns, those of the open dataset first, then the newest first."""
        from segdesk.store.campaigns import campaigns

        found = [(saved, catalogue.run(connection, saved.campaign.run_id)) for saved in campaigns(connection)]
        found.sort(key=lambda pair: pair[1].dataset_id != self._session.dataset_id)
        return tuple(_choice(saved, run.dataset_name) for saved, run in found)

    # What the panel asks for

    def _measure(self, source: Path, column: str = "") -> None:
        if self._panel is None or (campaign_id := self._panel.campaign_id) is None:
            return
        self._source = source
        self._asked = {
            "database": self._library.database,
            "campaign_id": campaign_id,
            "source": source,
            "column": column,
        }
        self._panel.show_progress(t("stage.reading"), 0.0)
        self._background.ask(Job.UPLIFT, **self._asked)

    def _measure_by(self, column: str) -> None:
        if self._source is not None:
            self._measure(self._source, column)

    def _stop(self) -> None:
        self._asked = None
        self._background.cancel(Job.UPLIFT)
        if self._panel is not None:
            self._panel.show_invite()

    # Answers

    def _on_progressed(self, _job: Job, asked: dict[str, Any], progress: Progress) -> None:
        if self._panel is not None and asked == self._asked:
            self._panel.show_progress(t(f"stage.{progress.stage}"), progress.share)

    def _on_finished(self, _job: Job, asked: dict[str, Any], uplift: Uplift) -> None:
        if self._panel is not None and asked == self._asked:
            self._asked = None
            self._panel.show_uplift(uplift)

    def _on_failed(self, _job: Job, asked: dict[str, Any], failure: Failed) -> None:
        if self._panel is None or asked != self._asked:
            return
        self._asked = None
        facts = dict(failure.facts)
        columns = facts.pop("columns", ()) if failure.code == NO_SPENDING else ()
        self._panel.show_failure(t(failure.code, **facts), columns if isinstance(columns, tuple) else ())


def _choice(saved: SavedCampaign, file: str) -> CampaignChoice:
    """Say what a campaign is, in a list and below it."""
    from segdesk.ui.panels.uplift_panel import CampaignChoice

    campaign = saved.campaign
    return CampaignChoice(
        id=saved.id,
        title=t("uplift.choice", number=str(saved.id), when=wording.when(saved.created_at), file=file),
        line=t(
            "uplift.line",
            contacted=campaign.contacted,
            held_back=campaign.held_back,
            cost=wording.money(wording.number(campaign.contacted * float(campaign.wishes.cost))),
        ),
    )
