"""Who asked not to be contacted: columns of opt-outs and consents, recognised by name and values.

The rule: a column counts where its name says so and every value in it is a yes or a no. In an
opt-out column a yes takes a customer off the lists; in a consent column anything but a yes does, a
blank too, since silence is no consent.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from segdesk.model.roles import Kind
from segdesk.model.table import Column, Table
from segdesk.model.words import words

_OUT = (
    "optout", "optedout", "donotcontact", "donotcall", "donotemail", "donotmail", "donotsms", "donottext",
    "dontcontact", "dontcall", "nocontact", "nomarketing", "noemail", "nosms", "nocalls", "unsubscribe",
    "werbesperre", "keinewerbung", "nichtkontaktieren", "abgemeldet", "widerspruchwerbung",
    "nepascontacter", "desabonne", "desinscrit", "nocontactar", "nollamar", "noenviar", "naocontatar",
    "naocontactar", "noncontattare", "አይፈልግም", "አይደወል",
)  # fmt: skip
"""Parts of names, without blanks and accents: "Ne pas contacter" is nepascontacter."""

_OUT_WORDS = frozenset({"dnc", "suppressed", "suppression"})
_CONSENT = (
    "optin", "optedin", "consent", "acceptsmarketing", "marketingallowed", "marketingpermission",
    "contactallowed", "maycontact", "cancontact", "contactpermission", "permissiontocontact",
    "einwilligung", "consentement", "consentimiento", "consentimento", "ፈቃድ",
)  # fmt: skip
_CONSENT_WORDS = frozenset({"newsletter"})

_YES = frozenset({"yes", "y", "true", "t", "1", "1.0", "x", "ja", "j", "oui", "si", "sí", "sì", "sim", "አዎ"})
_NO = frozenset({"no", "n", "false", "f", "0", "0.0", "nein", "non", "não", "nao", "አይ", "አይደለም"})


@dataclass(frozen=True, slots=True, eq=False)
class OptOut:
    """Who asked not to be contacted, by which columns. ``rows`` has shape ``(rows,)``."""

    columns: tuple[str, ...]
    rows: NDArray[np.bool_]


def may_tell(names: Sequence[str]) -> tuple[str, ...]:
    """Give the names that are those of opt-outs or consents."""
    return tuple(name for name in names if _is_opt_out(name) or _is_consent(name))


def tells(column: Column) -> bool:
    """Say whether a column holds opt-outs or consents, by its name and its values."""
    return bool(may_tell([column.name])) and _said_yes(column) is not None


def opted_out(table: Table) -> OptOut:
    """Find who asked not to be contacted; with several columns, whoever said so in one of them."""
    out = np.zeros(table.rows, dtype=np.bool_)
    telling = []
    for column in table.columns:
        is_out = _is_opt_out(column.name)
        if not (is_out or _is_consent(column.name)):
            continue
        yes = _said_yes(column)
        if yes is not None:
            telling.append(column.name)
            out |= yes if is_out else ~yes
    return OptOut(tuple(telling), out)


def _is_opt_out(name: str) -> bool:
    found = _words(name)
    joined = "".join(found)
    return any(stem in joined for stem in _OUT) or not _OUT_WORDS.isdisjoint(found)


def _is_consent(name: str) -> bool:
    found = _words(name)
    joined = "".join(found)
    is_accepted = {"accepts", "marketing"} <= set(found)
    return is_accepted or any(stem in joined for stem in _CONSENT) or not _CONSENT_WORDS.isdisjoint(found)


def _words(name: str) -> tuple[str, ...]:
    """Give the words of a name without accents."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return words(bare)


def _said_yes(column: Column) -> NDArray[np.bool_] | None:
    """Give who said yes; None where the values are something else than yes and no."""
    if column.kind is Kind.NUMBER:
        known = column.values[~np.isnan(column.values)]
        return np.asarray(column.values == 1) if len(known) and np.isin(known, (0.0, 1.0)).all() else None
    if column.kind is not Kind.TEXT or not column.levels:
        return None
    levels = [level.strip().casefold() for level in column.levels]
    if not set(levels) <= _YES | _NO:
        return None
    yes = np.array([level in _YES for level in levels] + [False])  # the last is who said nothing
    return np.asarray(yes[column.values])
