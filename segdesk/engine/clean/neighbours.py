"""Which levels of education and of marital status are neighbours: a declared table.

Three steps of education and two ways of living are what customer data is usually compared by; the
names of the first are those of the Customer Personality Analysis notebooks that retail teaches with.
Spelling counts without case, dots, apostrophes and blanks at the ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from segdesk.model.words import words


def _set(listed: str) -> frozenset[str]:
    return frozenset(" ".join(word.split()) for word in listed.split(","))


_EDUCATION_NAMES = _set(
    "education, educational, degree, qualification, schooling, bildung, ausbildung, abschluss, ትምህርት"
)
_MARITAL_NAMES = _set("marital, married, civil, relationship, living, familienstand, matrimonial, ጋብቻ")

_EDUCATION = {
    "Undergraduate": _set(
        """basic, 2n cycle, 2nd cycle, second cycle, no education, no formal education, uneducated,
        illiterate, primary, primary school, elementary, elementary school, middle school, junior
        high, secondary, secondary school, high school, highschool, some high school, hs-grad,
        high school graduate, high school diploma, ged, preparatory, vocational, diploma,
        certificate, tvet, associate, associate degree, associates degree, associate's degree,
        some college, undergraduate, under graduate, grundschule, hauptschule, realschule, abitur,
        ያልተማረ, አንደኛ ደረጃ, ሁለተኛ ደረጃ"""
    ),
    "Graduate": _set(
        """graduation, graduate, graduated, bachelor, bachelors, bachelor's, bachelor degree,
        bachelors degree, bachelor's degree, ba, bsc, ba/bsc, college, college degree, university,
        university degree, degree, licence, መጀመሪያ ዲግሪ, ዲግሪ"""
    ),
    "Postgraduate": _set(
        """master, masters, master's, master degree, masters degree, master's degree, msc, ma, mba, phd,
        doctorate, doctoral, doctor, doctoral degree, postgraduate, post graduate, post-graduate,
        promotion, ማስተርስ, ዶክትሬት"""
    ),
}
_MARITAL = {
    "Partner": _set(
        """married, together, partner, partnered, with partner, cohabiting, cohabitation, living together,
        living with partner, domestic partner, domestic partnership, civil union, civil partnership,
        in a relationship, in relationship, relationship, couple, engaged, common law, common-law,
        verheiratet, marié, mariée, en couple, ያገባ, ያገባች, ባለትዳር"""
    ),
    "Alone": _set(
        """single, divorced, widow, widowed, widower, separated, never married, never-married, unmarried,
        not married, alone, living alone, absurd, yolo, ledig, geschieden, verwitwet, getrennt, célibataire,
        divorcé, divorcée, veuf, veuve, ያላገባ, ያላገባች, የተፋታ, የተፋታች"""
    ),
}


def neighbourhood(name: str, levels: Iterable[str]) -> dict[str, str]:
    """Give the group of each level; empty where the name says nothing or a level isn't known."""
    found = set(words(name))
    if found & _EDUCATION_NAMES:
        groups = _EDUCATION
    elif found & _MARITAL_NAMES:
        groups = _MARITAL
    else:
        return {}
    group_of = {_plain(word): group for group, listed in groups.items() for word in listed}
    joined = {level: group_of.get(_plain(level), "") for level in levels}
    return joined if all(joined.values()) else {}


def _plain(level: str) -> str:
    return " ".join(re.sub(r"[.\u2019']", "", level.casefold()).split())
