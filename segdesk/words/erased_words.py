"""Says what erasing a person did, for the window and the command line."""

from __future__ import annotations

from segdesk.model.erased import Erased
from segdesk.text import t


def erased_sentences(erased: Erased) -> list[str]:
    """Say what a person was removed from, what went with it, and what stays."""
    facts = {"rows": erased.rows, "datasets": erased.datasets, "runs": erased.runs}
    lines = [t("erase.done", **facts, placements=erased.placements)]
    if erased.campaigns:
        lines.append(t("erase.campaigns", campaigns=erased.campaigns))
    if erased.recipes:
        lines.append(t("erase.recipes", recipes=erased.recipes))
    lines += [t("erase.removed_run", id=str(run_id)) for run_id in erased.removed_runs]
    lines += [t("erase.backup_gone", path=path) for path in erased.backups]
    lines += [t("erase.backup_kept", path=path) for path in erased.kept_backups]
    lines += [t("erase.elsewhere", name=name, column=column) for name, column in erased.elsewhere]
    return [*lines, t("erase.files")]
