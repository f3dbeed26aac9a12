"""What a column's name says about its values: identifier, place, phone, person, code."""

from __future__ import annotations

import re

from segdesk.model.words import words

_IDENTIFIER_LAST = frozenset(
    [
        "id",
        "ids",
        "no",
        "nr",
        "num",
        "number",
        "nummer",
        "code",
        "codes",
        "key",
        "ref",
        "reference",
        "uuid",
        "guid",
        "sku",
        "barcode",
        "pk",
        "rowid",
        "index",
        "idx",
        "iban",
        "ssn",
        "passport",
        "invoice",
        "account",
        "license",
        "licence",
        "card",
        "መለያ",
        "ቁጥር",
    ]
)
_IDENTIFIER_FIRST = frozenset(("id", "uuid", "guid", "unnamed", "row", "index"))
_JOINED_IDENTIFIER = re.compile(
    r"(customer|client|user|member|order|invoice|transaction|product|store|shop|location|market|kunden?|"
    r"account|card|loyalty|household|person|respondent|row|record|page)"
    r"(id|nr|no|num|number|nummer|code|key|ref)s?"
)
_PHONE = frozenset(["phone", "telephone", "tel", "mobile", "cell", "fax", "handy", "telefon", "ስልክ"])
_COORDINATE = frozenset(["lat", "latitude", "lon", "lng", "longitude"])
_PLACE = frozenset(["zip", "zipcode", "postal", "postcode", "plz", "pincode", "fips"])
_PERSON = frozenset(
    [
        "name",
        "surname",
        "firstname",
        "lastname",
        "fullname",
        "forename",
        "vorname",
        "nachname",
        "nom",
        "prenom",
        "ስም",
    ]
)
_THING = frozenset(
    [
        "product",
        "item",
        "brand",
        "city",
        "country",
        "region",
        "state",
        "store",
        "shop",
        "company",
        "category",
        "file",
        "page",
        "town",
    ]
)
_NOMINAL = frozenset(
    [
        "region",
        "channel",
        "type",
        "category",
        "class",
        "zone",
        "area",
        "group",
        "segment",
        "district",
        "branch",
        "store",
        "shop",
        "cluster",
        "department",
        "dept",
        "sector",
        "division",
        "territory",
        "code",
        "gender",
        "sex",
        "status",
        "tier",
        "kanal",
        "filiale",
        "woreda",
        "kebele",
    ]
)
_COUNTED = frozenset(["promotion", "campaign", "area", "store", "shop", "branch"])
"""Kinds that a name may also count or measure: ``campaign`` may be how many, ``area`` how large."""


def names_identifier(name: str) -> bool:
    """Tell whether a name is that of a number or code given to things (``InvoiceNo``).

    A counting word counts only at the end: ``NumStorePurchases`` is an amount.
    """
    found = words(name)
    if not found:
        return False
    is_joined = _JOINED_IDENTIFIER.fullmatch("".join(found)) is not None
    return is_joined or found[-1] in _IDENTIFIER_LAST or found[0] in _IDENTIFIER_FIRST


def names_phone(name: str) -> bool:
    """Tell whether a name is that of a telephone number."""
    return not _PHONE.isdisjoint(words(name))


def names_postcode(name: str) -> bool:
    """Tell whether a name is that of a postal code: digits, but no amount."""
    found = words(name)
    return not _PLACE.isdisjoint(found) or "".join(found).endswith("pobox")


def names_coordinate(name: str) -> bool:
    """Tell whether a name is that of a latitude or longitude."""
    return not _COORDINATE.isdisjoint(words(name))


def names_person(name: str) -> bool:
    """Tell whether a name is that of people's names rather than of things' names."""
    found = set(words(name))
    return not _PERSON.isdisjoint(found) and _THING.isdisjoint(found)


def names_kind(name: str) -> bool:
    """Tell whether a name is that of kinds of things, so that figures in it are codes."""
    found = words(name)
    return bool(found) and found[-1] in _NOMINAL | _COUNTED


def names_kind_alone(name: str) -> bool:
    """Tell whether a name can't mean anything but kinds of things: no counts, no sizes."""
    found = words(name)
    return bool(found) and found[-1] in _NOMINAL - _COUNTED
