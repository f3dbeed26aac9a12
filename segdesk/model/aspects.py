"""What a column says of a customer, by its name: income, age, how often they come, what they spend.

English, German, French and Amharic, as the files of stores have them. What isn't recognised is still
described; it only has no word of its own in names and calls for no action.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from segdesk.model.words import words


class Aspect(StrEnum):
    """What names and actions speak of."""

    INCOME = "income"
    AGE = "age"
    SCORE = "score"
    TIER = "tier"
    VISITS = "visits"
    BASKET = "basket"
    SPEND = "spend"
    RECENCY = "recency"
    TENURE = "tenure"
    PLACE = "place"


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_INCOME = _set("income salary wage wages earnings einkommen gehalt revenu salaire ገቢ")
_AGE = _set("age alter ዕድሜ እድሜ")
_OF_PEOPLE = _set("customer client member person user in years year yrs at of the kunden kunde du des")
_TIER = _set("tier membership loyalty mitgliedschaft treue fidelite fidélité")
_NO_TIER = _set("points point card id no number since date days years score program programme")
_VISITS = _set(
    "frequency visits visit orders transactions trips besuche einkäufe bestellungen visites achats ጉብኝት"
)
_NO_VISITS = _set(
    "web online site website store catalog catalogue deals app last first avg average value date id"
)
_PURCHASES = _set("purchases purchase")
_COUNTED = _set("number num count no total of frequency")
_COUNTS = _set("num number nr count anzahl nombre")
_BASKET = _set("basket baskets warenkorb panier")
_AVERAGE = _set("average avg mean durchschnitt moyen moyenne per")
_BOUGHT = _set("order purchase ticket transaction bill invoice receipt visit")
_RECENCY = _set("recency")
_SINCE = _set("since last seit depuis dernier letzter letzten")
_DAYS = _set("days day tage jours weeks months ago")
_TENURE = _set("tenure seniority")
_PLACE = _set("city town region location stadt ort ville région ከተማ ክልል")
_PIECES = _set("size items item pieces units quantity qty products count number")

_MONEY = _set(
    """monetary spend spending spent sales sale revenue turnover amount charges expenditure expense expenses
    payment payments paid mnt amt ltv clv umsatz ausgaben betrag kaufsumme montant depense depenses ventes
    ሽያጭ ወጪ"""
)
_ALONE = _set("total gesamt ጠቅላላ")
"""Money where nothing else is in the name."""

_SURE = _set("monetary sales revenue turnover umsatz spend spent spending ltv clv ሽያጭ ወጪ")
_TOTAL = _set("total sum overall lifetime all gesamt summe somme ጠቅላላ ድምር")
_PERIOD = _set("annual yearly year monthly month weekly week jahres monats annuel mensuel")
"""The shares of a month's sales are shares of sales too, but all there ever were come first."""

_FILLER = _set(
    """of the in for by per customer client member etb usd eur gbp inr birr br dollar dollars euro euros k
    thousand thousands final net gross kunde kunden du des ብር"""
)
_NO_MONEY = _set(
    """score index rating rank share ratio percent percentage pct rate count number num no id code date time
    day days daily method category type tier frequency recency average avg mean median min max last first
    basket order unit price size discount tax vat shipping refund profit margin quantity qty units
    probability propensity flag band level quintile decile durchschnitt moyen moyenne"""
)

_TIERS = (
    _set("basic none standard regular normal free non nonmember"),
    _set("bronze member starter entry"),
    _set("silver plus silber argent"),
    _set("gold or"),
    _set("platinum premium platin platine"),
    _set("diamond vip elite black"),
)
"""From the lowest to the highest."""

_A_YEAR = {
    0.0: _set("never nie jamais"),
    1.0: _set("yearly annually annual jährlich"),
    4.0: _set("rarely rare seldom occasional occasionally quarterly selten rarement irregular"),
    12.0: _set("monthly month monatlich mensuel mensuelle ወርሃዊ"),
    26.0: _set("fortnightly biweekly"),
    52.0: _set("weekly week wöchentlich hebdomadaire regular regularly often ሳምንታዊ"),
    365.0: _set("daily day täglich quotidien quotidienne ዕለታዊ"),
}
"""Visits a year, by what a level calls them."""

