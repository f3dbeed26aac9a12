"""The migrations. Only ever appended to; imported only when a database has to be created or changed.

A database that was made by an earlier SegDesk has run the earlier ones already, so a migration
that has been released is never edited. ``db.SCHEMA_VERSION`` counts them.
"""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

migrations = Migrations("segdesk")

# Plain SQL: sqlite-utils has no word for WITHOUT ROWID. AUTOINCREMENT: the number
# of a deleted dataset or run never comes back as another one.
_M001 = (
    """
    CREATE TABLE datasets (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        original_path TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        rows INTEGER NOT NULL,
        imported_at TEXT NOT NULL, -- ISO 8601, UTC
        warnings TEXT NOT NULL, -- JSON: [{"code", "facts"}]
        deleted_at TEXT -- can be restored until it is purged
    )
    """,
    """
    CREATE TABLE dataset_columns (
        dataset_id INTEGER NOT NULL REFERENCES datasets(id) ON DELETE CASCADE,
        position INTEGER NOT NULL, -- column c<position> of rows_<dataset_id>
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        role TEXT NOT NULL,
        guessed_role TEXT NOT NULL,
        reason TEXT, -- JSON: {"code", "facts"}
        missing INTEGER NOT NULL,
        "distinct" INTEGER NOT NULL,
        examples TEXT NOT NULL, -- JSON
        histogram TEXT NOT NULL, -- JSON
        PRIMARY KEY (dataset_id, position)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE clustering_runs (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        dataset_id INTEGER NOT NULL REFERENCES datasets(id) ON DELETE CASCADE,
        recipe TEXT NOT NULL, -- JSON
        method TEXT NOT NULL,
        n_clusters INTEGER NOT NULL,
        feature_config TEXT NOT NULL, -- JSON
        metrics TEXT NOT NULL, -- JSON, of this run's own cut
        cuts TEXT NOT NULL, -- JSON, of every number of segments
        seed INTEGER NOT NULL,
        versions TEXT NOT NULL, -- JSON
        created_at TEXT NOT NULL, -- ISO 8601, UTC
        seconds REAL NOT NULL,
        state TEXT NOT NULL DEFAULT 'finished',
        deleted_at TEXT
    )
    """,
    "CREATE INDEX clustering_runs_of_dataset ON clustering_runs(dataset_id)",
    """
    CREATE TABLE run_arrays (
        run_id INTEGER NOT NULL REFERENCES clustering_runs(id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        dtype TEXT NOT NULL, -- NumPy's, e.g. <f8
        shape TEXT NOT NULL, -- JSON
        data BLOB NOT NULL, -- zlib, rows first
        PRIMARY KEY (run_id, name)
    )
    """,
    """
    CREATE TABLE cluster_assignments (
        run_id INTEGER NOT NULL REFERENCES clustering_runs(id) ON DELETE CASCADE,
        row_index INTEGER NOT NULL,
        cluster_label INTEGER NOT NULL,
        silhouette REAL, -- NULL for a customer outside the sample
        PRIMARY KEY (run_id, row_index)
    ) WITHOUT ROWID
    """,
)


_M002 = """
    CREATE TABLE dataset_readings (
        dataset_id INTEGER PRIMARY KEY REFERENCES datasets(id) ON DELETE CASCADE,
        choices TEXT NOT NULL, -- JSON: what the user said about the file
        dialect TEXT NOT NULL, -- JSON: how the file is written; null where it isn't known
        receipt TEXT NOT NULL, -- JSON: what became of its lines
        looks_like TEXT NOT NULL, -- customers or transactions
        suggestions TEXT NOT NULL -- JSON: what was tidied and what could be
    )
    """

_M003 = (
    # JSON: the method's own numbers as they were used.
    "ALTER TABLE clustering_runs ADD COLUMN parameters TEXT NOT NULL DEFAULT '{}'",
    # JSON: what the axes mean; NULL where there is none. The coordinates are in run_arrays.
    "ALTER TABLE clustering_runs ADD COLUMN projection TEXT",
)

_M004 = (
    """
    CREATE TABLE run_findings (
        run_id INTEGER NOT NULL REFERENCES clustering_runs(id) ON DELETE CASCADE,
        kind TEXT NOT NULL, -- choice, verdict or reliability
        segments INTEGER NOT NULL, -- of the cut it is about; 0 for the run as a whole
        document TEXT NOT NULL, -- JSON; a reliability's arrays are in run_arrays
        PRIMARY KEY (run_id, kind, segments)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE comparisons (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        dataset_id INTEGER NOT NULL REFERENCES datasets(id) ON DELETE CASCADE,
        recipe TEXT NOT NULL, -- JSON: what was asked for; its method is the one that was chosen then
        document TEXT NOT NULL, -- JSON
        created_at TEXT NOT NULL -- ISO 8601, UTC
    )
    """,
    "CREATE INDEX comparisons_of_dataset ON comparisons(dataset_id)",
)

