"""Saved recipes: kept, renamed, handed on, and run on a new file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from segdesk.jobs.catalogue import Job
from segdesk.model.events import Failed, Progress
from segdesk.text import t
from segdesk.ui.background import Background
from segdesk.ui.choosers import Choosers
from segdesk.ui.companion import BackgroundCompanion
from segdesk.ui.library import Library
from segdesk.ui.session import Session
from segdesk.ui.window import MainWindow
from segdesk.words import wording

if TYPE_CHECKING:  # these bring NumPy, which the first window doesn't wait for
    from segdesk.model.placement import Consent, Rerun, SchemaMatch
    from segdesk.store.recipes import KeptRecipe
    from segdesk.ui.panels.recipes_panel import RecipesPanel

RECIPE_JOBS = (
    Job.EXAMINE,
    Job.EXAMINE_RECIPE,
    Job.RERUN,
    Job.SAVE_RECIPE,
    Job.IMPORT_RECIPE,
    Job.EXPORT_RECIPE,
)
RECIPES = "recipes"


@dataclass(frozen=True, slots=True)
class _Errand:
    """A recipe's new file; how it differs, and what was said about that."""

    kept: KeptRecipe
    source: Path
    match: SchemaMatch | None = None
    consent: Consent | None = None


class Recipes(BackgroundCompanion):
    """Brings the panel of recipes what it wants: the list, and a recipe's result on a new file."""

    def __init__(
        self,
        window: MainWindow,
        *,
        background: Background,
        choosers: Choosers,
        session: Session,
        library: Library,
    ) -> None:
        super().__init__(background)
        self._window, self._choosers = window, choosers
        self._session, self._library = session, library
        self._panel: RecipesPanel | None = None
        self._chosen: KeptRecipe | None = None
        self._errand: _Errand | None = None
        self._running: tuple[Job, dict[str, Any]] | None = None
        self._run_id = 0  # what came of the last errand
        session.view_changed.connect(self._tell_run)
        library.recipes_changed.connect(self._tell_recipes)
        choosers.file_chosen.connect(self._examine)
        choosers.recipe_chosen.connect(self._import)
        choosers.recipe_target_chosen.connect(self._export)

    # The panel

    def makers(self) -> dict[str, Callable[[], QWidget]]:
        """Give what makes the panel of recipes."""
        return {RECIPES: self._make_panel}

    def _make_panel(self) -> RecipesPanel:
        from segdesk.ui.panels.recipes_panel import RecipesPanel

        panel = self._panel = RecipesPanel()
        panel.page.save_requested.connect(self._save)
        panel.page.run_requested.connect(self._choose)
        panel.page.export_requested.connect(self._choosers.choose_recipe_target)
        panel.page.delete_requested.connect(self._library.delete_recipe)
        panel.page.renamed.connect(self._library.rename_recipe)
        panel.import_requested.connect(self._choosers.choose_recipe)
        panel.recipe_chosen.connect(self._import)
        panel.file_requested.connect(self._choosers.choose_file)
        panel.file_chosen.connect(self._examine)
        panel.several_dropped.connect(self._window.several_dropped)
        panel.mapping_accepted.connect(self._go_on)
        panel.result_requested.connect(self._show_result)
        panel.cancel_requested.connect(self._stop)
        panel.back_requested.connect(self._go_back)
        panel.shown.connect(self._on_shown)
        return panel

    def _on_shown(self) -> None:
        self._tell_recipes()
        self._tell_run()
        self._background.warm_up()

    def _tell_recipes(self) -> None:
        if self._panel is not None:
            self._panel.show_recipes(self._library.recipes())

    def _tell_run(self) -> None:
        if self._panel is not None:
            view = self._session.view
            self._panel.page.show_run("" if view is None else view.run.dataset_name)

    def _go_back(self) -> None:
        self.panel_asked.emit("import" if self._session.view is None else "results")

    # Keeping and handing on

    def _save(self, name: str) -> None:
        if (view := self._session.view) is not None:
            self._ask(Job.SAVE_RECIPE, run_id=view.run.id, name=name)

    def _import(self, path: Path) -> None:
        names = {each.name.casefold() for each in self._library.recipes()}
        self._ask(Job.IMPORT_RECIPE, path=path, name=free_name(path.stem, names))

    def _export(self, name: str, path: Path) -> None:
        self._ask(Job.EXPORT_RECIPE, name=name, path=path)

    def _ask(self, job: Job, **kwargs: Any) -> None:
        self._tell(t("recipes.busy"), "info")
        self._background.ask(job, database=self._library.database, **kwargs)

    # A recipe on a new file

    def _choose(self, name: str) -> None:
        """Wait for the file on which a recipe is to be run."""
        self._chosen = next((each for each in self._library.recipes() if each.name == name), None)
        if self._chosen is not None and self._panel is not None:
            self._panel.show_waiting(name)

    def _examine(self, source: Path) -> None:
        """Hold a file beside what the recipe was made on, before anything is done with it."""
        if self._chosen is not None:
            self._errand = _Errand(self._chosen, source)
            self._look(self._errand)

    def _look(self, errand: _Errand) -> None:
        """Find what differs, given what was said."""
        agreed = {} if errand.consent is None else {"consent": errand.consent}
        if errand.kept.run_id:
            self._begin(Job.EXAMINE, run_id=errand.kept.run_id, source=errand.source, **agreed)
        else:
            self._begin(Job.EXAMINE_RECIPE, recipe=errand.kept.name, source=errand.source, **agreed)

    def _go_on(self, consent: Consent) -> None:
        """Hear what was said about the columns, and look again where that may bring up something new."""
        from segdesk.ui.panels.newcomers_consent import follows

        if self._errand is None:
            return
        self._errand = replace(self._errand, consent=consent)
        if self._errand.match is not None and follows(self._errand.match, consent):
            self._do(self._errand)
        else:
            self._look(self._errand)

    def _do(self, errand: _Errand) -> None:
        agreed = {} if errand.consent is None else {"consent": errand.consent}
        run_id = errand.kept.run_id
        cut = self._library.cut(run_id) if run_id else None
        if cut is not None:  # the run it was saved from is here: segments keep their numbers and names
            names = wording.segment_names(cut)
            self._begin(Job.RERUN, source=errand.source, run_id=run_id, names=names, **agreed)
        else:
            self._begin(Job.RERUN, source=errand.source, recipe=errand.kept.name, **agreed)

    def _begin(self, job: Job, **kwargs: Any) -> None:
        if self._running is not None:
            self._background.cancel(self._running[0])
        self._running = job, {"database": self._library.database, **kwargs}
        if self._panel is not None:
            self._panel.show_progress(t("stage.preparing"), 0.0)
        self._background.ask(job, **self._running[1])

    def _stop(self) -> None:
        """Drop what is being worked out."""
        if self._running is not None:
            job, self._running = self._running[0], None
            self._background.cancel(job)
        if self._panel is not None and self._chosen is not None:
            self._panel.show_waiting(self._chosen.name)

    def _show_result(self) -> None:
        if self._panel is not None:
            self._panel.show_list()
        self.run_opened.emit(self._run_id)

    # Answers

    def _on_progressed(self, job: Job, asked: dict[str, Any], progress: Progress) -> None:
        if self._running == (job, asked) and self._panel is not None:
            self._panel.show_progress(t(f"stage.{progress.stage}"), progress.share)

    def _on_finished(self, job: Job, asked: dict[str, Any], value: Any) -> None:
        if self._running == (job, asked):
            self._running = None
            if job is Job.RERUN:
                self._on_rerun(value)
            else:
                self._on_examined(value)
        elif job is Job.EXPORT_RECIPE:
            self._tell(t("recipes.exported", name=asked["name"], path=value))
        elif job is Job.SAVE_RECIPE:
            self._tell_recipes()
            self._tell_run()
            self._tell(t("recipes.kept", name=value))
        elif job is Job.IMPORT_RECIPE:
            self._tell_recipes()
            self._tell(t("recipes.imported", name=value))

    def _on_examined(self, match: SchemaMatch) -> None:
        from segdesk.model.placement import NOTHING_AGREED
        from segdesk.ui.panels.newcomers_consent import must_ask

        if self._errand is None or self._panel is None:
            return
        errand = self._errand = replace(self._errand, match=match)
        used = {use.name for use in errand.kept.recipe.used} if errand.kept.recipe is not None else set()
        if must_ask(match, used, errand.consent):
            self._panel.show_consent(match, used=used, said=errand.consent or NOTHING_AGREED)
        else:
            self._do(errand)

    def _on_rerun(self, rerun: Rerun) -> None:
        from segdesk.words.placement_documents import schema_notes

        self.saved.emit()
        cut = self._library.cut(rerun.run_id)
        if self._errand is None or self._panel is None or cut is None:
            return
        self._run_id = rerun.run_id
        told = t(
            "recipes.done",
            name=self._errand.kept.name,
            file=self._errand.source.name,
            segments=cut.segments,
        )
        if not self._panel.isVisible():
            self._window.toaster.show_toast(told, action=t("recipes.show"), on_action=self._show_result)
        elif not schema_notes(rerun.match):
            self._show_result()
            self._window.toaster.show_toast(told)
            return
        self._panel.show_done(told, rerun.match)

    def _on_failed(self, job: Job, asked: dict[str, Any], failure: Failed) -> None:
        if failure.traceback or self._panel is None:
            self.failed.emit(failure)
        sentence = t(failure.code, **failure.facts)
        if self._running == (job, asked):
            self._running = None
            if self._panel is not None:
                self._panel.show_failure(sentence)
        else:
            self._tell(sentence, "failure")

    def _tell(self, sentence: str, kind: str = "done") -> None:
        if self._panel is not None:
            self._panel.show_news(sentence, kind)


def free_name(wanted: str, taken: set[str]) -> str:
    """Give a name that no recipe has yet: the wanted one, or with a number behind it."""
    number, name = 1, wanted
    while name.casefold() in taken:
        number += 1
        name = f"{wanted} ({number})"
    return name
