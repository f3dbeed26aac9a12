"""SegDesk: customer segments for store managers, offline."""

__version__ = "0.1.0"
