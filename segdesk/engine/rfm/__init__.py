"""Transactions to one row per customer: recency, frequency, money, and what else lines tell."""

from __future__ import annotations

from segdesk.engine.rfm.customers import customers_from
from segdesk.engine.rfm.recognise import looks_like, recognise

__all__ = ["customers_from", "looks_like", "recognise"]
