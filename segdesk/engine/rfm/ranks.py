"""How well a column's name fits each part of a sale; 0 is not at all, the greatest wins."""

from __future__ import annotations

from segdesk.engine.rfm.words import Word, meanings, sequence

SURE_DATE = 3
"""From here on a name speaks of a sale's date, or of nothing but a date."""

NAMED_ID = 4
"""From here on a name says "customer number"; below, the values have to look like one."""

PERSON_NAME = 2
"""Customers told apart by their names: two of one name become one."""

SURE_AMOUNT = 2
"""Below it the name says price: the line's money only where there is no quantity."""

_NO_MONEY = frozenset(
    (
        Word.AGAINST,
        Word.ID,
        Word.QUANTITY,
        Word.UNIT,
        Word.LATER_DATE,
        Word.OTHER_DATE,
        Word.DATE,
        Word.CATEGORY,
        Word.STATUS,
        Word.CUSTOMER,
        Word.NAME,
    )
)


def customer(name: str) -> int:
    """Rank a column as the one that tells customers apart."""
    found, order = meanings(name), sequence(name)
    if found == {Word.CUSTOMER, Word.NAME}:
        return PERSON_NAME
    if found <= {Word.CUSTOMER, Word.LOYALTY, Word.ID, Word.UNIQUE} and found & {Word.CUSTOMER, Word.LOYALTY}:
        if Word.UNIQUE in found:
            return NAMED_ID + 1  # one shop numbers customers anew for each order and adds a unique id
        if Word.ID in found:
            return NAMED_ID if Word.CUSTOMER in found else NAMED_ID - 1
        return NAMED_ID - 1 if found == {Word.CUSTOMER} else 0
    return NAMED_ID - 1 if order[-2:] == (Word.CUSTOMER, Word.ID) else 0


def invoice(name: str) -> int:
    """Rank a column as an invoice's number."""
    found = meanings(name)
    kinds = {Word.INVOICE, Word.TRANSACTION, Word.PURCHASE, Word.AMOUNT}
    if not found & kinds or not found <= kinds | {Word.ID, Word.UNIQUE}:
        return 0
    if found & {Word.ID, Word.UNIQUE}:
        return 4 if Word.INVOICE in found else 3
    if Word.AMOUNT in found or Word.PURCHASE in found:
        return 0
    return 2 if Word.INVOICE in found else 1


def date(name: str) -> int:
    """Rank a column of dates as the one that says when customers bought."""
    found = meanings(name)
    if found & {Word.OTHER_DATE, Word.CUSTOMER, Word.LOYALTY}:
        return 0
    if Word.LATER_DATE in found:
        return 1
    if found & {Word.INVOICE, Word.TRANSACTION, Word.PURCHASE, Word.AMOUNT}:
        return SURE_DATE + 1
    return SURE_DATE if Word.DATE in found else SURE_DATE - 1


def amount(name: str) -> int:
    """Rank a column as a line's money; what was paid in the end beats what it cost before."""
    found = meanings(name)
    if found & _NO_MONEY:
        return 0
    is_money = bool(found & {Word.AMOUNT, Word.TOTAL, Word.PRICE})
    if Word.NET in found:
        return 6 if is_money else 3
    if Word.TOTAL in found:
        return 5 if found & {Word.AMOUNT, Word.PRICE, Word.FAMILY, Word.PURCHASE} else 4
    if Word.COST in found:
        return 0
    if Word.AMOUNT in found:
        return 4
    if found == {Word.PURCHASE}:
        return SURE_AMOUNT
    return 1 if Word.PRICE in found else 0


def quantity(name: str) -> int:
    """Rank a column as how many were bought."""
    found = meanings(name)
    against = {Word.AGAINST, Word.ID, Word.PRICE, Word.AMOUNT, Word.COST, Word.LATER_DATE, Word.CATEGORY}
    if Word.QUANTITY not in found or found & against:
        return 0
    return 2 if found <= {Word.QUANTITY, Word.TOTAL, Word.INVOICE, Word.PRODUCT} else 1


def unit_price(name: str) -> int:
    """Rank a column as the price of one piece."""
    found = meanings(name)
    against = {Word.AGAINST, Word.ID, Word.AMOUNT, Word.TOTAL, Word.NET, Word.LATER_DATE, Word.CATEGORY}
    if Word.PRICE not in found or found & against:
        return 0
    return 2 if found & {Word.UNIT, Word.QUANTITY} else 1


def category(name: str) -> int:
    """Rank a column as the kind of goods."""
    found = meanings(name)
    if found & {Word.CUSTOMER, Word.LOYALTY, Word.AGAINST, Word.ID, Word.PRICE}:
        return 0
    if Word.CATEGORY in found:
        return 1 if Word.SUB in found else 3
    return 2 if {Word.PRODUCT, Word.FAMILY} <= found else 0


def currency(name: str) -> int:
    """Rank a column as the currency of the money."""
    return int(Word.CURRENCY in meanings(name) and Word.AGAINST not in meanings(name))


def status(name: str) -> int:
    """Rank a column as what became of an order."""
    found = meanings(name)
    if Word.STATUS not in found or Word.CUSTOMER in found:
        return 0
    return 2 if found & {Word.INVOICE, Word.TRANSACTION, Word.PURCHASE} else 1
