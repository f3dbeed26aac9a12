"""One function per thing SegDesk can do."""
