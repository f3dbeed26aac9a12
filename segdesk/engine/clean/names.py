"""What a column's name says to whoever tidies: birth, joining, amounts, children, incomes.

English, German, French and Amharic, as the files of stores have them.
"""

from __future__ import annotations

import re

from segdesk.model.words import words


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_BIRTH = _set(
    "birth born birthyear yearbirth birthdate birthday yob dob geburt geburtsjahr geburtsdatum naissance "
    "ልደት ትውልድ የትውልድ የልደት"
)
_AGE = _set("age alter ዕድሜ እድሜ")
_OF_PEOPLE = _set("customer client member person user in years year yrs at of the kunden kunde du des")
_JOINED = _set(
    "join joined joining signup enrolled enrolment enrollment registered registration since beitritt "
    "mitglied inscription adhesion enrol enroll"
)
_CUSTOMER = _set("customer client member kunde kunden")
_DATE = _set("date dt day datum jour")
_LATER = _set("expiry expires expire expiration valid until due end renewal next delivery ablauf fin")
_TENURE = _set("tenure seniority")
_AMOUNT = _set(
    "mnt amt amount amounts spend spent spending sales revenue turnover umsatz ausgaben montant "
    "depense depenses ventes ወጪ ሽያጭ"
)
_SUMMARY = _set(
    "total sum subtotal grand average avg mean median min max monthly yearly annual net gross income price "
    "score percent pct share rate gesamt summe ጠቅላላ ድምር"
)
_INCOME = _set("income salary wage wages earnings einkommen gehalt revenu salaire ገቢ")
_CHILD = _set(
    "kid kids child children teen teens teenager teenagers baby babies infant infants toddler toddlers "
    "son sons daughter daughters boys girls kinder enfants ልጆች"
)
_ADULT = _set("adult adults erwachsene adultes grownups")
_AROUND = _set("home at in num number no n of count household hh the im haushalt")
_HOUSEHOLD = _set("household family hh haushalt")
_HOME = re.compile(r"(at)?home$")
_UNIT = re.compile(r"[(\[]\s*([^()\[\]]{1,12}?)\s*[)\]]\s*$")
_MONEY_UNIT = re.compile(r"(?:k\s*)?(?:[$€£]|R\$|ETB|USD|EUR|GBP|Br|birr|ብር)(?:\s*k)?", re.IGNORECASE)


def names_birth(name: str) -> bool:
    """Tell whether a name is that of a birth year or birth date."""
    return not _BIRTH.isdisjoint(words(name))


def names_age(name: str) -> bool:
    """Tell whether a name is that of a customer's age, and not of a store's (``AgeOfStore``)."""
    found = set(words(name))
    return not _AGE.isdisjoint(found) and found <= _AGE | _OF_PEOPLE


def names_joining(name: str) -> bool:
    """Tell whether a name is that of the day a customer joined (``Dt_Customer``, ``member_since``)."""
    found = set(words(name))
    return not _JOINED.isdisjoint(found) or (
        not _CUSTOMER.isdisjoint(found) and not _DATE.isdisjoint(found) and found <= _CUSTOMER | _DATE
    )


def names_later_day(name: str) -> bool:
    """Tell whether a name is that of a day yet to come when the file was written (``valid_until``)."""
    return not _LATER.isdisjoint(words(name))


def names_tenure(name: str) -> bool:
    """Tell whether a name is that of a tenure."""
    return not _TENURE.isdisjoint(words(name))


def names_income(name: str) -> bool:
    """Tell whether a name is that of a customer's income."""
    return not _INCOME.isdisjoint(words(name))


def amount_family(name: str) -> str:
    """Give what ties an amount to others of its kind: ``mnt`` of ``MntWines``, ``(etb)`` of "Meat (ETB)".

    Empty where nothing does, or where the name is that of a sum, an average or an income.
    """
    found = words(name)
    if len(found) < 2 or not _SUMMARY.isdisjoint(found):
        return ""
    for word in (found[0], found[-1]):
        if word in _AMOUNT:
            return word
    unit = _UNIT.search(name)
    return f"({unit[1].casefold()})" if unit and _MONEY_UNIT.fullmatch(unit[1]) else ""


def names_children(name: str) -> bool:
    """Tell whether a name is that of a count of children of some age (``Kidhome``)."""
    return _counts(name, _CHILD)


def names_adults(name: str) -> bool:
    """Tell whether a name is that of a count of adults in a household."""
    return _counts(name, _ADULT)


def names_household(name: str) -> bool:
    """Tell whether a name is that of a household's size."""
    return not _HOUSEHOLD.isdisjoint(words(name))


def _counts(name: str, whom: frozenset[str]) -> bool:
    found = {_HOME.sub("", word) or word for word in words(name)}
    return not whom.isdisjoint(found) and found <= whom | _AROUND
