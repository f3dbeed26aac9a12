"""Pure functions: values in, values out; no Qt, SQLite, clock or language."""
