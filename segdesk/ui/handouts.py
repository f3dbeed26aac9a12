"""What is handed out of the results: a report, a card for the till, a campaign's lists."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from segdesk.jobs.catalogue import Job
from segdesk.model.events import Failed
from segdesk.text import t
from segdesk.ui.background import Background
from segdesk.ui.choosers import Choosers
from segdesk.ui.companion import Companion
from segdesk.ui.library import Library
from segdesk.ui.session import Session, View
from segdesk.ui.window import MainWindow

if TYPE_CHECKING:
    from segdesk.model.campaign import CampaignWishes
    from segdesk.model.portrait import Portraits
    from segdesk.model.report import ReportContent
    from segdesk.ui.panels.campaign_panel import CampaignPanel
    from segdesk.ui.panels.results_panel import ResultsPanel
    from segdesk.words.report_words import Known

HANDOUT_JOBS = (Job.REPORT_FACTS, Job.TILL, Job.REPORT, Job.CAMPAIGN)
CAMPAIGN = "campaign"


@dataclass(frozen=True, slots=True, eq=False)
class _Order:
    """A job somebody waits for, and where its result goes; ``known`` is what its words need besides."""

    job: Job
    arguments: dict[str, Any]
    path: Path
    known: Known | None = None


class Handouts(Companion):
    """Makes files that are handed to others, one after the other, and says where they are."""

    def __init__(
        self,
        window: MainWindow,
        *,
        background: Background,
        choosers: Choosers,
        session: Session,
        library: Library,
        portraits: Callable[[], Portraits | None],
    ) -> None:
        super().__init__()
        self._window, self._background, self._choosers = window, background, choosers
        self._session, self._library = session, library
        self._portraits = portraits
        self._orders: deque[_Order] = deque()
        self._campaign: CampaignPanel | None = None
        self._wishes: CampaignWishes | None = None
        session.view_changed.connect(self._on_view_changed)
        choosers.handout_chosen.connect(self._make_handout)
        choosers.folder_chosen.connect(self._make_campaign)
        background.finished.connect(self._on_finished)
        background.failed.connect(self._on_failed)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being made."""
        return not self._orders

    def close(self) -> None:
        """End the worker."""
        self._orders.clear()
        self._background.close()

    def makers(self) -> dict[str, Callable[[], QWidget]]:
        """Give what makes the panel where a campaign is planned."""
        return {CAMPAIGN: self._make_campaign_panel}

    def serve_results(self, panel: ResultsPanel) -> None:
        """Answer what the results panel asks."""
        panel.handout_requested.connect(self._choosers.choose_handout)
        panel.panel_requested.connect(self._on_panel_requested)

    def _make_campaign_panel(self) -> CampaignPanel:
        from segdesk.ui.panels.campaign_panel import CampaignPanel

        panel = self._campaign = CampaignPanel()
        panel.campaign_requested.connect(self._on_campaign_requested)
        panel.back_requested.connect(lambda: self.panel_asked.emit("results"))
        self._show_campaign()
        return panel

    # Orders, one after the other: none takes another's place

    def _put(self, order: _Order) -> None:
        self._orders.append(order)
        if len(self._orders) == 1:
            self._begin_next()

    def _begin_next(self) -> None:
        if self._orders:
            order = self._orders[0]
            self._background.ask(order.job, **order.arguments)

    def _on_finished(self, job: Job, _asked: dict[str, Any], value: Any) -> None:
        order = self._orders[0]
        if job in (Job.REPORT_FACTS, Job.TILL):
            self._background.ask(Job.REPORT, content=_content(order, value), path=order.path)
            return
        self._orders.popleft()
        if job is Job.CAMPAIGN:
            self._say_where(t("window.campaign_made", folder=str(order.path)), order.path)
        else:
            self._say_where(t("window.handout_made", name=order.path.name), order.path.parent)
        self._begin_next()

    def _on_failed(self, _job: Job, _asked: dict[str, Any], failure: Failed) -> None:
        self._orders.popleft()
        self.failed.emit(failure)
        self._begin_next()

    def _say_where(self, text: str, folder: Path) -> None:
        show = t("window.open_folder")
        self._window.toaster.show_toast(
            text, action=show, on_action=lambda: self._choosers.show_folder(folder)
        )

    def _arguments(self, view: View) -> dict[str, Any]:
        return {"database": self._library.database, "run_id": view.run.id, "segments": view.segments}

    # A report

    def _make_handout(self, kind: str, path: Path) -> None:
        view = self._session.view
        if view is None or (known := self._known(view)) is None:
            return
        arguments = self._arguments(view)
        if kind == "till_card":
            self._put(_Order(Job.TILL, arguments, path, known))
        else:
            self._put(_Order(Job.REPORT_FACTS, arguments | {"is_full": False}, path, known))
        self._window.toaster.show_toast(t("window.making_handout"), kind="info")

    def _known(self, view: View) -> Known | None:
        """Give what is saved about the cut in view; None where the library has said why not."""
        from segdesk.words.report_words import Known

        saved = self._library.dataset(view.run.dataset_id)
        findings = self._library.findings(view.run.id, view.segments)
        if saved is None or findings is None:
            return None
        return Known(
            info=view.run,
            dataset=saved.info,
            reading=saved.reading,
            segmentation=view.segmentation,
            segments=view.segments,
            choice=findings.choice,
            verdict=findings.verdict,
            reliability=findings.reliability,
            names=view.names,
        )

    # A campaign

    def _on_panel_requested(self, key: str) -> None:
        if key == CAMPAIGN:
            self._show_campaign()  # what customers bring may have come to light since

    def _on_view_changed(self) -> None:
        if self._campaign is not None and self._campaign.isVisible():
            self._show_campaign()

    def _show_campaign(self) -> None:
        if self._campaign is not None and (view := self._session.view) is not None:
            self._campaign.show_view(view, self._portraits())

    def _on_campaign_requested(self, wishes: CampaignWishes) -> None:
        self._wishes = wishes
        self._choosers.choose_folder(CAMPAIGN)

    def _make_campaign(self, _kind: str, folder: Path) -> None:
        from segdesk.words.campaign_words import campaign_lists

        view = self._session.view
        if view is None or self._wishes is None:
            return
        names = (*view.names, *([t("export.without_segment")] if view.cut.outliers else []))
        wanted = {"wishes": self._wishes, "lists": campaign_lists(names), "folder": folder}
        self._put(_Order(Job.CAMPAIGN, self._arguments(view) | wanted, folder))


def _content(order: _Order, value: Any) -> ReportContent:
    """Say all that the report says."""
    from segdesk.words.report_words import report_content, till_content

    assert order.known is not None
    if order.job is Job.TILL:
        return till_content(order.known, value)
    return report_content(order.known, value)
