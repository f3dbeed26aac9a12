"""SQLite, and the only place that says so."""
