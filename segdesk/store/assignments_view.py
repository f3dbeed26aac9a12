"""The view ``assignments_<dataset id>``: each customer's segment beside the row as the file had it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

# SQLite takes at most 127 arguments in a function (100 in some builds): one is the format.
_CELLS_PER_CALL = 90


def create_view(
    connection: sqlite3.Connection, dataset_id: int, names: Sequence[str], types: Sequence[type]
) -> None:
    """Create the view, with the row in ``payload`` as a JSON object by the file's column names.

    ``types`` says int, float or str for each column.
    """
    connection.execute(
        f"""
        CREATE VIEW assignments_{dataset_id} AS
        SELECT a.run_id, a.row_index, a.cluster_label, a.silhouette, {_payload(names, types)} AS payload
        FROM cluster_assignments AS a
        JOIN clustering_runs AS run ON run.id = a.run_id
        JOIN rows_{dataset_id} AS r ON r.row_index = a.row_index
        JOIN datasets AS d ON d.id = run.dataset_id
        WHERE d.id = {dataset_id} AND d.deleted_at IS NULL AND run.deleted_at IS NULL"""
    )


def _payload(names: Sequence[str], types: Sequence[type]) -> str:
    """Give the SQL of a JSON object, put together from text since json_object takes 63 columns only."""
    calls = []
    for start in range(0, len(names), _CELLS_PER_CALL):
        part = slice(start, start + _CELLS_PER_CALL)
        keys = [json.dumps(name, ensure_ascii=False).replace("%", "%%") for name in names[part]]
        values = [_json(f"r.c{start + offset}", each) for offset, each in enumerate(types[part])]
        calls.append(f"printf({_quoted(','.join(f'{key}:%s' for key in keys))}, {', '.join(values)})")
    return " || ".join(["'{'", " || ',' || ".join(calls) or "''", "'}'"])


def _json(cell: str, each: type) -> str:
    if each is not float:
        return f"json_quote({cell})"
    # A short decimal looks as it does in the file. SQLite's own 15 digits aren't always the same
    # number, and its 17 not always either; 20 are (measured on SQLite 3.40). JSON has no infinity.
    return (
        f"CASE WHEN {cell} IS NULL OR abs({cell}) = 9e999 THEN 'null' "
        f"WHEN length(json_quote({cell})) < 15 AND CAST(json_quote({cell}) AS REAL) = {cell} "
        f"THEN json_quote({cell}) ELSE printf('%!.20g', {cell}) END"
    )


def _quoted(text: str) -> str:
    doubled = text.replace("'", "''")
    return f"'{doubled}'"