_M005 = (
    """
    CREATE TABLE segment_names (
        run_id INTEGER NOT NULL REFERENCES clustering_runs(id) ON DELETE CASCADE,
        segments INTEGER NOT NULL, -- of the cut
        segment INTEGER NOT NULL,
        name TEXT NOT NULL, -- the user's
        PRIMARY KEY (run_id, segments, segment)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE segment_colours (
        run_id INTEGER NOT NULL REFERENCES clustering_runs(id) ON DELETE CASCADE,
        segments INTEGER NOT NULL,
        segment INTEGER NOT NULL,
        colour INTEGER NOT NULL, -- position in the palette, where it isn't the segment's own number
        PRIMARY KEY (run_id, segments, segment)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE own_actions (
        entry TEXT PRIMARY KEY, -- code of an entry of resources/actions.toml
        actions TEXT NOT NULL -- JSON: what stands in the place of the entry's own
    ) WITHOUT ROWID
    """,
)

_M006 = (
    """
    CREATE TABLE placers (
        run_id INTEGER NOT NULL REFERENCES clustering_runs(id) ON DELETE CASCADE,
        segments INTEGER NOT NULL, -- of the cut
        document TEXT NOT NULL, -- JSON: rules and figures
        PRIMARY KEY (run_id, segments)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE placer_arrays (
        run_id INTEGER NOT NULL,
        segments INTEGER NOT NULL,
        name TEXT NOT NULL,
        dtype TEXT NOT NULL,
        shape TEXT NOT NULL, -- JSON
        data BLOB NOT NULL, -- zlib, rows first
        PRIMARY KEY (run_id, segments, name),
        FOREIGN KEY (run_id, segments) REFERENCES placers(run_id, segments) ON DELETE CASCADE
    )
    """,
    """
    CREATE TABLE placements (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        run_id INTEGER NOT NULL REFERENCES clustering_runs(id) ON DELETE CASCADE,
        dataset_id INTEGER NOT NULL REFERENCES datasets(id) ON DELETE CASCADE, -- who was placed
        segments INTEGER NOT NULL, -- of the cut
        created_at TEXT NOT NULL -- ISO 8601, UTC
    )
    """,
    """
    CREATE TABLE placed_customers (
        placement_id INTEGER NOT NULL REFERENCES placements(id) ON DELETE CASCADE,
        row_index INTEGER NOT NULL,
        segment INTEGER NOT NULL, -- -1 for who looks like none
        nearest INTEGER NOT NULL,
        second INTEGER NOT NULL,
        confidence REAL NOT NULL,
        unlikeness REAL NOT NULL,
        PRIMARY KEY (placement_id, row_index)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE recipes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        document TEXT NOT NULL, -- JSON, as an export writes it
        created_at TEXT NOT NULL -- ISO 8601, UTC
    )
    """,
    """
    CREATE TABLE reruns (
        run_id INTEGER PRIMARY KEY REFERENCES clustering_runs(id) ON DELETE CASCADE,
        before_id INTEGER NOT NULL REFERENCES clustering_runs(id) ON DELETE CASCADE
    )
    """,
)

_M007 = (
    """
    CREATE TABLE campaigns (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        run_id INTEGER NOT NULL REFERENCES clustering_runs(id) ON DELETE CASCADE,
        document TEXT NOT NULL, -- JSON; who is in it is in run_arrays as campaign_<id>
        created_at TEXT NOT NULL -- ISO 8601, UTC
    )
    """,
    "CREATE INDEX campaigns_of_run ON campaigns(run_id)",
    """
    CREATE TABLE exported_files (
        folder TEXT NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL, -- files of a kind take each other's place
        sha256 TEXT NOT NULL, -- as it was written: one that was changed since is the user's
        PRIMARY KEY (folder, name)
    ) WITHOUT ROWID
    """,
)

_M008 = """
    CREATE TABLE own_personas (
        code TEXT PRIMARY KEY, -- as own_actions has it
        name TEXT NOT NULL,
        signs TEXT NOT NULL -- JSON: what must all hold
    ) WITHOUT ROWID
    """


def apply(connection: sqlite3.Connection) -> None:
    """Run every migration that this database hasn't seen."""
    migrations.apply(Database(connection, execute_plugins=False))


@migrations()
def m001_datasets_and_runs(db: Database) -> None:
    """Create the first tables."""
    for statement in _M001:
        db.execute(statement)


@migrations()
def m002_readings(db: Database) -> None:
    """Keep how each dataset's file was read."""
    db.execute(_M002)


@migrations()
def m003_methods(db: Database) -> None:
    """Keep a method's parameters, and where customers stand in the pictures."""
    for statement in _M003:
        db.execute(statement)


@migrations()
def m004_findings(db: Database) -> None:
    """Keep what is found about a run after it is saved, and comparisons of methods."""
    for statement in _M004:
        db.execute(statement)


@migrations()
def m005_names(db: Database) -> None:
    """Keep the names that users give to segments, and their own marketing actions."""
    for statement in _M005:
        db.execute(statement)


@migrations()
def m006_months(db: Database) -> None:
    """Keep what places new customers, who was placed, named recipes, and which run repeats which."""
    for statement in _M006:
        db.execute(statement)


@migrations()
def m007_campaigns(db: Database) -> None:
    """Keep campaigns, and which files were written into the user's folders."""
    for statement in _M007:
        db.execute(statement)


@migrations()
def m008_personas(db: Database) -> None:
    """Keep the kinds of customers that users declare."""
    db.execute(_M008)