MoneyRank = tuple[bool, bool, bool]


def money_rank(name: str) -> MoneyRank | None:
    """Say how well a name is that of all the money a customer has brought, the smaller the better.

    None where it isn't money, or only a part's (``is_part_of_money``). A total comes first, then what says
    nothing of a period, then a month's or a year's; a word that is always money (``sales``) before one
    that may be something else (``amount``).
    """
    said = frozenset(words(name))
    if not _is_money(said) or _is_part(said):
        return None
    return not said & (_TOTAL | {"monetary"}), bool(said & _PERIOD), not said & _SURE


def is_part_of_money(name: str) -> bool:
    """Tell whether a name is that of the money for something (``MntWines``), not of all."""
    said = frozenset(words(name))
    return _is_money(said) and _is_part(said)


def money_is_for(name: str) -> str:
    """Say what a part of the money is for, in plain words: wines of ``MntWines``; empty for other names."""
    if not is_part_of_money(name):
        return ""
    return " ".join(word for word in words(name) if word not in _MONEY | _TOTAL | _PERIOD | _FILLER)


def counted(name: str) -> str:
    """Say what a name counts, in plain words: web visits of ``NumWebVisits``; empty for other names."""
    first, *rest = words(name) or ("",)
    things = rest[1:] if rest[:1] == ["of"] else rest
    return " ".join(things) if first in _COUNTS else ""


def _is_money(said: frozenset[str]) -> bool:
    return bool(said) and (said <= _ALONE or (bool(said & _MONEY) and not said & _NO_MONEY))


def _is_part(said: frozenset[str]) -> bool:
    return any(not word.isdigit() for word in said - _MONEY - _TOTAL - _PERIOD - _FILLER)


@lru_cache(maxsize=4096)
def aspect_of(name: str) -> Aspect | None:
    """Say what a column tells of a customer; None where its name isn't known."""
    said = frozenset(words(name))
    if said & _RECENCY or (said & _SINCE and said & _DAYS):
        return Aspect.RECENCY
    if said & _INCOME:
        return Aspect.INCOME
    if said & _AGE and said <= _AGE | _OF_PEOPLE:
        return Aspect.AGE
    if "score" in said and said & {"spending", "spend"}:
        return Aspect.SCORE
    if said & _BASKET or (said & _AVERAGE and said & _BOUGHT and not said & _SINCE):
        return Aspect.BASKET
    if said & _TENURE:
        return Aspect.TENURE
    return _counted_or_placed(said, name)


def _counted_or_placed(said: frozenset[str], name: str) -> Aspect | None:
    if said & _TIER and not said & _NO_TIER:
        return Aspect.TIER
    is_count = said & _VISITS or (said & _PURCHASES and said <= _PURCHASES | _COUNTED)
    if is_count and not said & (_NO_VISITS | _MONEY | {"between", "days"}):
        return Aspect.VISITS
    if money_rank(name) is not None:
        return Aspect.SPEND
    return Aspect.PLACE if said & _PLACE else None


def is_money_of_a_purchase(name: str) -> bool:
    """Tell whether a basket's column counts money rather than pieces."""
    return aspect_of(name) is Aspect.BASKET and not frozenset(words(name)) & _PIECES


def tier_rank(level: str) -> int | None:
    """Give how high a membership's level is; None where its name isn't known."""
    said = frozenset(words(level))
    return next((rank for rank, names in reversed([*enumerate(_TIERS)]) if said & names), None)


def visits_a_year(level: str) -> float | None:
    """Give how often who says so comes; None where the word isn't known."""
    said = frozenset(words(level))
    return next((times for times, names in _A_YEAR.items() if said & names), None)
