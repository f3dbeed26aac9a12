"""What is handed out of the results: customer lists, a report, a card for the till, a campaign's lists."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QWidget

from segdesk.charts.export import UNFINISHED_FOLDER
from segdesk.jobs.catalogue import Job
from segdesk.model.events import Failed, Progress
from segdesk.settings import Settings
from segdesk.text import t
from segdesk.ui.background import Background
from segdesk.ui.choosers import Choosers
from segdesk.ui.companion import Companion
from segdesk.ui.library import Library
from segdesk.ui.list_memory import remember_columns, remembered_columns
from segdesk.ui.orders import Order, Orders
from segdesk.ui.session import Session, View
from segdesk.ui.window import MainWindow

if TYPE_CHECKING:
    from segdesk.exports import ListWishes
    from segdesk.model.campaign import CampaignWishes
    from segdesk.model.portrait import Portraits
    from segdesk.model.report import ReportContent
    from segdesk.ui.panels.campaign_panel import CampaignPanel
    from segdesk.ui.panels.export_panel import ExportPanel
    from segdesk.ui.panels.export_report import ReportPanel
    from segdesk.ui.panels.results_panel import ResultsPanel
    from segdesk.words.report_words import Known

HANDOUT_JOBS = (Job.EXPORT, Job.REPORT_FACTS, Job.TILL, Job.REPORT, Job.CAMPAIGN)
LISTS, REPORT, CAMPAIGN = "lists", "report", "campaign"
TILL_CARD = "till_card"

OPEN_ELSEWHERE = "export.file_open"
AGAIN, BESIDE = "handout_again", "handout_beside"
"""What can be done about a file that another program holds open."""


class _Page(Protocol):
    def show_progress(self, text: str, share: float) -> None: ...
    def show_idle(self) -> None: ...


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
        settings: Settings,
        portraits: Callable[[], Portraits | None],
    ) -> None:
        super().__init__()
        self._window, self._choosers, self._settings = window, choosers, settings
        self._session, self._library = session, library
        self._portraits = portraits
        self._orders = Orders(background)
        self._pages: dict[str, _Page] = {}
        self._campaign: CampaignPanel | None = None
        self._lists: ExportPanel | None = None
        self._wishes: tuple[CampaignWishes, ListWishes] | None = None
        self._list_wishes: ListWishes | None = None
        self._content = "safe"
        self._refused: tuple[Order, str] | None = None
        session.view_changed.connect(self._on_view_changed)
        choosers.handout_chosen.connect(self._make_handout)
        choosers.folder_chosen.connect(self._on_folder_chosen)
        window.banner_action_chosen.connect(self._on_banner_action)
        self._orders.progressed.connect(self._on_progressed)
        self._orders.answered.connect(self._on_answered)
        self._orders.failed.connect(self._on_order_failed)
        self._orders.cancelled.connect(self._on_cancelled)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being made."""
        return self._orders.is_idle

    def close(self) -> None:
        """End the worker."""
        self._orders.close()

    # Panels

    def makers(self) -> dict[str, Callable[[], QWidget]]:
        """Give what makes the panels where lists, a report and a campaign are chosen."""
        return {LISTS: self._make_lists, REPORT: self._make_report, CAMPAIGN: self._make_campaign_panel}

    def serve_results(self, panel: ResultsPanel) -> None:
        """Answer what the results panel asks."""
        panel.handout_requested.connect(self._choosers.choose_handout)
        panel.panel_requested.connect(self._show)  # what is known may have come to light since

    def _make_lists(self) -> ExportPanel:
        from segdesk.ui.panels.export_panel import ExportPanel

        panel = self._lists = ExportPanel()
        panel.export_requested.connect(self._on_lists_requested)
        self._serve(LISTS, panel)
        return panel

    def _make_report(self) -> ReportPanel:
        from segdesk.ui.panels.export_report import ReportPanel

        panel = ReportPanel()
        panel.show_choices(self._settings["report_content"], self._settings["report_format"])
        panel.report_requested.connect(self._on_report_requested)
        self._serve(REPORT, panel)
        return panel

    def _make_campaign_panel(self) -> CampaignPanel:
        from segdesk.ui.panels.campaign_panel import CampaignPanel

        panel = self._campaign = CampaignPanel()
        panel.campaign_requested.connect(self._on_campaign_requested)
        panel.uplift_requested.connect(lambda: self.panel_asked.emit("uplift"))
        self._serve(CAMPAIGN, panel)
        return panel

    def _serve(self, key: str, panel: ExportPanel | ReportPanel | CampaignPanel) -> None:
        self._pages[key] = panel
        panel.back_requested.connect(lambda: self.panel_asked.emit("results"))
        panel.cancel_requested.connect(lambda: self._orders.cancel(key))
        self._show(key)

    def _on_view_changed(self) -> None:
        for key, panel in ((LISTS, self._lists), (CAMPAIGN, self._campaign)):
            if panel is not None and panel.isVisible():
                self._show(key)

    def _show(self, key: str) -> None:
        """Bring the page of lists or of campaigns up to date."""
        view = self._session.view
        if view is None:
            return
        if key == LISTS and self._lists is not None:
            names = self._columns(view)
            chosen = remembered_columns(self._settings, names)
            self._lists.show_view(view, names, chosen=chosen, format_=self._settings["list_format"])
        elif key == CAMPAIGN and self._campaign is not None:
            findings = self._library.findings(view.run.id, view.segments)
            columns = self._library.columns(view.run.dataset_id) or ()
            self._campaign.show_columns(
                columns,
                chosen=remembered_columns(self._settings, [column.name for column in columns]),
                format_=self._settings["list_format"],
            )
            reliability = None if findings is None else findings.reliability
            self._campaign.show_view(view, self._portraits(), reliability)

    def _columns(self, view: View) -> tuple[str, ...]:
        columns = self._library.columns(view.run.dataset_id)
        return tuple(column.name for column in columns or ())

    # What is being made

    def _on_progressed(self, order: Order, progress: Progress) -> None:
        if (page := self._pages.get(order.panel)) is not None:
            page.show_progress(t(f"stage.{progress.stage}"), progress.share)

    def _on_answered(self, order: Order, job: Job, value: Any) -> None:
        if job in (Job.REPORT_FACTS, Job.TILL):  # now it can be drawn
            self._orders.go_on(Job.REPORT, content=_content(order, value), path=order.path)
            return
        self._end(order)
        if job is Job.EXPORT:
            self._say_where(t("window.exported", folder=str(order.path)), order.path)
        elif job is Job.CAMPAIGN:
            self._say_where(t("window.campaign_made", folder=str(order.path)), order.path)
            self.saved.emit()
        else:
            self._say_where(t("window.handout_made", name=order.path.name), order.path.parent)
        self._orders.finish()

    def _on_order_failed(self, order: Order, failure: Failed) -> None:
        self._end(order)
        if failure.code != OPEN_ELSEWHERE:
            self.failed.emit(failure)
            return
        free = str(failure.facts["free"])
        self._refused = order, free
        actions = ((AGAIN, t("window.try_again")), (BESIDE, t("window.save_beside", name=free)))
        self._window.banner.show_message("error", t(failure.code, **failure.facts), actions)

    def _on_banner_action(self, key: str) -> None:
        if key not in (AGAIN, BESIDE) or self._refused is None:
            return
        order, free = self._refused
        self._refused = None
        self._window.banner.clear()
        self._orders.put(order if key == AGAIN else order.beside(free))

    def _on_cancelled(self, order: Order) -> None:
        if order.job in (Job.EXPORT, Job.CAMPAIGN):
            shutil.rmtree(order.path / UNFINISHED_FOLDER, ignore_errors=True)
        self._end(order)
        self._window.toaster.show_toast(t("window.cancelled"), kind="info")

    def _end(self, order: Order) -> None:
        if (page := self._pages.get(order.panel)) is not None:
            page.show_idle()

    def _say_where(self, text: str, folder: Path) -> None:
        show = t("window.open_folder")
        self._window.toaster.show_toast(
            text, action=show, on_action=lambda: self._choosers.show_folder(folder)
        )

    def _put(self, order: Order) -> None:
        if (page := self._pages.get(order.panel)) is not None:
            page.show_progress(t("stage.preparing"), 0.0)
        self._orders.put(order)

    def _arguments(self, view: View) -> dict[str, Any]:
        return {"database": self._library.database, "run_id": view.run.id}

    # Lists

    def _on_lists_requested(self, wishes: ListWishes) -> None:
        self._list_wishes = wishes
        if (view := self._session.view) is not None:
            self._remember(view, wishes)
        self._choosers.choose_folder(LISTS)

    def _remember(self, view: View, wishes: ListWishes) -> None:
        self._settings["list_format"] = "xlsx" if wishes.is_workbook else "csv"
        remember_columns(self._settings, self._columns(view), wishes.columns)

    def _on_folder_chosen(self, kind: str, folder: Path) -> None:
        if kind == LISTS:
            self._make_list_files(folder)
        elif kind == CAMPAIGN:
            self._make_campaign(folder)

    def _make_list_files(self, folder: Path) -> None:
        from segdesk.exports import LISTS as KIND
        from segdesk.exports import export_request

        view = self._session.view
        if view is None or self._list_wishes is None:
            return
        request = export_request(
            view.segmentation,
            view.segments,
            KIND,
            names=view.names,
            lists=self._list_wishes,
            run=view.run,
        )
        arguments = self._arguments(view) | {"folder": folder, "request": request}
        self._put(Order(Job.EXPORT, arguments, folder, LISTS))

    # A report

    def _on_report_requested(self, content: str, format_: str) -> None:
        self._content = content
        self._settings["report_content"], self._settings["report_format"] = content, format_
        self._choosers.choose_handout(format_)

    def _make_handout(self, kind: str, path: Path) -> None:
        view = self._session.view
        if view is None or (known := self._known(view)) is None:
            return
        arguments = self._arguments(view) | {"segments": view.segments}
        if kind == TILL_CARD:
            self._put(Order(Job.TILL, arguments, path, known=known))
            self._window.toaster.show_toast(t("window.making_handout"), kind="info")
            return
        is_full = self._content == "full"
        known = replace(known, is_full=is_full)
        self._put(Order(Job.REPORT_FACTS, arguments | {"is_full": is_full}, path, REPORT, known))

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

    def _on_campaign_requested(self, wishes: CampaignWishes, lists: ListWishes) -> None:
        self._wishes = wishes, lists
        if (view := self._session.view) is not None:
            self._remember(view, lists)
        self._choosers.choose_folder(CAMPAIGN)

    def _make_campaign(self, folder: Path) -> None:
        from segdesk.words.campaign_words import campaign_lists

        view = self._session.view
        if view is None or self._wishes is None:
            return
        wishes, lists = self._wishes
        names = (*view.names, *([t("export.without_segment")] if view.cut.outliers else []))
        wanted = {
            "segments": view.segments,
            "wishes": wishes,
            "lists": campaign_lists(
                names, columns=lists.columns, is_workbook=lists.is_workbook, file=view.run.dataset_name
            ),
            "folder": folder,
        }
        self._put(Order(Job.CAMPAIGN, self._arguments(view) | wanted, folder, CAMPAIGN))


def _content(order: Order, value: Any) -> ReportContent:
    """Say all that the report says."""
    from segdesk.words.report_words import report_content, till_content

    assert order.known is not None
    if order.job is Job.TILL:
        return till_content(order.known, value)
    return report_content(order.known, value)
