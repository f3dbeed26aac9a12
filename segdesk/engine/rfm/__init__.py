"""Transactions to one row per customer: recency, frequency, money, and what else lines tell."""

from __future__ import annotations

from segdesk.engine.rfm.customers import CustomersTable, customers_from
from segdesk.engine.rfm.recognise import looks_like, recognise

__all__ = ["CustomersTable", "customers_from", "looks_like", "recognise"]
