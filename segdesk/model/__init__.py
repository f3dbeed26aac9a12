"""The values SegDesk passes around: frozen, plain, free of Qt, SQLite and language."""
